/// What a piece of text *is*; a ``Theme`` knows what that looks like.
///
/// How walls use the roles stands in docs/Look.md. Two rules make the eye land on what is wrong: red is for what is past
/// its limit and for nothing else, and gold is what the hand at the keyboard can act on and nothing else.
package enum Ink: Sendable, Hashable, CaseIterable {
    /// Numbers and titles.
    case title
    case text
    /// Units, heads, notes.
    case dim
    /// Rules, the track of a bar, keys that are off: never words that matter.
    case faint
    /// Your hand: keys, 未, 缺, the mark of the row you stand on, matched letters.
    case gold
    /// 逾 as text.
    case red
    /// 滞 as text.
    case orange
    /// 临.
    case near
    /// 常 ✓.
    case green
    /// 结.
    case blue
    /// 待, 挂.
    case grey
    /// The done part of a bar.
    case bar
    /// All text behind a modal.
    case veil
    /// A half of a cell of the map, waves and names on it.
    case wash(Wash)

    /// Those of every wall; washes have a table of their own.
    package static let allCases: [Ink] = [
        .title, .text, .dim, .faint, .gold, .red, .orange, .near, .green, .blue, .grey, .bar, .veil,
    ]
}

/// What lies under a piece of text. Filled means wrong: only 逾 and 滞 have a ground of their own.
package enum Ground: Sendable, Hashable, CaseIterable {
    /// The terminal's own.
    case none
    /// One cell, top left.
    case brand
    /// The ground of 逾; brings its own ink.
    case chipRed
    /// The ground of 滞; brings its own ink.
    case chipOrange
    /// Where the user types.
    case field
    /// A rest day, and a public holiday, on a time axis.
    case rest
    case holiday
    /// A chosen tab or choice: the ground of a selected row, but not a row.
    case active
    /// The map.
    case wash(Wash)

    package static let allCases: [Ground] = [
        .none, .brand, .chipRed, .chipOrange, .field, .rest, .holiday, .active,
    ]
}

/// The look of a cell, in roles. Four bytes, so that cells can be compared as memory.
package struct Style: Sendable, Hashable {
    package var ink: Ink
    package var ground: Ground
    package var marks: Marks
    private var spare: UInt8 = 0

    package init(_ ink: Ink, on ground: Ground = .none, _ marks: Marks = []) {
        self.ink = ink
        self.ground = ground
        self.marks = marks
    }

    // As memory: every frame asks it of every cell, many times.
    package static func == (left: Style, right: Style) -> Bool {
        unsafeBitCast(left, to: UInt32.self) == unsafeBitCast(right, to: UInt32.self)
    }

    package struct Marks: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let bold = Marks(rawValue: 1)
        package static let underline = Marks(rawValue: 2)
        package static let reverse = Marks(rawValue: 4)
        package static let dimmed = Marks(rawValue: 8)
        /// Part of the selected row or card: set by ``Canvas/select(_:)``.
        package static let selected = Marks(rawValue: 16)
        /// A selected row that is not the first of its card: without colours it is not reversed.
        package static let following = Marks(rawValue: 32)
    }
}

extension Style {
    package static let title = Style(.title)
    package static let text = Style(.text)
    package static let dim = Style(.dim)
    package static let faint = Style(.faint)
    package static let gold = Style(.gold)
    package static let red = Style(.red)
    package static let orange = Style(.orange)
    package static let near = Style(.near)
    package static let green = Style(.green)
    package static let blue = Style(.blue)
    package static let grey = Style(.grey)
    package static let bar = Style(.bar)
    package static let veil = Style(.veil)

    package static let brand = Style(.title, on: .brand)
    package static let chipRed = Style(.title, on: .chipRed, .bold)
    package static let chipOrange = Style(.text, on: .chipOrange)
    package static let field = Style(.text, on: .field)
    package static let active = Style(.title, on: .active, .bold)

    package var bold: Style { marked(.bold) }
    package var underlined: Style { marked(.underline) }
    package var reversed: Style { marked(.reverse) }
    package var dimmed: Style { marked(.dimmed) }

    package func on(_ ground: Ground) -> Style { Style(ink, on: ground, marks) }

    package func marked(_ more: Marks) -> Style { Style(ink, on: ground, marks.union(more)) }
}
