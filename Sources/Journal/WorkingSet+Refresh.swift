import Ledger

extension WorkingSet {
    /// What remains to be read after events were applied.
    struct Remainder {
        var changed: Set<MatterNumber> = []
        /// Matters outside the set that changed; their state has to be fetched to know whether they
        /// belong into it now.
        var outside: Set<MatterNumber> = []
        /// Sums can only be folded with the matter as it was before.
        var needsSums: Bool { !outside.isEmpty }
    }

    /// Applies the events after ``position`` and lets go of matters that left the set.
    mutating func take(_ records: [Record]) -> Remainder {
        var rest = Remainder()
        for record in records {
            let event = record.event
            if let number = event.matter {
                rest.changed.insert(number)
                switch event.fact {
                case .registered, .imported: break
                default: if ledger.matters[number] == nil { rest.outside.insert(number) }
                }
            }
            ledger.apply(event)
        }
        for number in rest.changed {
            if let matter = ledger.matters[number], !wants(matter) { ledger.matters[number] = nil }
        }
        if !need.wantsSums { ledger.sums = [:] }
        return rest
    }
}
