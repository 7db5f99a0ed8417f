import Ledger
import Supervision
import Text
import Walls
import Words

// Ticking recurring duties on the checklist (勾): Space at once, Enter with who did it and a word.
extension State {
    /// Why a turn cannot be ticked; nil if it can.
    func whyNotTicked(_ turn: RoutineTurn) -> String? {
        if let reason = whyReadOnly { return reason }
        switch turn.mark {
        case .done, .late: return words("已经勾过；z 撤回自己刚勾的", "ticked already; z takes your last tick back")
        case .ahead: return words("还没到", "it is still to come")
        case .todo, .overdue, .missed: return nil
        }
    }

    /// Space: done, by whoever sits at the keyboard.
    mutating func tick(_ turn: RoutineTurn) -> [Effect] { submit(Prompt.duty(turn.routine, due: turn.due, scene)) }

    /// Enter: a line for who did it and a remark.
    mutating func askAbout(_ turn: RoutineTurn) {
        if let reason = whyNotTicked(turn) {
            say(reason, .attention)
        } else {
            ask(Prompt.duty(turn.routine, due: turn.due, scene))
        }
    }
}

extension Prompt {
    static func duty(_ routine: RoutineID, due: Day, _ scene: Scene) -> Prompt {
        let words = scene.words
        let name = scene.ledger.diary.routines[routine]?.name.string ?? ""
        return Prompt(
            .duty(routine, due: due),
            label: "\(words("勾", "Tick")) \(name) \(words.short(due, seenFrom: scene.today))",
            fields: [
                Field(.text(isRequired: false), placeholder: words("说明、缘由（可不写）", "remark or reason (optional)")),
                Field(
                    .person,
                    label: words("谁办的", "by"),
                    placeholder: words.person(scene.actor.person, in: scene.ledger),
                    width: 8
                ),
            ]
        )
    }
}
