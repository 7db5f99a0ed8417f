import Ledger
import Samples
import Testing
import Text

/// 防火 (督13) was issued on 2026-11-18 to 城建办, due 11-23, not signed for, without a person.
@Suite("Units and people of a matter")
struct CourseTests {
    @Test("退单 goes back to 待批准; the approver sets a new limit, else the old one stays")
    func handBack() throws {
        var office = Office.sample
        try office.perform(.handBack("属消防站职责"), on: .fireCheck)
        #expect(office.matter(.fireCheck).stage == .pending)
        #expect(office.matter(.fireCheck).handBacks == 1)
        var kept = office
        try kept.perform(.issue(nil, nil), on: .fireCheck, by: .supervisionHead)
        #expect(kept.matter(.fireCheck).due == .endOfDay("2026-11-23"))
        #expect(kept.refusal(.issue(nil, nil), on: .fireCheck) != nil)
        try office.perform(.issue(.workdays(5), nil), on: .fireCheck, by: .supervisionHead)
        #expect(office.matter(.fireCheck).due == .endOfDay("2026-11-27"))
        #expect(office.matter(.fireCheck).originalDue == .endOfDay("2026-11-23"))
        #expect(office.matter(.fireCheck).assigned == "2026-11-20")
    }

    @Test("once the old limit has passed, a handed-back matter needs a new one")
    func handBackLate() throws {
        var office = Office.sample
        try office.perform(.handBack("属消防站职责"), on: .fireCheck, at: "2026-11-24 09:00")
        #expect(
            office.refusal(.issue(nil, nil), on: .fireCheck, at: "2026-11-24 09:00") == .limitNotAhead("2026-11-23")
        )
    }

    @Test("转办 gives it to another unit to sign for; the old one stays in the history")
    func transfer() throws {
        var office = Office.sample
        let event = try office.perform(
            .transfer(.liudi, .luoWenzhou, nil, "属地办理"),
            on: .signing,
            by: .supervisionHead
        )[0]
        var expected = Transfer(from: .landForce, to: .liudi, person: .luoWenzhou, post: "社区书记", reason: "属地办理")
        expected.limit = nil
        #expect(event.fact == .transferred(expected))
        let matter = office.matter(.signing)
        #expect(matter.stage == .issued)
        #expect(matter.lead == .liudi)
        #expect(matter.person == .luoWenzhou)
        #expect(matter.due == .endOfDay("2026-12-04"))
        #expect(matter.accepted == nil)
        #expect(matter.transfers == 1)
        // It leads now, and supports no longer.
        #expect(matter.supports.map(\.unit) == [.construction])
        #expect(office.ledger.sums[.unit(.liudi)]?.open == (Office.sample.ledger.sums[.unit(.liudi)]?.open ?? 0) + 1)
    }

    @Test(
        "转办 asks for another unit, its own people and a reason",
        arguments: [
            (.transfer(.landForce, nil, nil, "调整"), .sameUnit(.landForce)),
            (.transfer(.liudi, .heZhiyuan, nil, "调整"), .personElsewhere(.heZhiyuan, lead: .liudi)),
            (.transfer(99, nil, nil, "调整"), .unknownUnit(99)),
            (.transfer(.liudi, nil, nil, ""), .emptyText(.transfer)),
            (.transfer(.liudi, nil, .fixed("2026-11-19"), "调整"), .limitNotAhead("2026-11-19")),
            (.transfer(.liudi, nil, .workdays(3), "调整"), nil),
        ] as [(Action, Refusal?)]
    )
    func transferRules(action: Action, refusal: Refusal?) {
        #expect(Office.sample.refusal(action, on: .signing) == refusal)
    }

    @Test("换人 stays inside the unit and keeps the limit; 待定人 is named the same way")
    func reassign() throws {
        var office = Office.sample
        #expect(
            office.refusal(.reassign(.luoWenzhou, nil), on: .fireCheck)
                == .personElsewhere(.luoWenzhou, lead: .construction)
        )
        try office.perform(.reassign(.heZhiyuan, nil), on: .fireCheck)
        #expect(office.matter(.fireCheck).person == .heZhiyuan)
        #expect(office.matter(.fireCheck).post == "专班负责人")
        #expect(office.matter(.fireCheck).due == .endOfDay("2026-11-23"))
        #expect(office.refusal(.reassign(.heZhiyuan, nil), on: .fireCheck) == .samePerson(.heZhiyuan))
    }

    @Test("a person's matters are handed over together")
    func handover() throws {
        var office = Office.sample
        try office.perform(.addPerson(Person(id: 0, name: "许砚秋", unit: .drainageForce, posts: ["专班副职"])))
        let open = office.ledger.matters.values.filter { $0.person == .heZhiyuan && $0.stage.isOpen }
        let commands = office.ledger.handover(from: .heZhiyuan, to: 9, reason: "轮岗")
            .filter { office.matter($0.matter!).lead == .drainageForce }
        for command in commands { try office.perform(command) }
        #expect(!commands.isEmpty)
        #expect(office.ledger.matters.values.count { $0.person == 9 } == commands.count)
        #expect(office.ledger.matters.values.count { $0.person == .heZhiyuan && $0.stage.isOpen } < open.count)
    }

    @Test("挂账 is proposed by 分管 and approved by 书记 or 主任, as it was proposed")
    func parking() throws {
        var office = Office.sample
        #expect(office.refusal(.approveParking(nil), on: .signing) == .noParkingProposed)
        try office.perform(.proposeParking("测绘停工", "2026-12-10"), on: .signing, by: .viceLeader)
        #expect(office.refusal(.proposeParking("测绘停工", "2026-12-10"), on: .signing) == .parkingProposed)
        #expect(office.refusal(.approveParking(nil), on: .signing, by: .viceLeader) != nil)
        var refused = office
        try refused.perform(.refuseParking("先办能办的"), on: .signing, by: .director)
        #expect(refused.matter(.signing).proposal == nil)
        #expect(refused.matter(.signing).stage == .inHand)
        try office.perform(.approveParking(nil), on: .signing, by: .clerk.recording(for: .secretary, by: .paper))
        let matter = office.matter(.signing)
        #expect(matter.stage == .parked)
        #expect(matter.parking == Parking(since: "2026-11-20", reason: "测绘停工", recheck: "2026-12-10"))
        #expect(matter.proposal == nil)
    }

    @Test("a matter from above is parked with the number of the document that consents")
    func consent() throws {
        var office = Office.sample
        var amendment = Amendment()
        amendment.source = .superior
        try office.perform(.amend(.signing, amendment))
        let park = Command.act(.signing, .park("停电", "2026-12-01"))
        #expect(throws: Refusal.needsDocument) { try office.perform(park) }
        var context = Context(actor: .secretary, now: office.now)
        context.references = [Reference(.document, "区城治函〔2026〕15号")]
        let event = try decide(park, in: office.ledger, by: context)[0]
        #expect(event.references == context.references)
    }

    @Test("重开 takes back what was settled; a limit that has passed is set anew, and its days stay")
    func reopen() throws {
        var office = Office.sample
        let before = office.ledger.sums
        try office.perform(.reopen("回访不满意", nil), on: .coats, by: .supervisionHead)
        var matter = office.matter(.coats)
        #expect(matter.stage == .inHand)
        #expect(matter.settled == nil)
        #expect(matter.reported == nil)
        #expect(matter.reopenings == 1)
        #expect(matter.slips == 0)
        #expect(office.ledger.sums[.street]!.settled == before[.street]!.settled - 1)
        #expect(office.ledger.sums[.street]!.open == before[.street]!.open + 1)

        office = Office.sample
        #expect(
            office.refusal(.reopen("回访不满意", nil), on: .coats, at: "2026-11-24 09:00")
                == .needsNewLimit(old: "2026-11-23")
        )
        try office.perform(.report("贯通"), on: .well)
        try office.perform(.settle(.onSite, nil), on: .well)
        try office.perform(.reopen("又塌", .workdays(3)), on: .well, by: .viceLeader)
        matter = office.matter(.well)
        #expect(matter.due == .endOfDay("2026-11-25"))
        #expect(matter.originalDue == .endOfDay("2026-11-04"))
        #expect(matter.overdueBefore == 12)
        #expect(matter.slips == 1)
    }

    @Test("反弹 links a new matter to one that was struck off; what was only settled is reopened")
    func rebound() throws {
        var office = Office.sample
        var registration = Registration(kind: .target, title: "违建棚房又搭", source: .patrol)
        registration.reboundOf = .coats
        #expect(throws: Refusal.notStruck(.coats, .settled)) { try office.perform(.register(registration)) }
        registration.reboundOf = .sheds
        try office.perform(.register(registration))
        #expect(office.matter(17).reboundOf == .sheds)
    }

    @Test("an approval recorded for somebody names the day it was given; other records do not")
    func approvalDay() throws {
        var office = Office.sample
        func behalf(_ action: Action, _ number: MatterNumber, day: Day?) throws -> Behalf? {
            var actor = Actor.clerk.recording(for: .supervisionHead, by: .paper)
            actor.behalf?.day = day
            return try office.perform(action, on: number, by: actor)[0].signature.behalf
        }
        #expect(try behalf(.settle(.onSite, nil), .leak, day: "2026-11-19")?.day == "2026-11-19")
        #expect(try behalf(.strike(nil), .leak, day: nil)?.day == "2026-11-20")
        #expect(try behalf(.track("去过", []), .signing, day: "2026-11-19")?.day == nil)
        #expect(throws: Refusal.approvalDay("2026-11-21")) {
            try behalf(.strike(nil), .coats, day: "2026-11-21")
        }
    }

    @Test("a correction keeps what was there before")
    func correction() throws {
        var office = Office.sample
        var amendment = Amendment()
        amendment.title = "环湖 8 组包户签约（二期）"
        amendment.grid = .liudi02
        let event = try office.perform(.amend(.signing, amendment))[0]
        var before = Amendment()
        before.title = "环湖 8 组包户签约"
        before.grid = .liudi0214
        #expect(event.fact == .corrected(Correction(before: before, after: amendment)))
        #expect(office.matter(.signing).grid == .liudi02)
        amendment = Amendment()
        amendment.term = .workdays(3)
        #expect(throws: Refusal.limitIsIssued) { try office.perform(.amend(.signing, amendment)) }
    }
}
