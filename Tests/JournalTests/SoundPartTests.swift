import Ledger
import Samples
import Testing
import Text

@testable import Journal

/// What is shown of a damaged file, and what a recovery takes from the backups.
@Suite("What is sound of a damaged file")
struct SoundPartTests {
    private let folder = Folder()
    private var path: String { folder.file("台账.guatu") }

    /// The bytes of the sample office's file.
    private func sound() throws -> (bytes: [UInt8], head: Position) {
        let journal = try Engine.sqlite.journal(of: .sample, in: folder)
        return (folder.read("台账.guatu"), try journal.head())
    }

    enum Harm: String, CaseIterable {
        case cutByAQuarter, cutNearEnd, noHeader, noFirstPage, zeroBlocks, foreignContent, turnedBits

        func done(to whole: [UInt8]) -> [UInt8] {
            var bytes = whole
            // A page of events that is not the first.
            let words = Array("\"kind\":\"tracked\"".utf8)
            let middle = (bytes.indices.first { bytes[$0...].starts(with: words) } ?? 0) / 4_096 * 4_096
            switch self {
            case .cutByAQuarter: bytes.removeLast(bytes.count / 4)
            case .cutNearEnd: bytes.removeLast(4_097)
            case .noHeader: for index in 0..<100 { bytes[index] = 0 }
            case .noFirstPage: for index in 0..<4_096 { bytes[index] = 0x55 }
            case .zeroBlocks: for index in middle..<(middle + 4_096) { bytes[index] = 0 }
            case .foreignContent:
                for (index, byte) in zip(middle..<(middle + 4_000), (0..<4_000).map { UInt8(0x20 + $0 % 90) }) {
                    bytes[index] = byte
                }
            case .turnedBits: for index in stride(from: 5_000, to: bytes.count, by: 7_777) { bytes[index] ^= 4 }
            }
            return bytes
        }
    }

    @Test("Everything sound is shown, and only that; nothing is written", arguments: Harm.allCases)
    func isShown(harm: Harm) throws {
        let (bytes, head) = try sound()
        let before = try SQLiteJournal.open(path, mode: .read)
        let histories = try Office.sample.ledger.matters.keys.map { try before.history(of: $0) }
        let harmed = harm.done(to: bytes)
        folder.write(harmed, to: "台账.guatu")
        let names = folder.names

        let journal = try SQLiteJournal.open(path, mode: .read)
        let set = try journal.load(.atHand)
        #expect(!set.ledger.matters.isEmpty)
        var shown = 0
        for history in histories {
            guard let number = history.first?.event.matter else { continue }
            let found = try journal.history(of: number)
            shown += found.count
            for record in found {
                let original = history.first { $0.number == record.number }
                #expect(original?.event.fact.kind == record.event.fact.kind)
                #expect(original?.event.recorded == record.event.recorded)
            }
        }
        _ = try journal.past("2026-11-19")
        let damage = try #require(journal.damage)
        // What the end of so small a file holds is most of its events.
        #expect(shown > 0 || harm == .cutByAQuarter)
        #expect(damage.saved.events > 0 && damage.saved.events <= head.number)
        if damage.saved.isEndKnown { #expect(damage.saved.events + damage.saved.lostEvents == head.number) }
        #expect(damage.backup == nil)

        // What is put together is no ledger to work on or to keep.
        expectDamaged { _ = try journal.verify() }
        expectDamaged { _ = try journal.backUp(to: folder.file("备份.guatu")) }
        #expect(folder.read("台账.guatu") == harmed)
        #expect(folder.names == names)
    }

    private func expectDamaged(_ body: () throws -> Void) {
        do {
            try body()
            Issue.record("went through")
        } catch {
            if case JournalError.damaged? = error as? JournalError { return }
            Issue.record("\(error)")
        }
    }

    @Test("Once the damage was seen nothing more is recorded in the file")
    func refusesWriting() throws {
        let (bytes, _) = try sound()
        // One event says something else than it did.
        let journal = try SQLiteJournal.open(path, mode: .write)
        let harmed = bytes.replacingFirst("\"kind\":\"tracked\"", with: "\"kind\":\"Tracked\"")
        #expect(harmed != bytes)
        folder.write(harmed, to: "台账.guatu")
        _ = try journal.past("2026-11-20")
        #expect(journal.damage?.saved.lostEvents == 1)
        expectDamaged { _ = try journal.perform(.register(.demo("再记一件")), by: .now) }
        // Restored by somebody: it is read as it is again.
        folder.write(bytes, to: "台账.guatu")
        #expect(try journal.load(.atHand) == SQLiteJournal.open(path, mode: .read).load(.atHand))
        #expect(journal.damage == nil)
        _ = try journal.perform(.register(.demo("恢复之后再记一件")), by: .now)
    }

    @Test("What is foreign stays foreign")
    func foreign() throws {
        for bytes in [Array("PNG und noch viel mehr".utf8), [UInt8](repeating: 0, count: 50_000)] {
            folder.write(bytes, to: "别的.guatu")
            #expect(throws: JournalError.self) {
                try SQLiteJournal.open(folder.file("别的.guatu"), mode: .read).load(.atHand)
            }
        }
    }

