import Glibc

/// Another program, run to its end.
enum ChildProcess {
    struct Result: Sendable {
        /// The exit code; 128 and more for a signal.
        var status: Int32
        /// What it said on standard error.
        var said: String
    }

    /// Runs a program with `input` as its standard input; what it writes to standard output is dropped.
    /// - Returns: nil if it could not be started.
    static func run(_ path: String, _ arguments: [String], input: [UInt8] = []) -> Result? {
        guard let toChild = Pipe() else { return nil }
        guard let fromChild = Pipe() else {
            toChild.close()
            return nil
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toChild.reading, STDIN_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, fromChild.writing, STDERR_FILENO)
        var child = pid_t()
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        let failure = posix_spawnp(&child, path, &actions, nil, &words, environ)
        close(toChild.reading)
        close(fromChild.writing)
        guard failure == 0 else {
            close(toChild.writing)
            close(fromChild.reading)
            return nil
        }
        // A child that ends before it has read everything must not end us.
        let before = signal(SIGPIPE, SIG_IGN)
        _ = Output.write(input, to: toChild.writing)
        signal(SIGPIPE, before)
        close(toChild.writing)
        let said = readAll(fromChild.reading)
        close(fromChild.reading)
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        return Result(status: code, said: String(decoding: said, as: UTF8.self))
    }

    private static func readAll(_ descriptor: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count > 0 {
                bytes += buffer[..<count]
            } else if count == 0 || errno != EINTR {
                return bytes
            }
        }
    }

    /// Both ends are closed in every child that is not handed one.
    private struct Pipe {
        let reading: Int32
        let writing: Int32

        init?() {
            var ends: [Int32] = [0, 0]
            guard pipe(&ends) == 0 else { return nil }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            (reading, writing) = (ends[0], ends[1])
        }

        func close() {
            Glibc.close(reading)
            Glibc.close(writing)
        }
    }
}
