import Ledger

extension Store {
    /// An event as it stands in its row, its bytes in place.
    struct EventRow {
        var number: Int
        var previous: [UInt8]
        var hash: [UInt8]
        var body: UnsafeBufferPointer<UInt8>
        var columns: EventColumns
    }

    /// What of an event stands in columns beside its body.
    struct EventColumns: Hashable {
        var id: [UInt8]
        var office: [UInt8]
        var officeNumber: Int
        var recorded: Int64
        var matter: Int?
        var origin: Int64?

        init(_ body: EventBody) {
            id = body.id.bytes
            office = body.office.bytes
            officeNumber = body.officeNumber
            recorded = body.event.recorded.milliseconds
            matter = body.event.matter?.rawValue
            origin = body.event.origin
        }

        init(_ row: Prepared.Row, from first: Int32) {
            id = row.bytes(first)
            office = row.bytes(first + 1)
            officeNumber = row.int(first + 2)
            recorded = row.int64(first + 3)
            matter = row.optionalInt(first + 4)
            origin = row.isNull(first + 5) ? nil : row.int64(first + 5)
        }
    }

    /// A text beside an event; nil once blacked out.
    struct StoredText {
        var sealed: SealedText?
    }

    /// Events with their texts, which are read side by side.
    func eachEvent(after number: Int, limit: Int, _ body: (EventRow, [StoredText]) throws -> Void) throws {
        let events = try statement(
            """
            SELECT number, previous, hash, body, id, office, officeNumber, recorded, matter, origin FROM event
            WHERE number > ? ORDER BY number LIMIT \(limit)
            """
        )
        let texts = try statement("SELECT salt, text FROM prose WHERE event = ? ORDER BY place")
        events.bind(1, number)
        try events.each { row in
            let number = row.int(0)
            texts.bind(1, number)
            let stored = try texts.all { text in
                StoredText(sealed: text.isNull(1) ? nil : SealedText(salt: text.bytes(0), text: text.text(1)))
            }
            let event = EventRow(
                number: number,
                previous: row.bytes(1),
                hash: row.bytes(2),
                body: row.utf8(3),
                columns: EventColumns(row, from: 4)
            )
            try body(event, stored)
            return true
        }
    }

    /// Every matter's row, its packed bytes in place.
    func eachMatterRow(_ body: (MatterNumber, MatterColumns, UnsafeRawBufferPointer) throws -> Void) throws {
        let rows = try statement(
            """
            SELECT number, pack, version, kind, stage, isOpen, isAtHand, due, lead, person, grid, campaign, title,
                slips
            FROM matter ORDER BY number
            """
        )
        try rows.each { row in
            try body(MatterNumber(row.int(0)), MatterColumns(row, from: 2), row.blob(1))
            return true
        }
    }
}
