extension Ledger {
    /// What the limit of a matter would now be (时限重算), where the calendar in force gives another day
    /// than the one it was issued by; nil where it gives the same, or the limit was set as a day.
    ///
    /// The limit itself stands until a person takes the new one.
    package func recounted(_ matter: Matter) -> Deadline? {
        guard [.issued, .inHand, .parked, .suspended].contains(matter.stage), let due = matter.due,
            let term = matter.term, !term.isFixed, let from = matter.counted
        else { return nil }
        // A matter keeps the rules that gave it its limit: only the calendar can change it.
        let rules = rulesHistory.last { $0.rules.version == matter.limitRules }?.rules ?? rules(on: from.day(offset))
        let new = term.deadline(from: from, calendar: calendar, rules: rules, offset: offset).deadline
        return new == due ? nil : new
    }

    /// The matters of the working set whose limits the calendar in force would give otherwise.
    package var recounts: [(matter: MatterNumber, due: Deadline)] {
        matters.values.compactMap { matter in recounted(matter).map { (matter.number, $0) } }
            .sorted { $0.0 < $1.0 }
    }

    /// Whether the limit of a matter rests on years whose days off are not published yet (估).
    package func isEstimated(limitOf matter: Matter) -> Bool {
        guard let due = matter.due, let term = matter.term, !term.isFixed, let from = matter.counted else {
            return false
        }
        if case .hours = term { return false }
        return calendar.isEstimated(from: from.day(offset) + 1, through: due.day(offset))
    }

    /// The milestones of a matter that was issued by a preset (13710), with the days they are due.
    package func milestones(of matter: Matter) -> [(milestone: Preset.Milestone, day: Day)] {
        guard case .preset(let preset) = matter.term, let issued = matter.issued else { return [] }
        return preset.milestones(issued: issued, calendar: calendar)
    }
}

extension Matter {
    /// What the matter says now of the things that an amendment would change.
    package func says(of change: Amendment) -> Amendment {
        var now = Amendment()
        if change.title != nil { now.title = title }
        if change.kind != nil { now.kind = kind }
        if change.source != nil { now.source = source }
        if change.campaign != nil { now.campaign = campaign }
        if change.grid != nil { now.grid = grid }
        if change.lead != nil { now.lead = lead }
        if change.leader != nil { now.leader = leader }
        if change.person != nil { now.person = person }
        if change.post != nil { now.post = post }
        if change.quantities != nil { now.quantities = quantities }
        if change.term != nil { now.term = term }
        if change.supports != nil { now.supports = supports }
        if change.signTerm != nil { now.signTerm = signTerm }
        if change.parent != nil { now.parent = parent }
        if change.sourceDocument != nil { now.sourceDocument = sourceDocument }
        if change.remark != nil { now.remark = remark }
        return now
    }

    /// Working days it is or was overdue under all its limits, given those under the one in force.
    package func overdueInAll(_ workdays: Int) -> Int { overdueBefore + workdays }
}
