import Journal
import Ledger
import Supervision
import Text
import Words

/// The page of one matter as text or JSON.
struct MatterPage {
    let view: MatterView
    let history: [Record]
    /// Names for the history.
    let directory: Ledger
    let session: Session

    private var words: Words { view.words }
    private var ledger: Ledger { view.ledger }
    private var matter: Matter { view.matter }

    func json(indented: Bool) -> String {
        var json = JSONText(indented: indented)
        json.object { json in
            json.field("schema", 1)
            view.write(to: &json)
            view.writeDetails(to: &json)
            json.field("history", array: history) { json, record in
                let event = record.event
                json.object { json in
                    json.field("record", record.number)
                    json.field("recorded", event.recorded.rfc3339(ledger.offset))
                    json.field("day", event.day.iso)
                    json.field("kind", event.fact.kind.rawValue)
                    json.field("by", words.signature(event.signature, in: directory))
                    json.field("role", event.signature.role.rawValue)
                    json.field("text", words.sentence(event, in: directory))
                }
            }
        }
        return json.text
    }

    func text() -> String {
        var lines = ["\(view.number) \(view.title)", words.oneSentence(matter, view.judgement, in: ledger), ""]
        let rows = self.rows.filter { !$0.1.isEmpty }
        let width = rows.map { $0.0.columns() }.max() ?? 0
        lines += rows.map { $0.0.padded(to: width) + "  " + $0.1 }
        if !matter.steps.isEmpty {
            lines += ["", words("步骤", "Steps")]
            for (index, step) in matter.steps.enumerated() {
                let when =
                    step.done.map { words("\($0.iso) 完成", "done \($0.iso)") } ?? step.due.map {
                        words("时限 \($0.iso)", "limit \($0.iso)")
                    } ?? ""
                lines.append(
                    "  \(index + 1). "
                        + [words.text(step.title), words.person(step.person, in: ledger), when].filter { !$0.isEmpty }
                        .joined(separator: "  ")
                )
            }
        }
        lines += ["", words("经过", "History")]
        for record in history.reversed() {
            let event = record.event
            lines.append(
                "  \(event.recorded.day(ledger.offset).iso) \(words.time(event.recorded, ledger.offset))  \(words.sentence(event, in: directory))  \(words.signature(event.signature, in: directory))"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// 「（分办 3/20 米，时限 11-25，滞后）」
    private func share(_ support: Support) -> String {
        let day = support.due.map {
            words("时限 ", "limit ") + words.limit($0, seenFrom: session.today, in: ledger)
        }
        let light = view.judge.map { words.name($0.judge(support, of: matter).light) }
        let parts = [support.quantity.map(words.quantity), day, light].compactMap { $0 }
        return words("（分办 ", " (share ") + parts.joined(separator: words("，", ", ")) + words("）", ")")
    }

    private var rows: [(String, String)] {
        let supports = matter.supports.map { support in
            words.unit(support.unit, in: ledger)
                + (support.mode == .share ? share(support) : words("（协助）", " (assists)"))
        }
        var hour = ""
        if case .moment(let moment)? = matter.due { hour = " " + words.time(moment, ledger.offset) }
        let limit = view.due.map { day in
            [
                "\(day.iso) \(words.weekday(day))" + hour,
                matter.stage.isOpen && matter.stage != .reported
                    ? words.reportBefore(day, ledger.calendar, seenFrom: session.today) ?? "" : "",
                matter.originalDue != matter.due
                    ? matter.originalDue.map {
                        words("原定 \($0.day(ledger.offset).iso)", "first \($0.day(ledger.offset).iso)")
                    } ?? "" : "",
                words.limitMoves(of: matter).joined(separator: words("，", ", ")),
                ledger.recounted(matter).map {
                    let new = words.limit($0, seenFrom: session.today, in: ledger)
                    return words("按现行日历应为 \(new)，待确认", "by the calendar now \(new), to be confirmed")
                } ?? "",
                ledger.calendar.isEstimated(day) ? words("估：该年放假安排未公布", "est.: no holiday notice yet") : "",
            ].filter { !$0.isEmpty }.joined(separator: words("，", ", "))
        }
        var rows: [(String, String)] = [
            (words("状态", "stage"), words.name(matter.stage)),
            (words("亮灯", "light"), "\(words.letter(view.judgement.light)) \(view.why)"),
            (words("四定", "fixed"), words.missing(of: matter)),
            (
                words("完成时限", "limit"),
                limit ?? matter.term.map { words("\(words.name($0))，交办时起算", "\(words.name($0)) from issue") } ?? ""
            ),
            (words("类别", "kind"), words.name(matter.kind)),
            (
                words("来源", "source"),
                [words.name(matter.source), matter.sourceDocument.string].filter { !$0.isEmpty }.joined(separator: " ")
            ),
            (words("牵头单位", "lead"), words.fullName(matter.lead, in: ledger)),
            (words("配合单位", "supporting"), supports.joined(separator: words("、", ", "))),
            (
                words("单据", "slips"),
                matter.ladder.slips.map { "\(words.name($0.kind)) \(words.number($0))：\(words.state($0))" }
                    .joined(separator: words("；", "; "))
            ),
            (words("责任领导", "leader"), words.person(matter.leader, in: ledger)),
            (words("责任人", "person"), [view.person, matter.post.string].filter { !$0.isEmpty }.joined(separator: " ")),
            (
                words("量", "quantity"),
                matter.statedQuantities.map { ($0.group.isEmpty ? "" : $0.group + " ") + words.quantity($0) }.joined(
                    separator: words("；", "; ")
                )
            ),
            (words("网格", "grid"), view.grid),
            (words("战役", "campaign"), view.campaign),
            (words("挂在", "below"), matter.parent.map { "\($0)" } ?? ""),
            (
                words("反弹", "came back"),
                matter.reboundOf.map { words("原事项 \($0)", "from matter \($0)") } ?? ""
            ),
            (words("周期", "cycle"), words.turns(matter)),
            (
                words("疑难个案", "hard case"),
                matter.hardCase.map { file in
                    let knot = words("症结：", "knot: ") + words.text(file.knot)
                    return ([file.kind.string, knot] + words.lines(ofCase: matter, in: ledger))
                        .joined(separator: words("；", "; "))
                } ?? ""
            ),
            (
                words("挂账待批", "parking proposed"),
                matter.proposal.map {
                    words(
                        "\(words.text($0.reason))，复查 \($0.recheck.iso)",
                        "\(words.text($0.reason)), to be checked \($0.recheck.iso)"
                    )
                } ?? ""
            ),
            (words("交办", "issued"), matter.issued.map { "\($0.iso)" } ?? ""),
            (words("备注", "remark"), words.text(matter.remark)),
        ]
        for extra in matter.extras { rows.append((extra.name.string, words.text(extra.value))) }
        for duty in Supervisor(ledger, at: session.now).duties(of: matter) where duty.kind != .overdue {
            rows.append((words.step(duty), words.sentence(duty)))
        }
        return rows
    }
}
