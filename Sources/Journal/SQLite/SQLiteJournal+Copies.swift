import GRDB
import Glibc
package import Ledger

// Copies of a ledger: backups, what is restored from them, and years in files of their own.

extension SQLiteJournal {
    /// Makes a checked copy at `path`, where nothing may be yet.
    /// - Returns: up to which event it goes.
    @discardableResult
    package func backUp(
        to path: String,
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(JournalError) -> Position {
        try withFile { file throws(JournalError) in try file.copy(to: path, progress: progress) }
    }

    /// What became of a restored ledger.
    package struct Restored: Hashable, Sendable {
        package var event: Record
        /// Where the ledger that was replaced is kept.
        package var kept: String
    }

    /// Puts a backup in the place of the ledger at `path`, in the file that others have open, and records it.
    ///
    /// What was there is kept beside it. Numbers go on above those of either. A file that cannot be read any more
    /// is put aside as it is.
    package static func restore(
        _ backup: String,
        to path: String,
        by context: Context
    ) throws(JournalError) -> Restored {
        if let type = LedgerFile.network(path) { throw .networkFileSystem(path: path, type: type) }
        let source = try openFile(backup, .read)
        let kept = LedgerFile.free(path, adding: "before-restore")
        let current = LedgerFile.identity(path) == nil ? nil : try? OpenFile(path, writing: true)
        // Of a damaged file not even that may be readable.
        if let office = try? current?.office(), try office != source.office() { throw .otherLedger(path: backup) }
        let made = "\(path).restoring-\(Randomness.shared.word())"
        defer {
            for name in [made, made + "-journal", made + ".before-v\(Schema.version)"] { LedgerFile.remove(name) }
        }
        try source.copy(to: made)
        let old = try? current?.state()
        let event = try prepare(made, in: path, replacing: old, by: context)

        guard let current else {
            // Nothing that could be written into: it is put aside, whatever it is.
            if LedgerFile.identity(path) != nil, rename(path, kept) != 0 { throw .readOnly(path: path) }
            try LedgerFile.publish(made, as: path)
            return Restored(event: event, kept: kept)
        }
        do throws(JournalError) { try current.copy(to: kept) } catch {
            guard case .damaged = error, UnfinishedCopy.copy(path, to: kept) else { throw error }
        }
        // Nobody wrote something meanwhile that would be in neither.
        if let old, try current.state() != old { throw .busy(path: path) }
        try current.overwrite(with: made)
        return Restored(event: event, kept: kept)
    }

    /// Brings a copy up to date and records in it what it takes the place of.
    private static func prepare(
        _ made: String,
        in path: String,
        replacing old: OpenFile.State?,
        by context: Context
    ) throws(JournalError) -> Record {
        let file = try OpenFile(made, writing: true)
        return try file.write { store in
            let head = try store.head()
            let ledger = try store.bareLedger()
            var counters = ledger.counters
            if let old { counters = counters.raised(to: old.counters) }
            var restoring = Restoring(number: head.number, head: head.hash.description, counters: counters)
            restoring.replacedNumber = old?.head.number
            restoring.replacedHead = old?.head.hash.description
            var context = context
            // The journal's time does not run backwards, not even over what was replaced.
            if let old { context.now = max(context.now, old.recorded) }
            let writer = try Writer(store, at: context.now)
            try writer.append(try keepingEvent(.restored(restoring), in: ledger, by: context))
            let receipt = try writer.finish()
            return (receipt.records[0], .commit)
        }
    }

    /// A file of a year: the ledger up to the end of it, without contacts.
    package struct Archived: Hashable, Sendable {
        package var closing: YearClosing
        package var event: Record
    }

    /// Puts everything up to the end of a year into a file of its own, and records its last event as checkpoint.
    /// Nothing is taken out of the ledger.
    package func archive(
        _ year: Int,
        to path: String,
        by context: Context,
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(JournalError) -> Archived {
        let settings = try load(.matters([])).ledger
        guard context.now.day(settings.offset).year > year else { throw .refused(.keeping(.yearNotOver(year))) }
        // Refused before the long work rather than after it.
        do {
            _ = try keepingEvent(.yearClosed(YearClosing(year: year, number: 1, head: "")), in: settings, by: context)
        } catch { throw .refused(error) }
        let last = Day(year: year, month: 12, day: 31)!
        let end = try withFile { file throws(JournalError) in
            try file.read(patience: Patience.long) { try $0.position(atEndOf: last, settings.offset) }
        }
        guard end.number > 0 else { throw .refused(.keeping(.yearEmpty(year))) }
        let head = try withFile { file throws(JournalError) in
            try file.copy(to: path, progress: progress) { copy in
                try copy.inDatabase { db in
                    try db.inTransaction(.immediate) {
                        try db.execute(sql: "DELETE FROM contact")
                        try db.execute(sql: "DELETE FROM event WHERE number > ?", arguments: [end.number])
                        try db.execute(sql: "DELETE FROM prose WHERE event > ?", arguments: [end.number])
                        try Store(db, path: path).rebuild()
                        return .commit
                    }
                    try db.execute(sql: "VACUUM")
                }
            }
        }
        let closing = YearClosing(year: year, number: head.number, head: head.hash.description)
        let receipt = try record(.yearClosed(closing), by: context)
        return Archived(closing: closing, event: receipt.records[0])
    }

    /// Appends an event that concerns the ledger as a whole.
    @discardableResult
    func record(_ fact: Fact, by context: Context) throws(JournalError) -> Receipt {
        try write { store in
            let writer = try Writer(store, at: context.now)
            try writer.append(try keepingEvent(fact, in: try store.bareLedger(), by: context))
            return (try writer.finish(), .commit)
        }
    }

    /// The events whose hash begins with these digits: 数据校验码 as printed on paper.
    package func events(withHead digits: String) throws(JournalError) -> [Record] {
        let digits = digits.lowercased()
        guard digits.count >= 4, digits.count <= 64, digits.utf8.allSatisfy({ Hex.value($0) != nil }) else { return [] }
        return try withFile { file throws(JournalError) in
            try file.read(patience: Patience.long) { store in
                let find = try store.statement(
                    "SELECT number FROM event WHERE substr(lower(hex(hash)), 1, ?1) = ?2 ORDER BY number"
                )
                find.bind(1, digits.count)
                find.bind(2, digits)
                return try find.all { $0.int(0) }.flatMap { try store.records(after: $0 - 1, limit: 1) }
            }
        }
    }
}

extension OpenFile {
    /// What a restore compares: the end of the journal, and the next free keys.
    struct State: Hashable {
        var head: Position
        var counters: Ledger.Counters
        var recorded: Moment
    }

    func state() throws(JournalError) -> State {
        try read(patience: Patience.long) { store in
            let ledger = try store.bareLedger()
            return State(head: try store.head(), counters: ledger.counters, recorded: ledger.lastRecorded)
        }
    }

    func office() throws(JournalError) -> Identity { try read(patience: Patience.long) { try $0.office() } }

    /// Writes another file into this one, all of it in one transaction; who has it open sees it as one change.
    func overwrite(with path: String) throws(JournalError) {
        guard !isReplaced else { throw .replaced(path: self.path) }
        do {
            let source = try DatabaseQueue(path: path, configuration: OpenFile.configuration(writing: false))
            try source.backup(to: queue)
            try source.close()
        } catch {
            throw JournalError(error, path: self.path)
        }
    }
}

extension LedgerFile {
    /// A free name beside a ledger: `望湖.before-restore-1.guatu`.
    static func free(_ path: String, adding word: String) -> String {
        let stem = path.hasSuffix(".guatu") ? String(path.dropLast(6)) : path
        var number = 1
        while identity("\(stem).\(word)-\(number).guatu") != nil { number += 1 }
        return "\(stem).\(word)-\(number).guatu"
    }
}
