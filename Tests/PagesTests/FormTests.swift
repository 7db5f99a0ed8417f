import Pages
import Testing
import Text

@Suite("A document as plain text")
struct PlainTextTests {
    @Test("Cells wrap, columns stay right, nothing is cut")
    func table() {
        let document = Printed.list(rows: [["1", "湖东路（湖滨—望江段）改造", "“三无”", ""], ["2", "含 GIS 标注", "", ""]])
        #expect(
            document.plainText(columns: 48) == """
                                      清单
                截至今日                                 第 1 期
                +----+----------------+----------+-------------+
                | 序 |      事项      |   卡点   |  领导意见   |
                | 号 |                |          |             |
                +====+================+==========+=============+
                | 1  | 湖东路（湖滨—  | “三无”   |             |
                |    | 望江段）改造   |          |             |
                +----+----------------+----------+-------------+
                | 2  | 含 GIS 标注    |          |             |
                +----+----------------+----------+-------------+
                送：各单位

                制表 ____________    审核 ____________
                数据校验码 3f9a21c0

                """
        )
    }

    @Test("Every line of a table takes the same columns, at any width", arguments: [20, 40, 80, 160, 240])
    func straight(columns: Int) {
        let document = Printed.list(rows: Printed.rows(3, text: "沿街商铺消防通道占用整治（第二批，含 GIS 标注 128 处）"))
        let widths = document.plainText(columns: columns).split(separator: "\n")
            .filter { $0.hasPrefix("|") || $0.hasPrefix("+") }.map { $0.columns() }
        #expect(Set(widths).count == 1)
        #expect(widths.first == max(columns, 39))
    }
}

@Suite("A document as HTML")
struct HTMLTests {
    @Test("A real table on a sheet of the right size, with its head marked as such")
    func structure() {
        let html = Printed.list(rows: Printed.rows(1)).html()
        #expect(html.contains("size: A4 landscape;"))
        #expect(html.contains("<thead><tr><th>序号</th><th>事项</th><th>卡点</th><th>领导意见</th></tr></thead>"))
        #expect(
            html.contains(
                "<tr><td style=\"text-align:center\">1</td><td>湖东路雨污分流</td><td>泥浆池未批</td><td></td></tr>"
            )
        )
        #expect(html.contains("<p>数据校验码 3f9a21c0</p>"))
    }

    @Test("No text becomes markup, and no other file is asked for")
    func escaped() {
        let evil = "</td><script>alert(1)</script>&\"'\u{1B}[31m"
        var document = Printed.list(rows: [["1", evil, evil, ""]])
        document.title = evil
        document.runningFoot = .init(left: evil)
        document.body.append(.paragraph(evil))
        let html = document.html()
        #expect(!html.contains("<script"))
        #expect(!html.unicodeScalars.contains("\u{1B}"))
        #expect(html.contains("&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;[31m"))
        #expect(!html.contains("http"))
        #expect(!html.contains("src="))
    }
}
