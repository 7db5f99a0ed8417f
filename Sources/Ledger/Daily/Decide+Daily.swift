import Text

// Rules of the office's own day.

extension Decision {
    func daily(_ command: OfficeCommand) throws(Refusal) -> [Event] {
        switch command {
        case .rule(let draft): try rule(draft)
        case .planMeeting, .beginMeeting, .turnMeeting, .noteInMeeting, .addTopic, .endMeeting, .cancelMeeting:
            try meeting(command)
        case .addRoutine, .tickRoutine, .endRoutine: [try routine(command)]
        case .closeEvening(let numbers): [try closeEvening(numbers)]
        case .openReview(let number, let document, let reviewers):
            [try openReview(try matter(number), document, reviewers)]
        case .giveOpinion(let number, let unit, let verdict, let text):
            [try giveOpinion(try matter(number), unit, verdict, text)]
        }
    }

    // MARK: Answers

    /// Four things are an answer: solved; a measure with person and day; a decision; sent up to whom for
    /// what. 「正在协调」 is none. Before rest days a fifth: 交值班, with leader and telephone.
    func answer(
        _ matter: Matter,
        _ kind: AnswerKind,
        text: CleanText,
        terms given: Commitment
    ) throws(Refusal) -> AnswerGiven {
        let words = try words(text, .answer)
        var terms = given
        try know(person: terms.person)
        if kind == .sentUp { terms.level = terms.level ?? (matter.pendingLevel ?? matter.level ?? .community).above }
        if !isImport {
            var missing: [AnswerPart] = []
            switch kind {
            case .solved: break
            case .decided: throw .daily(.decidedByRuling)
            case .measure:
                terms.person = terms.person ?? matter.person
                if terms.person == nil { missing.append(.person) }
                if terms.due == nil { missing.append(.day) }
                if let due = terms.due, due < day { throw .limitNotAhead(due) }
            case .sentUp:
                if terms.level == nil { missing.append(.level) }
            case .handedToDuty:
                if ledger.calendar.isWorkday(day + 1) {
                    throw .daily(.dutyOnlyBeforeRest(next: lastWorkdayBeforeRest(after: day)))
                }
                if terms.person == nil { missing.append(.leader) }
                if terms.phone?.isEmpty ?? true { missing.append(.phone) }
            }
            guard missing.isEmpty else { throw .daily(.answerLacks(kind, missing)) }
        }
        let isAtCount = terms.isAtCount ?? false
        let count = Moment(day, minute: rules.eveningCount - 1, offset: ledger.offset)
        return AnswerGiven(
            kind: kind,
            text: words,
            terms: terms == Commitment() ? nil : terms,
            moment: isAtCount ? min(instant, count) : instant
        )
    }

    /// The next evening on which 交值班 is an answer.
    private func lastWorkdayBeforeRest(after day: Day) -> Day {
        var next = day
        while ledger.calendar.isWorkday(next + 1) { next = next + 1 }
        return next
    }

    // MARK: The evening count

    private func closeEvening(_ numbers: [MatterNumber]) throws(Refusal) -> Event {
        let role = try role(in: Transition.office)
        var count = EveningCount(day: day, asked: [], left: [], handed: [])
        for number in numbers.sorted() where !count.asked.contains(number) {
            let matter = try matter(number)
            count.asked.append(number)
            if ledger.owesAnswer(matter, on: day) { count.left.append(number) }
            if matter.standingAnswer?.kind == .handedToDuty, matter.awaitsAnswer { count.handed.append(number) }
        }
        return event(.eveningCounted(count), role: role)
    }

    // MARK: Recurring duties

    private func routine(_ command: OfficeCommand) throws(Refusal) -> Event {
        let role = try role(in: Transition.office)
        switch command {
        case .addRoutine(var routine):
            guard !routine.name.isEmpty else { throw .emptyTitle }
            guard routine.cycle.isInRange else { throw .limitOutOfRange }
            guard !ledger.diary.routines.values.contains(where: { $0.name == routine.name && $0.ended == nil }) else {
                throw .nameTaken(routine.name)
            }
            try assign(unit: routine.unit)
            try assign(person: routine.person)
            routine.id = ledger.diary.nextRoutine
            routine.ticks = []
            return event(.routineAdded(routine), role: role)
        case .tickRoutine(let id, let due, let person, let text):
            let routine = try routine(id)
            try know(person: person)
            guard due <= day else { throw .daily(.routineAhead(due: due)) }
            guard routine.dueDays(from: due, through: due, calendar: ledger.calendar) == [due] else {
                throw .daily(
                    .routineNotDue(
                        id,
                        on: due,
                        before: routine.lastDue(onOrBefore: due, calendar: ledger.calendar),
                        after: routine.nextDue(after: due, calendar: ledger.calendar)
                    )
                )
            }
            if let tick = routine.tick(due: due) { throw .daily(.routineTicked(id, due: due, on: tick.day)) }
            let tick = RoutineTick(routine: id, due: due, person: person, text: text.map(Prose.init))
            return event(.routineTicked(tick), role: role)
        case .endRoutine(let id):
            _ = try routine(id)
            return event(.routineEnded(RoutineEnd(routine: id)), role: role)
        default:
            throw .nothingChanged
        }
    }

    private func routine(_ id: RoutineID) throws(Refusal) -> Routine {
        guard let routine = ledger.diary.routines[id] else { throw .daily(.noSuchRoutine(id)) }
        if let ended = routine.ended { throw .daily(.routineEnded(id, on: ended)) }
        return routine
    }

    // MARK: 会审

    private func openReview(_ matter: Matter, _ document: CleanText, _ reviewers: [UnitID]) throws(Refusal) -> Event {
        let role = try role(in: Transition.of(.submit).doers)
        guard [.draft, .pending].contains(matter.stage) else { throw .daily(.reviewTooLate) }
        guard !document.isEmpty else { throw .daily(.emptyNote) }
        let units = reviewers.isEmpty ? matter.review?.reviewers ?? [] : reviewers
        guard !units.isEmpty else { throw .daily(.needsReviewers) }
        for unit in units { try assign(unit: unit) }
        let opening = ReviewOpening(
            version: (matter.review?.version ?? 0) + 1,
            document: Prose(document),
            reviewers: units
        )
        return event(.reviewOpened(opening), on: matter, role: role)
    }

    private func giveOpinion(
        _ matter: Matter,
        _ unit: UnitID,
        _ verdict: JointReview.Verdict,
        _ text: CleanText?
    ) throws(Refusal) -> Event {
        let role = try role(in: Transition.of(.submit).doers)
        guard let review = matter.review else { throw .daily(.noReview) }
        guard [.draft, .pending].contains(matter.stage) else { throw .daily(.reviewTooLate) }
        guard review.reviewers.contains(unit) else { throw .daily(.notReviewer(unit)) }
        // Who asks for a change says which.
        if verdict != .agree, text?.isEmpty ?? true { throw .daily(.emptyNote) }
        let opinion = ReviewOpinion(
            unit: unit,
            version: review.version,
            verdict: verdict,
            text: text.map(Prose.init)
        )
        return event(.reviewAnswered(opinion), on: matter, role: role)
    }

    /// A plan under 会审 is issued only when every reviewer has answered its present version; against an
    /// objection only with a word of who issues it.
    func checkReview(_ matter: Matter, text: CleanText?) throws(Refusal) {
        guard !isImport, let review = matter.review else { return }
        guard review.open.isEmpty else { throw .daily(.reviewUnanswered(review.open)) }
        if !review.opposed.isEmpty, text?.isEmpty ?? true { throw .daily(.reviewOpposed(review.opposed)) }
    }
}
