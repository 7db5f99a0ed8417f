package import Ledger
package import Supervision
import Text

extension Words {
    package func name(_ kind: Agenda.Kind) -> String {
        switch kind {
        case .resolved: self("上次议定事项", "decided last time")
        case .decide: self("今日须定", "to be decided today")
        case .overdue: self("逾期", "overdue")
        case .overNight: self("过夜", "over night")
        case .dueToday: self("今日到期", "due today")
        case .settledToday: self("今日办结", "settled today")
        case .topic: self("其他", "others")
        }
    }

    /// 「问12 继承口径：三户继承材料不齐（待书记、主任决定；逾 2 个工作日）」
    package func line(_ point: Agenda.Point, in ledger: Ledger) -> String {
        var parts: [String] = []
        if let number = point.matter {
            let matter = ledger.matters[number]
            parts.append(matter.map { "\(self.number($0)) \(title($0))" } ?? "\(number)")
        }
        if let text = point.text { parts.append(self.text(text)) }
        var notes: [String] = []
        if let level = point.level { notes.append(pending(level)) }
        if point.kind == .resolved {
            notes.append(resolvedState(point, in: ledger))
        } else if let judgement = point.judgement {
            notes.append(brief(judgement))
        }
        notes.removeAll(where: \.isEmpty)
        let note = notes.isEmpty ? "" : self("（", " (") + notes.joined(separator: self("；", "; ")) + self("）", ")")
        return parts.joined(separator: self("：", ": ")) + note
    }

    /// How what was decided last time stands: 「已销号」, 「逾 2 日」.
    package func resolvedState(_ point: Agenda.Point, in ledger: Ledger) -> String {
        guard let number = point.matter, let matter = ledger.matters[number], let judgement = point.judgement else {
            return self("已销号", "struck off")
        }
        return matter.stage.isSettled ? name(matter.stage) : brief(judgement)
    }

    package func state(of meeting: Meeting) -> String {
        if meeting.cancelled != nil { return self("取消", "called off") }
        if meeting.ended != nil { return self("已开", "held") }
        return meeting.began != nil ? self("正在开", "under way") : self("待开", "planned")
    }
}
