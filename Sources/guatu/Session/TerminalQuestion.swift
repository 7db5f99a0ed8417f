import Glibc

/// What the terminal itself takes bytes for, whatever the locale says: two Chinese characters are written, and it is
/// asked how far they reached.
enum TerminalQuestion {
    enum Answer: Hashable, Sendable {
        case utf8
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

    /// Asks, and waits for the answer a third of a second. What was asked is wiped out; what is typed meanwhile is
    /// lost.
    static func ask() -> Answer {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return .none }
        var raw = before
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
        guard tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0 else { return .none }
        defer { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
        // The blank keeps what follows apart from half a character.
        guard Output.write(Array("\r挂图 \u{1B}[6n".utf8), to: STDOUT_FILENO) == nil else { return .none }
        let answer = read()
        _ = Output.write(Array("\r\u{1B}[K".utf8), to: STDOUT_FILENO)
        return answer
    }

    private static func read() -> Answer {
        var said: [UInt8] = []
        var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        let end = ContinuousClock.now + .milliseconds(300)
        while said.last != UInt8(ascii: "R") {
            let left = Int32((end - .now) / .milliseconds(1))
            var buffer = [UInt8](repeating: 0, count: 64)
            guard left > 0, poll(&ready, 1, left) > 0 else { return .none }
            let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
            guard count > 0 else { return .none }
            said += buffer[..<count]
        }
        return TerminalQuestion.answer(said)
    }

    /// What a report of the cursor's place means (ECMA-48, CPR), behind whatever was typed before it.
    static func answer(_ said: [UInt8]) -> Answer {
        guard said.last == UInt8(ascii: "R"), let semicolon = said.lastIndex(of: UInt8(ascii: ";")),
            let column = Int(String(decoding: said[(semicolon + 1)...].dropLast(), as: UTF8.self))
        else { return .none }
        return column == 6 ? .utf8 : .foreign
    }
}
