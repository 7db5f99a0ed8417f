// Breaking a paragraph into lines the way Chinese is set: between any two ideographs, but no line
// begins with a closing mark (行首禁则) or ends with an opening one (行尾禁则), and words and
// figures of Latin letters stay in one piece (GB/T 15834, CLREQ 3.1.3).

extension StringProtocol {
    /// The text as lines of at most `columns`. A newline always breaks; spaces at a break are dropped.
    ///
    /// A piece without a break that is wider than a line is divided behind its marks (`2026-11-20`,
    /// `2,180/3,600`), and only a part that is still wider anywhere. An empty text gives one empty line.
    public func wrapped(to columns: Int, _ ambiguity: Ambiguity = .narrow) -> [String] {
        split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .flatMap { Wrapping(columns: Swift.max(2, columns), ambiguity: ambiguity).lines(of: $0) }
    }
}

private struct Wrapping {
    let columns: Int
    let ambiguity: Ambiguity

    func lines(of paragraph: some StringProtocol) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        func finish() {
            while line.last == " " { line.removeLast() }
            lines.append(line)
            (line, used) = ("", 0)
        }
        /// Whether it found room, on this line or on a new one.
        func place(_ piece: some StringProtocol) -> Bool {
            let width = piece.columns(ambiguity)
            guard width <= columns else { return false }
            if used + width > columns { finish() }
            line += piece
            used += width
            return true
        }
        for piece in pieces(of: paragraph) {
            if piece.first == " " {
                // Spaces at the end of a line may hang over it; `finish` removes them.
                line += piece
                used += piece.columns(ambiguity)
                continue
            }
            if place(piece) { continue }
            for piece in parts(of: piece) where !place(piece) {
                if used > columns || (used > 0 && used + 2 > columns) { finish() }
                for character in piece {
                    let width = character.columns(ambiguity)
                    if used + width > columns { finish() }
                    line.append(character)
                    used += width
                }
            }
        }
        finish()
        return lines
    }

    /// A piece too wide for a line, cut behind each mark inside a word.
    func parts(of piece: String) -> [String] {
        var parts = [""]
        for character in piece {
            parts[parts.count - 1].append(character)
            if Class.joints.contains(character) { parts.append("") }
        }
        return parts.filter { !$0.isEmpty }
    }

    /// The stretches that may not be broken: each word with the marks that cling to it, or a run of spaces.
    func pieces(of paragraph: some StringProtocol) -> [String] {
        var pieces: [String] = []
        var before: Class?
        for character in paragraph {
            let now = Class(character, ambiguity)
            if let before, !Class.mayBreak(before, now) {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
            before = now
        }
        return pieces
    }
}

/// What a character does to the line around it.
private enum Class {
    case space
    case opening
    case closing
    /// `,` `.` `%` …: closes, but within figures and addresses it also joins.
    case latinClosing
    case word
    case ideograph

    init(_ character: Character, _ ambiguity: Ambiguity) {
        if character == " " || character == "\u{3000}" {
            self = .space
        } else if Class.openings.contains(character) {
            self = .opening
        } else if Class.closings.contains(character) {
            self = character.isASCII ? .latinClosing : .closing
        } else {
            self = character.columns(.narrow) > 1 ? .ideograph : .word
        }
    }

    static func mayBreak(_ before: Class, _ after: Class) -> Bool {
        switch (before, after) {
        case (.space, .space), (.opening, _), (_, .closing), (_, .latinClosing): false
        case (.word, .word), (.latinClosing, .word): false
        default: true
        }
    }

    static let openings: Set<Character> = Set("（〔［｛《〈「『【〖“‘([{〝￥$")
    static let closings: Set<Character> = Set("，。、；：？！）〕］｝》〉」』】〗”’…—～·,.;:?!)]}〞％%‰℃°々ー")
    static let joints: Set<Character> = Set(",.:-/_@&=")
}
