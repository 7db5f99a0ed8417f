import Ledger
import Walls
import Words

// How commands leave the console: the rules answer at once where they can, and the journal asks them again.
extension State {
    /// Why the rules refuse a command now; nil if they do not.
    func whyRefused(_ command: Command, by actor: Actor) -> String? {
        do throws(Refusal) {
            _ = try decide(command, in: scene.ledger, by: Context(actor: actor, now: max(now, scene.now)))
            return nil
        } catch {
            return words.sentence(error, in: scene.ledger)
        }
    }

    /// Commands to be stored, together or not at all, and the ticket that the answer will name.
    mutating func job(
        _ commands: [Command],
        by actor: Actor,
        expecting expected: [MatterNumber: Int] = [:]
    ) -> (ticket: Int, effect: Effect) {
        let ticket = nextTicket
        nextTicket += 1
        return (ticket, .perform(Job(ticket: ticket, commands: commands, actor: actor, expected: expected)))
    }

    /// A command that a line, if any, stands for: it comes back to that line where it is not stored.
    mutating func perform(_ command: Command, by actor: Actor, for prompt: Prompt?) -> Effect {
        let (ticket, effect) = job([command], by: actor)
        underway[ticket] = prompt
        return effect
    }
}
