import Canvas
import Ledger
import Supervision
import Text
import Words

// 四定, 进度, the notes, steps and supporting units: the left column, or on a narrow screen the first page.
extension MatterPage {
    func drawMain(_ matter: Matter, _ layout: Layout, _ frame: Frame, _ canvas: Canvas) {
        let area = layout.main
        var y = area.y
        drawFixed(matter, frame.scene, canvas.region(Rect(x: 0, y: y, width: area.width, height: 3)))
        y += 4
        let progress = progressRows(matter, frame, height: area.height)
        if progress > 0 {
            drawProgress(matter, frame.scene, canvas.region(Rect(x: 0, y: y, width: area.width, height: progress)))
            y += progress + 1
        }
        let notes = notes(matter, frame.scene)
        let indent = 4 + (notes.map { canvas.columns($0.label) }.max() ?? 0)
        for note in notes {
            guard y < area.bottom else { return }
            canvas.put(note.label, x: 2, y: y, note.isUrgent ? .gold : .dim)
            canvas.put(note.text, x: indent, y: y, .text, width: area.width - indent)
            y += 1
        }
        if !notes.isEmpty { y += 1 }
        if MatterPage.isWide(frame) {
            for list in MatterPage.lists {
                if let rows = layout.area(of: list) { draw(list, matter, rows, frame, canvas) }
            }
        } else {
            for draw in [drawSteps, drawSupports, drawSlips] where y + 1 < area.bottom {
                y += draw(matter, Rect(x: 0, y: y + 1, width: area.width, height: area.bottom - y - 1), frame, canvas)
            }
            drawLatest(y, area, frame, canvas)
        }
    }

    /// 四定: what is still open is gold, for a hand can close it; never red.
    private func drawFixed(_ matter: Matter, _ scene: Scene, _ canvas: Canvas) {
        let words = scene.words
        let ledger = scene.ledger
        let missing = matter.missing
        canvas.rule(
            [Run(words("四定", "Four fixed"), Style.title.bold)],
            right: [Run(words.missing(missing), missing.isEmpty ? .dim : .gold)],
            y: 0
        )
        func short(_ day: Day) -> String { words.short(day, seenFrom: scene.today) }
        let cells: [(Fixed, String, String)] = [
            (.person, words.person(matter.person, in: ledger), words.unit(matter.lead, in: ledger)),
            (.post, matter.post.string, ""),
            (
                .quantity, matter.quantity.map { "\(words.amount($0.target)) \($0.unit)" } ?? "",
                matter.quantity.map { words("已完成 ", "done ") + words.amount($0.done) } ?? ""
            ),
            (
                .time, matter.limitDay(ledger.offset).map(short) ?? matter.term.map(words.name) ?? "",
                matter.issued.map { words("\(short($0)) 交办", "issued \(short($0))") } ?? ""
            ),
        ]
        for (index, (fixed, value, note)) in cells.enumerated() {
            let x = index * canvas.width / 4 + 2
            let width = canvas.width / 4 - 3
            let used = canvas.put(words.letter(fixed), x: x, y: 1, .dim) + 1
            if missing.contains(fixed) {
                canvas.put(words("缺", "none"), x: x + used, y: 1, Style.gold.bold)
            } else {
                canvas.put(value, x: x + used, y: 1, Style.title.bold, width: width - used)
            }
            canvas.put(note, x: x + used, y: 2, .dim, width: width - used)
        }
    }

