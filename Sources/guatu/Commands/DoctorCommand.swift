import ArgumentParser
import Terminal
import Words

/// `guatu doctor`
struct DoctorCommand: Subcommand {
    static let name = "doctor"
    static let aliases = ["体检"]
    static let summary = Both(
        "看终端、编码、颜色、字符宽度和文件是否合适，怎么设",
        "terminal, encoding, colours, widths, files: what to set"
    )
    static let details: Both? = Both(
        "只看不改，没有终端也能用。画面有错位、乱码、没有颜色时，先看它。",
        "Changes nothing and needs no terminal. The first thing to run where lines are crooked, text is garbled or colours are missing."
    )

    @OptionGroup var screen: ScreenOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        var options = try screen.terminal(surroundings)
        let (shelf, trouble) = try screen.themes(surroundings)
        let isAsked = !surroundings.output.charset.isForeign && TerminalQuestion.isPossible
        let answer = isAsked ? TerminalQuestion.ask() : .none
        if answer == .foreign { surroundings.output.sayTerminalIsForeign() }
        let told = try screen.toldWidth(surroundings)
        var isAnswered = false
        // Inside tmux it is tmux that answers.
        if case .utf8(let ambiguity) = answer, told == nil, options.multiplexer == nil {
            (options.ambiguity, options.isAmbiguityKnown, isAnswered) = (ambiguity, true, true)
        }
        let words = surroundings.output.charset.hasChinese ? surroundings.words : .english
        let checkup = Checkup(
            surroundings: surroundings,
            words: words,
            options: options,
            isWidthSet: told != nil,
            isWidthAnswered: isAnswered,
            terminal: Terminal.Description(options)
        )
        let theme = trouble.map { words.sentence(theme: $0) } ?? words("配色 \(shelf.name)", "theme \(shelf.name)")
        var lines = checkup.session() + checkup.colours(theme: theme) + checkup.widths() + checkup.settings()
        lines += checkup.files(LedgerPlace.find(global, surroundings), shelf)
        try surroundings.output.put(lines.joined(separator: "\n") + "\n")
    }
}
