import Canvas
import Ledger
import Supervision
import Text
import Words

/// 亮灯依据: the rule, the dates and how each number was counted, what is due today, and the last word on the matter.
///
/// The order is fixed, and a reader can count each number again with a pencil. A pure function of the matter; it grows to
/// the rows it is given.
struct BasisPanel {
    let scene: Scene
    private let matter: Matter?

    init(_ scene: Scene, _ number: MatterNumber) {
        self.scene = scene
        matter = scene.matter(number)
    }

    /// With the title of the matter where there is the height; else in six lines.
    func draw(on canvas: Canvas) {
        guard let matter else { return }
        if canvas.height > 10 {
            let judgement = scene.judgement(of: matter)
            canvas.rule(scene.words.basis, right: scene.words.number(matter), y: 0)
            canvas.put(judgement.light, scene.words, x: 0, y: 1)
            let title = Run(scene.words.title(matter), Style.title.bold)
            let rows = paragraph([title], x: 3, y: 1, rows: 2, on: canvas)
            drawParts(matter, 2 + rows, on: canvas)
        } else {
            canvas.rule(scene.words.basis, right: scene.words.number(matter), y: 0)
            let y = drawLines(matter, 1, isPage: false, on: canvas)
            drawLastLines(matter, y, on: canvas)
        }
    }

    /// Without the title, for a panel that has it already.
    func drawBody(on canvas: Canvas) {
        guard let matter else { return }
        canvas.rule(scene.words.basis, y: 0)
        drawParts(matter, 1, on: canvas)
    }

    private func drawParts(_ matter: Matter, _ top: Int, on canvas: Canvas) {
        var y = drawLines(matter, top, isPage: true, on: canvas)
        y = drawLadder(matter, y + 1, on: canvas)
        y = drawDuties(matter, y, on: canvas)
        y = drawSupports(matter, y, on: canvas)
        y = drawLastTrack(matter, y, on: canvas)
        drawPicture(matter, y, on: canvas)
    }

    // MARK: Parts

    private func drawLines(_ matter: Matter, _ top: Int, isPage: Bool, on canvas: Canvas) -> Int {
        let judgement = scene.judgement(of: matter)
        let lines = scene.words.basis(judgement, of: matter, today: scene.today, in: scene.ledger)
        let indent = isPage ? 0 : 2
        let labels = lines.reduce(4) { max($0, canvas.columns($1.label)) }
        var y = top
        // Six lines below the list: the rule's edition gives way to what happened last.
        let shown = isPage ? lines : Array(lines.dropLast().prefix(canvas.height - 2))
        for (index, line) in shown.enumerated() where y < canvas.height {
            let isFirst = index == 0
            let style: Style =
                isFirst || line.label == scene.words.name(judgement.light) ? judgement.light.reasonStyle : .text
            canvas.put(line.label, x: indent, y: y, isFirst && !isPage ? style : .dim)
            y += paragraph(
                [Run(line.text, style)],
                x: indent + labels + 2,
                y: y,
                rows: isPage ? 3 : 1,
                on: canvas
            )
        }
        return y
    }

    private func drawDuties(_ matter: Matter, _ top: Int, on canvas: Canvas) -> Int {
        let words = scene.words
        let duties = scene.duties(of: matter.number).filter(\.saysMore)
        guard !duties.isEmpty, top + 2 < canvas.height else { return top }
        canvas.rule(words.todaysDuties, y: top)
        var y = top + 1
        for duty in duties where y < canvas.height {
            let isGold: Bool =
                switch duty.kind {
                case .track: !duty.isDone
                case .gap: true
                default: false
                }
            canvas.put(duty.isDone ? .check : .box, x: 0, y: y, duty.isDone ? .green : isGold ? .gold : .dim)
            y += paragraph([Run(words.line(duty), isGold ? .gold : .text)], x: 2, y: y, rows: 2, on: canvas)
        }
        return y + 1
    }

    private func drawSupports(_ matter: Matter, _ top: Int, on canvas: Canvas) -> Int {
        let words = scene.words
        let shares = matter.supports.filter { $0.mode == .share }
        guard !shares.isEmpty, top + 1 < canvas.height else { return top }
        canvas.rule(words.supports, right: "\(shares.count { $0.settled != nil })/\(shares.count)", y: top)
        var y = top + 1
        for share in shares where y < canvas.height {
            canvas.put(share.settled == nil ? .box : .check, x: 0, y: y, share.settled == nil ? .dim : .green)
            let note = share.settled.map { words.short($0) } ?? share.quantity.map(words.quantity) ?? ""
            let used = canvas.put(note, right: canvas.width, y: y, .dim)
            canvas.put(words.unit(share.unit, in: scene.ledger), x: 2, y: y, .text, width: canvas.width - used - 3)
            y += 1
        }
        return y + 1
    }

