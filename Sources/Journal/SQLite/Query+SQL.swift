import GRDB
import Ledger
import Text

extension Query {
    /// The conditions as SQL over the columns of `matter`, and the pattern for its one parameter.
    ///
    /// Numbers stand in the text itself: they are integers, and thousands of them are not too many.
    var condition: (sql: String, pattern: String?) {
        var terms: [String] = []
        func add(_ column: String, _ keys: [Int]?) {
            guard let keys else { return }
            terms.append("\(column) IN (\(keys.sorted().map(String.init).joined(separator: ", ")))")
        }
        if let stages {
            // Said in the words of the index on limits, so that SQLite takes it.
            if stages.isSubset(of: Query.openStages) { terms.append("isOpen = 1") }
            if stages != Query.openStages { terms.append("stage IN (\(Query.quoted(stages.map(\.rawValue))))") }
        }
        if let kinds { terms.append("kind IN (\(Query.quoted(kinds.map(\.rawValue))))") }
        if let dueFrom { terms.append("due >= \(dueFrom.number)") }
        if let dueThrough { terms.append("due <= \(dueThrough.number)") }
        add("number", numbers?.map(\.rawValue))
        add("lead", leads?.map(\.rawValue))
        add("person", people?.map(\.rawValue))
        add("grid", grids?.map(\.rawValue))
        add("campaign", campaigns?.map(\.rawValue))
        if hasSlips { terms.append("slips > 0") }
        var pattern: String?
        if let text, !text.isEmpty {
            if SearchWord(text).hasLetters {
                // A letter may be an initial, and LIKE knows no pinyin.
                terms.append("\(Query.answers.name)(title, ?)")
                return (terms.joined(separator: " AND "), text)
            }
            terms.append(#"title LIKE ? ESCAPE '\'"#)
            pattern = "%" + text.flatMap { #"\%_"#.contains($0) ? ["\\", $0] : [$0] } + "%"
        }
        return (terms.isEmpty ? "1" : terms.joined(separator: " AND "), pattern)
    }

    var orderSQL: String {
        switch order {
        case .number: "number"
        case .due: "due NULLS LAST, number"
        case .directory: "lead NULLS LAST, due NULLS LAST, number"
        }
    }

    /// Raw values of closed lists: letters only.
    private static func quoted(_ words: [String]) -> String {
        words.sorted().map { "'\($0)'" }.joined(separator: ", ")
    }
}

extension Store {
    func all(_ query: Query) throws -> [Matter] { try select(query, limit: "").all(Store.matter) }

    /// The titles of what answers a query without words.
    func titles(_ query: Query) throws -> [(MatterNumber, String)] {
        try Prepared(
            "SELECT number, title FROM matter WHERE \(query.condition.sql) AND title IS NOT NULL ORDER BY \(query.orderSQL)",
            db,
            counting: counter
        )
        .all { (MatterNumber($0.int(0)), $0.text(1)) }
    }

    func page(_ query: Query, _ part: QueryCursor.Part) throws -> QueryCursor.Page {
        let head = try head()
        // After a change rows may stand elsewhere: count from the beginning.
        let offset = part.head == head ? part.offset : 0
        let select = try select(query, limit: "LIMIT \(part.count + part.offset - offset) OFFSET \(offset)")
        var rows = PackedMatters()
        try select.each { row in
            rows.append(row)
            return true
        }
        return QueryCursor.Page(head: head, rows: rows)
    }

    private func select(_ query: Query, limit: String) throws -> Prepared {
        let (condition, pattern) = query.condition
        let select = try Prepared(
            "SELECT number, title, pack FROM matter WHERE \(condition) ORDER BY \(query.orderSQL) \(limit)",
            db,
            counting: counter
        )
        if let pattern { select.bind(1, pattern) }
        return select
    }
}
