/// A line of text from outside (标题、说明、姓名) that can no longer do harm.
///
/// Made only by cleaning, so whoever holds one may write it to a terminal, a printer or a CSV file:
/// - line breaks, tabs and the Unicode line separators are one space,
/// - control characters (C0, DEL, C1, so also ESC), bidi overrides and isolates, noncharacters and
///   broken UTF-8 are `U+FFFD` (�): visible, so that nobody wonders, but without power,
/// - invisible joiners, variation selectors and tags are gone: what looks equal is equal,
/// - spaces at both ends are gone.
///
/// Cleaning never fails, so one bad title never hides the others; and cleaning twice changes nothing.
public struct CleanText: Sendable, Hashable {
    public let string: String

    public init(_ raw: some StringProtocol) {
        string = Cleaning.line(raw)
    }

    /// The same for the type that nearly every caller in another module has: not through generic code.
    public init(_ raw: String) {
        string = Cleaning.line(raw)
    }

    /// From bytes that should be UTF-8; what is not becomes �.
    public init(utf8 bytes: some Collection<UInt8>) {
        self.init(String(decoding: bytes, as: UTF8.self))
    }

    public var isEmpty: Bool { string.isEmpty }
}

/// A longer text whose line breaks are kept (领导批示, 会议记录); else cleaned like ``CleanText``.
public struct CleanProse: Sendable, Hashable {
    /// Lines are divided by `\n`.
    public let string: String

    public init(_ raw: some StringProtocol) {
        var lines = raw.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { Cleaning.line($0) }
        while lines.last?.isEmpty == true { lines.removeLast() }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        string = lines.joined(separator: "\n")
    }

    public init(utf8 bytes: some Collection<UInt8>) {
        self.init(String(decoding: bytes, as: UTF8.self))
    }

    public var isEmpty: Bool { string.isEmpty }

    public var lines: [CleanText] {
        string.split(separator: "\n", omittingEmptySubsequences: false).map { CleanText($0) }
    }
}

// MARK: - As a plain string

extension CleanText: ExpressibleByStringInterpolation, CustomStringConvertible, Comparable, Codable {
    public init(stringLiteral value: String) { self.init(value) }

    public var description: String { string }

    /// By scalars: stable, and the same in every locale. Not the order of a Chinese directory.
    public static func < (left: Self, right: Self) -> Bool { left.string < right.string }

    /// Cleans again: a file is outside too.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(string)
    }
}

extension CleanProse: ExpressibleByStringInterpolation, CustomStringConvertible, Codable {
    public init(stringLiteral value: String) { self.init(value) }

    public var description: String { string }

    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(string)
    }
}
