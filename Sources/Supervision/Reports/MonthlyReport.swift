package import Ledger

/// 月报: by source (来源) what was issued, settled in time and late, is overdue, was extended and parked; each against
/// the month before (PRACTICE §5).
package struct MonthlyReport: Hashable, Sendable {
    package var from: Day
    /// The last day of the month, or today where it still runs.
    package var through: Day
    package var before: (from: Day, through: Day) { (MonthlyReport.first(of: from - 1), from - 1) }
    package private(set) var rows: [Source: Row] = [:]

    /// What one source brought in two months.
    package struct Row: Hashable, Sendable {
        package var now = Counts()
        package var before = Counts()
    }

    package struct Counts: Hashable, Sendable {
        /// 交办
        package var issued = 0
        /// 按期办结
        package var onTime = 0
        /// 逾期办结
        package var late = 0
        /// 逾期未结, at the month's end
        package var overdue = 0
        /// 延期, granted in the month
        package var extended = 0
        /// 挂账, at the month's end
        package var parked = 0

        package static func + (left: Counts, right: Counts) -> Counts {
            var sum = left
            sum.issued += right.issued
            sum.onTime += right.onTime
            sum.late += right.late
            sum.overdue += right.overdue
            sum.extended += right.extended
            sum.parked += right.parked
            return sum
        }

        package init() {}
    }

    /// The month of a day, through today where it is today's.
    package init(month day: Day, today: Day) {
        from = MonthlyReport.first(of: day)
        through = min(day.endOfMonth, max(today, from))
    }

    package var total: Row {
        rows.values.reduce(into: Row()) { sum, row in
            sum.now = sum.now + row.now
            sum.before = sum.before + row.before
        }
    }

    private static func first(of day: Day) -> Day { day - (day.dayOfMonth - 1) }

    /// Takes a matter in, whatever its stage.
    ///
    /// - Parameter extended: the days on which an extension was granted.
    package mutating func add(_ matter: Matter, extended: [Day], by judge: Judge) {
        guard matter.stage != .void else { return }
        var row = rows[matter.source] ?? Row()
        count(matter, from, through, extended, judge, &row.now)
        count(matter, before.from, before.through, extended, judge, &row.before)
        if row != Row() { rows[matter.source] = row }
    }

    private func count(
        _ matter: Matter,
        _ first: Day,
        _ last: Day,
        _ extended: [Day],
        _ judge: Judge,
        _ counts: inout Counts
    ) {
        func falls(_ day: Day?) -> Bool { day.map { first <= $0 && $0 <= last } ?? false }
        if falls(matter.issued) { counts.issued += 1 }
        if matter.stage.isSettled, falls(matter.settled) {
            if judge.wasSettledLate(matter) { counts.late += 1 } else { counts.onTime += 1 }
        }
        counts.extended += extended.count { falls($0) }
        guard let issued = matter.issued, issued <= last else { return }
        if let settled = matter.settled, matter.stage.isSettled, settled <= last { return }
        // What it was on the month's last evening, where that is still known; else what it is.
        let trace = matter.trace(on: last)
        if (trace?.stage ?? matter.stage) == .parked { counts.parked += 1 }
        let isOverdue =
            last == judge.today
            ? judge.judge(matter).light == .red : trace.map { judge.wasOverdue($0, on: last) } ?? false
        if isOverdue { counts.overdue += 1 }
    }
}

extension Judge {
    /// Whether a settled matter was settled after its limit (逾期办结): to the hour where the report was recorded.
    package func wasSettledLate(_ matter: Matter) -> Bool {
        guard let due = matter.due, let settled = matter.settled else { return false }
        guard let reported = matter.reported else { return due.day(offset) < settled }
        return reported >= due.passes(closing: rules.eveningCount, offset: offset)
    }
}
