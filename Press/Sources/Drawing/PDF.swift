import CPango
public import FoundationEssentials
public import Pages

/// A document as PDF, with all its typefaces embedded.
public struct PDF: Sendable {
    public var bytes: Data
    /// Characters that no installed font can draw. Each is printed as 〓, the printer's mark for a missing type.
    public var missing: [Missing]

    public struct Missing: Sendable, Hashable, Codable {
        public var character: String
        /// Like `U+20BB7`; several for a character that is written with several.
        public var code: String
        /// The first page it stands on, from 1.
        public var page: Int
        public var count: Int
    }

    public struct Failed: Error, Sendable {
        public var reason: String
    }

    /// - Throws: ``Failed`` when cairo cannot go on (memory).
    public init(_ document: PlacedDocument, family: String) throws {
        let sheet = document.sheet
        let pdf = cpango_open(sheet.width.points, sheet.height.points, document.title.printable, family)!
        defer { cpango_free(pdf) }
        var press = Drawer(pdf: pdf)
        for (index, page) in document.pages.enumerated() {
            if index > 0 { cpango_next_page(pdf) }
            press.draw(page, number: index + 1)
        }
        var start: UnsafePointer<UInt8>?
        var count = 0
        if let reason = cpango_finish(pdf, &start, &count) { throw Failed(reason: String(cString: reason)) }
        bytes = Data(UnsafeBufferPointer(start: start, count: count))
        missing = press.missing
    }
}

private struct Drawer {
    let pdf: OpaquePointer
    var missing: [PDF.Missing] = []

    mutating func draw(_ page: PlacedPage, number: Int) {
        for box in page.boxes {
            let grey = 1 - Double(min(100, max(0, box.shade))) / 100
            cpango_fill(pdf, box.x.points, box.y.points, box.width.points, box.height.points, grey)
        }
        for line in page.lines {
            cpango_line(pdf, line.x1.points, line.y1.points, line.x2.points, line.y2.points, line.width.points)
        }
        for text in page.texts {
            for run in text.runs { draw(run, of: text, page: number) }
        }
    }

    private mutating func draw(_ run: PlacedRun, of text: PlacedText, page: Int) {
        let (size, bold) = (text.size.points, text.weight == .bold)
        var string = run.text.printable
        if cpango_unknown(pdf, string, size, bold) > 0 {
            string = string.reduce(into: "") { line, character in
                if cpango_unknown(pdf, String(character), size, bold) > 0 {
                    note(character, page: page)
                    line += "〓"
                } else {
                    line.append(character)
                }
            }
        }
        cpango_text(pdf, string, size, bold, run.x.points, text.baseline.points, run.width.points)
    }

    private mutating func note(_ character: Character, page: Int) {
        if let index = missing.firstIndex(where: { $0.character == String(character) }) {
            missing[index].count += 1
        } else {
            let code = character.unicodeScalars
                .map { "U+" + String($0.value, radix: 16, uppercase: true) }
                .joined(separator: " ")
            missing.append(PDF.Missing(character: String(character), code: code, page: page, count: 1))
        }
    }
}

extension String {
    /// Without control characters: none has a shape, and a zero byte would end the text in C.
    fileprivate var printable: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { $0.properties.generalCategory != .control }))
    }
}
