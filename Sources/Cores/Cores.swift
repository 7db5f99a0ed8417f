import CMemory
import Glibc
import Synchronization

/// Work on all cores of the machine, by threads that begin with it and end with it.
///
/// Not by libdispatch: once its pool of threads was used, it wakes up each second for as long as the program runs, to see
/// after the pool. A screen that stands still for hours should sleep.
package enum Cores {
    static let count = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

    /// Calls `body` with each number from 0 below `count`, in no promised order; returns when all calls have returned.
    package static func each(_ count: Int, _ body: @Sendable (Int) -> Void) {
        let next = Atomic(0)
        withoutActuallyEscaping(body) { body in
            let work: @Sendable () -> Void = {
                while true {
                    let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard number < count else { return }
                    body(number)
                }
            }
            let helpers = (1..<max(1, min(Cores.count, count))).compactMap { _ in Helper(work) }
            work()
            for helper in helpers { helper.join() }
        }
    }
}

/// A thread. No signal is delivered to it: those are for the thread that waits for keys.
final class Helper: Sendable {
    private let thread: pthread_t

    private final class Work: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// nil where the system gives no more threads; whoever asked does the work alone then.
    init?(_ run: @escaping @Sendable () -> Void) {
        let work = Unmanaged.passRetained(Work(run))
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        var thread = pthread_t()
        let code = pthread_create(
            &thread,
            nil,
            { pointer in
                cmemory_take_large_pieces_here()
                if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
                return nil
            },
            work.toOpaque()
        )
        guard code == 0 else {
            work.release()
            return nil
        }
        self.thread = thread
    }

    func join() { pthread_join(thread, nil) }
}
