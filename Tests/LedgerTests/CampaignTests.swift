import Ledger
import Samples
import Testing
import Text

@Suite("Campaigns and phases")
struct CampaignTests {
    // MARK: Phase

    private static func order(
        _ phase: Phase,
        of campaign: CampaignID? = nil,
        from: Day = "2026-11-20",
        until: Day? = nil
    ) -> PhaseOrder {
        PhaseOrder(campaign: campaign, phase: phase, from: from, until: until)
    }

    /// Of the street and of a campaign the tighter phase holds, each day by the last order for it.
    @Test(
        "the phase of a day",
        arguments: [
            // The campaign began in 攻坚, the street in 平时.
            ([], "2026-11-20", Phase.normal, Phase.push),
            ([order(.emergency, until: "2026-11-25")], "2026-11-25", .emergency, .emergency),
            ([order(.emergency, until: "2026-11-25")], "2026-11-26", .normal, .push),
            ([order(.normal, of: .land)], "2026-11-20", .normal, .normal),
            ([order(.normal, of: .land, from: "2026-11-23")], "2026-11-22", .normal, .push),
            ([order(.normal, of: .land), order(.push)], "2026-11-20", .push, .push),
            ([order(.emergency, until: "2026-12-31"), order(.push, from: "2026-11-24")], "2026-11-24", .push, .push),
            (
                [order(.emergency, of: .land), order(.normal, of: .land, from: "2026-11-30")], "2026-11-29", .normal,
                .emergency
            ),
        ] as [([PhaseOrder], Day, Phase, Phase)]
    )
    func phaseOfADay(orders: [PhaseOrder], day: Day, street: Phase, campaign: Phase) throws {
        var office = Office.founded
        for order in orders { try office.perform(.orderPhase(order), by: .secretary) }
        #expect(office.ledger.phase(of: nil, on: day) == street)
        #expect(office.ledger.phase(of: .land, on: day) == campaign)
    }

