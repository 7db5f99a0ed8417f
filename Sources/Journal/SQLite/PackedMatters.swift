import Ledger
import Text

/// Rows of matters as they stand in the file, side by side in one piece; taken apart later, when the file is free
/// again or on another core.
struct PackedMatters: Sendable {
    private struct Row {
        var number: Int
        /// Where the title ends and the pack begins; nil where the title was blacked out.
        var title: Int?
        var end: Int
    }

    private var bytes: [UInt8] = []
    private var rows: [Row] = []

    var count: Int { rows.count }

    func number(_ index: Int) -> Int { rows[index].number }

    init(capacity: Int = 0) {
        rows.reserveCapacity(capacity)
        // Most matters take less.
        bytes.reserveCapacity(capacity * 400)
    }

    /// Takes the columns number, title, pack.
    mutating func append(_ row: Prepared.Row) {
        var title: Int?
        if !row.isNull(1) {
            bytes.append(contentsOf: row.utf8(1))
            title = bytes.count
        }
        bytes.append(contentsOf: row.blob(2))
        rows.append(Row(number: row.int(0), title: title, end: bytes.count))
    }

    func matter(_ index: Int) throws(StoreFault) -> Matter {
        let row = rows[index]
        let start = index > 0 ? rows[index - 1].end : 0
        do {
            return try bytes.withUnsafeBytes { bytes in
                func part(_ range: Range<Int>) -> UnsafeRawBufferPointer {
                    UnsafeRawBufferPointer(rebasing: bytes[range])
                }
                let title = row.title.map { Prose(CleanText(String(decoding: part(start..<$0), as: UTF8.self))) }
                return try Matter(
                    number: MatterNumber(row.number),
                    title: title ?? .erased,
                    packed: part((row.title ?? start)..<row.end)
                )
            }
        } catch {
            throw .damaged("matter \(row.number)")
        }
    }
}
