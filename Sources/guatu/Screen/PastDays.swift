import Console
import Journal
import Ledger
import Synchronization

/// Past ledgers for the replay (复盘): a day in one go, and from there the next days by their own events alone.
final class PastDays: Sendable {
    private let last = Mutex<PastLedger?>(nil)

    /// The ledger at the end of a day; on the worker, for it may take a second, and then says how far it is.
    func message(of day: Day, in journal: any Journal, post: @Sendable (Message) -> Void) -> Message {
        let began = ContinuousClock.now
        var last = began
        do throws(JournalError) {
            let ledger = try ledger(of: day, in: journal) { done, all in
                let now = ContinuousClock.now
                guard done > 0, done < all, last.duration(to: now) >= .milliseconds(400) else { return }
                last = now
                let left = (began.duration(to: now) / .seconds(1)) * Double(all - done) / Double(done)
                post(.reading(day, percent: done * 100 / all, seconds: Int(left) + 1))
            }
            return .past(day, ledger)
        } catch {
            return .past(day, nil)
        }
    }

    private func ledger(
        of day: Day,
        in journal: any Journal,
        progress: (_ done: Int, _ all: Int) -> Void
    ) throws(JournalError) -> Ledger {
        var past = last.withLock(\.self)
        if past.map({ $0.day <= day && day - $0.day < 8 }) ?? false {
            try journal.advance(&past!, to: day)
        } else {
            past = try journal.past(day, progress: progress)
        }
        last.withLock { $0 = past }
        return past!.ledger
    }
}
