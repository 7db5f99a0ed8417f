import Text

// Rules of the directory (名录) and the calendar: units, people, leave, rest days of the place.

extension Decision {
    func directory(_ command: Command) throws(Refusal) -> Fact {
        switch command {
        case .replaceCalendar(let calendar):
            return .calendarReplaced(calendar.following(ledger.calendar))
        case .adjustCalendar(let days):
            guard !days.isEmpty else { throw .noCalendarDays }
            return .calendarAdjusted(CalendarAdjustment(days: days))
        case .renameUnit(let id, let name, let shortName):
            return .unitRenamed(try rename(id, name: name, shortName: shortName ?? name))
        case .closeUnit(let id, let successor):
            return .unitClosed(try close(id, successor: successor))
        case .changePerson(let change):
            return .personChanged(try self.change(change))
        case .dismissPerson(let id):
            try assign(person: id)
            return .personLeft(PersonDeparture(person: id))
        case .takeLeave(let id, let from, let through, let standIn):
            return .leaveTaken(try leave(id, from: from, through: through, standIn: standIn))
        case .endLeave(let id, let day):
            try know(person: id)
            guard let leave = ledger.leaves.last(where: { $0.person == id && $0.through >= day }) else {
                throw .notAway(id)
            }
            return .leaveEnded(LeaveEnd(person: id, day: max(day, leave.from)))
        default:
            throw .nothingChanged
        }
    }

    private func rename(_ id: UnitID, name: CleanText, shortName: CleanText) throws(Refusal) -> UnitRenaming {
        try assign(unit: id)
        guard !name.isEmpty else { throw .emptyTitle }
        guard let unit = ledger.units[id], unit.name != name || unit.shortName != shortName else {
            throw .nothingChanged
        }
        if ledger.units.values.contains(where: { $0.id != id && $0.name == name }) { throw .nameTaken(name) }
        return UnitRenaming(unit: id, name: name, shortName: shortName)
    }

    /// A unit with open matters cannot close: they go by 转办 to whoever takes them over.
    private func close(_ id: UnitID, successor: UnitID?) throws(Refusal) -> UnitClosing {
        try assign(unit: id)
        try assign(unit: successor)
        if successor == id { throw .sameUnit(id) }
        let matters = ledger.sums[.unit(id)]?.open ?? 0
        let below = ledger.units.values.count { $0.parent == id && $0.isOpen(on: day) }
        guard matters == 0, below == 0 else { throw .unitInUse(id, matters: matters, units: below) }
        return UnitClosing(unit: id, successor: successor)
    }

    private func change(_ change: PersonChange) throws(Refusal) -> PersonChange {
        try assign(person: change.person)
        try assign(unit: change.unit)
        guard change != PersonChange(person: change.person), let old = ledger.people[change.person] else {
            throw .nothingChanged
        }
        if change.name?.isEmpty ?? false { throw .emptyTitle }
        let name = change.name ?? old.name
        let unit = change.unit ?? old.unit
        if ledger.people.values.contains(where: { $0.id != old.id && $0.name == name && $0.unit == unit }) {
            throw .nameTaken(name)
        }
        return change
    }

    private func leave(_ id: PersonID, from: Day, through: Day, standIn: PersonID?) throws(Refusal) -> Leave {
        try assign(person: id)
        try assign(person: standIn)
        guard from <= through, standIn != id else { throw .leaveOutOfOrder }
        let clash = ledger.leaves.first { $0.person == id && $0.from <= through && from <= $0.through }
        if let clash { throw .alreadyAway(id, through: clash.through) }
        if let standIn,
            let away = ledger.leaves.first(where: {
                $0.person == standIn && $0.from <= through && from <= $0.through
            })
        {
            throw .standInAway(standIn, through: away.through)
        }
        let roles = ledger.people[id]?.roles ?? []
        return Leave(person: id, from: from, through: through, standIn: standIn, roles: roles)
    }
}
