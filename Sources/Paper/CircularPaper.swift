package import Ledger
package import Pages
import Supervision
import Text
import Words

/// A 通报稿 in the layout of GB/T 9704: 28 characters by 22 lines, the number left blank for the 党政办. A draft: the
/// program publishes nothing.
package struct CircularPaper: Sendable {
    private let ledger: Ledger
    private let now: Moment
    private let rows: [(matter: Matter, judgement: Judgement)]

    /// - Parameter matters: what is circulated; what is not overdue is left out, for it is never circulated.
    package init(_ matters: [Matter], in ledger: Ledger, at now: Moment) {
        self.ledger = ledger
        self.now = now
        let judge = Judge(ledger, at: now)
        rows = matters.map { ($0, judge.judge($0)) }.filter { $0.1.light == .red }
            .sorted {
                ($0.0.lead?.rawValue ?? .max, $0.0.number.rawValue) < (
                    $1.0.lead?.rawValue ?? .max, $1.0.number.rawValue
                )
            }
    }

    package var count: Int { rows.count }

    package func document(head: String) -> Document {
        let words = Words.chinese
        let committee = ledger.committee
        let today = now.day(ledger.offset)
        let body = CircularPaper.body
        var blocks: [Block] = [
            .heading(committee.fullName.string, CircularPaper.mark),
            .space(CircularPaper.line),
            .paragraph("\(committee.prefix.string)〔\(today.year)〕　　号", body, .centre),
            .space(CircularPaper.line),
            .heading(title, CircularPaper.title),
            .space(CircularPaper.line),
            .paragraph("各有关单位：", body),
        ]
        func paragraph(_ text: String) { blocks.append(.paragraph("　　" + text, body)) }
        paragraph("现将有关事项办理情况通报如下。")
        paragraph("一、总体情况")
        paragraph("截至\(words.long(today))，本次通报逾期未办结事项\(rows.count)件，涉及\(units.count)个单位。")
        paragraph("二、逾期事项")
        for (index, row) in rows.enumerated() {
            paragraph("（\(CircularPaper.ordinal(index + 1))）\(sentence(row.matter, row.judgement))")
        }
        paragraph("三、工作要求")
        paragraph("请各有关单位对照上述事项，查明原因，落实责任，限期办结，并书面报告办理结果。")
        var document = Document(
            title: title,
            sheet: .a4Portrait,
            margins: CircularPaper.margins,
            body: blocks,
            closing: [
                .space(CircularPaper.line),
                .paragraph(committee.fullName.string + "　　", body, .right),
                .paragraph(words.long(today) + "　　　　", body, .right),
            ],
            runningFoot: .init(left: "送审稿　数据校验码 \(head.prefix(8))", right: "")
        )
        document.hasDashedNumbers = true
        return document
    }

    private var units: Set<UnitID> { Set(rows.compactMap(\.matter.lead)) }

    private var title: String {
        let name = rows.count == 1 ? CircularPaper.name(rows[0].matter) : "\(rows.count)件督办事项"
        return "关于\(name)办理情况的通报"
    }

    /// 「雨污分流专班牵头的湖东路雨污分流 7 号井段复工（督2），时限2026年11月4日，逾12个工作日…」 unit and post, no names.
    private func sentence(_ matter: Matter, _ judgement: Judgement) -> String {
        let words = Words.chinese
        var parts = [
            "\(words.fullName(matter.lead, in: ledger))牵头的\(CircularPaper.name(matter))（\(words.number(matter))）"
        ]
        if let due = matter.due { parts.append("时限\(words.long(due.day(ledger.offset)))") }
        if let original = matter.originalDue, original != matter.due {
            parts.append("原定\(words.long(original.day(ledger.offset)))")
        }
        parts.append(judgement.overdueWorkdays > 0 ? "逾期\(judgement.overdueWorkdays)个工作日" : "已过时限")
        if let line = matter.quantity { parts.append("完成\(words.quantity(line))") }
        let slips = matter.ladder.slips.filter(\.isInForce).compactMap(\.number?.text)
        if !slips.isEmpty { parts.append("已发\(slips.joined(separator: "、"))") }
        return parts.joined(separator: "，") + "。"
    }

    /// Titles of demands and petitions may tell of residents: they are named by what they are.
    private static func name(_ matter: Matter) -> String {
        let words = Words.chinese
        if matter.source == .petition { return words.name(matter.source) + "事项" }
        return matter.kind == .demand ? words.name(matter.kind) + "事项" : words.title(matter)
    }

    /// 一, 十二, 二十.
    static func ordinal(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1...99).contains(number) else { return String(number) }
        let tens = number / 10
        return (tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十") + digits[number % 10]
    }

    // MARK: GB/T 9704

    /// 三号, a hair under 16 pt: 28 characters fill 156 mm, 22 lines fill 225 mm.
    static let body = TextStyle(size: Length(twips: 314), leading: line)
    static let line = Length(twips: 579)
    static let title = TextStyle(size: .points(22), weight: .bold, leading: Length(twips: 640))
    static let mark = TextStyle(size: .points(26), weight: .bold, leading: Length(twips: 900))
    static let margins = Margins(
        top: .millimetres(37),
        left: .millimetres(28),
        bottom: .millimetres(35),
        right: .millimetres(26)
    )
}
