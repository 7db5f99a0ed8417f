package import Text

/// The cells behind a ``Canvas`` and all its regions.
package final class Sheet {
    package let size: Size
    package let repertoire: Repertoire
    package internal(set) var cells: [Cell]
    package internal(set) var cursor: Cursor?

    init(_ size: Size, _ repertoire: Repertoire) {
        self.size = size
        self.repertoire = repertoire
        cells = Array(repeating: .blank, count: size.width * size.height)
    }

    subscript(x: Int, y: Int) -> Cell {
        get { cells[y * size.width + x] }
        set { cells[y * size.width + x] = newValue }
    }

    /// Puts a cell, and for a wide one its right half, and blanks the halves of what was there.
    func set(_ cell: Cell, x: Int, y: Int) {
        let width = size.width
        cells.withUnsafeMutableBufferPointer { cells in
            let row = UnsafeMutableBufferPointer(rebasing: cells[y * width..<(y + 1) * width])
            Sheet.split(row, x)
            Sheet.split(row, x + Int(cell.width))
            row[x] = cell
            if cell.width == 2 { row[x + 1] = Cell(" ", width: 0, style: cell.style) }
        }
    }

    /// If a wide character stands across the border left of column `x`, blanks both its halves.
    func split(x: Int, y: Int) {
        let width = size.width
        cells.withUnsafeMutableBufferPointer { cells in
            Sheet.split(UnsafeMutableBufferPointer(rebasing: cells[y * width..<(y + 1) * width]), x)
        }
    }

    private static func split(_ row: UnsafeMutableBufferPointer<Cell>, _ x: Int) {
        guard x > 0, x < row.count, row[x].isRightHalf else { return }
        row[x - 1] = Cell(" ", style: row[x - 1].style)
        row[x] = Cell(" ", style: row[x].style)
    }
}

extension Sheet {
    /// The text of one row without the blanks at its end; a wide character stands in it once.
    package func text(row: Int) -> String {
        var text = ""
        for x in 0..<size.width { text += self[x, row].text }
        while text.last == " " { text.removeLast() }
        return text
    }
}

@available(*, unavailable)
extension Sheet: Sendable {}
