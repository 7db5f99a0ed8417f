package import Ledger
package import Pages
import Supervision
import Text
import Words

/// A 催办单 or 督办单 on one sheet: the stub that stays (存根), the slip that goes, and the receipt that comes back (回执).
package struct SlipPaper: Sendable {
    package let slip: Slip
    package let matter: Matter
    package let today: Day

    /// - Parameter place: of the slip on its matter, from 1; it must exist.
    package init(_ place: Int, of matter: Matter, today: Day) {
        slip = matter.ladder.slips[place - 1]
        self.matter = matter
        self.today = today
    }

    /// People stand with full names: it goes to the responsible unit.
    package func document(in ledger: Ledger, head: String) -> Document {
        let words = Words.chinese
        let committee = ledger.committee
        let name = "\(committee.name.string)\(words.name(slip.kind))"
        let number = words.number(slip)
        let date = slip.signed.map(words.long) ?? "　　年　月　日"
        let fields = words.fields(of: slip, on: matter, today: today, in: ledger).filter { $0.label != "签发" }
        let void: [Block] =
            slip.voided.map { [.paragraph("已于\(words.long($0))作废", .head, .centre)] } ?? []
        return Document(
            title: "\(name) \(number)",
            sheet: .a4Portrait,
            body: stub(fields, number, in: ledger) + [
                .paragraph(SlipPaper.cut, .body, .centre), .space(.points(6)), .heading(name),
            ] + void + [
                .space(.points(4)), .ends(left: "", right: number),
                .table(SlipPaper.form(fields.map { [$0.label, $0.text] } + [["领导批示", "\n"]])),
                .space(.points(6)),
                .ends(left: "签发：\(signer(in: ledger))", right: "\(committee.signsAs.string)　\(date)"),
                .space(.points(6)), .paragraph(SlipPaper.cut, .body, .centre), .space(.points(6)),
            ] + receipt(number, in: ledger),
            runningFoot: .init(left: "数据校验码 \(head.prefix(8))", right: "\(words.long(today)) 打印　不得填写涉密内容")
        )
    }

    private static let cut = "－－－－－－－－－－－－－－－ 裁 －－－－－－－－－－－－－－－"

    private func signer(in ledger: Ledger) -> String {
        slip.signed == nil ? "（待签发）" : Words.chinese.person(slip.signer, in: ledger)
    }

    private func stub(_ fields: [BasisLine], _ number: String, in ledger: Ledger) -> [Block] {
        func text(_ label: String) -> String { fields.first { $0.label == label }?.text ?? "" }
        return [
            .ends(left: "存根　\(Words.chinese.name(slip.kind))", right: number, .head),
            .table(
                SlipPaper.form([
                    ["事项", text("事项")], ["责任单位", text("牵头单位") + "　" + text("责任人")],
                    ["时限", text("完成时限")], ["签发", "\(signer(in: ledger))　领取人：　　　　　　日期："],
                ])
            ), .space(.points(4)),
        ]
    }

    /// 回执: filled in where the unit has answered, else to be filled in by hand.
    private func receipt(_ number: String, in ledger: Ledger) -> [Block] {
        let words = Words.chinese
        let reply = slip.reply
        func room(_ text: String) -> String { text.isEmpty ? "\n" : text }
        let answerBy = slip.answerBy.map { "请于\(words.long($0))前送回" } ?? ""
        return [
            .ends(left: "回执　\(number)", right: answerBy, .head),
            .table(
                SlipPaper.form([
                    ["签收", slip.accepted.map(words.long) ?? "签收人：　　　　　　　　　　　日期："],
                    ["完成情况", room(words.text(reply?.done))], ["未完成原因", room(words.text(reply?.reason))],
                    ["措施", room(words.text(reply?.measure))],
                    ["承诺时限", reply?.promised.map(words.long) ?? ""],
                    ["负责人签字", reply?.head.map { words.person($0, in: ledger) } ?? "　　　　　　　　　（盖章处）"],
                ])
            ),
        ]
    }

    private static func form(_ rows: [[String]]) -> Table {
        Table(
            columns: [.init("", minimum: 10, alignment: .centre), .init("", minimum: 30, share: 1)],
            rows: rows
        )
    }
}
