package import Ledger
import Text

/// An office to try things in: a ledger, the events it was folded from, and a clock that stands.
///
/// Everything goes through `decide` and `apply`, as in the program.
package struct Office: Sendable {
    package private(set) var ledger = Ledger()
    package private(set) var events: [Event] = []
    /// Everything that was done, so that a test can do it again elsewhere.
    package private(set) var commands: [Given] = []
    /// When commands are given unless they say otherwise: Friday 2026-11-20, 08:12.
    package var now: Moment = "2026-11-20 08:12"

    package var today: Day { now.day(ledger.offset) }

    /// A founded ledger with units, people, grids and a campaign, and no matter.
    package static let founded = Office.make()
    /// 望湖街道 on 2026-11-20 at 08:12, with matters in every stage.
    package static let sample = Office.make(stories: Story.all)

    /// An office before its first event.
    package init() {}

    /// A command, and who gave it when.
    package struct Given: Sendable {
        package let command: Command
        package let context: Context
    }

    /// Decides and applies a command.
    /// - Parameter day: the day the fact belongs to, for 补记.
    @discardableResult
    package mutating func perform(
        _ command: Command,
        by actor: Actor = .founder,
        at moment: Moment? = nil,
        on day: Day? = nil,
        origin: Int64? = nil
    ) throws(Refusal) -> [Event] {
        let context = Context(actor: actor, now: moment ?? now, day: day, origin: origin)
        let new = try decide(command, in: ledger, by: context)
        for event in new { ledger.apply(event) }
        events += new
        commands.append(Given(command: command, context: context))
        return new
    }

    /// Decides and applies an action on a matter.
    @discardableResult
    package mutating func perform(
        _ action: Action,
        on number: MatterNumber,
        by actor: Actor = .founder,
        at moment: Moment? = nil,
        on day: Day? = nil,
        origin: Int64? = nil
    ) throws(Refusal) -> [Event] {
        try perform(.act(number, action), by: actor, at: moment, on: day, origin: origin)
    }

    /// The matter with this number, which must exist.
    package func matter(_ number: MatterNumber) -> Matter { ledger.matters[number]! }

    /// The refusal an action meets, or nil when it would be done. Changes nothing.
    package func refusal(
        _ action: Action,
        on number: MatterNumber,
        by actor: Actor = .founder,
        at moment: Moment? = nil,
        on day: Day? = nil
    ) -> Refusal? {
        var copy = self
        do {
            try copy.perform(action, on: number, by: actor, at: moment, on: day)
            return nil
        } catch {
            return error
        }
    }
}
