import Ledger
import Samples
import Testing
import Text

@Suite("The sample office")
struct SampleTests {
    @Test("has a matter in every stage")
    func stages() {
        let stages = Dictionary(grouping: Office.sample.ledger.matters.values, by: \.stage)
            .mapValues { Set($0.map(\.number)) }
        #expect(
            stages == [
                .draft: [.visits], .pending: [.fence], .issued: [.fireCheck],
                .inHand: [.signing, .well, .pipes, .signs, .inheritance, .nightNoise], .reported: [.leak],
                .settled: [.coats], .struck: [.sheds], .archived: [.archive], .parked: [.wires],
                .suspended: [.nightMarket], .void: [.mistake],
            ]
        )
    }

    @Test("says what its keys promise")
    func keys() {
        let office = Office.sample
        let names = { (unit: UnitID) in office.ledger.units[unit]?.name.string }
        #expect(names(.leadership) == "党工委、办事处")
        #expect(names(.drainageForce) == "雨污分流专班")
        #expect(names(.liudi) == "柳堤社区")
        #expect(office.ledger.people[.luoWenzhou]?.name == "罗文舟")
        #expect(office.ledger.grids[.liudi0214]?.code == "LD-02-14")
        #expect(office.ledger.campaigns[.land]?.measure == "户")
        #expect(office.today == "2026-11-20")
        #expect(office.matter(.pipes).quantities.map(\.done.text) == ["680.5"])
        #expect(office.matter(.signs).request?.to == "2026-11-27")
        #expect(office.matter(.pipes).originalDue == .endOfDay("2026-11-13"))
        #expect(office.matter(.pipes).due == .endOfDay("2026-11-30"))
        #expect(office.matter(.well).blocker == "泥浆池未批")
    }
}
