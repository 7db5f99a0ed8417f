package import Ledger

/// What stands in one cell of the checklist of recurring duties (清单).
package enum RoutineMark: Hashable, Sendable {
    /// ✓ done by its day
    case done(Routine.Tick)
    /// 补 done or ticked after its day
    case late(Routine.Tick)
    /// 未 due today, not done yet
    case todo
    /// 逾 its day has passed by so many working days and the next turn has not come: it can be made good
    case overdue(workdays: Int)
    /// 缺 not done, and the next turn has come
    case missed
    /// Due on a day to come
    case ahead
}

/// One turn of a recurring duty.
package struct RoutineTurn: Hashable, Sendable {
    package var routine: RoutineID
    package var due: Day
    package var mark: RoutineMark

    package init(routine: RoutineID, due: Day, mark: RoutineMark) {
        self.routine = routine
        self.due = due
        self.mark = mark
    }
}

/// A recurring duty over a stretch of days.
package struct RoutineRow: Hashable, Sendable {
    package var routine: Routine
    /// Its turns in the stretch, by day; other days ask nothing of it.
    package var turns: [RoutineTurn]
    /// Turns of the month of the last day, so far: done in time or late, and all that were due.
    package var doneThisMonth: Int
    package var dueThisMonth: Int

    package func turn(on day: Day) -> RoutineTurn? { turns.first { $0.due == day } }
}

/// The checklist of recurring duties over a stretch of days: what the checklist wall draws.
package struct RoutineSheet: Hashable, Sendable {
    package var first: Day
    package var last: Day
    /// By cycle, most frequent first, then in the order in which they were added.
    package var rows: [RoutineRow]

    /// 应办 已办 补记 缺 逾 今日待办, over the stretch.
    package struct Counts: Hashable, Sendable {
        package var due = 0
        package var done = 0
        package var late = 0
        package var missed = 0
        package var overdue = 0
        package var todo = 0

        package init() {}
    }

    package var counts: Counts {
        var counts = Counts()
        for turn in rows.flatMap(\.turns) {
            switch turn.mark {
            case .ahead: continue
            case .done: counts.done += 1
            case .late: counts.late += 1
            case .missed: counts.missed += 1
            case .overdue: counts.overdue += 1
            case .todo: counts.todo += 1
            }
            counts.due += 1
        }
        return counts
    }
}

extension Supervisor {
    /// The checklist from `first` through `last`; duties that have no turn there are in it all the same
    /// while they go on.
    package func routines(from first: Day, through last: Day) -> RoutineSheet {
        let running = ledger.diary.routines.values.filter { $0.ended.map { $0 > first } ?? true }
        let rows = running.sorted { ($0.cycle.rank, $0.id) < ($1.cycle.rank, $1.id) }.map { routine in
            let month = last - (last.dayOfMonth - 1)
            let soFar = turns(of: routine, from: month, through: min(last, today)).filter { $0.mark != .ahead }
            return RoutineRow(
                routine: routine,
                turns: turns(of: routine, from: first, through: last),
                doneThisMonth: soFar.count { $0.isDone },
                dueThisMonth: soFar.count
            )
        }
        return RoutineSheet(first: first, last: last, rows: rows)
    }

    /// The week of a day, Monday to Sunday.
    package func routines(inWeekOf day: Day) -> RoutineSheet {
        let monday = day - (day.weekday - 1)
        return routines(from: monday, through: monday + 6)
    }

    /// What is due today or still to be made good, most frequent first: the office's list of the day.
    package func routinesNow() -> [RoutineTurn] {
        routines(from: today - 1, through: today).rows.flatMap { row -> [RoutineTurn] in
            guard let due = row.routine.lastDue(onOrBefore: today, calendar: ledger.calendar) else { return [] }
            let turn = RoutineTurn(routine: row.routine.id, due: due, mark: mark(row.routine, due: due))
            switch turn.mark {
            case .todo, .overdue: return [turn]
            case .done, .late: return due == today ? [turn] : []
            case .missed, .ahead: return []
            }
        }
    }

    /// The turns of one duty that are due in these days, in order.
    package func turns(of routine: Routine, from first: Day, through last: Day) -> [RoutineTurn] {
        routine.dueDays(from: first, through: last, calendar: ledger.calendar).map {
            RoutineTurn(routine: routine.id, due: $0, mark: mark(routine, due: $0))
        }
    }

    private func mark(_ routine: Routine, due: Day) -> RoutineMark {
        if let tick = routine.tick(due: due) { return tick.day <= due && !tick.isLate ? .done(tick) : .late(tick) }
        if due > today { return .ahead }
        if due == today { return .todo }
        if let next = routine.nextDue(after: due, calendar: ledger.calendar), next <= today { return .missed }
        return .overdue(workdays: ledger.calendar.workdays(after: due, through: today))
    }
}

extension RoutineTurn {
    package var isDone: Bool {
        switch mark {
        case .done, .late: true
        default: false
        }
    }
}

extension Cycle {
    /// The most frequent first.
    package var rank: Int {
        switch self {
        case .daily: 0
        case .weekly: 1
        case .monthly: 2
        case .quarterly: 3
        case .halfYearly: 4
        case .yearly: 5
        }
    }
}
