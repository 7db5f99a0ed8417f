import GRDB
import Ledger

extension Store {
    /// Builds every state table anew from the events, inside a transaction.
    ///
    /// Each upgrade ends with it: what a new program keeps of a matter or of the sums is then what it
    /// would have kept from the first event on, and no migration has to know how matters are packed.
    func rebuild() throws {
        let tables = [
            "matter", "unit", "person", "grid", "campaign", "map", "sum", "daySum", "diary", "snapshot", "evening",
        ]
        for table in tables {
            try db.execute(sql: "DELETE FROM \(table)")
        }
        try db.execute(sql: "DELETE FROM setting WHERE name = 'ledger'")
        let writer = try Writer(self, at: Moment(milliseconds: 0), forMany: true)
        var done = 0
        while case let records = try records(after: done, limit: 4_000), let last = records.last {
            for record in records {
                try writer.replay(record.event)
                guard record.event.origin == nil, record.number % Store.snapshotStep == 0 else { continue }
                try writer.keepSnapshot(at: Position(number: record.number, hash: try hash(of: record.number) ?? .none))
            }
            done = last.number
        }
        _ = try writer.finish()
    }
}
