package import Ledger
import Supervision
import Text

// What fits the ladder of a matter, and the stand-ins by which the rules are asked.

extension Matter {
    /// The places of the slips on which something may be done, from 1.
    package func slips(for kind: Action.Kind) -> [Int] {
        ladder.slips.indices.filter { index in
            let slip = ladder.slips[index]
            guard slip.voided == nil else { return false }
            return switch kind {
            case .signSlip: slip.isDraft
            case .deliverSlip: slip.isInForce && slip.delivered == nil
            case .acceptSlip: slip.isInForce && slip.accepted == nil && slip.kind.isNumbered
            case .answerSlip: slip.isInForce && slip.reply == nil && slip.kind.isNumbered
            case .voidSlip: true
            default: false
            }
        }
        .map { $0 + 1 }
    }
}

extension Scene {
    /// The kind of slip that comes next: what the ladder proposes, else the first that is not out yet.
    package func nextSlip(of matter: Matter) -> Slip.Kind {
        if let proposed = supervisor.proposal(matter, judgement(of: matter))?.step.slip { return proposed }
        return matter.ladder.inForce(.press, under: matter.due) == nil ? .press : .order
    }

    func fits(_ kind: Action.Kind, _ matter: Matter) -> Bool {
        switch kind {
        case .remind, .draftSlip: true
        case .putOff: supervisor.proposal(matter, judgement(of: matter)) != nil
        case .talk: matter.ladder.slips.contains { $0.kind == .circular && $0.isInForce }
        default: !matter.slips(for: kind).isEmpty
        }
    }

    func ladder(of kind: Action.Kind, on matter: Matter, later: Day) -> Action? {
        let words: CleanText = "…"
        let place = matter.slips(for: kind).first
        let action: LadderAction? =
            switch kind {
            case .remind: .remind(words)
            case .draftSlip: .draft(nextSlip(of: matter), nil)
            case .signSlip: place.map { .sign($0) }
            case .deliverSlip: place.map { .deliver($0, nil) }
            case .acceptSlip: place.map { .accept($0, nil) }
            case .answerSlip: place.map { .answer($0, SlipReply(done: Prose(words))) }
            case .voidSlip: place.map { .void($0, words) }
            case .putOff: .putOff(.press, until: later, words)
            case .talk: .talk(words)
            default: nil
            }
        return action.map(Action.ladder)
    }
}
