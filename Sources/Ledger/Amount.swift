/// A decimal number with at most three places, exact: 12.5 亩, 1.82 平方公里.
package struct Amount: Hashable, Sendable {
    /// The number times 1,000.
    package let thousandths: Int64

    package init(thousandths: Int64) { self.thousandths = thousandths }
    package init(_ whole: Int) { thousandths = Int64(whole) * 1000 }

    package static let zero = Amount(0)
    /// What one figure may be at most: 10^12.
    package static let limit = Amount(1_000_000_000_000)

    /// The number written with digits, an optional sign and up to three places; separators
    /// `,` and `，` between digits are allowed. Nil for anything else or above ``limit``.
    package init?(_ text: some StringProtocol) {
        var digits: Int64 = 0
        var places: Int?
        var isNegative = false
        var endsInDigit = false
        // A string and not any text: tables hold hundreds of thousands of figures, and generic code is slow.
        let text = String(text).unicodeScalars
        for index in text.indices {
            let character = text[index]
            switch character {
            case "-" where index == text.startIndex: isNegative = true
            case "+" where index == text.startIndex: break
            case "." where places == nil && endsInDigit:
                places = 0
                endsInDigit = false
            case ",", "，":
                guard endsInDigit, places == nil else { return nil }
                endsInDigit = false
            case "0"..."9":
                if let count = places {
                    guard count < 3 else { return nil }
                    places = count + 1
                }
                digits = digits * 10 + Int64(character.value - 48)
                endsInDigit = true
                guard digits <= Amount.limit.thousandths else { return nil }
            default: return nil
            }
        }
        guard endsInDigit else { return nil }
        let scale: Int64 = [1000, 100, 10, 1][places ?? 0]
        guard digits * scale <= Amount.limit.thousandths else { return nil }
        thousandths = (isNegative ? -1 : 1) * digits * scale
    }

    // Sums wrap far beyond what thousands of figures at the limit add up to: folding never traps.
    package static func + (left: Amount, right: Amount) -> Amount {
        Amount(thousandths: left.thousandths &+ right.thousandths)
    }
    package static func - (left: Amount, right: Amount) -> Amount {
        Amount(thousandths: left.thousandths &- right.thousandths)
    }
    package static func += (left: inout Amount, right: Amount) { left = left + right }

    /// The share that this is of `whole`, in thousandths, rounded down; all of it where nothing is asked.
    package func share(of whole: Amount) -> Int {
        guard whole > .zero else { return 1000 }
        return Int(clamping: Int128(thousandths) * 1000 / Int128(whole.thousandths))
    }

    /// The plain decimal form, without separators: `1240`, `12.5`.
    package var text: String {
        let size = thousandths.magnitude
        var text = (thousandths < 0 ? "-" : "") + String(size / 1000)
        var rest = size % 1000
        guard rest > 0 else { return text }
        text += "."
        var unit: UInt64 = 100
        while rest > 0 {
            text += String(rest / unit)
            rest %= unit
            unit /= 10
        }
        return text
    }
}

extension Amount: Comparable {
    package static func < (left: Amount, right: Amount) -> Bool { left.thousandths < right.thousandths }
}

extension Amount: CustomStringConvertible {
    package var description: String { text }
}

/// Written as a decimal string, never as a floating-point number.
extension Amount: TextCoded {}

/// One line of a matter's quantity (量): 环湖 8 组 32 户, 18 of them done.
package struct QuantityLine: Hashable, Sendable, Codable {
    /// The group (组) the line belongs to; empty for the only line.
    package var group: String
    package var target: Amount
    /// Cumulative (累计). May pass the target.
    package var done: Amount
    /// 计量单位: 户, 米, 格.
    package var unit: String

    package init(group: String = "", target: Amount, done: Amount = .zero, unit: String) {
        self.group = group
        self.target = target
        self.done = done
        self.unit = unit
    }

    /// 1 件: nothing that is done bit by bit.
    package var isOnePiece: Bool { target == Amount(1) && unit == "件" }
}
