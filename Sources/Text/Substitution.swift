/// What stands for an ambiguous character where it cannot be drawn.
enum Substitution {
    static let safe: [Unicode.Scalar: String] = table(.safe, quotes).merging(others) { glyph, _ in glyph }
    static let ascii: [Unicode.Scalar: String] = table(.ascii, asciiQuotes).merging(others) { glyph, _ in glyph }

    static let firstDisputed: UInt32 = 0x1F1E6

    /// For the halves of a flag, which are one cell, two, or two for both; and for a colour of the skin, which is none
    /// or two. nil for all others.
    static func disputed(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case firstDisputed...0x1F1FF: String(Unicode.Scalar(UInt8(0x41 + scalar.value - firstDisputed)))
        case 0x1F3FB...0x1F3FF: ""
        default: nil
        }
    }

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
