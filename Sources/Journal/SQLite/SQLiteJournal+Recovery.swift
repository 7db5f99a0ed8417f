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
    /// Contacts that are in the new file.
    package internal(set) var contacts = 0

    package var isWhole: Bool { lost.isEmpty && textless.isEmpty && matters.isEmpty }
    package var lostEvents: Int { lost.reduce(0) { $0 + $1.count } }
}

extension SQLiteJournal {
    /// Saves what is sound of a damaged ledger into a new file; the damaged one is not touched.
    ///
    /// An event is sound if its hash is that of its bytes: it goes over as it is, number and hash included, so
    /// that every head printed on paper is still found. What is missing between is named by one event more, and
    /// the state is built anew.
    package static func recover(
        _ path: String,
        into new: String,
        by context: (Ledger) throws(JournalError) -> Context,
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
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
            let source = try DatabaseQueue(path: copy, configuration: OpenFile.configuration(writing: true))
            let target = try DatabaseQueue(path: made, configuration: OpenFile.configuration(writing: true))
            var recovered = Recovered()
            try source.inDatabase { db in
                let salvage = Salvage(db, path: path)
                try target.inDatabase { db in
                    try OpenFile.makeDurable(db)
                    try db.inTransaction(.immediate) {
                        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
                        try Schema.migrate(db)
                        let store = Store(db, path: new)
                        recovered = try salvage.run(into: store, by: context, progress: progress)
                        return .commit
                    }
                }
            }
            try source.close()
            try target.close()
            try LedgerFile.publish(made, as: new)
            return recovered
        } catch {
            throw JournalError(error, path: path)
        }
    }
}

/// Reads a damaged file as far as it can be read.
private struct Salvage {
    private let db: Database
    private let path: String
    private let store: Store

    init(_ db: Database, path: String) {
        self.db = db
        self.path = path
        store = Store(db, path: path)
    }

    private struct Row {
        var number: Int
        var previous: [UInt8]
        var hash: [UInt8]
        var body: [UInt8]
    }

    func run(
        into target: Store,
        by context: (Ledger) throws(JournalError) -> Context,
        progress: (_ done: Int, _ all: Int) -> Void
    ) throws -> Recovered {
        var recovered = Recovered()
        let last = try lastNumber()
        var next = 1
        var office: Identity?
        let texts = OpenedTexts()
        for start in stride(from: 1, through: last, by: 1_000) {
            for row in rows(in: start...min(start + 999, last)) {
                let hash = Digest(row.previous, row.body)
                guard hash.bytes == row.hash else { continue }
                let stored = self.texts(of: row.number)
                texts.fill(stored.map(\.text))
                let body = try row.body.withUnsafeBufferPointer { bytes in
                    do { return try JSONReader.value(EventBody.self, from: bytes, userInfo: [.prose: texts]) } catch let
                        error as UnknownBody
                    { throw StoreFault.unknownEvent(row.number, error) }
                }
                if office == nil {
                    office = body.office
                    try target.write(office: body.office)
                }
                let (opened, blanks) = texts.counts
                if blanks > 0 { recovered.textless.append(row.number) }
                try insert(row, body, into: target)
                // Only texts that are those of the event.
                let digests = Set(Salvage.digests(in: row.body))
                let own = stored.filter { opened > 0 && digests.contains($0.text.digest.description) }
                for entry in own { try insert(entry, of: row.number, into: target) }
                try blank(row.number, upTo: opened + blanks, having: own.map(\.place), into: target)
                if row.number > next { recovered.lost.append(next...(row.number - 1)) }
                next = row.number + 1
                recovered.events += 1
            }
            progress(min(start + 999, last), last)
        }
        if next <= last, lastIsKnown { recovered.lost.append(next...last) }
        guard recovered.events > 0 else { throw JournalError.damaged(path: path, detail: "no event is left") }
        try target.rebuild()
        guard try target.settings() != nil else {
            throw JournalError.damaged(path: path, detail: "the first event is lost")
        }
        try finish(&recovered, target, by: context)
        return recovered
    }

    /// Compares with what the state tables still say, keeps the contacts, and records what was lost.
    private func finish(
        _ recovered: inout Recovered,
        _ target: Store,
        by context: (Ledger) throws(JournalError) -> Context
    ) throws {
        var ledger = try target.bareLedger()
        var counters = ledger.counters
        for (number, version) in versions() {
            counters.matter = max(counters.matter, number.rawValue + 1)
            if try target.matter(number)?.version ?? 0 < version { recovered.matters.append(number) }
        }
        recovered.matters.sort()
        let erased = try blackedOut(target)
        recovered.textless.removeAll(where: erased.contains)
        for contact in (try? store.statement("SELECT number FROM contact").all { $0.int(0) }) ?? [] {
            guard let contact = try? store.contact(contact) else { continue }
            try target.write(contact)
            recovered.contacts += 1
        }
        guard !recovered.isWhole else { return }
        let recovery = Recovery(
            lost: recovered.lost.map { [$0.lowerBound, $0.upperBound] },
            textless: recovered.textless,
            counters: counters
        )
        ledger = try target.bareLedger()
        let given = try context(ledger)
        let writer = try Writer(target, at: given.now)
        try writer.append(try keepingEvent(.recovered(recovery), in: ledger, by: given))
        _ = try writer.finish()
    }

