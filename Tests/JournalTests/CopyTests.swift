import GRDB
import Ledger
import Samples
import Testing
import Text

@testable import Journal

@Suite("Copies: backup, restore, recover, archive")
struct CopyTests {
    private let folder = Folder()

    private var path: String { folder.file("台账.guatu") }

    private func sample() throws -> SQLiteJournal {
        try #require(try Engine.sqlite.journal(of: .sample, in: folder) as? SQLiteJournal)
    }

    // MARK: Backup

    @Test("A backup is the ledger, sound, and never written over something")
    func backsUp() throws {
        let journal = try sample()
        let head = try journal.backUp(to: folder.file("备份.guatu"))
        #expect(head == (try journal.head()))
        let backup = try SQLiteJournal.open(folder.file("备份.guatu"), mode: .read)
        #expect(try backup.load(.atHand) == (try journal.load(.atHand)))
        #expect(try backup.verify().findings == [])
        #expect(throws: JournalError.exists(path: folder.file("备份.guatu"))) {
            try journal.backUp(to: folder.file("备份.guatu"))
        }
        #expect(folder.names == ["台账.guatu", "台账.guatu-journal", "备份.guatu"].filter(folder.names.contains))
    }

    @Test("Fourteen days are kept")
    func keepsDays() throws {
        let journal = try sample()
        let backups = DailyBackups(of: path)
        for number in 0..<17 {
            let day = Day(iso: "2026-11-20")! + number
            #expect(backups.isDue(on: day))
            try backups.make(journal, on: day)
            #expect(!backups.isDue(on: day))
        }
        #expect(backups.days.count == 14)
        #expect(backups.days.first == "2026-11-23")
        // The same day twice is one.
        try backups.make(journal, on: backups.days.last!)
        #expect(backups.days.count == 14)
    }

    // MARK: Restore

    @Test("What was recorded since a backup is put aside, both heads are recorded, and no number is given twice")
    func restores() throws {
        let journal = try sample()
        let old = try journal.backUp(to: folder.file("备份.guatu"))
        let watcher = try SQLiteJournal.open(path, mode: .read)
        var set = try watcher.load(.atHand)
        let lost = try journal.perform(.register(.demo("备份之后登记")), by: .now).created[0]
        try watcher.refresh(&set)
        let replaced = try journal.head()

        let restored = try SQLiteJournal.restore(folder.file("备份.guatu"), to: path, by: .now)
        guard case .restored(let restoring) = restored.event.event.fact else { return #expect(Bool(false)) }
        #expect(restoring.head == old.hash.description)
        #expect(restoring.replacedHead == replaced.hash.description)
        #expect(restored.event.number == old.number + 1)
        // Who has it open sees it.
        #expect(try watcher.refresh(&set) == .replaced)
        #expect(set.ledger.matters[lost] == nil)
        let next = try journal.perform(.register(.demo("恢复之后登记")), by: .now).created[0]
        #expect(next.rawValue == lost.rawValue + 1)
        #expect(try journal.verify().findings == [])
        #expect(try SQLiteJournal.open(restored.kept, mode: .read).head() == replaced)
        #expect(try SQLiteJournal.open(restored.kept, mode: .read).verify().findings == [])
        // The floor outlives the state that is built anew.
        #expect(try journal.load(.reference).ledger.counters == (try watcher.load(.reference).ledger.counters))
    }

    @Test("A backup of another ledger, or none, is refused and changes nothing")
    func refusesRestore() throws {
        let journal = try sample()
        let head = try journal.head()
        let other = Folder()
        _ = try Engine.sqlite.journal(of: .founded, in: other)
        #expect(throws: JournalError.otherLedger(path: other.file("台账.guatu"))) {
            try SQLiteJournal.restore(other.file("台账.guatu"), to: path, by: .now)
        }
        folder.write(Array("没有这样的台账".utf8), to: "文字.guatu")
        #expect(throws: JournalError.self) { try SQLiteJournal.restore(folder.file("文字.guatu"), to: path, by: .now) }
        #expect(throws: JournalError.missing(path: folder.file("无.guatu"))) {
            try SQLiteJournal.restore(folder.file("无.guatu"), to: path, by: .now)
        }
        let reader = Context(actor: Actor(login: "nobody"), now: "2026-11-20 09:00")
        try journal.backUp(to: folder.file("备份.guatu"))
        #expect(throws: JournalError.refused(.readOnly(login: "nobody"))) {
            try SQLiteJournal.restore(folder.file("备份.guatu"), to: path, by: reader)
        }
        #expect(try journal.head() == head)
    }

    @Test("A ledger beyond reading is put aside as it is", arguments: [true, false])
    func restoresDamaged(isForeign: Bool) throws {
        let journal = try sample()
        let head = try journal.backUp(to: folder.file("备份.guatu"))
        var bytes = folder.read("台账.guatu")
        if isForeign {
            bytes = Array("彻底坏了".utf8)
        } else {
            for index in 8_192..<min(60_000, bytes.count) { bytes[index] = 0 }
        }
        folder.write(bytes, to: "台账.guatu")
        let restored = try SQLiteJournal.restore(folder.file("备份.guatu"), to: path, by: .now)
        let now = try SQLiteJournal.open(path, mode: .read)
        #expect(try now.verify().findings == [])
        #expect(try now.head().number == head.number + 1)
        #expect(folder.read(String(restored.kept.split(separator: "/").last!)) == bytes)
    }

    // MARK: Recover

    @Test("A sound file is recovered whole")
    func recoversSound() throws {
        let journal = try sample()
        let recovered = try SQLiteJournal.recover(path, into: folder.file("新.guatu"), by: { _ in .now })
        #expect(recovered.isWhole)
        let new = try SQLiteJournal.open(folder.file("新.guatu"), mode: .read)
        #expect(try new.load(.atHand) == (try journal.load(.atHand)))
        #expect(try new.verify().findings == [])
    }

    @Test("What is sound is saved, what is lost is named, and the damaged file is left alone", arguments: 1...20)
    func recovers(seed: UInt64) throws {
        let journal = try sample()
        let count = try journal.head().number
        let before = try Dictionary(
            uniqueKeysWithValues: Office.sample.ledger.matters.keys.map { ($0, try journal.history(of: $0)) }
        )
        var bytes = folder.read("台账.guatu")
        var random = SystemSeed(seed)
        let pages = bytes.count / 4_096
        // Pages of zeros, turned bytes, a file cut off; never the first page, which holds the tables' names.
        for _ in 0..<3 {
            let page = 1 + Int(random.next() % UInt64(pages - 1))
            if seed % 2 == 0 {
                for index in (page * 4_096)..<((page + 1) * 4_096) { bytes[index] = 0 }
            } else {
                for _ in 0..<4 { bytes[page * 4_096 + Int(random.next() % 4_096)] ^= UInt8(1 + random.next() % 255) }
            }
        }
        if seed % 5 == 0 { bytes.removeLast(bytes.count / 3) }
        folder.write(bytes, to: "台账.guatu")
        let recovered: Recovered
        do throws(JournalError) {
            recovered = try SQLiteJournal.recover(path, into: folder.file("新.guatu"), by: { _ in .now })
        } catch {
            // Only where nothing can be built on what is left.
            guard case .damaged = error else { return #expect(Bool(false), "\(error)") }
            #expect(!folder.names.contains("新.guatu"))
            return
        }
        #expect(folder.read("台账.guatu") == bytes)
        let new = try SQLiteJournal.open(folder.file("新.guatu"), mode: .write)
        let findings = try new.verify().findings
        #expect(findings == [])
        // Of events lost at the very end nobody can know how many they were.
        let isEndThere = try before.keys.contains { number in
            try new.history(of: number).contains { $0.number == count }
        }
        if seed % 5 != 0, isEndThere { #expect(recovered.events + recovered.lostEvents == count) }
        #expect(recovered.events + recovered.lostEvents <= count)
        for number in before.keys {
            let saved = try new.history(of: number).filter { $0.number <= count && $0.event.fact.kind != .recovered }
            for record in saved where !recovered.textless.contains(record.number) {
                #expect(before[number]?.contains(record) == true)
            }
        }
        // Work goes on, with numbers that were never given.
        // The unit may be among what was lost.
        let isKnown = try new.load(.reference).ledger.units[.liudi] != nil
        var registration = Registration.demo("抢救之后")
        if !isKnown { registration.lead = nil }
        let next = try new.perform(.register(registration), by: .now).created[0]
        if recovered.matters.isEmpty { #expect(!before.keys.contains(next)) }
        #expect(folder.names.allSatisfy { !$0.hasSuffix(".new") && !$0.hasSuffix(".damaged") })
    }

    @Test("A file whose first bytes were overwritten is still read")
    func mendsHeader() throws {
        let journal = try sample()
        var bytes = folder.read("台账.guatu")
        for index in 0..<24 { bytes[index] = 0 }
        folder.write(bytes, to: "坏.guatu")
        let recovered = try SQLiteJournal.recover(
            folder.file("坏.guatu"),
            into: folder.file("新.guatu"),
            by: { _ in .now }
        )
        #expect(recovered.isWhole)
        #expect(try SQLiteJournal.open(folder.file("新.guatu"), mode: .read).head() == (try journal.head()))
    }

    // MARK: Archive

    @Test("A year in a file of its own, with its head in the ledger; contacts stay behind")
    func archives() throws {
        let journal = try sample()
        let keeper = Context(actor: .founder, now: "2026-11-20 09:00")
        try journal.perform(
            .keepContact(Contact(matter: .signing, name: "张三", phone: "13912345678", until: "2027-01-31")),
            by: keeper
        )
        let end = try journal.head()
        let evening = try journal.load(.atHand)
        #expect(throws: JournalError.refused(.keeping(.yearNotOver(2026)))) {
            try journal.archive(2026, to: folder.file("2026.guatu"), by: .now)
        }
        try journal.perform(.register(.demo("来年第一件")), by: .at("2027-01-04 09:00"))
        #expect(throws: JournalError.refused(.keeping(.yearEmpty(2020)))) {
            try journal.archive(2020, to: folder.file("2020.guatu"), by: .at("2027-01-05 09:00"))
        }
        let archived = try journal.archive(2026, to: folder.file("2026.guatu"), by: .at("2027-01-05 09:00"))
        #expect(archived.closing == YearClosing(year: 2026, number: end.number, head: end.hash.description))
        let file = try SQLiteJournal.open(folder.file("2026.guatu"), mode: .read)
        #expect(try file.head() == end)
        #expect(try file.load(.atHand) == evening)
        #expect(try file.verify().findings == [])
        #expect(
            try DatabaseQueue(path: folder.file("2026.guatu")).read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM contact")
            } == 0
        )
        #expect(try journal.events(withHead: end.hash.short).map(\.number) == [end.number])
        #expect(try journal.verify().findings == [])
    }

    // MARK: Heads

    @Test("A printed head is found, another is not")
    func findsHeads() throws {
        let journal = try sample()
        let head = try journal.head()
        #expect(try journal.events(withHead: head.hash.short).map(\.number) == [head.number])
        #expect(try journal.events(withHead: head.hash.description.uppercased()).map(\.number) == [head.number])
        for digits in ["", "3f", "zzzzzzzz", "'; --", String(repeating: "0", count: 65)] {
            #expect(try journal.events(withHead: digits).isEmpty)
        }
    }
}

private struct SystemSeed {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}
