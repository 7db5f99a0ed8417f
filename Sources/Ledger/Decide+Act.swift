import Text

extension Decision {
    /// The event of an action on a matter.
    func act(_ matter: Matter, _ action: Action) throws(Refusal) -> Event {
        let kind = action.kind
        // Who might answer it is no question where nothing was asked.
        if !context.actor.roles.isEmpty, matter.stage == .inHand {
            if [.grantExtension, .refuseExtension].contains(kind), matter.request == nil { throw .noExtensionPending }
            if [.approveParking, .refuseParking].contains(kind), matter.proposal == nil { throw .noParkingProposed }
        }
        let role = try permit(
            kind,
            on: matter,
            by: doers(of: kind, on: matter, signers: signers(of: action, on: matter))
        )
        try checkVoice(of: action, on: matter)
        let fact: Fact
        switch action {
        case .submit(let text):
            fact = .submitted(note(text))
        case .issue(let term, let text):
            fact = .issued(try issue(matter, term: term, text: text))
        case .decline(let reason):
            fact = .declined(Note(text: try words(reason, kind)))
        case .accept(let text):
            fact = .accepted(note(text))
        case .track(let text, let progress):
            fact = .tracked(try track(matter, text: text, progress: progress))
        case .addStep(let title, let person, let due):
            if let person { try know(person: person) }
            fact = .stepAdded(Step(title: try words(title, kind), person: person, due: due))
        case .tickStep(let index, let text):
            guard matter.steps.indices.contains(index) else { throw .noSuchStep(index + 1) }
            guard matter.steps[index].done == nil else { throw .stepDone(index + 1) }
            fact = .stepTicked(StepTick(index: index, text: text.map(Prose.init)))
        case .answer(let answer, let text, let terms):
            fact = .answered(try self.answer(matter, answer, text: text, terms: terms))
        case .report(let text):
            fact = .reported(Report(moment: reportedMoment, text: try words(text, kind)))
        case .sendBack(let reason):
            fact = .sentBack(SendBack(reason: try words(reason, kind), due: dueAfterReview(matter)))
        case .settle(let check, let text):
            guard check != nil || isImport else { throw .needsCheck }
            try checkShares(matter, text: text)
            let settled = matter.reported?.day(ledger.offset) ?? day
            fact = .settled(Settlement(check: check, settled: settled, text: text.map(Prose.init)))
        case .strike(let text):
            if matter.source == .superior { try document(text) }
            if !matter.openShares.isEmpty, !isImport { throw .openShares(matter.openShares) }
            // Whoever asked is called back, or the record says why not (联系不上).
            if matter.kind == .demand, matter.check != .callBack, text?.isEmpty ?? true, !isImport {
                throw .needsCallBack
            }
            fact = .struck(note(text))
        case .archive:
            fact = .archived(Note())
        case .park(let reason, let recheck):
            fact = .parked(try park(matter, reason: try words(reason, kind), recheck: recheck))
        case .resume(let due, let text):
            fact = .resumed(try resume(matter, due: due, text: text))
        case .askExtension(let to, let reason):
            fact = .extensionAsked(ExtensionAsked(to: try extend(matter, to: to), reason: try words(reason, kind)))
        case .grantExtension(let text):
            guard let request = matter.request else { throw .noExtensionPending }
            // 上级交办 and 12345 move only with their consent.
            if [.superior, .hotline].contains(matter.source) { try document(text) }
            if request.to < day, !isImport { throw .limitNotAhead(request.to) }
            let due = rules.end(of: request.to, offset: ledger.offset)
            fact = .extensionDecided(ExtensionDecision(isGranted: true, due: due, text: text.map(Prose.init)))
        case .refuseExtension(let reason):
            guard matter.request != nil else { throw .noExtensionPending }
            fact = .extensionDecided(ExtensionDecision(isGranted: false, due: nil, text: try words(reason, kind)))
        case .settleSupport(let unit, let text):
            guard matter.openShare(of: unit) != nil else { throw .noSuchSupport(unit) }
            fact = .supportSettled(SupportSettlement(unit: unit, text: text.map(Prose.init)))
        case .suspend(let reason):
            fact = .suspended(Note(text: try words(reason, kind)))
        case .void(let reason):
            fact = .voided(Note(text: try words(reason, kind)))
        case .handBack, .transfer, .reassign, .proposeParking, .approveParking, .refuseParking, .reopen, .adjustLimit,
            .recountLimit, .acceptSupport, .trackSupport:
            fact = try turn(matter, action)
        case .ladder(let step):
            fact = try climb(matter, step)
        }
        return event(fact, on: matter, role: role, isApproval: Transition.of(kind).isApproval)
    }

    /// Where the table alone does not say who: 谁交办、谁销号, and extensions by level (PRACTICE §1, §3).
    private func doers(of kind: Action.Kind, on matter: Matter, signers: [Role]?) -> [Role]? {
        switch kind {
        case .strike: strikers(of: matter)
        case .grantExtension: matter.extensions == 0 ? nil : [.secretary]
        // By the rules: 催办单 督查负责人, 督办单 分管领导, 通报 书记.
        case .signSlip: signers
        // 书记, or who issued it.
        case .adjustLimit:
            matter.issuer != nil && speaker == matter.issuer
                ? Transition.of(.adjustLimit).doers + Transition.of(.issue).doers : nil
        default: nil
        }
    }

