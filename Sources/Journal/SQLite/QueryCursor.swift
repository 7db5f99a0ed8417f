import Ledger

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

    struct Page {
        var head: Position
        var rows: PackedMatters
    }

    /// Hands over the matters until `body` returns false. What changes between two parts may be seen
    /// before or after the change, but no matter is seen twice.
    func each(_ body: (Matter) -> Bool, read: (Part) throws(JournalError) -> Page) throws(JournalError) {
        var part = Part(offset: 0, count: 64)
        var seen: Set<Int> = []
        while true {
            let page = try read(part)
            let wanted = part.head == nil || part.head == page.head ? part.count : part.count + part.offset
            for index in 0..<page.rows.count where seen.insert(page.rows.number(index)).inserted {
                do throws(StoreFault) {
                    guard body(try page.rows.matter(index)) else { return }
                } catch {
                    throw JournalError(error, path: path)
                }
            }
            guard page.rows.count == wanted else { return }
            part = Part(offset: part.offset + part.count, count: part.count * 8, head: page.head)
        }
    }
}
