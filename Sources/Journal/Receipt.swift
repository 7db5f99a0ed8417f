package import Ledger

/// An event as it stands in the journal.
package struct Record: Hashable, Sendable {
    /// Its place in this journal, from 1.
    package let number: Int
    package let id: Identity
    /// The command that made it; events of one command are undone together.
    package let command: Identity
    package let event: Event
}

/// What a command left behind.
package struct Receipt: Hashable, Sendable {
    package let command: Identity
    package let records: [Record]
    /// Where the journal stood after it.
    package let position: Position

    /// Numbers given to new matters.
    package var created: [MatterNumber] {
        records.compactMap { record in
            switch record.event.fact {
            case .registered, .imported: record.event.matter
            default: nil
            }
        }
    }

    /// Matters that changed.
    package var touched: Set<MatterNumber> { Set(records.compactMap(\.event.matter)) }
}

/// What a bulk session left behind.
package struct BulkReceipt: Hashable, Sendable {
    package let command: Identity
    /// Number of events appended.
    package let events: Int
    package let position: Position
}