    @Test("What a backup still has is taken from it, but never what was blacked out", arguments: Harm.allCases)
    func takesFromBackups(harm: Harm) throws {
        let (_, first) = try sound()
        let journal = try SQLiteJournal.open(path, mode: .write)
        let daily = DailyBackups(of: path)
        try daily.make(journal, on: "2026-11-19")
        let erased = try #require(Office.sample.events.firstIndex { $0.matter == 1 && $0.fact.kind == .tracked }) + 1
        try journal.perform(.blackOut(1, .record(erased), reason: "误录"), by: .now)
        try journal.perform(.act(1, .track("备份之后", [])), by: .now)
        let head = try journal.head()
        folder.write(harm.done(to: folder.read("台账.guatu")), to: "台账.guatu")

        let recovered = try SQLiteJournal.recover(path, into: folder.file("新.guatu"), by: { _ in .now })
        // What was recorded after the backup may be lost, what is older never is.
        #expect(recovered.lost.allSatisfy { $0.lowerBound > first.number })
        #expect(recovered.events + recovered.lostEvents <= head.number)
        let new = try SQLiteJournal.open(folder.file("新.guatu"), mode: .read)
        #expect(try new.verify().findings == [])
        if recovered.isWhole, recovered.isEndKnown {
            #expect(try new.head() == head)
            #expect(try !new.history(of: 1).filter { $0.number == erased }.isEmpty)
            #expect(try new.verify().erased == 1)
        }
    }

    @Test("A backup of before a restore fills no gap that it does not fit")
    func takesOnlyWhatFits() throws {
        let (_, head) = try sound()
        let journal = try SQLiteJournal.open(path, mode: .write)
        try journal.backUp(to: folder.file("旧.guatu"))
        for index in 0..<40 { try journal.perform(.act(1, .track(CleanText("另一条 \(index)"), [])), by: .now) }
        try DailyBackups(of: path).make(journal, on: "2026-11-19")
        _ = try SQLiteJournal.restore(folder.file("旧.guatu"), to: path, by: .now)
        let now = try SQLiteJournal.open(path, mode: .write)
        try now.perform(.act(1, .track("恢复之后", [])), by: .now)
        let end = try now.head().number
        let harmed = folder.read("台账.guatu").replacingFirst("\"kind\":\"restored\"", with: "\"kind\":\"Restored\"")
        folder.write(harmed, to: "台账.guatu")
        let recovered = try SQLiteJournal.recover(path, into: folder.file("新.guatu"), by: { _ in .now })
        #expect(recovered.lost == [(head.number + 1)...(head.number + 1)])
        #expect(recovered.fromBackups == 0)
        #expect(recovered.events == end - 1)
    }

    @Test("Past days of a recovered ledger are those of its sound events")
    func pastDays() throws {
        let (bytes, head) = try sound()
        folder.write(Harm.zeroBlocks.done(to: bytes), to: "台账.guatu")
        let recovered = try SQLiteJournal.recover(path, into: folder.file("新.guatu"), by: { _ in .now })
        #expect(!recovered.lost.isEmpty)
        let new = try SQLiteJournal.open(folder.file("新.guatu"), mode: .read)
        let lost = Set(recovered.lost.flatMap { Array($0) })
        let events = Office.sample.events.enumerated().filter { !lost.contains($0.offset + 1) }.map(\.element)
        #expect(head.number == Office.sample.events.count)
        for day in Set(events.map { $0.recorded.day(.china) }) where day < "2026-11-20" {
            var then = Ledger()
            for event in events where event.recorded.day(.china) <= day { then.apply(event) }
            let past = try new.past(day)
            #expect(past.ledger.matters.keys.sorted() == then.atHand.matters.keys.sorted(), "\(day.iso)")
            if recovered.textless.isEmpty { #expect(past.ledger.matters == then.atHand.matters, "\(day.iso)") }
        }
    }
}

extension [UInt8] {
    /// With the first `text` exchanged for another of the same length.
    fileprivate func replacingFirst(_ text: String, with other: String) -> [UInt8] {
        let text = Array(text.utf8)
        guard let start = indices.first(where: { self[$0...].starts(with: text) }) else { return self }
        var bytes = self
        bytes.replaceSubrange(start..<(start + text.count), with: Array(other.utf8))
        return bytes
    }
}
