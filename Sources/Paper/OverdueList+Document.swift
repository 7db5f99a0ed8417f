package import Ledger
package import Pages
import Supervision
import Text
import Words

extension OverdueList {
    /// The list on A4 landscape. People stand with their full names: it stays inside the office.
    ///
    /// - Parameter head: the head of the journal's chain; its first eight digits are printed as 数据校验码,
    ///   and `guatu verify` names the head of the file to compare it with.
    package func document(in ledger: Ledger, head: String) -> Document {
        let committee = ledger.committee.name.string
        let title = "\(committee)逾期事项清单"
        let number = "第 \(issue) 期\(isExtra ? "（休息日加印）" : "")"
        let code = "数据校验码 \(head.prefix(8))"
        return Document(
            title: title,
            sheet: .a4Landscape,
            body: [
                .heading(title),
                .space(.points(4)),
                .ends(left: "截至 \(moment(ledger.offset))", right: number),
                .paragraph(summary),
                .space(.points(4)),
            ] + list(in: ledger),
            closing: [
                .space(.points(6)),
                .paragraph("已报办结，待审核 \(waitingReview) 件"),
                .paragraph("挂账 \(parked) 件"),
                .paragraph("未签收 \(unsigned) 件"),
                .paragraph(isEstimated ? "工作日按国务院放假安排计；尚未公布安排的年份按周一至周五估算" : "工作日按国务院放假安排计"),
                .blanks(["制表", "审核", "签批"]),
                .space(.points(6)),
                .ends(left: "报：书记、主任", right: "送：各责任单位"),
            ],
            runningHead: .init(left: title, right: number),
            runningFoot: .init(left: code, right: "截至 \(moment(ledger.offset))")
        )
    }

    private var summary: String {
        let long = count(atLeast: Self.longOverdue)
        return "共 \(rows.count) 件，较上一工作日新增 \(added) 件、办结 \(settled) 件；逾 \(Self.longOverdue) 个工作日以上 \(long) 件"
    }

    private static let longOverdue = 10

    /// 「2026年11月20日 7时50分」.
    private func moment(_ offset: Offset) -> String {
        let minute = now.minute(offset)
        let rest = minute % 60
        return "\(Words.chinese.long(today)) \(minute / 60)时\(rest < 10 ? "0" : "")\(rest)分"
    }

    private func list(in ledger: Ledger) -> [Block] {
        if rows.isEmpty {
            return [.space(.points(18)), .heading("今日无逾期事项", TextStyle(size: .points(14))), .space(.points(18))]
        }
        let cells = rows.enumerated().map { $1.cells(ordinal: $0 + 1, today: today, in: ledger) }
        return [.table(Table(columns: Self.columns(for: cells), rows: cells))]
    }

    /// Numbers and figures are not to be divided, so their columns are as wide as they are.
    private static func columns(for cells: [[String]]) -> [Table.Column] {
        func widest(_ column: Int, from least: Int, to most: Int) -> Int {
            let lines = cells.flatMap { $0[column].split(separator: "\n") }
            return min(most, max(least, lines.map { $0.columns(.wide) }.max() ?? 0))
        }
        return [
            .init("序号", minimum: widest(0, from: 2, to: 4), alignment: .centre),
            .init("编号", minimum: widest(1, from: 4, to: 9), alignment: .centre),
            .init("事项", minimum: 16, share: 5),
            .init("来源", minimum: 5, alignment: .centre),
            .init("牵头单位", minimum: 8, share: 2),
            .init("责任\n领导", minimum: 6, alignment: .centre),
            .init("责任人", minimum: 6, alignment: .centre),
            .init("交办\n日期", minimum: 8, alignment: .centre),
            .init("原定\n时限", minimum: 8, alignment: .centre),
            .init("现时限\n（延期\n次数）", minimum: 8, alignment: .centre),
            .init("逾期\n工作日", minimum: 6, alignment: .centre),
            .init("完成/\n应完成", minimum: widest(11, from: 7, to: 13), alignment: .centre),
            .init("卡点", minimum: 10, share: 4),
            .init("下一步\n及日期", minimum: 10, share: 4),
            .init("领导意见", minimum: 10, share: 3, isBlank: true),
        ]
    }
}

extension OverdueList.Row {
    fileprivate func cells(ordinal: Int, today: Day, in ledger: Ledger) -> [String] {
        let words = Words.chinese
        let audience = ledger.rules.audience
        let person = audience == .outside ? matter.post.string : words.person(matter.person, in: ledger)
        return [
            String(ordinal),
            words.number(matter),
            words.title(matter),
            words.name(matter.source),
            words.fullName(matter.lead, in: ledger),
            words.person(matter.leader, for: audience, in: ledger),
            person.isEmpty ? "待定人" : person,
            matter.issued.map { date($0, today) } ?? "",
            (matter.originalDue ?? matter.due).map { limit($0, today, ledger.offset) } ?? "",
            presentLimit(today, ledger.offset),
            (judgement.overdueWorkdays > 0 ? String(judgement.overdueWorkdays) : "已过\n时限")
                + (matter.overdueBefore > 0 ? "\n（此前\(matter.overdueBefore)）" : ""),
            progress,
            words.text(matter.blocker),
            nextStep,
            "",
        ]
    }

    /// A dash where the limit never moved.
    private func presentLimit(_ today: Day, _ offset: Offset) -> String {
        guard let due = matter.due, matter.extensions > 0 || due != matter.originalDue else { return "—" }
        let slips = matter.slips > 0 ? "\n（调整\(matter.slips) 次）" : ""
        guard matter.extensions > 0 || matter.slips == 0 else { return limit(due, today, offset) + slips }
        return limit(due, today, offset) + "\n（\(matter.extensions) 次）" + slips
    }

    private func limit(_ deadline: Deadline, _ today: Day, _ offset: Offset) -> String {
        let day = date(deadline.day(offset), today)
        switch deadline {
        case .endOfDay: return day
        case .closeOfBusiness: return "\(day)\n（当日）"
        case .moment(let moment): return "\(day)\n\(Words.chinese.time(moment, offset))"
        }
    }

    /// The year only where it is another.
    private func date(_ day: Day, _ today: Day) -> String {
        (day.year == today.year ? "" : "\(day.year)年\n") + Words.chinese.monthDay(day)
    }

    private var progress: String {
        let words = Words.chinese
        if !matter.quantities.isEmpty {
            let lines = matter.quantity.map { [$0] } ?? matter.quantities
            return lines.map { line in
                let whole = words.quantity(line)
                // A long figure goes on in a second line, behind the stroke.
                return whole.columns() <= 9
                    ? whole : "\(words.amount(line.done))/\n\(words.amount(line.target)) \(line.unit)"
            }
            .joined(separator: "\n")
        }
        if !matter.steps.isEmpty { return "\(matter.steps.count { $0.done != nil })/\(matter.steps.count) 步" }
        // Without a quantity of its own a matter counts as one (PRACTICE §2).
        return matter.stage == .reported ? "1/1 件" : "0/1 件"
    }

    private var nextStep: String {
        matter.stage == .reported ? "已报办结，待审核" : Words.chinese.text(matter.next)
    }
}
