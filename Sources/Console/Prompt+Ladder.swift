import Canvas
import Ledger
import Supervision
import Text
import Walls
import Words

// What is asked, and read, for the ladder (督办阶梯) and its slips.

extension Prompt {
    static func climbing(_ kind: Action.Kind, _ matter: Matter, _ scene: Scene) -> [Field] {
        let words = scene.words
        func text(_ zh: String, _ en: String, required: Bool = false, label: Bool = false) -> Field {
            let hint = words(zh, en) + (required ? "" : words("（可不写）", " (optional)"))
            return Field(.text(isRequired: required), label: label ? words(zh, en) : "", placeholder: label ? "" : hint)
        }
        func slips() -> Field {
            let places = matter.slips(for: kind)
            return Field(
                .slip(places),
                label: words("单据", "slip"),
                choices: places.map { place in
                    let slip = matter.ladder.slips[place - 1]
                    return slip.number?.text ?? words.name(slip.kind) + words.number(slip)
                },
                choice: max(0, places.count - 1)
            )
        }
        func day(_ zh: String, _ en: String, required: Bool) -> Field {
            Field(
                .day(.ahead, isRequired: required),
                label: words(zh, en),
                placeholder: words("12-1 下周五", "12-1"),
                width: 12
            )
        }
        switch kind {
        case .remind: return [text("提醒了谁、怎么答的", "whom, and what they said", required: true)]
        case .talk: return [text("约谈情况", "what was said", required: true)]
        case .draftSlip:
            let kinds = Slip.Kind.allCases
            return [
                Field(
                    .slipKind(kinds),
                    label: "",
                    choices: kinds.map(words.name),
                    choice: kinds.firstIndex(of: scene.nextSlip(of: matter)) ?? 0
                ),
                text("督办意见", "what is asked"),
            ]
        case .signSlip: return [slips()]
        case .deliverSlip, .acceptSlip: return [slips(), text("说明", "remark")]
        case .voidSlip: return [slips(), text("理由", "reason", required: true)]
        case .answerSlip:
            return [
                slips(), text("完成情况", "state", required: true, label: true),
                text("未完成原因", "reason", label: true), text("措施", "measure", label: true),
                day("承诺", "promised", required: false),
            ]
        case .putOff:
            let step = scene.supervisor.proposal(matter, scene.judgement(of: matter))?.step ?? .press
            let steps = LadderStep.allCases
            return [
                Field(
                    .ladderStep(steps),
                    label: "",
                    choices: steps.map(words.name),
                    choice: steps.firstIndex(of: step) ?? 0
                ),
                day("暂缓至", "until", required: true), text("理由", "reason", required: true),
            ]
        default: return []
        }
    }

    func ladder(_ kind: Action.Kind, _ scene: Scene) throws(Gap) -> LadderAction {
        switch kind {
        case .remind: .remind(try text(scene))
        case .talk: .talk(try text(scene))
        case .draftSlip: .draft(slipKind, try optionalText(scene))
        case .signSlip: .sign(try place(scene))
        case .deliverSlip: .deliver(try place(scene), try optionalText(scene))
        case .acceptSlip: .accept(try place(scene), try optionalText(scene))
        case .voidSlip: .void(try place(scene), try text(scene))
        case .answerSlip: .answer(try place(scene), try reply(scene))
        default: .putOff(step, until: try requiredDay(scene), try text(scene))
        }
    }

    private var slipKind: Slip.Kind {
        for field in fields { if case .slipKind(let kinds) = field.role { return kinds[field.choice] } }
        return .press
    }

    private var step: LadderStep {
        for field in fields { if case .ladderStep(let steps) = field.role { return steps[field.choice] } }
        return .press
    }

    private func place(_ scene: Scene) throws(Gap) -> Int {
        for field in fields {
            if case .slip(let places) = field.role, places.indices.contains(field.choice) {
                return places[field.choice]
            }
        }
        throw Gap(field: 0, sentence: scene.words.sentence(.noSuchSlip(1), in: scene.ledger))
    }

    /// Three texts in order: 完成情况, 未完成原因, 措施.
    private func reply(_ scene: Scene) throws(Gap) -> SlipReply {
        let texts = fields.indices.filter { if case .text = fields[$0].role { true } else { false } }
        func prose(_ place: Int) -> Prose? {
            guard texts.indices.contains(place) else { return nil }
            let text = fields[texts[place]].text.cleaned
            return text.isEmpty ? nil : Prose(text)
        }
        guard let done = prose(0) else { throw missing(texts.first ?? 0, scene) }
        return SlipReply(
            done: done,
            reason: prose(1),
            measure: prose(2),
            promised: try day(scene),
            head: try person(scene)
        )
    }
}
