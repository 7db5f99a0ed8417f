package import Canvas
package import Text

extension Terminal {
    /// What the program wants of the terminal, and what the environment says about it.
    package struct Options: Sendable, Hashable {
        /// nil: as many colours as the terminal has, or none under `NO_COLOR`.
        package var depth: Depth?
        /// nil: rich, except where fonts are known to lack the signs.
        package var glyphs: GlyphSet?
        package var ambiguity: Ambiguity
        /// The user, or the terminal in an earlier session, said so.
        package var isAmbiguityKnown = false
        /// The session's encoding, if it is not UTF-8: a screen would be garbled there.
        package var foreignEncoding: String?
        /// Off where the user wants the terminal's own selecting and copying.
        package var hasMouse: Bool
        /// Where stderr goes while the screen is open, and what a crash leaves behind.
        package var logPath: String?
        /// What a crash leaves on the terminal, in front of the path of the log.
        package var crashMessage: String
        package var environment: [String: String]

        package init(
            depth: Depth? = nil,
            glyphs: GlyphSet? = nil,
            ambiguity: Ambiguity = .narrow,
            hasMouse: Bool = true,
            logPath: String? = nil,
            crashMessage: String = "程序意外退出，终端已恢复。已存的记录都在。详情见 ",
            environment: [String: String]
        ) {
            self.depth = depth
            self.glyphs = glyphs
            self.ambiguity = ambiguity
            self.hasMouse = hasMouse
            self.logPath = logPath
            self.crashMessage = crashMessage
            self.environment = environment
        }
    }
}

extension Terminal.Options {
    /// tmux or screen, which answer for the terminal they are shown on and may differ from it; nil outside of them.
    package var multiplexer: String? { Self.multiplexer(in: environment) }

    package static func multiplexer(in environment: [String: String]) -> String? {
        func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
        let term = environment["TERM"] ?? ""
        if isSet("TMUX") || term.hasPrefix("tmux") { return "tmux" }
        return isSet("STY") || term.hasPrefix("screen") ? "screen" : nil
    }

    /// Milliseconds to wait whether an ESC begins a longer sequence. On a slow line an arrow key that is torn apart
    /// would be taken for Esc, so over SSH it is longer; `ESCDELAY` decides, as in every curses program.
    var escapeDelay: Int {
        if let own = environment["ESCDELAY"].flatMap({ Int($0) }), own >= 0 { return min(own, 5000) }
        return environment["SSH_CONNECTION"] == nil ? 25 : 50
    }

    /// The `-direct` twin of the terminal's entry, if direct colour was asked for; terminfo knows no other way to it.
    var terminfoEntry: String? {
        guard depth == .direct, let term = environment["TERM"], !term.hasSuffix("-direct") else { return nil }
        let base = term.split(separator: "-").first.map(String.init) ?? ""
        return ["xterm", "tmux", "konsole", "vte", "foot", "alacritty", "kitty"].contains(base) ? "\(base)-direct" : nil
    }

    /// - Parameters:
    ///   - colours: what terminfo promises; 0 without colour.
    ///   - isDirect: whether colours are RGB values there.
    func depth(colours: Int, isDirect: Bool) -> Depth {
        let able: Depth = isDirect ? .direct : min(Depth(colours: colours), .indexed)
        if let depth {
            // On a direct terminal palette indices would be read as colours near black.
            if able == .direct { return depth == .mono ? .mono : .direct }
            return min(depth, able)
        }
        // https://no-color.org: present and not empty.
        return environment["NO_COLOR"]?.isEmpty == false ? .mono : able
    }

    /// - Parameter ambiguity: as the terminal said itself, where it did.
    func repertoire(term: String, isUTF8: Bool, depth: Depth, _ ambiguity: Ambiguity? = nil) -> Repertoire {
        // The Linux console has 512 signs, and a vt100 was made before Unicode.
        let isPoor = !isUTF8 || term == "linux" || term.hasPrefix("vt") || term == "ansi"
        // What tmux or screen is shown on may count otherwise than they do, and nobody can ask it.
        let isStraight = multiplexer == nil || isAmbiguityKnown
        return Repertoire(
            glyphs ?? (isPoor ? .ascii : isStraight ? .rich : .safe),
            ambiguity: ambiguity ?? self.ambiguity,
            hasFaintInk: depth != .eight,
            hasWashes: depth >= .indexed
        )
    }
}
