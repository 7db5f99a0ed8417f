import GRDB
import Glibc
import Ledger
import Samples
import Testing
import Text

@testable import Journal

/// What a file may be, and what becomes of it while it is open.
@Suite("A ledger in a file")
struct SQLiteFileTests {
    private let folder = Folder()
    private var path: String { folder.file("台账.guatu") }

    private func make(_ office: Office = .founded) throws -> SQLiteJournal {
        try #require(try Engine.sqlite.journal(of: office, in: folder) as? SQLiteJournal)
    }

    private func open(_ mode: SQLiteJournal.Mode = .read) throws -> SQLiteJournal {
        try SQLiteJournal.open(path, mode: mode)
    }

    /// What opening and reading says, or nil when all is well.
    private func complaint(_ mode: SQLiteJournal.Mode) -> JournalError? {
        do throws(JournalError) {
            _ = try SQLiteJournal.open(path, mode: mode).load(.atHand)
            return nil
        } catch {
            return error
        }
    }

    @Test("The titles of what is settled are those of the matters that no wall shows")
    func titles() throws {
        let journal = try make(.sample)
        let settled = Office.sample.ledger.matters.values.filter { !$0.stage.isAtHand }
            .sorted { $0.number < $1.number }
        #expect(!settled.isEmpty)
        let (head, titles) = try journal.titles(.settled)
        #expect(head == (try journal.head()))
        #expect(titles.map(\.0) == settled.map(\.number))
        #expect(titles.map(\.1) == settled.map { $0.title.text?.string })
    }

    // MARK: What a file may be

