import Synchronization
import Testing

@testable import Cores

/// Work on all cores: everything is done once, and nothing goes on afterwards.
@Suite("Cores")
struct CoresTests {
    @Test("Each number is asked for once, and all calls have returned", arguments: [0, 1, 2, 7, 1_000])
    func each(count: Int) {
        let asked = Mutex<[Int]>([])
        Cores.each(count) { number in asked.withLock { $0.append(number) } }
        #expect(asked.withLock { $0 }.sorted() == Array(0..<count))
    }

    @Test("Jobs that were handed over are all done when it is finished", arguments: [0, 1, 500])
    func beside(count: Int) {
        let beside = Beside()
        let done = Mutex<[Int]>([])
        // Again after it was finished: the threads begin anew.
        for round in 0..<2 {
            for number in 0..<count { beside.run { done.withLock { $0.append(round * count + number) } } }
            beside.finish()
            #expect(done.withLock { $0 }.sorted() == Array(0..<(round + 1) * count))
        }
    }
}
