import GRDB
import Ledger

/// Takes over what is sound of a damaged file, and what of the rest stands in its backups.
struct Salvage {
    private let scan: PageScan
    /// The same file through its tables, as far as they can be read.
    private let store: Store
    private let path: String
    private let backups: [OpenFile]

    /// Events that follow on one another and come from a backup.
    private struct Filling {
        var numbers: ClosedRange<Int>
        var backup: OpenFile
    }

    init(_ scan: PageScan, _ db: Database, path: String) {
        self.scan = scan
        self.path = path
        store = Store(db, path: path)
        let daily = DailyBackups(of: path)
        backups = daily.days.reversed().compactMap { try? OpenFile(daily.path(of: $0), writing: false) }
    }

    // MARK: Reading

    /// The sound events by number, each with the hash before it and its own.
    private func links() -> [(number: Int, previous: [UInt8], hash: [UInt8])] {
        var links: [(number: Int, previous: [UInt8], hash: [UInt8])] = []
        for number in scan.numbers {
            let before = links.last.flatMap { $0.number == number - 1 ? $0.hash : nil }
            if let row = scan.row(number, after: before) { links.append((number, row.previous, row.hash)) }
        }
        return links
    }

    /// What backups know of the gaps. Only what follows on the event before the gap, and leads to the one after it.
    private func fillings(_ links: [(number: Int, previous: [UInt8], hash: [UInt8])]) -> [Filling] {
        var fillings: [Filling] = []
        for index in 0...links.count {
            let before = index == 0 ? nil : links[index - 1]
            let after = index == links.count ? nil : links[index]
            let first = (before?.number ?? 0) + 1
            let last = (after?.number ?? Int.max) - 1
            guard first <= last else { continue }
            for backup in backups {
                let chain = try? backup.read(patience: Patience.long) { store in
                    try Salvage.chain(store, first...last, after: before?.hash)
                }
                guard let end = chain else { continue }
                if end.number == last, let after, after.previous != end.hash.bytes { continue }
                fillings.append(Filling(numbers: first...end.number, backup: backup))
                break
            }
        }
        return fillings
    }

    /// The end of the events of a range that follow on `hash`, or on nothing where that is nil.
    private static func chain(_ store: Store, _ numbers: ClosedRange<Int>, after hash: [UInt8]?) throws -> Position? {
        let office = try store.office().bytes
        var end: Position?
        var link = hash ?? office
        var next = numbers.lowerBound
        try each(of: numbers, in: store) { row in
            guard row.number == next, row.previous == link, row.isSound, let hash = Digest(stored: row.hash) else {
                return false
            }
            end = Position(number: row.number, hash: hash)
            link = row.hash
            next += 1
            return true
        }
        return end
    }

    private static func each(
        of numbers: ClosedRange<Int>,
        in store: Store,
        _ body: (PageScan.Row) throws -> Bool
    ) throws {
        let select = try store.statement(
            "SELECT number, previous, hash, body FROM event WHERE number BETWEEN ? AND ? ORDER BY number"
        )
        select.bind(1, numbers.lowerBound)
        select.bind(2, numbers.upperBound)
        try select.each { row in
            try body(
                PageScan.Row(number: row.int(0), previous: row.bytes(1), hash: row.bytes(2), body: Array(row.utf8(3)))
            )
        }
    }

    private static func texts(of event: Int, in store: Store) throws -> [(place: Int, text: SealedText)] {
        let select = try store.statement(
            "SELECT place, salt, text FROM prose WHERE event = ? AND text IS NOT NULL ORDER BY place"
        )
        select.bind(1, event)
        return try select.all { (place: $0.int(0), text: SealedText(salt: $0.bytes(1), text: $0.text(2))) }
    }

    /// The last event of which the tables know, where that can be so.
    private func lastKnown(_ found: Int) -> Int? {
        guard let head = try? store.head().number, head > 0, head < found + LedgerFile.size(path) / 100 else {
            return nil
        }
        return max(found, head)
    }

    private func versions() -> [(MatterNumber, Int)] {
        let found = try? store.statement("SELECT number, version FROM matter").all { row in
            (MatterNumber(row.int(0)), row.int(1))
        }
        return (found ?? []).filter { (1...999_999_999).contains($0.0.rawValue) && $0.1 < 1 << 30 }
    }

    // MARK: Taking over

