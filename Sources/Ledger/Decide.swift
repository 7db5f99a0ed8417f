import Text

/// Holds the rules: answers a command with the events it makes, or refuses it.
///
/// Pure. The working set must hold the matter that the command names.
package func decide(_ command: Command, in ledger: Ledger, by context: Context) throws(Refusal) -> [Event] {
    try Decision(ledger: ledger, context: context).events(for: command)
}

/// One command being decided.
struct Decision {
    let ledger: Ledger
    let context: Context

    var today: Day { context.now.day(ledger.offset) }
    /// The day the fact belongs to.
    var day: Day { context.day ?? today }
    var rules: Rules { ledger.rules(on: day) }
    var isImport: Bool { context.origin != nil }

    func events(for command: Command) throws(Refusal) -> [Event] {
        if day > today { throw .dayAhead(day) }
        switch command {
        case .found(let founding):
            guard ledger.rulesHistory.isEmpty else { throw .alreadyFounded }
            return [event(.founded(founding), role: .clerk)]
        case .startSupervision(let from):
            return [
                event(.supervisionStarted(SupervisionStart(day: from)), role: try role(in: [.clerk, .supervisionHead]))
            ]
        case .addUnit(var unit):
            guard !ledger.units.values.contains(where: { $0.name == unit.name }) else { throw .nameTaken(unit.name) }
            if let parent = unit.parent { try know(unit: parent) }
            unit.id = UnitID(ledger.counters.unit)
            return [event(.unitAdded(unit), role: try role(in: [.clerk, .supervisionHead]))]
        case .addPerson(var person):
            try know(unit: person.unit)
            guard !ledger.people.values.contains(where: { $0.name == person.name && $0.unit == person.unit }) else {
                throw .nameTaken(person.name)
            }
            person.id = PersonID(ledger.counters.person)
            return [event(.personAdded(person), role: try role(in: [.clerk, .supervisionHead]))]
        case .addGrid(var grid):
            guard !ledger.grids.values.contains(where: { $0.code == grid.code }) else { throw .codeTaken(grid.code) }
            grid.id = GridID(ledger.counters.grid)
            return [event(.gridAdded(grid), role: try role(in: [.clerk, .supervisionHead]))]
        case .addCampaign(var campaign):
            guard !ledger.campaigns.values.contains(where: { $0.name == campaign.name }) else {
                throw .nameTaken(campaign.name)
            }
            campaign.id = CampaignID(ledger.counters.campaign)
            return [event(.campaignAdded(campaign), role: try role(in: [.clerk, .supervisionHead]))]
        case .register(let registration):
            return [try register(registration)]
        case .open(let opening):
            return [try open(opening)]
        case .amend(let number, let amendment):
            return [try amend(try matter(number), amendment)]
        case .act(let number, let action):
            return [try act(try matter(number), action)]
        }
    }

    // MARK: Registering

    private func register(_ given: Registration) throws(Refusal) -> Event {
        let role = try role(in: Role.allCases.filter { $0 != .reader })
        var registration = given
        registration.number = MatterNumber(ledger.counters.matter)
        try check(registration)
        // 岗 comes from the person.
        if registration.post.isEmpty, let person = registration.person, let post = ledger.people[person]?.posts.first {
            registration.post = post
        }
        return event(.registered(registration), matter: registration.number, version: 1, role: role)
    }

    private func open(_ given: Opening) throws(Refusal) -> Event {
        let role = try role(in: [.clerk, .supervisionHead])
        var opening = given
        if opening.registration.number.rawValue == 0 {
            opening.registration.number = MatterNumber(ledger.counters.matter)
        }
        let number = opening.registration.number
        guard ledger.matters[number] == nil else { throw .numberTaken(number) }
        try check(opening.registration)
        return event(.imported(opening), matter: number, version: 1, role: role)
    }

    private func check(_ registration: Registration) throws(Refusal) {
        if registration.title.text?.isEmpty ?? true { throw .emptyTitle }
        if let lead = registration.lead { try know(unit: lead) }
        for support in registration.supports { try know(unit: support.unit) }
        if let leader = registration.leader { try know(person: leader) }
        if let person = registration.person { try know(person: person) }
        if let grid = registration.grid, ledger.grids[grid] == nil { throw .unknownGrid(grid) }
        if let campaign = registration.campaign, ledger.campaigns[campaign] == nil { throw .unknownCampaign(campaign) }
        if registration.quantities.contains(where: { $0.target < .zero || $0.done < .zero }) { throw .negativeAmount }
    }

    private func amend(_ matter: Matter, _ given: Amendment) throws(Refusal) -> Event {
        let role = try permit(.amend, on: matter)
        guard given != Amendment() else { throw .nothingChanged }
        var amendment = given
        if let title = amendment.title, title.text?.isEmpty ?? true { throw .emptyTitle }
        if let lead = amendment.lead { try know(unit: lead) }
        if let person = amendment.person {
            try know(person: person)
            if amendment.post == nil, let post = ledger.people[person]?.posts.first { amendment.post = post }
        }
        if let leader = amendment.leader { try know(person: leader) }
        if amendment.quantities?.contains(where: { $0.target < .zero || $0.done < .zero }) ?? false {
            throw .negativeAmount
        }
        return event(.amended(amendment), on: matter, role: role)
    }

    // MARK: Helpers

    func matter(_ number: MatterNumber) throws(Refusal) -> Matter {
        guard let matter = ledger.matters[number] else { throw .unknownMatter(number) }
        return matter
    }

    func know(unit: UnitID) throws(Refusal) {
        if ledger.units[unit] == nil { throw .unknownUnit(unit) }
    }

    func know(person: PersonID) throws(Refusal) {
        if ledger.people[person] == nil { throw .unknownPerson(person) }
    }

    /// The role in force for something that any of `allowed` may do.
    func role(in allowed: [Role]) throws(Refusal) -> Role {
        if context.actor.roles.isEmpty { throw .readOnly(login: context.actor.login) }
        guard let role = allowed.first(where: context.actor.roles.contains) else {
            throw .notAllowed(.register, to: allowed)
        }
        return role
    }

    /// The role in force for an action on a matter, after checking stage and role.
    func permit(_ kind: Action.Kind, on matter: Matter, by doers: [Role]? = nil) throws(Refusal) -> Role {
        let row = Transition.of(kind)
        let roles = context.actor.roles
        if roles.isEmpty { throw .readOnly(login: context.actor.login) }
        guard row.from.contains(matter.stage) else {
            throw .wrongStage(kind, matter.stage, allowed: Transition.actions(in: matter.stage))
        }
        if isImport { return .clerk }
        let doers = doers ?? row.doers
        let recorder = row.recorders.first(where: roles.contains)
        if context.actor.behalf != nil, let recorder { return recorder }
        if let doer = doers.first(where: roles.contains) { return doer }
        if recorder != nil { throw .needsBehalf(kind, of: doers) }
        throw .notAllowed(kind, to: doers)
    }

    func event(_ fact: Fact, on matter: Matter, role: Role) -> Event {
        event(fact, matter: matter.number, version: matter.version + 1, role: role)
    }

    private func event(_ fact: Fact, matter: MatterNumber? = nil, version: Int? = nil, role: Role) -> Event {
        let actor = context.actor
        return Event(
            // The clock of a machine may be set back; the order of the journal may not.
            recorded: max(context.now, ledger.lastRecorded),
            day: day,
            signature: Signature(login: actor.login, person: actor.person, role: role, behalf: actor.behalf),
            matter: matter,
            version: version,
            fact: fact,
            origin: context.origin
        )
    }
}
