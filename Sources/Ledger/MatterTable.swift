/// The matters of a working set, by number; in no promised order.
package struct MatterTable: Sendable {
    private var matters: [Matter] = []
    private var places = MatterPlaces()

    package init() {}

    package init(_ matters: some Sequence<Matter>) {
        for matter in matters { self[matter.number] = matter }
    }

    /// The matters of several parts that were read beside one another, no number twice.
    package init(_ parts: [Part]) {
        let count = parts.reduce(0) { $0 + $1.matters.count }
        matters.reserveCapacity(count)
        var range: ClosedRange<Int>?
        for number in parts.lazy.flatMap(\.matters).map(\.number.rawValue) {
            range = range.map { min($0.lowerBound, number)...max($0.upperBound, number) } ?? number...number
        }
        places = range.map { MatterPlaces($0, count: count) } ?? MatterPlaces()
        for matter in parts.lazy.flatMap(\.matters) {
            places[matter.number] = matters.count
            matters.append(matter)
        }
    }

    /// Matters on their way into a table.
    package struct Part: Sendable {
        fileprivate var matters: [Matter] = []

        package init(capacity: Int) { matters.reserveCapacity(capacity) }

        package mutating func append(_ matter: consuming Matter) { matters.append(matter) }
    }

    package subscript(number: MatterNumber) -> Matter? {
        get { places[number].map { matters[$0] } }
        set {
            switch (places[number], newValue) {
            case (let place?, let matter?): matters[place] = matter
            case (nil, let matter?):
                places[number] = matters.count
                matters.append(matter)
            case (let place?, nil):
                places[number] = nil
                let last = matters.removeLast()
                // The last one takes the free place.
                guard place < matters.count else { return }
                matters[place] = last
                places[last.number] = place
            case (nil, nil): break
            }
        }
    }

    package var count: Int { matters.count }
    package var isEmpty: Bool { matters.isEmpty }
    package var keys: some Collection<MatterNumber> { matters.lazy.map(\.number) }
    package var values: Values { Values(matters: matters) }

    /// Where a matter stands among ``values``.
    package func place(of number: MatterNumber) -> Int? { places[number] }

    /// The places at which another matter stands than in `old`, or the same one after a change, in order. Tables that
    /// come from one another share what did not change, so this is quick.
    package func places(differingFrom old: MatterTable) -> [Int] {
        let shared = min(matters.count, old.matters.count)
        let changed = (0..<shared).filter { !matters[$0].isSame(as: old.matters[$0]) }
        return changed + Array(shared..<max(matters.count, old.matters.count))
    }

    package func filter(_ isIncluded: (Matter) throws -> Bool) rethrows -> MatterTable {
        MatterTable(try values.filter(isIncluded))
    }

    package mutating func reserveCapacity(_ count: Int) {
        matters.reserveCapacity(count)
    }

    package mutating func removeAll(keepingCapacity: Bool = false) {
        matters.removeAll(keepingCapacity: keepingCapacity)
        places = MatterPlaces()
    }

    package struct Values: RandomAccessCollection, Sendable {
        fileprivate let matters: [Matter]

        package var startIndex: Int { 0 }
        package var endIndex: Int { matters.count }
        package subscript(index: Int) -> Matter { matters[index] }
        package subscript(places: Range<Int>) -> ArraySlice<Matter> { matters[places] }
    }
}

extension MatterTable: Hashable {
    package static func == (left: MatterTable, right: MatterTable) -> Bool {
        left.count == right.count && left.values.allSatisfy { right[$0.number] == $0 }
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(count) }
}

extension MatterTable: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (MatterNumber, Matter)...) {
        self.init(elements.lazy.map(\.1))
    }
}
