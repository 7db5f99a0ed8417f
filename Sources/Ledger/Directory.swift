package import Text

// The directory (名录) by days: what a unit was called, who is away and who stands in.

extension Unit {
    /// The name it went by on a day: old paper keeps the old name.
    package func name(on day: Day) -> CleanText { former(on: day)?.name ?? name }

    package func shortName(on day: Day) -> CleanText { former(on: day)?.shortName ?? shortName }

    private func former(on day: Day) -> FormerName? { formerNames?.first { day < $0.until } }

    /// Whether it still exists on a day.
    package func isOpen(on day: Day) -> Bool { closed.map { day < $0 } ?? true }
}

extension Ledger {
    /// The leave a person is on.
    package func leave(of person: PersonID, on day: Day) -> Leave? {
        leaves.last { $0.person == person && $0.holds(on: day) }
    }

    /// Who acts for a person on a day: the stand-in while they are away, else they themselves.
    package func acting(for person: PersonID, on day: Day) -> PersonID {
        leave(of: person, on: day)?.standIn ?? person
    }

    /// What a person may do on a day: by their own posts, and for those they stand in for.
    package func roles(of person: PersonID, on day: Day) -> Set<Role> {
        Set(people[person]?.roles ?? []).union(standInRoles(of: person, on: day))
    }

    /// What a person may do on a day only because they stand in for somebody.
    package func standInRoles(of person: PersonID, on day: Day) -> Set<Role> {
        Set(leaves.lazy.filter { $0.standIn == person && $0.holds(on: day) }.flatMap(\.roles))
    }

    /// Whether a unit is another one or stands below it.
    package func isUnit(_ unit: UnitID, within other: UnitID) -> Bool {
        var at: UnitID? = unit
        var steps = 0
        while let id = at, steps < 16 {
            if id == other { return true }
            at = units[id]?.parent
            steps += 1
        }
        return false
    }

    /// Bulk handover (交接): one command for each matter a person answers for, to be performed together.
    ///
    /// Matters of the working set only: whoever hands over loads the person's open matters first.
    package func handover(from person: PersonID, to successor: PersonID, reason: CleanText?) -> [Command] {
        matters.values
            .filter { $0.person == person && Transition.of(.reassign).from.contains($0.stage) }
            .sorted { $0.number < $1.number }
            .map { .act($0.number, .reassign(successor, reason)) }
    }
}
