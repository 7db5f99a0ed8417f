extension Array<Int> {
    /// Sorted by a key, equal ones in the order they had: in one walk where the keys lie close together, as days, numbers
    /// and units do, however many stand there. `Int32.max` is for what has no key; it comes last.
    func sortedClosely(by key: (Int) -> Int) -> [Int] {
        let keys = map(key)
        let none = Int(Int32.max)
        let known = keys.lazy.filter { $0 != none }
        guard let lowest = known.min(), let highest = known.max() else { return self }
        guard highest - lowest <= count * 4 + 4096 else {
            return indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { self[$0] }
        }
        func slot(_ key: Int) -> Int { key == none ? highest - lowest + 1 : key - lowest }
        var next = Array(repeating: 0, count: highest - lowest + 3)
        for key in keys { next[slot(key) + 1] += 1 }
        for slot in next.indices.dropFirst() { next[slot] += next[slot - 1] }
        var sorted = self
        for (element, key) in zip(self, keys) {
            sorted[next[slot(key)]] = element
            next[slot(key)] += 1
        }
        return sorted
    }
}
