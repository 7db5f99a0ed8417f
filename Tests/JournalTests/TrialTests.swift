import GRDB
import Glibc
import Ledger
import Samples
import Testing
import Text

@testable import Journal

/// What an office can do to its ledger: several at once, a power switch, a full disk.
@Suite("Trials", .serialized)
struct TrialTests {
    private let folder = Folder()
    private var path: String { folder.file("台账.guatu") }

    private func make(_ office: Office = .founded) throws -> SQLiteJournal {
        try #require(try Engine.sqlite.journal(of: office, in: folder) as? SQLiteJournal)
    }

    /// The events in the file, as the helper says them.
    private func stored() throws -> [String] {
        try DatabaseQueue(path: path).inDatabase { db in
            try String.fetchAll(db, sql: "SELECT number || ' ' || lower(hex(id)) FROM event")
        }
    }

    private func said(_ lines: [Substring]) -> [String] { lines.map { String($0.filter { $0 != "-" }) } }

    @Test("Nothing acknowledged is lost to SIGKILL, the file opens each time and is sound")
    func survivesKills() throws {
        _ = try make()
        var acknowledged: Set<String> = []
        var generator = SystemRandomNumberGenerator()
        for round in 0..<20 {
            let process = Process("write", path, "100000")
            acknowledged.formUnion(said(process.lines(Int.random(in: 1...60, using: &generator))))
            process.kill()
            acknowledged.formUnion(said(process.lines()))
            #expect(process.wait() == -SIGKILL)
            let reader = try SQLiteJournal.open(path, mode: .read)
            let head = try reader.head()
            #expect(try reader.load(.atHand).position == head, "round \(round)")
            #expect(try reader.verify().findings == [])
            #expect(acknowledged.subtracting(try stored()).isEmpty)
        }
        #expect(acknowledged.count > 20)
    }

    @Test("Four processes at once: nothing lost, nothing doubled, nobody refused")
    func writesTogether() throws {
        let journal = try make()
        let before = try journal.head().number
        var set = try journal.load(.atHand)
        let processes = (0..<4).map { _ in Process("write", path, "60") }
        let heard = processes.map { said($0.lines()) }
        #expect(processes.map { $0.wait() } == [0, 0, 0, 0])
        let all = heard.flatMap(\.self)
        // Each writes 40 registrations, 20 tracks and, before these, 20 submissions and 20 issues.
        #expect(heard.map(\.count) == [100, 100, 100, 100])
        #expect(Set(all).count == 400)
        #expect(Set(all).isSubset(of: try stored()))
        #expect(try journal.head().number == before + 400)
        guard case .changed(let changed) = try journal.refresh(&set) else {
            Issue.record("nothing changed")
            return
        }
        #expect(changed.count == 160)
        #expect(set == (try journal.load(.atHand)))
        #expect(try journal.verify().findings == [])
    }

    @Test("The same with undo, contacts, blacking out and backups: SIGKILL at random")
    func survivesKillsOfLife() throws {
        _ = try make()
        var acknowledged: Set<String> = []
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<10 {
            let process = Process("life", path, "100000")
            acknowledged.formUnion(said(process.lines(Int.random(in: 1...40, using: &generator))))
            process.kill()
            acknowledged.formUnion(said(process.lines()))
            #expect(process.wait() == -SIGKILL)
            let reader = try SQLiteJournal.open(path, mode: .read)
            #expect(try reader.verify().findings == [])
            #expect(acknowledged.subtracting(try stored()).isEmpty)
        }
        #expect(acknowledged.count > 20)
    }

    @Test("The same with undo, contacts, blacking out and backups: four processes at once")
    func livesTogether() throws {
        let journal = try make()
        var set = try journal.load(.atHand)
        let processes = (0..<4).map { _ in Process("life", path, "8") }
        let heard = processes.map { said($0.lines()) }
        #expect(processes.map { $0.wait() } == [0, 0, 0, 0])
        let all = heard.flatMap(\.self)
        #expect(Set(all).count == all.count)
        #expect(Set(all).isSubset(of: try stored()))
        try journal.refresh(&set)
        #expect(set == (try journal.load(.atHand)))
        #expect(try journal.verify().findings == [])
        let left = try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM contact") }
        // Those that ``EveryWriting`` keeps, one a round.
        #expect(left == 4)
    }

    // MARK: A crash in mid-commit

    /// The file and the journal beside it as they are in the middle of a write.
    private func crash() throws -> WorkingSet {
        let before = try make(.sample).load(.atHand)
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 1") }
        let other = try DatabaseQueue(path: path, configuration: configuration)
        try other.inDatabase { db in
            try db.inTransaction(.immediate) {
                try db.execute(sql: "UPDATE matter SET title = 'halb', pack = zeroblob(9000)")
                folder.write(folder.read("台账.guatu"), to: "halb")
                folder.write(folder.read("台账.guatu-journal"), to: "halb-journal")
                return .rollback
            }
        }
        try other.close()
        rename(folder.file("halb"), path)
        rename(folder.file("halb-journal"), path + "-journal")
        return before
    }

