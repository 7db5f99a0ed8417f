package import Ledger
package import Pages
import Supervision
import Text
import Words

/// 会议纪要, written from what was decided and said: nothing is typed again.
package struct Minutes: Hashable, Sendable {
    package let meeting: Meeting
    private let now: Moment

    package init(_ meeting: Meeting, in ledger: Ledger, at now: Moment) {
        self.meeting = meeting
        self.now = now
    }

    private var words: Words { .chinese }

    private var unfinished: String {
        if meeting.cancelled != nil { return "（会议已取消）" }
        return meeting.ended == nil ? "（未散会，草稿）" : ""
    }

    /// On A4 upright: heading, who was there, what was decided by whom with person and day, what was said.
    /// A 纪要 has no seal; it is a draft until it ended.
    package func document(in ledger: Ledger, head: String) -> Document {
        let title = "\(ledger.committee.name.string)\(words.title(meeting, in: ledger))纪要"
        let rulings = meeting.entries.compactMap { entry in entry.ruling.map { (entry, $0) } }
        let notes = meeting.entries.filter { $0.ruling == nil }
        var body: [Block] = [.heading(title), .space(.points(8))]
        body.append(.ends(left: when(ledger), right: unfinished))
        if let place = meeting.place { body.append(.paragraph("地点：\(place.string)")) }
        let chair = words.person(meeting.chair, for: ledger.rules.audience, in: ledger)
        if !chair.isEmpty { body.append(.paragraph("主持：\(chair)")) }
        let attendance = meeting.attendance.map { words.text($0) } ?? ""
        body.append(.paragraph(attendance.hasPrefix("出席") ? attendance : "出席：\(attendance)"))
        body.append(.space(.points(8)))
        body.append(.paragraph("议定事项 \(rulings.count) 项"))
        body += rulings.isEmpty ? [.paragraph("（无）")] : [.table(table(rulings, in: ledger))]
        if !notes.isEmpty {
            body += [.space(.points(8)), .paragraph("议事记录")]
            body += notes.enumerated().map { place, note in
                let about = note.matters.map { name($0, in: ledger) }.joined(separator: "、")
                return .paragraph("\(place + 1). " + (about.isEmpty ? "" : "\(about)：") + words.text(note.text))
            }
        }
        return Document(
            title: title,
            sheet: .a4Portrait,
            body: body,
            closing: [
                .space(.points(12)), .blanks(["记录", "签发"]), .space(.points(8)),
                .ends(left: "", right: "\(ledger.committee.signsAs.string)　\(words.long(meeting.day))"),
            ],
            runningHead: .init(left: title),
            runningFoot: .init(left: "数据校验码 \(head.prefix(8))")
        )
    }

    private func when(_ ledger: Ledger) -> String {
        let begin = meeting.began.map { words.time($0, ledger.offset) } ?? meeting.minute.map { words.time(minute: $0) }
        let end = meeting.ended.map { "至 " + words.time($0, ledger.offset) }
        return (["时间：\(words.long(meeting.day)) \(words.weekday(meeting.day))", begin ?? "", end ?? ""])
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func table(_ rulings: [(Meeting.Entry, Ruling)], in ledger: Ledger) -> Table {
        let rows = rulings.enumerated().map { place, item -> [String] in
            let (entry, ruling) = item
            let made = ruling.made.map { name($0, in: ledger) }.joined(separator: "、")
            // A decision from a table of meetings names the matter that was made, which says the rest.
            let carrier = ruling.unit == nil && ruling.person == nil ? ruling.made.first : nil
            let carried = carrier.flatMap { ledger.matters[$0] }
            let unit = words.fullName(ruling.unit ?? carried?.lead, in: ledger)
            let person = words.person(ruling.person ?? carried?.person, for: ledger.rules.audience, in: ledger)
            let due = ruling.due ?? carried?.due?.day(ledger.offset)
            return [
                "\(place + 1)",
                entry.matters.map { name($0, in: ledger) }.joined(separator: "、"),
                words.text(ruling.conclusion),
                ruling.levels.map(words.name).joined(separator: "、"),
                ruling.made.isEmpty ? "不需落实" : made,
                [unit, person].filter { !$0.isEmpty }.joined(separator: " "),
                due.map(words.monthDay) ?? "",
            ]
        }
        return Table(
            columns: [
                .init("序号", minimum: 4, alignment: .centre), .init("事项", minimum: 10, share: 3),
                .init("结论", minimum: 12, share: 5), .init("决策层级", minimum: 8, share: 1),
                .init("落实事项", minimum: 8, share: 2), .init("由谁落实", minimum: 8, share: 2),
                .init("完成时限", minimum: 8, alignment: .centre),
            ],
            rows: rows
        )
    }

    private func name(_ number: MatterNumber, in ledger: Ledger) -> String {
        guard let matter = ledger.matters[number] else { return "\(number)" }
        // What is a demand is not told by its title: minutes are read beyond the office.
        return matter.kind == .demand ? words.number(matter) : "\(words.number(matter)) \(words.title(matter))"
    }
}