    private func drawLastTrack(_ matter: Matter, _ top: Int, on canvas: Canvas) -> Int {
        let words = scene.words
        guard top + 1 < canvas.height else { return top }
        guard let track = matter.lastTrack else {
            canvas.rule(words.lastTrack, y: top)
            canvas.put(words.neverTracked, x: 0, y: top + 1, .dim)
            return top + 3
        }
        canvas.rule(words.lastTrack, right: "\(words.short(track.day)) \(words.weekday(track.day))", y: top)
        var y = top + 1
        y += paragraph([Run(words.text(track.text), .text)], x: 0, y: y, rows: 4, on: canvas)
        y += paragraph([Run(words.signature(track.signature, in: scene.ledger), .dim)], x: 0, y: y, rows: 1, on: canvas)
        for (label, prose) in [(words.blocker, matter.blocker), (words.nextStep, matter.next)] {
            guard let prose, y < canvas.height else { continue }
            canvas.put(label, x: 0, y: y, .dim)
            y += paragraph([Run(words.text(prose), .text)], x: canvas.columns(label) + 2, y: y, rows: 2, on: canvas)
        }
        return y + 1
    }

    /// Plan against done by day, where a tall screen has the rows for it.
    private func drawPicture(_ matter: Matter, _ top: Int, on canvas: Canvas) {
        let rows = min(15, canvas.height - top)
        guard rows >= 10, let curve = scene.curve(of: matter) else { return }
        canvas.rule(scene.words.progressTitle, right: scene.words.percent(matter.progress), y: top)
        let area = canvas.region(x: 0, y: top + 1, width: canvas.width, height: rows - 1)
        CurveChart(curve, of: matter, scene, width: area.width).draw(on: area)
    }

    /// What is due today and the last word, one row each.
    private func drawLastLines(_ matter: Matter, _ top: Int, on canvas: Canvas) {
        let words = scene.words
        let duties = scene.duties(of: matter.number).filter(\.saysMore).map(words.line)
        var lines: [(String, String)] = []
        let last = matter.lastTrack.map { "\(words.short($0.day)) \(words.text($0.text))" } ?? words.neverTracked
        lines.append((words.lastShort, last))
        if !duties.isEmpty { lines.append((words.today, duties.joined(separator: words("；", "; ")))) }
        if let next = scene.supervisor.proposal(matter, scene.judgement(of: matter)), next.step != .remind {
            lines.append((words.ladderTitle, words.sentence(next)))
        }
        if let blocker = matter.blocker { lines.append((words.blocker, words.text(blocker))) }
        let shown = lines.prefix(max(0, canvas.height - top))
        let labels = shown.reduce(4) { max($0, canvas.columns($1.0)) }
        for (index, line) in shown.enumerated() {
            canvas.put(line.0, x: 2, y: top + index, .dim)
            canvas.put(line.1, x: 2 + labels + 2, y: top + index, .text, width: canvas.width - labels - 4)
        }
    }

    /// Draws a text of one style over as many rows as it needs, at most `rows`; returns the rows.
    func paragraph(_ runs: [Run], x: Int, y: Int, rows: Int, on canvas: Canvas) -> Int {
        guard let run = runs.first else { return 0 }
        let room = canvas.width - x
        let lines = canvas.repertoire.shown(run.text).wrapped(to: room, canvas.repertoire.ambiguity)
        for (index, line) in lines.prefix(rows).enumerated() {
            let isCut = index == rows - 1 && lines.count > rows
            canvas.put(isCut ? lines[index...].joined() : line, x: x, y: y + index, run.style, width: room)
        }
        return min(lines.count, rows)
    }
}

extension Duty {
    /// 「逾期」 beside the light and 「每日跟踪」 says nothing new.
    fileprivate var saysMore: Bool {
        switch kind {
        case .overdue: false
        // The ladder says it.
        case .propose: false
        default: true
        }
    }
}

extension Light {
    /// The ink of a reason written out: only what is wrong is coloured.
    var reasonStyle: Style {
        switch self {
        case .red, .orange: Style(ink).bold
        case .yellow: .near
        default: .text
        }
    }
}
