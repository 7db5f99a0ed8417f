import Foundation
import Testing
import Text

@Suite struct CleanTextTests {
    @Test(
        arguments: [
            ("湖东路雨污分流", "湖东路雨污分流"),
            ("  两头有空格　", "两头有空格"),
            ("一行\r\n两行\t三", "一行 两行 三"),
            ("行\u{2028}段\u{2029}尾", "行 段 尾"),
            ("红\u{1B}[31m字\u{1B}]0;pwned\u{7}", "红\u{FFFD}[31m字\u{FFFD}]0;pwned\u{FFFD}"),
            ("c1\u{9B}31m", "c1\u{FFFD}31m"),
            ("a\u{0}b\u{7F}c", "a\u{FFFD}b\u{FFFD}c"),
            ("\u{202E}反\u{202C}", "\u{FFFD}反\u{FFFD}"),
            ("\u{2066}隔\u{2069}", "\u{FFFD}隔\u{FFFD}"),
            ("\u{1F468}\u{200D}\u{1F469}", "\u{1F468}\u{1F469}"),
            ("⚠\u{FE0F}", "⚠"),
            ("\u{FEFF}贺\u{200B}知\u{2060}远", "贺知远"),
            ("\u{E0041}标\u{E0042}签", "标签"),
            ("私用\u{E123}字", "私用\u{E123}字"),
            ("生僻𠮷𫚉", "生僻𠮷𫚉"),
            (" \n\t ", ""),
            ("", ""),
        ] as [(String, String)]
    )
    func cleans(raw: String, clean: String) {
        #expect(CleanText(raw).string == clean)
        #expect(CleanText(clean).string == clean, "cleaning twice changes nothing")
    }

    @Test func brokenBytesAreVisible() {
        let gbk: [UInt8] = [0xBD, 0xD6, 0xB5, 0xC0]
        #expect(CleanText(utf8: gbk).string == "\u{FFFD}\u{5B5}\u{FFFD}")
        #expect(CleanText(utf8: [0x41, 0xFF, 0x42]).string == "A\u{FFFD}B")
        #expect(CleanText(utf8: Array("督办".utf8)).string == "督办")
    }

    /// No scalar whatever can make a clean text hold a control, a direction or half a line.
    @Test func nothingHarmfulPasses() {
        for code in [0...0x1FFFF, 0xE0000...0xE0FFF].joined() as FlattenSequence<[ClosedRange<UInt32>]> {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let clean = CleanText("甲\(Character(scalar))乙").string
            let harmful = clean.unicodeScalars.contains { scalar in
                switch scalar.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator: true
                case .format: scalar.properties.isBidiControl || Width.of(scalar) == 0
                default: scalar.properties.isNoncharacterCodePoint
                }
            }
            #expect(!harmful || Self.tolerated.contains(code), "U+\(String(code, radix: 16))")
        }
    }

    /// Format characters that do nothing to a line: shorthand and hieroglyph joiners.
    static let tolerated = Set(0x13430...0x1343F as ClosedRange<UInt32>)

    /// The quick look at bytes and the long look at scalars agree on every scalar.
    @Test func theQuickLookAgrees() {
        for code in 0...0xFFFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let text = "甲\(Character(scalar))乙"
            // A character that is surely not plain makes the cleaner look closer at the whole text.
            let looked = CleanText(text + "\u{E9}").string
            #expect(CleanText(text).string + "\u{E9}" == looked, "U+\(String(code, radix: 16))")
        }
    }

    @Test func isAPlainStringInFiles() throws {
        let text: CleanText = "环湖 8 组“包户”签约"
        let data = try JSONEncoder().encode([text])
        #expect(String(decoding: data, as: UTF8.self) == #"["环湖 8 组“包户”签约"]"#)
        let back = try JSONDecoder().decode([CleanText].self, from: data)
        #expect(back == [text])
        let hostile = try JSONDecoder().decode([CleanText].self, from: Data(#"["a\u001b[2Jb"]"#.utf8))
        #expect(hostile == ["a\u{FFFD}[2Jb"])
    }

    @Test func proseKeepsItsLines() {
        let prose = CleanProse("\n第一段\r\n\t第二段\u{1B}[1m  \n\n第四行\n\n")
        #expect(prose.string == "第一段\n第二段\u{FFFD}[1m\n\n第四行")
        #expect(prose.lines == ["第一段", "第二段\u{FFFD}[1m", "", "第四行"])
        #expect(CleanProse(prose.string) == prose)
        #expect(CleanProse(" \n ").isEmpty)
    }

    @Test func ordersByScalars() {
        #expect(["督2", "督1", "A"].map { CleanText($0) }.sorted() == ["A", "督1", "督2"])
    }
}
