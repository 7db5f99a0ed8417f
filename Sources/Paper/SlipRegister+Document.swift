package import Ledger
package import Pages
import Text
import Words

extension SlipRegister {
    /// The register on A4 landscape.
    package func document(today: Day, head: String) -> Document {
        let words = Words.chinese
        let title = "\(ledger.committee.name.string)督办单据登记簿"
        let void = entries.count { $0.slip.voided != nil }
        let unanswered = entries.count { $0.slip.isUnanswered }
        let rows = entries.map { cells($0, words) }
        let summary = "共 \(entries.count) 张，未回复 \(unanswered) 张，作废 \(void) 张"
        return Document(
            title: title,
            sheet: .a4Landscape,
            body: [.heading(title), .space(.points(4)), .ends(left: "\(year)年", right: summary), .space(.points(4))]
                + (rows.isEmpty
                    ? [.paragraph("本年尚无单据", .lead, .centre)] : [.table(Table(columns: Self.paperColumns, rows: rows))]),
            closing: [.space(.points(6)), .blanks(["登记", "审核"])],
            runningHead: .init(left: title, right: "\(year)年"),
            runningFoot: .init(left: "数据校验码 \(head.prefix(8))", right: "\(words.long(today)) 打印")
        )
    }

    private static let paperColumns: [Table.Column] = [
        .init("文号", minimum: 18), .init("单据", minimum: 6, alignment: .centre),
        .init("事项\n编号", minimum: 6, alignment: .centre), .init("事项", minimum: 16, share: 4),
        .init("责任单位", minimum: 10, share: 1), .init("签发", minimum: 6, alignment: .centre),
        .init("签发人", minimum: 6, alignment: .centre), .init("答复\n期限", minimum: 6, alignment: .centre),
        .init("送达", minimum: 6, alignment: .centre), .init("签收", minimum: 6, alignment: .centre),
        .init("回复", minimum: 6, alignment: .centre), .init("备注", minimum: 10, share: 2),
    ]
}
