package import Ledger

extension Judge {
    /// Whether a matter stood overdue on the evening of a past day, by what it was on that day.
    package func wasOverdue(_ trace: Trace, on day: Day) -> Bool {
        guard trace.stage == .inHand, let due = trace.due else { return false }
        return due.day(offset) < day
    }

    /// Whether it stood behind its plan on a past day, by what it was on that day.
    func wasBehind(_ matter: Matter, _ trace: Trace, on day: Day) -> Bool {
        guard trace.stage == .inHand, let limit = trace.due?.day(offset), limit >= day else { return false }
        let parts = matter.planParts(on: day)
        guard parts.isPlanned,
            let plan = plan(
                start: matter.start ?? matter.issued ?? matter.registered,
                limit: limit,
                steps: parts.steps,
                done: trace.progress,
                asOf: calendar.workday(onOrBefore: day - 1)
            )
        else { return false }
        return isBehind(plan, by: self[rulesOn: day])
    }
}

extension Matter {
    /// Since when it had been in hand on a day, without a break; nil where it was not.
    func inHand(on day: Day) -> Day? {
        guard var index = trail.lastIndex(where: { $0.day <= day }), trail[index].stage == .inHand else { return nil }
        while index > 0, trail[index - 1].stage == .inHand { index -= 1 }
        // The oldest trace says what held when the window began.
        return index == 0 ? min(trail[0].day, accepted ?? trail[0].day) : trail[index].day
    }
}

/// What the office owed a matter on one day, and did: one cell of the strip on the desk.
package enum Mark: Hashable, Sendable {
    /// ✓ 已记
    case tracked
    /// 补 written down on a later day
    case late
    /// 缺 漏跟踪
    case gap
    /// 未 today, still to be done
    case todo
    /// · not required that day
    case notRequired
}

/// One day of a matter's strip.
package struct DayMark: Hashable, Sendable {
    package var day: Day
    package var mark: Mark

    package init(day: Day, mark: Mark) {
        self.day = day
        self.mark = mark
    }
}

/// How often a matter must be tracked (PRACTICE §4).
package enum Pace: Hashable, Sendable {
    case daily
    case weekly
    case none
}
