/// The matters of a working set, by number; in no promised order.
///
/// A matter is a large value. Each lies in a box of its own, so that a copy of a ledger copies
/// references, and a table of many thousands grows without moving them.
package struct MatterTable: Sendable {
    private var boxes: [Box] = []
    private var places: [MatterNumber: Int] = [:]

    fileprivate final class Box: Sendable {
        let matter: Matter

        init(_ matter: Matter) { self.matter = matter }
    }

    package init() {}

    package init(_ matters: some Sequence<Matter>) {
        for matter in matters { self[matter.number] = matter }
    }

    /// The matters of several parts that were read beside one another, no number twice.
    package init(_ parts: [Part]) {
        reserveCapacity(parts.reduce(0) { $0 + $1.boxes.count })
        for box in parts.lazy.flatMap(\.boxes) {
            places[box.matter.number] = boxes.count
            boxes.append(box)
        }
    }

    /// Matters on their way into a table.
    package struct Part: Sendable {
        fileprivate var boxes: [Box] = []

        package init(capacity: Int) { boxes.reserveCapacity(capacity) }

        package mutating func append(_ matter: Matter) { boxes.append(Box(matter)) }
    }

    package subscript(number: MatterNumber) -> Matter? {
        get { places[number].map { boxes[$0].matter } }
        set {
            switch (places[number], newValue) {
            case (let place?, let matter?): boxes[place] = Box(matter)
            case (nil, let matter?):
                places[number] = boxes.count
                boxes.append(Box(matter))
            case (let place?, nil):
                places[number] = nil
                let last = boxes.removeLast()
                // The last one takes the free place.
                guard place < boxes.count else { return }
                boxes[place] = last
                places[last.matter.number] = place
            case (nil, nil): break
            }
        }
    }

    package var count: Int { boxes.count }
    package var isEmpty: Bool { boxes.isEmpty }
    package var keys: some Collection<MatterNumber> & Sendable { places.keys }
    package var values: Values { Values(boxes: boxes) }

    /// Where a matter stands among ``values``.
    package func place(of number: MatterNumber) -> Int? { places[number] }

    /// The places at which another matter stands than in `old`, or the same one after a change, in order. Tables that
    /// come from one another share what did not change, so this is quick.
    package func places(differingFrom old: MatterTable) -> [Int] {
        let shared = min(boxes.count, old.boxes.count)
        let changed = (0..<shared).filter { boxes[$0] !== old.boxes[$0] }
        return changed + Array(shared..<max(boxes.count, old.boxes.count))
    }

    package func filter(_ isIncluded: (Matter) throws -> Bool) rethrows -> MatterTable {
        MatterTable(try values.filter(isIncluded))
    }

    package mutating func reserveCapacity(_ count: Int) {
        boxes.reserveCapacity(count)
        places.reserveCapacity(count)
    }

    package mutating func removeAll(keepingCapacity: Bool = false) {
        boxes.removeAll(keepingCapacity: keepingCapacity)
        places.removeAll(keepingCapacity: keepingCapacity)
    }

    package struct Values: RandomAccessCollection, Sendable {
        fileprivate let boxes: [Box]

        package var startIndex: Int { 0 }
        package var endIndex: Int { boxes.count }
        package subscript(index: Int) -> Matter { boxes[index].matter }

        /// Shows the matters at some places one after the other. A loop would copy each of them, which is dear.
        package func each(in places: Range<Int>, _ body: (Matter) -> Void) {
            for box in boxes[places] { body(box.matter) }
        }
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
