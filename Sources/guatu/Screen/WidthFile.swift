import FoundationEssentials
import Terminal
import Text

/// How wide each terminal shows ambiguous characters, as it said itself: for the first frame of the next
/// start, before it can be asked again.
struct WidthFile {
    private let path: String
    /// The terminal, as far as the environment tells it from others; nil where an answer could not be believed: tmux and
    /// screen answer for themselves, not for what they are shown on.
    let terminal: String?

    init(_ surroundings: Surroundings) {
        path = surroundings.stateFolder + "/widths.json"
        terminal = WidthFile.name(surroundings.variables)
    }

    static func name(_ variables: [String: String]) -> String? {
        func value(_ name: String) -> String { variables[name] ?? "" }
        let term = value("TERM")
        guard value("TMUX").isEmpty, value("STY").isEmpty, !term.hasPrefix("screen"), !term.hasPrefix("tmux") else {
            return nil
        }
        let client = value("SSH_CONNECTION").prefix { $0 != " " }
        return [term, value("TERM_PROGRAM"), value("TERM_PROGRAM_VERSION"), value("VTE_VERSION"), String(client)]
            .joined(separator: "|")
    }

    /// What is known of this terminal.
    func read() -> Ambiguity? {
        guard let terminal, let cells = content()[terminal] else { return nil }
        return cells == 2 ? .wide : .narrow
    }

    /// Remembers it. Not being able to costs the question next time.
    func write(_ ambiguity: Ambiguity) {
        guard let terminal else { return }
        var content = content()
        content[terminal] = ambiguity == .wide ? 2 : 1
        try? Files.writeJSON(content, to: path)
    }

    private func content() -> [String: Int] {
        guard let bytes = try? Files.read(path) else { return [:] }
        return (try? JSONDecoder().decode([String: Int].self, from: Data(bytes))) ?? [:]
    }
}
