import Text

// Rules of decisions: which level, by which way, and what is to be done (PRACTICE §4).

extension Decision {
    /// A decision and the matters it makes, in the order in which they happen.
    func rule(_ draft: RulingDraft) throws(Refusal) -> [Event] {
        let about = try draft.matter.map { number throws(Refusal) in try matter(number) }
        if let about, !about.stage.isOpen {
            throw .wrongStage(.answer, about.stage, allowed: Transition.actions(on: about))
        }
        guard !draft.conclusion.isEmpty else { throw .daily(.emptyNote) }
        let role = try role(deciding: draft, on: about)
        if !draft.isNothingToDo, draft.followUps.isEmpty { throw .daily(.needsFollowUp) }

        var course = self
        var events: [Event] = []
        var made: [MatterNumber] = []
        for (index, given) in draft.followUps.enumerated() {
            let new = try course.followUp(given, place: index + 1, of: draft, role: role)
            for event in new { course.ledger.apply(event) }
            made.append(new[0].matter!)
            events += new
        }
        let first = draft.followUps.first
        var ruling = Ruling(
            levels: draft.levels,
            way: draft.way,
            meeting: draft.meeting,
            meetingName: draft.meetingName,
            conclusion: Prose(draft.conclusion),
            made: made
        )
        ruling.unit = made.first.flatMap { course.ledger.matters[$0]?.lead }
        ruling.person = first?.person
        ruling.moment = instant
        ruling.due = made.first.flatMap { course.ledger.matters[$0]?.due?.day(ledger.offset) }
        if let about {
            events.append(event(.ruled(ruling), on: about, role: role, isApproval: true))
        } else {
            events.append(event(.ruled(ruling), role: role, isApproval: true))
        }
        return events
    }

    // MARK: Who and how

    /// The role in force; refuses a decision by who cannot take it.
    private func role(deciding draft: RulingDraft, on matter: Matter?) throws(Refusal) -> Role {
        guard let level = draft.levels.max(by: { $0.rank < $1.rank }) else { throw .daily(.needsLevel) }
        if let pending = matter?.pendingLevel, level.rank < pending.rank {
            throw .daily(.levelTooLow(pending: pending))
        }
        switch draft.way {
        case .instruction:
            if let body = draft.levels.first(where: \.isCollective) { throw .daily(.decidesTogether(body)) }
            if matter?.needsMeeting ?? false { throw .daily(.mustGoToMeeting) }
            return try role(ofDeciderOn: level)
        case .meeting:
            if let id = draft.meeting {
                _ = try openMeeting(id)
            } else if draft.meetingName?.isEmpty ?? true {
                throw .daily(.needsMeetingName)
            }
            return try self.role(in: Transition.office + level.deciders)
        }
    }

    /// One leader decides: at the keyboard, or recorded by the office with their name.
    private func role(ofDeciderOn level: DecisionLevel) throws(Refusal) -> Role {
        let actor = context.actor
        if actor.roles.isEmpty { throw .readOnly(login: actor.login) }
        let recorder = Transition.office.first(where: actor.roles.contains)
        if let behalf = actor.behalf, let recorder {
            guard let person = behalf.person else { throw .daily(.needsDecider(level)) }
            let roles = ledger.roles(of: person, on: behalf.day ?? day)
            if !roles.isEmpty, roles.isDisjoint(with: level.deciders) { throw .daily(.notDecider(person, level)) }
            if let day = behalf.day, day > today { throw .approvalDay(day) }
            return recorder
        }
        if let role = level.deciders.first(where: actor.roles.contains) { return role }
        throw recorder == nil ? .notAllowed(.answer, to: level.deciders) : .daily(.needsDecider(level))
    }

    // MARK: What is to be done

    /// A matter that a decision makes: registered, submitted and issued in one, for those who decided
    /// have issued it.
    private func followUp(
        _ given: Registration,
        place: Int,
        of draft: RulingDraft,
        role: Role
    ) throws(Refusal) -> [Event] {
        var registration = given
        registration.number = MatterNumber(ledger.counters.matter)
        registration.source = draft.way == .meeting ? .meeting : .instruction
        registration.parent = given.parent ?? draft.matter
        if let person = registration.person.flatMap({ ledger.people[$0] }) {
            if registration.post.isEmpty, let post = person.posts.first { registration.post = post }
            registration.lead = registration.lead ?? person.unit
        }
        // What a decision asks for counts as 1 件 where nobody says more.
        if registration.kind == .target, registration.quantities.isEmpty {
            registration.quantities = [QuantityLine(target: Amount(1), unit: "件")]
        }
        try check(registration)
        guard registration.lead != nil else { throw .daily(.followUpWithoutLead(place: place)) }
        let registered = event(.registered(registration), matter: registration.number, version: 1, role: role)
        var course = self
        course.ledger.apply(registered)
        let matter = try course.matter(registration.number)
        guard matter.missing.isEmpty else { throw .daily(.followUpMissing(place: place, matter.missing)) }
        let submitted = course.event(.submitted(Note()), on: matter, role: role)
        course.ledger.apply(submitted)
        let pending = try course.matter(registration.number)
        let issue = try course.issue(pending, term: nil, text: nil)
        return [registered, submitted, course.event(.issued(issue), on: pending, role: role, isApproval: true)]
    }
}
