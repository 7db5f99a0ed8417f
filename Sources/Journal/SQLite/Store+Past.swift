import Ledger

extension Store {
    /// The ledger as it was at the end of `day`.
    func past(_ day: Day, progress: (_ done: Int, _ all: Int) -> Void) throws -> PastLedger {
        let offset = try bareLedger().offset
        let end = try position(atEndOf: day, offset)
        var past = PastLedger.empty(imported: try importedEvents(after: end.number))
        let snapshot = try snapshot(upTo: end.number)
        if let evening = try evening(upTo: day), evening.position.number >= snapshot?.position.number ?? 0 {
            let later = past.imported.drop { $0.day <= evening.day }
            past = evening
            past.imported = later
        } else if let snapshot {
            // All of it was recorded by then, so all of it counts.
            past.ledger = snapshot.ledger
            past.position = snapshot.position
        }
        try take(&past, to: day, through: end, progress)
        return past
    }

    /// Goes on to a later day.
    func advance(_ past: inout PastLedger, to day: Day) throws {
        let isSame = try past.position.number == 0 || hash(of: past.position.number) == past.position.hash
        guard day > past.day, isSame else {
            past = try self.past(day) { _, _ in }
            return
        }
        var later = past
        let end = try position(atEndOf: day, past.ledger.offset)
        try take(&later, to: day, through: end) { _, _ in }
        past = later
    }

    func take(
        _ past: inout PastLedger,
        to day: Day,
        through end: Position,
        _ progress: (_ done: Int, _ all: Int) -> Void
    ) throws {
        try past.take(
            to: day,
            through: end,
            read: { try records(after: $0, limit: $1) },
            pick: records(numbered:),
            history: { matter, before in try records(on: matter).filter { $0.number < before } },
            progress: progress
        )
    }

    // MARK: Matters that were let go of

    func matter(_ number: MatterNumber, in past: PastLedger) throws -> Matter? {
        if let matter = past.ledger.matters[number] { return matter }
        let last = try statement("SELECT max(number) FROM event WHERE matter = ?")
        last.bind(1, number.rawValue)
        let end = try last.first { $0.int(0) } ?? 0
        // Nothing happened to it since.
        if end <= past.position.number { return try matter(number) }
        return past.fold(try records(on: number), of: number)
    }

    func settled(in past: PastLedger) throws -> [Matter] {
        try statement("SELECT number FROM matter ORDER BY number").all { MatterNumber($0.int(0)) }
            .filter { past.ledger.matters[$0] == nil }
            .compactMap { try matter($0, in: past) }
    }

    // MARK: Days

    /// The last event recorded by the end of a day; events are recorded one after the other.
    func position(atEndOf day: Day, _ offset: Offset) throws -> Position {
        let end = Moment(day + 1, minute: 0, offset: offset)
        func event(_ condition: String, _ number: Int) throws -> (position: Position, isBefore: Bool)? {
            let find = try statement("SELECT number, recorded, hash FROM event WHERE number \(condition) LIMIT 1")
            find.bind(1, number)
            return try find.first { row in
                (
                    Position(number: try row.number(0), hash: Digest(stored: row.blob(2)) ?? .none),
                    row.int64(1) < end.milliseconds
                )
            }
        }
        var low = Position(number: 0, hash: .none)
        var high = try head().number
        while low.number < high {
            var found = try event("<= ? ORDER BY number DESC", (low.number + high + 1) / 2)
            // A recovered ledger may have a gap there: the first after it.
            if found.map({ $0.position.number <= low.number }) ?? true {
                found = try event("> ? ORDER BY number", low.number)
            }
            guard let found, found.position.number <= high else { break }
            if found.isBefore { low = found.position } else { high = found.position.number - 1 }
        }
        return low
    }

    /// What was recorded after an event but belongs to days of its own.
    func importedEvents(after number: Int) throws -> [ImportedEvent] {
        var events: [ImportedEvent] = []
        // The index holds the imported events alone, wherever in the file they are.
        let numbers = try statement(
            "SELECT number FROM event INDEXED BY eventOrigin WHERE origin IS NOT NULL AND number > ? ORDER BY number"
        )
        numbers.bind(1, number)
        let row = try statement("SELECT matter, substr(body, 1, 480) FROM event WHERE number = ?")
        for number in try numbers.all({ $0.int(0) }) {
            row.bind(1, number)
            let found = try row.first { row in
                row.isNull(0) && !Store.isOfMeeting(row.utf8(1)) ? ImportedEvent.always : try Store.day(in: row.utf8(1))
            }
            guard let found, let day = found else { throw StoreFault.damaged("event \(number)") }
            events.append(ImportedEvent(day: day, number: number))
        }
        if number == 0 { events.insert(ImportedEvent(day: ImportedEvent.always, number: 1), at: 0) }
        return events
    }

    /// The day of an event, which stands near the beginning of its body.
    private static func day(in body: UnsafeBufferPointer<UInt8>) throws -> Day? {
        guard let start = end(of: "\"day\":\"", in: body), start + 10 <= body.count else { return nil }
        return Day(iso: String(decoding: body[start..<(start + 10)], as: UTF8.self))
    }

    /// Whether an event without a matter is a meeting, which belongs to its day; all else of the kind was always there.
    private static func isOfMeeting(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
        end(of: "\"kind\":\"\(Fact.Kind.meetingPlanned.rawValue)\"", in: body) != nil
    }

    private static func end(of text: String, in body: UnsafeBufferPointer<UInt8>) -> Int? {
        UnsafeRawBufferPointer(body).end(of: Array(text.utf8))
    }
}

extension PastLedger {
    /// One matter from its history, as far as that counts.
    func fold(_ history: [Record], of number: MatterNumber) -> Matter? {
        var alone = ledger
        alone.matters.removeAll()
        alone.sums = [:]
        for record in history where counts(record) { alone.apply(record.event) }
        return alone.matters[number]
    }
}
