import Canvas
import Ledger
import Supervision
import Text
import Words

/// Draws the week grid of the steps, and the steps of one matter.
struct ChecklistGrid {
    let scene: Scene
    let rows: ChecklistRows
    let monday: Day
    let filter: Filter
    private var words: Words { scene.words }
    private var today: Day { scene.today }

    init(scene: Scene, rows: ChecklistRows, monday: Day, filter: Filter) {
        self.scene = scene
        self.rows = rows
        self.monday = monday
        self.filter = filter
    }

    /// Cells of the column that counts the open steps of the weeks before.
    private static let earlier = 5

    /// The days of the week on which the office works.
    private var days: [Day] { (0..<7).map { monday + $0 }.filter(scene.ledger.calendar.isWorkday) }

    func drawSummary(on canvas: Canvas) {
        func pair(_ label: String, _ count: Int, _ style: Style) -> [Run] {
            [Run("\(label) ", .dim), Run("\(count)   ", count > 0 ? style : .dim)]
        }
        let week = "\(words.weekName(of: monday))  \(words.range(words.short(monday), words.short(monday + 6)))   "
        canvas.put(
            [Run(week, Style.title.bold)] + pair(words.stepsOpen, rows.open, Style.title.bold)
                + pair(words.stepsLate, rows.late, Style.orange.bold)
                + pair(words.stepsToday, rows.today, Style.gold.bold),
            x: 1,
            y: 0,
            width: canvas.width - 1
        )
    }

    // MARK: Grid

    func draw(window: ScrollWindow, selected: MatterNumber?, marked: Set<MatterNumber>, on canvas: Canvas) {
        let isNarrow = canvas.width < 110
        let title = isNarrow ? 28 : canvas.width < 150 ? 32 : 44
        let person = title + 2
        let start = person + scene.measures.person + 2 + (isNarrow ? 0 : ChecklistGrid.earlier)
        let end = canvas.width - 8
        let days = isNarrow ? [] : days
        let cell = days.isEmpty ? end - start : (end - start) / days.count
        canvas.put(words.matterHead, x: 5, y: 0, .dim)
        canvas.put(words.personHead, x: person, y: 0, .dim)
        canvas.put(words.doneHead, right: canvas.width - 1, y: 0, .dim)
        if !isNarrow { canvas.put(words.earlierHead, x: start - ChecklistGrid.earlier, y: 0, .dim) }
        if isNarrow { canvas.put(words.currentStep, x: start, y: 0, .dim) }
        for (index, day) in days.enumerated() {
            let plain = "\(words.weekday(day)) \(day.dayOfMonth)"
            let marked = "\(plain) \(words.todayHeadMark)"
            let head = day == today && canvas.columns(marked) < cell ? marked : plain
            canvas.put(head, x: start + index * cell, y: 0, day == today ? Style.gold.bold : .dim, width: cell - 1)
        }
        if rows.matters.isEmpty {
            canvas.put(filter.isEmpty ? words.noSteps : words.nothingMatches, x: 2, y: 1, .dim, width: canvas.width - 2)
            return
        }
        let visible = window.visible(of: rows.matters.count, rows: canvas.height - 1)
        for (offset, index) in visible.enumerated() {
            let number = rows.matters[index]
            guard let matter = scene.matter(number), let judgement = scene.judgement(number) else { continue }
            let y = offset + 1
            canvas.put(judgement.light, words, x: 2, y: y)
            if marked.contains(number) { canvas.putMark(x: 1, y: y) }
            canvas.put(
                words.title(matter),
                x: 5,
                y: y,
                number == selected ? Style.title.bold : .text,
                width: title - 5,
                finding: filter
            )
            canvas.put(words.person(matter.person, in: scene.ledger), x: person, y: y, .dim, width: start - person - 1)
            let done = matter.steps.count { $0.done != nil }
            canvas.put("\(done)/\(matter.steps.count)", right: canvas.width - 1, y: y, .text)
            if isNarrow, let next = matter.steps.first(where: { $0.done == nil }) {
                let day = next.due.map { words.short($0, seenFrom: today) } ?? ""
                let used = canvas.put(day, right: end - 1, y: y, style(next))
                canvas.put(words.text(next.title), x: start, y: y, style(next), width: end - start - used - 2)
            }
            if !isNarrow {
                let x = start - ChecklistGrid.earlier
                let before = matter.steps.count {
                    $0.done == nil && ($0.due.map { $0 < monday && $0 < today } ?? false)
                }
                if before > 0 {
                    canvas.put(.box, x: x, y: y, .orange)
                    canvas.put("\(before)", x: x + 2, y: y, .orange)
                } else {
                    canvas.put(.dot, x: x, y: y, .faint)
                }
            }
            for (index, day) in days.enumerated() {
                put(matter, day, x: start + index * cell, y: y, width: cell - 1, on: canvas)
            }
            if number == selected { canvas.mark(Rect(x: 0, y: y, width: canvas.width - 1, height: 1)) }
        }
        canvas.thumb(window, of: rows.matters.count, x: canvas.width - 1, y: 1, rows: canvas.height - 1, ink: .faint)
    }

