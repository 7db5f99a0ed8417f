import Ledger

extension Store {
    func load(_ need: Need, opened: Set<MatterNumber> = []) throws -> WorkingSet {
        var ledger = try bareLedger()
        switch need {
        case .atHand:
            let matters = try mattersAtHand()
            try readReference(into: &ledger)
            ledger.sums = try sums()
            ledger.matters = try matters.table()
        case .matters(let numbers):
            ledger.matters = MatterTable(try Set(numbers).compactMap(matter))
        case .reference:
            try readReference(into: &ledger)
        case .matching(let query):
            try readReference(into: &ledger)
            ledger.matters = MatterTable(try all(query))
        }
        var set = WorkingSet(ledger: ledger, position: try head(), need: need)
        for number in opened {
            if let matter = try matter(number) { set.open(matter) }
        }
        try readReferences(of: &set)
        return set
    }

    /// Brings a set up to the file by the events after its position.
    func refresh(_ set: inout WorkingSet) throws -> Refresh {
        let head = try head()
        guard head != set.position else { return .unchanged }
        guard try hash(of: set.position.number) == set.position.hash else {
            set = try load(set.need, opened: set.opened)
            return .replaced
        }
        // Everything is read before anything is changed: a failure leaves the set as it was.
        let records = try records(after: set.position.number)
        let outside = set.outside(of: records)
        let fetched = try outside.compactMap(matter)
        let sums = !outside.isEmpty && set.need.wantsSums ? try sums() : nil
        let changed = set.take(records, fetched: fetched, sums: sums, head: head)
        try readReferences(of: &set)
        return .changed(changed)
    }

    func fetch(_ numbers: [MatterNumber], into set: inout WorkingSet) throws {
        for number in numbers {
            if let matter = try matter(number) { set.open(matter) }
        }
        try readReferences(of: &set)
    }

    /// What the matters of a set without all reference data refer to.
    private func readReferences(of set: inout WorkingSet) throws {
        guard case .matters = set.need else { return }
        var references = References()
        for matter in set.ledger.matters.values { references.add(matter) }
        try readWithParents(references, into: &set.ledger)
    }
}
