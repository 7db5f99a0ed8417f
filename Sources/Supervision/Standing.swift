package import Ledger

/// Where a campaign stands (战役), and when it will be done at the pace of the last days.
package struct Standing: Hashable, Sendable {
    package var campaign: CampaignID
    package var light: Light
    package var done: Amount
    package var target: Amount
    /// In thousandths.
    package var progress: Int
    package var expected: Int
    /// Working days left; negative when past.
    package var workdaysLeft: Int
    /// 日均需: what each remaining working day has to bring; nil when done or past.
    package var neededDaily: Amount?
    /// 近10日日均
    package var recentDaily: Amount
    package var forecast: Forecast?

    /// When the campaign will be done at its recent pace.
    package struct Forecast: Hashable, Sendable {
        package var day: Day
        /// Rests on years without a published calendar (估).
        package var isEstimated: Bool
        /// Working days after the limit; negative when earlier.
        package var workdaysLate: Int

        package init(day: Day, isEstimated: Bool, workdaysLate: Int) {
            self.day = day
            self.isEstimated = isEstimated
            self.workdaysLate = workdaysLate
        }
    }
}

extension Supervisor {
    /// The standing of each campaign, worst first.
    package func standings() -> [Standing] {
        ledger.campaigns.values.map(standing)
            .sorted {
                ($0.light.rank, $0.progress - $0.expected, $0.campaign) < (
                    $1.light.rank, $1.progress - $1.expected, $1.campaign
                )
            }
    }

    package func standing(_ campaign: Campaign) -> Standing {
        let sums = ledger.sums[.campaign(campaign.id)] ?? Sums()
        let target = max(campaign.target, sums.target)
        let left = ledger.calendar.workdays(after: today, through: campaign.due)
        let progress = target > .zero ? Int(sums.done.thousandths * 1000 / target.thousandths) : 0
        let plan = judge.plan(
            start: campaign.start,
            limit: campaign.due,
            steps: [],
            done: progress,
            asOf: judge.lastWorkday
        )
        let remaining = max(.zero, target - sums.done)
        let recent = workdays(before: today, count: 10).map { sums.days[$0]?.done ?? .zero }
        let rate = Amount(thousandths: recent.reduce(Amount.zero) { $0 + $1 }.thousandths / 10)
        return Standing(
            campaign: campaign.id,
            light: light(of: plan, remaining: remaining, left: left, due: campaign.due),
            done: sums.done,
            target: target,
            progress: progress,
            expected: plan?.expected ?? 1000,
            workdaysLeft: left,
            neededDaily: remaining > .zero && left > 0 ? Amount(thousandths: remaining.thousandths / Int64(left)) : nil,
            recentDaily: rate,
            forecast: forecast(remaining: remaining, rate: rate, recent: recent, due: campaign.due)
        )
    }

    private func light(of plan: Plan?, remaining: Amount, left: Int, due: Day) -> Light {
        if remaining == .zero { return .blue }
        if due < today { return .red }
        if let plan, judge.isBehind(plan) { return .orange }
        return left <= ledger.rules(on: today).nearWorkdays ? .yellow : .green
    }

    /// None under three days with figures: nobody can tell a pace from less.
    private func forecast(remaining: Amount, rate: Amount, recent: [Amount], due: Day) -> Standing.Forecast? {
        guard remaining > .zero, rate > .zero, recent.count(where: { $0 > .zero }) >= 3 else { return nil }
        let workdays = Int((remaining.thousandths + rate.thousandths - 1) / rate.thousandths)
        guard workdays <= 2500 else { return nil }
        let day = ledger.calendar.day(workdays, workdaysAfter: today - 1)
        return Standing.Forecast(
            day: day,
            isEstimated: ledger.calendar.isEstimated(day),
            workdaysLate: ledger.calendar.workdays(after: due, through: day)
        )
    }
}
