/// Which signs a terminal can be trusted with.
public enum GlyphSet: String, Sendable, Hashable, CaseIterable, Codable {
    /// Box lines, bars, trends, arrows; some of them are East Asian Ambiguous.
    case rich
    /// Nothing ambiguous, so the columns stay straight on every UTF-8 terminal.
    case safe
    /// Nothing beyond ASCII, for a font that has no signs.
    case ascii
}

/// Every sign that the program draws and that is not a letter, a digit or ASCII.
///
/// Walls name the sign, not the character; ``Glyph/form(in:)`` is the only table. All forms of a sign take
/// one column, except the ellipsis (`..` outside ``GlyphSet/rich``).
public enum Glyph: String, Sendable, Hashable, CaseIterable {
    // Rules and frames
    case rule, ruleHeavy, ruleDashed
    case wall, wallHeavy
    case topLeft, topRight, bottomLeft, bottomRight
    case teeDown, teeUp, teeRight, teeLeft, cross
    case heavyTopLeft, heavyTopRight, heavyBottomLeft, heavyBottomRight, heavyTeeLeft, heavyTeeDown
    case heavyTeeRight, heavyTeeUp, heavyCross
    // Bars: done, owed by today, still to do, where the plan stands
    case barDone, barOwed, barRest, barPlan
    // Trends, low to high
    case trend1, trend2, trend3, trend4, trend5, trend6
    // Marks
    case check, crossMark, box, square, squareHollow, flag, rowMark, thumb
    case more, below, above, playing, playingBack, crumb
    // Arrows and text
    case left, right, up, down
    case ellipsis, dot, dash
    // Blocks for large digits and maps
    case full, upperHalf, lowerHalf
    // The end as it is expected: until the earliest day, until the latest, and the middle
    case tail, tailRange, tailMiddle
}

extension Glyph {
    /// The characters of this sign in a glyph set.
    public func form(in set: GlyphSet) -> String {
        let forms = forms
        return switch set {
        case .rich: forms.rich
        case .safe: forms.safe
        case .ascii: forms.ascii
        }
    }

    private typealias Forms = (rich: String, safe: String, ascii: String)

    private var forms: Forms {
        switch self {
        case .rule: ("─", "-", "-")
        case .ruleHeavy: ("━", "=", "=")
        case .ruleDashed: ("┄", "-", "-")
        case .wall: ("│", "|", "|")
        case .wallHeavy: ("┃", "|", "|")
        case .topLeft: ("┌", "+", "+")
        case .topRight: ("┐", "+", "+")
        case .bottomLeft: ("└", "+", "+")
        case .bottomRight: ("┘", "+", "+")
        case .teeDown: ("┬", "+", "+")
        case .teeUp: ("┴", "+", "+")
        case .teeRight: ("├", "+", "+")
        case .teeLeft: ("┤", "+", "+")
        case .cross: ("┼", "+", "+")
        case .heavyTopLeft: ("┏", "+", "+")
        case .heavyTopRight: ("┓", "+", "+")
        case .heavyBottomLeft: ("┗", "+", "+")
        case .heavyBottomRight: ("┛", "+", "+")
        case .heavyTeeLeft: ("┫", "+", "+")
        case .heavyTeeDown: ("┳", "+", "+")
        case .heavyTeeRight: ("┣", "+", "+")
        case .heavyTeeUp: ("┻", "+", "+")
        case .heavyCross: ("╋", "+", "+")
        case .barDone: ("━", "=", "=")
        case .barOwed: ("╍", ":", ":")
        case .barRest: ("─", "-", "-")
        case .barPlan: ("│", "|", "|")
        case .trend1: ("▁", "1", "1")
        case .trend2: ("▂", "2", "2")
        case .trend3: ("▃", "3", "3")
        case .trend4: ("▄", "4", "4")
        case .trend5: ("▅", "5", "5")
        case .trend6: ("▆", "6", "6")
        case .check: ("✓", "✓", "v")
        case .crossMark: ("✗", "✗", "x")
        case .box: ("☐", "☐", "o")
        case .square: ("▪", "▪", "*")
        case .squareHollow: ("▫", "▫", "o")
        case .flag: ("⚑", "⚑", "!")
        case .rowMark: ("▌", ">", ">")
        case .thumb: ("▐", "▐", "|")
        case .more: ("▸", "▸", ">")
        case .below: ("▾", "▾", "v")
        case .above: ("▴", "▴", "^")
        case .playing: ("▶", "▸", ">")
        case .playingBack: ("◀", "<", "<")
        case .crumb: ("›", "›", ">")
        case .left: ("←", "<", "<")
        case .right: ("→", ">", ">")
        case .up: ("↑", "^", "^")
        case .down: ("↓", "v", "v")
        case .ellipsis: ("…", "..", "..")
        case .dot: ("·", ".", ".")
        case .dash: ("–", "-", "-")
        case .full: ("█", "#", "#")
        case .upperHalf: ("▀", "\"", "\"")
        case .lowerHalf: ("▄", "_", "_")
        case .tail: ("⠒", "⠒", ".")
        case .tailRange: ("⠶", "⠶", ":")
        case .tailMiddle: ("⠿", "⠿", "%")
        }
    }

    /// Whether it is a piece of a drawing and no sign of its own: an underline in the ink of a light is no part of it.
    public var isDrawing: Bool {
        switch self {
        case .barDone, .barOwed, .barRest, .barPlan, .square, .squareHollow, .full, .tail, .tailRange, .tailMiddle: true
        default: Glyph.trend.contains(self)
        }
    }

    /// The signs of a trend from lowest to highest.
    public static let trend: [Glyph] = [.trend1, .trend2, .trend3, .trend4, .trend5, .trend6]

    /// Whether a wall may draw this character by itself: letters, digits, Chinese punctuation, ASCII,
    /// Braille, and the rich signs of this table. What is not here fails a test.
    public static func mayDraw(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0x3000...0x303F, 0xFF01...0xFF5E, 0xFFE5, 0x2800...0x28FF: return true
        default: break
        }
        switch Width.kind(scalar) {
        case .wide: return scalar.properties.isAlphabetic
        case .zero: return false
        case .narrow, .ambiguous: return known.contains(scalar) || scalar.properties.isAlphabetic
        }
    }

    private static let known: Set<Unicode.Scalar> = Set(
        allCases.flatMap { $0.form(in: .rich).unicodeScalars } + ["“", "”", "‘", "’", "—", "×", "°", "℃"]
    )
}
