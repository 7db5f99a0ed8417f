import GRDB
import Glibc
package import Ledger

/// What was saved from a damaged file, and what was lost.
package struct Recovered: Hashable, Sendable {
    /// Events that are in the new file.
    package internal(set) var events = 0
    /// Numbers of events that are gone.
    package internal(set) var lost: [ClosedRange<Int>] = []
    /// Events whose texts are gone.
    package internal(set) var textless: [Int] = []
    /// Matters of which the damaged file knew more than the new one.
    package internal(set) var matters: [MatterNumber] = []
    /// Events that came from a daily backup; they count among `events`.
    package internal(set) var fromBackups = 0
    /// Whether it is known that nothing followed the last of these numbers.
    package internal(set) var isEndKnown = true
    /// The last number that was found or is known to be lost.
    package internal(set) var last = 0
    /// Contacts that are in the new file.
    package internal(set) var contacts = 0

    package var isWhole: Bool { lost.isEmpty && textless.isEmpty && matters.isEmpty }
    package var lostEvents: Int { lost.reduce(0) { $0 + $1.count } }
}

extension SQLiteJournal {
    /// Saves what is sound of a damaged ledger into a new file; the damaged one is not touched.
    ///
    /// An event is sound if its hash is that of its bytes: it goes over as it is, number and hash included, so
    /// that every head printed on paper is still found. What is missing is taken from the daily backups where it
    /// fits into the chain; what is missing then is named by one event more, and the state is built anew.
    package static func recover(
        _ path: String,
        into new: String,
        by context: (Ledger) throws(JournalError) -> Context,
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(JournalError) -> Recovered {
        try salvage(path, into: new) { salvage, target in
            var recovered = try salvage.run(into: target, progress: progress)
            recovered.contacts = try salvage.keepContacts(in: target)
            guard !recovered.isWhole else { return recovered }
            let recovery = Recovery(
                lost: recovered.lost.map { [$0.lowerBound, $0.upperBound] },
                textless: recovered.textless,
                counters: try salvage.counters(target)
            )
            let ledger = try target.bareLedger()
            let given = try context(ledger)
            let writer = try Writer(target, at: given.now)
            try writer.append(try keepingEvent(.recovered(recovery), in: ledger, by: given))
            _ = try writer.finish()
            return recovered
        }
    }

    /// Makes a new file of a damaged one.
    static func salvage(
        _ path: String,
        into new: String,
        isDurable: Bool = true,
        _ body: (Salvage, Store) throws -> Recovered
    ) throws(JournalError) -> Recovered {
        _ = try LedgerFile.inspect(path)
        guard LedgerFile.identity(new) == nil else { throw .exists(path: new) }
        let copy = "\(new).\(Randomness.shared.word()).damaged"
        let made = "\(new).\(Randomness.shared.word()).new"
        defer { for file in [copy, copy + "-journal", made, made + "-journal"] { LedgerFile.remove(file) } }
        // SQLite may take a half-written command back in the copy.
        _ = UnfinishedCopy.copy(path + "-journal", to: copy + "-journal")
        guard UnfinishedCopy.copy(path, to: copy) else { throw .diskFull(path: new) }
        LedgerFile.mendHeader(copy)
        try LedgerFile.make(made)
        do {
            // Where not even SQLite finds anything in it there are still its pages.
            let source = try (try? DatabaseQueue(path: copy, configuration: lenient)) ?? DatabaseQueue()
            let target = try DatabaseQueue(path: made, configuration: OpenFile.configuration(writing: true))
            let recovered = try source.inDatabase { old in
                // Whatever journal there is has been played back after the first look.
                _ = try? Int.fetchOne(old, sql: "SELECT count(*) FROM sqlite_schema")
                return try target.inDatabase { new in
                    try OpenFile.makeDurable(new)
                    if !isDurable { try new.execute(sql: "PRAGMA synchronous = OFF") }
                    var recovered = Recovered()
                    try new.inTransaction(.immediate) {
                        try new.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
                        try Schema.migrate(new)
                        let store = Store(new, path: path)
                        recovered = try PageScan.reading(copy) { scan in
                            try body(Salvage(scan, old, path: path), store)
                        }
                        return .commit
                    }
                    return recovered
                }
            }
            try? source.close()
            try target.close()
            try LedgerFile.publish(made, as: new)
            return recovered
        } catch {
            throw JournalError(error, path: path)
        }
    }

    /// For a file that may be nothing SQLite knows: what fails is asked for again, piece by piece.
    private static var lenient: Configuration {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            try? db.execute(sql: "PRAGMA trusted_schema = OFF")
            // A file that is shorter than it says is read as far as it goes.
            try? db.execute(sql: "PRAGMA writable_schema = ON")
        }
        return configuration
    }
}

extension LedgerFile {
    /// Puts back the first bytes of an SQLite file where they were overwritten; what they say is known.
    static func mendHeader(_ path: String) {
        let handle = open(path, O_RDWR | O_CLOEXEC)
        guard handle >= 0 else { return }
        defer { close(handle) }
        var header = Array("SQLite format 3\0".utf8)
        // Pages of 4,096 bytes, a rollback journal, and the fractions that never change.
        header += [0x10, 0x00, 0x01, 0x01, 0x00, 0x40, 0x20, 0x20]
        var found = [UInt8](repeating: 0, count: header.count)
        guard pread(handle, &found, found.count, 0) == found.count, found != header else { return }
        _ = pwrite(handle, header, header.count, 0)
    }
}
