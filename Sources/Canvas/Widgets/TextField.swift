package import Text

/// One line of text being typed: a value, moved and changed by clusters, so that no half of a character can be deleted.
package struct TextField: Sendable, Hashable {
    /// Cleaned, but with the spaces at its ends: a space at the end is where the next word begins.
    package private(set) var text: String
    /// Clusters before the caret.
    package private(set) var caret: Int

    package init(_ text: String = "") {
        self.text = Cleaning.neutral(text)
        caret = self.text.count
    }

    package var isEmpty: Bool { text.isEmpty }

    /// What the field means to the ledger.
    package var cleaned: CleanText { CleanText(text) }

    // MARK: Changing

    /// Puts text in at the caret. A pasted line break becomes a space and never an Enter.
    package mutating func insert(_ added: String) {
        let head = before + Cleaning.neutral(added)
        text = head + after
        // Counted anew: a combining mark joins the cluster before it.
        caret = head.count
    }

    /// Puts text in the place of some clusters, and the caret behind it.
    package mutating func replace(_ range: Range<Int>, with added: String) {
        remove(range.clamped(to: 0..<text.count))
        insert(added)
    }

    package mutating func deleteBackward() { remove(max(0, caret - 1)..<caret) }
    package mutating func deleteForward() { remove(caret..<min(text.count, caret + 1)) }
    package mutating func deleteWordBackward() { remove(wordStart..<caret) }
    package mutating func deleteToStart() { remove(0..<caret) }
    package mutating func deleteToEnd() { remove(caret..<text.count) }
    package mutating func clear() { self = TextField() }

    // MARK: Moving

    package mutating func moveLeft() { caret = max(0, caret - 1) }
    package mutating func moveRight() { caret = min(text.count, caret + 1) }
    package mutating func moveHome() { caret = 0 }
    package mutating func moveEnd() { caret = text.count }
    package mutating func moveWordLeft() { caret = wordStart }
    package mutating func moveWordRight() { caret = wordEnd }

    /// Does what a key means in a field. False if it means nothing here: Enter, Esc and Tab belong to the form.
    package mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .backspace: deleteBackward()
        case .delete, .control("d"): deleteForward()
        case .left, .control("b"): moveLeft()
        case .right, .control("f"): moveRight()
        case .home, .control("a"): moveHome()
        case .end, .control("e"): moveEnd()
        case Key(.left, .control), .alt("b"): moveWordLeft()
        case Key(.right, .control), .alt("f"): moveWordRight()
        case .control("w"), Key(.backspace, .alt): deleteWordBackward()
        case .control("u"): deleteToStart()
        case .control("k"): deleteToEnd()
        default:
            guard let character = key.character else { return false }
            insert(String(character))
        }
        return true
    }

    // MARK: Showing

    /// The part of the text that a field of `columns` shows, and the column of the caret in it.
    ///
    /// The text is shifted by half a field at a time, so that typing at the end does not redraw it with each key.
    package func window(columns: Int, _ ambiguity: Ambiguity = .narrow) -> (text: String, caret: Int) {
        guard columns > 1 else { return ("", 0) }
        let caretColumn = before.columns(ambiguity)
        var start = 0
        if caretColumn > columns - 1 {
            let half = max(1, columns / 2)
            start = (caretColumn - columns + 1 + half - 1) / half * half
        }
        var shown = ""
        var column = 0
        var firstColumn: Int?
        for character in text {
            let width = character.columns(ambiguity)
            defer { column += width }
            if column < start { continue }
            let first = firstColumn ?? column
            firstColumn = first
            if column + width - first > columns { break }
            shown.append(character)
        }
        return (shown, caretColumn - (firstColumn ?? caretColumn))
    }

    private var before: String { String(text.prefix(caret)) }
    private var after: String { String(text.dropFirst(caret)) }

    private mutating func remove(_ range: Range<Int>) {
        let characters = Array(text)
        text = String(characters[..<range.lowerBound] + characters[range.upperBound...])
        caret = min(range.lowerBound, text.count)
    }

    /// The start of the word left of the caret. A run of ideographs is one word: there is no dictionary here.
    private var wordStart: Int {
        let characters = Array(text)
        var place = caret
        while place > 0, !characters[place - 1].isWord { place -= 1 }
        while place > 0, characters[place - 1].isWord { place -= 1 }
        return place
    }

    private var wordEnd: Int {
        let characters = Array(text)
        var place = caret
        while place < characters.count, !characters[place].isWord { place += 1 }
        while place < characters.count, characters[place].isWord { place += 1 }
        return place
    }
}

extension Character {
    fileprivate var isWord: Bool { isLetter || isNumber }
}

extension Canvas {
    /// Draws a field on its ground and, if it has the focus, leaves the terminal's cursor at its caret, where the input
    /// method opens its window. The placeholder starts right of the caret.
    package func put(
        _ field: TextField,
        x: Int,
        y: Int,
        width: Int,
        isFocused: Bool,
        placeholder: String = "",
        style: Style = .field
    ) {
        let box = region(x: x, y: y, width: width, height: 1)
        box.fill(nil, style)
        let shownField = TextField(shown: field, repertoire)
        let (text, caret) = shownField.window(columns: width, repertoire.ambiguity)
        box.put(text, x: 0, y: 0, style)
        if field.isEmpty { box.put(placeholder, x: 1, y: 0, Style(.dim, on: style.ground), width: width - 1) }
        if isFocused { box.placeCursor(x: caret, y: 0) }
    }
}

extension TextField {
    /// The field as it looks on a terminal where some characters are replaced: the caret moves with them.
    fileprivate init(shown field: TextField, _ repertoire: Repertoire) {
        let head = repertoire.shown(field.before)
        text = head + repertoire.shown(field.after)
        caret = head.count
    }
}
