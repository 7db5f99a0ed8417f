import Glibc
import Synchronization

/// How a connection waits while another one locks the file.
///
/// SQLite's own waiting soon sleeps 100 ms at a time: beside somebody who writes without a pause it
/// finds the file free by luck, and a reader was seen to wait four seconds (docs/Journal.md). Here all
/// sleep a few milliseconds, each a little differently, so that each comes in between.
final class Patience: Sendable {
    /// For a command; a writer that takes longer than this has stopped.
    static let long = 30_000
    /// For a look at the news, which comes again in a second.
    static let short = 200

    private let limit = Atomic(Patience.long)

    /// Milliseconds to wait from now on.
    func set(_ milliseconds: Int) { limit.store(milliseconds, ordering: .relaxed) }

    /// Sleeps, and says whether to try again. `tries` counts from 0 for each lock.
    func wait(_ tries: Int) -> Bool {
        guard tries * Patience.step < limit.load(ordering: .relaxed) else { return false }
        usleep(UInt32.random(in: 500...UInt32(Patience.step * 2_000 - 500)))
        return true
    }

    /// Milliseconds of one sleep, on average.
    private static let step = 3
}
