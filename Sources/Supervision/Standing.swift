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
    package var outlook: Outlook

    package var forecast: Forecast? {
        if case .expected(let forecast) = outlook { forecast } else { nil }
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
        let tempo = curve(of: campaign).tempo
        let left = ledger.calendar.workdays(after: today, through: campaign.due)
        let progress = tempo.target > .zero ? tempo.done.share(of: tempo.target) : 0
        let plan = judge.plan(
            start: campaign.start,
            limit: campaign.due,
            steps: [],
            done: progress,
            asOf: judge.lastWorkday
        )
        return Standing(
            campaign: campaign.id,
            light: light(of: plan, remaining: tempo.remaining, left: left, due: campaign.due),
            done: tempo.done,
            target: tempo.target,
            progress: progress,
            expected: plan?.expected ?? 1000,
            workdaysLeft: left,
            neededDaily: tempo.neededDaily,
            recentDaily: tempo.recentDaily,
            outlook: tempo.outlook
        )
    }

    private func light(of plan: Plan?, remaining: Amount, left: Int, due: Day) -> Light {
        if remaining == .zero { return .blue }
        if due < today { return .red }
        if let plan, judge.isBehind(plan) { return .orange }
        return left <= ledger[rulesOn: today].nearWorkdays ? .yellow : .green
    }
}
