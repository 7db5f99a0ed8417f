/// What one terminal can be trusted to draw, and how a text looks there.
///
/// Data is never changed: substitution happens while drawing. The two kinds of emoji on whose width no two terminals agree
/// are replaced everywhere: the halves of a flag by their letters, a colour of the skin by nothing. Under ``GlyphSet/safe`` and ``GlyphSet/ascii``
/// each ambiguous character gets a form that is straight everywhere (`“` → `「`, `…` → `..`, `①` → `(1)`).
public struct Repertoire: Sendable, Hashable {
    public var glyphs: GlyphSet
    public var ambiguity: Ambiguity
    /// False with eight colours: long rules in the ink of the text would shout, so they are drawn as `-`, and a trend as
    /// numbers.
    public var hasFaintInk: Bool
    /// False below 256 colours: the map is drawn with lines and patterns, not with soft grounds.
    public var hasWashes: Bool

    public init(
        _ glyphs: GlyphSet = .rich,
        ambiguity: Ambiguity = .narrow,
        hasFaintInk: Bool = true,
        hasWashes: Bool = true
    ) {
        // On a terminal where ambiguous characters are wide, rich signs would break every row.
        self.glyphs = ambiguity == .wide && glyphs == .rich ? .safe : glyphs
        self.ambiguity = ambiguity
        self.hasFaintInk = hasFaintInk
        self.hasWashes = hasWashes
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
        if scalar.value < 0x80 { return nil }
        if scalar.value >= Substitution.firstDisputed, let form = Substitution.disputed(scalar) { return form }
        if glyphs == .rich { return nil }
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
        // The first byte of all that is beyond U+FFFF.
        if glyphs == .rich, !text.utf8.contains(where: { $0 >= 0xF0 }) { return text }
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
