import Text

/// Which turn of work that comes again a matter is (第 n 期).
///
/// A matter with a cycle as its limit opens its next turn when it is settled, or when its period ends: a matter of its own,
/// with the next limit of the cycle, so that what was late stays late under its own number.
package struct Turn: Hashable, Sendable, Codable {
    package var cycle: Cycle
    /// From 1.
    package var number: Int
    /// The matter of the first turn.
    package var first: MatterNumber
    /// The matter of the next turn, once it is open.
    package var next: MatterNumber?
    /// 不再开下一期
    package var isLast = false

    package init(cycle: Cycle, number: Int, first: MatterNumber) {
        self.cycle = cycle
        self.number = number
        self.first = first
    }
}

/// The next turn was opened; without one, there will be none (不再开下一期), and why.
package struct TurnOpening: Hashable, Sendable, Codable {
    package var next: MatterNumber?
    package var text: Prose?

    package init(next: MatterNumber? = nil, text: Prose? = nil) {
        self.next = next
        self.text = text
    }
}

extension Matter {
    /// Whether the next turn may be opened: work that comes again, issued, not stopped, with nothing after it yet.
    package var opensTurns: Bool {
        guard let turn, turn.next == nil, !turn.isLast else { return false }
        return ![.suspended, .void].contains(stage)
    }

    /// Whether the next turn is to be opened on a day: this one is settled, or its period has ended.
    package func owesTurn(on day: Day, offset: Offset) -> Bool {
        guard opensTurns else { return false }
        return stage.isSettled || originalDue.map { $0.day(offset) < day } ?? false
    }

    /// The same work for its next turn: nothing done, no days in its steps.
    func registration(of turn: Turn, start: Day) -> Registration {
        var registration = Registration(kind: kind, title: title, source: source)
        registration.sourceDocument = sourceDocument
        registration.campaign = campaign
        registration.parent = parent
        registration.grid = grid
        registration.level = level
        registration.tags = tags
        registration.isUrgent = isUrgent
        registration.lead = lead
        registration.supports = supports.map { support in
            let quantity = support.quantity.map { QuantityLine(group: $0.group, target: $0.target, unit: $0.unit) }
            return Support(unit: support.unit, mode: support.mode, quantity: quantity)
        }
        registration.leader = leader
        registration.person = person
        registration.post = post
        registration.quantities = quantities.map { QuantityLine(group: $0.group, target: $0.target, unit: $0.unit) }
        registration.term = .cycle(turn.cycle)
        registration.start = start
        registration.steps = steps.map { Step(title: $0.title, person: $0.person) }
        registration.remark = remark
        registration.signTerm = signTerm
        registration.turn = turn
        return registration
    }

    mutating func take(_ opening: TurnOpening) {
        if let next = opening.next { turn?.next = next } else { turn?.isLast = true }
    }
}

extension Decision {
    /// 开下一期: registered and issued on the approval of the turn before, for work that comes again was issued once and for
    /// all its turns (长期交办). The signature of whoever signed holds on, too, and the history says whose (沿用); who has left
    /// cannot answer for it, so that the unit signs anew and names a person.
    func openTurn(after matter: Matter) throws(Refusal) -> [Event] {
        let role = try role(in: Transition.of(.register).doers)
        guard let turn = matter.turn else { throw .noCycle(matter.number) }
        if let next = turn.next { throw .turnIsOpen(next) }
        guard matter.opensTurns, let last = matter.originalDue?.day(ledger.offset) else {
            throw .turnsAreOver(matter.number)
        }
        let next = Turn(cycle: turn.cycle, number: turn.number + 1, first: turn.first)
        // Turns that passed while nobody wrote are not made up for.
        let counted = max(last, today - 1)
        let due = turn.cycle.next(after: counted, calendar: ledger.calendar)
        var registration = matter.registration(of: next, start: min(last + 1, today))
        registration.number = MatterNumber(ledger.counters.matter)
        if let person = registration.person, ledger.people[person]?.left != nil { registration.person = nil }
        try check(registration)
        var course = self
        var events: [Event] = []
        func take(_ fact: Fact, isApproval: Bool = false) throws(Refusal) {
            let event =
                events.isEmpty
                ? self.event(fact, matter: registration.number, version: 1, role: role)
                : course.event(fact, on: try course.matter(registration.number), role: role, isApproval: isApproval)
            course.ledger.apply(event)
            events.append(event)
        }
        try take(.registered(registration))
        try take(.submitted(Note()))
        let issue = Issue(
            due: rules.end(of: due, offset: ledger.offset),
            isWithoutPerson: registration.person == nil,
            // The limit counts from the turn before, not from when this one was opened.
            from: Moment(counted, minute: 0, offset: ledger.offset),
            rules: rules.version,
            carried: matter.number
        )
        try take(.issued(issue), isApproval: true)
        if matter.accepted != nil, registration.person == matter.person {
            try take(.accepted(Note(carried: matter.number)))
        }
        for share in matter.supports where share.mode == .share && share.accepted != nil {
            try take(.supportAccepted(ShareNote(unit: share.unit, carried: matter.number)))
        }
        events.append(event(.turnOpened(TurnOpening(next: registration.number)), on: matter, role: role))
        return events
    }

    /// 不再开下一期
    func endTurns(_ matter: Matter, _ text: CleanText?) throws(Refusal) -> Event {
        let role = try role(in: Transition.office)
        guard let turn = matter.turn else { throw .noCycle(matter.number) }
        if let next = turn.next { throw .turnIsOpen(next) }
        if turn.isLast { throw .turnsAreOver(matter.number) }
        return event(.turnOpened(TurnOpening(text: text.map(Prose.init))), on: matter, role: role)
    }

    /// What settling a turn opens. A turn that cannot be opened as it stands, for a unit was closed, stands in the way of
    /// nothing: it stays on the list of what is to be opened.
    func withNextTurn(_ events: [Event], of number: MatterNumber) -> [Event] {
        guard !isImport, case .settled? = events.first?.fact else { return events }
        var after = self
        for event in events { after.ledger.apply(event) }
        guard let matter = after.ledger.matters[number], matter.opensTurns else { return events }
        return events + ((try? after.openTurn(after: matter)) ?? [])
    }
}
