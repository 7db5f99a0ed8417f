import Ledger
import Samples
import Testing
import Text

/// The 招牌 matter (督9) is due 2026-11-23 and asks for 11-27; the 签约 matter (督1) is due 12-04.
@Suite("Extension (延期)")
struct ExtensionTests {
    @Test(
        "is asked for before 17:30 of the limit day",
        arguments: [
            ("2026-12-04 17:29", nil),
            ("2026-12-04 17:30", .extensionTooLate(limit: "2026-12-04", cutoff: 17 * 60 + 30)),
            ("2026-12-05 08:00", .extensionTooLate(limit: "2026-12-04", cutoff: 17 * 60 + 30)),
        ] as [(Moment, Refusal?)]
    )
    func cutoff(moment: Moment, refusal: Refusal?) {
        #expect(Office.sample.refusal(.askExtension("2026-12-18", "雨"), on: .signing, at: moment) == refusal)
    }

    @Test("saying afterwards that it was asked for in time does not help")
    func lateEntry() {
        let refusal = Office.sample.refusal(
            .askExtension("2026-12-18", "雨"),
            on: .signing,
            at: "2026-12-07 09:00",
            on: "2026-12-04"
        )
        #expect(refusal == .extensionTooLate(limit: "2026-12-04", cutoff: 17 * 60 + 30))
    }

    @Test("leads to a later day, one at a time", arguments: ["2026-12-03", "2026-12-04"] as [Day])
    func later(day: Day) {
        #expect(
            Office.sample.refusal(.askExtension(day, "雨"), on: .signing) == .extensionNotLater(limit: "2026-12-04")
        )
        #expect(Office.sample.refusal(.askExtension("2026-12-20", "雨"), on: .signs) == .extensionPending)
        #expect(Office.sample.refusal(.grantExtension(nil), on: .signing) == .noExtensionPending)
        #expect(Office.sample.refusal(.refuseExtension("不同意"), on: .signing) == .noExtensionPending)
    }

    @Test("granted, it moves the limit, keeps the original one and counts")
    func granted() throws {
        var office = Office.sample
        try office.perform(.grantExtension(nil), on: .signs, by: .viceLeader)
        let matter = office.matter(.signs)
        #expect(matter.due == .endOfDay("2026-11-27"))
        #expect(matter.originalDue == .endOfDay("2026-11-23"))
        #expect(matter.extensions == 1)
        #expect(matter.request == nil)
        #expect(matter.stage == .inHand)
    }

    @Test("refused, it changes nothing")
    func refused() throws {
        var office = Office.sample
        try office.perform(.refuseExtension("理由不足"), on: .signs, by: .viceLeader)
        let matter = office.matter(.signs)
        #expect(matter.due == .endOfDay("2026-11-23"))
        #expect(matter.extensions == 0)
        #expect(matter.request == nil)
    }

    @Test("the first is for 分管 to grant, the second for 书记, and there is no third")
    func levels() throws {
        var office = Office.sample
        try office.perform(.askExtension("2026-12-11", "仍有积水"), on: .pipes, by: .unitHead)
        #expect(
            office.refusal(.grantExtension(nil), on: .pipes, by: .viceLeader)
                == .notAllowed(.grantExtension, to: [.secretary])
        )
        #expect(
            office.refusal(.grantExtension(nil), on: .pipes, by: .clerk.recording(for: .viceLeader, by: .paper))
                == .notAllowed(.grantExtension, to: [.secretary])
        )
        try office.perform(.grantExtension(nil), on: .pipes, by: .clerk.recording(for: .secretary, by: .paper))
        #expect(office.matter(.pipes).extensions == 2)
        #expect(office.matter(.pipes).originalDue == .endOfDay("2026-11-13"))
        #expect(office.refusal(.askExtension("2026-12-31", "雨"), on: .pipes) == .extensionsUsedUp(2))
    }

    @Test("of a matter from above or from 12345 needs their consent", arguments: [.superior, .hotline] as [Source])
    func consent(source: Source) throws {
        var office = Office.sample
        var amendment = Amendment()
        amendment.source = source
        try office.perform(.amend(.signs, amendment))
        #expect(office.refusal(.grantExtension(nil), on: .signs) == .needsDocument)
        #expect(office.refusal(.grantExtension("区城治函〔2026〕12号"), on: .signs) == nil)
    }

    @Test("a report answers a pending request by itself")
    func report() throws {
        var office = Office.sample
        try office.perform(.report("26 处全部整改"), on: .signs)
        #expect(office.matter(.signs).request == nil)
    }

    @Test("a limit at an hour is too late after that hour")
    func hour() throws {
        var office = Office.founded
        var registration = Registration(kind: .demand, title: "停水", source: .hotline)
        registration.lead = .construction
        var opening = Opening(registration: registration, stage: .inHand, registered: "2026-11-20")
        opening.due = .moment("2026-11-20 10:00")
        try office.perform(.open(opening))
        let ask = Action.askExtension("2026-11-21", "管件未到")
        #expect(office.refusal(ask, on: 1, at: "2026-11-20 09:59") == nil)
        #expect(
            office.refusal(ask, on: 1, at: "2026-11-20 10:00")
                == .extensionTooLate(limit: "2026-11-20", cutoff: 17 * 60 + 30)
        )
    }
}
