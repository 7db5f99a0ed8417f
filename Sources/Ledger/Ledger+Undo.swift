extension Ledger {
    /// Takes the reverse of an event into the ledger.
    mutating func applyUndo(_ event: Event, _ undoing: Undoing, into touched: inout Touched) {
        if let number = event.matter {
            guard let now = matters[number] else { return }
            var before = undoing.matter ?? now
            before.version = event.version ?? now.version + 1
            if undoing.matter == nil { before.stage = .void }
            matters[number] = before
            if undoing.matter == nil {
                uncount(now, into: &touched)
            } else {
                fold(from: now, to: before, event: event, into: &touched)
            }
            touched.matter = number
            return
        }
        if let former = undoing.unit {
            let id = UnitID(former.id)
            units[id] = former.value
            if former.value == nil, counters.unit == former.id + 1 { counters.unit = former.id }
            touched.unit = id
        }
        if let former = undoing.person {
            let id = PersonID(former.id)
            people[id] = former.value
            if former.value == nil, counters.person == former.id + 1 { counters.person = former.id }
            touched.person = id
        }
        if let former = undoing.grid {
            let id = GridID(former.id)
            grids[id] = former.value
            if former.value == nil, counters.grid == former.id + 1 { counters.grid = former.id }
            touched.grid = id
        }
        if let former = undoing.campaign {
            let id = CampaignID(former.id)
            campaigns[id] = former.value
            if former.value == nil, counters.campaign == former.id + 1 { counters.campaign = former.id }
            touched.campaign = id
        }
        if let settings = undoing.settings {
            calendar = settings.calendar
            rulesHistory.removeLast(max(0, rulesHistory.count - settings.editions))
            supervisionStart = settings.supervisionStart
            leaves = settings.leaves
            touched.setting = true
        }
        touched.isRemoval = true
    }
}
