import Canvas
import Ledger
import Supervision
import Words

/// The two rows of counts at the top: each kind of trouble with its number and the change since the working day before,
/// below it the worst of the kind.
struct OverviewRibbon {
    struct Item: Equatable {
        var upper: [Run]
        var delta = ""
        var lower: [Run]
        var bar: Bar?
    }

    private let items: [Item]
    private let short: [Item]

    init(_ scene: Scene) {
        items = OverviewRibbon.items(scene, isShort: false)
        short = OverviewRibbon.items(scene, isShort: true)
    }

    /// - Returns: the columns of each item.
    @discardableResult
    func draw(on canvas: Canvas, isShort: Bool) -> [Range<Int>] {
        // What does not fit goes in this order: the small bar, the long words, the changes.
        for (items, hasBar, hasDelta) in [(items, true, true), (items, false, true), (short, false, true)]
        where !isShort || items == short {
            if let places = draw(items, hasBar: hasBar, hasDelta: hasDelta, on: canvas) { return places }
        }
        return draw(short, hasBar: false, hasDelta: false, mayCut: true, on: canvas) ?? []
    }

    private func draw(
        _ items: [Item],
        hasBar: Bool,
        hasDelta: Bool,
        mayCut: Bool = false,
        on canvas: Canvas
    ) -> [Range<Int>]? {
        let widths = items.map { item in
            let delta = hasDelta && !item.delta.isEmpty ? canvas.columns(item.delta) + 1 : 0
            let bar = hasBar && item.bar != nil ? OverviewRibbon.barWidth + 1 : 0
            return max(canvas.width(item.upper) + delta + bar, canvas.width(item.lower) + 1)
        }
        let gap = canvas.width >= 110 ? 2 : 1
        let total = widths.reduce(0, +) + gap * (items.count - 1)
        guard total <= canvas.width || mayCut else { return nil }
        // What is left over goes between the items, but not so far that they fall apart.
        let spare = min(max(0, canvas.width - total) / max(1, items.count - 1), 12)
        var x = 0
        var places: [Range<Int>] = []
        for (item, width) in zip(items, widths) {
            guard x + canvas.width(item.upper) <= canvas.width else { break }
            var end = x + canvas.put(item.upper, x: x, y: 0)
            if hasDelta, !item.delta.isEmpty { end += canvas.put(item.delta, x: end + 1, y: 0, .dim) + 1 }
            if hasBar, let bar = item.bar {
                canvas.put(bar, .plan, x: end + 1, y: 0, width: OverviewRibbon.barWidth, light: .gold)
            }
            // A count that is cut would be another count.
            let hasRoom = x + 1 + canvas.width(item.lower) <= canvas.width
            if hasRoom { canvas.put(item.lower, x: x + 1, y: 1) }
            places.append(x..<x + width)
            x += width + gap + spare
        }
        return places
    }

    private static let barWidth = 9
}

extension OverviewRibbon {
    private static func items(_ scene: Scene, isShort: Bool) -> [Item] {
        let words = scene.words
        let figures = scene.figures
        let before = scene.lookBack.lastWorkday
        func count(_ light: Light) -> Int { figures.byLight[light] ?? 0 }
        // Filled means wrong: with nothing wrong nothing is filled.
        func head(_ light: Light, _ count: Int) -> [Run] {
            [Run(" \(words.name(light)) \(count) ", count > 0 ? light.style : .dim)]
        }
        func delta(_ now: Int, _ then: Int) -> String {
            now == then ? "" : now > then ? "+\(now - then)" : "\(now - then)"
        }
        func plain(_ label: String, _ count: Int) -> [Run] {
            [Run(" \(label) ", .text), Run("\(count)", count > 0 ? Style.title.bold : .dim)]
        }
        func note(_ text: String) -> [Run] { [Run(text, .dim)] }
        let decisions = scene.overviewRows.section(.decide).map { Array($0.duties) } ?? []
        return [
            Item(
                upper: head(.red, count(.red)),
                delta: delta(count(.red), before.byLight[.red] ?? 0),
                lower: figures.longestOverdue > 0
                    ? note(words.longest(workdays: figures.longestOverdue, isShort: isShort)) : []
            ),
            Item(
                upper: head(.orange, count(.orange)),
                delta: delta(count(.orange), before.byLight[.orange] ?? 0),
                lower: figures.mostPointsBehind > 0
                    ? note(words.mostBehind(points: figures.mostPointsBehind, isShort: isShort)) : []
            ),
            Item(
                upper: head(.yellow, figures.near + figures.dueToday),
                delta: delta(figures.near + figures.dueToday, before.near),
                lower: note(words.dueToday(figures.dueToday, isShort: isShort))
            ),
            Item(
                upper: plain(words.overNight, figures.overNight),
                delta: delta(figures.overNight, before.overNight),
                lower: figures.overNight > 0 ? note(words.longestNight(figures.longestNight)) : []
            ),
            Item(
                upper: plain(words.toDecide, decisions.count),
                lower: note(deciders(decisions, scene, isShort: isShort))
            ),
            tracks(scene, isShort: isShort),
            Item(
                upper: [Run(" \(words.inHand) \(figures.open)", .dim)],
                lower: note(
                    words.quiet(green: count(.green), grey: count(.grey), parked: count(.parked), isShort: isShort)
                )
            ),
        ]
    }

    private static func tracks(_ scene: Scene, isShort: Bool) -> Item {
        let words = scene.words
        let figures = scene.figures
        let missed = scene.lookBack.lastWorkday.missed.count
        let isOpen = figures.tracked < figures.mustTrack
        let style = isOpen ? Style.gold : Style.dim
        return Item(
            upper: figures.mustTrack == 0
                ? [Run(" \(words.tracked) 0", .dim)]
                : [
                    Run(" \(words.tracked) ", style),
                    Run("\(figures.tracked)/\(figures.mustTrack)", isOpen ? style.bold : style),
                ],
            lower: [Run(words.missed(missed, on: scene.lookBack.lastWorkday.day, isShort: isShort), .dim)],
            bar: figures.mustTrack > 0 ? Bar(done: figures.tracked, total: figures.mustTrack) : nil
        )
    }

    /// 「分管 3 书记 2 审核 4」; where there is little room only who decides.
    private static func deciders(_ duties: [Duty], _ scene: Scene, isShort: Bool) -> String {
        var counts: [(name: String, count: Int)] = []
        for duty in duties {
            guard let name = scene.decider(duty) else { continue }
            if isShort, !counts.isEmpty, !duty.isExtension { break }
            if let index = counts.firstIndex(where: { $0.name == name }) {
                counts[index].count += 1
            } else {
                counts.append((name, 1))
            }
        }
        return counts.map { "\($0.name) \($0.count)" }.joined(separator: " ")
    }
}

extension Duty {
    fileprivate var isExtension: Bool {
        switch kind {
        case .decideExtension, .decideParking, .reissue, .decide: true
        default: false
        }
    }
}

extension Scene {
    /// Whose word a duty of 待决 waits for.
    func decider(_ duty: Duty) -> String? {
        switch duty.kind {
        case .decideExtension(let request):
            words.decider(request, extensions: matter(duty.matter)?.extensions ?? 0)
        case .decideParking: words.decider(.secretary)
        case .reissue: words.reissuer
        case .decide(let pending): words.decider(pending.level)
        case .review: words.review
        case .recheck: words.recheck
        default: nil
        }
    }
}

extension Canvas {
    /// Columns that runs take together.
    func width(_ runs: [Run]) -> Int { runs.reduce(0) { $0 + columns($1.text) } }
}
