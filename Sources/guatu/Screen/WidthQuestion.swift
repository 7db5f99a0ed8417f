import Terminal
import Text

/// Asking the terminal how wide ambiguous characters are, once for a screen, and believing it.
struct WidthQuestion {
    private let file: WidthFile
    private var isOpen: Bool

    init(_ surroundings: Surroundings, _ options: ScreenOptions) {
        file = WidthFile(surroundings)
        // Also where an answer is remembered: over SSH two terminals may look the same from here and differ.
        isOpen = (try? options.toldWidth(surroundings)) == .some(nil) && file.canBeAsked
    }

    /// After the first frame.
    func ask(_ terminal: Terminal) {
        if isOpen { terminal.askWidth() }
    }

    /// Takes the terminal's word once it has come, and remembers it. True where the next frame must be drawn anew.
    mutating func hasAnswer(of terminal: Terminal) -> Bool {
        guard isOpen, let ambiguity = terminal.measured else { return false }
        isOpen = false
        file.write(ambiguity)
        guard ambiguity != terminal.repertoire.ambiguity else { return false }
        terminal.adopt(ambiguity)
        return true
    }
}
