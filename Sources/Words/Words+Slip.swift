package import Ledger
import Supervision
import Text

// What a slip says: the fields of the form (domain §5.2), on the screen and on paper.

extension Words {
    /// The fields of a slip in the order of the form. What the slip says of its matter is what stood when it was signed.
    package func fields(of slip: Slip, on matter: Matter, today: Day, in ledger: Ledger) -> [BasisLine] {
        let face = slip.face ?? SlipFace(matter, overdue: nil)
        let day = slip.signed ?? today
        func unit(_ id: UnitID?) -> String { id.flatMap { ledger.units[$0]?.name(on: day).string } ?? "" }
        let helpers = matter.supports.map { unit($0.unit) }.joined(separator: self("、", ", "))
        var lines: [BasisLine] = []
        func add(_ zh: String, _ en: String, _ text: String) {
            if !text.isEmpty { lines.append(BasisLine(self(zh, en), text)) }
        }
        add("事项", "matter", "\(number(matter)) \(title(matter))")
        add(
            "来源",
            "source",
            [name(matter.source), matter.sourceDocument.string].filter { !$0.isEmpty }.joined(separator: " ")
        )
        add("工作要求", "asked", demand(slip, matter))
        add("牵头单位", "lead unit", unit(face.lead))
        add("配合单位", "supporting", helpers)
        add("责任领导", "leader", person(face.leader, in: ledger))
        add("责任人", "person", face.person == nil ? self("待定人", "to be named") : person(face.person, in: ledger))
        add("交办时间", "issued", matter.issued.map(long) ?? "")
        add("完成时限", "limit", limits(face, matter, in: ledger))
        add("进展", "state", progress(face, matter))
        add("督办意见", "remark", text(slip.demand))
        if let answerBy = slip.answerBy {
            add("答复期限", "answer by", "\(long(answerBy)) \(weekday(answerBy))")
        } else if slip.kind.isNumbered {
            add(
                "答复期限",
                "answer by",
                self("签发后\(answerTerm(slip.kind, matter, day, ledger))", answerTerm(slip.kind, matter, day, ledger))
            )
        }
        add("签发", "signed by", signer(slip, day, ledger))
        return lines
    }

    private func demand(_ slip: Slip, _ matter: Matter) -> String {
        switch slip.kind {
        case .press: self("请抓紧办理，按期书面回复办理情况。", "Please get on with it and answer in writing.")
        case .order: self("请限期整改到位，书面报告整改情况和未完成原因。", "Please mend it by the day given and report in writing.")
        case .circular: self("通报办理情况，请对照整改。", "Circulated; please mend it.")
        }
    }

    private func answerTerm(_ kind: Slip.Kind, _ matter: Matter, _ day: Day, _ ledger: Ledger) -> String {
        let phase = ledger.pace(of: matter, on: day)
        let count = kind == .press ? phase.answerWorkdays : phase.mendWorkdays
        return self(" \(count) 个工作日内", "\(count) working days after it is signed")
    }

    /// 「2026年11月4日 周三（原定），延期 1 次」 and how far past it is.
    private func limits(_ face: SlipFace, _ matter: Matter, in ledger: Ledger) -> String {
        guard let due = face.due?.day(ledger.offset) else { return "" }
        var parts = ["\(long(due)) \(weekday(due))"]
        if let original = face.originalDue?.day(ledger.offset), original != due {
            parts.append(self("原定 \(long(original))", "first \(long(original))"))
        }
        if let workdays = face.overdue {
            parts.append(
                workdays > 0
                    ? self("已逾 \(workdays) 个工作日", "\(workdays) working days overdue") : self("已过时限", "past the limit")
            )
        }
        return parts.joined(separator: self("，", ", "))
    }

    private func progress(_ face: SlipFace, _ matter: Matter) -> String {
        var parts: [String] = []
        if let line = face.quantity { parts.append(quantity(line)) }
        if let blocker = matter.blocker { parts.append(self("卡点：", "stuck: ") + text(blocker)) }
        if let next = matter.next { parts.append(self("下一步：", "next: ") + text(next)) }
        return parts.joined(separator: self("；", "; "))
    }

    private func signer(_ slip: Slip, _ day: Day, _ ledger: Ledger) -> String {
        if let signed = slip.signed {
            return [person(slip.signer, in: ledger), long(signed)].filter { !$0.isEmpty }.joined(separator: " ")
        }
        return ledger.rules(on: day).signers[slip.kind].map(name).joined(separator: self("、", ", "))
    }
}
