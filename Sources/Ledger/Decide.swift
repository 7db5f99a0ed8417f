import Text

/// Holds the rules: answers a command with the events it makes, or refuses it.
///
/// Pure. The working set must hold the matter that the command names.
package func decide(_ command: Command, in ledger: Ledger, by context: Context) throws(Refusal) -> [Event] {
    let events = try Decision(ledger: ledger, context: context).events(for: command)
    // Rows of a file were looked at one by one, with their places, before they came here.
    if context.origin == nil {
        for event in events { if let found = event.personal { throw .personal(found) } }
    }
    return events
}

/// What the rules say against a command whose words are still to be typed, and so are not looked at; nil if nothing.
package func objection(to command: Command, in ledger: Ledger, by context: Context) -> Refusal? {
    do throws(Refusal) {
        _ = try Decision(ledger: ledger, context: context).events(for: command)
        return nil
    } catch {
        return error
    }
}

/// One command being decided.
struct Decision {
    /// What is decided on; what several events of one command do is tried on a copy of the decision.
    var ledger: Ledger
    let context: Context

    var today: Day { context.now.day(ledger.offset) }
    /// The day the fact belongs to.
    var day: Day { context.day ?? today }
    var rules: Rules { ledger.rules(on: day) }
    var isImport: Bool { context.origin != nil }

    func events(for command: Command) throws(Refusal) -> [Event] {
        if day > today { throw .dayAhead(day) }
        try know(unit: context.actor.behalf?.unit)
        try know(person: context.actor.behalf?.person)
        switch command {
        case .found(let founding):
            guard ledger.rulesHistory.isEmpty else { throw .alreadyFounded }
            return [event(.founded(founding), role: .clerk)]
        case _ where ledger.rulesHistory.isEmpty:
            throw .notFounded
        case .startSupervision(let day):
            return [try byOffice(.supervisionStarted(SupervisionStart(day: day)))]
        case .addUnit(var unit):
            guard !ledger.units.values.contains(where: { $0.name == unit.name }) else { throw .nameTaken(unit.name) }
            try know(unit: unit.parent)
            unit.id = UnitID(ledger.counters.unit)
            return [try byOffice(.unitAdded(unit))]
        case .addPerson(var person):
            try know(unit: person.unit)
            guard !ledger.people.values.contains(where: { $0.name == person.name && $0.unit == person.unit }) else {
                throw .nameTaken(person.name)
            }
            person.id = PersonID(ledger.counters.person)
            return [try byOffice(.personAdded(person))]
        case .addGrid(var grid):
            guard !ledger.grids.values.contains(where: { $0.code == grid.code }) else { throw .codeTaken(grid.code) }
            try know(grid: grid.parent)
            try know(unit: grid.unit)
            try know(person: grid.head)
            grid.id = GridID(ledger.counters.grid)
            return [try byOffice(.gridAdded(grid))]
        case .addCampaign(var campaign):
            guard !ledger.campaigns.values.contains(where: { $0.name == campaign.name }) else {
                throw .nameTaken(campaign.name)
            }
            try know(unit: campaign.unit)
            for head in [campaign.head] + campaign.groups.map(\.head) { try know(person: head) }
            try check(campaign.target)
            try check(campaign.branch)
            campaign.id = CampaignID(ledger.counters.campaign)
            return [try byOffice(.campaignAdded(campaign))]
        case .register(let registration):
            return [try register(registration)]
        case .open(let opening):
            return [try open(opening)]
        case .amend(let number, let amendment):
            return [try amend(try matter(number), amendment)]
        case .act(let number, let action):
            let matter = try matter(number)
            return withNextTurn(try withCarrying(try act(matter, action), from: matter), of: number)
        case .daily(let command):
            return try daily(command)
        case .replaceCalendar, .adjustCalendar, .renameUnit, .closeUnit, .changePerson, .dismissPerson, .takeLeave,
            .endLeave:
            return [try byOffice(try directory(command))]
        // Only who keeps the events, their texts and the contacts can say what there is: the journal decides these
        // with `undo(_:in:by:)`, `keepingEvent(_:on:in:by:)` and `contactEvent(_:on:in:by:)`.
        case .undo: throw .cannotUndo(.nothing)
        case .blackOut, .blackOutDiary: throw .keeping(.nothingToBlackOut)
        case .keepContact, .showContacts, .eraseContact, .expireContacts: throw .keeping(.noContact(nil))
        case .orderPhase, .changeCampaign, .noteFrontline:
            return [try campaign(command)]
        case .drawMap(let sheet): return [try byOffice(try drawMap(sheet))]
        case .replaceRules(let replacement):
            return [try byOffice(try replaceRules(replacement))]
        case .household(let number, let action):
            let matter = try matter(number)
            return try withCarrying(try household(matter, action), from: matter)
        case .openCase(let number, let file):
            return [try openCase(try matter(number), file)]
        case .keepPrecedent(let number, let kind, let text):
            return [try keep(try matter(number), kind: kind, text)]
        case .openTurn(let number):
            return try openTurn(after: try matter(number))
        case .endTurns(let number, let text):
            return [try endTurns(try matter(number), text)]
        }
    }

