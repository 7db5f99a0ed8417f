import Canvas
import Ledger
import Text
import Walls
import Words

// What is asked, and read, for the actions that turn the course of a matter.

extension Prompt {
    static func turning(_ kind: Action.Kind, _ matter: Matter, _ scene: Scene) -> [Field] {
        let words = scene.words
        func text(_ zh: String, _ en: String, required: Bool = false) -> Field {
            Field(
                .text(isRequired: required),
                placeholder: words(zh, en) + (required ? "" : words("（可不写）", " (optional)"))
            )
        }
        func units(_ units: [UnitID]) -> Field {
            Field(
                .unit(units),
                label: words("单位", "unit"),
                choices: units.map { words.unit($0, in: scene.ledger) }
            )
        }
        func term(required: Bool) -> Field {
            Field(
                .term(isRequired: required),
                label: words("时限", "limit"),
                placeholder: words("5个工作日", "5wd"),
                width: 12
            )
        }
        let reason = text("理由", "reason", required: true)
        switch kind {
        case .handBack, .refuseParking: return [reason]
        case .transfer:
            return [
                Field(.entry, placeholder: words("@单位 @人（可不写） !时限（可不写） 理由", "@unit @person !limit reason"))
            ]
        case .reassign: return [Field(.person, label: words("换为", "to"), width: 8), text("说明", "remark")]
        case .proposeParking:
            let recheck = Field(
                .day(.ahead, isRequired: true),
                label: words("复查", "check on"),
                placeholder: words("12-1 下周五", "12-1"),
                width: 12
            )
            return [reason, recheck]
        case .approveParking: return [text("意见", "remark")]
        case .reopen: return [reason, term(required: false)]
        case .adjustLimit: return [term(required: true), reason]
        case .recountLimit:
            let new =
                scene.ledger.recounted(matter)
                .map { words.limit($0, seenFrom: scene.today, in: scene.ledger) } ?? ""
            let offered = Field(
                .taken([true, false]),
                label: "",
                choices: [words("改为 \(new)", "take \(new)"), words("仍按原时限", "keep the old limit")]
            )
            return [offered, text("说明", "remark")]
        case .acceptSupport:
            return [units(matter.openShares), text("说明", "remark")]
        case .trackSupport:
            return [
                units(matter.openShares), text("分办进展", "how the share goes", required: true),
                Field(.total(line: 0), label: words("累计", "total"), width: 10),
            ]
        default: return []
        }
    }

    /// 转办 in one line, with the marks of a registration.
    func transfer(_ scene: Scene) throws(Gap) -> Action {
        let entry = QuickEntry(fields[0].text.text, scene)
        if let problem = entry.problem(scene, needsTitle: false) { throw Gap(field: 0, sentence: problem) }
        guard let unit = entry.unit else {
            throw Gap(field: 0, sentence: scene.words("请用 @ 写明转给哪个单位。", "Say with @ to which unit."))
        }
        return .transfer(unit, entry.person, entry.term, CleanText(entry.title))
    }

    func responsible(_ scene: Scene) throws(Gap) -> PersonID {
        if let person = try person(scene) { return person }
        throw Gap(field: 0, sentence: scene.words("请写明换成谁。", "Say to whom."))
    }

    var isTaken: Bool {
        for field in fields { if case .taken(let offered) = field.role { return offered[field.choice] } }
        return true
    }

    func trackSupport(_ scene: Scene) throws(Gap) -> Action {
        var figure: Progress.Figure?
        for (index, field) in fields.enumerated() {
            guard case .total = field.role else { continue }
            let typed = field.text.cleaned.string
            if typed.isEmpty { continue }
            guard let known = Prompt.figure(typed) else {
                throw Gap(
                    field: index,
                    sentence: scene.words("「\(typed)」不是数：写累计 53，或新增 +3", "“\(typed)” is no figure: total 53, or +3")
                )
            }
            figure = known
        }
        return .trackSupport(try unit(scene), try text(scene), figure)
    }
}
