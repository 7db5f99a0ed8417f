import Text

extension Document {
    /// The document in a fixed-width view, where a Chinese character takes two columns.
    ///
    /// - Parameter columns: how wide the view is. A table that cannot be so narrow is wider; nothing is ever cut.
    ///   Frames are ASCII, because the lines of box drawing take two columns in many Chinese faces.
    public func plainText(columns: Int) -> String {
        var lines = (body + closing).flatMap { $0.plainText(columns) }
        if runningFoot != Running() {
            lines += Block.ends(left: runningFoot.left, right: runningFoot.right).plainText(columns)
        }
        return lines.map { "\($0.droppingTrailingSpaces)\n" }.joined()
    }
}

extension Block {
    fileprivate func plainText(_ columns: Int) -> [String] {
        switch self {
        case .heading(let text, _):
            text.wrapped(to: columns).map { $0.padded(to: columns, .centre) }
        case .ends(let left, let right, _):
            if left.columns() + right.columns() + 2 <= columns {
                [left + right.padded(to: columns - left.columns(), .right)]
            } else {
                left.wrapped(to: columns) + right.wrapped(to: columns).map { $0.padded(to: columns, .right) }
            }
        case .paragraph(let text, _, let alignment):
            hanging(text, columns).map { $0.padded(to: columns, alignment) }
        case .blanks(let labels):
            ["", labels.map { "\($0) ____________" }.joined(separator: "    ")]
        case .space:
            [""]
        case .table(let table):
            table.plainText(columns)
        }
    }

    private func hanging(_ text: String, _ columns: Int) -> [String] {
        let (indent, rest) = text.hanging
        return rest.wrapped(to: columns - indent.count).map { indent + $0 }
    }
}

extension Table {
    fileprivate func plainText(_ room: Int) -> [String] {
        // "| " before each cell, " " behind it, and one "|" at the end.
        let frames = columns.count * 3 + 1
        let least = columns.reduce(0) { $0 + $1.minimum }
        let widths = widths(filling: max(room - frames, least))
        func rule(_ mark: String) -> String {
            "+" + widths.map { String(repeating: mark, count: $0 + 2) + "+" }.joined()
        }
        func row(_ cells: [String], _ alignments: [Alignment]) -> [String] {
            let wrapped = zip(cells, widths).map { $0.wrapped(to: $1) }
            let height = wrapped.reduce(1) { max($0, $1.count) }
            return (0..<height).map { line in
                wrapped.indices.map { index in
                    let text = line < wrapped[index].count ? wrapped[index][line] : ""
                    return "| " + text.padded(to: widths[index], alignments[index]) + " "
                }.joined() + "|"
            }
        }
        var lines = [rule("-")]
        if columns.contains(where: { !$0.title.isEmpty }) {
            lines += row(columns.map(\.title), columns.map { _ in .centre }) + [rule("=")]
        }
        for cells in rows { lines += row(cells, columns.map(\.alignment)) + [rule("-")] }
        return lines
    }
}

extension String {
    fileprivate var droppingTrailingSpaces: Substring {
        self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]
    }
}
