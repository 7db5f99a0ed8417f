import Text

/// The strip that stands above the rows of a table on each page.
final class TableHead: Sendable {
    let strip: Strip

    init(_ strip: Strip) { self.strip = strip }
}

/// A table in a given width: where its columns stand, and each row as lines.
struct TableLayout {
    private let table: Table
    private let style = TextStyle.body
    /// Left edges of the columns, and the right edge of the last.
    private let edges: [Length]

    private static let padding = Length(twips: 36)
    /// Above and below the text of a row.
    private static let air = Length(twips: 50)
    private static let headShade = 8

    init(_ table: Table, width: Length) {
        self.table = table
        let rooms = width - Self.padding * 2 * table.columns.count
        let widths = table.widths(filling: rooms.twips / style.column.twips)
        var edges = [Length.zero]
        for columns in widths { edges.append(edges.last! + style.column * columns + Self.padding * 2) }
        // What is left of a column goes to the last one, so that the table ends where the page does.
        edges[edges.count - 1] = max(edges.last!, width)
        self.edges = edges
    }

    /// Nil where no column has a title.
    var head: TableHead? {
        let titles = table.columns.map(\.title)
        guard titles.contains(where: { !$0.isEmpty }) else { return nil }
        let cells = titles.enumerated().map { lines(of: $1, column: $0) }
        var strip = Strip(height: height(of: cells))
        strip.content.boxes.append(
            PlacedBox(x: .zero, y: .zero, width: edges.last!, height: strip.height, shade: Self.headShade)
        )
        for (index, cell) in cells.enumerated() { put(cell, .head, .centre, column: index, in: &strip) }
        frame(&strip)
        return TableHead(strip)
    }

    var rows: [[[String]]] {
        table.rows.map { row in row.enumerated().map { lines(of: $1, column: $0) } }
    }

    /// One row, or a part of one.
    func strip(_ cells: [[String]], below head: TableHead?) -> Strip {
        var strip = Strip(height: height(of: cells))
        strip.head = head
        for (index, cell) in cells.enumerated() {
            put(cell, style, table.columns[index].alignment, column: index, in: &strip)
        }
        frame(&strip)
        return strip
    }

    /// A row that is taller than `room`, in parts that are not.
    func split(_ cells: [[String]], to room: Length) -> [[[String]]] {
        let most = max(1, (room - Self.air * 2).twips / style.lineHeight.twips)
        let longest = cells.reduce(1) { max($0, $1.count) }
        return stride(from: 0, to: longest, by: most).map { start in
            cells.map { Array($0.dropFirst(start).prefix(most)) }
        }
    }

    private func lines(of text: String, column: Int) -> [String] {
        style.lines(of: text, in: edges[column + 1] - edges[column] - Self.padding * 2)
    }

    private func height(of cells: [[String]]) -> Length {
        style.lineHeight * cells.reduce(1) { max($0, $1.count) } + Self.air * 2
    }

    private func put(
        _ cell: [String],
        _ style: TextStyle,
        _ alignment: Alignment,
        column: Int,
        in strip: inout Strip
    ) {
        strip.add(
            cell,
            style,
            alignment,
            x: edges[column] + Self.padding,
            top: (strip.height - style.lineHeight * cell.count) / 2,
            width: edges[column + 1] - edges[column] - Self.padding * 2
        )
    }

    /// Every strip draws its own top too: it may come first on a page, and the same line twice is one line.
    private func frame(_ strip: inout Strip) {
        let (right, bottom) = (edges.last!, strip.height)
        if strip.head == nil { strip.line(.zero, .zero, right, .zero) }
        strip.line(.zero, bottom, right, bottom)
        for edge in edges { strip.line(edge, .zero, edge, bottom) }
    }
}
