import Text

// Rules of the 包户台账: each household in one group, with one cadre, and the matter's quantity their sum.

extension Decision {
    func household(_ matter: Matter, _ action: HouseholdAction) throws(Refusal) -> Event {
        let role = try householdRole(for: action, on: matter)
        let fact: Fact
        switch action {
        case .add(let households): fact = .householdsAdded(try add(households, to: matter))
        case .visit(let code, let state, let trouble, let text):
            fact = .householdVisited(
                try change(code, of: matter, isVisit: true, to: state, trouble: trouble, group: nil, text: text)
            )
        case .set(let code, let state, let trouble, let group, let text):
            fact = .householdVisited(
                try change(code, of: matter, isVisit: false, to: state, trouble: trouble, group: group, text: text)
            )
        case .assign(let codes, let cadre):
            try assign(person: cadre)
            guard !codes.isEmpty else { throw .nothingChanged }
            var changes = false
            for code in codes where try own(code, of: matter).cadre != cadre { changes = true }
            guard changes else { throw .nothingChanged }
            fact = .householdsAssigned(HouseholdAssignment(codes: codes, cadre: cadre))
        case .remove(let code, let reason):
            let household = try own(code, of: matter)
            if reason.isEmpty { throw .emptyText(.amend) }
            let rest = ledger.households(of: matter.number).filter { $0.code != household.code }
            fact = .householdRemoved(
                HouseholdRemoval(
                    code: code,
                    reason: Prose(reason),
                    quantities: changed(matter, households: rest, group: household.group)
                )
            )
        }
        return event(fact, on: matter, role: role)
    }

    /// The list is the office's and the unit's; a visit may be noted by whoever may track.
    private func householdRole(for action: HouseholdAction, on matter: Matter) throws(Refusal) -> Role {
        if context.actor.roles.isEmpty { throw .readOnly(login: context.actor.login) }
        if isImport { return .clerk }
        let kind: Action.Kind =
            switch action {
            case .visit, .set: .track
            case .add, .assign, .remove: .addStep
            }
        // As long as the matter is at hand its list may be put right.
        guard matter.stage.isOpen else {
            throw .wrongStage(kind, matter.stage, allowed: Transition.actions(on: matter))
        }
        if let first = matter.issued, case .visit = action, day < first { throw .dayTooEarly(first: first) }
        return try role(in: Transition.of(kind).doers)
    }

    private func own(_ code: CleanText, of matter: Matter) throws(Refusal) -> Household {
        guard let household = ledger.households[code], household.matter == matter.number else {
            throw .unknownHousehold(code)
        }
        return household
    }

    private func add(_ given: [Household], to matter: Matter) throws(Refusal) -> HouseholdList {
        guard !given.isEmpty else { throw .nothingChanged }
        var codes: Set<CleanText> = []
        var households: [Household] = []
        for var household in given {
            guard Household.isCode(household.code) else { throw .householdCode(household.code) }
            guard ledger.households[household.code] == nil, codes.insert(household.code).inserted else {
                throw .codeTaken(household.code)
            }
            if !isImport { try assign(person: household.cadre) } else { try know(person: household.cadre) }
            if let visited = household.visited, visited > today { throw .dayAhead(visited) }
            if household.state == .hard, household.trouble.isEmpty { throw .needsTrouble(household.code) }
            household.matter = matter.number
            if household.group.isEmpty, let line = matter.quantities.first { household.group = CleanText(line.group) }
            households.append(household)
        }
        let all = ledger.households(of: matter.number) + households
        var lines = matter.quantities
        for group in Set(households.map(\.group)).sorted(by: { $0.string < $1.string }) {
            lines = counted(lines, households: all, group: group)
        }
        return HouseholdList(households: households, quantities: lines == matter.quantities ? nil : lines)
    }

    private func change(
        _ code: CleanText,
        of matter: Matter,
        isVisit: Bool,
        to state: Household.State?,
        trouble: CleanText?,
        group: CleanText?,
        text: CleanText?
    ) throws(Refusal) -> HouseholdVisit {
        let old = try own(code, of: matter)
        let state = state ?? old.state
        var new = old
        new.state = state
        // What made it hard is over with it.
        new.trouble = state == .hard ? trouble ?? old.trouble : CleanText("")
        new.group = group ?? old.group
        if state == .hard, new.trouble.isEmpty { throw .needsTrouble(code) }
        guard isVisit || new != old else { throw .nothingChanged }
        var visit = HouseholdVisit(code: code, isVisit: isVisit, from: old.state, to: state, trouble: new.trouble)
        visit.group = new.group == old.group ? nil : new.group
        visit.text = text.map(Prose.init)
        let all = ledger.households(of: matter.number).map { $0.code == code ? new : $0 }
        var lines = matter.quantities
        for group in Set([old.group, new.group]).sorted(by: { $0.string < $1.string }) {
            lines = counted(lines, households: all, group: group)
        }
        visit.quantities = lines == matter.quantities ? nil : lines
        return visit
    }

    private func changed(_ matter: Matter, households: [Household], group: CleanText) -> [QuantityLine]? {
        let lines = counted(matter.quantities, households: households, group: group)
        return lines == matter.quantities ? nil : lines
    }

    /// The lines of a matter with the one of a group counted from its households; the only line of a matter
    /// counts them all.
    private func counted(_ lines: [QuantityLine], households: [Household], group: CleanText) -> [QuantityLine] {
        var lines = lines
        let isOnly = lines.count < 2 && (lines.first?.group.isEmpty ?? true)
        let counted = isOnly ? households : households.filter { $0.group == group }
        let target = Amount(counted.count)
        let done = Amount(counted.count(where: \.state.isSigned))
        let index = isOnly ? lines.indices.first : lines.firstIndex { $0.group == group.string }
        if let index {
            lines[index].target = target
            lines[index].done = done
        } else if !counted.isEmpty {
            lines.append(QuantityLine(group: isOnly ? "" : group.string, target: target, done: done, unit: "户"))
        }
        return lines
    }

    /// What is counted by household is reported by household.
    func checkHouseholds(_ matter: Matter, _ progress: [Progress]) throws(Refusal) {
        guard !progress.isEmpty, !isImport else { return }
        let count = ledger.households.values.count { $0.matter == matter.number }
        if count > 0 { throw .countedByHousehold(matter.number, households: count) }
    }
}
