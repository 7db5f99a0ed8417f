package import Ledger
package import Pages
import Supervision
import Text
import Words

/// 交接清单: what somebody hands over, in five parts, with three signatures (PRACTICE §1).
package struct HandoverList: Sendable {
    package struct Row: Sendable {
        let matter: Matter
        let judgement: Judgement
    }

    private let ledger: Ledger
    private let today: Day
    private let person: PersonID
    private let successor: PersonID?
    package let rows: [Row]

    /// - Parameter ledger: holds the person's open matters.
    package init(of person: PersonID, to successor: PersonID?, in ledger: Ledger, at now: Moment) {
        self.ledger = ledger
        self.person = person
        self.successor = successor
        let judge = Judge(ledger, at: now)
        today = judge.today
        rows = ledger.matters.values
            .filter { $0.person == person && ($0.stage.isOpen || $0.stage == .suspended) }
            .map { Row(matter: $0, judgement: judge.judge($0)) }
            .sorted { ($0.judgement, $0.matter.number) < ($1.judgement, $1.matter.number) }
    }

    package func document(head: String) -> Document {
        let words = Words.chinese
        let name = words.person(person, in: ledger)
        let unit = words.fullName(ledger.people[person]?.unit, in: ledger)
        let title = "\(ledger.committee.name.string)督办事项交接清单"
        let to = successor.map { words.person($0, in: ledger) } ?? "　　　　"
        let counts =
            "共 \(rows.count) 件：在办 \(count { $0.matter.stage == .inHand })，逾期 \(count { $0.judgement.light == .red })，"
            + "挂账 \(count { $0.matter.stage == .parked })，待决 \(count(\.isWaiting))，"
            + "已答应的日期 \(count { $0.matter.promises.isEmpty == false })"
        let table = rows.enumerated().map { cells($1, ordinal: $0 + 1) }
        return Document(
            title: "\(title) \(name)",
            sheet: .a4Landscape,
            body: [
                .heading(title), .space(.points(4)),
                .ends(left: "移交人：\(name)（\(unit)）　接收人：\(to)", right: words.long(today)), .paragraph(counts),
                .space(.points(4)),
            ]
                + (table.isEmpty
                    ? [.paragraph("名下没有在手的事项", .lead, .centre)]
                    : [.table(Table(columns: Self.columns, rows: table))]),
            closing: [.space(.points(6)), .blanks(["移交人", "接收人", "监交人"])],
            runningHead: .init(left: title, right: name),
            runningFoot: .init(left: "数据校验码 \(head.prefix(8))", right: "\(words.long(today)) 打印")
        )
    }

    private func count(_ holds: (Row) -> Bool) -> Int { rows.count(where: holds) }

    private static let columns: [Table.Column] = [
        .init("序号", minimum: 2, alignment: .centre), .init("编号", minimum: 6, alignment: .centre),
        .init("事项", minimum: 16, share: 4), .init("状态", minimum: 6, alignment: .centre),
        .init("时限", minimum: 10, alignment: .centre), .init("亮灯", minimum: 10, share: 1),
        .init("完成/\n应完成", minimum: 10, alignment: .centre), .init("卡点、下一步", minimum: 14, share: 3),
        .init("待决", minimum: 10, share: 2), .init("已答应的日期", minimum: 12, share: 2),
    ]

    private func cells(_ row: Row, ordinal: Int) -> [String] {
        let words = Words.chinese
        let matter = row.matter
        let due = matter.due.map { words.short($0.day(ledger.offset), seenFrom: today) } ?? "未定"
        let work = [matter.blocker.map { "卡：" + words.text($0) }, matter.next.map { "下：" + words.text($0) }]
        return [
            String(ordinal), words.number(matter), words.title(matter), words.name(matter.stage), due,
            words.brief(row.judgement), matter.quantity.map(words.quantity) ?? "",
            work.compactMap { $0 }.joined(separator: "\n"), waiting(matter), promises(matter),
        ]
    }

    /// What waits for somebody else to decide.
    private func waiting(_ matter: Matter) -> String {
        let words = Words.chinese
        var parts: [String] = []
        if let request = matter.request { parts.append("延期至 \(words.short(request.to)) 待批") }
        if matter.proposal != nil { parts.append("挂账待批") }
        if matter.stage == .reported { parts.append("待审核") }
        if matter.stage == .pending { parts.append("待批准") }
        return parts.joined(separator: "\n")
    }

    private func promises(_ matter: Matter) -> String {
        let words = Words.chinese
        var parts = matter.promises.map { "\(words.short($0.day, seenFrom: today)) 前办结（\($0.number)回复）" }
        if let parking = matter.parking { parts.append("\(words.short(parking.recheck, seenFrom: today)) 挂账复查") }
        if let step = matter.steps.filter({ $0.done == nil }).compactMap(\.due).min() {
            parts.append("\(words.short(step, seenFrom: today)) 步骤")
        }
        return parts.joined(separator: "\n")
    }
}

extension HandoverList.Row {
    var isWaiting: Bool {
        matter.request != nil || matter.proposal != nil || [.reported, .pending].contains(matter.stage)
    }
}

extension Matter {
    /// Days that were promised in answers to slips.
    var promises: [(day: Day, number: String)] {
        ladder.slips.compactMap { slip in
            guard slip.voided == nil, let day = slip.reply?.promised else { return nil }
            return (day, slip.number?.text ?? Words.chinese.name(slip.kind))
        }
    }
}
