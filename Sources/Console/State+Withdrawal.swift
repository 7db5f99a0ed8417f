import Canvas
import Ledger
import Walls
import Words

import struct Canvas.Key

/// The last command of one's own, as the journal found it (撤回).
package struct Withdrawal: Hashable, Sendable {
    /// The name of the command: only this one is taken back, whatever is recorded meanwhile.
    package let command: String
    /// When it was recorded.
    package let when: String
    /// Its records, a sentence each.
    package let records: [String]

    package init(command: String, when: String, records: [String]) {
        self.command = command
        self.when = when
        self.records = records
    }
}

extension State {
    func reading(of withdrawal: Withdrawal) -> Reading {
        Reading(
            title: words("撤回 \(withdrawal.when) 所记", "take back what was recorded \(withdrawal.when)"),
            lines: withdrawal.records.map { Reading.Line(label: "", text: $0) }
                + [Reading.Line(label: "", text: words("撤回也会记入经过。", "That it was taken back stays in the history."))]
        )
    }

    mutating func press(_ key: Key, in withdrawal: Withdrawal) -> [Effect] {
        switch Operation.of(key)?.id {
        case .open?:
            overlay = nil
            let (ticket, effect) = job([.undo(withdrawal.command)], by: scene.actor)
            withdrawing.insert(ticket)
            return [effect]
        case .back?: overlay = nil
        default: break
        }
        return []
    }

    mutating func finishWithdrawal(_ outcome: Outcome) -> [Effect] {
        switch outcome {
        case .stored: say(words("已撤回。", "Taken back."))
        case .refused(let refusal): say(words.sentence(refusal, in: scene.ledger), .attention)
        case .failed(let sentence): say(sentence, .attention)
        }
        return []
    }
}