    /// Writes everything sound into a new file and builds its state.
    func run(into target: Store, progress: (_ done: Int, _ all: Int) -> Void) throws -> Recovered {
        var recovered = Recovered()
        let links = links()
        var fillings = fillings(links)[...]
        let found = max(links.last?.number ?? 0, fillings.last?.numbers.upperBound ?? 0)
        let known = lastKnown(found)
        let last = known ?? found
        recovered.isEndKnown = known != nil
        recovered.last = last
        // Known first: what was blacked out must not come back from a backup.
        let erased = try erasedEvents(links, Array(fillings))
        var taking = Taking(target)

        func fill(before number: Int) throws {
            while let filling = fillings.first, filling.numbers.lowerBound < number {
                fillings.removeFirst()
                try filling.backup.read(patience: Patience.long) { store in
                    try Salvage.each(of: filling.numbers, in: store) { row in
                        let isErased = erased.contains(row.number)
                        try taking.take(row, isErased ? [] : Salvage.texts(of: row.number, in: store), into: &recovered)
                        recovered.fromBackups += 1
                        return true
                    }
                }
            }
        }

        for (index, link) in links.enumerated() {
            try fill(before: link.number)
            guard let row = scan.row(link.number, after: link.previous) else { continue }
            let (found, isBlackedOut) = scan.texts(of: link.number)
            try taking.take(row, found, into: &recovered) {
                isBlackedOut || erased.contains(link.number) ? [] : textsOfBackups(link.number)
            }
            if index % 1_000 == 999 { progress(link.number, last) }
        }
        try fill(before: .max)
        if taking.next <= last { recovered.lost.append(taking.next...last) }
        guard recovered.events > 0 else { throw JournalError.damaged(path: path, detail: "no event is left") }
        try target.rebuild()
        guard try target.settings() != nil else {
            throw JournalError.damaged(path: path, detail: "the first event is lost")
        }
        for (number, version) in versions() where try target.matter(number)?.version ?? 0 < version {
            recovered.matters.append(number)
        }
        recovered.matters.sort()
        recovered.textless.removeAll(where: erased.contains)
        return recovered
    }

    private func textsOfBackups(_ number: Int) -> [(place: Int, text: SealedText)] {
        backups.flatMap { backup in
            (try? backup.read(patience: Patience.long) { try Salvage.texts(of: number, in: $0) }) ?? []
        }
    }

    /// Events of which a sound one says that texts of theirs were blacked out.
    private func erasedEvents(
        _ links: [(number: Int, previous: [UInt8], hash: [UInt8])],
        _ fillings: [Filling]
    ) throws -> Set<Int> {
        var erased: Set<Int> = []
        func look(_ row: PageScan.Row) {
            guard row.body.withUnsafeBytes({ $0.end(of: Salvage.mark) }) != nil,
                let body = try? row.body.withUnsafeBufferPointer({
                    try JSONReader.value(EventBody.self, from: $0, userInfo: [.prose: OpenedTexts()])
                }), case .erased(let erasure) = body.event.fact
            else { return }
            erased.formUnion(erasure.records)
        }
        for link in links { scan.row(link.number, after: link.previous).map(look) }
        for filling in fillings {
            try filling.backup.read(patience: Patience.long) { store in
                try Salvage.each(of: filling.numbers, in: store) { row in
                    look(row)
                    return true
                }
            }
        }
        return erased
    }

    private static let mark = Array("\"kind\":\"erased\"".utf8)

    /// The contacts, which stand in no event.
    func keepContacts(in target: Store) throws -> Int {
        var count = 0
        for contact in (try? store.statement("SELECT number FROM contact").all { $0.int(0) }) ?? [] {
            guard let contact = try? store.contact(contact) else { continue }
            try target.write(contact)
            count += 1
        }
        return count
    }

    /// Puts matters of which the damaged file knew more into a copy that is only looked at.
    func show(_ matters: [MatterNumber], in target: Store) throws {
        let offset = try target.bareLedger().offset
        for number in matters {
            guard let matter = try? store.matter(number) else { continue }
            try target.write(matter, offset: offset)
        }
    }

    /// Keys that were given, also to what is lost.
    func counters(_ target: Store) throws -> Ledger.Counters {
        var counters = try target.bareLedger().counters
        for (number, _) in versions() { counters.matter = max(counters.matter, number.rawValue + 1) }
        return counters
    }
}
