import Canvas
import Ledger
import Supervision
import Text
import Words

/// Draws the week grid of recurring duties (职责), and the record of the selected one.
struct DutyGrid {
    let scene: Scene
    let rows: DutyRows
    let filter: Filter
    private var words: Words { scene.words }
    private var today: Day { scene.today }

    init(scene: Scene, rows: DutyRows, filter: Filter) {
        self.scene = scene
        self.rows = rows
        self.filter = filter
    }

    /// 「47周 11-16 至 11-22   应办 37   已办 29   补记 2   缺 1   逾 1   今日待办 6」; what does not fit is left out whole.
    func drawSummary(on canvas: Canvas) {
        let counts = rows.sheet.counts
        let monday = rows.sheet.first
        let week = "\(words.weekName(of: monday))  \(words.range(words.short(monday), words.short(monday + 6)))"
        var x = canvas.put(week, x: 0, y: 0, Style.title.bold) + 3
        let figures: [(String, Int, Style)] = [
            (words.dutiesToday, counts.todo, Style.gold.bold), (words.dutiesMissed, counts.missed, Style.red.bold),
            (words.dutiesOverdue, counts.overdue, Style.red.bold), (words.dutiesLate, counts.late, Style.title.bold),
            (words.dutiesDone, counts.done + counts.late, Style.title.bold),
            (words.dutiesDue, counts.due, Style.title.bold),
        ]
        for (label, count, style) in figures {
            let width = canvas.columns(label) + 1 + String(count).count
            if x + width > canvas.width { break }
            x += canvas.put(label, x: x, y: 0, .dim) + 1
            x += canvas.put("\(count)", x: x, y: 0, count > 0 ? style : .dim) + 3
        }
    }

    // MARK: Grid

    func draw(_ choice: DutyChoice, on canvas: Canvas) {
        let columns = DutyColumns(rows, scene, width: canvas.width)
        canvas.put(words.dutyHead, x: columns.name, y: 0, .dim)
        canvas.put(words.personHead, x: columns.person, y: 0, .dim)
        canvas.put(words.monthHead, right: canvas.width - 1, y: 0, .dim)
        for (index, day) in columns.days.enumerated() {
            let plain = "\(words.weekday(day)) \(day.dayOfMonth)"
            let forms = [day == today ? "\(plain) \(words.todayHeadMark)" : plain, plain]
            let head = forms.first { canvas.columns($0) < columns.cell } ?? "\(day.dayOfMonth)"
            canvas.put(
                head,
                x: columns.x(of: index),
                y: 0,
                day == today ? Style.gold.bold : .dim,
                width: columns.cell - 1
            )
        }
        if rows.rows.isEmpty {
            let note = rows.sheet.rows.isEmpty ? words.noDuties : words.nothingMatches
            canvas.put(note, x: 2, y: 1, .dim, width: canvas.width - 2)
            return
        }
        let visible = choice.window.visible(of: rows.rows.count, rows: canvas.height - 1)
        for (offset, index) in visible.enumerated() {
            let row = rows.rows[index]
            let isFirstOfCycle = offset == 0 || rows.rows[index - 1].routine.cycle.rank != row.routine.cycle.rank
            draw(row, isFirstOfCycle, choice, columns, y: offset + 1, on: canvas)
        }
        canvas.thumb(
            choice.window,
            of: rows.rows.count,
            x: canvas.width - 1,
            y: 1,
            rows: canvas.height - 1,
            ink: .faint
        )
    }

    private func draw(
        _ row: RoutineRow,
        _ isFirstOfCycle: Bool,
        _ choice: DutyChoice,
        _ columns: DutyColumns,
        y: Int,
        on canvas: Canvas
    ) {
        let isSelected = row.routine.id == choice.routine
        if isFirstOfCycle { canvas.put(words.shortName(row.routine.cycle), x: 2, y: y, .dim, width: 5) }
        canvas.put(
            name(of: row.routine),
            x: columns.name,
            y: y,
            isSelected ? Style.title.bold : .text,
            width: columns.person - columns.name - 1,
            finding: filter
        )
        canvas.put(
            words.person(row.routine.person, in: scene.ledger),
            x: columns.person,
            y: y,
            .dim,
            width: columns.start - columns.person - 1
        )
        if row.dueThisMonth > 0 || row.doneThisMonth > 0 {
            canvas.put("\(row.doneThisMonth)/\(row.dueThisMonth)", right: canvas.width - 1, y: y, .text)
        } else {
            canvas.put(.dot, x: canvas.width - 2, y: y, .faint)
        }
        for (column, day) in columns.days.enumerated() {
            guard let turn = row.turn(on: day) else {
                canvas.put(.dot, x: columns.x(of: column), y: y, .faint)
                continue
            }
            draw(turn, x: columns.x(of: column), y: y, width: columns.cell - 1, on: canvas)
        }
        guard isSelected else { return }
        canvas.mark(Rect(x: 0, y: y, width: canvas.width - 1, height: 1))
        if let column = choice.day.flatMap(columns.days.firstIndex(of:)) {
            canvas.put(.rowMark, x: columns.x(of: column) - 1, y: y, Style(.gold, on: .none, .selected))
        }
    }

