import Ledger

/// Where the rows about each matter stand in a table that speaks of many (记录.csv, 步骤.csv), so that
/// they can be fetched when the matter's turn comes and the table need not fit into memory.
struct RowIndex {
    struct Entry {
        var offset: Int
        var number: Int
        /// The fingerprint of the row; kept with its events.
        var origin: Int64
        var isKnown: Bool
    }

    private var rows: [String: [Entry]] = [:]
    /// Keys in the order in which they first appear.
    private(set) var keys: [String] = []

    mutating func add(_ entry: Entry, for key: String) {
        if rows[key] == nil { keys.append(key) }
        rows[key, default: []].append(entry)
    }

    subscript(key: String) -> [Entry] { rows[key] ?? [] }

    /// The rows of a matter, which are not asked for again.
    mutating func take(_ key: String) -> [Entry] { rows.removeValue(forKey: key) ?? [] }
}

/// A 编号 cell: 督147, 147, or what another office calls its matters.
struct NumberCell {
    let text: String
    /// The number without its letter; nil where it is none of ours.
    let number: MatterNumber?

    init(_ text: String) {
        self.text = text
        var digits = text.nameKey[...]
        if let first = digits.first, "督清问诉".contains(first) { digits = digits.dropFirst() }
        let isNumber = !digits.isEmpty && digits.utf8.count <= 9 && digits.utf8.allSatisfy { (48...57).contains($0) }
        number = isNumber ? Int(digits).flatMap { $0 > 0 ? MatterNumber($0) : nil } : nil
    }

    /// What rows of other tables are matched by.
    var key: String { number.map { String($0.rawValue) } ?? text.nameKey }
}
