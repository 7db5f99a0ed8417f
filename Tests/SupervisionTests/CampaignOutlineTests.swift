import Ledger
import Samples
import Supervision
import Testing
import Text

/// Pace and nights by the phase of the day, and campaigns rolled up.
struct CampaignOutlineTests {
    private func lagging(_ orders: [PhaseOrder]) throws -> Supervisor {
        var bench = try Bench(target: 480, term: .fixed("2026-12-18"), issued: "2026-09-01 09:00", campaign: .land)
        for order in orders { try bench.office.perform(.orderPhase(order), at: "2026-11-18 08:00") }
        return bench.supervisor(at: "2026-11-20 08:12")
    }

    @Test(
        "what lags is tracked daily in 攻坚 and 战时, weekly in 平时",
        arguments: [
            ([], Pace.daily),
            ([PhaseOrder(campaign: .land, phase: .normal, from: "2026-11-18")], .weekly),
            (
                [
                    PhaseOrder(campaign: .land, phase: .normal, from: "2026-11-18"),
                    PhaseOrder(phase: .emergency, from: "2026-11-20", until: "2026-11-20"),
                ], .daily
            ),
            ([PhaseOrder(campaign: .land, phase: .normal, from: "2026-11-23")], .daily),
        ] as [([PhaseOrder], Pace)]
    )
    func pace(orders: [PhaseOrder], pace: Pace) throws {
        let supervisor = try lagging(orders)
        let matter = supervisor.ledger.matters.values.first!
        #expect(supervisor.pace(matter, supervisor.judge.judge(matter)) == pace)
    }

    @Test("a past day is judged by the phase of that day")
    func marks() throws {
        let supervisor = try lagging([PhaseOrder(campaign: .land, phase: .normal, from: "2026-11-19")])
        let matter = supervisor.ledger.matters.values.first!
        #expect(supervisor.mark(matter, on: "2026-11-18") == .gap)
        #expect(supervisor.mark(matter, on: "2026-11-19") == .notRequired)
    }

    /// Friday 11-20 to Monday 11-23: one night by working days, three by the day.
    @Test(
        "nights of a problem raised on Friday, on Monday morning",
        arguments: [
            (Phase.normal, nil as Day?, 1), (.push, nil, 3), (.emergency, nil, 3), (.emergency, "2026-11-21", 2),
        ]
    )
    func nights(phase: Phase, until: Day?, nights: Int) throws {
        var bench = try Bench(kind: .problem, target: nil, term: .workdays(5), issued: "2026-11-20 09:00")
        if phase != .normal {
            try bench.office.perform(
                .orderPhase(PhaseOrder(phase: phase, from: "2026-11-20", until: until)),
                at: "2026-11-20 10:00"
            )
        }
        #expect(bench.supervisor(at: "2026-11-23 08:00").nights(bench.matter) == nights)
    }

    @Test("a campaign rolled up, and what is not in order with it")
    func outline() throws {
        var office = Office.sample
        var registration = Registration(kind: .target, title: "入户签约（东片）", source: .meeting)
        (registration.lead, registration.person, registration.campaign) = (.landForce, .shenNanzhi, .land)
        registration.parent = .signing
        registration.quantities = [QuantityLine(target: 10, unit: "户")]
        let action = try office.perform(.register(registration))[0].matter!
        registration.parent = nil
        registration.title = "测绘复核"
        registration.quantities = [QuantityLine(target: 6, unit: "份")]
        registration.term = .fixed("2026-12-01")
        let loose = try office.perform(.register(registration))[0].matter!

        let outline = Supervisor(office.ledger, at: office.now).outline(of: office.ledger.campaigns[.land]!)
        #expect(outline.phase == .push)
        #expect(outline.targets.map(\.matter) == [.signing, loose])
        #expect(outline.targets[0].actions.map(\.matter) == [action])
        #expect(outline.targets[0].quantity == QuantityLine(target: 10, unit: "户"))
        #expect(outline.targets[0].worst == .green)
        #expect(outline.others == [.problem: 1])
        #expect(outline.leaves == 10)
        #expect(
            outline.warnings == [
                .noSecretary,
                .groupsMissing([.general, .work, .cases, .logistics]),
                .frontlineMissing([.force, .branch, .members, .cadres]),
                .leavesWithoutParent([loose]),
                .leavesWithoutLimit([action]),
                .quantityDiffers(leaves: 10, campaign: 480, measure: "户"),
                .actionsDiffer(.signing, actions: QuantityLine(target: 10, unit: "户"), target: 32),
            ]
        )
    }

    @Test("in order, nothing is said")
    func inOrder() throws {
        var office = Office.founded
        var facts = CampaignFacts()
        facts.groups = ["综合业务组", "具体业务组", "疑难个案组", "后勤保障组"].map {
            Campaign.FunctionGroup(name: CleanText($0), head: .shenNanzhi)
        }
        facts.branch = TemporaryBranch(unit: .landForce, secretary: .viceLeader)
        facts.target = .zero
        try office.perform(.changeCampaign(.land, facts))
        for kind in Frontline.allCases {
            let entry = FrontlineEntry(kind: kind, people: [.shenNanzhi], place: "环湖 8 组", day: "2026-11-02")
            try office.perform(.noteFrontline(.land, .add(entry)))
        }
        let outline = Supervisor(office.ledger, at: office.now).outline(of: office.ledger.campaigns[.land]!)
        #expect(outline.warnings.isEmpty)
        #expect(outline.frontline.map(\.isSet) == [true, true, true, true])
    }

    @Test(
        "what carries out a decision on a problem is told beside the targets, and adds nothing to the campaign's figure"
    )
    func followUps() throws {
        var office = Office.sample
        let campaign = try #require(office.ledger.campaigns[.land])
        let before = Supervisor(office.ledger, at: office.now).outline(of: campaign)
        let sums = office.ledger.sums[.campaign(.land)]
        var registration = Registration(kind: .target, title: "两户先签后分", source: .meeting)
        registration.campaign = .land
        registration.parent = .inheritance
        registration.quantities = [QuantityLine(target: 2, done: 1, unit: "户")]
        try office.perform(.register(registration))
        let after = Supervisor(office.ledger, at: office.now).outline(of: campaign)
        #expect(after.others[.target, default: 0] == before.others[.target, default: 0] + 1)
        #expect(after.others[.problem] == before.others[.problem])
        #expect(after.targets.count == before.targets.count)
        #expect(office.ledger.sums[.campaign(.land)]?.target == sums?.target)
        #expect(office.ledger.sums[.campaign(.land)]?.done == sums?.done)
    }
}
