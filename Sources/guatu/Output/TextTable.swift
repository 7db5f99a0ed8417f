import Text

/// Rows in columns, aligned by display width and without boxes.
struct TextTable {
    struct Column {
        var title: String
        var alignment = Alignment.left
        /// Gives way when the terminal is too narrow.
        var isFlexible = false
        /// Never wider than this.
        var widest = Int.max
    }

    var columns: [Column]
    var rows: [[String]] = []
    var hasTitles = true
    /// SGR codes for the first cell of each row; empty for none.
    var colours: [String] = []

    private static let gap = 2

    /// The text. With `columns` it is cut to that width; without, every cell is whole.
    func text(fitting width: Int?) -> String {
        var widths = columns.map { $0.title.columns() }
        for row in rows {
            for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.columns()) }
        }
        if let width { shrink(&widths, to: width) }
        var result = hasTitles ? line(columns.map(\.title), widths, colour: "") : ""
        for (index, row) in rows.enumerated() {
            result += line(row, widths, colour: index < colours.count ? colours[index] : "")
        }
        return result
    }

    private func shrink(_ widths: inout [Int], to width: Int) {
        for index in columns.indices { widths[index] = min(widths[index], columns[index].widest) }
        let gaps = TextTable.gap * (columns.count - 1)
        var excess = widths.reduce(gaps, +) - width
        while excess > 0 {
            let flexible = columns.indices.filter { columns[$0].isFlexible && widths[$0] > 8 }
            guard let widestColumn = flexible.max(by: { widths[$0] < widths[$1] }) else { return }
            widths[widestColumn] -= 1
            excess -= 1
        }
    }

    private func line(_ cells: [String], _ widths: [Int], colour: String) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            let isLast = index == cells.count - 1
            // No blanks at the end of a line.
            let field =
                isLast && columns[index].alignment == .left
                ? cell.cut(to: widths[index]) : cell.padded(to: widths[index], columns[index].alignment)
            line += index == 0 && !colour.isEmpty ? "\u{1B}[\(colour)m\(field)\u{1B}[0m" : field
            if !isLast { line += String(repeating: " ", count: TextTable.gap) }
        }
        while line.hasSuffix(" ") { line.removeLast() }
        return line + "\n"
    }
}
