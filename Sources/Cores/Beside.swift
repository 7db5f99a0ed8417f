import Dispatch
import Synchronization

/// Jobs that are done beside the one who hands them over, in no promised order.
package final class Beside: Sendable {
    package typealias Job = @Sendable () -> Void

    private struct Line {
        var jobs: [Job] = []
        var helpers: [Helper] = []
    }

    private let line = Mutex(Line())
    /// Of libdispatch, but no thread of its pool waits for it.
    private let handed = DispatchSemaphore(value: 0)

    package init() {}

    /// Hands over a job. The threads start with the first one.
    package func run(_ job: @escaping Job) {
        line.withLock { line in
            line.jobs.append(job)
            if line.helpers.isEmpty { line.helpers = (1..<max(2, Cores.count)).compactMap { _ in Helper(work) } }
        }
        handed.signal()
    }

    /// Returns when every job is done; the caller does what nobody has begun.
    package func finish() {
        while let job = next() { job() }
        let helpers = line.withLock { line in
            defer { line.helpers = [] }
            return line.helpers
        }
        for _ in helpers { handed.signal() }
        for helper in helpers { helper.join() }
    }

    /// A signal without a job means the end.
    private var work: Job {
        { [self] in
            while true {
                handed.wait()
                guard let job = next() else { return }
                job()
            }
        }
    }

    private func next() -> Job? { line.withLock { $0.jobs.popLast() } }
}
