package import Ledger

/// 日报: what a day's records say, by campaign and unit. Made from what was recorded, nothing is typed for it.
package struct DailyReport: Hashable, Sendable {
    package var day: Day
    package var registered = 0
    package var issued = 0
    package var settled = 0
    package var reported = 0
    /// Tracks, figures, steps, answers.
    package var tracks = 0
    package var open = 0
    package var overdue = 0
    /// The campaigns in the order of the directory, then what belongs to none.
    package var sections: [Section]

    package struct Section: Hashable, Sendable {
        /// nil: what belongs to no campaign.
        package var campaign: CampaignID?
        /// What the day brought in the campaign's own unit of measure.
        package var done: Amount
        /// Empty: 「今日无进展记录」, whoever it was.
        package var groups: [Group]
    }

    package struct Group: Hashable, Sendable {
        package var unit: UnitID?
        package var entries: [Entry]
    }

    package struct Entry: Hashable, Sendable {
        package var matter: MatterNumber
        package var event: Event
    }
}

extension Supervisor {
    /// The matters of the working set on which something may have been recorded for a day.
    package func touched(on day: Day) -> [MatterNumber] {
        ledger.matters.values.filter { matter in
            matter.registered == day || matter.lastTrack?.day == day || matter.trace(on: day)?.day == day
                || matter.issued == day || matter.settled == day || matter.struck == day
        }
        .map(\.number).sorted()
    }

    /// - Parameter events: the records of that day on the matters of the working set.
    package func dailyReport(on day: Day, events: [Event]) -> DailyReport {
        let events = events.filter { $0.day == day && $0.matter != nil }
        var byCampaign: [CampaignID?: [UnitID?: [DailyReport.Entry]]] = [:]
        var report = DailyReport(day: day, sections: [])
        for event in events {
            guard let number = event.matter, let matter = ledger.matters[number] else { continue }
            count(event, in: &report)
            guard event.fact.isProgress else { continue }
            let entry = DailyReport.Entry(matter: number, event: event)
            byCampaign[matter.campaign, default: [:]][matter.lead, default: []].append(entry)
        }
        for matter in ledger.matters.values where matter.stage.isOpen {
            report.open += 1
            let isRed =
                day == today
                ? judge.judge(matter).light == .red
                : matter.trace(on: day).map { judge.wasOverdue($0, on: day) } ?? false
            if isRed { report.overdue += 1 }
        }
        let campaigns: [CampaignID?] = ledger.campaigns.keys.sorted().map(Optional.some) + [nil]
        report.sections = campaigns.compactMap { campaign in
            let groups = (byCampaign[campaign] ?? [:]).sorted { ($0.key?.rawValue ?? 0) < ($1.key?.rawValue ?? 0) }
                .map { DailyReport.Group(unit: $0.key, entries: $0.value) }
            if campaign == nil, groups.isEmpty { return nil }
            return DailyReport.Section(
                campaign: campaign,
                done: campaign.flatMap { ledger.sums[.campaign($0)]?.days[day]?.done } ?? .zero,
                groups: groups
            )
        }
        return report
    }

    private func count(_ event: Event, in report: inout DailyReport) {
        switch event.fact {
        case .registered, .imported: report.registered += 1
        case .issued: report.issued += 1
        case .reported: report.reported += 1
        case .settled: report.settled += 1
        case .tracked, .stepTicked, .answered, .householdVisited, .supportTracked: report.tracks += 1
        default: break
        }
    }
}

extension Fact {
    /// Whether it says how a matter goes on: what stands in a daily report.
    var isProgress: Bool {
        switch self {
        case .tracked, .stepTicked, .answered, .reported, .settled, .sentBack, .householdVisited, .supportTracked,
            .supportSettled, .parked, .resumed, .extensionAsked, .extensionDecided, .caseOpened, .precedentKept:
            true
        default: false
        }
    }
}
