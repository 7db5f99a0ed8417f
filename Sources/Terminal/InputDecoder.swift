import CCurses
package import Canvas

/// Makes events out of what curses reports. A value: fed in tests without a terminal.
package struct InputDecoder: Sendable {
    package enum Input: Sendable, Hashable {
        /// A scalar value, control characters included.
        case character(UInt32)
        /// One of the `INPUT_` numbers of CCurses.
        case key(Int)
        /// One of the `MOUSE_` numbers.
        case mouse(Int, Point)
        case resized(Size)
    }

    private var paste: String?
    /// The last batch ended with a lone Esc: a torn sequence may follow.
    private var isAfterEscape = false

    package init() {}

    package var isPasting: Bool { paste != nil }

    /// Decodes everything that was typed since the last call. What came together belongs together: Esc with a character
    /// right behind it is Alt.
    package mutating func decode(_ inputs: [Input]) -> [Event] {
        var rest = inputs[...]
        if isAfterEscape, paste == nil, rest.count > 1 { skipSequence(&rest) }
        if !inputs.isEmpty { isAfterEscape = false }
        var events: [Event] = []
        while let input = rest.popFirst() {
            switch input {
            case .resized(let size):
                // Dragging a window's edge sends many; only the last one is drawn.
                events.removeAll { if case .resized = $0 { true } else { false } }
                events.append(.resized(size))
            case .mouse(let number, let point):
                if let kind = Self.mouse(number) { events.append(.mouse(Mouse(kind, at: point))) }
            case .key(Int(INPUT_PASTE_BEGIN)): paste = ""
            case .key(Int(INPUT_PASTE_END)): events += endPaste()
            case .key(let number):
                if paste == nil, let key = Self.key(number) { events.append(.key(key)) }
            case .character(let value):
                guard let scalar = Unicode.Scalar(value) else { continue }
                if paste != nil {
                    // A terminal sends Enter for each line break.
                    paste?.unicodeScalars.append(scalar == "\r" ? "\n" : scalar)
                } else if scalar == "\u{1B}" {
                    events += escape(&rest)
                } else if let key = Self.key(scalar) {
                    events.append(.key(key))
                }
            }
        }
        return events
    }

    /// Ends a paste whose end mark did not come.
    package mutating func endPaste() -> [Event] {
        defer { paste = nil }
        return paste.map { $0.isEmpty ? [] : [.paste($0)] } ?? []
    }

    /// Esc, Alt with a key, or a sequence that nobody knows and that must not be taken for typing.
    private mutating func escape(_ rest: inout ArraySlice<Input>) -> [Event] {
        switch rest.first {
        case nil:
            isAfterEscape = true
            return [.key(.escape)]
        case .character(let value)? where value != 0x1B:
            if skipSequence(&rest) { return [] }
            rest.removeFirst()
            guard let scalar = Unicode.Scalar(value), var key = Self.key(scalar) else { return [.key(.escape)] }
            key.modifiers.insert(.alt)
            return [.key(key)]
        default: return [.key(.escape)]
        }
    }

    /// Drops `[`, parameters and the final byte (ECMA-48 5.4), or `O` and one byte. A bare `[` is a key of ours.
    @discardableResult
    private func skipSequence(_ rest: inout ArraySlice<Input>) -> Bool {
        let values = rest.prefix { if case .character = $0 { true } else { false } }.map { input -> UInt32 in
            if case .character(let value) = input { value } else { 0 }
        }
        guard values.count > 1 else { return false }
        if values[0] == 0x4F, (0x40...0x7E).contains(values[1]) {
            rest.removeFirst(2)
            return true
        }
        guard values[0] == 0x5B else { return false }
        for (index, value) in values.enumerated().dropFirst() {
            if (0x40...0x7E).contains(value) {
                rest.removeFirst(index + 1)
                return true
            }
            if !(0x20...0x3F).contains(value) { return false }
        }
        return false
    }

    private static func key(_ scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 0x0D, 0x0A: .enter
        case 0x09: .tab
        case 0x08, 0x7F: .backspace
        case 0x00: .control(" ")
        case 0x01...0x1A: .control(Character(Unicode.Scalar(scalar.value + 0x60)!))
        case 0x1C...0x1F: .control(Character(Unicode.Scalar(scalar.value + 0x40)!))
        case 0x80...0x9F: nil
        default: Key(.character(Character(scalar)))
        }
    }

    private static func key(_ number: Int) -> Key? {
        var modifiers: Key.Modifiers = []
        if number < Int(INPUT_FUNCTION) {
            if number & Int(INPUT_SHIFT) != 0 { modifiers.insert(.shift) }
            if number & Int(INPUT_CONTROL) != 0 { modifiers.insert(.control) }
            if number & Int(INPUT_ALT) != 0 { modifiers.insert(.alt) }
        } else if number < Int(INPUT_UNKNOWN) {
            return .function(number - Int(INPUT_FUNCTION))
        } else {
            return nil
        }
        let code: Key.Code
        switch number & 0xFF {
        case Int(INPUT_UP): code = .up
        case Int(INPUT_DOWN): code = .down
        case Int(INPUT_LEFT): code = .left
        case Int(INPUT_RIGHT): code = .right
        case Int(INPUT_HOME): code = .home
        case Int(INPUT_END): code = .end
        case Int(INPUT_PAGE_UP): code = .pageUp
        case Int(INPUT_PAGE_DOWN): code = .pageDown
        case Int(INPUT_INSERT): code = .insert
        case Int(INPUT_DELETE): code = .delete
        case Int(INPUT_BACKSPACE): code = .backspace
        case Int(INPUT_ENTER): code = .enter
        case Int(INPUT_BACK_TAB): return .backTab
        default: return nil
        }
        return Key(code, modifiers)
    }

    private static func mouse(_ number: Int) -> Mouse.Kind? {
        switch number {
        case Int(MOUSE_CLICK): .click
        case Int(MOUSE_RIGHT_CLICK): .rightClick
        case Int(MOUSE_WHEEL_UP): .wheelUp
        case Int(MOUSE_WHEEL_DOWN): .wheelDown
        default: nil
        }
    }
}
