import Journal
import Ledger
import Samples
import Testing
import Text

/// Campaigns and phases, kept by every engine.
@Suite("The contract of a journal: campaigns")
struct CampaignContract {
    private let folder = Folder()

    /// The sample office after its campaign was changed in every way.
    private static let changed: Office = {
        var office = Office.sample
        do {
            try office.perform(.orderPhase(PhaseOrder(phase: .push, from: "2026-11-23", until: "2026-12-05")))
            try office.perform(.orderPhase(PhaseOrder(campaign: .land, phase: .emergency, from: "2026-11-20")))
            var facts = CampaignFacts()
            facts.name = "环湖片区土地整备（二期）"
            facts.branch = TemporaryBranch(unit: .landForce, secretary: .shenNanzhi)
            try office.perform(.changeCampaign(.land, facts))
            let entry = FrontlineEntry(kind: .members, people: [.shenNanzhi], place: "环湖 8 组", day: "2026-11-02")
            try office.perform(.noteFrontline(.land, .add(entry)))
            var registration = Registration(kind: .target, title: "入户签约（东片）", source: .meeting)
            (registration.lead, registration.person, registration.campaign) = (.landForce, .shenNanzhi, .land)
            registration.parent = .signing
            registration.quantities = [QuantityLine(target: 10, unit: "户")]
            registration.term = .fixed("2026-11-30")
            let action = try office.perform(.register(registration))[0].matter!
            for step in [Action.submit(nil), .issue(nil, nil), .accept(nil)] { try office.perform(step, on: action) }
            try office.perform(.track("签 3 户", [Progress(.added(3))]), on: action)
        } catch {
            preconditionFailure("refused: \(error)")
        }
        return office
    }()

    @Test("What was changed is there when it is loaded, and the journal is sound", arguments: Engine.allCases)
    func loads(engine: Engine) throws {
        let journal = try engine.journal(of: Self.changed, in: folder)
        #expect(try journal.load(.atHand).ledger == Self.changed.ledger.atHand)
        #expect(try journal.verify().findings == [])
    }

    @Test("A figure goes up to a target that only a slice was read with", arguments: Engine.allCases)
    func carries(engine: Engine) throws {
        let journal = try engine.journal(of: Self.changed, in: folder)
        var set = try journal.load(.atHand)
        let receipt = try journal.perform(
            [.act(17, .track("再签 1 户", [Progress(.added(1))]))],
            by: .now,
            updating: &set
        )
        #expect(receipt.records.map(\.event.matter) == [17, .signing])
        #expect(set.ledger.matters[.signing]?.quantity?.done == 22)
        #expect(try journal.load(.atHand).ledger == set.ledger)
        #expect(try journal.verify().findings == [])
    }

    @Test("A name is not taken twice, and a unit of measure in use stays", arguments: Engine.allCases)
    func refuses(engine: Engine) throws {
        let journal = try engine.journal(of: Self.changed, in: folder)
        try journal.perform(
            .addCampaign(Campaign(id: 0, name: "年底清零", start: "2026-11-20", due: "2026-12-31")),
            by: .now
        )
        var facts = CampaignFacts()
        facts.name = "年底清零"
        #expect(throws: JournalError.refused(.nameTaken("年底清零"))) {
            try journal.perform(.changeCampaign(.land, facts), by: .now)
        }
        facts = CampaignFacts()
        facts.measure = "亩"
        #expect(throws: JournalError.refused(.measureInUse(.land, measure: "户", matters: 3))) {
            try journal.perform(.changeCampaign(.land, facts), by: .now)
        }
    }
}