    @discardableResult
    func drawSteps(_ matter: Matter, _ area: Rect, _ frame: Frame, _ canvas: Canvas) -> Int {
        guard !matter.steps.isEmpty else { return 0 }
        let words = frame.scene.words
        let done = matter.steps.count { $0.done != nil }
        canvas.rule(
            words("步骤", "Steps"),
            right: "\(done)/\(matter.steps.count)",
            x: 0,
            y: area.y - 1,
            width: area.width
        )
        let current = matter.steps.firstIndex { $0.done == nil }
        let isHere = part == .steps
        let shown = (isHere ? window : ScrollWindow()).visible(of: matter.steps.count, rows: area.height)
        for index in shown {
            let step = matter.steps[index]
            let y = area.y + index - shown.lowerBound
            let style: Style = step.done != nil ? .dim : index == current ? Style.title.bold : .text
            let glyph: Glyph = step.done != nil ? .check : index == current ? .more : .box
            canvas.put(glyph, x: 2, y: y, step.done != nil ? .green : style)
            let right = area.right - 28
            canvas.put(words.text(step.title), x: 5, y: y, style, width: right - 6)
            canvas.put(words.person(step.person, in: frame.scene.ledger), x: right, y: y, .dim, width: 8)
            if let due = step.due {
                canvas.put(words.short(due, seenFrom: frame.scene.today), x: right + 9, y: y, .dim)
            }
            drawStepState(step, x: right + 20, y: y, frame.scene, canvas)
            if isHere, index == row { canvas.mark(Rect(x: 0, y: y, width: area.width, height: 1)) }
        }
        return shown.count + 2
    }

    private func drawStepState(_ step: Step, x: Int, y: Int, _ scene: Scene, _ canvas: Canvas) {
        let words = scene.words
        switch (step.done, step.due) {
        case (let done?, let due?) where done > due: canvas.put(words("晚", "late"), x: x, y: y, .dim)
        case (_?, _?): canvas.put(words("按期", "on time"), x: x, y: y, .dim)
        case (nil, let due?) where due < scene.today: canvas.put(words("已过", "past"), x: x, y: y, .orange)
        default: break
        }
    }

    @discardableResult
    func drawSupports(_ matter: Matter, _ area: Rect, _ frame: Frame, _ canvas: Canvas) -> Int {
        guard !matter.supports.isEmpty else { return 0 }
        let scene = frame.scene
        let words = scene.words
        let shares = matter.supports.filter { $0.mode == .share }
        let note =
            shares.isEmpty
            ? words("\(matter.supports.count) 家协助", "\(matter.supports.count) assisting")
            : words(
                "分办 \(shares.count) 家  已办结 \(shares.count { $0.settled != nil })",
                "\(shares.count { $0.settled != nil }) of \(shares.count) shares settled"
            )
        canvas.rule(words("配合单位", "Supporting units"), right: note, x: 0, y: area.y - 1, width: area.width)
        let isHere = part == .supports
        let columns = SupportColumns(matter, scene, width: area.width, canvas)
        let shown = (isHere ? window : ScrollWindow()).visible(of: matter.supports.count, rows: area.height)
        for index in shown {
            let support = matter.supports[index]
            let y = area.y + index - shown.lowerBound
            columns.draw(
                support,
                of: matter,
                scene,
                y: y,
                on: canvas.region(x: 0, y: 0, width: area.right, height: y + 1)
            )
            if isHere, index == row { canvas.mark(Rect(x: 0, y: y, width: area.width, height: 1)) }
        }
        return shown.count + 2
    }

    /// On a narrow screen the newest records fill what is left of the first page.
    private func drawLatest(_ top: Int, _ area: Rect, _ frame: Frame, _ canvas: Canvas) {
        guard top + 2 <= area.bottom, let history, !history.isEmpty else { return }
        let scene = frame.scene
        let words = scene.words
        canvas.rule(words("最近记录", "Latest"), right: words("\(history.count) 条", "\(history.count)"), y: top)
        for (index, entry) in entries(scene).prefix(area.bottom - top - 1).enumerated() {
            guard case .record(let event) = entry else { continue }
            let y = top + 1 + index
            var x = 2 + canvas.put(words.short(entry.day(scene), seenFrom: scene.today), x: 2, y: y, .dim) + 1
            x += canvas.put(words.signature(event.signature, in: scene.ledger), x: x, y: y, .dim, width: 24) + 1
            canvas.put(words.sentence(event, in: scene.ledger), x: x, y: y, .text, width: canvas.width - x)
        }
    }
}
