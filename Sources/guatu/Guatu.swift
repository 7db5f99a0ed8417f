import CMemory
import Glibc
import Terminal

/// The program. Everything is decided in ``Program``; here is only the way in and out.
@main
struct Guatu {
    static func main() {
        if let name = CommandLine.unsafeArgv[0], Terminal.isKeeper(name: String(cString: name)) {
            exit(Terminal.keep())
        }
        cmemory_touch_variables()
        let status = Program(arguments()).run()
        TerminalQuestion.finish()
        exit(status)
    }

    /// What was typed, in a session of another encoding translated from that. Bytes that are no text at all stay as Swift
    /// mends them.
    private static func arguments() -> [String] {
        let charset = SessionCharset(Surroundings.variables)
        return CommandLine.unsafeArgv.withMemoryRebound(to: UnsafePointer<CChar>?.self, capacity: Int(CommandLine.argc))
        {
            words in
            (1..<max(1, Int(CommandLine.argc))).compactMap { index in
                guard let word = words[index] else { return nil }
                let bytes = UnsafeBufferPointer(start: word, count: strlen(word)).map(UInt8.init(bitPattern:))
                return charset.text(bytes) ?? String(decoding: bytes, as: UTF8.self)
            }
        }
    }
}
