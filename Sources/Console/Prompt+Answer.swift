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
        for field in fields { if case .level(let levels) = field.role { terms.level = levels[field.choice] } }
        if countAnswer != nil { terms.isAtCount = true }
        if answer == .handedToDuty, let field = fields.first(where: { $0.role == .phone }) {
            terms.phone = field.text.cleaned.isEmpty ? nil : field.text.cleaned
        }
        return terms
    }
}

extension Prompt {
    /// 已决定, at the evening count: by instruction of a leader; who and when make the matter that carries it out.
    func ruling(_ number: MatterNumber, _ scene: Scene) throws(Gap) -> Command {
        let conclusion = try text(scene)
        var draft = RulingDraft(matter: number, levels: [], way: .instruction, conclusion: conclusion)
        for field in fields { if case .level(let levels) = field.role { draft.levels = [levels[field.choice]] } }
        var person: PersonID?
        if let index = fields.firstIndex(where: { $0.role == .carrier }) {
            person = try self.person(in: index, scene)
        }
        let due = try day(scene)
        guard person != nil || due != nil else {
            draft.isNothingToDo = true
            return .daily(.rule(draft))
        }
        var made = Registration(kind: .target, title: Prose(conclusion), source: .instruction)
        made.person = person ?? scene.matter(number)?.person
        made.term = due.map { .fixed($0) }
        made.campaign = scene.matter(number)?.campaign
        made.grid = scene.matter(number)?.grid
        draft.followUps = [made]
        return .daily(.rule(draft))
    }
}

extension Scene {
    /// The duty telephone that was named last.
    var dutyPhone: String {
        ledger.matters.values.flatMap(\.answers).filter { $0.terms.phone != nil }
            .max { $0.moment < $1.moment }?.terms.phone?.string ?? ""
    }
}
