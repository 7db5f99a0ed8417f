import Cores
import Ledger
import Synchronization

/// Makes a table of thousands of rows of matters: SQLite hands rows over one after the other, and what they say is read
/// meanwhile on the other cores.
final class MatterReader {
    private typealias Part = Result<MatterTable.Part, StoreFault>

    private final class Parts: Sendable {
        let read = Mutex<[(place: Int, part: Part)]>([])
    }

    private let parts = Parts()
    private let beside = Beside()
    /// Pieces of memory of that size are used again and again; larger ones would be new to the system each time.
    private static let partSize = 256

    /// Begins with the rows of some statements, each with the columns number, title, pack.
    init(_ selects: [Prepared]) throws {
        var rows = PackedMatters(capacity: MatterReader.partSize)
        var place = 0
        for select in selects {
            try select.each { row in
                rows.append(row)
                if rows.count == MatterReader.partSize {
                    beside.run(MatterReader.reading(rows, place, into: parts))
                    rows = PackedMatters(capacity: MatterReader.partSize)
                    place += 1
                }
                return true
            }
        }
        // The last rows are not worth another thread.
        MatterReader.reading(rows, place, into: parts)()
    }

    /// Nothing goes on after a failure elsewhere.
    deinit { beside.finish() }

    private static func reading(_ rows: PackedMatters, _ place: Int, into parts: Parts) -> Beside.Job {
        {
            let part = Part { () throws(StoreFault) in
                var part = MatterTable.Part(capacity: rows.count)
                for index in 0..<rows.count { part.append(try rows.matter(index)) }
                return part
            }
            parts.read.withLock { $0.append((place, part)) }
        }
    }

    /// The table, when all is read.
    func table() throws -> MatterTable {
        beside.finish()
        let parts = parts.read.withLock { parts in parts.sorted { $0.place < $1.place } }
        return MatterTable(try parts.map { try $0.part.get() })
    }
}