    /// The name, and by what time of its day.
    private func name(of routine: Routine) -> String {
        let time = routine.minute.map { " \(words.time(minute: $0))" } ?? ""
        return routine.name.string + time
    }

    private func draw(_ turn: RoutineTurn, x: Int, y: Int, width: Int, on canvas: Canvas) {
        let style = turn.style
        canvas.put(turn.glyph, x: x, y: y, turn.isDone ? .green : style)
        // Half a name says nothing; the record below the grid has it whole.
        guard width >= 8 else { return }
        canvas.put(words.cell(turn, today: today, in: scene.ledger), x: x + 2, y: y, style, width: width - 2)
    }

    // MARK: Record

    /// What the selected turn is, what can be done about it, and the turns before it with who did them and their notes.
    func drawRecord(of choice: DutyChoice, on canvas: Canvas) {
        guard let row = rows.rows.first(where: { $0.routine.id == choice.routine }) else { return }
        let routine = row.routine
        canvas.rule(
            [Run(routine.name.string, Style.title.bold), Run("  \(words.rhythm(routine, in: scene.ledger))", .dim)],
            right: [Run(words.thisMonth(row.doneThisMonth, of: row.dueThisMonth), .text)],
            x: 1,
            y: 0
        )
        let day = choice.day ?? today
        let calendar = calendar(of: choice, canvas.size)
        if let calendar { calendar.calendar.draw(day, on: canvas.region(calendar.place)) }
        if let turn = row.turn(on: day) {
            let used = canvas.put(words.short(day, seenFrom: today), x: 2, y: 1, .dim) + 4
            canvas.put(words.explanation(turn, today: today), x: max(9, used), y: 1, turn.isDone ? .text : turn.style)
        } else {
            canvas.put(
                words.nothingDue(day, next: routine.nextDue(after: day, calendar: scene.ledger.calendar)),
                x: 2,
                y: 1,
                .dim
            )
        }
        let list = canvas.region(
            x: 0,
            y: 0,
            width: calendar.map { $0.place.x - 3 } ?? canvas.width,
            height: canvas.height
        )
        // The selected turn has said its own already.
        let others = earlier(routine).filter { $0.due != day }
        for (index, turn) in others.prefix(canvas.height - 2).enumerated() {
            draw(earlier: turn, y: index + 2, on: list)
        }
    }

    /// Where the weeks of the selected duty stand beside its record, in an area of some size.
    func calendar(of choice: DutyChoice, _ size: Size) -> (calendar: DutyCalendar, place: Rect)? {
        guard size.width >= 110, let id = choice.routine else { return nil }
        let place = Rect(x: size.width / 2 + 2, y: 2, width: DutyCalendar.width, height: size.height - 2)
        return DutyCalendar(scene, id, rows: place.height).map { ($0, place) }
    }

    private func draw(earlier turn: RoutineTurn, y: Int, on canvas: Canvas) {
        canvas.put(words.short(turn.due, seenFrom: today), x: 2, y: y, .dim)
        canvas.put(turn.glyph, x: 9, y: y, turn.isDone ? turn.doneStyle : turn.style)
        guard let tick = turn.tick else {
            // The day stands in front, and 缺 says it all.
            canvas.put(words.name(turn.mark), x: 12, y: y, turn.style, width: canvas.width - 12)
            return
        }
        let person = 12 + scene.measures.person + 2
        canvas.put(words.who(tick, in: scene.ledger), x: 12, y: y, .text, width: person - 13)
        var x = person
        if case .late = turn.mark {
            x +=
                canvas.put(words.madeGood(on: tick.day, seenFrom: today), x: x, y: y, .dim, width: canvas.width - x) + 2
        }
        if let text = tick.text { canvas.put(words.text(text), x: x, y: y, .text, width: canvas.width - x) }
    }

    /// The turns up to today, the latest first; as many as a panel can show.
    private func earlier(_ routine: Routine) -> [RoutineTurn] {
        scene.supervisor.turns(of: routine, from: today - 62, through: today).reversed()
    }
}

extension RoutineTurn {
    var tick: Routine.Tick? {
        switch mark {
        case .done(let tick), .late(let tick): tick
        default: nil
        }
    }
}
