import Ledger
import Samples
import Testing
import Text

/// The 漏水 matter (督11) was issued 2026-11-06, is due 11-20 and was reported on Thursday 11-19, 10:00.
@Suite("Report, review, strike-off, parking")
struct ReviewTests {
    @Test("counts as settled on the day it was reported, whenever it was reviewed")
    func settledDay() throws {
        var office = Office.sample
        try office.perform(.settle(.onSite, nil), on: .leak, at: "2026-11-24 16:00")
        #expect(office.matter(.leak).settled == "2026-11-19")
        #expect(office.matter(.leak).stage == .settled)
    }

    @Test("says how it was checked")
    func check() {
        #expect(Office.sample.refusal(.settle(nil, "看过"), on: .leak) == .needsCheck)
    }

    @Test(
        "sent back, a matter reported in time gets the working days of review added",
        arguments: [
            ("2026-11-19 16:00", "2026-11-20"), ("2026-11-20 16:00", "2026-11-23"),
            ("2026-11-22 10:00", "2026-11-23"), ("2026-11-24 10:00", "2026-11-25"),
        ] as [(Moment, Day)]
    )
    func sentBack(moment: Moment, due: Day) throws {
        var office = Office.sample
        try office.perform(.sendBack("缺照片"), on: .leak, at: moment)
        let matter = office.matter(.leak)
        #expect(matter.stage == .inHand)
        #expect(matter.reported == nil)
        #expect(matter.returns == 1)
        #expect(matter.due == .endOfDay(due))
        #expect(matter.originalDue == .endOfDay("2026-11-20"))
    }

    @Test("a limit at the close of a day stays one")
    func closeOfBusiness() throws {
        var office = Office.sample
        var matter: Matter { office.matter(.nightNoise) }
        // Reported late: nothing is added.
        try office.perform(.report("已停工"), on: .nightNoise)
        try office.perform(.sendBack("夜间又开工"), on: .nightNoise, at: "2026-11-23 09:00")
        #expect(matter.due == .closeOfBusiness("2026-11-19"))

        office = Office.founded
        var registration = Registration(kind: .demand, title: "夜间施工扰民", source: .patrol)
        registration.lead = .construction
        registration.term = .sameDay
        try office.perform(.register(registration))
        try office.perform(.submit(nil), on: 1)
        try office.perform(.issue(nil, nil), on: 1)
        try office.perform(.accept(nil), on: 1)
        try office.perform(.report("已停工"), on: 1, at: "2026-11-20 17:00")
        try office.perform(.sendBack("又开工"), on: 1, at: "2026-11-23 09:00")
        #expect(office.matter(1).due == .closeOfBusiness("2026-11-23"))
    }

    @Test("a matter from above is struck off with the document that consents")
    func document() throws {
        var office = Office.sample
        var amendment = Amendment()
        amendment.source = .superior
        try office.perform(.amend(.leak, amendment))
        try office.perform(.settle(.onSite, nil), on: .leak)
        #expect(office.refusal(.strike(nil), on: .leak) == .needsDocument)
        #expect(office.refusal(.strike(" "), on: .leak) == .needsDocument)
        #expect(office.refusal(.strike("区函〔2026〕9号"), on: .leak) == nil)
    }

    @Test(
        "parked, it is looked at again within 30 days",
        arguments: [
            ("2026-11-20", .recheckOutOfRange(days: 30)), ("2026-11-21", nil), ("2026-12-20", nil),
            ("2026-12-21", .recheckOutOfRange(days: 30)),
        ] as [(Day, Refusal?)]
    )
    func park(recheck: Day, refusal: Refusal?) {
        #expect(Office.sample.refusal(.park("停电", recheck), on: .signing) == refusal)
    }

    @Test("parking keeps the limit and drops a pending request; resuming may set a new limit ahead")
    func resume() throws {
        var office = Office.sample
        try office.perform(.park("业主失联", "2026-12-10"), on: .signs)
        #expect(office.matter(.signs).parking == Parking(since: "2026-11-20", reason: "业主失联", recheck: "2026-12-10"))
        #expect(office.matter(.signs).request == nil)
        #expect(office.refusal(.resume("2026-11-19", nil), on: .signs) == .limitNotAhead("2026-11-19"))
        try office.perform(.resume("2026-12-31", nil), on: .signs)
        #expect(office.matter(.signs).parking == nil)
        #expect(office.matter(.signs).due == .endOfDay("2026-12-31"))
        #expect(office.matter(.signs).originalDue == .endOfDay("2026-11-23"))
    }

    @Test("a share is settled once, and only by its unit")
    func supports() throws {
        var office = Office.sample
        #expect(office.refusal(.settleSupport(.construction, nil), on: .signing) == .noSuchSupport(.construction))
        try office.perform(.settleSupport(.liudi, nil), on: .signing)
        #expect(office.matter(.signing).supports.map(\.settled) == ["2026-11-20", nil])
        #expect(office.refusal(.settleSupport(.liudi, nil), on: .signing) == .noSuchSupport(.liudi))
    }

    @Test("a step is ticked once")
    func steps() throws {
        #expect(Office.sample.refusal(.tickStep(0, nil), on: .signing) == .stepDone(1))
        #expect(Office.sample.refusal(.tickStep(5, nil), on: .signing) == .noSuchStep(6))
        #expect(Office.sample.refusal(.tickStep(-1, nil), on: .signing) == .noSuchStep(0))
        var office = Office.sample
        try office.perform(.addStep("归档", nil, "2026-12-04"), on: .signing)
        try office.perform(.tickStep(5, nil), on: .signing)
        #expect(office.matter(.signing).steps.last == Step(title: "归档", due: "2026-12-04", done: "2026-11-20"))
    }

    @Test(
        "A demand is struck off after a call back, or with words on why there was none",
        arguments: [
            (Check.callBack, nil, true), (.onSite, nil, false), (.papers, "联系不上", true), (.onSite, "", false),
        ] as [(Check, CleanText?, Bool)]
    )
    func callBack(check: Check, text: CleanText?, isAllowed: Bool) throws {
        var office = Office.sample
        try office.perform(.report("已劝离"), on: .nightNoise)
        try office.perform(.settle(check, nil), on: .nightNoise)
        #expect(office.refusal(.strike(text), on: .nightNoise) == (isAllowed ? nil : .needsCallBack))
        // What was struck off elsewhere comes as it is.
        try office.perform(.strike(nil), on: .nightNoise, origin: 1)
    }
}
