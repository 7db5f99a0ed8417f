package import Text

/// A grid of cells to draw on, or a rectangle of one.
///
/// A wall gets a canvas and fills it from (0, 0) to (`width`, `height`), whether it is the whole screen or a part that
/// somebody cut out with ``region(_:)``. What falls outside is clipped. Copies draw on the same sheet, so nothing is
/// `inout`: a wall is `func draw(_ state: State, on canvas: Canvas)`.
///
/// A wide character is never left half: whatever takes one half away blanks the other.
package struct Canvas {
    package let sheet: Sheet
    /// This canvas on the sheet; may reach outside it.
    private let frame: Rect
    /// The part of the sheet that may be drawn on.
    private let clip: Rect

    /// A blank sheet.
    package init(_ size: Size, _ repertoire: Repertoire = .rich) {
        sheet = Sheet(size, repertoire)
        frame = Rect(size)
        clip = frame
    }

    package init(width: Int, height: Int, _ repertoire: Repertoire = .rich) {
        self.init(Size(width: width, height: height), repertoire)
    }

    private init(_ sheet: Sheet, frame: Rect, clip: Rect) {
        self.sheet = sheet
        self.frame = frame
        self.clip = clip
    }

    package var width: Int { frame.width }
    package var height: Int { frame.height }
    package var size: Size { frame.size }
    package var bounds: Rect { Rect(frame.size) }
    /// What the terminal can draw; see ``Repertoire``.
    package var repertoire: Repertoire { sheet.repertoire }

    /// A part of this canvas with its own origin. Drawing outside it, or outside this one, does nothing.
    package func region(_ rect: Rect) -> Canvas {
        let placed = rect.moved(x: frame.x, y: frame.y)
        return Canvas(sheet, frame: placed, clip: clip.intersection(placed))
    }

    package func region(x: Int, y: Int, width: Int, height: Int) -> Canvas {
        region(Rect(x: x, y: y, width: width, height: height))
    }

    /// Columns that a text takes on this canvas, after substitution.
    package func columns(_ text: String) -> Int { repertoire.columns(text) }

    // MARK: Text

    /// Draws a text and returns the columns it took.
    ///
    /// - Parameter width: at most so many columns; what is longer is cut with an ellipsis. Without it the text
    ///   runs to the edge of the canvas and is cut there without one.
    @discardableResult
    package func put(_ text: String, x: Int, y: Int, _ style: Style = .text, width: Int? = nil) -> Int {
        guard let width else { return write(text, x: x, y: y, style) }
        return write(repertoire.cut(text, to: max(0, width)), x: x, y: y, style)
    }

    /// Draws a text so that it ends before column `right`, and returns the columns it took.
    @discardableResult
    package func put(_ text: String, right: Int, y: Int, _ style: Style = .text, width: Int? = nil) -> Int {
        let shown = width.map { repertoire.cut(text, to: max(0, $0)) } ?? repertoire.shown(text)
        return write(shown, x: right - shown.columns(repertoire.ambiguity), y: y, style)
    }

    /// Draws a text in the middle of `x ..< x + width`, cut to it.
    @discardableResult
    package func put(_ text: String, centredIn width: Int, x: Int, y: Int, _ style: Style = .text) -> Int {
        let shown = repertoire.cut(text, to: max(0, width))
        return write(shown, x: x + (width - shown.columns(repertoire.ambiguity)) / 2, y: y, style)
    }

    /// Draws texts of different styles one after another and returns the columns they took together.
    @discardableResult
    package func put(_ runs: [Run], x: Int, y: Int, width: Int? = nil) -> Int {
        var used = 0
        for run in runs {
            let room = width.map { max(0, $0 - used) }
            used += put(run.text, x: x + used, y: y, run.style, width: room)
            // What follows a cut text would stand behind its ellipsis as if nothing were missing.
            if let room, columns(run.text) > room { break }
        }
        return used
    }

    /// The same, ending before column `right`.
    @discardableResult
    package func put(_ runs: [Run], right: Int, y: Int) -> Int {
        let total = runs.reduce(0) { $0 + columns($1.text) }
        return put(runs, x: right - total, y: y)
    }

    /// Draws a sign `count` times from left to right.
    @discardableResult
    package func put(_ glyph: Glyph, x: Int, y: Int, _ style: Style = .text, count: Int = 1) -> Int {
        let form = repertoire[glyph]
        let style = glyph.isDrawing ? style.drawn : style
        var used = 0
        for _ in 0..<max(0, count) { used += write(form, x: x + used, y: y, style) }
        return used
    }

    /// Draws a sign `count` times from top to bottom.
    package func put(_ glyph: Glyph, x: Int, y: Int, _ style: Style = .text, down count: Int) {
        let form = repertoire[glyph]
        for row in 0..<max(0, count) { write(form, x: x, y: y + row, style) }
    }

    // MARK: Areas

    /// Empties a rectangle (all of the canvas by default) and gives it a style.
    package func fill(_ rect: Rect? = nil, _ style: Style = .text) {
        let area = (rect ?? bounds).moved(x: frame.x, y: frame.y).intersection(clip)
        for y in area.y..<area.bottom {
            sheet.split(x: area.x, y: y)
            sheet.split(x: area.right, y: y)
            for x in area.x..<area.right { sheet[x, y] = Cell(" ", style: style) }
        }
    }

    /// Changes the style of what is already drawn.
    package func restyle(_ rect: Rect? = nil, _ change: (Style) -> Style) {
        let area = (rect ?? bounds).moved(x: frame.x, y: frame.y).intersection(clip)
        for y in area.y..<area.bottom {
            for x in area.x..<area.right { sheet[x, y].style = change(sheet[x, y].style) }
        }
    }

    /// Marks a row, or a card of several rows, as the selected one. Draw it first as if it were not.
    ///
    /// Chips keep their ground. Where the terminal has few colours the first row is reversed and the others are not.
    package func select(_ rect: Rect) {
        restyle(Rect(x: rect.x, y: rect.y, width: rect.width, height: 1)) { $0.marked(.selected) }
        let rest = Rect(x: rect.x, y: rect.y + 1, width: rect.width, height: rect.height - 1)
        if rect.height > 1 { restyle(rest) { $0.marked([.selected, .following]) } }
    }

    /// Draws back everything already drawn, so that a modal on top is the only thing to read.
    package func veil(_ rect: Rect? = nil) {
        restyle(rect) { _ in .veil }
    }

    // MARK: Cursor

    /// Leaves the terminal's cursor here. Input methods, magnifiers and screen readers follow it, so it belongs to the
    /// caret of a text field (shown) or the mark of the selected row (not shown).
    package func placeCursor(x: Int, y: Int, isShown: Bool = true) {
        let point = Point(x: frame.x + x, y: frame.y + y)
        sheet.cursor = clip.contains(point) ? Cursor(point: point, isShown: isShown) : nil
    }

    package var cursor: Cursor? { sheet.cursor }

    // MARK: Cells

    /// A cell of this canvas; blank outside it.
    package subscript(x: Int, y: Int) -> Cell {
        let point = Point(x: frame.x + x, y: frame.y + y)
        return clip.contains(point) ? sheet[point.x, point.y] : .blank
    }

    @discardableResult
    private func write(_ text: String, x: Int, y: Int, _ style: Style) -> Int {
        let row = frame.y + y
        let start = frame.x + x
        var column = start
        var last: Int?  // Where a combining mark belongs.
        let isVisible = row >= clip.y && row < clip.bottom
        let repertoire = sheet.repertoire

        func place(_ scalar: Unicode.Scalar) {
            let width = Width.of(scalar, repertoire.ambiguity)
            if width == 0 {
                if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
                    place("\u{FFFD}")  // No control character gets this far, unless somebody forgot to clean.
                } else if let last, sheet[last, row].mark == 0, scalar.value <= 0xFFFF {
                    sheet[last, row].mark = UInt16(scalar.value)
                }
                return
            }
            if isVisible {
                if column >= clip.x, column + width <= clip.right {
                    sheet.set(Cell(scalar, width: UInt8(width), style: style), x: column, y: row)
                    last = column
                } else {
                    // Half of a wide character at the edge is a blank.
                    for x in stride(from: max(column, clip.x), to: min(column + width, clip.right), by: 1) {
                        sheet.set(Cell(" ", style: style), x: x, y: row)
                    }
                    last = nil
                }
            }
            column += width
        }

        for scalar in text.unicodeScalars {
            if let form = repertoire.substitute(for: scalar) {
                for part in form.unicodeScalars { place(part) }
            } else {
                place(scalar)
            }
            if column >= clip.right { break }
        }
        return min(column, frame.right) - start
    }
}

/// A text in one style.
package struct Run: Sendable, Hashable {
    package var text: String
    package var style: Style

    package init(_ text: String, _ style: Style = .text) {
        self.text = text
        self.style = style
    }
}

/// Where the terminal's cursor is left after drawing.
package struct Cursor: Sendable, Hashable {
    package var point: Point
    package var isShown: Bool

    package init(point: Point, isShown: Bool) {
        self.point = point
        self.isShown = isShown
    }
}
