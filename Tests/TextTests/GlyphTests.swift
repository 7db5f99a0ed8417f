import Testing
import Text

@Suite struct GlyphTests {
    @Test(arguments: Glyph.allCases) func formsAreStraight(glyph: Glyph) {
        for set in [GlyphSet.safe, .ascii] {
            for scalar in glyph.form(in: set).unicodeScalars {
                #expect(Width.kind(scalar) == .narrow, "\(glyph) in \(set)")
            }
        }
        #expect(glyph.form(in: .ascii).unicodeScalars.allSatisfy { $0.isASCII })
        let width = { (set: GlyphSet) in glyph.form(in: set).columns() }
        #expect(width(.rich) == 1)
        #expect(width(.safe) == (glyph == .ellipsis ? 2 : 1))
        #expect(width(.ascii) == width(.safe))
        #expect(glyph.form(in: .rich).unicodeScalars.allSatisfy { Glyph.mayDraw($0) })
    }

    @Test(arguments: [
        ("“三供一业”——移交…", "「三供一业」－－移交.."),
        ("① 拆除 ⑫ 复绿 Ⅲ 级", "(1) 拆除 (12) 复绿 III 级"),
        ("35℃ 以上 ±2 → 停工", "35度 以上 +-2 > 停工"),
        ("✓ 已办 ☐ 待办", "✓ 已办 ☐ 待办"),
        ("↑↓ 选", "^v 选"),
        ("督〔2026〕18号", "督〔2026〕18号"),
        ("α 区", "α 区"),
    ])
    func safeSubstitution(text: String, shown: String) {
        #expect(Repertoire.safe.shown(text) == shown)
        #expect(Repertoire.rich.shown(text) == text)
        #expect(Repertoire.safe.columns(text) == shown.columns())
    }

    @Test func asciiSubstitution() {
        #expect(Repertoire.ascii.shown("“✓ 已办” — ▸") == "\"v 已办\" -- >")
    }

    /// On a terminal that draws ambiguous characters wide not one of them may be left.
    @Test func nothingAmbiguousIsLeft() {
        let repertoire = Repertoire(.rich, ambiguity: .wide)
        #expect(repertoire.glyphs == .safe)
        for code in 0x20...0x1FFFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(code), Width.kind(scalar) == .ambiguous else { continue }
            let shown = repertoire.shown(String(Character(scalar)))
            #expect(shown.unicodeScalars.allSatisfy { Width.kind($0) != .ambiguous }, "U+\(String(code, radix: 16))")
        }
    }

    /// On whose width no two terminals agree.
    @Test(arguments: [Repertoire.rich, .safe, .ascii]) func flagsAreLetters(repertoire: Repertoire) {
        #expect(repertoire.shown("🇨🇳队 👍🏽 𠮷") == "CN队 👍 𠮷")
        #expect(repertoire.columns("🇨🇳👍🏽") == 4)
    }

    @Test func plainRules() {
        let repertoire = Repertoire(.rich, hasFaintInk: false)
        #expect(repertoire[.rule] == "-")
        #expect(repertoire[.barRest] == "─")
    }

    @Test(
        arguments: [
            ("督", true), ("，", true), ("a", true), ("━", true), ("⠿", true), ("🔴", false), ("♥", false),
            ("\u{200B}", false),
        ]
            as [(Unicode.Scalar, Bool)]
    )
    func mayDraw(scalar: Unicode.Scalar, allowed: Bool) {
        #expect(Glyph.mayDraw(scalar) == allowed)
    }
}
