import Text

// Rules of what turns the course of a matter: units, people, limits, parking, shares.

extension Decision {
    func turn(_ matter: Matter, _ action: Action) throws(Refusal) -> Fact {
        let kind = action.kind
        switch action {
        case .handBack(let reason):
            return .handedBack(Note(text: try words(reason, kind)))
        case .transfer(let unit, let person, let term, let reason):
            return .transferred(try transfer(matter, to: unit, person: person, term: term, reason: reason))
        case .reassign(let person, let text):
            return .reassigned(try reassign(matter, to: person, text: text))
        case .proposeParking(let reason, let recheck):
            if matter.proposal != nil { throw .parkingProposed }
            return .parkingProposed(try order(try words(reason, kind), recheck: recheck))
        case .approveParking:
            guard let proposal = matter.proposal else { throw .noParkingProposed }
            return .parked(try park(matter, reason: proposal.reason, recheck: proposal.recheck))
        case .refuseParking(let reason):
            guard matter.proposal != nil else { throw .noParkingProposed }
            return .parkingRefused(Note(text: try words(reason, kind)))
        case .reopen(let reason, let term):
            return .reopened(try reopen(matter, reason: try words(reason, kind), term: term))
        case .adjustLimit(let term, let reason):
            guard let due = matter.due else { throw .needsLimit }
            let limit = try newLimit(term)
            guard limit.due != due else { throw .nothingChanged }
            return .limitAdjusted(
                LimitAdjustment(from: due, limit: limit, reason: try words(reason, kind), overdue: overdue(matter))
            )
        case .recountLimit(let isTaken, let text):
            guard let due = matter.due, let new = ledger.recounted(matter) else { throw .noRecount }
            return .limitRecounted(LimitRecount(from: due, due: new, isTaken: isTaken, text: text.map(Prose.init)))
        case .acceptSupport(let unit, let text):
            guard let index = matter.openShare(of: unit) else { throw .noSuchSupport(unit) }
            guard matter.supports[index].accepted == nil else { throw .shareAccepted(unit) }
            return .supportAccepted(ShareNote(unit: unit, text: text.map(Prose.init)))
        case .trackSupport(let unit, let text, let figure):
            return .supportTracked(try trackShare(matter, of: unit, text: text, figure: figure))
        default:
            throw .wrongStage(kind, matter.stage, allowed: Transition.actions(on: matter))
        }
    }

    // MARK: Unit and person

    private func transfer(
        _ matter: Matter,
        to unit: UnitID,
        person: PersonID?,
        term: Term?,
        reason: CleanText
    ) throws(Refusal) -> Transfer {
        try assign(unit: unit)
        guard unit != matter.lead else { throw .sameUnit(unit) }
        var transfer = Transfer(from: matter.lead, to: unit, reason: try words(reason, .transfer))
        if let person {
            try assign(person: person, in: unit)
            transfer.person = person
            transfer.post = ledger.people[person]?.posts.first
        } else {
            // The post was that of whoever had it.
            transfer.post = CleanText("")
        }
        transfer.limit = try term.map { term throws(Refusal) in try newLimit(term) }
        transfer.signDue = signDue(matter)
        return transfer
    }

    private func reassign(_ matter: Matter, to person: PersonID, text: CleanText?) throws(Refusal) -> Reassignment {
        guard let lead = matter.lead else { throw .missingLead }
        guard person != matter.person else { throw .samePerson(person) }
        try assign(person: person, in: lead)
        return Reassignment(
            from: matter.person,
            to: person,
            post: ledger.people[person]?.posts.first,
            text: text.map(Prose.init)
        )
    }

    /// Nothing is given to a unit that has closed.
    func assign(unit: UnitID?) throws(Refusal) {
        try know(unit: unit)
        guard !isImport, let id = unit, let unit = ledger.units[id], let closed = unit.closed, !unit.isOpen(on: day)
        else { return }
        throw .unitClosed(id, on: closed, successor: unit.successor)
    }

    /// Nothing is given to somebody who has left; and, where a unit is named, only to its people.
    func assign(person: PersonID?, in lead: UnitID? = nil) throws(Refusal) {
        try know(person: person)
        guard !isImport, let id = person, let person = ledger.people[id] else { return }
        if let left = person.left, left <= day { throw .personLeft(id, on: left) }
        if let lead, !ledger.isUnit(person.unit, within: lead) { throw .personElsewhere(id, lead: lead) }
    }

    /// 反弹 links a new matter to one that was struck off; what was only settled is reopened.
    func checkRebound(of number: MatterNumber?) throws(Refusal) {
        guard let number else { return }
        let old = try matter(number)
        guard [.struck, .archived].contains(old.stage) else { throw .notStruck(number, old.stage) }
    }

