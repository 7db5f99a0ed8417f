import Ledger

/// The end of the chain: what the next event is linked to.
struct Chain {
    var position: Position
    let office: Identity
    var officeNumber: Int

    /// What the next event's hash begins with: the hash before it, or the ledger's identity.
    var link: [UInt8] { position.number == 0 ? office.bytes : position.hash.bytes }
}

extension Store {
    static let insertEventSQL = """
        INSERT INTO event (number, id, office, officeNumber, previous, hash, recorded, matter, origin, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    static let insertProseSQL = "INSERT INTO prose (event, place, salt, text) VALUES (?, ?, ?, ?)"
    static let findOriginSQL = "SELECT 1 FROM event WHERE origin = ? LIMIT 1"

    func chain() throws -> Chain {
        let office = try office()
        let officeNumber = try statement("SELECT max(officeNumber) FROM event WHERE office = ?")
        officeNumber.bind(1, office.bytes)
        return Chain(position: try head(), office: office, officeNumber: try officeNumber.first { $0.int(0) } ?? 0)
    }

    /// The last event; number 0 before the first.
    func head() throws -> Position {
        try statement("SELECT number, hash FROM event ORDER BY number DESC LIMIT 1").first { row in
            Position(number: try row.number(0), hash: try Store.digest(row, 1))
        } ?? Position(number: 0, hash: .none)
    }

    func hash(of number: Int) throws -> Digest? {
        let find = try statement("SELECT hash FROM event WHERE number = ?")
        find.bind(1, number)
        return try find.first { try Store.digest($0, 0) }
    }

    private static func digest(_ row: Prepared.Row, _ column: Int32) throws -> Digest {
        guard let digest = Digest(stored: row.blob(column)) else { throw StoreFault.damaged("event: no hash") }
        return digest
    }

    /// Appends a body and its texts, and moves the chain on.
    func append(_ body: EventBody, bytes: [UInt8], texts: [SealedText], to chain: inout Chain) throws {
        let link = chain.link
        let number = chain.position.number + 1
        let hash = Digest(link, bytes)
        let insert = try insertEvent.get()
        insert.bind(1, number)
        insert.bind(2, body.id.bytes)
        insert.bind(3, body.office.bytes)
        insert.bind(4, body.officeNumber)
        insert.bind(5, link)
        insert.bind(6, hash.bytes)
        insert.bind(7, body.event.recorded.milliseconds)
        insert.bind(8, body.event.matter?.rawValue)
        insert.bind(9, body.event.origin)
        insert.bind(10, utf8: bytes)
        try insert.run()
        for (place, text) in texts.enumerated() {
            let insert = try insertProse.get()
            insert.bind(1, number)
            insert.bind(2, place)
            insert.bind(3, text.salt)
            insert.bind(4, text.text)
            try insert.run()
        }
        chain.position = Position(number: number, hash: hash)
        chain.officeNumber = body.officeNumber
    }

    func knows(origin: Int64) throws -> Bool {
        let find = try findOrigin.get()
        find.bind(1, origin)
        return try find.first { _ in true } ?? false
    }

    // MARK: Reading

    /// The events after a number, oldest first, and at most `limit` of them.
    func records(after number: Int, limit: Int = -1) throws -> [Record] {
        let select = try statement(
            "SELECT number, body, previous, hash FROM event WHERE number > ? ORDER BY number LIMIT ?"
        )
        select.bind(1, number)
        select.bind(2, limit)
        return try records(select)
    }

    /// The events on a matter, oldest first.
    func records(on matter: MatterNumber) throws -> [Record] {
        let select = try statement("SELECT number, body, previous, hash FROM event WHERE matter = ? ORDER BY number")
        select.bind(1, matter.rawValue)
        return try records(select)
    }

    /// The events with these numbers, in their order.
    func records(numbered numbers: [Int]) throws -> [Record] {
        let select = try statement("SELECT number, body, previous, hash FROM event WHERE number = ?")
        let reader = try BodyReader(self)
        return try numbers.flatMap { number in
            select.bind(1, number)
            return try records(select, reader)
        }
    }

    func records(_ select: Prepared) throws -> [Record] { try records(select, try BodyReader(self)) }

    private func records(_ select: Prepared, _ reader: BodyReader) throws -> [Record] {
        try select.all { row in
            let number = row.int(0)
            let bytes = row.utf8(1)
            // A body is only believed with its hash: whoever reads on would build on it.
            guard Digest(row.blob(2), UnsafeRawBufferPointer(bytes)).bytes.elementsEqual(row.blob(3)) else {
                throw StoreFault.damaged("event \(number)")
            }
            let body = try reader.read(number, bytes)
            return Record(number: number, id: body.id, command: body.command, event: body.event)
        }
    }

    /// The texts beside an event, those that were blacked out left out.
    func texts(of event: Int) throws -> [SealedText] {
        let select = try statement("SELECT salt, text FROM prose WHERE event = ? AND text IS NOT NULL ORDER BY place")
        select.bind(1, event)
        return try select.all { SealedText(salt: $0.bytes(0), text: $0.text(1)) }
    }
}

/// Reads bodies and puts their texts back.
struct BodyReader {
    private let store: Store
    private let texts = OpenedTexts()

    init(_ store: Store) throws { self.store = store }

    func read(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) throws -> EventBody {
        texts.fill(try store.texts(of: number))
        do {
            return try JSONReader.value(EventBody.self, from: bytes, userInfo: [.prose: texts])
        } catch let error as UnknownBody {
            throw StoreFault.unknownEvent(number, error)
        } catch is JSONFault {
            throw StoreFault.damaged("event \(number)")
        } catch is DecodingError {
            throw StoreFault.damaged("event \(number)")
        }
    }
}
