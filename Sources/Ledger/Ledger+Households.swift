import Text

extension Ledger {
    /// The households of a matter, in the order of their numbers.
    package func households(of matter: MatterNumber) -> [Household] {
        households.values.filter { $0.matter == matter }.sorted { $0.code.string < $1.code.string }
    }

    /// Takes what happens to households; the matter itself takes the event as any other.
    mutating func applyHouseholds(_ event: Event, into touched: inout Touched) {
        guard let number = event.matter else { return }
        switch event.fact {
        case .householdsAdded(let list):
            for var household in list.households {
                household.matter = number
                households[household.code] = household
                touched.households.append(household.code)
            }
        case .householdVisited(let visit):
            guard var household = households[visit.code] else { return }
            household.state = visit.to
            household.trouble = visit.trouble
            household.group = visit.group ?? household.group
            if visit.isVisit { household.visited = max(household.visited ?? event.day, event.day) }
            households[visit.code] = household
            touched.households.append(visit.code)
        case .householdsAssigned(let assignment):
            for code in assignment.codes where households[code] != nil {
                households[code]?.cadre = assignment.cadre
                touched.households.append(code)
            }
        case .householdRemoved(let removal):
            households[removal.code] = nil
            touched.households.append(removal.code)
        case .precedentKept(let precedent):
            precedents[number] = precedent
            touched.precedent = number
        default: break
        }
    }
}

extension Matter {
    /// Takes the quantities that its households make.
    ///
    /// - Returns: whether it counts as a track.
    mutating func takeHouseholds(_ event: Event) -> Bool {
        switch event.fact {
        case .householdsAdded(let list): quantities = list.quantities ?? quantities
        case .householdVisited(let visit):
            quantities = visit.quantities ?? quantities
            if let text = visit.text { take(text, event: event) }
            return visit.isVisit || visit.quantities != nil
        case .householdRemoved(let removal): quantities = removal.quantities ?? quantities
        default: break
        }
        return false
    }
}
