import Dispatch
import Ledger
import Synchronization

/// Makes a table of thousands of rows of matters: SQLite hands rows over one after the other, and what they say is read
/// meanwhile on the other cores.
final class MatterReader: Sendable {
    private typealias Part = Result<MatterTable.Part, StoreFault>

    private let parts = Mutex<[(place: Int, part: Part)]>([])
    private let beside = DispatchGroup()
    private static let partSize = 2_048

    /// Begins with the rows of some statements, each with the columns number, title, pack.
    init(_ selects: [Prepared]) throws {
        var rows = PackedMatters()
        var place = 0
        for select in selects {
            try select.each { row in
                rows.append(row)
                if rows.count == MatterReader.partSize {
                    readBeside(rows, place)
                    rows = PackedMatters()
                    place += 1
                }
                return true
            }
        }
        // Few rows are not worth another thread.
        if place == 0 { read(rows, place) } else { readBeside(rows, place) }
    }

    private func readBeside(_ rows: PackedMatters, _ place: Int) {
        DispatchQueue.global().async(group: beside) { self.read(rows, place) }
    }

    private func read(_ rows: PackedMatters, _ place: Int) {
        let part = Part { () throws(StoreFault) in
            var part = MatterTable.Part(capacity: rows.count)
            for index in 0..<rows.count { part.append(try rows.matter(index)) }
            return part
        }
        parts.withLock { $0.append((place, part)) }
    }

    /// The table, when all is read.
    func table() throws -> MatterTable {
        beside.wait()
        let parts = parts.withLock { parts in parts.sorted { $0.place < $1.place } }
        return MatterTable(try parts.map { try $0.part.get() })
    }
}
