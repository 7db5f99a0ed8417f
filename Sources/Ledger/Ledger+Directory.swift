extension Ledger {
    /// Takes a change of the directory or of the calendar; false for any other fact.
    mutating func applyDirectory(_ event: Event, into touched: inout Touched) -> Bool {
        switch event.fact {
        case .calendarAdjusted(let adjustment):
            calendar = calendar.adding(local: adjustment.days)
            touched.setting = true
        case .unitRenamed(let renaming):
            guard let old = units[renaming.unit] else { break }
            let former = Unit.FormerName(name: old.name, shortName: old.shortName, until: event.day)
            units[renaming.unit]?.formerNames = (old.formerNames ?? []) + [former]
            units[renaming.unit]?.name = renaming.name
            units[renaming.unit]?.shortName = renaming.shortName
            touched.unit = renaming.unit
        case .unitClosed(let closing):
            units[closing.unit]?.closed = event.day
            units[closing.unit]?.successor = closing.successor
            touched.unit = closing.unit
        case .personChanged(let change):
            guard var person = people[change.person] else { break }
            person.name = change.name ?? person.name
            person.unit = change.unit ?? person.unit
            person.posts = change.posts ?? person.posts
            person.roles = change.roles ?? person.roles
            people[change.person] = person
            touched.person = change.person
        case .personLeft(let departure):
            people[departure.person]?.left = event.day
            touched.person = departure.person
        case .leaveTaken(let leave):
            leaves.append(leave)
            touched.setting = true
        case .leaveEnded(let end):
            for index in leaves.indices where leaves[index].person == end.person && leaves[index].through >= end.day {
                leaves[index].through = end.day - 1
            }
            leaves.removeAll { $0.through < $0.from }
            touched.setting = true
        default:
            return false
        }
        return true
    }
}
