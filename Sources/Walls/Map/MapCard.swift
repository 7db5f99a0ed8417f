import Atlas
import Canvas
import Ledger
import Supervision
import Text
import Words

/// The selected grid beside the map: the answer to "why is it this colour", and who is there to do something about it.
struct MapCard {
    let scene: Scene
    let grid: GridID?
    let figures: GridFigures
    let chart: Chart
    let matter: MatterNumber?
    let filter: Filter
    /// Whether there is room for everything.
    let isLarge: Bool

    private var words: Words { scene.words }
    private var ledger: Ledger { scene.ledger }

    func draw(on canvas: Canvas) {
        guard let grid, let it = ledger.grids[grid] else { return }
        drawHead(it, on: canvas)
        drawLights(y: 3, on: canvas)
        var y = 7
        y = drawCampaigns(y, on: canvas)
        let rest = canvas.height - y
        let history = history
        // What happened of late, and the waters and roads, take what the list leaves.
        let foot = foot(rest)
        let listed = min(figures.matters.count, limit, max(0, rest - 1 - foot))
        drawMatters(y, rows: listed, on: canvas)
        y += listed + 2
        if foot > 0, y + 1 < canvas.height { y = drawHistory(history, y, on: canvas) }
        // At the foot, where it stays while one walks.
        let bottom = drawObjects(y, on: canvas)
        drawPosition(y, bottom, on: canvas)
    }

    /// One line where there is no room for a card.
    func drawSummary(on canvas: Canvas) {
        guard let grid, let it = ledger.grids[grid] else { return }
        let chips = MapLabel.chips(figures, words, limit: 3)
        var runs = [Run(words.mapName(it), Style.gold.bold), Run(" ")] + chips
        runs.append(Run("  \(figures.open > 0 ? words.mapAtHand(figures.open) : words.mapNothing)", .text))
        if figures.overNight > 0 { runs.append(Run(" \(words.overNight)\(figures.overNight)", .text)) }
        if figures.dueToday > 0 { runs.append(Run(" \(words.dueToday)\(figures.dueToday)", .text)) }
        if figures.households > .zero {
            runs.append(Run("  \(words.basis(.households, of: figures))", .dim))
        }
        runs.append(Run("  \(words.gridHead(it.head, in: ledger))", .dim))
        canvas.put(runs, x: 1, y: 0, width: canvas.width - 2)
    }

    // MARK: Head

    private func drawHead(_ it: Grid, on canvas: Canvas) {
        let width = canvas.width
        let level = "\(words.gridLevel(it.level)) \(it.code.string)"
        let used = canvas.put(level, right: width, y: 0, .dim) + 1
        canvas.put(words.mapName(it), x: 0, y: 0, Style.gold.bold, width: max(0, width - used))
        let head = words.gridHead(it.head, in: ledger)
        let isMissing = it.head == nil
        canvas.put(head, x: 0, y: 1, isMissing ? Style.gold.bold : .text)
        canvas.put(members(of: it), right: width, y: 1, .dim)
    }

    /// 「下辖 16 网格 188 微网格」, on the lowest level the unit.
    private func members(of it: Grid) -> String {
        var counts: [Int: Int] = [:]
        var open = scene.atlas.children(of: it.id)
        while let id = open.popLast() {
            counts[ledger.grids[id]?.level ?? 0, default: 0] += 1
            open += scene.atlas.children(of: id)
        }
        if counts.isEmpty { return words.unit(it.unit, in: ledger) }
        let parts = counts.sorted { $0.key < $1.key }.map { words.gridCount($0.value, level: $0.key) }
        return "\(words.mapBelow) \(parts.joined(separator: " "))"
    }

    // MARK: Lights

    private func drawLights(y: Int, on canvas: Canvas) {
        let shown: [Light] = [.red, .orange, .yellow, .green, .grey]
        let total = shown.reduce(0) { $0 + figures[$1] }
        var x = 0
        var done = 0
        for light in shown where figures[light] > 0 {
            done += figures[light]
            let end = light == shown.last { figures[$0] > 0 } ? canvas.width : canvas.width * done / max(1, total)
            let sign: String =
                canvas.repertoire.hasWashes && canvas.repertoire.glyphs == .rich
                ? canvas.repertoire[.full]
                : ["#", "/", ".", "-", " "][min(light.rank == 5 ? 4 : light.rank, 4)]
            canvas.put(
                String(repeating: sign, count: max(0, end - x)),
                x: x,
                y: y,
                canvas.repertoire.hasWashes ? MapCard.bar(light) : Style(light.ink)
            )
            x = end
        }
        if total == 0 { canvas.put(.rule, x: 0, y: y, .faint, count: canvas.width) }
        drawCounts(Array(shown.prefix(4)), y: y + 1, on: canvas)
        let open = figures.open > 0 ? "\(words.inHand) \(figures.open)" : words.mapNothing
        canvas.put(open, right: canvas.width, y: y + 1, .text)
        var facts: [String] = []
        if figures.overNight > 0 { facts.append("\(words.overNight) \(figures.overNight)") }
        if figures.problems > 0 { facts.append(words.mapProblems(figures.problems)) }
        facts.append("\(words.dueToday) \(figures.dueToday)")
        facts.append("\(words.name(.due)) \(figures.dueThisWeek)")
        canvas.put(facts.joined(separator: "  "), x: 0, y: y + 2, .dim, width: canvas.width)
    }

