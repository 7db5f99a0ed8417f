import Console
import Journal
import Ledger
import Synchronization

/// Past ledgers for the replay (复盘): a day in one go, and from there the next days by their own events alone.
final class PastDays: Sendable {
    private let last = Mutex<PastLedger?>(nil)

    /// The ledger at the end of a day; on the worker, for it may take a second.
    func message(of day: Day, in journal: any Journal) -> Message {
        do throws(JournalError) {
            return .past(day, try ledger(of: day, in: journal))
        } catch {
            return .past(day, nil)
        }
    }

    private func ledger(of day: Day, in journal: any Journal) throws(JournalError) -> Ledger {
        var past = last.withLock(\.self)
        if past.map({ $0.day <= day && day - $0.day < 8 }) ?? false {
            try journal.advance(&past!, to: day)
        } else {
            past = try journal.past(day)
        }
        last.withLock { $0 = past }
        return past!.ledger
    }
}
