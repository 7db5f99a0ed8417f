import Ledger
import Text

/// Reads a query in parts that grow, so that the first rows come at once and no part keeps the file
/// locked while somebody looks at it: a list in a pager must not stop the others from writing.
struct QueryCursor {
    let path: String

    /// Which rows to read next.
    struct Part {
        var offset: Int
        var count: Int
        /// Where the journal stood when the rows before were read.
        var head: Position?
    }

    /// Rows as bytes: they are taken apart after the file is free again.
    struct Page {
        var head: Position
        var rows: [Row]
    }

    struct Row {
        var number: Int
        var title: String?
        var pack: [UInt8]
    }

    /// Hands over the matters until `body` returns false. What changes between two parts may be seen
    /// before or after the change, but no matter is seen twice.
    func each(_ body: (Matter) -> Bool, read: (Part) throws(JournalError) -> Page) throws(JournalError) {
        var part = Part(offset: 0, count: 64)
        var seen: Set<Int> = []
        while true {
            let page = try read(part)
            let wanted = part.head == nil || part.head == page.head ? part.count : part.count + part.offset
            for row in page.rows where seen.insert(row.number).inserted {
                guard body(try row.matter(in: path)) else { return }
            }
            guard page.rows.count == wanted else { return }
            part = Part(offset: part.offset + part.count, count: part.count * 8, head: page.head)
        }
    }
}

extension QueryCursor.Row {
    fileprivate func matter(in path: String) throws(JournalError) -> Matter {
        let title = title.map { Prose(CleanText($0)) } ?? .erased
        do {
            return try pack.withUnsafeBytes { try Matter(number: MatterNumber(number), title: title, packed: $0) }
        } catch {
            throw .damaged(path: path, detail: "matter \(number)")
        }
    }
}
