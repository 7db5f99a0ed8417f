import Pages
import Testing
import Text

// The documents that the tests of this folder print.

enum Printed {
    static let columns: [Table.Column] = [
        .init("序号", minimum: 2, alignment: .centre),
        .init("事项", minimum: 8, share: 2),
        .init("卡点", minimum: 8, share: 1),
        .init("领导意见", minimum: 8, share: 1, isBlank: true),
    ]

    static func list(rows: [[String]], sheet: Sheet = .a4Landscape) -> Document {
        Document(
            title: "清单",
            sheet: sheet,
            body: [
                .heading("清单"), .ends(left: "截至今日", right: "第 1 期"), .table(Table(columns: columns, rows: rows)),
            ],
            closing: [.paragraph("送：各单位"), .blanks(["制表", "审核"])],
            runningHead: .init(left: "清单", right: "第 1 期"),
            runningFoot: .init(left: "数据校验码 3f9a21c0")
        )
    }

    static func rows(_ count: Int, text: String = "湖东路雨污分流") -> [[String]] {
        (1...count).map { ["\($0)", text, "泥浆池未批", ""] }
    }
}

extension PlacedPage {
    /// What stands on the page, in reading order.
    var words: [String] {
        texts.sorted { ($0.baseline, $0.x) < ($1.baseline, $1.x) }.map(\.text)
    }
}