    @Test(
        "who orders a phase, and who may record it",
        arguments: [
            (.secretary, nil, nil),
            (.director, .land, nil),
            (.clerk.recording(for: .secretary), nil, nil),
            (.clerk.recording(for: .director, by: .meeting), .land, nil),
            (.clerk, nil, .phaseNeedsBehalf(of: [.secretary, .director])),
            (.clerk, .land, .phaseNeedsBehalf(of: [.commander, .secretary, .director])),
            (.clerk.recording(for: .heZhiyuan), nil, .phaseNotAllowed(to: [.secretary, .director])),
            (.handler, nil, .phaseNotAllowed(to: [.secretary, .director])),
            (.reader, nil, .readOnly(login: "guest")),
        ] as [(Actor, CampaignID?, Refusal?)]
    )
    func whoOrders(actor: Actor, campaign: CampaignID?, refusal: Refusal?) throws {
        var office = Office.founded
        let order = Self.order(.emergency, of: campaign)
        guard let refusal else {
            let events = try office.perform(.orderPhase(order), by: actor)
            guard case .phaseOrdered(let given) = events[0].fact else { return #expect(Bool(false)) }
            #expect(given.by == actor.behalf?.person ?? actor.person)
            return
        }
        #expect(throws: refusal) { try office.perform(.orderPhase(order), by: actor) }
    }

    @Test(
        "an order changes something and rewrites no past day",
        arguments: [
            (order(.normal), .nothingChanged),
            (order(.push, of: .land), .nothingChanged),
            (order(.push, from: "2026-11-19"), .phaseInPast("2026-11-19")),
            (
                order(.push, from: "2026-11-25", until: "2026-11-24"),
                .endsBeforeStart(start: "2026-11-25", end: "2026-11-24")
            ),
            (order(.push, of: 9), .unknownCampaign(9)),
        ] as [(PhaseOrder, Refusal)]
    )
    func refusedOrders(order: PhaseOrder, refusal: Refusal) throws {
        var office = Office.founded
        #expect(throws: refusal) { try office.perform(.orderPhase(order)) }
    }

    // MARK: Facts

    private func facts(_ change: (inout CampaignFacts) -> Void) -> CampaignFacts {
        var facts = CampaignFacts()
        change(&facts)
        return facts
    }

    @Test("a change keeps what was said before")
    func change() throws {
        var office = Office.sample
        let events = try office.perform(
            .changeCampaign(
                .land,
                facts {
                    $0.due = "2026-12-31"
                    $0.head = .viceLeader
                    $0.branch = TemporaryBranch(unit: .landForce, secretary: .shenNanzhi, founded: "2026-09-10")
                }
            ),
            by: .clerk
        )
        guard case .campaignChanged(let change) = events[0].fact else { return #expect(Bool(false)) }
        #expect(change.before == facts { ($0.due, $0.head) = ("2026-12-18", .secretary) })
        let campaign = office.ledger.campaigns[.land]!
        #expect(campaign.due == "2026-12-31")
        #expect(campaign.head == .viceLeader)
        #expect(campaign.branch?.secretary == .shenNanzhi)
        #expect(campaign.name == "环湖片区土地整备")
    }

    @Test("refused changes")
    func refusedChanges() throws {
        var office = Office.sample
        let cases: [(CampaignFacts, Refusal)] = [
            (facts { $0.goal = "年底前完成 480 户签约" }, .nothingChanged),
            (facts { $0.name = "" }, .emptyTitle),
            (facts { $0.due = "2026-08-31" }, .endsBeforeStart(start: "2026-09-01", end: "2026-08-31")),
            (facts { $0.head = 99 }, .unknownPerson(99)),
            (facts { $0.target = -1 }, .negativeAmount),
            // 督1 and 问12 stand in it, the first counted in 户.
            (facts { $0.measure = "亩" }, .measureInUse(.land, measure: "户", matters: 2)),
            (facts { $0.branch = TemporaryBranch(unit: 99) }, .unknownUnit(99)),
        ]
        for (facts, refusal) in cases {
            #expect(throws: refusal) { try office.perform(.changeCampaign(.land, facts)) }
        }
        var empty = Office.founded
        try empty.perform(.changeCampaign(.land, facts { $0.measure = "亩" }))
        #expect(empty.ledger.campaigns[.land]?.measure == "亩")
    }

    // MARK: 四个一

    @Test("entries name people, a place and a day; one is dropped by its place")
    func frontline() throws {
        var office = Office.founded
        let entry = FrontlineEntry(kind: .members, people: [.shenNanzhi], place: "环湖 8 组", day: "2026-11-02")
        for (broken, refusal) in [
            (
                FrontlineEntry(kind: .members, people: [], place: "环湖 8 组", day: "2026-11-02"),
                .incompleteFrontline(.members)
            ),
            (
                FrontlineEntry(kind: .force, people: [.shenNanzhi], place: "", day: "2026-11-02"),
                .incompleteFrontline(.force)
            ),
            (
                FrontlineEntry(kind: .force, people: [.shenNanzhi], place: "村口", day: "2026-11-21"),
                .dayAhead("2026-11-21")
            ),
            (FrontlineEntry(kind: .force, people: [42], place: "村口", day: "2026-11-20"), .unknownPerson(42)),
        ] as [(FrontlineEntry, Refusal)] {
            #expect(throws: refusal) { try office.perform(.noteFrontline(.land, .add(broken))) }
        }
        try office.perform(.noteFrontline(.land, .add(entry)))
        #expect(throws: Refusal.nothingChanged) { try office.perform(.noteFrontline(.land, .add(entry))) }
        #expect(office.ledger.campaigns[.land]?.frontline == [entry])
        #expect(throws: Refusal.noSuchEntry(2)) { try office.perform(.noteFrontline(.land, .drop(1))) }
        try office.perform(.noteFrontline(.land, .drop(0)))
        #expect(office.ledger.campaigns[.land]?.frontline == nil)
    }

    // MARK: Below a target

    @Test("campaign, target, action are all there is, and a figure below is carried up once")
    func carrying() throws {
        var office = Office.sample
        func action(_ title: Prose, below parent: MatterNumber, _ unit: String = "户") -> Registration {
            var registration = Registration(kind: .target, title: title, source: .meeting)
            (registration.lead, registration.person, registration.campaign) = (.landForce, .shenNanzhi, .land)
            registration.parent = parent
            registration.quantities = [QuantityLine(target: 10, unit: unit)]
            registration.term = .fixed("2026-11-30")
            return registration
        }
        let done = office.ledger.sums[.campaign(.land)]?.done
        let first = try office.perform(.register(action("入户签约（东片）", below: .signing)))[0].matter!
        let papers = try office.perform(.register(action("资料移交", below: .signing, "份")))[0].matter!
        #expect(throws: Refusal.tooDeep(first)) { try office.perform(.register(action("再分", below: first))) }
        #expect(throws: Refusal.unknownMatter(999)) { try office.perform(.register(action("再分", below: 999))) }
        var amendment = Amendment()
        amendment.parent = .signing
        #expect(throws: Refusal.ownParent(.signing)) { try office.perform(.amend(.signing, amendment)) }
        // What hangs below counts in its target, not twice in the campaign.
        #expect(office.ledger.sums[.campaign(.land)]?.target == 32)

        for number in [first, papers] {
            for step in [Action.submit(nil), .issue(nil, nil), .accept(nil)] { try office.perform(step, on: number) }
        }
        let events = try office.perform(.track("签 3 户", [Progress(.added(3))]), on: first)
        #expect(events.map(\.matter) == [first, .signing])
        #expect(
            events[1].fact == .carried(Carrying(from: first, measures: [.init(line: 0, from: 18, to: 21)]))
        )
        #expect(office.matter(.signing).quantity?.done == 21)
        #expect(office.ledger.sums[.campaign(.land)]?.done == done! + 3)
        // Another unit of measure, or words alone, are not carried.
        #expect(try office.perform(.track("移交 4 份", [Progress(.added(4))]), on: papers).count == 1)
        #expect(try office.perform(.track("又走了一遍", []), on: first).count == 1)
        // A correction downwards goes up too.
        try office.perform(.track("核减 1 户", [Progress(.total(2))]), on: first)
        #expect(office.matter(.signing).quantity?.done == 20)
    }
}
