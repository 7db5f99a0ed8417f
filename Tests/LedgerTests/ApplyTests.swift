import Ledger
import Samples
import Testing
import Text

@Suite("Applying events to a working set")
struct ApplyTests {
    @Test("an event on a matter outside the set changes nothing but the clock", arguments: Office.sample.events.indices)
    func outside(index: Int) {
        let event = Office.sample.events[index]
        guard let number = event.matter else { return }
        switch event.fact {
        case .registered, .imported: return
        default: break
        }
        var set = Office.sample.ledger
        set.matters[number] = nil
        set.lastRecorded = Moment(milliseconds: 0)
        let before = set
        let touched = set.apply(event)
        #expect(set.lastRecorded == event.recorded)
        set.lastRecorded = before.lastRecorded
        #expect(set == before)
        #expect(touched == Touched())
    }

    @Test("the same events give the same ledger, matter by matter")
    func replay() {
        var all = Ledger()
        for event in Office.sample.events { all.apply(event) }
        #expect(all == Office.sample.ledger)
        // A set that holds one matter alone folds that matter to the same state.
        for number in all.matters.keys {
            var alone = Ledger()
            for event in Office.sample.events where event.matter == nil || event.matter == number { alone.apply(event) }
            #expect(alone.matters[number] == all.matters[number])
        }
    }

    @Test("says what a store has to write again")
    func touched() throws {
        var office = Office.sample
        let event = try office.perform(.track("签 2 户", [Progress(.added(2))]), on: .signing)[0]
        var ledger = Office.sample.ledger
        let touched = ledger.apply(event)
        #expect(touched.matter == .signing)
        #expect(touched.scopes == [.campaign(.land)])
        #expect(touched.days == [.init(scope: .campaign(.land), day: "2026-11-20")])
        #expect(!touched.setting)
    }

    @Test("the clock of the journal never runs backwards")
    func clock() throws {
        var office = Office.sample
        let late = try office.perform(.track("去过", []), on: .signing, at: "2026-11-20 09:00")[0]
        let early = try office.perform(.track("去过", []), on: .signing, at: "2026-11-20 08:30")[0]
        #expect(late.recorded == "2026-11-20 09:00")
        #expect(early.recorded == "2026-11-20 09:00")
    }

    @Test("who founds the ledger holds every role, anybody else none")
    func authority() {
        #expect(Office.founded.ledger.authority == ["wenruxu": Set(Role.allCases)])
    }

    @Test("rules hold from their day on")
    func rules() {
        var ledger = Office.founded.ledger
        var strict = Rules.standard
        strict.nearWorkdays = 5
        let signature = Signature(login: "wenruxu", role: .clerk)
        let fact = Fact.rulesReplaced(RulesEdition(from: "2026-11-23", rules: strict))
        ledger.apply(Event(recorded: "2026-11-20 09:00", day: "2026-11-20", signature: signature, fact: fact))
        #expect(ledger.rules(on: "2026-11-22") == .standard)
        #expect(ledger.rules(on: "2026-11-23") == strict)
        #expect(ledger.rules == strict)
    }

    @Test("moving a matter to another unit or campaign moves what it counts for, once")
    func moved() throws {
        var office = Office.sample
        let before = office.ledger.sums
        var amendment = Amendment()
        amendment.lead = .liudi
        try office.perform(.amend(.signing, amendment))
        let after = office.ledger.sums
        #expect(after[.street] == before[.street])
        #expect(after[.campaign(.land)] == before[.campaign(.land)])
        #expect(after[.unit(.landForce)]!.open == before[.unit(.landForce)]!.open - 1)
        #expect(after[.unit(.liudi)]!.open == before[.unit(.liudi)]!.open + 1)
        #expect(after[.unit(.liudi)]!.days["2026-09-18"]!.registered == 1)
        #expect(after[.unit(.landForce)]!.days["2026-09-18"]!.registered == 0)
    }

    @Test("a campaign adds up the lines in its own unit of measure")
    func campaign() throws {
        var office = Office.sample
        var sums: Sums { office.ledger.sums[.campaign(.land)]! }
        #expect(sums.target == 32)
        #expect(sums.done == 18)
        #expect(sums.days["2026-11-17"]?.done == 3)
        var amendment = Amendment()
        amendment.quantities = [
            QuantityLine(group: "8 组", target: 32, done: 18, unit: "户"),
            QuantityLine(group: "9 组", target: 10, done: 2, unit: "户"),
            QuantityLine(target: 6, unit: "亩"),
        ]
        try office.perform(.amend(.signing, amendment))
        #expect(sums.target == 42)
        #expect(sums.done == 20)
    }

    @Test("a matter settled late stood overdue on the working evenings between")
    func overdueSince() throws {
        var office = Office.sample
        try office.perform(.report("贯通"), on: .well)
        try office.perform(.settle(.onSite, nil), on: .well)
        let days = office.ledger.sums[.street]!.days
        let before = Office.sample.ledger.sums[.street]!.days
        let evenings = (("2026-11-01" as Day)..."2026-11-30").filter { day in
            days[day, default: DaySums()].overdueSettledSince
                == before[day, default: DaySums()].overdueSettledSince + 1
        }
        #expect(evenings.first == "2026-11-05")
        #expect(evenings.last == "2026-11-19")
        #expect(evenings.count == 11)
        #expect(days["2026-11-20"]?.settledLate == 1)
    }
}
