/// What one terminal can be trusted to draw, and how a text looks there.
///
/// Data is never changed: substitution happens while drawing. Under ``GlyphSet/safe`` and ``GlyphSet/ascii``
/// each ambiguous character gets a form that is straight everywhere (`“` → `「`, `…` → `..`, `①` → `(1)`).
public struct Repertoire: Sendable, Hashable {
    public var glyphs: GlyphSet
    public var ambiguity: Ambiguity
    /// False with eight colours: long rules in the ink of the text would shout, so they are drawn as `-`, and a trend as
    /// numbers.
    public var hasFaintInk: Bool

    public init(_ glyphs: GlyphSet = .rich, ambiguity: Ambiguity = .narrow, hasFaintInk: Bool = true) {
        // On a terminal where ambiguous characters are wide, rich signs would break every row.
        self.glyphs = ambiguity == .wide && glyphs == .rich ? .safe : glyphs
        self.ambiguity = ambiguity
        self.hasFaintInk = hasFaintInk
    }

    public static let rich = Repertoire(.rich)
    public static let safe = Repertoire(.safe)
    public static let ascii = Repertoire(.ascii)

    /// A sign of the program.
    public subscript(glyph: Glyph) -> String {
        if !hasFaintInk, glyph == .rule || glyph == .ruleDashed { return "-" }
        return glyph.form(in: glyphs)
    }

    public var ellipsis: String { self[.ellipsis] }

    /// What is drawn instead of a scalar, or nil if it is drawn as it is.
    public func substitute(for scalar: Unicode.Scalar) -> String? {
        if glyphs == .rich || scalar.value < 0x80 { return nil }
        switch Width.kind(scalar) {
        case .wide, .zero: return nil
        case .narrow: return glyphs == .ascii ? Substitution.ascii[scalar] : nil
        case .ambiguous:
            if glyphs == .ascii, let form = Substitution.ascii[scalar] { return form }
            if let form = Substitution.safe[scalar] { return form }
            // A letter of another alphabet stays, unless this terminal would give it two cells.
            return ambiguity == .wide || !scalar.properties.isAlphabetic ? "?" : nil
        }
    }

    /// A text as it will be drawn.
    public func shown(_ text: String) -> String {
        if glyphs == .rich { return text }
        guard text.unicodeScalars.contains(where: { substitute(for: $0) != nil }) else { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            if let form = substitute(for: scalar) {
                shown += form
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    /// Columns that a text will take when drawn.
    public func columns(_ text: String) -> Int { shown(text).columns(ambiguity) }

    /// A text as it will be drawn into at most `columns`.
    public func cut(_ text: String, to columns: Int) -> String {
        shown(text).cut(to: columns, ellipsis: ellipsis, ambiguity)
    }
}

/// What stands for an ambiguous character where it cannot be drawn.
private enum Substitution {
    static let safe: [Unicode.Scalar: String] = table(.safe, quotes).merging(others) { glyph, _ in glyph }
    static let ascii: [Unicode.Scalar: String] = table(.ascii, asciiQuotes).merging(others) { glyph, _ in glyph }

    /// The program's own signs may also stand in a user's text or in a literal: the same table serves both.
    private static func table(_ set: GlyphSet, _ quotes: [Unicode.Scalar: String]) -> [Unicode.Scalar: String] {
        var forms = quotes
        for glyph in Glyph.allCases {
            forms[glyph.form(in: .rich).unicodeScalars.first!] = glyph.form(in: set)
        }
        return forms
    }

    // Wide brackets are straight on every terminal and read as quotation marks in Chinese.
    private static let quotes: [Unicode.Scalar: String] = [
        "“": "「", "”": "」", "‘": "『", "’": "』", "—": "－",
    ]
    private static let asciiQuotes: [Unicode.Scalar: String] = [
        "“": "\"", "”": "\"", "‘": "'", "’": "'", "—": "--",
    ]

    private static let others: [Unicode.Scalar: String] = {
        var forms: [Unicode.Scalar: String] = [
            "×": "x", "÷": "/", "±": "+-", "°": "度", "℃": "度", "§": "节", "№": "No.", "※": "*", "•": "*",
            "●": "*", "○": "o", "◎": "@", "◆": "*", "◇": "o", "■": "#", "□": "o", "▲": "^", "△": "^", "▼": "v",
            "▽": "v", "★": "*", "☆": "*", "√": "v", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "∞": "oo", "‰": "/1000",
            "⇒": "=>", "▷": ">", "◁": "<", "‖": "||", "\u{FFFD}": "?", "´": "'", "¨": "\"", "¤": "$", "′": "'",
            "″": "\"",
            "½": "1/2", "¼": "1/4", "¾": "3/4", "²": "^2", "³": "^3", "¹": "^1", "▓": "#", "▒": ":",
        ]
        // ① to ⑳, ⑴ to ⒇, ⒈ to ⒛, Ⅰ to Ⅻ
        for number in 1...20 as ClosedRange<UInt32> {
            for first in [0x2460, 0x2474] as [UInt32] { forms[Unicode.Scalar(first + number - 1)!] = "(\(number))" }
            forms[Unicode.Scalar(0x2488 + number - 1)!] = "\(number)."
        }
        let roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
        for (index, numeral) in roman.enumerated() {
            forms[Unicode.Scalar(0x2160 + UInt32(index))!] = numeral
            forms[Unicode.Scalar(0x2170 + UInt32(index))!] = numeral.lowercased()
        }
        return forms
    }()
}
