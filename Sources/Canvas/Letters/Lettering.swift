import Text

/// How large a text is written: in ordinary cells, or in letters of dots.
package struct Lettering: Sendable, Hashable {
    /// nil: ordinary cells.
    package let letters: LetterSet?
    package let grain: Grain

    /// How many dots a cell holds.
    package enum Grain: Sendable, Hashable {
        /// One beside another, two above each other: solid, readable across a room.
        case halves
        /// Two by four, of Braille: half as wide and half as high, and lighter.
        case dots
    }

    package init(_ letters: LetterSet?, _ grain: Grain = .halves) {
        self.letters = letters
        self.grain = grain
    }

    package static let ordinary = Lettering(nil)

    package var isOrdinary: Bool { letters == nil }

    /// Rows of cells that a line takes.
    package var rows: Int {
        guard let letters else { return 1 }
        return grain == .halves ? (letters.height + 1) / 2 : (letters.height + 3) / 4
    }
}

/// The letters that a program found, by their size. Without any, everything is written in ordinary cells.
package struct Typecase: Sendable, Hashable {
    package var words16: LetterSet?
    package var words24: LetterSet?
    package var heading32: LetterSet?
    /// Figures only, small to large.
    package var digits: [LetterSet]

    package init(
        words16: LetterSet? = nil,
        words24: LetterSet? = nil,
        heading32: LetterSet? = nil,
        digits: [LetterSet] = []
    ) {
        self.words16 = words16
        self.words24 = words24
        self.heading32 = heading32
        self.digits = digits
    }

    package static let empty = Typecase()
}

extension Canvas {
    /// Cells that a text takes from left to right; nil where a letter is missing in this size.
    package func columns(_ text: String, _ lettering: Lettering) -> Int? {
        guard let letters = lettering.letters else { return columns(text) }
        return letters.width(text).map { lettering.grain == .halves ? $0 : ($0 + 1) / 2 }
    }

    /// The first of these sizes in which a text fits; the last one, if none does.
    package func fitting(_ text: String, _ letterings: [Lettering], width: Int) -> Lettering {
        letterings.first { lettering in columns(text, lettering).map { $0 <= width } ?? false } ?? letterings.last
            ?? .ordinary
    }

    /// Writes a text in a size, its top left corner at (`x`, `y`), and returns the cells it took.
    ///
    /// A text with a letter that the size does not have is written in ordinary cells in the middle row: never a box, and
    /// never half a word.
    @discardableResult
    package func put(_ text: String, x: Int, y: Int, _ style: Style = .text, _ lettering: Lettering) -> Int {
        guard let letters = lettering.letters, letters.width(text) != nil else {
            return put(text, x: x, y: y + (lettering.rows - 1) / 2, style.bold)
        }
        var dots = 0
        var rows = [[UInt64]]()
        var widths: [Int] = []
        for scalar in text.unicodeScalars {
            guard let letter = letters[scalar] else { continue }
            rows.append(letter.rows)
            widths.append(letter.width)
            dots += letter.width
        }
        // One row of dots after another, the letters side by side.
        var ink = [Bool](repeating: false, count: dots * letters.height)
        for row in 0..<letters.height {
            var column = row * dots
            for (bits, width) in zip(rows, widths) {
                for dot in 0..<width where bits[row] >> UInt64(width - 1 - dot) & 1 == 1 { ink[column + dot] = true }
                column += width
            }
        }
        let field = DotField(width: dots, height: letters.height, ink: ink)
        switch lettering.grain {
        case .halves: putHalves(field, x: x, y: y, style)
        case .dots: putDots(field, x: x, y: y, style)
        }
        return columns(text, lettering) ?? 0
    }

    /// The same, ending before column `right`.
    @discardableResult
    package func put(_ text: String, right: Int, y: Int, _ style: Style = .text, _ lettering: Lettering) -> Int {
        put(text, x: right - (columns(text, lettering) ?? columns(text)), y: y, style, lettering)
    }

    private func putHalves(_ field: DotField, x: Int, y: Int, _ style: Style) {
        // Braille is one column on every terminal, the half blocks are not.
        let (upper, lower, full) =
            switch repertoire.glyphs {
            case .rich: (repertoire[.upperHalf], repertoire[.lowerHalf], repertoire[.full])
            case .safe: ("⠛", "⣤", "⣿")
            case .ascii: (repertoire[.full], repertoire[.full], repertoire[.full])
            }
        for row in 0..<(field.height + 1) / 2 {
            for column in 0..<field.width {
                switch (field[column, row * 2], field[column, row * 2 + 1]) {
                case (true, true): put(full, x: x + column, y: y + row, style)
                case (true, false): put(upper, x: x + column, y: y + row, style)
                case (false, true): put(lower, x: x + column, y: y + row, style)
                case (false, false): break
                }
            }
        }
    }

    private func putDots(_ field: DotField, x: Int, y: Int, _ style: Style) {
        for row in 0..<(field.height + 3) / 4 {
            for column in 0..<(field.width + 1) / 2 {
                var pattern: UInt32 = 0
                for (bit, dot) in DotField.braille.enumerated() where field[column * 2 + dot.x, row * 4 + dot.y] {
                    pattern |= 1 << UInt32(bit)
                }
                guard pattern != 0, let scalar = Unicode.Scalar(0x2800 + pattern) else { continue }
                put(String(scalar), x: x + column, y: y + row, style)
            }
        }
    }
}

/// Dots that are ink or not.
private struct DotField {
    let width: Int
    let height: Int
    let ink: [Bool]

    subscript(x: Int, y: Int) -> Bool { x < width && y < height ? ink[y * width + x] : false }

    /// The eight dots of a Braille cell in the order of their bits.
    static let braille: [Point] = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)].map {
        Point(x: $0.0, y: $0.1)
    }
}
