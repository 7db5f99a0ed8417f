/// Writes comma-separated values that Excel and WPS open right by a double click: with a byte order
/// mark, CRLF, and no cell that would be taken for a formula.
package struct CSVWriter: Sendable {
    /// UTF-8 with its mark; without the mark Excel shows Chinese as rubbish.
    package static let byteOrderMark = "\u{FEFF}"

    /// One row with its line end.
    package static func line(_ cells: some Sequence<some StringProtocol>) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { line += "," }
            line += quoted(guarded(cell))
        }
        return line + "\r\n"
    }

    /// The cell, with an apostrophe in front where a spreadsheet would compute it. A plain negative
    /// number stays a number.
    static func guarded(_ cell: some StringProtocol) -> String {
        guard let first = cell.utf8.first, formulaStarts.contains(first), !isNumber(cell) else { return String(cell) }
        return "'\(cell)"
    }

    /// The bytes of a cell as it was before ``guarded(_:)``.
    static func unguarded(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard cell.first == 0x27, let second = cell.dropFirst().first, formulaStarts.contains(second) else {
            return cell
        }
        return cell.dropFirst()
    }

    /// `=`, `+`, `-`, `@`, tab and carriage return.
    private static let formulaStarts: Set<UInt8> = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D]

    private static func isNumber(_ cell: some StringProtocol) -> Bool {
        let digits = cell.utf8.dropFirst()
        guard cell.utf8.first == 0x2D, !digits.isEmpty else { return false }
        return digits.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E } && digits.count { $0 == 0x2E } <= 1
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return cell }
        var text = "\""
        for character in cell.unicodeScalars {
            if character == "\"" { text += "\"" }
            text.unicodeScalars.append(character)
        }
        return text + "\""
    }
}