    // MARK: Registering

    private func register(_ given: Registration) throws(Refusal) -> Event {
        let role = try role(in: Transition.of(.register).doers)
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
        let role = try role(in: Transition.office)
        var opening = given
        if opening.registration.number.rawValue == 0 {
            opening.registration.number = MatterNumber(ledger.counters.matter)
        }
        let number = opening.registration.number
        guard (1...999_999_999).contains(number.rawValue) else { throw .numberOutOfRange(number) }
        guard ledger.matters[number] == nil else { throw .numberTaken(number) }
        try check(opening.registration)
        return event(.imported(opening), matter: number, version: 1, role: role)
    }

    func check(_ registration: Registration) throws(Refusal) {
        try checkParent(registration.parent, of: registration.number)
        try check(title: registration.title)
        try assign(unit: registration.lead)
        try assign(person: registration.leader)
        try assign(person: registration.person)
        try know(grid: registration.grid)
        try know(campaign: registration.campaign)
        try check(registration.supports)
        try check(registration.quantities)
        try check(registration.term)
        try check(registration.signTerm)
        try checkRebound(of: registration.reboundOf)
    }

    private func amend(_ matter: Matter, _ given: Amendment) throws(Refusal) -> Event {
        let role = try permit(.amend, on: matter)
        guard given != Amendment() else { throw .nothingChanged }
        if let title = given.title { try check(title: title) }
        try assign(unit: given.lead)
        try assign(person: given.leader)
        try assign(person: given.person)
        try know(grid: given.grid)
        try know(campaign: given.campaign)
        try check(given.supports ?? [])
        try check(given.quantities ?? [])
        try check(given.term)
        try check(given.signTerm)
        if given.term != nil, matter.issued != nil { throw .limitIsIssued }
        try checkParent(given.parent, of: matter.number)
        var amendment = given
        if let person = given.person { amendment.post = given.post ?? ledger.people[person]?.posts.first }
        let correction = Correction(before: matter.says(of: amendment), after: amendment)
        return event(.corrected(correction), on: matter, role: role)
    }

    private func check(title: Prose) throws(Refusal) {
        if title.text?.isEmpty ?? true { throw .emptyTitle }
    }

    private func check(_ supports: [Support]) throws(Refusal) {
        for support in supports {
            try assign(unit: support.unit)
            try check(support.quantity.map { [$0] } ?? [])
        }
    }

    private func check(_ lines: [QuantityLine]) throws(Refusal) {
        for amount in lines.flatMap({ [$0.target, $0.done] }) { try check(amount) }
    }

    func check(_ amount: Amount) throws(Refusal) {
        if amount < .zero { throw .negativeAmount }
        if amount > .limit { throw .amountTooLarge }
    }

    func check(_ term: Term?) throws(Refusal) {
        if let term, !term.isInRange { throw .limitOutOfRange }
    }

    // MARK: Helpers

    func matter(_ number: MatterNumber) throws(Refusal) -> Matter {
        guard let matter = ledger.matters[number] else { throw .unknownMatter(number) }
        return matter
    }

    func know(unit: UnitID?) throws(Refusal) {
        if let unit, ledger.units[unit] == nil { throw .unknownUnit(unit) }
    }

    func know(person: PersonID?) throws(Refusal) {
        if let person, ledger.people[person] == nil { throw .unknownPerson(person) }
    }

    func know(grid: GridID?) throws(Refusal) {
        if let grid, ledger.grids[grid] == nil { throw .unknownGrid(grid) }
    }

    func know(campaign: CampaignID?) throws(Refusal) {
        if let campaign, ledger.campaigns[campaign] == nil { throw .unknownCampaign(campaign) }
    }

    /// What concerns the ledger and not a matter is for the office to record.
    func byOffice(_ fact: Fact) throws(Refusal) -> Event {
        event(fact, role: try role(in: Transition.office))
    }

    func event(_ fact: Fact, on matter: Matter, role: Role, isApproval: Bool = false) -> Event {
        event(fact, matter: matter.number, version: matter.version + 1, role: role, isApproval: isApproval)
    }

    func event(
        _ fact: Fact,
        matter: MatterNumber? = nil,
        version: Int? = nil,
        role: Role,
        isApproval: Bool = false
    ) -> Event {
        let actor = context.actor
        var behalf = actor.behalf
        // An approval recorded for somebody names the day it was given.
        let approved = behalf?.day ?? day
        behalf?.day = isApproval ? approved : nil
        return Event(
            // The clock of a machine may be set back; the order of the journal may not.
            recorded: max(context.now, ledger.lastRecorded),
            day: day,
            signature: Signature(login: actor.login, person: actor.person, role: role, behalf: behalf),
            matter: matter,
            version: version,
            fact: fact,
            origin: context.origin,
            references: context.references
        )
    }
}
