import FoundationEssentials
import Terminal

/// What each terminal said of itself, in a file of the state folder: for the first frame of the next start, before it can
/// be asked again.
struct TerminalMemory<Value: Codable & Equatable> {
    private let path: String
    /// The terminal, as far as the environment tells it from others; nil where an answer could not be believed: tmux and
    /// screen answer for themselves, not for what they are shown on.
    let terminal: String?

    init(_ file: String, in folder: String, _ variables: [String: String]) {
        path = folder + "/" + file
        terminal = TerminalMemory.name(variables)
    }

    static func name(_ variables: [String: String]) -> String? {
        func value(_ name: String) -> String { variables[name] ?? "" }
        guard Terminal.Options.multiplexer(in: variables) == nil else { return nil }
        let client = value("SSH_CONNECTION").prefix { $0 != " " }
        return [
            value("TERM"), value("TERM_PROGRAM"), value("TERM_PROGRAM_VERSION"), value("VTE_VERSION"), String(client),
        ]
        .joined(separator: "|")
    }

    /// What is known of this terminal.
    func read() -> Value? { terminal.flatMap { content()[$0] } }

    /// Remembers it. Not being able to costs the question, or one frame that is not right, next time.
    func write(_ value: Value) {
        guard let terminal else { return }
        var content = content()
        guard content[terminal] != value else { return }
        content[terminal] = value
        try? Files.writeJSON(content, to: path)
    }

    private func content() -> [String: Value] {
        guard let bytes = try? Files.read(path) else { return [:] }
        return (try? JSONDecoder().decode([String: Value].self, from: Data(bytes))) ?? [:]
    }
}
