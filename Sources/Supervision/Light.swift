package import Ledger

/// The light of a matter (亮灯). A letter before it is a colour. Raw values are promises.
package enum Light: String, Hashable, Sendable, Codable, CaseIterable {
    /// 逾: past the limit.
    case red
    /// 滞: behind the plan, or not signed for in time.
    case orange
    /// 临: near the limit.
    case yellow
    /// 常: on course.
    case green
    /// 结: settled.
    case blue
    /// 待: not started.
    case grey
    /// 挂: parked.
    case parked

    /// Worst first: the order of every list by light.
    package var rank: Int {
        switch self {
        case .red: 0
        case .orange: 1
        case .yellow: 2
        case .green: 3
        case .blue: 4
        case .grey: 5
        case .parked: 6
        }
    }
}

/// Why a light shows (亮灯依据), with every number it rests on. Module Words makes the sentence.
package enum Reason: Hashable, Sendable {
    /// Past the limit: working days since, and the natural and rest days they were counted from.
    /// 0 working days on rest days right after the limit: 「已过时限」.
    case past(limit: Day, workdays: Int, days: Int)
    /// A 当日 matter on its own day, after the evening count.
    case pastEvening(limit: Day, minute: Int)
    /// A limit at an hour, on its own day, after that hour.
    case pastHour(limit: Day, minute: Int)
    /// Reported, but after its limit; the working days are counted to the report.
    case reportedLate(limit: Day, reported: Day, workdays: Int)
    case behind(Plan)
    /// Issued and not signed for within the limit of signing.
    case unsigned(issued: Day, workdays: Int, limit: Int)
    /// Issued and within the limit of signing.
    case waitingSignature(issued: Day, workdays: Int, limit: Int)
    /// The same where the matter has a limit of its own for signing (两级时限); the minute where it is an hour.
    case unsignedPast(limit: Day, minute: Int?, workdays: Int)
    case waitingSignatureUntil(limit: Day, minute: Int?)
    /// Near: working days left, 0 being today.
    case near(limit: Day, left: Int)
    /// The limit falls on a day off before the next working day: it has to be reported on the last one before, which
    /// is today, or is over.
    case lastWorkday(limit: Day, by: Day, isToday: Bool)
    case onCourse(limit: Day, left: Int, plan: Plan?)
    /// Reported in time and waiting for review: not red meanwhile.
    case waitingReview(reported: Day, workdays: Int, limit: Int)
    /// In hand without a limit.
    case noLimit
    case notIssued(Stage)
    case startsLater(Day)
    case settled(on: Day?, limit: Day?, workdaysLate: Int)
    case parked(since: Day, recheck: Day?)
    case suspended
    case void
}

/// Where a matter should be by its plan, and where it is. The plan speaks of the last evening, so
/// that nobody is behind before the day's work.
package struct Plan: Hashable, Sendable {
    package var start: Day
    package var limit: Day
    /// Working days of the whole period, and those that have passed by the last evening.
    package var workdays: Int { Int(wholeDays) }
    package var elapsed: Int { Int(elapsedDays) }
    /// In thousandths of the whole.
    package var expected: Int { Int(expectedPart) }
    package var done: Int { Int(donePart) }
    /// The plan comes from steps with days, not from a straight line.
    package var isBySteps: Bool

    // A judgement holds two plans, and a large ledger has a judgement for each matter and each duty.
    private var wholeDays: Int32
    private var elapsedDays: Int32
    private var expectedPart: Int32
    private var donePart: Int32

    package init(start: Day, limit: Day, workdays: Int, elapsed: Int, expected: Int, done: Int, isBySteps: Bool) {
        self.start = start
        self.limit = limit
        wholeDays = Int32(clamping: workdays)
        elapsedDays = Int32(clamping: elapsed)
        expectedPart = Int32(clamping: expected)
        donePart = Int32(clamping: done)
        self.isBySteps = isBySteps
    }

    /// Percentage points behind; negative when ahead.
    package var pointsBehind: Int { (expected - done) / 10 }
    /// Working days' worth of work behind, on a straight line.
    package var workdaysBehind: Int { elapsed - done * workdays / 1000 }
}

/// What the rules say of one matter at one moment.
package struct Judgement: Hashable, Sendable {
    package var light: Light
    package var reason: Reason
    /// Working days past the limit; 0 unless ``light`` is red.
    package var overdueWorkdays: Int
    /// Working days left, 0 being the limit day; nil without a limit or past it.
    package var workdaysLeft: Int?
    package var plan: Plan?

    package init(_ light: Light, _ reason: Reason, overdue: Int = 0, left: Int? = nil, plan: Plan? = nil) {
        self.light = light
        self.reason = reason
        overdueWorkdays = overdue
        workdaysLeft = left
        self.plan = plan
    }
}
