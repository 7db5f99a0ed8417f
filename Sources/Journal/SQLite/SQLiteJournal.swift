import GRDB
package import Ledger
import Synchronization
package import Text

/// A ledger in a file: SQLite, one file at rest, on the disk before a command is acknowledged.
///
/// Several processes may have the file open; each writes one after the other and reads what the others
/// wrote. One journal serves one thread at a time: who works beside the screen opens a second one.
package final class SQLiteJournal: Journal {
    package let path: String
    private let mode: Mode
    private let lock = Mutex(())
    /// Touched only with the lock held.
    nonisolated(unsafe) private var file: OpenFile

    package enum Mode: Hashable, Sendable {
        /// Never writes the file, and works on a full disk, in a folder that cannot be written, and
        /// beside a writer.
        case read
        /// Brings an older file up to date, after leaving a copy beside it.
        case write
    }

    private init(_ path: String, _ mode: Mode, _ file: OpenFile) {
        self.path = path
        self.mode = mode
        self.file = file
    }

    /// Opens the ledger at `path`. `upgrading` is called before an older file is brought up to date, which may take half a
    /// minute.
    package static func open(
        _ path: String,
        mode: Mode,
        upgrading: () -> Void = {}
    ) throws(JournalError) -> SQLiteJournal {
        SQLiteJournal(path, mode, try openFile(path, mode, upgrading))
    }

    /// Gives back the pages that reading left in memory. Once somebody else has written they are of no use: SQLite reads
    /// them anew.
    package func releaseMemory() { lock.withLock { _ in file.queue.releaseMemory() } }

    static func openFile(
        _ path: String,
        _ mode: Mode,
        _ upgrading: () -> Void = {}
    ) throws(JournalError) -> OpenFile {
        do throws(JournalError) {
            return try OpenFile(path, writing: mode == .write, upgrading: upgrading)
        } catch .unfinished {
            return try OpenFile.openCopy(of: path)
        } catch {
            // Who wants to write hears of it; who reads is shown what is sound.
            guard mode == .read, let sound = OpenFile.openSound(of: path, error) else { throw error }
            return sound
        }
    }

    /// What is shown instead of a damaged file, once somebody came upon the damage; nil while the file itself is read.
    package var damage: Damage? { lock.withLock { _ in file.damage } }

    // MARK: Transactions

    /// Runs `body` on what the file holds at one moment.
    /// - Parameter isShown: whether what is sound of a damaged file may stand in for it.
    private func read<Value: Sendable>(
        patience: Int = Patience.long,
        isShown: Bool = true,
        _ body: (Store) throws -> Value
    ) throws(JournalError) -> Value {
        try lock.withLock { _ throws(JournalError) in
            if file.isReplaced { file = try reopened() }
            if let damage = file.damage, !isShown { throw .damaged(path: path, detail: damage.detail) }
            do throws(JournalError) {
                return try file.read(patience: patience, body)
            } catch .unfinished {
                file = try OpenFile.openCopy(of: path)
                return try file.read(patience: patience, body)
            } catch {
                guard isShown, file.damage == nil, let sound = OpenFile.openSound(of: path, error) else { throw error }
                file = sound
                return try file.read(patience: patience, body)
            }
        }
    }

    /// The file that stands at the path by now: one that was damaged may have been restored, or still be.
    private func reopened() throws(JournalError) -> OpenFile {
        guard mode == .write, file.damage != nil else { return try SQLiteJournal.openFile(path, mode) }
        do { return try SQLiteJournal.openFile(path, .write) } catch { return try SQLiteJournal.openFile(path, .read) }
    }

    /// Runs `body` on the open file, anew where the path leads to another.
    func withFile<Value: Sendable>(_ body: (OpenFile) throws(JournalError) -> Value) throws(JournalError) -> Value {
        try lock.withLock { _ throws(JournalError) in
            if file.isReplaced { file = try SQLiteJournal.openFile(path, mode) }
            // A copy made of what is shown would pass for a backup.
            if let damage = file.damage { throw .damaged(path: path, detail: damage.detail) }
            return try body(file)
        }
    }

    /// Runs `body` in a transaction of its own, which it ends.
    func write<Value: Sendable>(
        _ body: (Store) throws -> (Value, Database.TransactionCompletion)
    ) throws(JournalError) -> Value {
        try lock.withLock { _ throws(JournalError) in
            guard mode == .write else { throw .readOnly(path: path) }
            return try file.write(body)
        }
    }

    // MARK: Journal

    package func head() throws(JournalError) -> Position { try read { try $0.head() } }

    package func load(_ need: Need) throws(JournalError) -> WorkingSet { try read { try $0.load(need) } }

    /// A screen asks each second and does not wait behind another's long import: ``Refresh/unchanged``
    /// then, and the news with the next call.
    @discardableResult
    package func refresh(_ set: inout WorkingSet) throws(JournalError) -> Refresh {
        do throws(JournalError) {
            return try read(patience: Patience.short) { store in
                let found = try store.refresh(&set)
                guard set.isStale else { return found }
                set = try store.load(set.need, opened: set.opened)
                return .replaced
            }
        } catch .busy {
            return .unchanged
        }
    }

    package func fetch(_ numbers: [MatterNumber], into set: inout WorkingSet) throws(JournalError) {
        try read { store in
            _ = try store.refresh(&set)
            if set.isStale { set = try store.load(set.need, opened: set.opened) }
            try store.fetch(numbers, into: &set)
        }
    }

    @discardableResult
    package func perform(
        _ commands: [Command],
        by context: Context,
        expecting expected: [MatterNumber: Int]
    ) throws(JournalError) -> Receipt {
        try write { store in
            let writer = try Writer(store, at: context.now)
            for (number, version) in expected.sorted(by: { $0.key < $1.key }) { try writer.check(number, is: version) }
            for command in commands { _ = try writer.perform(command, deciding: context) }
            return (try writer.finish(), .commit)
        }
    }

    @discardableResult
    package func bulk(
        at now: Moment,
        _ body: (any BulkSession) throws(JournalError) -> BulkEnd
    ) throws(JournalError) -> BulkReceipt {
        try write { store in
            // Its rows go to many places in the indexes.
            try store.db.execute(sql: "PRAGMA cache_size = -16000")
            defer { try? store.db.execute(sql: "PRAGMA cache_size = -2000") }
            let writer = try Writer(store, at: now, forMany: true, isBeside: true)
            // What is given up must not be written into any more.
            defer { writer.stop() }
            guard try body(writer) == .commit else {
                return (BulkReceipt(command: writer.command, events: 0, position: writer.before), .rollback)
            }
            let receipt = try writer.finish()
            return (
                BulkReceipt(command: receipt.command, events: writer.count, position: receipt.position), .commit
            )
        }
    }

    package func matters(_ query: Query, _ body: (Matter) -> Bool) throws(JournalError) {
        try QueryCursor(path: path).each(body) { (part) throws(JournalError) in try read { try $0.page(query, part) } }
    }

    /// The titles alone of what answers a query without words, and the event they were read at: a tenth of the work of
    /// whole matters. What was blacked out is left out.
    package func titles(_ query: Query) throws(JournalError) -> (head: Position, titles: [(MatterNumber, String)]) {
        try read { (try $0.head(), try $0.titles(query)) }
    }

    package func named(_ name: CleanText) throws(JournalError) -> Namesakes { try read { try $0.named(name) } }

    package func history(of number: MatterNumber) throws(JournalError) -> [Record] {
        try read { try $0.records(on: number) }
    }

    package func undoable(by login: String, limit: Int) throws(JournalError) -> [UndoOffer] {
        try read { store in
            try PastCommands(source: store, settings: try store.bareLedger()).offers(to: login, limit: limit)
        }
    }

    package func contacts(of matter: MatterNumber, by context: Context) throws(JournalError) -> [Contact] {
        try write { store in
            let writer = try Writer(store, at: context.now)
            _ = try writer.perform(.showContacts(matter), deciding: context)
            _ = try writer.finish()
            return (try store.contacts(of: matter), .commit)
        }
    }

    package func past(_ day: Day, progress: (_ done: Int, _ all: Int) -> Void) throws(JournalError) -> PastLedger {
        try read { try $0.past(day, progress: progress) }
    }

    package func advance(_ past: inout PastLedger, to day: Day) throws(JournalError) {
        var later = past
        try read { try $0.advance(&later, to: day) }
        past = later
    }

    package func matter(_ number: MatterNumber, in past: PastLedger) throws(JournalError) -> Matter? {
        try read { try $0.matter(number, in: past) }
    }

    package func settled(in past: PastLedger) throws(JournalError) -> [Matter] { try read { try $0.settled(in: past) } }

    package func verify(progress: (_ done: Int, _ all: Int) -> Void) throws(JournalError) -> Verification {
        let verifier = Verifier()
        while try !(read(isShown: false) { try verifier.step($0) }) { progress(verifier.done, verifier.all) }
        progress(verifier.done, verifier.all)
        return verifier.verification
    }

    /// Keeps the state as it stands, for the past days that will be asked for.
    func writeSnapshot() throws(JournalError) {
        try write { store in
            try store.writeSnapshot(at: try store.head(), recorded: try store.bareLedger().lastRecorded)
            return ((), .commit)
        }
    }

    /// Rows read so far by this connection.
    var rowsRead: Int { lock.withLock { _ in file.store.counter.rows } }
}
