/// A set of limits under one name (时限预设). 「13710」: plan the same day, report the first handling
/// in 3 days, solve an ordinary matter in 7 days, a hard one in a month, and follow it to zero
/// (domain §2.4).
package enum Preset: String, Hashable, Sendable, Codable, CaseIterable {
    /// An ordinary matter: 7 days.
    case ordinary = "13710"
    /// A hard matter: one month.
    case hard = "13710 hard"

    /// The limit of the result.
    package var term: Term {
        switch self {
        case .ordinary: .naturalDays(7)
        case .hard: .months(1)
        }
    }

    /// What has to stand on the way there.
    package enum Milestone: String, Hashable, Sendable, CaseIterable {
        /// 1: 当日研究部署
        case planned
        /// 3: 3 日内反馈初步办理情况
        case firstReport
        /// 7: 7 日内办结; a hard matter gives a day and a plan.
        case solvedOrPlanned
    }

    /// The milestones of a matter issued on a day, in order.
    package func milestones(issued day: Day, calendar: WorkCalendar) -> [(milestone: Milestone, day: Day)] {
        [
            (.planned, day),
            (.firstReport, calendar.workday(onOrAfter: day + 3)),
            (.solvedOrPlanned, calendar.workday(onOrAfter: day + 7)),
        ]
    }
}