    /// 「12 逾期  8 滞后」, each in a place of its own where there is room: what stays is not sent again.
    private func drawCounts(_ lights: [Light], y: Int, on canvas: Canvas) {
        let slot = min(11, (canvas.width - 10) / 4)
        let label = lights.map { canvas.columns(words.name($0)) }.max() ?? 0
        guard slot >= label + 4 else {
            var runs: [Run] = []
            for light in lights where figures[light] > 0 {
                if !runs.isEmpty { runs.append(Run("  ")) }
                runs.append(Run("\(figures[light])", Style(light.ink)))
                runs.append(Run(" \(words.name(light))", .dim))
            }
            canvas.put(runs, x: 0, y: y)
            return
        }
        for (place, light) in lights.enumerated() {
            let count = figures[light]
            let x = place * slot
            canvas.put("\(count)", right: x + 3, y: y, count > 0 ? Style(light.ink) : .faint)
            canvas.put(words.name(light), x: x + 4, y: y, .dim)
        }
    }

    private static func bar(_ light: Light) -> Style {
        switch light {
        case .red: .red
        case .orange: .orange
        case .yellow: .near
        case .green: .green
        default: .faint
        }
    }

    // MARK: Campaigns

    private struct CampaignShare {
        var id: CampaignID
        var done: Amount
        var target: Amount
        var measure: String
    }

    private static let fixedCampaigns = 6

    /// What this grid carries of each campaign, in the campaign's own measure.
    private var campaigns: [CampaignShare] {
        var shares: [CampaignID: CampaignShare] = [:]
        // Each has its row everywhere, so that the eye and the line need not look for it.
        let all = ledger.campaigns.values.filter { $0.target > .zero }
        if all.count <= MapCard.fixedCampaigns {
            for it in all { shares[it.id] = CampaignShare(id: it.id, done: .zero, target: .zero, measure: it.measure) }
        }
        for number in figures.matters {
            guard let matter = scene.matter(number), matter.kind == .target, let id = matter.campaign,
                let campaign = ledger.campaigns[id]
            else { continue }
            for line in matter.quantities where line.unit == campaign.measure {
                var share = shares[id] ?? CampaignShare(id: id, done: .zero, target: .zero, measure: line.unit)
                share.done += line.done
                share.target += line.target
                shares[id] = share
            }
        }
        return shares.values.sorted { $0.id < $1.id }
    }

    private func drawCampaigns(_ top: Int, on canvas: Canvas) -> Int {
        let shares = campaigns
        guard !shares.isEmpty, canvas.height - top >= shares.count + 8 else { return top }
        canvas.rule(words.campaigns, y: top)
        for (index, share) in shares.enumerated() {
            let y = top + 1 + index
            var amounts = ""
            if share.target > .zero {
                canvas.put(words.percent(share.done.share(of: share.target)), right: canvas.width, y: y, .title)
                amounts = "\(words.amount(share.done))/\(words.amount(share.target)) \(share.measure)"
                canvas.put(amounts, right: canvas.width - 5, y: y, .dim)
            }
            let room = canvas.width - 6 - canvas.columns(amounts) - 1
            canvas.put(words.campaign(share.id, in: ledger), x: 0, y: y, .text, width: room)
        }
        return top + shares.count + 2
    }

    // MARK: Matters

    /// The first matter shown: the selected one stays in view.
    private func window(rows: Int) -> Range<Int> {
        let index = matter.flatMap { figures.matters.firstIndex(of: $0) } ?? 0
        let window = ScrollWindow().showing(index, of: figures.matters.count, rows: rows, margin: 1)
        return window.visible(of: figures.matters.count, rows: rows)
    }

    private func drawMatters(_ top: Int, rows: Int, on canvas: Canvas) {
        let count = figures.matters.count
        let hint = matter == nil && count > 0 ? "Tab" : ""
        canvas.rule(
            [Run(words.mapAll, Style.title.bold), Run(" \(count)", .dim)],
            right: hint.isEmpty ? [] : [Run(hint, Style.gold.bold)],
            y: top
        )
        for (row, index) in window(rows: rows).enumerated() {
            let number = figures.matters[index]
            guard let it = scene.matter(number), let judgement = scene.judgement(number) else { continue }
            let y = top + 1 + row
            canvas.put(judgement.light, words, x: 1, y: y)
            let days =
                judgement.light == .red ? "\(judgement.overdueWorkdays)" : judgement.workdaysLeft.map(String.init) ?? ""
            canvas.put(days, right: 6, y: y, judgement.light == .red ? .title : .dim)
            let person = words.person(it.person, in: ledger)
            let used = canvas.put(person, right: canvas.width, y: y, .dim)
            canvas.put(words.title(it), x: 7, y: y, .text, width: canvas.width - 7 - used - 1, finding: filter)
            if number == matter { canvas.mark(Rect(x: 0, y: y, width: canvas.width, height: 1)) }
        }
    }