    @Test("A reader sees what was before the crash, and does not touch the file")
    func readsUnfinished() throws {
        let before = try crash()
        let bytes = (folder.read("台账.guatu"), folder.read("台账.guatu-journal"))
        #expect(!bytes.1.isEmpty)
        #expect(throws: (any Error).self) {
            // Without the copy SQLite has to write before it can read.
            try OpenFile(path, writing: false)
        }
        let reader = try SQLiteJournal.open(path, mode: .read)
        var set = try reader.load(.atHand)
        #expect(set == before)
        #expect(try reader.verify().findings == [])
        #expect(folder.read("台账.guatu") == bytes.0)
        #expect(folder.read("台账.guatu-journal") == bytes.1)

        // A writer takes the half back; the reader leaves its copy and goes on.
        let writer = try SQLiteJournal.open(path, mode: .write)
        #expect(try writer.load(.atHand) == before)
        let receipt = try writer.perform(.register(.demo("井盖破损")), by: .now)
        #expect(try reader.refresh(&set) == .changed(receipt.touched))
        #expect(set == (try writer.load(.atHand)))
        #expect(try writer.verify().findings == [])
    }

    @Test("A reader that has the file open when another crashes goes on reading")
    func readsOnUnfinished() throws {
        _ = try make(.sample)
        let early = try SQLiteJournal.open(path, mode: .read)
        var set = try early.load(.atHand)
        let before = set
        unlink(path)
        _ = try crash()
        #expect(try early.refresh(&set) == .replaced)
        #expect(set.ledger == before.ledger)
    }

    // MARK: Rights and room

    @Test("A folder and a file without the right to write can be read, by others than root too")
    func readsWithoutRights() throws {
        let journal = try make(.sample)
        let head = try journal.head().number
        let count = Office.sample.ledger.atHand.matters.count
        chmod(path, 0o444)
        chmod(folder.path, 0o555)
        defer { chmod(folder.path, 0o755) }
        let process = Process("read", path, "0")
        let error = JournalError.readOnly(path: path)
        #expect(process.lines().map(String.init) == ["\(head) \(count)", "true", "\(error)"])
        #expect(process.wait() == 0)
        chmod(path, 0o000)
        if getuid() == 0 {
            #expect(Process("read", path, "0").lines().map(String.init) == ["\(JournalError.unreadable(path: path))"])
        }
    }

    @Test("Without rights also after a crash, from a copy in memory")
    func readsUnfinishedWithoutRights() throws {
        let before = try crash()
        chmod(path, 0o444)
        chmod(path + "-journal", 0o444)
        chmod(folder.path, 0o555)
        defer { chmod(folder.path, 0o755) }
        let process = Process("read", path, "0")
        let said = process.lines().map(String.init)
        #expect(said.prefix(2) == ["\(before.position.number) \(before.ledger.matters.count)", "true"])
        #expect(process.wait() == 0)
    }

    @Test(
        "A full disk: refused, nothing half-written, everything readable, and on it goes with room",
        .enabled(if: SmallDisk.isPossible, "a small disk can be mounted only by root")
    )
    func survivesFullDisk() throws {
        let disk = try #require(SmallDisk(kilobytes: 600))
        let path = disk.path + "/台账.guatu"
        guard case .found(let founding)? = Office.founded.commands.first?.command else { return }
        let journal = try SQLiteJournal.create(path, founding, by: Office.founded.commands[0].context)
        for given in Office.founded.commands.dropFirst() { try journal.perform(given.command, by: given.context) }
        var acknowledged = 0
        var refusal: JournalError?
        while refusal == nil, acknowledged < 5_000 {
            do throws(JournalError) {
                try journal.perform(.register(.demo(Prose("第\(acknowledged)件"))), by: .now)
                acknowledged += 1
            } catch {
                refusal = error
            }
        }
        #expect(refusal == .diskFull(path: path))
        disk.fill()
        for mode in [SQLiteJournal.Mode.read, .write] {
            let again = try SQLiteJournal.open(path, mode: mode)
            #expect(try again.load(.atHand).ledger.matters.count == acknowledged)
            #expect(try again.matters(.open).count == acknowledged)
            #expect(try again.verify().findings == [])
        }
        #expect(throws: JournalError.diskFull(path: path)) {
            try journal.bulk(at: "2026-11-20 09:00") { session throws(JournalError) in
                for index in 0..<5_000 { try session.perform(.register(.demo(Prose("第\(index)件"))), by: .now) }
                return .commit
            }
        }
        #expect(try journal.load(.atHand).ledger.matters.count == acknowledged)
        #expect(throws: JournalError.diskFull(path: disk.path + "/新.guatu")) {
            try SQLiteJournal.create(disk.path + "/新.guatu", founding, by: .now)
        }
        disk.free()
        #expect(try journal.load(.atHand).ledger.matters.count == acknowledged)
        #expect(try journal.verify().findings == [])
    }
}

