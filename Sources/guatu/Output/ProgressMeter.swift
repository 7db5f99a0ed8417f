import Ledger
import Words

/// Says on a terminal how far something long is, and how long it will still take: from half a second on, twice a second.
final class ProgressMeter {
    private let surroundings: Surroundings
    private let words: Words
    private let began: Moment
    private var last: Moment

    convenience init(_ session: Session) { self.init(session.surroundings, session.words) }

    init(_ surroundings: Surroundings, _ words: Words) {
        self.surroundings = surroundings
        self.words = words
        began = surroundings.clock
        last = began
    }

    func tell(_ done: Int, of all: Int) {
        guard surroundings.output.isTerminal, done > 0, all > 0, done < all else { return }
        let now = surroundings.clock
        guard now.milliseconds - last.milliseconds >= 500 else { return }
        last = now
        let left = (now.milliseconds - began.milliseconds) * Int64(all - done) / Int64(done) / 1_000 + 1
        surroundings.output.say(
            words(
                "已完成 \(done * 100 / all)%，约还要 \(left) 秒",
                "\(done * 100 / all) % done, about \(left) s left"
            )
        )
    }
}
