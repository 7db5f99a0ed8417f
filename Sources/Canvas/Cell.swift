import Text

/// One character cell: twelve bytes without padding, so that rows can be compared as memory.
package struct Cell: Sendable, Hashable {
    /// The character; a space where nothing was drawn.
    package var scalar: UInt32
    /// One combining mark on it, or 0. More than one is not drawn: no office text needs it.
    package var mark: UInt16
    /// 1, or 2 for the left half of a wide character, whose right half has 0.
    package var width: UInt8
    private var spare: UInt8 = 0
    package var style: Style

    package init(_ scalar: Unicode.Scalar, width: UInt8 = 1, style: Style = .text) {
        self.scalar = scalar.value
        self.mark = 0
        self.width = width
        self.style = style
    }

    // As memory, like its style.
    package static func == (left: Cell, right: Cell) -> Bool {
        left.style == right.style && left.scalar == right.scalar && left.mark == right.mark && left.width == right.width
    }

    package static let blank = Cell(" ")

    package var isRightHalf: Bool { width == 0 }

    /// What the cell shows; empty for the right half of a wide character.
    package var text: String {
        if isRightHalf { return "" }
        var text = String(Unicode.Scalar(scalar).map(Character.init) ?? " ")
        if mark != 0, let mark = Unicode.Scalar(mark) { text.unicodeScalars.append(mark) }
        return text
    }
}
