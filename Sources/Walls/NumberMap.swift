import Ledger

/// A small number for each of some matters: an array where numbers follow one another, as they do in a ledger, and a
/// dictionary where an imported one jumps far ahead.
struct NumberMap {
    private var dense: [Int]
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
                return value < 0 ? nil : value
            }
            return sparse.isEmpty ? nil : sparse[number]
        }
        set {
            if dense.indices.contains(number.rawValue) {
                dense[number.rawValue] = newValue ?? -1
            } else {
                sparse[number] = newValue
            }
        }
    }
}

/// What walls sort and group all matters by, read from the ledger in one pass: a whole matter is dear to copy.
struct MatterFacts {
    struct Fact {
        var stage: Stage
        var lead: UnitID?
        var person: PersonID?
        /// 四定未全
        var isIncomplete: Bool
        /// Settled by its limit.
        var isOnTime: Bool
        var recheck: Day?
    }

    private let places: NumberMap
    private let facts: [Fact]

    init(_ scene: Scene) {
        var places = NumberMap(scene.ledger)
        var facts: [Fact] = []
        facts.reserveCapacity(scene.ledger.matters.count)
        let offset = scene.ledger.offset
        for matter in scene.ledger.matters.values {
            places[matter.number] = facts.count
            let isEarly = matter.stage == .draft || matter.stage == .pending
            facts.append(
                Fact(
                    stage: matter.stage,
                    lead: matter.lead,
                    person: matter.person,
                    isIncomplete: isEarly && !matter.missing.isEmpty,
                    isOnTime: matter.settled.map { day in matter.due.map { day <= $0.day(offset) } ?? true } ?? true,
                    recheck: matter.parking?.recheck
                )
            )
        }
        self.places = places
        self.facts = facts
    }

    subscript(number: MatterNumber) -> Fact? { places[number].map { facts[$0] } }
}

extension Scene {
    var facts: MatterFacts { derived(FactsKey()) { MatterFacts(self) } }
}

private struct FactsKey: Hashable {}