    /// 谁交办、谁销号: an instruction is the secretary's to strike off, unless another leader issued it: then it is theirs or,
    /// like the rest, the 督查负责人's.
    private func strikers(of matter: Matter) -> [Role] {
        guard matter.source == .instruction else { return [.supervisionHead] }
        let roles = matter.issuer.flatMap { ledger.people[$0]?.roles } ?? []
        let other = [Role.director, .viceLeader].filter(roles.contains)
        guard !other.isEmpty, !roles.contains(.secretary) else { return [.secretary] }
        return [.supervisionHead] + (speaker == matter.issuer ? other : [])
    }

    /// Whose act it is: the person it is recorded for, or who gives the command.
    private var speaker: PersonID? {
        guard let behalf = context.actor.behalf else { return context.actor.person }
        return behalf.person
    }

    // MARK: Rules of single actions

    /// The four-fixed gate (四定). A person may be named within a working day, and the post comes
    /// with the person; the rest must stand. Imported matters are taken in as they are.
    func issue(_ matter: Matter, term given: Term?, text: CleanText?) throws(Refusal) -> Issue {
        guard matter.lead != nil else { throw .missingLead }
        try checkReview(matter, text: text)
        try check(given)
        // Issued again after 退单 without a new limit, it keeps the old one.
        let term = given ?? (matter.issued == nil ? matter.term : nil)
        let limit = term.map(deadline) ?? matter.due
        let missing = matter.missing.filter { fixed in
            switch fixed {
            case .person: false
            case .post: matter.person != nil && !isImport
            case .quantity: !isImport
            case .time: limit == nil
            }
        }
        guard missing.isEmpty, let due = limit else { throw .missing(missing) }
        if !isImport, due.passes(closing: rules.eveningCount, offset: ledger.offset) <= context.now {
            throw .limitNotAhead(due.day(ledger.offset))
        }
        return Issue(
            due: due,
            term: given,
            isWithoutPerson: matter.person == nil,
            text: text.map(Prose.init),
            from: term.flatMap { $0.needsClock ? instant : nil },
            signDue: signDue(matter),
            rules: rules.version
        )
    }

    private func track(_ matter: Matter, text: CleanText, progress: [Progress]) throws(Refusal) -> Track {
        try checkHouseholds(matter, progress)
        let words = try words(text, .track)
        var figures = matter.quantities.map(\.done)
        var measures: [Track.Measure] = []
        for entry in progress {
            guard !figures.isEmpty else { throw .noQuantity }
            guard figures.indices.contains(entry.line) else { throw .noSuchLine(entry.line + 1) }
            let from = figures[entry.line]
            let to: Amount
            switch entry.figure {
            case .total(let total):
                to = total
            case .added(let added):
                try check(added < .zero ? .zero - added : added)
                to = from + added
            }
            try check(to)
            // 补记 of what was reached on an earlier day does not take back what was reported since.
            if case .total = entry.figure, to < from, let last = matter.lastTrack, day < last.day { continue }
            figures[entry.line] = to
            measures.append(.init(line: entry.line, from: from, to: to))
        }
        return Track(text: words, measures: measures)
    }

    /// Reported in time is not late while it waits; the working days of review are added when it is
    /// sent back (PRACTICE §3).
    private func dueAfterReview(_ matter: Matter) -> Deadline? {
        guard let due = matter.due, let reported = matter.reported,
            reported < due.passes(closing: rules.eveningCount, offset: ledger.offset)
        else { return nil }
        let waited = ledger.calendar.workdays(after: reported.day(ledger.offset), through: day)
        return waited > 0 ? due.moved(workdays: waited, calendar: ledger.calendar, offset: ledger.offset) : nil
    }

    private func extend(_ matter: Matter, to: Day) throws(Refusal) -> Day {
        if matter.request != nil { throw .extensionPending }
        if isImport { return to }
        guard matter.extensions < rules.extensionsAllowed else { throw .extensionsUsedUp(rules.extensionsAllowed) }
        guard let due = matter.due else { throw .needsLimit }
        let limit = due.day(ledger.offset)
        let cutoff = Moment(limit, minute: rules.extensionCutoff, offset: ledger.offset)
        guard context.now < min(cutoff, due.passes(closing: rules.eveningCount, offset: ledger.offset)) else {
            throw .extensionTooLate(limit: limit, cutoff: rules.extensionCutoff)
        }
        guard to > limit else { throw .extensionNotLater(limit: limit) }
        return to
    }

    /// When a report counts: now, or for another day the close of that day.
    private var reportedMoment: Moment {
        day == today ? context.now : Moment(day, minute: rules.eveningCount - 1, offset: ledger.offset)
    }

    /// The document by which those above consent.
    func document(_ text: CleanText?) throws(Refusal) {
        if context.references.contains(where: { $0.kind == .document }) { return }
        if text?.isEmpty ?? true, !isImport { throw .needsDocument }
    }

    func words(_ text: CleanText, _ kind: Action.Kind) throws(Refusal) -> Prose {
        guard !text.isEmpty else { throw .emptyText(kind) }
        return Prose(text)
    }

    func note(_ text: CleanText?) -> Note { Note(text: text.map(Prose.init)) }
}
