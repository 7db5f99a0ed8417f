import Ledger

/// Writes events as they are into a new file, one after the other.
struct Taking {
    private let target: Store
    private let texts = OpenedTexts()
    private var hasOffice = false
    /// The number that would follow without a gap.
    private(set) var next = 1

    init(_ target: Store) { self.target = target }

    /// - Parameter more: texts from elsewhere, asked for where some are missing.
    mutating func take(
        _ row: PageScan.Row,
        _ found: [(place: Int, text: SealedText)],
        into recovered: inout Recovered,
        more: () -> [(place: Int, text: SealedText)] = { [] }
    ) throws {
        let digests = Set(Taking.digests(in: row.body))
        // Only texts that are those of the event, and each once.
        func own(_ texts: [(place: Int, text: SealedText)]) -> [(place: Int, text: SealedText)] {
            var places: Set<Int> = []
            return texts.filter { digests.contains($0.text.digest.description) && places.insert($0.place).inserted }
        }
        var kept = own(found)
        var (body, blanks) = try read(row, kept)
        if blanks > 0 {
            kept = own(kept + more())
            (body, blanks) = try read(row, kept)
        }
        if !hasOffice {
            try target.write(office: body.office)
            hasOffice = true
        }
        if blanks > 0 { recovered.textless.append(row.number) }
        try insert(row, body)
        for entry in kept { try insert(entry, of: row.number) }
        try blank(row.number, upTo: kept.count + blanks, having: kept.map(\.place))
        if row.number > next { recovered.lost.append(next...(row.number - 1)) }
        next = row.number + 1
        recovered.events += 1
    }

    private func read(_ row: PageScan.Row, _ own: [(place: Int, text: SealedText)]) throws -> (EventBody, blanks: Int) {
        texts.fill(own.map(\.text))
        let body = try row.body.withUnsafeBufferPointer { bytes in
            do { return try JSONReader.value(EventBody.self, from: bytes, userInfo: [.prose: texts]) } catch let
                error as UnknownBody
            { throw StoreFault.unknownEvent(row.number, error) }
        }
        return (body, texts.counts.blanks)
    }

    private func insert(_ row: PageScan.Row, _ body: EventBody) throws {
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

    private func insert(_ entry: (place: Int, text: SealedText), of event: Int) throws {
        let insert = try target.insertProse.get()
        insert.bind(1, event)
        insert.bind(2, entry.place)
        insert.bind(3, entry.text.salt)
        insert.bind(4, entry.text.text)
        try insert.run()
    }

    /// A row without text for each text that is gone.
    private func blank(_ event: Int, upTo count: Int, having places: [Int]) throws {
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
