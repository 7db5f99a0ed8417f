import Ledger

/// What commands and matters refer to: the reference data that has to be in a working set.
struct References {
    var units: Set<UnitID> = []
    var people: Set<PersonID> = []
    var grids: Set<GridID> = []
    var campaigns: Set<CampaignID> = []

    mutating func add(_ matter: Matter) {
        add(
            lead: matter.lead,
            leader: matter.leader,
            person: matter.person,
            grid: matter.grid,
            campaign: matter.campaign
        )
        units.formUnion(matter.supports.map(\.unit))
        people.formUnion(matter.steps.compactMap(\.person))
        for slip in matter.ladder.slips {
            add(person: slip.signer)
            add(person: slip.reply?.head)
            add(unit: slip.face?.lead)
            add(person: slip.face?.leader)
            add(person: slip.face?.person)
        }
        if let signature = matter.lastTrack?.signature {
            add(unit: signature.behalf?.unit)
            add(person: signature.person)
            add(person: signature.behalf?.person)
        }
    }

    mutating func add(_ command: Command) {
        switch command {
        case .found, .startSupervision: break
        case .addUnit(let unit): add(unit: unit.parent)
        case .addPerson(let person): add(unit: person.unit)
        case .addGrid(let grid):
            add(unit: grid.unit)
            add(person: grid.head)
            if let parent = grid.parent { grids.insert(parent) }
        case .addCampaign(let campaign):
            add(unit: campaign.unit)
            add(person: campaign.head)
            people.formUnion(campaign.groups.compactMap(\.head))
            add(unit: campaign.branch?.unit)
            add(person: campaign.branch?.secretary)
        case .orderPhase(let order):
            if let campaign = order.campaign { campaigns.insert(campaign) }
        case .changeCampaign(let campaign, let facts):
            campaigns.insert(campaign)
            add(unit: facts.unit)
            add(unit: facts.branch?.unit)
            add(person: facts.head)
            add(person: facts.branch?.secretary)
            people.formUnion(facts.groups?.compactMap(\.head) ?? [])
        case .noteFrontline(let campaign, let edit):
            campaigns.insert(campaign)
            if case .add(let entry) = edit { people.formUnion(entry.people) }
        case .household(_, .add(let households)): people.formUnion(households.compactMap(\.cadre))
        case .household(_, .assign(_, let cadre)): add(person: cadre)
        case .household, .openCase, .keepPrecedent, .openTurn, .endTurns: break
        case .register(let registration): add(registration)
        case .open(let opening): add(opening.registration)
        case .amend(_, let amendment):
            add(
                lead: amendment.lead,
                leader: amendment.leader,
                person: amendment.person,
                grid: amendment.grid,
                campaign: amendment.campaign
            )
            units.formUnion(amendment.supports?.map(\.unit) ?? [])
        case .act(_, .addStep(_, let person, _)): add(person: person)
        case .act(_, .settleSupport(let unit, _)), .act(_, .acceptSupport(let unit, _)),
            .act(_, .trackSupport(let unit, _, _)):
            add(unit: unit)
        case .act(_, .transfer(let unit, let person, _, _)):
            add(unit: unit)
            add(person: person)
        case .act(_, .reassign(let person, _)): add(person: person)
        case .act(_, .answer(_, _, let terms)): add(person: terms.person)
        // Decided on the whole directory, see ``Command/needsDirectory``.
        case .replaceCalendar, .adjustCalendar, .renameUnit, .closeUnit, .changePerson, .dismissPerson, .takeLeave,
            .endLeave, .undo, .blackOut, .blackOutDiary, .keepContact, .showContacts, .eraseContact,
            .expireContacts:
            break
        case .drawMap(let sheet):
            grids.formUnion(sheet.places.map(\.grid))
            people.formUnion(sheet.objects.compactMap(\.head))
            if let parent = sheet.parent { grids.insert(parent) }
        case .daily(let command): add(command)
        case .act(_, .ladder(.answer(_, let reply))): add(person: reply.head)
        case .replaceRules: break
        case .act: break
        }
    }

    /// What a decision, a meeting, a duty names is in the whole directory, see ``Command/needsDirectory``.
    private mutating func add(_ command: OfficeCommand) {
        if case .rule(let draft) = command { draft.followUps.forEach { add($0) } }
    }

    /// Who gives a command, and for whom.
    mutating func add(_ actor: Actor) {
        add(person: actor.person)
        add(unit: actor.behalf?.unit)
        add(person: actor.behalf?.person)
    }

    private mutating func add(_ registration: Registration) {
        add(
            lead: registration.lead,
            leader: registration.leader,
            person: registration.person,
            grid: registration.grid,
            campaign: registration.campaign
        )
        units.formUnion(registration.supports.map(\.unit))
        people.formUnion(registration.steps.compactMap(\.person))
    }

    private mutating func add(
        lead: UnitID?,
        leader: PersonID?,
        person: PersonID?,
        grid: GridID?,
        campaign: CampaignID?
    ) {
        add(unit: lead)
        add(person: leader)
        add(person: person)
        if let grid { grids.insert(grid) }
        if let campaign { campaigns.insert(campaign) }
    }

    private mutating func add(unit: UnitID?) { if let unit { units.insert(unit) } }
    private mutating func add(person: PersonID?) { if let person { people.insert(person) } }
}

extension Store {
    /// Reads what is referred to and not yet in the ledger. Keys that do not exist stay out of it.
    func read(_ references: References, into ledger: inout Ledger) throws {
        for id in references.units where ledger.units[id] == nil { ledger.units[id] = try unit(id) }
        for id in references.people where ledger.people[id] == nil { ledger.people[id] = try person(id) }
        for id in references.grids where ledger.grids[id] == nil { ledger.grids[id] = try grid(id) }
        for id in references.campaigns where ledger.campaigns[id] == nil { ledger.campaigns[id] = try campaign(id) }
    }

    /// Reads also the units and grids above, and the units of the people: what a page about the matters
    /// has to name.
    func readWithParents(_ references: References, into ledger: inout Ledger) throws {
        var missing = references
        var known = -1
        // Ends also where a key leads nowhere: then a round finds nothing new.
        while known < ledger.units.count + ledger.people.count + ledger.grids.count {
            known = ledger.units.count + ledger.people.count + ledger.grids.count
            try read(missing, into: &ledger)
            missing = References()
            missing.units.formUnion(ledger.people.values.map(\.unit))
            missing.units.formUnion(ledger.units.values.compactMap(\.parent))
            missing.units.formUnion(ledger.grids.values.compactMap(\.unit))
            missing.people.formUnion(ledger.campaigns.values.compactMap(\.head))
            missing.grids.formUnion(ledger.grids.values.compactMap(\.parent))
        }
    }
}
