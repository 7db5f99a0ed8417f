import Ledger

/// One supporting unit of a 配合单位 cell: 「城建办（分办 6户 今日+5工）」, 「柳堤社区（协助）」, 「公服办」.
struct SupportCell: Hashable {
    var unit: String
    var mode: Support.Mode = .assist
    var amount: Amount?
    var measure = ""
    /// The share's own limit, as written.
    var due = ""
    /// 已办结, with its day where one is written.
    var isSettled = false
    var settled = ""

    /// The units of a cell, divided by ； 、 or a line's end outside brackets.
    /// - Returns: nil at the first part that cannot be read, which is then `wrong`.
    static func read(_ cell: String, wrong: inout String) -> [SupportCell]? {
        var supports: [SupportCell] = []
        for part in parts(of: cell) {
            guard let support = SupportCell(part) else {
                wrong = String(part)
                return nil
            }
            supports.append(support)
        }
        return supports
    }

    private static func parts(of cell: String) -> [Substring] {
        var depth = 0
        return cell.unicodeScalars.split { scalar in
            switch scalar {
            case "（", "(": depth += 1
            case "）", ")": depth -= 1
            case "；", ";", "、", "\n", "\r": return depth <= 0
            default: break
            }
            return false
        }
        .map { Substring($0) }
        .filter { !String($0).trimmed.isEmpty }
    }

    private init?(_ part: Substring) {
        let scalars = String(part).trimmed.unicodeScalars
        guard let open = scalars.firstIndex(where: { $0 == "（" || $0 == "(" }) else {
            unit = String(scalars)
            return
        }
        guard scalars.last == "）" || scalars.last == ")" else { return nil }
        unit = String(String(scalars[..<open]).trimmed)
        guard !unit.isEmpty else { return nil }
        let words = scalars[scalars.index(after: open)...].dropLast()
            .split { $0 == " " || $0 == "\u{3000}" }
            .map { Substring($0) }[...]
        guard let first = words.first else { return nil }
        switch first {
        case "协助":
            guard words.count == 1 else { return nil }
        case "分办":
            mode = .share
            guard take(words.dropFirst()) else { return nil }
        default: return nil
        }
    }

    /// An amount, a limit, and whether the share is settled; each may be left out.
    private mutating func take(_ words: ArraySlice<Substring>) -> Bool {
        for word in words {
            if word == "已办结" {
                isSettled = true
            } else if isSettled, settled.isEmpty {
                settled = String(word)
            } else if amount == nil, due.isEmpty, let quantity = QuantityCell(word), !quantity.measure.isEmpty,
                !["日", "天", "月", "年", "号"].contains(where: quantity.measure.hasPrefix), quantity.measure != "个工作日"
            {
                (amount, measure) = (quantity.amount, quantity.measure)
            } else if due.isEmpty {
                due = String(word)
            } else {
                return false
            }
        }
        return true
    }
}

/// A number with its measure behind it: 480 户, 12.5亩, 3,600米.
struct QuantityCell: Hashable {
    var amount: Amount
    var measure: String

    init?(_ text: some StringProtocol) {
        let key = text.nameKey
        let scalars = key.unicodeScalars
        let end =
            scalars.firstIndex { !("0"..."9").contains($0) && !".,-+，".unicodeScalars.contains($0) } ?? scalars.endIndex
        guard let amount = Amount(key[..<end]) else { return nil }
        self.amount = amount
        measure = String(key[end...])
    }
}
