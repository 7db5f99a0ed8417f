import Foundation
import Glibc
import Testing

/// The built program on a pseudo-terminal, as a user sits before it.
final class Screen {
    private let terminal: Int32
    private let process: pid_t
    /// Everything it has written so far.
    private(set) var written: [UInt8] = []
    /// Where the next ``wait(for:)`` begins to look.
    private var mark = 0

    /// - Parameter command: words before the program's own, such as those that run it as somebody else.
    init(
        _ binary: Binary,
        _ arguments: [String],
        variables: [String: String] = [:],
        through command: [String] = [],
        width: UInt16 = 120,
        height: UInt16 = 36
    ) throws {
        // What posix_openpt, unlockpt and ptsname do; Swift does not see those.
        terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (number, locked): (Int32, Int32) = (0, 0)
        try #require(terminal >= 0 && ioctl(terminal, 0x4004_5431, &locked) == 0)
        try #require(ioctl(terminal, 0x8004_5430, &number) == 0)
        let name = "/dev/pts/\(number)"
        var size = winsize(ws_row: height, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        // The first terminal that the leader of a new session opens becomes its own.
        for descriptor in 0...2 { posix_spawn_file_actions_addopen(&actions, Int32(descriptor), name, O_RDWR, 0) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        // A test runs on a thread that takes no signals; the program must not inherit that.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        // With POSIX_SPAWN_SETSID of glibc, which Swift does not see.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | 0x80)
        var environment = [
            "HOME": binary.folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color",
        ]
        environment.merge(variables) { $1 }
        let words = (command + [Binary.path.path] + arguments).map { strdup($0) } + [nil]
        let settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        var child = pid_t()
        let failure = posix_spawn(&child, words[0]!, &actions, &attributes, words, settings)
        for text in words + settings { free(text) }
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
        try #require(failure == 0)
        process = child
    }

    deinit { close(terminal) }

    /// Reads until `text` was written after what was waited for last, or for ten seconds.
    func wait(for text: String) -> Bool {
        let wanted = Array(text.utf8)
        let end = Date(timeIntervalSinceNow: 10)
        while true {
            if let found = written[mark...].firstIndex(of: wanted) {
                mark = found + wanted.count
                return true
            }
            guard Date() < end, read() else { return false }
        }
    }

    /// Reads until nothing comes for a while, and answers how many bytes came.
    /// - Parameter patience: tenths of a second to wait for the first.
    func settle(patience: Int = 20) -> Int {
        let before = written.count
        var quiet = 3 - patience
        while quiet < 3 {
            let count = written.count
            guard read() else { break }
            quiet = written.count == count ? quiet + 1 : 0  // A frame is written in one piece.
        }
        return written.count - before
    }

    func type(_ text: String) {
        var bytes = Array(text.utf8)
        _ = write(terminal, &bytes, bytes.count)
    }

    func send(_ signal: Int32) { kill(process, signal) }

    /// Whether the line shows what is typed and waits for Enter, as a shell expects it.
    var isCooked: Bool {
        var modes = termios()
        let wanted = tcflag_t(ICANON | ECHO | ISIG)
        return tcgetattr(terminal, &modes) == 0 && modes.c_lflag & wanted == wanted
    }

    /// Reads to the end and answers how the process ended: its exit code, or 128 and the signal.
    func end() -> Int32 {
        let end = Date(timeIntervalSinceNow: 10)
        var status: Int32 = 0
        while Date() < end {
            _ = read()
            if waitpid(process, &status, WNOHANG) == process {
                return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
            }
        }
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        return -1
    }

    /// False when nothing more will come.
    private func read() -> Bool {
        var ready = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, 100) > 0 else { return true }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(terminal, &buffer, buffer.count)
        guard count > 0 else { return false }
        written += buffer[..<count]
        return true
    }
}

extension ArraySlice<UInt8> {
    fileprivate func firstIndex(of wanted: [UInt8]) -> Int? {
        guard count >= wanted.count else { return nil }
        return indices.dropLast(wanted.count - 1).first { self[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    }
}
