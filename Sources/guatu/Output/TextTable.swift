import Text

/// Rows in columns, aligned by display width and without boxes.
struct TextTable {
    struct Column {
        var title: String
        var alignment = Alignment.left
        /// Gives way when the terminal is too narrow.
        var isFlexible = false
        /// Never wider than this on a terminal.
        var widest = Int.max
    }

    private struct Row {
        var cells: [String]
        /// The display width of each cell.
        var widths: [Int]
        /// The SGR code of the first cell; empty for none.
        var colour: String
    }

    let columns: [Column]
    private let hasTitles: Bool
    private var rows: [Row] = []
    private var widths: [Int]

    init(columns: [Column], hasTitles: Bool = true) {
        self.columns = columns
        self.hasTitles = hasTitles
        widths = columns.map { hasTitles ? $0.title.columns() : 0 }
    }

    private static let gap = 2

    mutating func add(_ cells: [String], colour: String = "") {
        let row = Row(cells: cells, widths: cells.map { $0.columns() }, colour: colour)
        for (index, width) in row.widths.enumerated() where width > widths[index] { widths[index] = width }
        rows.append(row)
    }

    /// The text. With a width it is cut to that; without, every cell is whole.
    func text(fitting width: Int?) -> String { String(decoding: bytes(fitting: width), as: UTF8.self) }

    func bytes(fitting width: Int?) -> [UInt8] {
        let widths = width.map(shrunk) ?? widths
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows.count * (widths.reduce(0, +) * 2))
        if hasTitles {
            let titles = columns.map(\.title)
            write(Row(cells: titles, widths: titles.map { $0.columns() }, colour: ""), widths, to: &bytes)
        }
        for row in rows { write(row, widths, to: &bytes) }
        return bytes
    }

    private func shrunk(to width: Int) -> [Int] {
        var widths = widths
        for index in columns.indices { widths[index] = min(widths[index], columns[index].widest) }
        var excess = widths.reduce(TextTable.gap * (columns.count - 1), +) - width
        while excess > 0 {
            let flexible = columns.indices.filter { columns[$0].isFlexible && widths[$0] > 8 }
            guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func write(_ row: Row, _ widths: [Int], to bytes: inout [UInt8]) {
        for (index, cell) in row.cells.enumerated() {
            if index > 0 { bytes.append(contentsOf: repeatElement(0x20, count: TextTable.gap)) }
            let isColoured = index == 0 && !row.colour.isEmpty
            if isColoured { bytes.append(contentsOf: "\u{1B}[\(row.colour)m".utf8) }
            let width = widths[index]
            if row.widths[index] > width {
                bytes.append(contentsOf: cell.padded(to: width, columns[index].alignment).utf8)
            } else {
                let spare = width - row.widths[index]
                let before =
                    columns[index].alignment == .left ? 0 : columns[index].alignment == .right ? spare : spare / 2
                bytes.append(contentsOf: repeatElement(0x20, count: before))
                bytes.append(contentsOf: cell.utf8)
                bytes.append(contentsOf: repeatElement(0x20, count: spare - before))
            }
            if isColoured { bytes.append(contentsOf: "\u{1B}[0m".utf8) }
        }
        // No blanks at the end of a line.
        while bytes.last == 0x20 { bytes.removeLast() }
        bytes.append(0x0A)
    }
}