    /// ✓ what was done that day, ☐ what is due; the first of several, with how many more.
    private func put(_ matter: Matter, _ day: Day, x: Int, y: Int, width: Int, on canvas: Canvas) {
        let steps = matter.steps.filter { $0.done == day || ($0.done == nil && $0.due == day) }
        guard let first = steps.first(where: { $0.done == nil }) ?? steps.first else {
            canvas.put(.dot, x: x, y: y, .faint)
            return
        }
        let more = steps.count > 1 ? " +\(steps.count - 1)" : ""
        canvas.put(first.done == nil ? .box : .check, x: x, y: y, first.done == nil ? style(first) : .green)
        let room = width - 2 - canvas.columns(more)
        let used = canvas.put(words.text(first.title), x: x + 2, y: y, style(first), width: room)
        canvas.put(more, x: x + 2 + used, y: y, .dim)
    }

    /// Gold is what the hand can do today; a step behind its day is lagging, not past a limit.
    private func style(_ step: Step) -> Style {
        if step.done != nil { return .dim }
        guard let due = step.due else { return .text }
        return due < today ? .orange : due == today ? Style.gold.bold : .text
    }

    // MARK: Steps

    func drawSteps(of number: MatterNumber, on canvas: Canvas) {
        guard let matter = scene.matter(number) else { return }
        let done = matter.steps.count { $0.done != nil }
        canvas.rule(
            [Run(words.stepsTitle, Style.title.bold), Run("  \(words.number(matter)) \(words.title(matter))", .text)],
            right: [Run("\(done)/\(matter.steps.count)", Style.title.bold)],
            x: 1,
            y: 0
        )
        // The current step is in view, whatever the height.
        let current = matter.steps.firstIndex { $0.done == nil } ?? 0
        let rows = canvas.height - 1
        let first = max(0, min(current - rows / 2, matter.steps.count - rows))
        let longest = matter.steps.reduce(0) { max($0, canvas.columns(words.text($1.title))) }
        let person = 8 + max(12, min(longest, canvas.width - 8 - scene.measures.person - 32)) + 3
        let note = person + scene.measures.person + 2
        for (offset, step) in matter.steps.dropFirst(first).prefix(rows).enumerated() {
            let y = offset + 1
            let index = first + offset
            let isCurrent = index == current && step.done == nil
            let style = isCurrent && style(step) == .text ? Style.title.bold : style(step)
            canvas.put(step.done == nil ? .box : .check, x: 2, y: y, step.done == nil ? style : .green)
            canvas.put("\(index + 1)", right: 6, y: y, .dim)
            let state: String
            if let day = step.done {
                state = words.doneOn(day)
            } else if let due = step.due {
                let late = scene.ledger.calendar.workdays(after: due, through: today)
                state =
                    due < today && late > 0
                    ? words.stepBehind(due, workdays: late) : words.limitNote(due, seenFrom: today)
            } else {
                state = ""
            }
            canvas.put(state, x: note, y: y, step.done == nil ? style : .dim, width: canvas.width - note)
            canvas.put(words.person(step.person ?? matter.person, in: scene.ledger), x: person, y: y, .dim)
            canvas.put(words.text(step.title), x: 8, y: y, style, width: person - 10)
        }
    }
}
