import Ledger

/// A small number for each of some matters: an array where numbers follow one another, as they do in a ledger, and a
/// dictionary where an imported one jumps far ahead.
struct NumberMap {
    /// Half as wide as a number, for each screen of a large ledger fills some of them.
    private var dense: [Int32]
    private var sparse: [MatterNumber: Int] = [:]

    /// - Parameter ledger: whose matters it is about.
    init(_ ledger: Ledger) {
        let last = ledger.counters.matter
        dense = last <= 4096 + ledger.matters.count * 16 ? Array(repeating: -1, count: last) : []
    }

    subscript(number: MatterNumber) -> Int? {
        get {
            if dense.indices.contains(number.rawValue) {
                let value = dense[number.rawValue]
                return value < 0 ? nil : Int(value)
            }
            return sparse.isEmpty ? nil : sparse[number]
        }
        set {
            if dense.indices.contains(number.rawValue) {
                dense[number.rawValue] = newValue.map(Int32.init) ?? -1
            } else {
                sparse[number] = newValue
            }
        }
    }
}
