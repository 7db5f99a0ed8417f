package import Ledger

/// A problem that was sent up and waits for a decision (待决).
package struct PendingDecision: Hashable, Sendable {
    package var matter: MatterNumber
    package var level: DecisionLevel
    package var since: Day
    package var nights: Nights
    /// 须上会
    package var needsMeeting: Bool
    /// For what it was sent up.
    package var text: Prose
}

extension Supervisor {
    /// What waits for a decision, by level from the highest down, the longest waiting first.
    package func pendingDecisions() -> [PendingDecision] {
        ledger.matters.values.compactMap(pendingDecision)
            .sorted { (-$0.level.rank, $0.since, $0.matter) < (-$1.level.rank, $1.since, $1.matter) }
    }

    package func pendingDecision(_ matter: Matter) -> PendingDecision? {
        guard let level = matter.pendingLevel, let since = matter.pendingSince,
            let answer = matter.answers.last(where: { $0.kind == .sentUp })
        else { return nil }
        return PendingDecision(
            matter: matter.number,
            level: level,
            since: since,
            nights: ledger.nights(of: matter, through: lastEvening),
            needsMeeting: matter.needsMeeting,
            text: answer.text
        )
    }
}
