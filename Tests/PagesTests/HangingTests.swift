import Pages
import Testing

/// Paragraphs that begin with blanks hang by them, on every kind of paper.
struct HangingTests {
    private func document(_ text: String) -> Document {
        Document(title: "日报", sheet: .a4Portrait, body: [.paragraph(text)])
    }

    @Test func linesBelowBeginWhereTheFirstDoes() throws {
        let text = "  督1 环湖 8 组包户签约：" + String(repeating: "入户两户，约周五再谈。", count: 8)
        let lines = document(text).plainText(columns: 40).split(separator: "\n")
        #expect(lines.count > 3)
        #expect(lines.allSatisfy { $0.hasPrefix("  ") && !$0.hasPrefix("   ") })
        let placed = document(text).placed()
        let begins = Set(placed.pages[0].texts.filter { !$0.text.hasPrefix("第") }.map { $0.text.hasPrefix("  ") })
        #expect(begins == [true])
        #expect(document(text).html().contains("<p style=\"margin-left:1em\">督1 环湖"))
    }

    @Test func whatBeginsWithNoneIsAsItWas() {
        #expect(document("督1 环湖").plainText(columns: 40).hasPrefix("督1 环湖\n"))
        #expect(document("督1 环湖").html().contains("<p>督1 环湖</p>"))
        // Blanks alone are no indent.
        #expect(document("   ").plainText(columns: 40).split(separator: "\n").isEmpty)
    }
}
