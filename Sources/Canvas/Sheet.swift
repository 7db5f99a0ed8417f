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
        split(x: x, y: y)
        split(x: x + Int(cell.width), y: y)
        self[x, y] = cell
        if cell.width == 2 { self[x + 1, y] = Cell(" ", width: 0, style: cell.style) }
    }

    /// If a wide character stands across the border left of column `x`, blanks both its halves.
    func split(x: Int, y: Int) {
        guard x > 0, x < size.width, self[x, y].isRightHalf else { return }
        self[x - 1, y] = Cell(" ", style: self[x - 1, y].style)
        self[x, y] = Cell(" ", style: self[x, y].style)
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
