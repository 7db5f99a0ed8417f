package import Ledger

/// 周报: a week of the street, from Monday on.
package struct WeeklyReport: Hashable, Sendable {
    package var from: Day
    /// Sunday, or today where the week still runs.
    package var through: Day
    package var registered = 0
    package var settled = 0
    package var settledLate = 0
    /// Overdue on the evening before the week began, and on its last.
    package var overdueBefore = 0
    package var overdue = 0
    package var campaigns: [Line]
    /// Became overdue in the week, settled since or not, by number.
    package var newlyOverdue: [MatterNumber] = []
    /// Settled in the week, of those at hand; what was struck off since is in the counts only.
    package var settledMatters: [MatterNumber] = []
    /// Due in the seven days after, by limit.
    package var dueNext: [MatterNumber] = []

    package struct Line: Hashable, Sendable {
        package var campaign: CampaignID
        package var done: Amount
        package var total: Amount
        package var target: Amount
        /// In thousandths.
        package var progress: Int
    }

    /// The week a report speaks of: Monday to Wednesday the last one, from Thursday on the present one.
    package static func week(of today: Day) -> (from: Day, through: Day) {
        let monday = today - (today.weekday - 1)
        return today.weekday <= 3 ? (monday - 7, monday - 1) : (monday, today)
    }

    /// The week in which a day lies, as far as it is over.
    package static func week(with day: Day, today: Day) -> (from: Day, through: Day) {
        let monday = day - (day.weekday - 1)
        return (monday, max(min(monday + 6, today), monday))
    }
}

extension Supervisor {
    package func weeklyReport(_ week: (from: Day, through: Day)) -> WeeklyReport {
        var report = WeeklyReport(from: week.from, through: week.through, campaigns: [])
        let days = (week.from.number...week.through.number).map { Day(number: $0) }
        let street = ledger.sums[.street]?.days ?? [:]
        for day in days {
            report.registered += street[day]?.registered ?? 0
            report.settled += street[day]?.settled ?? 0
            report.settledLate += street[day]?.settledLate ?? 0
        }
        let before = ledger.calendar.workday(onOrBefore: week.from - 1)
        let evening = ledger.calendar.workday(onOrBefore: week.through)
        report.overdueBefore = street[before]?.overdueSettledSince ?? 0
        report.overdue = evening == today ? 0 : street[evening]?.overdueSettledSince ?? 0
        for matter in ledger.matters.values {
            let wasOverdue = matter.trace(on: before).map { judge.wasOverdue($0, on: before) } ?? false
            let isOverdue =
                evening == today
                ? matter.stage == .inHand && judge.judge(matter).light == .red
                : matter.trace(on: evening).map { judge.wasOverdue($0, on: evening) } ?? false
            if wasOverdue, matter.stage.isOpen { report.overdueBefore += 1 }
            if isOverdue, matter.stage.isOpen {
                report.overdue += 1
            }
            let became =
                isOverdue
                || days.contains { day in matter.trace(on: day).map { judge.wasOverdue($0, on: day) } ?? false }
            if became, !wasOverdue { report.newlyOverdue.append(matter.number) }
            if let settled = matter.settled, week.from <= settled, settled <= week.through, matter.stage.isSettled {
                report.settledMatters.append(matter.number)
            }
        }
        report.newlyOverdue.sort()
        report.settledMatters.sort()
        report.dueNext = due(from: week.through + 1, through: week.through + 7)
        report.campaigns = ledger.campaigns.values.sorted { $0.id < $1.id }.map { campaign in
            let sums = ledger.sums[.campaign(campaign.id)] ?? Sums()
            let target = max(campaign.target, sums.target)
            let done = days.reduce(Amount.zero) { $0 + (sums.days[$1]?.done ?? .zero) }
            return WeeklyReport.Line(
                campaign: campaign.id,
                done: done,
                total: sums.done,
                target: target,
                progress: sums.done.share(of: target)
            )
        }
        return report
    }
}
