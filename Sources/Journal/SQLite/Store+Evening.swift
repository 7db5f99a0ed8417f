import GRDB
import Ledger

// Evenings of an imported history. Its events were recorded in one go and belong to many days, so that no
// snapshot of what stood after one of them is any day's. These are, and as disposable as those.

extension Store {
    /// The last evening not after a day that can be believed.
    func evening(upTo day: Day) throws -> PastLedger? {
        let find = try statement(
            """
            SELECT day, number, hash, cutoff, digest, body FROM evening WHERE day <= ? ORDER BY day DESC LIMIT 1
            """
        )
        find.bind(1, day.number)
        var made = Position(number: 0, hash: .none)
        var cutoff = 0
        var found: PastLedger?
        try find.each { row in
            guard let hash = Digest(stored: row.blob(2)),
                Digest(row.blob(2), row.blob(5)).bytes.elementsEqual(row.blob(4)),
                let ledger = try? Store.ledger(row.blob(5))
            else { return false }
            made = Position(number: row.int(1), hash: hash)
            cutoff = row.int(3)
            found = .empty(imported: [])
            found?.ledger = ledger
            found?.day = Day(number: row.int(0))
            return false
        }
        // Of this journal, and nothing was imported since that belongs to its days.
        guard var found, try hash(of: made.number) == made.hash,
            try !importedEvents(after: made.number).contains(where: { $0.day <= found.day })
        else { return nil }
        if cutoff > 0 { found.position = Position(number: cutoff, hash: try hash(of: cutoff) ?? .none) }
        return found
    }

    /// Whether days of imported history are slow: there are more than `count` events of it, and no evenings.
    func needsEvenings(over count: Int) throws -> Bool {
        guard try statement("SELECT count(*) FROM evening").first({ $0.int(0) }) == 0 else { return false }
        let imported = try statement("SELECT count(*) FROM event INDEXED BY eventOrigin WHERE origin IS NOT NULL")
        return try imported.first { $0.int(0) } ?? 0 > count
    }

    /// Writes an evening wherever so many events have been folded since the one before.
    func writeEvenings(step: Int, progress: (_ done: Int, _ all: Int) -> Void) throws {
        try statement("DELETE FROM evening").run()
        let made = try head()
        let offset = try bareLedger().offset
        let imported = try importedEvents(after: 0)
        var past = PastLedger.empty(imported: imported)
        let write = try statement(
            "INSERT INTO evening (day, number, hash, cutoff, digest, body) VALUES (?, ?, ?, ?, ?, ?)"
        )
        var waiting = 0
        var done = 0
        let days = past.imported
        for (index, event) in zip(days.indices, days) {
            waiting += 1
            let isLast = index + 1 == days.endIndex
            guard waiting >= step || isLast, isLast || days[index + 1].day > event.day,
                event.day > ImportedEvent.always
            else { continue }
            try take(&past, to: event.day, through: try position(atEndOf: event.day, offset)) { _, _ in }
            done += waiting
            waiting = 0
            progress(done, imported.count)
            let body = try Store.body(of: past.ledger)
            write.bind(1, event.day.number)
            write.bind(2, made.number)
            write.bind(3, made.hash.bytes)
            write.bind(4, past.position.number)
            write.bind(5, Digest(made.hash.bytes, body).bytes)
            write.bind(6, body)
            try write.run()
        }
    }
}

extension SQLiteJournal {
    /// Makes the days of a long imported history quick to look at, where they are not.
    /// - Parameter count: events of imported history that are borne without.
    package func prepareDays(
        over count: Int = 20_000,
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(JournalError) {
        let isNeeded = try withFile { file throws(JournalError) in
            try file.read(patience: Patience.long) { try $0.needsEvenings(over: count) }
        }
        guard isNeeded else { return }
        try write { store in
            try store.writeEvenings(step: min(count, Store.snapshotStep), progress: progress)
            return ((), .commit)
        }
    }
}
