/// A terminal's answer to what its ground is: `ESC ] 11 ; rgb:RRRR/GGGG/BBBB` and BEL or `ESC \` (xterm's control
/// sequences, OSC 11). It comes among the keys, perhaps in pieces.
struct GroundReply: Sendable {
    enum Step { case goesOn, complete, noReply }

    /// What has come behind `ESC ]`.
    private(set) var text = ""
    private var endsWithEscape = false

    mutating func take(_ scalar: Unicode.Scalar) -> Step {
        switch scalar {
        case "\u{7}" where isWhole: return .complete
        case "\\" where endsWithEscape && isWhole: return .complete
        case "\u{1B}" where !endsWithEscape && isWhole: endsWithEscape = true
        default:
            var longer = text
            longer.unicodeScalars.append(scalar)
            guard !endsWithEscape, GroundReply.mayBegin(longer) else { return .noReply }
            text = longer
        }
        return .goesOn
    }

    private static let head = "11;rgb:"

    private static func mayBegin(_ text: String) -> Bool {
        guard text.count > head.count else { return head.hasPrefix(text) }
        return text.hasPrefix(head) && text.count <= head.count + 14
            && text.dropFirst(head.count).allSatisfy { $0.isHexDigit || $0 == "/" }
    }

    /// Red, green, blue between 0 and 1.
    private var parts: [Double] {
        text.dropFirst(GroundReply.head.count).split(separator: "/").compactMap { part in
            Int(part, radix: 16).map { Double($0) / Double((1 << (4 * part.count)) - 1) }
        }
    }

    private var isWhole: Bool { parts.count == 3 }

    /// Whether dark ink is read better on it (ITU-R BT.709).
    var isLight: Bool {
        let parts = parts
        return parts.count == 3 && 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] > 0.5
    }
}
