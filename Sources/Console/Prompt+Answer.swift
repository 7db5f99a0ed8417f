import Canvas
import Ledger
import Supervision
import Text
import Walls
import Words

// 答复: which of the answers, and what it promises.

extension Prompt {
    /// Which answers are possible now: a decision is recorded as one, and 交值班 is for the evening before
    /// rest days.
    static func answers(_ scene: Scene) -> [AnswerKind] {
        [.measure, .solved, .sentUp] + (scene.supervisor.canHandToDuty ? [.handedToDuty] : [])
    }

    static func answering(_ scene: Scene) -> [Field] {
        let words = scene.words
        let kinds = answers(scene)
        var fields = [
            Field(.answer(kinds), label: "", choices: kinds.map(words.name)),
            Field(.text(isRequired: true), placeholder: words("怎么答复", "the answer")),
            Field(.carrier, label: words("人", "person"), width: 8),
            Field(
                .day(.ahead, isRequired: false),
                label: words("日期", "day"),
                placeholder: words("12-1 下周五", "12-1"),
                width: 12
            ),
        ]
        if kinds.contains(.handedToDuty) {
            fields.append(Field(.phone, label: words("值班电话", "duty phone"), text: scene.dutyPhone, width: 14))
        }
        return fields
    }

    /// What the answer promises beyond its words.
    func commitment(_ scene: Scene) throws(Gap) -> Commitment {
        var terms = Commitment()
        if let index = fields.firstIndex(where: { $0.role == .carrier }) { terms.person = try person(in: index, scene) }
        if answer == .measure { terms.due = try day(scene) }
        if answer == .handedToDuty, let field = fields.first(where: { $0.role == .phone }) {
            terms.phone = field.text.cleaned.isEmpty ? nil : field.text.cleaned
        }
        return terms
    }
}

extension Scene {
    /// The duty telephone that was named last.
    var dutyPhone: String {
        ledger.matters.values.flatMap(\.answers).filter { $0.terms.phone != nil }
            .max { $0.moment < $1.moment }?.terms.phone?.string ?? ""
    }
}
