import Glibc
import Text
import Words

/// The two streams: data goes to standard output, everything said to people to standard error.
struct Output: Sendable {
    /// Standard output is a terminal.
    let isTerminal: Bool
    /// Standard output is an ordinary file, as after `> list.csv`.
    let isFile: Bool
    /// Letters may have colour: a terminal, and `NO_COLOR` is not set.
    let hasColour: Bool
    /// What a terminal is written in.
    let charset: SessionCharset
    /// Columns of the terminal; 80 where there is none.
    let columns: Int

    init(_ variables: [String: String]) {
        isTerminal = isatty(STDOUT_FILENO) == 1
        let named = SessionCharset(variables)
        // The locale of a machine says little about the terminal that somebody sits at.
        if named.isForeign, TerminalQuestion.isPossible, case .utf8 = TerminalQuestion.ask() {
            charset = .utf8
        } else {
            charset = named
        }
        var status = stat()
        isFile = fstat(STDOUT_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        let refuses = !(variables["NO_COLOR"] ?? "").isEmpty || variables["TERM"] == "dumb"
        hasColour = isTerminal && !refuses
        var size = winsize()
        let known = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        columns = known ? Int(size.ws_col) : Int(variables["COLUMNS"] ?? "") ?? 80
    }

    /// Writes data to standard output.
    func put(_ text: String) throws(Complaint) { try put(Array(text.utf8)) }

    /// The same for a text in UTF-8; a terminal set to another encoding gets that.
    func put(_ bytes: [UInt8]) throws(Complaint) {
        var bytes = bytes
        if isTerminal, charset.isForeign, let text = String(validating: bytes, as: UTF8.self) {
            bytes = charset.bytes(text)
        }
        if let failure = Output.write(bytes, to: STDOUT_FILENO) { throw .output(errno: failure) }
    }

    /// Writes a line to standard output.
    func line(_ text: String) throws(Complaint) { try put(text + "\n") }

    /// Says something to the user. Nothing can be done if nobody can hear it.
    func say(_ text: String) {
        let bytes = isatty(STDERR_FILENO) == 1 ? charset.bytes(text + "\n") : Array((text + "\n").utf8)
        _ = Output.write(bytes, to: STDERR_FILENO)
    }

    /// Says that the terminal does not take what is written for UTF-8: in GBK, in which it most probably is, and in
    /// English, which can be read on any.
    func sayTerminalIsForeign() {
        let chinese = SessionCharset.other("GBK").bytes(Words(.zh).terminalIsForeign + "\n")
        _ = Output.write(chinese + Array((Words(.en).terminalIsForeign + "\n").utf8), to: STDERR_FILENO)
    }

    /// Says once what is wrong with the session's encoding, where somebody sees it.
    func explainCharset(_ words: Words) {
        if charset.isForeign, isatty(STDERR_FILENO) == 1 { say(words.sentence(charset)) }
    }

    /// Writes everything; answers the error number if that was not possible.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }
}
