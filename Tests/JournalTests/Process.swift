import Glibc

/// A process of `JournalTrial`, which lies beside the tests.
final class Process {
    private let id: pid_t
    private let output: Int32

    init(_ arguments: String...) {
        var ends: [Int32] = [0, 0]
        precondition(pipe(&ends) == 0)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        posix_spawn_file_actions_addclose(&actions, ends[1])
        let words = [Process.trial] + arguments
        var pointers = words.map { strdup($0) } + [nil]
        var id: pid_t = 0
        precondition(posix_spawn(&id, Process.trial, &actions, nil, &pointers, environ) == 0, Process.trial)
        posix_spawn_file_actions_destroy(&actions)
        for pointer in pointers { free(pointer) }
        close(ends[1])
        self.id = id
        output = ends[0]
    }

    deinit { close(output) }

    /// Whole lines, until there are `count` of them or the process ends.
    func lines(_ count: Int = .max) -> [Substring] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count(where: { $0 == 10 }) < count, case let size = read(output, &buffer, buffer.count), size > 0 {
            bytes += buffer[..<size]
        }
        let whole = bytes.lastIndex(of: 10).map { bytes[..<$0] } ?? []
        return String(decoding: whole, as: UTF8.self).split(separator: "\n")
    }

    func kill() { Glibc.kill(id, SIGKILL) }

    /// Its exit code, or minus the signal that ended it.
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    }

    private static let trial: String = {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let own = String(decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        let folder = own.prefix(upTo: own.lastIndex(of: "/") ?? own.startIndex)
        return "\(folder)/JournalTrial"
    }()
}
