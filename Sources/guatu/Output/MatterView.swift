import Ledger
import Supervision
import Text
import Words

/// A matter as the command line shows it: the matter, its light, and the ledger that names things.
struct MatterView {
    let matter: Matter
    let judgement: Judgement
    let ledger: Ledger
    let words: Words
    /// Judges the shares, where they are shown.
    var judge: Judge? = nil

    var number: String { words.number(matter) }
    var title: String { words.title(matter) }
    var lead: String { words.unit(matter.lead, in: ledger) }
    var person: String { words.person(matter.person, in: ledger) }
    var grid: String { words.grid(matter.grid, in: ledger) }
    var campaign: String { words.campaign(matter.campaign, in: ledger) }
    var due: Day? { matter.limitDay(ledger.offset) }
    var why: String { words.sentence(judgement) }
}

// MARK: - JSON

extension MatterView {
    /// Values that programs read are promises: raw values, days `YYYY-MM-DD`, moments RFC 3339.
    func write(to json: inout JSONText) {
        json.field("number", matter.number.rawValue)
        json.field("label", words.number(matter))
        json.field("kind", matter.kind.rawValue)
        json.field("title", matter.title.text?.string)
        json.field("stage", matter.stage.rawValue)
        json.field("light", judgement.light.rawValue)
        json.field("why", why)
        json.field("due", due?.iso)
        json.field("overdueWorkdays", judgement.overdueWorkdays)
        json.field("workdaysLeft", judgement.workdaysLeft)
        json.field("lead", named(lead))
        json.field("leader", named(words.person(matter.leader, in: ledger)))
        json.field("person", named(person))
        json.field("post", named(matter.post.string))
        json.field("grid", named(grid))
        json.field("campaign", named(campaign))
        json.field("source", matter.source.rawValue)
        json.field("sourceDocument", named(matter.sourceDocument.string))
        if let line = matter.quantity {
            json.field("quantity") { Self.write(line, to: &$0) }
        } else {
            json.null("quantity")
        }
        json.field("progress", matter.quantity.map { $0.done.share(of: $0.target) } ?? matter.progress)
        json.field("missing", array: matter.missing) { $0.string($1.rawValue) }
        json.field("registered", matter.registered.iso)
        json.field("issued", matter.issued?.iso)
        json.field("originalDue", matter.originalDue?.day(ledger.offset).iso)
        json.field("extensions", matter.extensions)
        json.field("slips", matter.slips)
        json.field("overdueBefore", matter.overdueBefore)
        json.field("wouldBeDue", ledger.recounted(matter)?.day(ledger.offset).iso)
        json.field("reboundOf", matter.reboundOf?.rawValue)
        json.field("turn", matter.turn?.number)
        json.field("settled", matter.settled?.iso)
        json.field("lastTracked", matter.lastTrack?.day.iso)
        json.field("lastTrack", matter.lastTrack.map { words.text($0.text) })
        json.field("blocker", matter.blocker.map(words.text))
        json.field("next", matter.next.map(words.text))
        json.field("version", matter.version)
    }

    private static func write(_ line: QuantityLine, to json: inout JSONText) {
        json.field("target", line.target)
        json.field("done", line.done)
        json.field("unit", line.unit)
    }

    /// What `show` adds: the lines of the quantity, steps, supporting units.
    func writeDetails(to json: inout JSONText) {
        json.field("sentence", words.oneSentence(matter, judgement, in: ledger))
        json.field("quantities", array: matter.statedQuantities) { json, line in
            json.object { json in
                json.field("group", line.group)
                Self.write(line, to: &json)
            }
        }
        json.field("supports", array: matter.supports) { json, support in
            json.object { json in
                json.field("unit", words.unit(support.unit, in: ledger))
                json.field("mode", support.mode.rawValue)
                json.field("settled", support.settled?.iso)
                guard support.mode == .share else { return }
                json.field("accepted", support.accepted?.iso)
                json.field("due", support.due?.day(ledger.offset).iso)
                if let line = support.quantity { json.field("quantity") { Self.write(line, to: &$0) } }
                json.field("light", judge?.judge(support, of: matter).light.rawValue)
            }
        }
        json.field("documents", array: matter.ladder.slips) { json, slip in
            json.object { json in
                json.field("kind", slip.kind.rawValue)
                json.field("number", slip.number?.text)
                json.field("signed", slip.signed?.iso)
                json.field("answerBy", slip.answerBy?.iso)
                json.field("delivered", slip.delivered?.iso)
                json.field("accepted", slip.accepted?.iso)
                json.field("answered", slip.answered?.iso)
                json.field("void", slip.voided?.iso)
            }
        }
        json.field("steps", array: matter.steps) { json, step in
            json.object { json in
                json.field("title", words.text(step.title))
                json.field("person", named(words.person(step.person, in: ledger)))
                json.field("due", step.due?.iso)
                json.field("done", step.done?.iso)
            }
        }
        json.field("extras", array: matter.extras) { json, extra in
            json.object { json in
                json.field("name", extra.name.string)
                json.field("value", words.text(extra.value))
            }
        }
    }

    private func named(_ text: String) -> String? { text.isEmpty ? nil : text }
}

// MARK: - CSV

extension MatterView {
    /// The columns of the matters file that other ledgers are imported from, and the light behind them.
    static let columns = [
        "编号", "事项", "类别", "来源", "来源文号", "战役", "网格", "牵头单位", "责任领导", "责任人", "岗位", "目标量", "完成量", "计量单位", "交办日期",
        "完成时限", "原定时限", "延期次数", "状态", "办结日期", "亮灯", "逾期工作日", "亮灯依据", "最近跟踪日期", "最近跟踪",
    ]

    var cells: [String] {
        let chinese = Words.chinese
        return [
            chinese.number(matter), title, chinese.name(matter.kind), chinese.name(matter.source),
            matter.sourceDocument.string, campaign, grid, lead, words.person(matter.leader, in: ledger), person,
            matter.post.string, matter.quantity?.target.text ?? "", matter.quantity?.done.text ?? "",
            matter.quantity?.unit ?? "", matter.issued?.iso ?? "", due?.iso ?? "",
            matter.originalDue?.day(ledger.offset).iso ?? "", String(matter.extensions), chinese.name(matter.stage),
            matter.settled?.iso ?? "", chinese.name(judgement.light), String(judgement.overdueWorkdays), why,
            matter.lastTrack?.day.iso ?? "", matter.lastTrack.map { words.text($0.text) } ?? "",
        ]
    }
}
