import Text

/// A key as it arrives from the terminal.
package struct Key: Sendable, Hashable {
    package enum Code: Sendable, Hashable {
        case character(Character)
        case enter, escape, tab, backspace, delete, insert
        case up, down, left, right, home, end, pageUp, pageDown
        case function(Int)
    }

    package struct Modifiers: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The same as a literal, which generic code puts together at each key.
        package static var none: Modifiers { Modifiers(rawValue: 0) }
        package static let shift = Modifiers(rawValue: 1)
        package static let control = Modifiers(rawValue: 2)
        package static let alt = Modifiers(rawValue: 4)
    }

    package var code: Code
    package var modifiers: Modifiers

    package init(_ code: Code, _ modifiers: Modifiers = .none) {
        self.code = code
        self.modifiers = modifiers
    }

    package static let enter = Key(.enter)
    package static let escape = Key(.escape)
    package static let tab = Key(.tab)
    package static let backTab = Key(.tab, .shift)
    package static let backspace = Key(.backspace)
    package static let delete = Key(.delete)
    package static let up = Key(.up)
    package static let down = Key(.down)
    package static let left = Key(.left)
    package static let right = Key(.right)
    package static let home = Key(.home)
    package static let end = Key(.end)
    package static let pageUp = Key(.pageUp)
    package static let pageDown = Key(.pageDown)
    package static func function(_ number: Int) -> Key { Key(.function(number)) }
    package static func control(_ character: Character) -> Key { Key(.character(character), .control) }
    package static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }

    /// The typed character, if it is one and nothing was held down with it.
    package var character: Character? {
        if case .character(let character) = code, modifiers.isEmpty { character } else { nil }
    }

    /// The key as a command: `：` from an input method that was left on counts as `:`.
    package var command: Key {
        guard case .character(let character) = code, let scalar = character.unicodeScalars.first,
            character.unicodeScalars.count == 1
        else { return self }
        return Key(.character(Character(FullWidth.twin(of: scalar))), modifiers)
    }
}

// MARK: - Names

extension Key: ExpressibleByStringLiteral, CustomStringConvertible {
    /// `j`, `Enter`, `F10`, `Ctrl+L`, `Alt+x`, `Shift+Tab`, `Space`. Capital letters are keys of their own, but with Ctrl
    /// they are not: a terminal sends the same for both.
    package init?(named name: String) {
        var rest = name[...]
        var modifiers: Modifiers = []
        for (prefix, modifier) in [("Ctrl+", Modifiers.control), ("Alt+", .alt), ("Shift+", .shift)]
        where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
            modifiers.insert(modifier)
        }
        if let code = Key.codes.first(where: { $0.name == rest })?.code {
            self.init(code, modifiers)
        } else if rest.first == "F", let number = Int(rest.dropFirst()), (1...24).contains(number) {
            self.init(.function(number), modifiers)
        } else if rest.count == 1 {
            let character = modifiers.contains(.control) ? Character(rest.lowercased()) : rest.first!
            self.init(.character(character), modifiers)
        } else {
            return nil
        }
    }

    package init(stringLiteral name: String) {
        guard let key = Key(named: name) else { preconditionFailure("no key is called \(name)") }
        self = key
    }

    /// The name that ``init(named:)`` takes.
    package var description: String { prefix + baseName { $0.name } }

    /// What a footer shows: `↑`, `Enter`, `Ctrl+L`.
    package var label: String { prefix + baseName { $0.label } }

    private var prefix: String {
        (modifiers.contains(.control) ? "Ctrl+" : "") + (modifiers.contains(.alt) ? "Alt+" : "")
            + (modifiers.contains(.shift) ? "Shift+" : "")
    }

    private func baseName(_ part: (Named) -> String) -> String {
        if let known = Key.codes.first(where: { $0.code == code }) { return part(known) }
        switch code {
        case .function(let number): return "F\(number)"
        case .character(let character):
            return modifiers.contains(.control) ? character.uppercased() : String(character)
        default: return ""
        }
    }

    private typealias Named = (code: Code, name: String, label: String)

    private static let codes: [Named] = [
        (.enter, "Enter", "Enter"), (.escape, "Esc", "Esc"), (.tab, "Tab", "Tab"),
        (.backspace, "Backspace", "Backspace"), (.delete, "Delete", "Delete"), (.insert, "Insert", "Insert"),
        (.up, "Up", "↑"), (.down, "Down", "↓"), (.left, "Left", "←"), (.right, "Right", "→"),
        (.home, "Home", "Home"), (.end, "End", "End"), (.pageUp, "PageUp", "PgUp"), (.pageDown, "PageDown", "PgDn"),
        (.character(" "), "Space", "空格"),
    ]
}
