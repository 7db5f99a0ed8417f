import Console
import Glibc
import Synchronization
import Terminal

/// One thread for what may take longer than a key press: printing. Its results wait here until the
/// run loop, woken by it, collects them.
final class Worker: Sendable {
    typealias Task = @Sendable () -> Message

    private struct Store {
        var waiting: [Task] = []
        var finished: [Message] = []
        var isRunning = false
    }

    private let store = Mutex(Store())

    /// Runs a task after those that were started before it.
    func start(_ task: @escaping Task) {
        let isIdle = store.withLock { store in
            store.waiting.append(task)
            defer { store.isRunning = true }
            return !store.isRunning
        }
        if isIdle { spawn() }
    }

    /// News of a task that is not done yet; it may call this itself.
    func post(_ message: Message) {
        store.withLock { $0.finished.append(message) }
        Terminal.wake()
    }

    /// Results since the last call.
    func finished() -> [Message] {
        store.withLock { store in
            defer { store.finished = [] }
            return store.finished
        }
    }

    private func spawn() {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self).toOpaque()
        pthread_create(
            &thread,
            nil,
            { context in
                Unmanaged<Worker>.fromOpaque(context!).takeRetainedValue().work()
                return nil
            },
            context
        )
        pthread_detach(thread)
    }

    private func work() {
        while let task = next() {
            post(task())
        }
    }

    private func next() -> Task? {
        store.withLock { store in
            if store.waiting.isEmpty {
                store.isRunning = false
                return nil
            }
            return store.waiting.removeFirst()
        }
    }
}
