package import Text

package typealias RoutineID = Key<Routine>

/// What becomes of a recurring duty whose day is a rest day.
package enum RestDay: String, Hashable, Sendable, Codable, CaseIterable {
    /// 提前: on the last working day before.
    case before
    /// 顺延: on the next working day.
    case after
    /// 照常: on the day itself, rest day or not.
    case same
    /// 免: not this time.
    case skip
}

/// A recurring duty of the office (常规职责): 日报告 周例会 月查 季报 半年小结 年度考核, and its own.
package struct Routine: Hashable, Sendable, Codable {
    package var id: RoutineID
    package var name: CleanText
    package var cycle: Cycle
    package var restDay: RestDay
    /// By what time of its day, in minutes after midnight.
    package var minute: Int?
    package var unit: UnitID?
    package var person: PersonID?
    /// The first day it can be due.
    package var start: Day
    /// No longer due from this day on.
    package var ended: Day?
    /// Ticks of its recent turns, by due day.
    package var ticks: [Tick]

    /// Turns whose ticks are kept.
    package static let kept = 92

    /// 勾: done, for the turn that was due on a day.
    package struct Tick: Hashable, Sendable, Codable {
        package var due: Day
        /// The day it was done.
        package var day: Day
        /// Who did it, where that was said.
        package var person: PersonID?
        /// The account that ticked it, where that belongs to nobody in the directory.
        package var account: String?
        /// It was ticked on a later day than that (补记).
        package var isLate: Bool
        package var text: Prose?

        package init(
            due: Day,
            day: Day,
            person: PersonID? = nil,
            account: String? = nil,
            isLate: Bool = false,
            text: Prose? = nil
        ) {
            self.due = due
            self.day = day
            self.person = person
            self.account = account
            self.isLate = isLate
            self.text = text
        }
    }

    package init(
        id: RoutineID = RoutineID(0),
        name: CleanText,
        cycle: Cycle,
        restDay: RestDay = .before,
        minute: Int? = nil,
        unit: UnitID? = nil,
        person: PersonID? = nil,
        start: Day
    ) {
        self.id = id
        self.name = name
        self.cycle = cycle
        self.restDay = restDay
        self.minute = minute
        self.unit = unit
        self.person = person
        self.start = start
        ticks = []
    }

    /// The days it is due from `first` through `last`, in order.
    package func dueDays(from first: Day, through last: Day, calendar: WorkCalendar) -> [Day] {
        let first = max(first, start)
        let last = min(last, ended.map { $0 - 1 } ?? last)
        guard first <= last else { return [] }
        if cycle == .daily, restDay != .same {
            return (first.number...last.number).map { Day(number: $0) }.filter(calendar.isWorkday)
        }
        // A turn moves by a holiday at most.
        let margin = restDay == .same ? 0 : 20
        var days: [Day] = []
        var turn = cycle.turn(after: first - margin - 1)
        while turn <= last + margin {
            if let due = moved(turn, calendar: calendar), (first...last).contains(due), days.last != due {
                days.append(due)
            }
            turn = cycle.turn(after: turn)
        }
        return days
    }

    /// The first day it is due after `day`; nil when it has ended by then.
    package func nextDue(after day: Day, calendar: WorkCalendar) -> Day? {
        dueDays(from: day + 1, through: day + 400, calendar: calendar).first
    }

    /// The last day on or before `day` on which it was due.
    package func lastDue(onOrBefore day: Day, calendar: WorkCalendar) -> Day? {
        dueDays(from: day - 400, through: day, calendar: calendar).last
    }

    package func tick(due: Day) -> Tick? { ticks.first { $0.due == due } }

    private func moved(_ turn: Day, calendar: WorkCalendar) -> Day? {
        switch restDay {
        case .before: calendar.workday(onOrBefore: turn)
        case .after: calendar.workday(onOrAfter: turn)
        case .same: turn
        case .skip: calendar.isWorkday(turn) ? turn : nil
        }
    }
}

/// A tick as it happened.
package struct RoutineTick: Hashable, Sendable, Codable {
    package var routine: RoutineID
    package var due: Day
    package var person: PersonID?
    package var text: Prose?

    package init(routine: RoutineID, due: Day, person: PersonID? = nil, text: Prose? = nil) {
        self.routine = routine
        self.due = due
        self.person = person
        self.text = text
    }
}

/// No longer due.
package struct RoutineEnd: Hashable, Sendable, Codable {
    package var routine: RoutineID

    package init(routine: RoutineID) { self.routine = routine }
}

extension Routine.Tick {
    /// The account only says what the person does not; ledgers of before it was kept hold none, and are the same.
    package static func == (left: Routine.Tick, right: Routine.Tick) -> Bool {
        left.due == right.due && left.day == right.day && left.person == right.person && left.isLate == right.isLate
            && left.text == right.text
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(due)
        hasher.combine(day)
        hasher.combine(person)
        hasher.combine(isLate)
        hasher.combine(text)
    }
}
