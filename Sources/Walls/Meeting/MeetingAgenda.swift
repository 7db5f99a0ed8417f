package import Ledger
import Supervision
import Text
import Words

/// Which meeting it is: what is shown, and in which order (PRACTICE §6).
package struct MeetingAgenda: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case morning, evening, weekly
    }

    package var kind: Kind
    /// Only this campaign, for its headquarters.
    package var campaign: CampaignID?
    package var audience: Audience

    package init(_ kind: Kind = .morning, campaign: CampaignID? = nil, audience: Audience = .inside) {
        self.kind = kind
        self.campaign = campaign
        self.audience = audience
    }

    /// The sections that have something to say, in their order. Pure.
    ///
    /// Gaps, who did not track, proposed circulars and rates between units have no way onto this wall.
    package func sections(of scene: Scene) -> [MeetingSection] {
        let writer = ItemWriter(scene, audience)
        let matters = scene.order.compactMap(scene.matter).filter { campaign == nil || $0.campaign == campaign }
        let duties = scene.duties.filter { duty in
            guard let campaign else { return true }
            return scene.matter(duty.matter)?.campaign == campaign
        }
        var sections: [MeetingSection] = []
        func add(_ heading: MeetingSection.Heading, _ items: [MeetingItem]) {
            if !items.isEmpty { sections.append(.list(heading, items)) }
        }
        let overdue = writer.items(matters.filter { scene.judgement(of: $0).light == .red && $0.stage.isOpen })
        switch kind {
        case .morning:
            sections.append(.figures(figures(scene, matters, duties)))
            addPoints(scene, writer, add)
            if overdue.isEmpty { sections.append(quiet(scene, matters)) }
            add(.overdue, overdue)
            add(.overNight, writer.nights(duties))
            add(.dueToday, writer.items(dueOn(scene.today...scene.today, duties, matters, scene)))
        case .evening:
            let today = scene.today
            add(.settledToday, writer.items(matters.filter { $0.settled == today }))
            add(.overNight, writer.nights(duties))
            add(.hardCases, writer.cases(scene.ledger.casesToDecide(in: campaign)))
            let next = scene.ledger.calendar.day(1, workdaysAfter: today)
            add(.dueTomorrow, writer.items(dueOn((today + 1)...next, duties, matters, scene)))
            if sections.isEmpty {
                let open = matters.filter(\.stage.isOpen)
                sections.append(.rest(open: open.count, near: open.count { scene.judgement(of: $0).light == .yellow }))
            }
        case .weekly:
            sections.append(.figures(figures(scene, matters, duties)))
            addPoints(scene, writer, add)
            let monday = scene.today - (scene.today.weekday - 1)
            add(.settledWeek, writer.items(matters.filter { ($0.settled.map { $0 >= monday } ?? false) }))
            if overdue.isEmpty { sections.append(quiet(scene, matters)) }
            add(.overdue, overdue)
            add(.dueWeek, writer.items(dueOn(scene.today...(monday + 6), duties, matters, scene)))
        }
        if kind != .evening {
            sections += campaigns(scene)
            let figures = figures(scene, matters, duties)
            if let map = MeetingMap(scene, matters, figures) { sections.append(.map(map)) }
        }
        return sections
    }

    /// 上次议定事项 and 今日须定, as the meeting's agenda has them.
    private func addPoints(
        _ scene: Scene,
        _ writer: ItemWriter,
        _ add: (MeetingSection.Heading, [MeetingItem]) -> Void
    ) {
        guard let meeting = meeting(in: scene) else { return }
        let points = scene.supervisor.agenda(of: meeting).points
        add(.followUp, points.filter { $0.kind == .resolved }.compactMap(writer.item))
        add(.toDecide, points.filter { $0.kind == .decide }.compactMap(writer.item))
    }

    /// The meeting that is under way, else the next one of today, of the street or of the campaign shown.
    func meeting(in scene: Scene) -> Meeting? {
        if let meeting = scene.ledger.diary.underWay, meeting.campaign == campaign { return meeting }
        return scene.supervisor.meetings(on: scene.today).first { $0.campaign == campaign && $0.ended == nil }
    }

    private func figures(_ scene: Scene, _ matters: [Matter], _ duties: [Duty]) -> MeetingFigures {
        // For the whole street the scene has counted already.
        if campaign == nil {
            let figures = scene.figures
            return MeetingFigures(
                overdue: figures.byLight[.red] ?? 0,
                overdueChange: (figures.byLight[.red] ?? 0) - figures.redBefore,
                longestOverdue: figures.longestOverdue,
                lagging: figures.byLight[.orange] ?? 0,
                mostPointsBehind: figures.mostPointsBehind,
                due: figures.dueToday,
                near: figures.near,
                overNight: figures.overNight,
                longestNight: figures.longestNight,
                open: figures.open
            )
        }
        var result = MeetingFigures(
            overdue: 0,
            overdueChange: 0,
            longestOverdue: 0,
            lagging: 0,
            mostPointsBehind: 0,
            due: 0,
            near: 0,
            overNight: 0,
            longestNight: 0,
            open: 0
        )
        let yesterday = scene.ledger.calendar.workday(onOrBefore: scene.today - 1)
        for matter in matters where matter.stage.isOpen {
            let judgement = scene.judgement(of: matter)
            result.open += 1
            if judgement.light == .red {
                result.overdue += 1
                result.overdueChange += 1
            }
            if judgement.light == .orange { result.lagging += 1 }
            result.longestOverdue = max(result.longestOverdue, judgement.overdueWorkdays)
            result.mostPointsBehind = max(result.mostPointsBehind, judgement.plan?.pointsBehind ?? 0)
            if let trace = matter.trace(on: yesterday), scene.supervisor.judge.wasOverdue(trace, on: yesterday) {
                result.overdueChange -= 1
            }
        }
        for duty in duties {
            switch duty.kind {
            case .dueToday: result.due += 1
            case .near: result.near += 1
            case .overNight(let nights):
                result.overNight += 1
                result.longestNight = max(result.longestNight, nights.total)
            default: break
            }
        }
        return result
    }

    private func quiet(_ scene: Scene, _ matters: [Matter]) -> MeetingSection {
        let open = matters.filter(\.stage.isOpen)
        return .quiet(open: open.count, near: open.count { scene.judgement(of: $0).light == .yellow })
    }

    /// Open matters whose limit lies on these days and has not passed.
    private func dueOn(_ days: ClosedRange<Day>, _ duties: [Duty], _ matters: [Matter], _ scene: Scene) -> [Matter] {
        matters.filter { matter in
            guard matter.stage.isOpen, matter.stage != .reported, let due = matter.due,
                scene.judgement(of: matter).light != .red
            else { return false }
            return days.contains(due.day(scene.ledger.offset))
        }
    }

    private func campaigns(_ scene: Scene) -> [MeetingSection] {
        // In the order of the directory: a wall ranks nobody.
        scene.standings.filter { (campaign == nil || $0.campaign == campaign) && $0.target > .zero }
            .sorted { $0.campaign < $1.campaign }
            .compactMap { standing in
                scene.ledger.campaigns[standing.campaign].map {
                    .campaign(
                        MeetingCampaign(
                            id: standing.campaign,
                            name: $0.name.string,
                            standing: standing,
                            unit: $0.measure,
                            due: $0.due
                        )
                    )
                }
            }
    }
}
