import Canvas
import Ledger
import Supervision
import Walls
import Words

import struct Canvas.Key

extension State {
    /// What C does here: signs the draft that waits, else drafts.
    var chaseKind: Action.Kind {
        guard let matter = selected else { return .draftSlip }
        return matter.slips(for: .signSlip).isEmpty ? .draftSlip : .signSlip
    }

    /// The slip that a command leads to, as it will read; nil for every other command.
    func preview(of command: Command, _ behalf: Behalf?) -> Reading? {
        guard case .act(let number, .ladder(let action)) = command, let matter = scene.matter(number) else {
            return nil
        }
        var slip: Slip
        switch action {
        case .draft(let kind, let demand):
            slip = Slip(kind: kind, drafted: scene.today, demand: demand.map(Prose.init), due: matter.due)
        case .sign(let place?) where matter.ladder.slips.indices.contains(place - 1):
            slip = matter.ladder.slips[place - 1]
            slip.signer = behalf?.person ?? scene.actor.person
        default: return nil
        }
        let judgement = scene.judgement(of: matter)
        slip.face = SlipFace(matter, overdue: judgement.light == .red ? judgement.overdueWorkdays : nil)
        var fields = words.fields(of: slip, on: matter, today: scene.today, in: scene.ledger)
        // Who is about to sign, where that is known.
        if let signer = slip.signer { fields[fields.count - 1].text = words.person(signer, in: scene.ledger) }
        return Reading(
            title: "\(words.name(slip.kind))\(words.number(slip))",
            lines: fields.map { Reading.Line(label: $0.label, text: $0.text) }
        )
    }

    mutating func press(_ key: Key, confirming prompt: Prompt, _ old: Reading) -> [Effect] {
        var reading = old
        switch Operation.of(key)?.id {
        case .open?:
            var confirmed = prompt
            confirmed.isConfirmed = true
            return submit(confirmed)
        case .back?:
            overlay = .prompt(prompt)
            return []
        case .down?: reading.first += 1
        case .up?: reading.first = max(0, reading.first - 1)
        default: return []
        }
        overlay = .confirm(prompt, reading)
        return []
    }
}
