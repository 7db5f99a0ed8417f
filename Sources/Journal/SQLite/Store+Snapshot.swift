import Ledger
import Text

// What a screen holds of the ledger, as it was after one event: from here the days that follow are folded
// without reading all events before. Only writers write it, readers believe it only with its hash, and
// without it everything is slower and the same.

extension Store {
    /// Events between one snapshot and the next.
    static let snapshotStep = 20_000

    struct Snapshot {
        var position: Position
        var ledger: Ledger
    }

    /// The last snapshot not after an event; nil without one that can be believed.
    func snapshot(upTo number: Int) throws -> Snapshot? {
        let find = try statement(
            "SELECT number, hash, digest, body FROM snapshot WHERE number <= ? ORDER BY number DESC LIMIT 3"
        )
        find.bind(1, number)
        var found: Snapshot?
        try find.each { row in
            guard let hash = Digest(stored: row.blob(1)),
                Digest(row.blob(1), row.blob(3)).bytes.elementsEqual(row.blob(2)),
                let ledger = try? Store.ledger(row.blob(3))
            else { return true }
            found = Snapshot(position: Position(number: row.int(0), hash: hash), ledger: ledger)
            return false
        }
        // The events it was made of must be those of this file.
        guard let found, try hash(of: found.position.number) == found.position.hash else { return nil }
        return found
    }

    /// Keeps the state as it stands in the tables.
    func writeSnapshot(at position: Position) throws {
        let body = try snapshotBody()
        let write = try statement("INSERT OR REPLACE INTO snapshot (number, hash, digest, body) VALUES (?, ?, ?, ?)")
        write.bind(1, position.number)
        write.bind(2, position.hash.bytes)
        write.bind(3, Digest(position.hash.bytes, body).bytes)
        write.bind(4, body)
        try write.run()
    }

    func removeSnapshots() throws {
        try statement("DELETE FROM snapshot").run()
        try statement("DELETE FROM evening").run()
    }

    /// Everything but matters and sums.
    private struct Frame: Codable {
        var settings: Settings
        var units: [Unit]
        var people: [Person]
        var grids: [Grid]
        var campaigns: [Campaign]
        var maps: [MapSheet]
        var meetings: [Meeting]
        var routines: [Routine]
        var evenings: [EveningClosed]
        var counters: Ledger.Counters
        var recorded: Moment
    }

    private func snapshotBody() throws -> [UInt8] {
        var ledger = try bareLedger()
        try readReference(into: &ledger)
        ledger.sums = try sums()
        var pack = try Store.frame(ledger)
        try statement("SELECT number, title, pack FROM matter WHERE isAtHand = 1").each { row in
            pack.write(row.int(0))
            pack.write(row.isNull(1) ? Prose.erased : Prose(CleanText(row.text(1))))
            pack.write(raw: row.blob(2))
            return true
        }
        return pack.bytes
    }

    /// A whole ledger as bytes.
    static func body(of ledger: Ledger) throws -> [UInt8] {
        var pack = try frame(ledger)
        for matter in ledger.matters.values {
            pack.write(matter.number.rawValue)
            pack.write(matter.title)
            pack.write(raw: matter.packed())
        }
        return pack.bytes
    }

    /// Everything but the matters, which follow.
    private static func frame(_ ledger: Ledger) throws -> PackWriter {
        var pack = PackWriter()
        let frame = Frame(
            settings: Settings(ledger),
            units: ledger.units.values.sorted { $0.id < $1.id },
            people: ledger.people.values.sorted { $0.id < $1.id },
            grids: ledger.grids.values.sorted { $0.id < $1.id },
            campaigns: ledger.campaigns.values.sorted { $0.id < $1.id },
            maps: ledger.maps.values.sorted { $0.key < $1.key },
            meetings: ledger.diary.meetings.values.sorted { $0.id < $1.id },
            routines: ledger.diary.routines.values.sorted { $0.id < $1.id },
            evenings: ledger.diary.evenings.values.sorted { $0.count.day < $1.count.day },
            counters: ledger.counters,
            recorded: ledger.lastRecorded
        )
        pack.write(raw: try JSONWriter.bytes(frame))
        pack.write(ledger.sums.count)
        for (scope, sum) in ledger.sums { pack.write(scope, sum) }
        return pack
    }

    static func ledger(_ body: UnsafeRawBufferPointer) throws -> Ledger {
        var pack = PackReader(body)
        let bytes = try pack.raw()
        let frame = try JSONReader.value(Frame.self, from: bytes.bindMemory(to: UInt8.self))
        var ledger = Ledger()
        frame.settings.put(into: &ledger)
        ledger.units = Dictionary(uniqueKeysWithValues: frame.units.map { ($0.id, $0) })
        ledger.people = Dictionary(uniqueKeysWithValues: frame.people.map { ($0.id, $0) })
        ledger.grids = Dictionary(uniqueKeysWithValues: frame.grids.map { ($0.id, $0) })
        ledger.campaigns = Dictionary(uniqueKeysWithValues: frame.campaigns.map { ($0.id, $0) })
        ledger.maps = Dictionary(uniqueKeysWithValues: frame.maps.map { ($0.key, $0) })
        for meeting in frame.meetings { ledger.diary.meetings[meeting.id] = meeting }
        for routine in frame.routines { ledger.diary.routines[routine.id] = routine }
        for evening in frame.evenings { ledger.diary.evenings[evening.count.day] = evening }
        ledger.counters = frame.counters
        ledger.lastRecorded = frame.recorded
        for _ in 0..<(try pack.integer()) {
            let (scope, sum) = try pack.scopeSums()
            ledger.sums[scope] = sum
        }
        while !pack.isAtEnd {
            let number = MatterNumber(try pack.integer())
            let title = try pack.prose()
            ledger.matters[number] = try Matter(number: number, title: title, packed: try pack.raw())
        }
        return ledger
    }
}

extension PackWriter {
    fileprivate mutating func write(_ scope: Scope, _ sum: Sums) {
        switch scope {
        case .street:
            write(0)
            write(0)
        case .unit(let id):
            write(1)
            write(id.rawValue)
        case .campaign(let id):
            write(2)
            write(id.rawValue)
        }
        for count in [sum.open, sum.settled, sum.settledLate] { write(count) }
        write(sum.target)
        write(sum.done)
        write(Array(sum.days)) { pack, entry in
            pack.write(entry.key)
            let day = entry.value
            for count in [day.registered, day.settled, day.settledLate, day.overdueSettledSince] { pack.write(count) }
            pack.write(day.done)
        }
    }
}

extension PackReader {
    fileprivate mutating func scopeSums() throws(PackFault) -> (Scope, Sums) {
        let kind = try integer()
        let key = try integer()
        let scope: Scope =
            switch kind {
            case 0: .street
            case 1: .unit(UnitID(key))
            default: .campaign(CampaignID(key))
            }
        var sum = Sums()
        sum.open = try integer()
        sum.settled = try integer()
        sum.settledLate = try integer()
        sum.target = try amount()
        sum.done = try amount()
        let days = try list { pack throws(PackFault) in
            var day = DaySums()
            let key = try pack.day()
            day.registered = try pack.integer()
            day.settled = try pack.integer()
            day.settledLate = try pack.integer()
            day.overdueSettledSince = try pack.integer()
            day.done = try pack.amount()
            return (key, day)
        }
        sum.days = Dictionary(days) { first, _ in first }
        return (scope, sum)
    }
}
