import FoundationEssentials
import Pages
import Testing
import Text

@Suite("Pages with a place for every line")
struct PlacingTests {
    @Test("A short list is one page, from the heading to the page number")
    func onePage() {
        let placed = Printed.list(rows: Printed.rows(2)).placed()
        #expect(
            placed.pages.map(\.words) == [
                [
                    "清单", "截至今日", "第 1 期", "序", "事项", "卡点", "领导意见", "号", "1", "湖东路雨污分流", "泥浆池未批", "2",
                    "湖东路雨污分流", "泥浆池未批", "送：各单位", "制表", "审核", "数据校验码 3f9a21c0", "第 1 页共 1 页",
                ]
            ]
        )
    }

    @Test("Each page has the head of the table and its number; each row stands on one page, once")
    func manyPages() {
        let pages = Printed.list(rows: Printed.rows(90)).placed().pages
        #expect(pages.count == 4)
        for (index, page) in pages.enumerated() {
            #expect(page.words.contains("领导意见"))
            #expect(page.words.last == "第 \(index + 1) 页共 4 页")
            #expect(page.words.contains("清单"))
        }
        let numbers = pages.flatMap(\.words).compactMap(Int.init)
        #expect(numbers == Array(1...90))
        #expect(pages.flatMap(\.words).count { $0 == "送：各单位" } == 1)
    }

    @Test("Signatures never stand under nothing: the last row comes along", arguments: 20...50)
    func closing(rows: Int) throws {
        let last = try #require(Printed.list(rows: Printed.rows(rows)).placed().pages.last)
        #expect(last.words.contains("\(rows)"))
        #expect(last.words.contains("审核"))
    }

    @Test("Only a row taller than a page is divided, and no word of it is lost")
    func tallRow() {
        let story = (1...400).map { "第\($0)次上门；" }.joined()
        let pages = Printed.list(rows: [["1", story, "", ""], ["2", "短", "", ""]]).placed().pages
        #expect(pages.count > 1)
        let printed = pages.flatMap { page in
            page.words.filter { $0.contains("次") || $0.contains("上门") || $0.contains("；") || $0.contains("第") }
        }
        .filter { !$0.hasSuffix("页") && !$0.hasSuffix("期") }
        .joined()
        #expect(printed == story)
    }

    @Test("Nothing leaves the sheet, and no text leaves its cell")
    func inside() {
        let long = "https://example.invalid/" + String(repeating: "a", count: 300)
        let rows = [["1", long, "“三无”……（第二批）", ""], ["1234567", "含 GIS 标注 128 处", long, ""]]
        let document = Printed.list(rows: rows, sheet: .a4Portrait)
        for page in document.placed().pages {
            let edges = Set(page.lines.filter { $0.x1 == $0.x2 }.map(\.x1)).sorted()
            for text in page.texts {
                let end = text.runs.reduce(text.x) { max($0, $1.x + $1.width) }
                #expect(text.x >= document.margins.left)
                #expect(end <= document.sheet.width - document.margins.right)
                #expect(text.baseline < document.sheet.height)
                #expect(text.size >= TextStyle.smallest)
                let inTable = page.boxes.contains { text.baseline > $0.y } && !text.text.contains("页")
                if inTable, !["送：各单位", "制表", "审核", "数据校验码 3f9a21c0"].contains(text.text) {
                    #expect(!edges.contains { $0 > text.x && $0 < end }, "\(text.text) crosses a line")
                }
            }
        }
    }

    @Test("Nothing is set smaller than 五号, whatever is asked for")
    func smallest() {
        #expect(TextStyle(size: .points(6)).size == Length(twips: 210))
        #expect(TextStyle(size: .points(22)).size == .points(22))
    }

    @Test("Full and half width characters are runs of their own, each in its place")
    func runs() {
        let text = PlacedText(text: "督147号", x: .points(10), baseline: .zero, size: .points(10), weight: .regular)
        #expect(
            text.runs == [
                PlacedRun(text: "督", x: .points(10), width: .points(10)),
                PlacedRun(text: "147", x: .points(20), width: .points(15)),
                PlacedRun(text: "号", x: .points(35), width: .points(10)),
            ]
        )
    }
}

@Suite("Placed pages as JSON")
struct PlacedJSONTests {
    @Test("What is written is read again")
    func roundTrip() throws {
        let placed = Printed.list(rows: Printed.rows(3)).placed()
        #expect(try PlacedDocument(json: placed.json()) == placed)
    }

    @Test("The form is a promise to guatu-press")
    func form() throws {
        let page = PlacedPage(
            texts: [PlacedText(text: "督", x: .points(1), baseline: .points(2), size: .points(12), weight: .bold)],
            lines: [PlacedLine(x1: .zero, y1: .zero, x2: .points(3), y2: .zero, width: Length(twips: 10))],
            boxes: [PlacedBox(x: .zero, y: .zero, width: .points(4), height: .points(5), shade: 8)]
        )
        let placed = PlacedDocument(title: "清单", sheet: .a4Portrait, pages: [page])
        #expect(
            String(decoding: try placed.json(), as: UTF8.self) == """
                {"pages":[{"boxes":[{"height":100,"shade":8,"width":80,"x":0,"y":0}],\
                "lines":[{"width":10,"x1":0,"x2":60,"y1":0,"y2":0}],\
                "texts":[{"baseline":40,"size":240,"text":"督","weight":"bold","x":20}]}],\
                "schema":1,"sheet":{"height":16838,"width":11906},"title":"清单"}
                """
        )
    }

    @Test("A newer form is refused by its number, other JSON as it is")
    func refused() throws {
        let newer = String(decoding: try Printed.list(rows: []).placed().json(), as: UTF8.self)
            .replacing("\"schema\":1", with: "\"schema\":2")
        #expect(throws: PlacedDocument.UnknownSchema(found: 2, known: 1)) {
            _ = try PlacedDocument(json: Data(newer.utf8))
        }
        #expect(throws: DecodingError.self) { _ = try PlacedDocument(json: Data("{}".utf8)) }
    }
}
