import Journal
import Ledger
import Samples
import Testing
import Text

/// Taking commands back (撤回), kept by every engine.
@Suite("The contract of a journal: undo")
struct UndoContract {
    private let folder = Folder()

    private static let clerk = Context(actor: .clerk, now: "2026-11-20 09:00")
    private static let head = Context(actor: .supervisionHead, now: "2026-11-20 09:00")

    /// The ledger without what undo may leave: versions, void numbers, and when something was last recorded.
    private static func comparable(_ set: WorkingSet) -> Ledger {
        var ledger = set.ledger
        ledger.lastRecorded = Moment(milliseconds: 0)
        ledger.counters.matter = 0
        for number in ledger.matters.keys.sorted() { ledger.matters[number]?.version = 0 }
        ledger.sums = ledger.sums.mapValues { sums in
            var sums = sums
            sums.days = sums.days.filter { $0.value != DaySums() }
            return sums
        }.filter { $0.value != Sums() }
        return ledger
    }

    private static let commands: [[Command]] = [
        [.act(.signing, .track("又签 3 户", [Progress(.added(3))]))],
        [.act(.signing, .tickStep(2, "完成")), .act(.signing, .addStep("验收", nil, nil))],
        [.register(.demo("井盖破损"))],
        [.addUnit(Unit(id: 0, name: "湖东社区", kind: .community))],
        [.addUnit(Unit(id: 0, name: "湖东社区", kind: .community)), .addPerson(Person(id: 0, name: "新人", unit: 7))],
        [.adjustCalendar([.init(day: "2026-11-25", isWorkday: false, name: "区庆")])],
        [.takeLeave(.viceLeader, from: "2026-11-23", through: "2026-11-27", standIn: .director)],
        [.startSupervision("2026-11-23")],
        [.renameUnit(.construction, name: "城市更新办公室", shortName: "城更办")],
        [.act(.inheritance, .track("已约见", [])), .act(.signing, .track("已看", []))],
    ]

    @Test("All events of a command or none, and the state is what it was", arguments: Engine.allCases, commands)
    func takesBack(engine: Engine, commands: [Command]) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        var set = try journal.load(.atHand)
        let before = Self.comparable(set)
        let done = try journal.perform(commands, by: Self.clerk, expecting: [:])
        try journal.refresh(&set)
        #expect(Self.comparable(set) != before)

        let offer = try #require(try journal.undoable(by: Actor.clerk.login, limit: 5).first)
        #expect(offer.id == done.command.description)
        #expect(offer.records == done.records)
        #expect(offer.obstacle == nil)
        let receipt = try journal.perform(.undo(offer.short), by: Self.clerk)
        #expect(receipt.records.allSatisfy { $0.event.fact.kind == .undone })
        try journal.refresh(&set)
        #expect(Self.comparable(set) == before)
        #expect(set == (try journal.load(.atHand)))
        #expect(try journal.verify().findings == [])
        #expect(throws: JournalError.refused(.cannotUndo(.undone))) {
            try journal.perform(.undo(offer.short), by: Self.clerk)
        }
    }

    @Test("One after the other, newest first; each survives a restart", arguments: Engine.allCases)
    func goesOn(engine: Engine) throws {
        var journal = try engine.journal(of: .sample, in: folder)
        let before = Self.comparable(try journal.load(.atHand))
        for text in ["一", "二", "三"] as [CleanText] {
            try journal.perform(.act(.signing, .track(text, [Progress(.added(1))])), by: Self.clerk)
        }
        let first = try journal.undoable(by: Actor.clerk.login, limit: 5)
        #expect(first.prefix(3).map(\.obstacle) == [nil, .notLast, .notLast])
        #expect(throws: JournalError.refused(.cannotUndo(.notLast))) {
            try journal.perform(.undo(first[1].short), by: Self.clerk)
        }
        for _ in 0..<3 {
            if let file = journal as? SQLiteJournal { journal = try SQLiteJournal.open(file.path, mode: .write) }
            try journal.perform(.undo(nil), by: Self.clerk)
        }
        #expect(Self.comparable(try journal.load(.atHand)) == before)
        // What was taken back is still in the history.
        #expect(
            try journal.history(of: .signing).suffix(6).map(\.event.fact.kind) == [
                .tracked, .tracked, .tracked, .undone, .undone, .undone,
            ]
        )
        #expect(try journal.verify().findings == [])
    }

    @Test("Nothing is taken back that somebody built on", arguments: Engine.allCases)
    func refuses(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        #expect(throws: JournalError.refused(.cannotUndo(.nothing))) {
            try journal.perform(
                .undo(nil),
                by: Context(actor: Actor(login: "new", roles: [.clerk]), now: "2026-11-20 09:00")
            )
        }
        let mine = try journal.perform(.act(.signing, .track("去过", [])), by: Self.clerk)
        #expect(throws: JournalError.refused(.cannotUndo(.notOwn(login: Actor.clerk.login)))) {
            try journal.perform(.undo(String(mine.command.description.suffix(8))), by: Self.head)
        }
        #expect(throws: JournalError.refused(.cannotUndo(.unknown("00000000")))) {
            try journal.perform(.undo("00000000"), by: Self.clerk)
        }
        try journal.perform(.act(.signing, .track("又去过", [])), by: Self.head)
        let head = try journal.head()
        let acted = Refusal.cannotUndo(.acted(.signing, login: Actor.supervisionHead.login, person: .supervisionHead))
        #expect(throws: JournalError.refused(acted)) { try journal.perform(.undo(nil), by: Self.clerk) }
        #expect(try journal.head() == head)
        // The other takes theirs back, and the way is free.
        try journal.perform(.undo(nil), by: Self.head)
        try journal.perform(.undo(nil), by: Self.clerk)
        #expect(try journal.verify().findings == [])
    }

    @Test("An import is not taken back", arguments: Engine.allCases)
    func imports(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        try journal.bulk(at: "2026-11-20 09:00") { session throws(JournalError) in
            for row in 1...200 {
                let context = Context(actor: .clerk, now: "2026-11-20 09:00", origin: Int64(row))
                try session.perform(.register(.demo(Prose("第 \(row) 行"))), by: context)
            }
            return .commit
        }
        #expect(throws: JournalError.refused(.cannotUndo(.imported))) {
            try journal.perform(.undo(nil), by: Self.clerk)
        }
    }
}