extension TrialTests {
    @Test("Each kind of writing is there when it is loaded, and the file is sound after it")
    func writesEverything() throws {
        let (journal, writing) = try prepared(at: path)
        var done: [String] = []
        for (name, step) in writing.steps {
            let command = try #require(step(try journal.load(.reference).ledger), "\(name)")
            let receipt = try journal.perform(command, by: .now)
            #expect(!receipt.records.isEmpty, "\(name)")
            #expect(try journal.verify().findings == [], "\(name)")
            done.append(name)
        }
        #expect(done.count == writing.steps.count)
    }

    @Test(
        "A full disk refuses each kind of writing, leaves nothing half-written, and takes it with room",
        .enabled(if: SmallDisk.isPossible, "a small disk can be mounted only by root")
    )
    func fullDiskForEverything() throws {
        let disk = try #require(SmallDisk(kilobytes: 4_000))
        let path = disk.path + "/台账.guatu"
        let (journal, writing) = try prepared(at: path)
        for (name, step) in writing.steps {
            let command = try #require(step(try journal.load(.reference).ledger), "\(name)")
            let before = try journal.load(.atHand)
            disk.fill()
            #expect(throws: JournalError.diskFull(path: path), "\(name)") { try journal.perform(command, by: .now) }
            #expect(try SQLiteJournal.open(path, mode: .read).load(.atHand) == before, "\(name)")
            disk.free()
            try journal.perform(command, by: .now)
        }
        #expect(try journal.verify().findings == [])
    }

    private func prepared(at path: String) throws -> (SQLiteJournal, EveryWriting) {
        guard case .found(let founding)? = Office.founded.commands.first?.command else { throw CancellationError() }
        let journal = try SQLiteJournal.create(path, founding, by: Office.founded.commands[0].context)
        for given in Office.founded.commands.dropFirst() { try journal.perform(given.command, by: given.context) }
        let numbers = try EveryWriting.registrations.flatMap { try journal.perform($0, by: .now).created }
        let writing = EveryWriting(matter: numbers[0], problem: numbers[1])
        for command in writing.preparations { try journal.perform(command, by: .now) }
        return (journal, writing)
    }

    @Test(
        "Random commands by random actors: what is stored is what the events give",
        arguments: [21, 22, 23, 24, 25, 26] as [UInt64]
    )
    func random(seed: UInt64) throws {
        let journal = try make(.sample)
        var office = Office.sample
        var commands = RandomCommands(seed: seed, officeDay: seed > 22)
        var taken = 0
        for _ in 0..<480 {
            let forward = commands.chance(5) ? Int64.random(in: 0...2 * 1440, using: &commands.generator) : 7
            office.now = Moment(milliseconds: office.now.milliseconds + forward * 60_000)
            let command = commands.command(office, today: office.today)
            let context = Context(
                actor: commands.actor(),
                now: office.now,
                day: commands.chance(15) ? commands.day(around: office.today) : nil
            )
            let events = try? office.perform(command, by: context.actor, on: context.day)
            let receipt = try? journal.perform(command, by: context)
            // The journal lets through what the rules do, and nothing else.
            #expect(receipt?.records.map(\.event) == events, "\(command)")
            if receipt != nil { taken += 1 }
        }
        #expect(taken > 60)
        #expect(try journal.verify().findings == [])
        let set = try journal.load(.atHand)
        for matter in office.ledger.matters.values {
            #expect(set.ledger.matters[matter.number] == (matter.stage.isAtHand ? matter : nil), "\(matter.number)")
        }
        #expect(set.ledger.diary == office.ledger.diary)
        #expect(set.ledger.campaigns == office.ledger.campaigns && set.ledger.phases == office.ledger.phases)
        let whole = try journal.load(.reference).ledger
        #expect(whole.households == office.ledger.households && whole.precedents == office.ledger.precedents)
        // The engine in memory keeps the same.
        let memory = try Engine.memory.journal(of: .sample, in: folder)
        for given in office.commands.dropFirst(Office.sample.commands.count) {
            try memory.perform(given.command, by: given.context)
        }
        #expect(try memory.load(.atHand).ledger == set.ledger)
        #expect(set.ledger.sums == office.ledger.sums.filter { $0.value != Sums() })
    }
}

/// A file system with little room.
private final class SmallDisk {
    let path: String

    static let isPossible: Bool = SmallDisk(kilobytes: 64) != nil

    init?(kilobytes: Int) {
        var template = Array("/tmp/guatu-disk-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return nil }
        path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0 else {
            rmdir(path)
            return nil
        }
    }

    deinit {
        umount2(path, Int32(MNT_DETACH))
        rmdir(path)
    }

    /// Takes the last byte.
    func fill() {
        let handle = open(path + "/voll", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        let block = [UInt8](repeating: 0, count: 512)
        while write(handle, block, block.count) > 0 {}
        close(handle)
    }

    /// Gives the room back at once: a file that is only removed keeps it for as long as a program of another test, started
    /// meanwhile, holds it open.
    func free() {
        truncate(path + "/voll", 0)
        unlink(path + "/voll")
    }
}
