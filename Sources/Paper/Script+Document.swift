package import Pages
import Text
package import Words

extension Script {
    /// A report on A4, upright.
    ///
    /// - Parameter head: the head of the journal's chain, printed as 数据校验码.
    package func document(signedBy office: String, on day: String, head: String) -> Document {
        var body: [Block] = [.heading(title), .space(.points(4)), .heading(subtitle, TextStyle(size: .points(12)))]
        for section in sections {
            body.append(.space(.points(8)))
            if !section.heading.isEmpty { body.append(.paragraph(section.heading, TextStyle(size: .points(14)))) }
            for line in section.lines { body.append(.paragraph(line)) }
            if !section.rows.isEmpty {
                body.append(.space(.points(4)))
                let columns = section.head.enumerated().map { index, title in
                    Table.Column(
                        title,
                        minimum: index == 0 ? 12 : 8,
                        share: index == 0 ? 3 : 1,
                        alignment: index == 0 ? .left : .centre
                    )
                }
                body.append(.table(Table(columns: columns, rows: section.rows)))
            }
        }
        var closing: [Block] = [.space(.points(10))]
        if !office.isEmpty { closing.append(.ends(left: "", right: "\(office)　\(day)")) }
        return Document(
            title: title,
            sheet: .a4Portrait,
            body: body,
            closing: closing,
            runningFoot: .init(left: "数据校验码 \(head.prefix(8))", right: day)
        )
    }
}
