import Text

// Rules of campaigns: phase, facts, the 四个一, and what hangs below a target.

extension Decision {
    func campaign(_ command: Command) throws(Refusal) -> Event {
        switch command {
        case .orderPhase(let order): try orderPhase(order)
        case .changeCampaign(let id, let facts): try byOffice(.campaignChanged(try change(id, facts)))
        case .noteFrontline(let id, let edit): try byOffice(.frontlineNoted(try note(id, edit)))
        default: preconditionFailure("not about a campaign")
        }
    }

    // MARK: Phase

    private func orderPhase(_ given: PhaseOrder) throws(Refusal) -> Event {
        try know(campaign: given.campaign)
        let doers: [Role] = (given.campaign == nil ? [] : [.commander]) + [.secretary, .director]
        let role = try phaseRole(doers)
        if let until = given.until, until < given.from { throw .endsBeforeStart(start: given.from, end: until) }
        if given.from < today, !isImport { throw .phaseInPast(given.from) }
        let standing = ledger.phaseOrder(of: given.campaign, on: given.from)
        let base = given.campaign.flatMap { ledger.campaigns[$0]?.phase } ?? .normal
        if (standing?.phase ?? base) == given.phase, standing?.until == given.until { throw .nothingChanged }
        var order = given
        order.by = context.actor.behalf?.person ?? context.actor.person
        return event(.phaseOrdered(order), role: role, isApproval: context.actor.behalf != nil)
    }

    /// Leaders order it; the office records their order and says whose it is.
    private func phaseRole(_ doers: [Role]) throws(Refusal) -> Role {
        let roles = context.actor.roles
        if roles.isEmpty { throw .readOnly(login: context.actor.login) }
        let recorder = Transition.office.first(where: roles.contains)
        if let recorder, let behalf = context.actor.behalf {
            guard let person = behalf.person else { throw .phaseNeedsBehalf(of: doers) }
            let own = ledger.roles(of: person, on: behalf.day ?? day)
            if !own.isEmpty, own.isDisjoint(with: doers) { throw .phaseNotAllowed(to: doers) }
            return recorder
        }
        if let doer = doers.first(where: roles.contains) { return doer }
        if let person = context.actor.person {
            let lent = ledger.standInRoles(of: person, on: day)
            if let doer = doers.first(where: lent.contains) { return doer }
        }
        throw recorder == nil ? .phaseNotAllowed(to: doers) : .phaseNeedsBehalf(of: doers)
    }

    // MARK: Facts

    private func change(_ id: CampaignID, _ facts: CampaignFacts) throws(Refusal) -> CampaignChange {
        guard let old = ledger.campaigns[id] else { throw .unknownCampaign(id) }
        var new = old
        new.apply(facts)
        guard new != old else { throw .nothingChanged }
        if new.name.isEmpty { throw .emptyTitle }
        if facts.name != nil, ledger.campaigns.values.contains(where: { $0.id != id && $0.name == new.name }) {
            throw .nameTaken(new.name)
        }
        if new.due < new.start { throw .endsBeforeStart(start: new.start, end: new.due) }
        try check(new.target)
        try know(unit: facts.unit)
        for head in [facts.head] + (facts.groups ?? []).map(\.head) { try know(person: head) }
        try check(facts.branch)
        if new.measure != old.measure {
            let sums = ledger.sums[.campaign(id)] ?? Sums()
            let matters = sums.open + sums.settled
            guard matters == 0, sums.target == .zero, sums.done == .zero else {
                throw .measureInUse(id, measure: old.measure, matters: matters)
            }
        }
        return CampaignChange(campaign: id, before: old.says(of: facts), after: facts)
    }

    func check(_ branch: TemporaryBranch?) throws(Refusal) {
        try know(unit: branch?.unit)
        try know(person: branch?.secretary)
        if let founded = branch?.founded, founded > today { throw .dayAhead(founded) }
    }

    private func note(_ id: CampaignID, _ edit: FrontlineEdit) throws(Refusal) -> FrontlineChange {
        guard let campaign = ledger.campaigns[id] else { throw .unknownCampaign(id) }
        let entries = campaign.frontline ?? []
        switch edit {
        case .add(let entry):
            guard !entry.people.isEmpty, !entry.place.isEmpty else { throw .incompleteFrontline(entry.kind) }
            for person in entry.people { try know(person: person) }
            if entry.day > today { throw .dayAhead(entry.day) }
            if entries.contains(entry) { throw .nothingChanged }
            return FrontlineChange(campaign: id, added: entry)
        case .drop(let index):
            guard entries.indices.contains(index) else { throw .noSuchEntry(index + 1) }
            return FrontlineChange(campaign: id, dropped: entries[index])
        }
    }

    // MARK: Below a target

    /// What hangs below a target has nothing below it: campaign, target, action.
    func checkParent(_ parent: MatterNumber?, of number: MatterNumber) throws(Refusal) {
        guard let parent else { return }
        if parent == number { throw .ownParent(number) }
        guard let above = ledger.matters[parent] else { throw .unknownMatter(parent) }
        if above.parent != nil { throw .tooDeep(parent) }
    }

    /// A figure reported below a target in the target's own unit of measure is carried up to it.
    func withCarrying(_ event: Event, from matter: Matter) throws(Refusal) -> [Event] {
        guard let parent = matter.parent, let above = ledger.matters[parent], !isImport,
            [.issued, .inHand, .parked].contains(above.stage)
        else { return [event] }
        var after = matter
        after.apply(event, offset: ledger.offset)
        var measures: [Track.Measure] = []
        for (index, line) in above.quantities.enumerated() where measures.isEmpty {
            let added = after.total(of: line.unit) - matter.total(of: line.unit)
            guard added != .zero else { continue }
            let to = max(.zero, line.done + added)
            try check(to)
            measures.append(Track.Measure(line: index, from: line.done, to: to))
        }
        guard !measures.isEmpty else { return [event] }
        let carried = self.event(
            .carried(Carrying(from: matter.number, measures: measures)),
            on: above,
            role: event.signature.role
        )
        return [event, carried]
    }
}

extension Matter {
    /// What is done in one unit of measure, over all lines.
    fileprivate func total(of unit: String) -> Amount {
        quantities.filter { $0.unit == unit }.reduce(Amount.zero) { $0 + $1.done }
    }
}
