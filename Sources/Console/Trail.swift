import Ledger
import Walls
import Words

/// Where one stood: a wall with its filter and row, or the page of a matter.
struct Spot: Hashable {
    var place: Place
    var matter: MatterNumber?
    var filter: Filter
}

extension State {
    var spot: Spot { Spot(place: place, matter: wall.selection(in: frame), filter: wall.filter) }

    /// Remembers where one stood, if one has left it.
    mutating func leave(_ spot: Spot) {
        let here = self.spot
        let isSame = spot.place == here.place && spot.filter == here.filter
        if isSame, place != .matter || spot.matter == here.matter { return }
        if trail.last == spot { return }
        trail.append(spot)
        if trail.count > State.longestTrail { trail.removeFirst() }
    }

    private static let longestTrail = 50

    /// Back to where one stood before, with the filter and the row of then.
    mutating func jumpBack() -> [Effect] {
        guard let spot = trail.popLast() else { return [] }
        if spot.place == .matter, let number = spot.matter { return open(number) }
        place = spot.place
        wall.filter = spot.filter
        settle()
        if let number = spot.matter { wall.select(number, in: frame) }
        return []
    }
}