    @Test("A new ledger is rw for owner and group, alone in its folder but for an empty journal")
    func creates() throws {
        let journal = try make()
        var info = stat()
        #expect(stat(path, &info) == 0)
        #expect(info.st_mode & 0o777 == 0o660)
        #expect(folder.names.filter { $0 != "台账.guatu-journal" } == ["台账.guatu"])
        #expect(throws: JournalError.exists(path: path)) {
            try SQLiteJournal.create(
                path,
                Founding(committee: Committee(name: "甲"), calendar: .china, rules: .standard),
                by: .now
            )
        }
        #expect(try journal.verify().isSound)
    }

    @Test("A refused founding leaves nothing behind")
    func createsNothing() throws {
        let nowhere = folder.file("没有/台账.guatu")
        let founding = Founding(committee: Committee(name: "甲"), calendar: .china, rules: .standard)
        #expect(throws: JournalError.missing(path: folder.file("没有"))) {
            try SQLiteJournal.create(nowhere, founding, by: .now)
        }
        #expect(folder.names.isEmpty)
    }

    @Test("What is no ledger is told apart", arguments: [SQLiteJournal.Mode.read, .write])
    func refusesOthers(mode: SQLiteJournal.Mode) throws {
        #expect(complaint(mode) == .missing(path: path))
        folder.write([], to: "台账.guatu")
        #expect(complaint(mode) == .empty(path: path))
        folder.write(Array("编号,事项\n1,井盖\n".utf8), to: "台账.guatu")
        #expect(complaint(mode) == .foreign(path: path))
        folder.write(Array("x".utf8), to: "台账.guatu")
        #expect(complaint(mode) == .foreign(path: path))
        unlink(path)
        try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "CREATE TABLE t (a)") }
        #expect(complaint(mode) == .foreign(path: path))
        unlink(path)
        mkdir(path, 0o700)
        #expect(complaint(mode) == .directory(path: path))
        rmdir(path)
        mkfifo(path, 0o600)
        #expect(complaint(mode) == .foreign(path: path))
    }

    @Test("A file of a newer program is refused, also when it comes up while the file is open")
    func refusesNewer() throws {
        let journal = try make()
        var set = try journal.load(.atHand)
        try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "PRAGMA user_version = 99") }
        #expect(complaint(.read) == .newer(path: path, version: 99, known: Schema.version))
        #expect(complaint(.write) == .newer(path: path, version: 99, known: Schema.version))
        #expect(throws: JournalError.newer(path: path, version: 99, known: Schema.version)) {
            try journal.perform(.register(.demo("井盖破损")), by: .now)
        }
        #expect(throws: JournalError.newer(path: path, version: 99, known: Schema.version)) {
            try journal.refresh(&set)
        }
    }

    @Test("Only a writer brings an older file up to date: copied beside it first, its state built anew")
    func migrates() throws {
        try make(.sample).perform(.register(.demo("井盖破损")), by: .now)
        let before = try open().load(.atHand)
        // What an older program kept of the matters is of no use to the newer one.
        try DatabaseQueue(path: path).inDatabase { try $0.execute(sql: "UPDATE matter SET pack = x'00', title = '旧'") }
        let newer = Schema.migrations + ["CREATE TABLE later (a INTEGER) STRICT"]
        let old = folder.read("台账.guatu")
        #expect(throws: JournalError.outdated(path: path, version: Schema.version, known: newer.count)) {
            try OpenFile(path, writing: false, migrations: newer)
        }
        #expect(folder.read("台账.guatu") == old)
        var said = 0
        let file = try OpenFile(path, writing: true, migrations: newer) { said += 1 }
        _ = try OpenFile(path, writing: true, migrations: newer) { said += 1 }
        #expect(said == 1)
        #expect(try file.queue.inDatabase { try Schema.version(of: $0) } == newer.count)
        #expect(try file.queue.inDatabase { _ in try file.store.load(.atHand) } == before)
        let copy = try DatabaseQueue(path: path + ".before-v\(newer.count)")
        #expect(try copy.inDatabase { try Schema.version(of: $0) } == Schema.version)
        #expect(
            try copy.inDatabase { try Int.fetchOne($0, sql: "SELECT count(*) FROM event") } == before.position.number
        )
    }

    @Test("A file of the version before is left as it is by a reader, and whole once a writer opened it")
    func takesOver() throws {
        let before = try make(.sample).load(.atHand)
        // The packs of then, and what was kept of past days.
        try DatabaseQueue(path: path).inDatabase { db in
            try db.execute(sql: "PRAGMA user_version = \(Schema.version - 1)")
            try db.execute(sql: "UPDATE matter SET pack = x'04'")
        }
        let old = folder.read("台账.guatu")
        #expect(complaint(.read) == .outdated(path: path, version: Schema.version - 1, known: Schema.version))
        #expect(folder.read("台账.guatu") == old)
        let journal = try SQLiteJournal.open(path, mode: .write)
        #expect(try journal.load(.atHand) == before)
        #expect(try journal.verify().findings == [])
        #expect(try SQLiteJournal.open(path, mode: .read).load(.atHand) == before)
    }

    @Test("Network file systems are known by the table of mounts")
    func knowsNetworks() {
        let mounts = """
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            36 22 0:52 / /mnt/共享 rw,relatime shared:2 - cifs //server/share rw,vers=3.0
            37 22 0:53 / /mnt/ssh rw - fuse.sshfs user@host:/ rw
            38 22 0:54 / /run/user rw shared:5 master:7 - tmpfs tmpfs rw
            """
        #expect(LedgerFile.network(device: "0:52", in: mounts) == "cifs")
        #expect(LedgerFile.network(device: "0:53", in: mounts) == "fuse.sshfs")
        #expect(LedgerFile.network(device: "0:54", in: mounts) == nil)
        #expect(LedgerFile.network(device: "8:1", in: mounts) == nil)
        #expect(LedgerFile.network(device: "9:9", in: mounts) == nil)
        #expect(LedgerFile.network(folder.path) == nil)
    }

    @Test("What was said about durability is so, read back from the connection")
    func isDurable() throws {
        _ = try make()
        let file = try OpenFile(path, writing: true)
        let settings = try file.queue.inDatabase { db in
            try ["journal_mode", "synchronous", "secure_delete", "trusted_schema"].map {
                try String.fetchOne(db, sql: "PRAGMA \($0)") ?? ""
            }
        }
        #expect(settings == ["truncate", "2", "1", "0"])
    }

    // MARK: Readers

    @Test("A reader cannot write, and leaves the file as it was to the byte")
    func readsOnly() throws {
        _ = try make(.sample)
        let before = folder.read("台账.guatu")
        let names = folder.names
        let reader = try open()
        _ = try reader.load(.atHand)
        _ = try reader.matters(.open)
        _ = try reader.history(of: 1)
        _ = try reader.verify()
        #expect(throws: JournalError.readOnly(path: path)) {
            try reader.perform(.register(.demo("井盖破损")), by: .now)
        }
        #expect(folder.read("台账.guatu") == before)
        #expect(folder.names == names)
    }

    @Test("News of another process cost as many rows as there are events")
    func readsOnlyNews() throws {
        let writer = try make(.sample)
        let reader = try open()
        var set = try reader.load(.atHand)
        let start = reader.rowsRead
        #expect(try reader.refresh(&set) == .unchanged)
        let idle = reader.rowsRead - start
        for _ in 0..<5 { try writer.perform(.act(1, .track("已上门", [])), by: .now) }
        let before = reader.rowsRead
        #expect(try reader.refresh(&set) == .changed([1]))
        // The schema's version and the head; then also the hash that was known, and each event with its text.
        #expect(idle == 2)
        #expect(reader.rowsRead - before == 3 + 5 * 2)
        #expect(set == (try reader.load(.atHand)))
    }

    // MARK: The path while it is open

    @Test("Another file under the path is not written into, and read with the next refresh")
    func noticesReplacement() throws {
        let journal = try make(.sample)
        var set = try journal.load(.atHand)
        let other = folder.file("另一本.guatu")
        let founding = Founding(committee: Committee(name: "另一街道"), calendar: .china, rules: .standard)
        _ = try SQLiteJournal.create(other, founding, by: .now)
        rename(other, path)
        #expect(throws: JournalError.replaced(path: path)) {
            try journal.perform(.register(.demo("井盖破损")), by: .now)
        }
        #expect(try journal.refresh(&set) == .replaced)
        #expect(set.ledger.committee.name == "另一街道")
        #expect(set == (try journal.load(.atHand)))
        try journal.perform(.register(.demo("井盖破损", lead: 99)), by: .now, expectingRefusal: .unknownUnit(99))
    }

    @Test("An older copy put back under the path is loaded anew")
    func noticesRestore() throws {
        let journal = try make(.sample)
        let copy = folder.read("台账.guatu")
        var set = try journal.load(.atHand)
        let then = set
        try journal.perform(.register(.demo("井盖破损")), by: .now)
        try journal.refresh(&set)
        folder.write(copy, to: "备份")
        rename(folder.file("备份"), path)
        #expect(try journal.refresh(&set) == .replaced)
        #expect(set == then)
        try journal.perform([.register(.demo("井盖破损"))], by: .now, updating: &set)
        #expect(set == (try journal.load(.atHand)))
    }

    @Test("A file restored in place is loaded anew, though its path never changed")
    func noticesRestoreInPlace() throws {
        let journal = try make(.sample)
        let backup = try DatabaseQueue(path: folder.file("备份"))
        try DatabaseQueue(path: path).backup(to: backup)
        var set = try journal.load(.atHand)
        try journal.perform([.register(.demo("井盖破损"))], by: .now, updating: &set)
        try backup.backup(to: try DatabaseQueue(path: path))
        #expect(try journal.refresh(&set) == .replaced)
        try journal.perform([.register(.demo("路灯不亮"))], by: .now, updating: &set)
        #expect(set == (try journal.load(.atHand)))
        #expect(try journal.verify().isSound)
    }

    @Test("A file that was removed is missed, and nothing acknowledged")
    func noticesRemoval() throws {
        let journal = try make(.sample)
        var set = try journal.load(.atHand)
        rename(path, folder.file("移走"))
        #expect(throws: JournalError.replaced(path: path)) {
            try journal.perform(.register(.demo("井盖破损")), by: .now)
        }
        #expect(throws: JournalError.missing(path: path)) { try journal.refresh(&set) }
        #expect(folder.names.filter { !$0.hasSuffix("-journal") } == ["移走"])
        rename(folder.file("移走"), path)
        #expect(try journal.refresh(&set) == .unchanged)
    }

    @Test("A link to a ledger is the ledger")
    func followsLinks() throws {
        _ = try make(.sample)
        symlink(path, folder.file("链接"))
        let journal = try SQLiteJournal.open(folder.file("链接"), mode: .write)
        try journal.perform(.register(.demo("井盖破损")), by: .now)
        #expect(try open().head() == journal.head())
    }
}

extension Journal {
    func perform(_ command: Command, by context: Context, expectingRefusal refusal: Refusal) throws {
        #expect(throws: JournalError.refused(refusal)) { try perform(command, by: context) }
    }
}
