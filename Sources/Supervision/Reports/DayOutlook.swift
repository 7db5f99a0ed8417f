package import Ledger

/// What the calendar adds to a day (PRACTICE §5): what the rest days left, what has to be done before a holiday, what
/// falls due by the month's end.
package struct DayOutlook: Hashable, Sendable {
    package var afterRest: AfterRest?
    package var beforeHoliday: BeforeHoliday?
    package var monthEnd: MonthEnd?

    package var isEmpty: Bool { self == DayOutlook() }

    package init() {}

    /// 「周末以来」, on the first working day after rest days: what became overdue, what came in, what fell due.
    package struct AfterRest: Hashable, Sendable {
        /// The last working day before them.
        package var since: Day
        package var restDays: Int
        package var newlyOverdue: [MatterNumber]
        /// What whoever was on duty hands back this morning: what was registered on the rest days, and what was handed
        /// to them (交值班) and waits for an answer.
        package var takenIn: [MatterNumber]
        /// The limit fell on a rest day.
        package var fellDue: [MatterNumber]
    }

    /// 「节前须办结」 and 「节内值班」, from three working days before three rest days or more.
    package struct BeforeHoliday: Hashable, Sendable {
        /// The first rest day, and how many there are.
        package var first: Day
        package var days: Int
        package var name: String
        /// Working days until it begins, today included.
        package var workdaysLeft: Int
        /// Open matters whose limit falls before it or on one of its days.
        package var due: [MatterNumber]
        /// Of these, limits on the rest days themselves.
        package var dueOnRestDays: [MatterNumber]
    }

    /// From the 25th on: what is due by the last day of the month.
    package struct MonthEnd: Hashable, Sendable {
        package var last: Day
        package var due: [MatterNumber]
    }
}

extension Supervisor {
    package func outlook() -> DayOutlook {
        var outlook = DayOutlook()
        let yesterday = ledger.calendar.workday(onOrBefore: today - 1)
        if isWorkday, today - yesterday > 1 { outlook.afterRest = afterRest(since: yesterday) }
        outlook.beforeHoliday = beforeHoliday()
        if today.dayOfMonth >= 25 {
            let last = today.endOfMonth
            outlook.monthEnd = DayOutlook.MonthEnd(last: last, due: due(from: today, through: last))
        }
        return outlook
    }

    private func afterRest(since: Day) -> DayOutlook.AfterRest {
        let rest = (since + 1)..<today
        var found = DayOutlook.AfterRest(
            since: since,
            restDays: today - since - 1,
            newlyOverdue: [],
            takenIn: [],
            fellDue: []
        )
        for matter in ledger.matters.values {
            if matter.stage.isOpen, rest.contains(matter.registered) || isHandedBack(matter) {
                found.takenIn.append(matter.number)
            }
            guard matter.stage == .inHand, let limit = matter.due?.day(ledger.offset) else { continue }
            if rest.contains(limit) { found.fellDue.append(matter.number) }
            // Red began at midnight after the limit: one of the last working day is new this morning.
            if limit >= since, limit < today { found.newlyOverdue.append(matter.number) }
        }
        found.newlyOverdue.sort()
        found.takenIn.sort()
        found.fellDue.sort()
        return found
    }

    /// 值班交来: handed to the duty desk before today, and not answered since.
    func isHandedBack(_ matter: Matter) -> Bool {
        guard matter.awaitsAnswer, let answer = matter.standingAnswer else { return false }
        return answer.kind == .handedToDuty && answer.day < today
    }

    private func beforeHoliday() -> DayOutlook.BeforeHoliday? {
        let calendar = ledger.calendar
        guard isWorkday else { return nil }
        // The next rest days: at most three working days ahead, today being the first.
        var last = today
        var workdays = 1
        while calendar.isWorkday(last + 1) {
            last = last + 1
            workdays += 1
            if workdays > 3 { return nil }
        }
        let first = last + 1
        var end = first
        while !calendar.isWorkday(end + 1) { end = end + 1 }
        let days = end - first + 1
        guard days >= 3 else { return nil }
        let name = (0..<days).lazy.compactMap { calendar.exception(on: first + $0)?.name }.first { !$0.isEmpty } ?? ""
        let due = due(from: today, through: end)
        return DayOutlook.BeforeHoliday(
            first: first,
            days: days,
            name: name,
            workdaysLeft: workdays,
            due: due,
            dueOnRestDays: due.filter { ledger.matters[$0]?.due.map { $0.day(ledger.offset) >= first } ?? false }
        )
    }

    /// Open matters that are not reported and whose limit lies in a span of days, by number.
    func due(from: Day, through: Day) -> [MatterNumber] {
        let matters = ledger.matters.values
        return matters.inParts { places in
            matters[places].filter { matter in
                guard matter.stage == .issued || matter.stage == .inHand, let limit = matter.due?.day(ledger.offset)
                else { return false }
                return from <= limit && limit <= through
            }
            .map(\.number)
        }
        .joined().sorted()
    }
}