    // MARK: Reading what can be read

    /// Whether the number of the last event was read and not guessed.
    private var lastIsKnown: Bool { (try? store.head()) != nil }

    private func lastNumber() throws -> Int {
        if let number = try? store.statement("SELECT max(number) FROM event").first({ $0.int(0) }) { return number }
        guard let pages = try? Int.fetchOne(db, sql: "PRAGMA page_count") else {
            throw JournalError.damaged(path: path, detail: "the file cannot be read as a ledger")
        }
        // No event is shorter than a hundredth of a page and a half.
        return pages * 40
    }

    /// The rows of a range; what stands on a broken page is left out, and nothing else.
    private func rows(in range: ClosedRange<Int>) -> [Row] {
        let found: [Row]? = try? {
            let select = try store.statement(
                "SELECT number, previous, hash, body FROM event WHERE number BETWEEN ? AND ? ORDER BY number"
            )
            select.bind(1, range.lowerBound)
            select.bind(2, range.upperBound)
            return try select.all { row in
                Row(number: row.int(0), previous: row.bytes(1), hash: row.bytes(2), body: Array(row.utf8(3)))
            }
        }()
        if let found { return found.filter { range.contains($0.number) } }
        guard range.count > 1 else { return [] }
        let middle = (range.lowerBound + range.upperBound) / 2
        return rows(in: range.lowerBound...middle) + rows(in: (middle + 1)...range.upperBound)
    }

    private func texts(of event: Int) -> [(place: Int, text: SealedText)] {
        let found = try? {
            let select = try store.statement(
                "SELECT place, salt, text FROM prose WHERE event = ? AND text IS NOT NULL ORDER BY place"
            )
            select.bind(1, event)
            return try select.all { (place: $0.int(0), text: SealedText(salt: $0.bytes(1), text: $0.text(2))) }
        }()
        return found ?? []
    }

    private func versions() -> [(MatterNumber, Int)] {
        let found = try? store.statement("SELECT number, version FROM matter").all { row in
            (MatterNumber(row.int(0)), row.int(1))
        }
        return (found ?? []).filter { (1...999_999_999).contains($0.0.rawValue) && $0.1 < 1 << 30 }
    }

    /// Events whose texts are gone because somebody blacked them out.
    private func blackedOut(_ target: Store) throws -> Set<Int> {
        let numbers = try target.statement("SELECT number FROM event WHERE instr(body, '\"kind\":\"erased\"') > 0")
            .all { $0.int(0) }
        var erased: Set<Int> = []
        for number in numbers {
            guard case .erased(let erasure)? = try target.records(after: number - 1, limit: 1).first?.event.fact else {
                continue
            }
            erased.formUnion(erasure.records)
        }
        return erased
    }

    // MARK: Writing

    private func insert(_ row: Row, _ body: EventBody, into target: Store) throws {
        let insert = try target.insertEvent.get()
        insert.bind(1, row.number)
        insert.bind(2, body.id.bytes)
        insert.bind(3, body.office.bytes)
        insert.bind(4, body.officeNumber)
        insert.bind(5, row.previous)
        insert.bind(6, row.hash)
        insert.bind(7, body.event.recorded.milliseconds)
        insert.bind(8, body.event.matter?.rawValue)
        insert.bind(9, body.event.origin)
        insert.bind(10, utf8: row.body)
        try insert.run()
    }

    private func insert(_ entry: (place: Int, text: SealedText), of event: Int, into target: Store) throws {
        let insert = try target.insertProse.get()
        insert.bind(1, event)
        insert.bind(2, entry.place)
        insert.bind(3, entry.text.salt)
        insert.bind(4, entry.text.text)
        try insert.run()
    }

    /// A row without text for each text that is gone.
    private func blank(_ event: Int, upTo count: Int, having places: [Int], into target: Store) throws {
        for place in 0..<count where !places.contains(place) {
            let insert = try target.statement(
                "INSERT OR IGNORE INTO prose (event, place, salt, text) VALUES (?, ?, NULL, NULL)"
            )
            insert.bind(1, event)
            insert.bind(2, place)
            try insert.run()
        }
    }

    /// Everything in a body that looks like the digest of a text.
    private static func digests(in body: [UInt8]) -> [String] {
        body.split(separator: 0x22).filter { $0.count == 64 && $0.allSatisfy { Hex.value($0) != nil } }
            .map { String(decoding: $0, as: UTF8.self) }
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
