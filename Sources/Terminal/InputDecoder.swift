import CCurses
package import Canvas

/// Makes events out of what curses reports. A value: fed in tests without a terminal.
package struct InputDecoder: Sendable {
    package enum Input: Sendable, Hashable {
        /// Of text in UTF-8, or a control character.
        case byte(UInt8)
        /// One of the `INPUT_` numbers of CCurses.
        case key(Int)
        /// One of the `MOUSE_` numbers.
        case mouse(Int, Point)
        case resized(Size)
    }

    /// Input with its bytes put together.
    private enum Token {
        case scalar(Unicode.Scalar)
        case undecodable
        case key(Int)
        case mouse(Int, Point)
        case resized(Size)
    }

    /// The beginning of a character whose rest has not come yet.
    private var unfinished: [UInt8] = []
    private var paste: String?
    /// The last batch ended with a lone Esc: a torn sequence may follow.
    private var isAfterEscape = false
    /// The beginning of an answer whose rest has not come yet.
    private var reply: GroundReply?
    /// Whether the terminal's ground is light, once it has said so.
    package private(set) var isGroundLight: Bool?

    package init() {}

    package var isPasting: Bool { paste != nil }

    /// Decodes everything that was typed since the last call. What came together belongs together: Esc with a character
    /// right behind it is Alt.
    package mutating func decode(_ inputs: [Input]) -> [Event] {
        var rest = tokens(inputs)[...]
        var events: [Event] = []
        if isAfterEscape, paste == nil, !skipSequence(&rest), beginsReply(rest) {
            rest.removeFirst()
            reply = GroundReply()
        }
        if !inputs.isEmpty { isAfterEscape = false }
        if reply != nil { events += readReply(&rest) }
        while let token = rest.popFirst() {
            switch token {
            case .resized(let size):
                // Dragging a window's edge sends many; only the last one is drawn.
                events.removeAll { if case .resized = $0 { true } else { false } }
                events.append(.resized(size))
            case .mouse(let number, let point):
                if let kind = Self.mouse(number) { events.append(.mouse(Mouse(kind, at: point))) }
            case .undecodable: events.append(.undecodable)
            case .key(Int(INPUT_PASTE_BEGIN)): paste = ""
            case .key(Int(INPUT_PASTE_END)): events += endPaste()
            case .key(let number):
                if paste == nil, let key = Self.key(number) { events.append(.key(key)) }
            case .scalar(let scalar):
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

    /// Puts bytes together. A stretch of bytes that is not UTF-8 is dropped whole: parts of it might look like text, but
    /// what somebody typed in GBK is not in them.
    private mutating func tokens(_ inputs: [Input]) -> [Token] {
        var tokens: [Token] = []
        for input in inputs {
            if case .byte(let byte) = input, byte >= 0x80 {
                unfinished.append(byte)
                continue
            }
            tokens += takeUnfinished(isComplete: true)
            switch input {
            case .byte(let byte): tokens.append(.scalar(Unicode.Scalar(byte)))
            case .key(let number): tokens.append(.key(number))
            case .mouse(let number, let point): tokens.append(.mouse(number, point))
            case .resized(let size): tokens.append(.resized(size))
            }
        }
        return tokens + takeUnfinished(isComplete: false)
    }

    /// - Parameter isComplete: nothing more of this stretch can come.
    private mutating func takeUnfinished(isComplete: Bool) -> [Token] {
        guard !unfinished.isEmpty else { return [] }
        var decoder = UTF8()
        var bytes = unfinished.makeIterator()
        var tokens: [Token] = []
        var used = 0
        while true {
            switch decoder.decode(&bytes) {
            case .scalarValue(let scalar):
                tokens.append(.scalar(scalar))
                used += UTF8.width(scalar)
            case .emptyInput:
                unfinished = []
                return tokens
            case .error:
                let tail = unfinished[used...]
                if !isComplete, Self.mayBegin(tail) {
                    unfinished = Array(tail)
                    return tokens
                }
                unfinished = []
                return [.undecodable]
            }
        }
    }

    /// Whether bytes are the first one to three of a longer character (RFC 3629).
    private static func mayBegin(_ bytes: ArraySlice<UInt8>) -> Bool {
        let length: Int
        switch bytes.first {
        case .some(0xC2...0xDF): length = 2
        case .some(0xE0...0xEF): length = 3
        case .some(0xF0...0xF4): length = 4
        default: return false
        }
        return bytes.count < length && bytes.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
    }

    /// Ends a paste whose end mark did not come.
    package mutating func endPaste() -> [Event] {
        defer { paste = nil }
        return paste.map { $0.isEmpty ? [] : [.paste($0)] } ?? []
    }

    /// Esc, Alt with a key, or a sequence that nobody knows and that must not be taken for typing.
    private mutating func escape(_ rest: inout ArraySlice<Token>) -> [Event] {
        guard let next = rest.first else {
            isAfterEscape = true
            return [.key(.escape)]
        }
        if skipSequence(&rest) { return [] }
        if case .scalar("]") = next {
            rest.removeFirst()
            reply = GroundReply()
            return readReply(&rest)
        }
        guard case .scalar(let scalar) = next, scalar != "\u{1B}", var key = Self.key(scalar) else {
            return [.key(.escape)]
        }
        rest.removeFirst()
        key.modifiers.insert(.alt)
        return [.key(key)]
    }

    /// Nobody types that between two looks; `]` alone is a key of ours.
    private func beginsReply(_ rest: ArraySlice<Token>) -> Bool {
        zip(rest, "]11;".unicodeScalars).count { token, wanted in
            if case .scalar(wanted) = token { true } else { false }
        } == 4
    }

    /// Takes what belongs to the answer. What turns out to be none was typed: Alt and `]`, and the keys behind it.
    private mutating func readReply(_ rest: inout ArraySlice<Token>) -> [Event] {
        guard var reply else { return [] }
        self.reply = nil
        while let token = rest.first {
            if case .scalar(let scalar) = token {
                switch reply.take(scalar) {
                case .goesOn:
                    rest.removeFirst()
                    continue
                case .complete:
                    rest.removeFirst()
                    isGroundLight = reply.isLight
                    return []
                case .noReply: break
                }
            }
            var keys = ("]" + reply.text).unicodeScalars.compactMap(Self.key)
            if !keys.isEmpty { keys[0].modifiers.insert(.alt) }
            return keys.map(Event.key)
        }
        self.reply = reply
        return []
    }

    /// Drops `[`, parameters and the final byte (ECMA-48 5.4), or `O` and one byte. A bare `[` is a key of ours.
    @discardableResult
    private func skipSequence(_ rest: inout ArraySlice<Token>) -> Bool {
        let scalars = rest.lazy.map { if case .scalar(let scalar) = $0 { scalar.value } else { 0 as UInt32 } }
        guard let introducer = scalars.first, introducer == 0x5B || introducer == 0x4F else { return false }
        var length = 1
        for value in scalars.dropFirst() {
            length += 1
            switch value {
            case 0x20...0x3F where introducer == 0x5B: continue
            case 0x40...0x7E:
                rest.removeFirst(length)
                return true
            default: return false
            }
        }
        return false
    }
}
