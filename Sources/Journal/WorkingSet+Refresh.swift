import Ledger

extension WorkingSet {
    /// Matters that the events change and that the set cannot fold: it does not hold them, and the
    /// events do not begin with their registration. Their state has to be fetched, to know whether they
    /// belong into the set by now; and sums too, for they are folded with the matter as it was before.
    func outside(of records: [Record]) -> Set<MatterNumber> {
        var outside: Set<MatterNumber> = []
        var created: Set<MatterNumber> = []
        for record in records {
            // What was blacked out is known to the store alone.
            if case .erased = record.event.fact, let number = record.event.matter { outside.insert(number) }
            guard let number = record.event.matter, ledger.matters[number] == nil else { continue }
            switch record.event.fact {
            case .registered, .imported: created.insert(number)
            default: if !created.contains(number) { outside.insert(number) }
            }
        }
        return outside
    }

    /// Takes the events after ``position``, puts in what of `fetched` belongs here, and lets go of what
    /// no longer does.
    /// - Parameters:
    ///   - fetched: the state, at `head`, of the matters ``outside(of:)`` named.
    ///   - sums: those at `head`, where anything was outside.
    /// - Returns: the matters that changed.
    mutating func take(
        _ records: [Record],
        fetched: [Matter],
        sums: [Scope: Sums]?,
        head: Position
    ) -> Set<MatterNumber> {
        // Only of a slice, for a second owner would make the first event copy all matters of a screen.
        let slice = need.wantsReference ? nil : ledger
        for record in records {
            ledger.apply(record.event)
            if case .erased = record.event.fact { isStale = true }
        }
        if let slice { ledger.takeReference(from: slice) }
        for matter in fetched { ledger.matters[matter.number] = matter }
        let changed = Set(records.compactMap(\.event.matter))
        for number in changed {
            if let matter = ledger.matters[number], !wants(matter) { ledger.matters[number] = nil }
        }
        ledger.sums = need.wantsSums ? sums ?? ledger.sums : [:]
        position = head
        return changed
    }

    /// Keeps a matter in the set whatever becomes of it.
    mutating func open(_ matter: Matter) {
        ledger.matters[matter.number] = matter
        opened.insert(matter.number)
    }
}

extension Ledger {
    mutating func takeReference(from other: Ledger) {
        units = other.units
        people = other.people
        grids = other.grids
        campaigns = other.campaigns
        maps = other.maps
        diary = other.diary
        households = other.households
        precedents = other.precedents
    }
}
