import FoundationEssentials
import Pages
import Testing

@testable import Drawing
@testable import guatu_press

private func document(_ text: String, sheet: Sheet = .a4Landscape, pages: Int = 1) -> PlacedDocument {
    let line = PlacedText(text: text, x: .points(40), baseline: .points(60), size: .points(12), weight: .regular)
    let rule = PlacedLine(x1: .zero, y1: .points(70), x2: sheet.width, y2: .points(70), width: Length(twips: 10))
    let box = PlacedBox(x: .zero, y: .zero, width: sheet.width, height: .points(20), shade: 8)
    let page = PlacedPage(texts: [line], lines: [rule], boxes: [box])
    return PlacedDocument(title: "清单", sheet: sheet, pages: Array(repeating: page, count: pages))
}

@Suite("PDF", .serialized)
struct PDFTests {
    let family: String

    init() throws {
        family = try #require(Typeface.choose(asked: nil), "these tests need a Chinese font: fonts-wqy-microhei")
    }

    @Test("The sheet and the pages are as asked", arguments: [Sheet.a4Landscape, .a4Portrait], [1, 3])
    func sheets(sheet: Sheet, count: Int) throws {
        let pdf = try PDF(document("督147 逾期", sheet: sheet, pages: count), family: family)
        let text = String(decoding: pdf.bytes, as: UTF8.self)
        #expect(pdf.bytes.starts(with: Data("%PDF-1.".utf8)))
        #expect(text.contains("/Count \(count)\n"))
        #expect(text.contains(sheet.isLandscape ? "/MediaBox [ 0 0 841.9 595.3" : "/MediaBox [ 0 0 595.3 841.9"))
        #expect(pdf.missing.isEmpty)
    }

    @Test("The typeface is embedded")
    func embedded() throws {
        let pdf = try PDF(document("督147 逾期"), family: family)
        #expect(String(decoding: pdf.bytes, as: UTF8.self).contains("/FontFile"))
    }

    @Test("A character that no font has is named with its code and its first page, and the rest is printed")
    func missing() throws {
        let pdf = try PDF(document("李\u{10FFFD}某\u{10FFFD}", pages: 2), family: family)
        #expect(
            pdf.missing == [PDF.Missing(character: "\u{10FFFD}", code: "U+10FFFD", page: 1, count: 4)]
        )
    }

    @Test("Control characters are no characters")
    func control() throws {
        #expect(try PDF(document("督\u{0}\u{1B}\u{7}147"), family: family).missing.isEmpty)
    }

    @Test("A typeface that is not installed is replaced")
    func replaced() {
        #expect(Typeface.choose(asked: "no such typeface") == family)
    }
}

@Suite("The command line of guatu-press")
struct ArgumentsTests {
    @Test("What is given is understood")
    func understood() throws {
        let arguments = try Arguments(["pages.json", "-o", "out.pdf", "--font", "SimSun"])
        #expect(arguments.input == "pages.json")
        #expect(arguments.output == "out.pdf")
        #expect(arguments.font == "SimSun")
        #expect(try Arguments(["-"]).input == nil)
        #expect(try Arguments(["--help"]).help)
    }

    @Test("What is not understood is named", arguments: [["--pdf"], ["-o"], ["a.json", "b.json"]])
    func wrong(arguments: [String]) {
        #expect(throws: Arguments.Wrong(argument: arguments.last!)) { _ = try Arguments(arguments) }
    }
}