    /// The matter at a point of the card.
    func matter(at point: Point, height: Int) -> MatterNumber? {
        var top = 7
        let shares = campaigns
        if !shares.isEmpty, height - top >= shares.count + 8 { top += shares.count + 2 }
        let rest = height - top
        let rows = min(figures.matters.count, limit, max(0, rest - 1 - foot(rest)))
        let row = point.y - top - 1
        guard row >= 0, row < rows else { return nil }
        let window = window(rows: rows)
        return window.count > row ? figures.matters[window.lowerBound + row] : nil
    }

    // MARK: History

    /// The last tracks of its matters, newest first.
    private var history: [(day: Day, text: String)] {
        figures.matters.compactMap { scene.matter($0)?.lastTrack }
            .sorted { $0.day > $1.day }
            .prefix(4)
            .map { ($0.day, words.text($0.text)) }
    }

    /// Rows of the list at most. Where the screen is small the line to it may be slow, and all of them change with each step;
    /// Tab into the list shows more.
    private var limit: Int { matter != nil || isLarge ? .max : 3 }

    private func foot(_ rest: Int) -> Int {
        let below = min(history.count, isLarge ? 4 : 0)
        return rest >= 14 && below > 0 ? below + 2 : 0
    }

    private func drawHistory(_ history: [(day: Day, text: String)], _ top: Int, on canvas: Canvas) -> Int {
        canvas.rule(words.mapLatest, y: top)
        var y = top + 1
        for (day, text) in history where y < canvas.height {
            canvas.put(words.short(day), x: 0, y: y, .dim)
            canvas.put(text, x: 6, y: y, .text, width: canvas.width - 6)
            y += 1
        }
        return y + 1
    }

    // MARK: Waters and roads, place

    /// - Returns: the row above which there is room.
    private func drawObjects(_ top: Int, on canvas: Canvas) -> Int {
        var objects = scene.atlas.objects.enumerated().filter { index, object in
            !object.name.isEmpty && chart.anchors[LabelGrid.object(index)] != nil
        }
        .map(\.element)
        // Those in the selected grid first: they are its own.
        objects = chart.points.filter { $0.label == grid?.label }.prefix(3).map(\.object) + objects
        let first = canvas.height - objects.count - 1
        guard !objects.isEmpty, top <= first else { return canvas.height }
        canvas.rule(objects[0].kind.isPoint ? words.mapPointsAndObjects : words.mapObjects, y: first)
        var y = first + 1
        for object in objects {
            var x = 0
            if object.kind.isPoint { x = canvas.put(object.kind.sign(canvas.repertoire), x: 0, y: y, .title) + 1 }
            canvas.put(object.name.string, x: x, y: y, .text)
            let isMissing = object.head == nil
            canvas.put(words.objectHead(object, in: ledger), right: canvas.width, y: y, isMissing ? .faint : .dim)
            y += 1
        }
        return first - 1
    }

    /// The street in small, with what is opened lit; where there is room and something is opened.
    private func drawPosition(_ top: Int, _ bottom: Int, on canvas: Canvas) {
        guard let grid, let community = scene.atlas.path(to: grid).first, community != grid,
            canvas.repertoire.hasWashes, canvas.repertoire.glyphs == .rich, bottom - top >= 9
        else { return }
        canvas.rule(words.mapPosition, y: top)
        let rows = min(14, bottom - top - 1)
        let width = min(canvas.width, rows * 3)
        let small = scene.atlas.chart(of: nil, width: width, height: rows * 2)
        let objects = scene.atlas.objects
        func wash(_ x: Int, _ y: Int) -> Wash? {
            let label = small.grid[x, y]
            if label == 0 { return nil }
            if label < 0 { return objects[LabelGrid.index(of: label)].kind == .water ? .water : .road }
            return label == community.label ? .ring : .ramp1
        }
        for y in 0..<rows {
            for x in 0..<width {
                let (a, b) = (wash(x, 2 * y), wash(x, 2 * y + 1))
                let at = top + 1 + y
                switch (a, b) {
                case (nil, nil): break
                case (let a?, let b?) where a == b:
                    canvas.fill(Rect(x: x, y: at, width: 1, height: 1), Style(.text, on: .wash(a)))
                case (let a?, let b?): canvas.put(.upperHalf, x: x, y: at, Style(.wash(a), on: .wash(b)))
                case (let a?, nil): canvas.put(.upperHalf, x: x, y: at, Style(.wash(a)))
                case (nil, let b?): canvas.put(.lowerHalf, x: x, y: at, Style(.wash(b)))
                }
            }
        }
    }
}
