import Canvas

/// Reads what a theme says for one depth: `#FFFFFF on #D7263D`, `bright-red bold`, `reverse bold`.
struct ToneReader {
    let depth: Depth
    /// Whether `on` and a ground may follow.
    let takesGround: Bool

    struct Fault: Error {
        var word: String
        /// What can stand there.
        var wanted: String
    }

    /// As they are called in a file.
    static let depths: [(name: String, depth: Depth)] = [
        ("direct", .direct), ("256", .indexed), ("16", .sixteen), ("8", .eight), ("mono", .mono),
    ]

    func read(_ text: String) throws(Fault) -> ThemeSheet.Tone {
        var tone = ThemeSheet.Tone()
        var isAfterOn = false
        for word in text.split(separator: " ").map(String.init) {
            if word == "on", takesGround, depth != .mono, !isAfterOn, tone.ground == nil {
                isAfterOn = true
                continue
            }
            if let flag = ToneReader.flag(word) {
                tone.flags = (tone.flags ?? []).union(flag)
                continue
            }
            guard depth != .mono, let colour = colour(word) else { throw Fault(word: word, wanted: wanted) }
            if isAfterOn {
                tone.ground = colour
                isAfterOn = false
            } else {
                guard tone.colour == nil else { throw Fault(word: text, wanted: wanted) }
                tone.colour = colour
            }
        }
        guard !isAfterOn, tone != ThemeSheet.Tone() else { throw Fault(word: text, wanted: wanted) }
        return tone
    }

    private static func flag(_ word: String) -> Attributes.Flags? {
        switch word {
        case "plain": []
        case "bold": .bold
        case "underline": .underline
        case "reverse": .reverse
        case "dim": .dim
        default: nil
        }
    }

    private func colour(_ word: String) -> ThemeSheet.Colour? {
        if word == "own" { return .own }
        switch depth {
        case .direct:
            guard word.hasPrefix("#"), word.count == 7 else { return nil }
            return UInt32(word.dropFirst(), radix: 16).map(ThemeSheet.Colour.value)
        case .indexed: return UInt8(word).map { .value(UInt32($0)) }
        case .sixteen, .eight:
            if let index = ToneReader.names.firstIndex(of: word) { return .value(UInt32(index)) }
            return UInt32(word).flatMap { $0 < 16 ? .value($0) : nil }
        case .mono: return nil
        }
    }

    private static let names: [String] = {
        let dark = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
        return dark + dark.map { "bright-" + $0 }
    }()

    private var wanted: String {
        let colour: String? =
            switch depth {
            case .direct: "\"#RRGGBB\""
            case .indexed: "0–255"
            case .sixteen, .eight: "0–15、red、bright-red …"
            case .mono: nil
            }
        let colours = colour.map { takesGround ? ["\($0) on \($0)", "own"] : [$0, "own"] } ?? []
        return (colours + ["bold", "underline", "reverse", "dim", "plain"]).joined(separator: "、")
    }
}
