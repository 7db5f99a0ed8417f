import Glibc
import Synchronization
import Text

/// What the terminal itself takes bytes for, whatever the locale says: a line and two Chinese characters are written, and
/// it is asked how far they reached.
///
/// The answer comes among what is typed. That is handed back, so that whoever reads next, the shell or our own screen,
/// finds it; and an answer that comes late is taken away before the shell could take it for typing.
enum TerminalQuestion {
    enum Answer: Hashable, Sendable {
        /// With the width that it gives to the line, as to all that is ambiguous.
        case utf8(Ambiguity)
        /// It shows something else in their place.
        case foreign
        /// It said nothing in time.
        case none
    }

    /// Whether there is a terminal to ask, and this process may: one in the background would be stopped.
    static var isPossible: Bool {
        isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && tcgetpgrp(STDIN_FILENO) == getpgrp()
            && getenv("TERM").map { strcmp($0, "dumb") != 0 } ?? false
    }

    /// Asks, and waits for the answer a third of a second. What was asked is wiped out.
    static func ask() -> Answer {
        let asked = ContinuousClock.now
        let reply: Reply? = listening {
            // The blank keeps what follows apart from half a character.
            guard Output.write(Array("\r─挂图 \u{1B}[6n".utf8), to: STDOUT_FILENO) == nil else { return nil }
            let reply = read(until: asked + patience)
            handBack(reply.typed)
            _ = Output.write(Array("\r\u{1B}[K".utf8), to: STDOUT_FILENO)
            return reply
        }
        guard let reply else { return .none }
        if reply.column == nil { open.withLock { $0 = asked } }
        return reply.answer
    }

    /// Before the program ends: waits for an answer that is still on its way, a second after it was asked at most.
    static func finish() {
        guard
            let asked = open.withLock({ asked in
                defer { asked = nil }
                return asked
            })
        else { return }
        _ = listening {
            let reply = read(until: asked + lateness)
            handBack(reply.typed)
            return reply
        }
    }

    private static let patience: Duration = .milliseconds(300)
    private static let lateness: Duration = .seconds(1)

    /// When the question was asked that has no answer yet.
    private static let open = Mutex<ContinuousClock.Instant?>(nil)

    /// With each byte as it comes, and none shown.
    private static func listening(_ body: () -> Reply?) -> Reply? {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
        var raw = before
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
        guard tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0 else { return nil }
        defer { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
        return body()
    }

    private static func read(until end: ContinuousClock.Instant) -> Reply {
        var said: [UInt8] = []
        var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while true {
            let reply = Reply(said)
            // Behind the answer all that is there already: handed back, it would stand before what was typed first.
            let left = reply.column == nil ? Int32((end - .now) / .milliseconds(1)) : 0
            guard left >= 0, poll(&ready, 1, left) > 0 else { return reply }
            var buffer = [UInt8](repeating: 0, count: 256)
            let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
            guard count > 0 else { return reply }
            said += buffer[..<count]
        }
    }

    /// Puts bytes where what is typed waits to be read. Where the kernel forbids it (`dev.tty.legacy_tiocsti`) they are kept
    /// for our own screen; a shell does not get what was typed in the few milliseconds that an answer takes.
    private static func handBack(_ typed: [UInt8]) {
        for (index, byte) in typed.enumerated() {
            var byte = byte
            guard ioctl(STDIN_FILENO, UInt(TIOCSTI), &byte) == 0 else {
                return kept.withLock { $0 += typed[index...] }
            }
        }
    }

    private static let kept = Mutex<[UInt8]>([])

    /// What was typed and could not be put back.
    static func takeKept() -> [UInt8] {
        kept.withLock { kept in
            defer { kept = [] }
            return kept
        }
    }

    /// What came after the question: the answer, and what somebody typed around it.
    struct Reply: Hashable, Sendable {
        /// Where the cursor went; nil: not said.
        private(set) var column: Int?
        private(set) var typed: [UInt8]

        init(_ said: [UInt8]) {
            typed = said
            // ESC [ row ; column R (ECMA-48, CPR)
            for start in said.indices where said[start...].starts(with: [0x1B, 0x5B]) {
                let rest = said[(start + 2)...]
                guard let end = rest.firstIndex(where: { !(0x30...0x3B).contains($0) }), rest[end] == 0x52 else {
                    continue
                }
                let numbers = rest[..<end].split(separator: 0x3B, omittingEmptySubsequences: false)
                    .map { Int(String(decoding: $0, as: UTF8.self)) }
                guard numbers.count == 2, numbers[0] != nil, let found = numbers[1] else { continue }
                column = found
                typed.removeSubrange(start...end)
                return
            }
        }

        var answer: Answer {
            switch column {
            case nil: .none
            case 7: .utf8(.narrow)
            case 8: .utf8(.wide)
            default: .foreign
            }
        }
    }
}
