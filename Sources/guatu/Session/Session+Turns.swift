import Journal
import Ledger
import Words

extension Session {
    /// The first record of a day, or opening the screen, opens the next turns of work whose period has ended. It stands in the way of nothing: what
    /// cannot be opened stays on the list of the day.
    func openTurns() {
        guard readOnlyReason == nil, settings.lastRecorded.day(settings.offset) < today,
            let context = try? context()
        else { return }
        var query = Query.open
        query.dueThrough = today - 1
        guard let due = try? journal.matters(query) else { return }
        for matter in due where matter.owesTurn(on: today, offset: settings.offset) {
            guard let receipt = try? journal.perform(.openTurn(matter.number), by: context) else { continue }
            for number in receipt.created {
                output.say(
                    words(
                        "\(words.number(matter)) \(words.title(matter))：本期已过，开下一期 \(words.number(number, matter.kind))",
                        "\(words.number(matter)) \(words.title(matter)): its period has ended, the next turn is \(words.number(number, matter.kind))"
                    )
                )
            }
        }
    }
}