    // MARK: Limits

    /// The moment from which a limit counts: now, or for another day its close.
    var instant: Moment {
        day == today ? context.now : Moment(day, minute: rules.eveningCount - 1, offset: ledger.offset)
    }

    func deadline(_ term: Term) -> Deadline {
        term.deadline(from: instant, calendar: ledger.calendar, rules: rules, offset: ledger.offset).deadline
    }

    /// A limit set now; it must lie ahead.
    func newLimit(_ term: Term) throws(Refusal) -> NewLimit {
        try check(term)
        let due = deadline(term)
        if !isImport, due.passes(closing: rules.eveningCount, offset: ledger.offset) <= context.now {
            throw .limitNotAhead(due.day(ledger.offset))
        }
        return NewLimit(due: due, term: term, from: term.needsClock ? instant : nil, rules: rules.version)
    }

    func signDue(_ matter: Matter) -> Deadline? { matter.signTerm.map(deadline) }

    /// Working days past the limit at the moment of the fact; nil while it lies ahead.
    func overdue(_ matter: Matter) -> Int? {
        guard let due = matter.due, due.passes(closing: rules.eveningCount, offset: ledger.offset) <= instant else {
            return nil
        }
        return max(0, ledger.calendar.workdays(after: due.day(ledger.offset), through: day))
    }

    func resume(_ matter: Matter, due: Day?, text: CleanText?) throws(Refusal) -> Resumption {
        let words = text.map(Prose.init)
        guard !isImport else { return Resumption(due: due.map(Deadline.endOfDay), text: words) }
        if let due, due < day { throw .limitNotAhead(due) }
        guard overdue(matter) != nil, let old = matter.due else {
            return Resumption(due: due.map { rules.end(of: $0, offset: ledger.offset) }, text: words)
        }
        // The limit passed meanwhile, or had passed before: days overdue until it was parked stay.
        let limit = old.day(ledger.offset)
        guard let due else { throw .needsNewLimit(old: limit) }
        let stopped = matter.parking?.since ?? limit
        let wasLate = stopped > limit ? max(0, ledger.calendar.workdays(after: limit, through: stopped)) : nil
        return Resumption(due: rules.end(of: due, offset: ledger.offset), text: words, overdue: wasLate)
    }

    private func reopen(_ matter: Matter, reason: Prose, term: Term?) throws(Refusal) -> Reopening {
        var late: Int?
        if let due = matter.due, let settled = matter.settled {
            let limit = due.day(ledger.offset)
            let isLate = matter.reported.map { $0 >= due.passes(closing: rules.eveningCount, offset: ledger.offset) }
            if isLate ?? (limit < settled) { late = max(0, ledger.calendar.workdays(after: limit, through: settled)) }
        }
        guard let term else {
            if !isImport, overdue(matter) != nil, let old = matter.due {
                throw .needsNewLimit(old: old.day(ledger.offset))
            }
            return Reopening(reason: reason)
        }
        return Reopening(reason: reason, limit: try newLimit(term), overdue: late)
    }

    // MARK: Parking

    /// Matters from above are parked with their consent (document number of the record).
    func park(_ matter: Matter, reason: Prose, recheck: Day) throws(Refusal) -> ParkingOrder {
        if matter.source == .superior { try document(nil) }
        return try order(reason, recheck: recheck)
    }

    private func order(_ reason: Prose, recheck: Day) throws(Refusal) -> ParkingOrder {
        guard isImport || (recheck > day && recheck - day <= rules.recheckDays) else {
            throw .recheckOutOfRange(days: rules.recheckDays)
        }
        return ParkingOrder(reason: reason, recheck: recheck)
    }

    // MARK: Shares

    /// The lead may report with a share open; to settle so the 督查负责人 says why.
    func checkShares(_ matter: Matter, text: CleanText?) throws(Refusal) {
        guard !isImport, !matter.openShares.isEmpty, text?.isEmpty ?? true else { return }
        throw .openShares(matter.openShares)
    }

    private func trackShare(
        _ matter: Matter,
        of unit: UnitID,
        text: CleanText,
        figure: Progress.Figure?
    ) throws(Refusal) -> ShareTrack {
        guard let index = matter.openShare(of: unit) else { throw .noSuchSupport(unit) }
        var track = ShareTrack(unit: unit, text: try words(text, .trackSupport))
        guard let figure else { return track }
        guard let line = matter.supports[index].quantity else { throw .noQuantity }
        track.from = line.done
        switch figure {
        case .total(let total): track.to = total
        case .added(let added):
            try check(added < .zero ? .zero - added : added)
            track.to = line.done + added
        }
        if let to = track.to { try check(to) }
        return track
    }
}
