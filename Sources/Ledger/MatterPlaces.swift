/// Where matters stand in a table, by number.
///
/// Numbers are mostly given one after the other, so that a plain list from the lowest serves; hashing 28,000 of them would
/// be a twentieth of the time to the first screen. What lies far off is kept by key.
struct MatterPlaces: Sendable {
    private var lowest = 0
    /// -1 where no matter has the number.
    private var near: [Int32] = []
    private var far: [MatterNumber: Int] = [:]

    init() {}

    /// Makes room for numbers of this range, where it is not much wider than there are matters.
    init(_ range: ClosedRange<Int>, count: Int) {
        let (span, isTooWide) = range.upperBound.subtractingReportingOverflow(range.lowerBound)
        guard !isTooWide, span < MatterPlaces.room(count) else { return }
        lowest = range.lowerBound
        near = Array(repeating: -1, count: span + 1)
    }

    private static func room(_ count: Int) -> Int { count * 8 + 1_024 }

    subscript(number: MatterNumber) -> Int? {
        get {
            guard let index = index(number) else { return far[number] }
            return near[index] < 0 ? nil : Int(near[index])
        }
        set {
            if let index = index(number) ?? newValue.flatMap({ grown(for: number, at: $0) }) {
                near[index] = newValue.map(Int32.init) ?? -1
            } else {
                far[number] = newValue
            }
        }
    }

    private func index(_ number: MatterNumber) -> Int? {
        let (index, isFar) = number.rawValue.subtractingReportingOverflow(lowest)
        return !isFar && near.indices.contains(index) ? index : nil
    }

    /// Numbers go up: one that comes after all others gets room in the list.
    private mutating func grown(for number: MatterNumber, at place: Int) -> Int? {
        // What is far once must not come to lie within the list.
        guard far.isEmpty else { return nil }
        if near.isEmpty { lowest = number.rawValue }
        let (index, isFar) = number.rawValue.subtractingReportingOverflow(lowest)
        guard !isFar, index >= near.count, index < MatterPlaces.room(place) else { return nil }
        near.append(contentsOf: repeatElement(-1, count: index + 1 - near.count))
        return index
    }
}
