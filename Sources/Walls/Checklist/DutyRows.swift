import Canvas
import Ledger
import Supervision
import Text
import Words

/// The recurring duties of a week as rows: what the filter lets through, most frequent first.
struct DutyRows {
    let sheet: RoutineSheet
    let rows: [RoutineRow]
    /// The days that have a column: working days, and rest days on which a duty is due all the same.
    let days: [Day]
    let today: Day

    init(_ scene: Scene, monday: Day, _ filter: Filter) {
        let sheet = scene.derived(SheetKey(monday: monday)) { scene.supervisor.routines(inWeekOf: monday) }
        self.sheet = sheet
        today = scene.today
        let due = Set(sheet.rows.flatMap { $0.turns.map(\.due) })
        days = (0..<7).map { monday + $0 }.filter { scene.ledger.calendar.isWorkday($0) || due.contains($0) }
        let wanted = SearchWord(filter.text)
        rows = sheet.rows.filter { row in
            if filter.isTroubleOnly, !row.turns.contains(where: \.isTrouble) { return false }
            return filter.text.isEmpty || DutyRows.finds(wanted, row.routine, scene)
        }
    }

    private struct SheetKey: Hashable {
        var monday: Day
    }

    /// By name, unit or person, as written or by their initials.
    private static func finds(_ wanted: SearchWord, _ routine: Routine, _ scene: Scene) -> Bool {
        let names = [
            routine.name.string, scene.words.person(routine.person, in: scene.ledger),
            scene.words.unit(routine.unit, in: scene.ledger),
        ]
        return !TextColumn(names).rows(holding: wanted).isEmpty
    }
}

extension RoutineTurn {
    /// 缺 and 逾
    var isTrouble: Bool {
        switch mark {
        case .missed, .overdue: true
        default: false
        }
    }
}

/// Which turn of which duty has the cursor: by duty and day, never by position.
struct DutyChoice: Hashable {
    private(set) var routine: RoutineID?
    private(set) var day: Day?
    private(set) var window = ScrollWindow()
    private var place = 0
    /// At which end of the week to come in, after left or right left the one before.
    private var entersLast: Bool?

    func turn(_ duties: DutyRows) -> RoutineTurn? {
        guard let day else { return nil }
        return duties.rows.first { $0.routine.id == routine }?.turn(on: day)
    }

    mutating func settle(_ duties: DutyRows, rows: Int) {
        if let index = duties.rows.firstIndex(where: { $0.routine.id == routine }) { place = index }
        place = max(0, min(place, duties.rows.count - 1))
        routine = duties.rows.isEmpty ? nil : duties.rows[place].routine.id
        if let entersLast {
            day = entersLast ? duties.days.last : duties.days.first
            self.entersLast = nil
        }
        if day.map({ !duties.days.contains($0) }) ?? true {
            day = duties.days.last { $0 <= duties.today } ?? duties.days.first
        }
        window = window.showing(place, of: duties.rows.count, rows: rows)
    }

    /// - Returns: by how many weeks the grid moves.
    mutating func move(_ motion: Motion, _ duties: DutyRows, rows: Int) -> Int {
        if motion == .left || motion == .right {
            let step = motion == .left ? -1 : 1
            let column = (day.flatMap(duties.days.firstIndex(of:)) ?? 0) + step
            guard duties.days.indices.contains(column) else {
                entersLast = motion == .left
                return step
            }
            day = duties.days[column]
        }
        place = motion.place(from: place, of: duties.rows.count, page: max(1, rows - 1))
        routine = duties.rows.isEmpty ? nil : duties.rows[place].routine.id
        return 0
    }

    /// A turn of another week, from the calendar.
    mutating func select(_ day: Day) { self.day = day }

    /// - Returns: whether it was selected already.
    mutating func click(_ point: Point, _ grid: Rect, _ columns: DutyColumns, _ duties: DutyRows) -> Bool {
        let visible = window.visible(of: duties.rows.count, rows: max(0, grid.height - 1))
        let index = visible.lowerBound + point.y - grid.y - 1
        guard grid.contains(point), point.y > grid.y, visible.contains(index) else { return false }
        let before = self
        place = index
        routine = duties.rows[index].routine.id
        if let day = columns.day(at: point.x) { self.day = day }
        return self == before
    }
}
