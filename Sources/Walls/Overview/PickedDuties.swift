import Ledger
import Supervision

/// Some of the duties of a scene, by their places among all: a duty is large, and most of them are never drawn.
struct PickedDuties: RandomAccessCollection {
    private let all: [Duty]
    private var places: [Int] = []

    init(of all: [Duty]) { self.all = all }

    mutating func append(place: Int) { places.append(place) }

    /// Those of a lower rank before the others, else in their order.
    func sorted(by rank: (Duty) -> Int) -> PickedDuties {
        var sorted = self
        let ranked = places.map { (rank: rank(all[$0]), place: $0) }
        sorted.places = ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.place)
        return sorted
    }

    var startIndex: Int { 0 }
    var endIndex: Int { places.count }
    subscript(index: Int) -> Duty { all[places[index]] }
}
