package import Ledger

/// Where something should be by its plan, day by day (计划线): by the days of its steps where it has any, else straight
/// over the working days of its period. One rule for lights, bars and curves.
package struct PlanLine: Hashable, Sendable {
    package var start: Day
    package var limit: Day
    /// The days of the steps that have one, in order.
    package private(set) var steps: [Day]

    package init(start: Day, limit: Day, steps: [Day] = []) {
        self.start = start
        self.limit = limit
        self.steps = steps.sorted()
    }

    /// Working days of the whole period, counted from the day after its start.
    package func workdays(_ calendar: WorkCalendar) -> Int { calendar.workdays(after: start, through: limit) }

    /// Working days of the period that have passed by the evening of a day.
    package func elapsed(by evening: Day, _ calendar: WorkCalendar) -> Int {
        min(max(0, workdays(calendar)), max(0, calendar.workdays(after: start, through: evening)))
    }

    /// What should be done by the evening of a day, in thousandths of the whole.
    package func expected(by evening: Day, _ calendar: WorkCalendar) -> Int {
        guard steps.isEmpty else { return steps.count { $0 <= evening } * 1000 / steps.count }
        let whole = workdays(calendar)
        guard whole > 0 else { return evening >= limit ? 1000 : 0 }
        return elapsed(by: evening, calendar) * 1000 / whole
    }

    /// The day that a share done stands for: on its evening the plan asks for just that much. The end of the done part
    /// of a bar, so that left or right of today *is* behind or ahead.
    ///
    /// Between two steps the days are shared out evenly, for work goes on there too.
    package func day(of done: Int, _ calendar: WorkCalendar) -> Day {
        let done = min(max(0, done), 1000)
        var (from, through, share) = (start, limit, done)
        if !steps.isEmpty {
            let passed = done * steps.count / 1000
            guard passed < steps.count else { return steps[steps.count - 1] }
            from = passed == 0 ? min(start, steps[0]) : steps[passed - 1]
            through = steps[passed]
            share = done * steps.count - passed * 1000
        }
        let workdays = calendar.workdays(after: from, through: through) * share / 1000
        return workdays > 0 ? calendar.day(workdays, workdaysAfter: from) : from
    }
}

extension Judge {
    /// The plan line of a matter; nil for what is judged by time only, or has no limit (PRACTICE §3).
    package func planLine(of matter: Matter) -> PlanLine? {
        guard matter.hasPlan, matter.source != .instruction, let limit = matter.due?.day(offset) else { return nil }
        let start = matter.start ?? matter.issued ?? matter.registered
        guard start < limit else { return nil }
        return PlanLine(start: start, limit: limit, steps: matter.steps.compactMap(\.due))
    }
}
