/// Writes CSV (RFC 4180) that a spreadsheet opens without running anything.
struct CSVText {
    private(set) var text: String

    /// - Parameter marked: begin with a byte order mark. Spreadsheets need it to see that a file is
    ///   UTF-8; a program at the other end of a pipe would take it for part of the first column.
    init(marked: Bool) { text = marked ? "\u{FEFF}" : "" }

    mutating func row(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { text += "," }
            text += CSVText.escaped(cell)
        }
        text += "\r\n"
    }

    /// A cell that a spreadsheet would take for a formula gets an apostrophe; numbers stay numbers.
    static func escaped(_ cell: String) -> String {
        var safe = cell
        if let first = cell.first, "=+-@\t\r＝＋－＠".contains(first), !isNumber(cell) { safe = "'" + cell }
        guard safe.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else { return safe }
        var quoted = "\""
        for character in safe { quoted += character == "\"" ? "\"\"" : String(character) }
        return quoted + "\""
    }

    private static func isNumber(_ cell: String) -> Bool {
        cell.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E } && cell.utf8.count > 1
    }
}
