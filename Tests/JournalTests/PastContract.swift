import Journal
import Ledger
import Samples
import Testing
import Text

/// Past days (复盘, --as-of), kept by every engine.
@Suite("The contract of a journal: past days")
struct PastContract {
    private let folder = Folder()

    /// Some weeks of an office, with the ledger as a screen held it each evening.
    private struct Weeks {
        var office = Office.founded
        var evenings: [Day: Ledger] = [:]

        init() throws {
            var day: Day = "2026-11-20"
            for week in 0..<15 {
                office.now = Moment(day, minute: 9 * 60, offset: .china)
                var registration = Registration.demo(Prose("第 \(week) 件"), due: day + 20)
                registration.quantities = [QuantityLine(target: 1, unit: "件")]
                try office.perform(.register(registration))
                let number = MatterNumber(office.ledger.counters.matter - 1)
                try office.perform(.submit(nil), on: number)
                try office.perform(.issue(.workdays(5), nil), on: number)
                office.now = Moment(day, minute: 15 * 60, offset: .china)
                for other in office.ledger.matters.keys.sorted() {
                    let turn = (other.rawValue + week) % 4
                    _ = try? office.perform(
                        [Action.accept(nil), .track("去过", []), .report("做完"), .settle(.papers, nil)][turn],
                        on: other
                    )
                    if turn == 3 { _ = try? office.perform(.strike("同意"), on: other) }
                }
                // Known only a day later: the evening before does not change.
                if week > 2 { _ = try? office.perform(.track("补记", []), on: MatterNumber(2), on: day - 1) }
                if week == 6 { try office.perform(.addUnit(Unit(id: 0, name: "湖东社区", kind: .community))) }
                if week == 8 { try office.perform(.startSupervision(day)) }
                evenings[day] = office.ledger.atHand
                day = day + (week % 3 == 0 ? 3 : 1)
            }
        }
    }

    @Test("A day is what was stored that evening, forwards, backwards and at once", arguments: Engine.allCases)
    func equalsStored(engine: Engine) throws {
        let weeks = try Weeks()
        let journal = try engine.journal(of: weeks.office, in: folder)
        let days = weeks.evenings.keys.sorted()
        for day in days { #expect(try journal.past(day).ledger == weeks.evenings[day], "\(day.iso)") }
        var past = try journal.past(days[0])
        for day in days[0]...days.last! {
            try journal.advance(&past, to: day)
            let evening = days.last { $0 <= day }!
            #expect(past.ledger == weeks.evenings[evening], "\(day.iso)")
            #expect(past == (try journal.past(day)))
        }
        try journal.advance(&past, to: days[3])
        #expect(past.ledger == weeks.evenings[days[3]])
        // Before the office began there was nothing.
        #expect(try journal.past("2020-01-01").ledger.matters.isEmpty)
    }

    @Test("Reads as the journal of that evening did, settled matters too", arguments: Engine.allCases)
    func reads(engine: Engine) throws {
        let weeks = try Weeks()
        let journal = try engine.journal(of: weeks.office, in: folder)
        let day = weeks.evenings.keys.sorted()[9]
        let end = Moment(day + 1, minute: 0, offset: .china)
        let events = weeks.office.events.filter { $0.recorded < end }
        var then = Ledger()
        for event in events { then.apply(event) }
        let past = try PastJournal(journal, at: day, path: "台账.guatu")
        #expect(try past.matters(Query(order: .number)) == then.matters.values.sorted { $0.number < $1.number })
        for number in then.matters.keys {
            #expect(try past.history(of: number).map(\.event) == events.filter { $0.matter == number })
            #expect(try past.load(.matters([number])).ledger.matters[number] == then.matters[number])
        }
        #expect(try past.load(.atHand).ledger == then.atHand)
        #expect(try past.load(.reference).ledger.units == then.units)
        #expect(past.head().number == events.count)
        #expect(throws: JournalError.readOnly(path: "台账.guatu")) { try past.perform(.undo(nil), by: .now) }
    }

    @Test("Imported history counts by its own days", arguments: Engine.allCases)
    func imports(engine: Engine) throws {
        let journal = try engine.journal(in: folder)
        let days: [Day] = ["2026-09-01", "2026-09-10", "2026-10-05"]
        try journal.bulk(at: "2026-11-20 08:12") { session throws(JournalError) in
            var opening = Opening(registration: .demo("旧事项"), stage: .inHand, registered: days[0])
            opening.issued = days[0]
            opening.registration.number = 900
            opening.due = .endOfDay("2026-12-01")
            for (index, day) in days.enumerated() {
                var context = Context.at("2026-11-20 08:12", origin: Int64(index + 1))
                context.day = day
                let command: Command =
                    index == 0 ? .open(opening) : .act(900, .track(CleanText("\(day.iso) 去过"), []))
                try session.perform(command, by: context)
            }
            return .commit
        }
        #expect(try journal.past("2026-08-31").ledger.matters[900] == nil)
        var past = try journal.past("2026-08-31")
        for day in Day(iso: "2026-09-01")!...Day(iso: "2026-11-21")! {
            try journal.advance(&past, to: day)
            #expect(past == (try journal.past(day)), "\(day.iso)")
            let last = days.last { $0 <= day }!
            let text = past.ledger.matters[900]?.lastTrack?.text
            #expect(text == (last == days[0] ? nil : Prose(CleanText("\(last.iso) 去过"))))
        }
        #expect(past.ledger == (try journal.load(.atHand).ledger))
    }

    @Test("An imported meeting is there from its own day on", arguments: Engine.allCases)
    func importsMeetings(engine: Engine) throws {
        let journal = try engine.journal(in: folder)
        let held: [Day] = ["2026-11-09", "2026-11-16"]
        try journal.bulk(at: "2026-11-20 08:12") { session throws(JournalError) in
            for (index, day) in held.enumerated() {
                var meeting = Meeting(kind: .weekly, day: day)
                meeting.began = Moment(day, minute: 540, offset: .china)
                meeting.ended = Moment(day, minute: 600, offset: .china)
                var context = Context.at("2026-11-20 08:12", origin: Int64(index + 1))
                context.day = day
                try session.perform(.daily(.planMeeting(meeting)), by: context)
            }
            return .commit
        }
        var past = try journal.past("2026-11-08")
        for day in Day(iso: "2026-11-08")!...Day(iso: "2026-11-21")! {
            try journal.advance(&past, to: day)
            #expect(past.ledger.diary.meetings.values.map(\.day).sorted() == held.filter { $0 <= day }, "\(day.iso)")
            #expect(past == (try journal.past(day)), "\(day.iso)")
        }
        #expect(past.ledger.diary == (try journal.load(.atHand).ledger.diary))
    }
}

extension Day {
    fileprivate static func ... (first: Day, last: Day) -> [Day] {
        (first.number...max(first.number, last.number)).map(Day.init(number:))
    }
}
