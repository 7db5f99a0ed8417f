extension TextColumn {
    /// A text that shares pairs of neighbouring characters with another.
    public struct Likeness: Hashable, Sendable {
        public let row: Int
        /// Twice the shared pairs by the pairs of both texts (Dice), in percent.
        public let percent: Int
    }

    /// The texts most like `text`, the most like first. As quick as a search: pairs are looked up in a table of bits.
    public func alike(_ text: some StringProtocol, atLeast percent: Int, limit: Int) -> [Likeness] {
        let typed = text.unicodeScalars.map { SearchWord.folded($0).value }
        guard typed.count > 1 else { return [] }
        var pairs: Set<UInt64> = []
        var bits = Array(repeating: false, count: 4096)
        for index in 1..<typed.count {
            let pair = TextColumn.pair(typed[index - 1], typed[index])
            pairs.insert(pair)
            bits[TextColumn.bit(pair)] = true
        }
        var found: [Likeness] = []
        scan { row, scalars in
            guard scalars.count > 1 else { return }
            var shared = 0
            for index in 1..<scalars.count {
                let pair = TextColumn.pair(scalars[index - 1], scalars[index])
                if bits[TextColumn.bit(pair)], pairs.contains(pair) { shared += 1 }
            }
            let likeness = 200 * min(shared, pairs.count) / (pairs.count + scalars.count - 1)
            if likeness >= percent { found.append(Likeness(row: row, percent: likeness)) }
        }
        return Array(found.sorted { ($1.percent, $0.row) < ($0.percent, $1.row) }.prefix(limit))
    }

    private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

    private static func bit(_ pair: UInt64) -> Int { Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 52) }
}
