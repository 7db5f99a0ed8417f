import Text

/// Rows in columns, aligned by display width and without boxes.
///
/// What was added lies as bytes in one piece, not as a hundred thousand strings.
struct TextTable {
    struct Column {
        var title: String
        var alignment = Alignment.left
        /// Gives way when the terminal is too narrow.
        var isFlexible = false
        /// Never wider than this on a terminal.
        var widest = Int.max
    }

    private struct Cell {
        /// Where its text begins in ``text``; it ends where the next begins.
        var start: UInt32
        /// Its display width.
        var width: UInt32
    }

    let columns: [Column]
    private let hasTitles: Bool
    private var text: [UInt8] = []
    /// Row by row.
    private var cells: [Cell] = []
    /// The SGR codes of the rows' first cells; empty where no row has one.
    private var colours: [String] = []
    private var widths: [Int]

    init(columns: [Column], hasTitles: Bool = true) {
        self.columns = columns
        self.hasTitles = hasTitles
        widths = columns.map { _ in 0 }
        if hasTitles { add(columns.map(\.title)) }
    }

    private static let gap = 2

    /// Adds a row, with the SGR code that its first cell is coloured with.
    mutating func add(_ row: [String], colour: String = "") {
        for (index, string) in row.enumerated() {
            let start = text.count
            text.append(contentsOf: string.utf8)
            let width = TextTable.columns(of: text, from: start) ?? string.columns()
            cells.append(Cell(start: UInt32(start), width: UInt32(width)))
            if width > widths[index] { widths[index] = width }
        }
        if !colour.isEmpty || !colours.isEmpty {
            let row = cells.count / columns.count
            while colours.count < row - 1 { colours.append("") }
            colours.append(colour)
        }
    }

    /// The width of plain ASCII and the common ideographs U+5000 to U+9FFF, which is nearly everything
    /// that stands in a table; nil for the rest.
    private static func columns(of bytes: [UInt8], from start: Int) -> Int? {
        var width = 0
        for index in start..<bytes.count {
            switch bytes[index] {
            case 0x20..<0x7F: width += 1
            case 0x80...0xBF: continue
            case 0xE5...0xE9: width += 2
            default: return nil
            }
        }
        return width
    }

    /// The text. With a width it is cut to that; without, every cell is whole.
    func text(fitting width: Int?) -> String { String(decoding: bytes(fitting: width), as: UTF8.self) }

    func bytes(fitting width: Int?) -> [UInt8] {
        let widths = width.map(shrunk) ?? widths
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + cells.count * 4 + cells.count / columns.count * widths.reduce(0, +) / 2)
        for row in 0..<cells.count / columns.count { write(row, widths, to: &bytes) }
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

    private func write(_ row: Int, _ widths: [Int], to bytes: inout [UInt8]) {
        let colour = row < colours.count ? colours[row] : ""
        // Blanks are owed until a letter follows: none stand at the end of a line.
        var blanks = 0
        for index in columns.indices {
            let place = row * columns.count + index
            let start = Int(cells[place].start)
            let end = place + 1 < cells.count ? Int(cells[place + 1].start) : text.count
            let wide = Int(cells[place].width)
            let width = widths[index]
            if index > 0 { blanks += TextTable.gap }
            let spare = max(0, width - wide)
            let before =
                switch columns[index].alignment {
                case .left: 0
                case .right: spare
                case .centre: spare / 2
                }
            blanks += before
            if end > start {
                bytes.append(contentsOf: repeatElement(0x20, count: blanks))
                blanks = 0
                let isColoured = index == 0 && !colour.isEmpty
                if isColoured { bytes.append(contentsOf: "\u{1B}[\(colour)m".utf8) }
                let string = text[start..<end]
                if wide > width {
                    let cut = String(decoding: string, as: UTF8.self).cut(to: width)
                    bytes.append(contentsOf: cut.utf8)
                    blanks += width - cut.columns()
                } else {
                    bytes.append(contentsOf: string)
                }
                if isColoured { bytes.append(contentsOf: "\u{1B}[0m".utf8) }
            }
            blanks += spare - before
        }
        bytes.append(0x0A)
    }
}
