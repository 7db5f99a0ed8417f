/// How a terminal treats the characters that Unicode calls East Asian Ambiguous (`─ … “ ① α`).
///
/// Nearly all terminals draw them in one cell; some are set to two ("CJK ambiguous as wide"),
/// and then every row that holds one is shifted. Only a trial on the terminal can tell.
public enum Ambiguity: String, Sendable, Hashable, Codable {
    case narrow
    case wide
}

/// Columns (character cells) that a scalar takes on a terminal.
///
/// Equal to libc's `wcwidth` in a UTF-8 locale for every assigned character, because ncursesw
/// measures with that; but it depends on no locale, so tests and print give the same everywhere.
public enum Width: Sendable {
    /// The East Asian Width of a scalar, as far as a terminal cares.
    public enum Kind: UInt8, Sendable {
        /// Joins the character before it, or is invisible.
        case zero
        case narrow
        case wide
        /// One column, or two: see ``Ambiguity``.
        case ambiguous
    }

    /// The kind of a scalar. Controls count as `zero`: they must never reach a screen.
    @inlinable
    public static func kind(_ scalar: Unicode.Scalar) -> Kind {
        let code = scalar.value
        if code < 0x7F { return code < 0x20 ? .zero : .narrow }
        if code >= 0x4E00, code <= 0x9FFF { return .wide }
        return looked(up: code)
    }

    /// Columns of one scalar: 0, 1 or 2.
    @inlinable
    public static func of(_ scalar: Unicode.Scalar, _ ambiguity: Ambiguity = .narrow) -> Int {
        switch kind(scalar) {
        case .zero: 0
        case .narrow: 1
        case .wide: 2
        case .ambiguous: ambiguity == .wide ? 2 : 1
        }
    }

    @usableFromInline
    static func looked(up code: UInt32) -> Kind {
        if code < flat.count { return Kind(rawValue: flat[Int(code)])! }
        switch code {
        case 0x20000...0x3FFFD: return .wide  // Ideographs, assigned or still to come.
        case 0xE0000...0xE0FFF: return .zero  // Tags and variation selectors.
        default: return .ambiguous  // Private use.
        }
    }

    /// One byte for each scalar up to U+1FFFF, spread out of the compact ``WidthTable`` on first use.
    private static let flat: [UInt8] = {
        var kinds = [UInt8](repeating: Kind.narrow.rawValue, count: 0x20000)
        func spread(_ kind: Kind, over pairs: [UInt32]) {
            for index in stride(from: 0, to: pairs.count, by: 2) {
                for code in pairs[index]...pairs[index + 1] { kinds[Int(code)] = kind.rawValue }
            }
        }
        spread(.zero, over: [0x00, 0x1F, 0x7F, 0x9F])
        spread(.zero, over: WidthTable.zero)
        spread(.wide, over: WidthTable.wide)
        spread(.ambiguous, over: WidthTable.ambiguous)
        return kinds
    }()
}

extension StringProtocol {
    /// Columns that the text takes on one line of a terminal.
    public func columns(_ ambiguity: Ambiguity = .narrow) -> Int {
        var sum = 0
        for scalar in unicodeScalars { sum += Width.of(scalar, ambiguity) }
        return sum
    }
}

extension Character {
    /// Columns of a cluster: the sum of its scalars, which is what ncurses counts.
    public func columns(_ ambiguity: Ambiguity = .narrow) -> Int {
        var sum = 0
        for scalar in unicodeScalars { sum += Width.of(scalar, ambiguity) }
        return sum
    }
}
