import Ledger
import Samples
import Testing
import Text

@Suite("Taking a command back")
struct UndoTests {
    /// The last command of the office, as a journal would find it.
    private static func past(_ events: [Event], before: Ledger, since: [Event] = []) -> PastCommand {
        PastCommand(id: "last", events: events, before: before, since: since)
    }

    /// Everything but versions, when it was recorded last, and the number given to a matter that is void now.
    private static func comparable(_ ledger: Ledger, without numbers: Set<MatterNumber> = []) -> Ledger {
        var ledger = ledger
        ledger.lastRecorded = Moment(milliseconds: 0)
        ledger.counters = Ledger.Counters()
        for number in ledger.matters.keys.sorted() { ledger.matters[number]?.version = 0 }
        for number in numbers { ledger.matters[number] = nil }
        ledger.sums = ledger.sums.mapValues { sums in
            var sums = sums
            sums.days = sums.days.filter { $0.value != DaySums() }
            return sums
        }.filter { $0.value != Sums() }
        return ledger
    }

    @Test("command and undo leave what was before, whatever the command", arguments: 1...18)
    func property(seed: UInt64) throws {
        // The later ones try the office's own day as well, most of which is not taken back.
        let hasOfficeDay = seed > 12
        var random = RandomCommands(seed: seed, officeDay: hasOfficeDay)
        var office = Office.sample
        var taken = 0
        for step in 0..<250 {
            office.now = Moment(milliseconds: office.now.milliseconds + Int64(step) * 20_000)
            let before = office.ledger
            let actor = random.actor()
            let day = random.chance(10) ? random.day(around: office.today) : nil
            guard let events = try? office.perform(random.command(office, today: office.today), by: actor, on: day)
            else { continue }
            if random.chance(50) { continue }
            var ledger = office.ledger
            let past = Self.past(events, before: before)
            if hasOfficeDay, case .final? = past.obstacle(for: actor.login) { continue }
            let reverse = try undo(past, in: ledger, by: Context(actor: actor, now: office.now))
            #expect(reverse.count == 1 || hasOfficeDay)
            for event in reverse { ledger.apply(event) }
            let new = Set(ledger.matters.keys).subtracting(before.matters.keys)
            for number in new { #expect(ledger.matters[number]?.stage == .void) }
            let expected = Self.comparable(before)
            let found = Self.comparable(ledger, without: new)
            #expect(found == expected, "\(events[0].fact.kind)")
            taken += 1
        }
        #expect(taken > (hasOfficeDay ? 5 : 12))
    }

    @Test("only one's own")
    func own() throws {
        var office = Office.sample
        let before = office.ledger
        let events = try office.perform(.track("去过", []), on: .signing, by: .clerk)
        let past = Self.past(events, before: before)
        #expect(past.obstacle(for: Actor.clerk.login) == nil)
        #expect(past.obstacle(for: Actor.secretary.login) == .notOwn(login: Actor.clerk.login))
    }

    @Test("not after somebody acted on the matter, but after somebody acted on another")
    func acted() throws {
        var office = Office.sample
        let before = office.ledger
        let events = try office.perform(.track("去过", []), on: .signing, by: .clerk)
        let other = try office.perform(.track("去过", []), on: .leak, by: .supervisionHead)
        #expect(Self.past(events, before: before, since: other).obstacle(for: Actor.clerk.login) == nil)
        let same = try office.perform(.track("又去过", []), on: .signing, by: .supervisionHead)
        #expect(
            Self.past(events, before: before, since: other + same).obstacle(for: Actor.clerk.login)
                == .acted(.signing, login: Actor.supervisionHead.login, person: Actor.supervisionHead.person)
        )
    }

    @Test("what concerns the whole ledger only while nothing was recorded since")
    func whole() throws {
        var office = Office.sample
        let before = office.ledger
        let events = try office.perform(.startSupervision("2026-11-23"), by: .clerk)
        #expect(Self.past(events, before: before).obstacle(for: Actor.clerk.login) == nil)
        let since = try office.perform(.track("去过", []), on: .signing, by: .supervisionHead)
        #expect(
            Self.past(events, before: before, since: since).obstacle(for: Actor.clerk.login) == .recordedSince(.tracked)
        )
    }

    @Test("not an import, not the founding")
    func final() throws {
        var office = Office.sample
        let before = office.ledger
        let events = try office.perform(.track("去过", []), on: .signing, by: .clerk, origin: 4)
        #expect(Self.past(events, before: before).obstacle(for: Actor.clerk.login) == .imported)
        let founding = Office.sample.events.filter { $0.fact.kind == .founded }
        #expect(Self.past(founding, before: Ledger()).obstacle(for: Actor.founder.login) == .final(.founded))
    }

    @Test("a reader takes nothing back")
    func reader() throws {
        var office = Office.sample
        let before = office.ledger
        let events = try office.perform(.track("去过", []), on: .signing, by: .clerk)
        var reader = Actor.clerk
        reader.roles = []
        #expect(throws: Refusal.readOnly(login: reader.login)) {
            try undo(Self.past(events, before: before), in: office.ledger, by: Context(actor: reader, now: office.now))
        }
    }

    @Test("every kind of fact has its reverse, or has happened for good", arguments: Fact.Kind.allCases)
    func kinds(kind: Fact.Kind) throws {
        let matter = Set(Office.sample.events.filter { $0.matter != nil }.map(\.fact.kind)).subtracting([.imported])
        if matter.contains(kind) { #expect(kind.undoing == .matter) }
        let final: Set<Fact.Kind> = [
            .founded, .imported, .undone, .restored, .recovered, .yearClosed, .erased, .contactKept, .contactShown,
            .contactErased, .rulesReplaced,
        ]
        if final.contains(kind) { #expect(kind.undoing == .final) }
    }
}
