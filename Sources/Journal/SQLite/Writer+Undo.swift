import Ledger

extension Writer {
    /// The events that take a command back.
    func undoing(_ name: String?, by context: Context) throws -> [Event] {
        let past = try PastCommands(source: store, settings: slice).last(named: name, by: context.actor.login)
        var references = References()
        for number in Set(past.events.compactMap(\.matter)) {
            if let now = try find(number) { references.add(now) }
            if let before = past.before.matters[number] { references.add(before) }
        }
        try store.read(references, into: &slice)
        return try undo(past, in: slice, by: context)
    }

    /// Removes from the tables what an undo took out of the ledger.
    func remove(_ touched: Touched) throws {
        if let id = touched.unit, slice.units[id] == nil { try store.remove(unit: id) }
        if let id = touched.person, slice.people[id] == nil { try store.remove(person: id) }
        if let id = touched.grid, slice.grids[id] == nil { try store.remove(grid: id) }
        if let id = touched.campaign, slice.campaigns[id] == nil { try store.remove(campaign: id) }
    }
}
