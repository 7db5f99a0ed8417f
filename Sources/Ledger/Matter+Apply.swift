import Text

extension Matter {
    /// Natural days for which traces are kept: 30 working days with the longest holidays in them.
    package static let trailDays = 60

    init(_ registration: Registration, event: Event) {
        self.init(registration, stage: .draft, registered: event.day, version: event.version ?? 1)
        trail = [Trace(day: event.day, stage: stage, due: nil, progress: reportedProgress)]
    }

    init(_ opening: Opening, event: Event) {
        self.init(
            opening.registration,
            stage: opening.stage,
            registered: opening.registered,
            version: event.version ?? 1
        )
        issued = opening.issued
        start = opening.registration.start ?? opening.issued
        due = opening.due
        originalDue = opening.originalDue ?? opening.due
        extensions = opening.extensions
        assigned = opening.issued
        settled = opening.settled
        struck = stage == .struck || stage == .archived ? opening.settled : nil
        accepted = [.issued, .draft, .pending].contains(stage) ? nil : opening.issued
        parking = opening.parking
        // Who began before the ledger did has signed.
        if accepted != nil {
            for index in supports.indices where supports[index].mode == .share { supports[index].accepted = accepted }
        }
        if let progress = opening.progress {
            lastTrack = LastTrack(day: event.day, text: progress, signature: event.signature)
            if let text = progress.text { note(TrackText(text)) }
        }
        if let problem = opening.problem { blocker = problem }
        extras = opening.extras
        isImported = !opening.isUnderSupervision
        trail = [Trace(day: registered, stage: stage, due: due, progress: reportedProgress)]
    }

    private init(_ registration: Registration, stage: Stage, registered: Day, version: Int) {
        self.init(
            number: registration.number,
            version: version,
            kind: registration.kind,
            title: registration.title,
            stage: stage,
            source: registration.source
        )
        sourceDocument = registration.sourceDocument
        campaign = registration.campaign
        parent = registration.parent
        grid = registration.grid
        level = registration.level
        tags = registration.tags
        isUrgent = registration.isUrgent
        lead = registration.lead
        supports = registration.supports
        leader = registration.leader
        person = registration.person
        post = registration.post
        quantities = registration.quantities
        self.registered = registered
        start = registration.start
        term = registration.term
        steps = registration.steps
        remark = registration.remark
        reboundOf = registration.reboundOf
        signTerm = registration.signTerm
        turn = registration.turn
    }

    /// Takes one event on this matter.
    mutating func apply(_ event: Event, offset: Offset) {
        version = event.version ?? version + 1
        let former = event.fact.changesPlan ? planParts : nil
        var countsAsTrack = false
        switch event.fact {
        case .amended(let amendment):
            apply(amendment)
        case .submitted:
            stage = .pending
        case .declined:
            stage = .draft
        case .issued(let issue):
            stage = .issued
            // Issued again after 退单 without a new limit, it keeps the old one.
            let isNew = issued == nil || issue.term != nil
            issued = event.day
            start = start ?? event.day
            issuer = event.signature.behalf?.person ?? event.signature.person
            assigned = event.day
            signDue = issue.signDue
            if isNew {
                let limit = NewLimit(due: issue.due, term: issue.term ?? term, from: issue.from, rules: issue.rules)
                set(limit, day: event.day, offset: offset)
                if turn == nil, case .cycle(let cycle)? = term { turn = Turn(cycle: cycle, number: 1, first: number) }
            }
        case .accepted:
            stage = .inHand
            accepted = event.day
        case .tracked(let track):
            for measure in track.measures where quantities.indices.contains(measure.line) {
                quantities[measure.line].done = measure.to
            }
            take(track.text, event: event)
            countsAsTrack = true
        case .stepAdded(let step):
            steps.append(step)
        case .stepTicked(let tick):
            if steps.indices.contains(tick.index) { steps[tick.index].done = event.day }
            if let text = tick.text { take(text, event: event) }
            countsAsTrack = true
        case .answered(let given):
            take(given, event: event)
            take(given.text, event: event)
            countsAsTrack = true
        case .reported(let report):
            stage = .reported
            proposal = nil
            reported = report.moment
            request = nil
            take(report.text, event: event)
            countsAsTrack = true
        case .sentBack(let back):
            stage = .inHand
            reported = nil
            returns += 1
            withdrawAnswer(at: event.recorded)
            move(to: back.due)
        case .settled(let settlement):
            stage = .settled
            settled = settlement.settled
            check = settlement.check
        case .struck:
            stage = .struck
            struck = event.day
        case .archived:
            stage = .archived
        case .parked(let order):
            stage = .parked
            request = nil
            proposal = nil
            parking = Parking(since: event.day, reason: order.reason, recheck: order.recheck)
        case .resumed(let resumption):
            // One that was stopped before it was signed for still waits for that.
            stage = accepted == nil && issued != nil ? .issued : .inHand
            move(to: resumption.due)
            if let overdue = resumption.overdue { slip(overdue) }
            parking = nil
        case .extensionAsked(let asked):
            request = ExtensionRequest(asked: event.day, to: asked.to, reason: asked.reason)
            countsAsTrack = true
        case .extensionDecided(let decision):
            request = nil
            if decision.isGranted {
                move(to: decision.due)
                extensions += 1
            }
        case .supportSettled(let settlement):
            if let index = openShare(of: settlement.unit) { supports[index].settled = event.day }
        case .suspended:
            stage = .suspended
            request = nil
            proposal = nil
        case .voided:
            stage = .void
        case .founded, .calendarReplaced, .rulesReplaced, .supervisionStarted, .unitAdded, .personAdded, .gridAdded,
            .campaignAdded, .registered, .imported, .calendarAdjusted, .unitRenamed, .unitClosed, .personChanged,
            .personLeft, .leaveTaken, .leaveEnded, .undone, .restored, .recovered, .yearClosed, .erased, .contactKept,
            .contactShown, .contactErased, .phaseOrdered, .campaignChanged, .frontlineNoted, .mapDrawn, .meetingPlanned,
            .meetingBegan, .meetingTurned, .meetingNoted, .topicAdded, .meetingEnded, .meetingCancelled, .routineAdded,
            .routineTicked, .routineEnded, .eveningCounted:
            break
        case .householdsAdded, .householdVisited, .householdsAssigned, .householdRemoved:
            countsAsTrack = takeHouseholds(event)
        case .caseOpened(let file):
            hardCase = file
            if let knot = file.knot.text { blocker = Prose(knot) }
            countsAsTrack = true
        case .precedentKept:
            break
        case .turnOpened(let opening):
            take(opening)
        case .carried(let carrying):
            for measure in carrying.measures where quantities.indices.contains(measure.line) {
                quantities[measure.line].done = measure.to
            }
            countsAsTrack = true
        case .ruled, .reviewOpened, .reviewAnswered:
            countsAsTrack = takeDaily(event)
        case .reminded, .slipDrafted, .slipSigned, .slipDelivered, .slipAccepted, .slipAnswered, .slipVoided,
            .stepPutOff, .talkHeld:
            countsAsTrack = climb(event)
        case .corrected, .handedBack, .transferred, .reassigned, .parkingProposed, .parkingRefused, .reopened,
            .limitAdjusted, .limitRecounted, .supportAccepted, .supportTracked:
            countsAsTrack = turn(event, offset: offset)
        }
        let known = event.dayKnown(offset)
        trace(event, countsAsTrack: countsAsTrack, knownOn: known)
        if let former { keepPlan(former, knownOn: known) }
    }

    mutating func apply(_ amendment: Amendment) {
        title = amendment.title ?? title
        kind = amendment.kind ?? kind
        source = amendment.source ?? source
        campaign = amendment.campaign ?? campaign
        grid = amendment.grid ?? grid
        lead = amendment.lead ?? lead
        leader = amendment.leader ?? leader
        person = amendment.person ?? person
        post = amendment.post ?? post
        quantities = amendment.quantities ?? quantities
        term = amendment.term ?? term
        supports = amendment.supports ?? supports
        signTerm = amendment.signTerm ?? signTerm
        parent = amendment.parent ?? parent
        sourceDocument = amendment.sourceDocument ?? sourceDocument
        remark = amendment.remark ?? remark
    }

    /// The words of a track; a late entry (补记) does not hide a newer one.
    mutating func take(_ text: Prose, event: Event) {
        guard lastTrack.map({ $0.day <= event.day }) ?? true else { return }
        lastTrack = LastTrack(day: event.day, text: text, signature: event.signature)
        if let clean = text.text { note(TrackText(clean)) }
    }

    private mutating func note(_ track: TrackText) {
        // 「卡：无」 says that what stood in the way is gone.
        if let blocker = track.blocker { self.blocker = blocker == "无" ? nil : Prose(blocker) }
        if let next = track.next { self.next = next == "无" ? nil : Prose(next) }
    }

    /// Keeps what the matter is from the day the event became known, and for what day it counts as
    /// a track. What was known on earlier days stays as it was: a late entry (补记) marks its own day
    /// and changes none.
    private mutating func trace(_ event: Event, countsAsTrack: Bool, knownOn known: Day) {
        if trail.isEmpty { trail = [Trace(day: known, stage: stage, due: due, progress: reportedProgress)] }
        if countsAsTrack, event.day >= trail[0].day {
            let index = indexOfTrace(on: event.day)
            if !trail[index].isTracked {
                trail[index].isTracked = true
                trail[index].isLate = known > event.day
            }
        }
        let last = trail[trail.count - 1]
        if last.stage != stage || last.due != due || last.progress != reportedProgress {
            let index = indexOfTrace(on: max(known, last.day))
            trail[index].stage = stage
            trail[index].due = due
            trail[index].progress = reportedProgress
        }
        // One trace before the window says what held when it began.
        let oldest = trail[trail.count - 1].day - Matter.trailDays
        if let first = trail.lastIndex(where: { $0.day <= oldest }), first > 0 { trail.removeFirst(first) }
    }

    /// The trace of `day`, which is not before the first: made from the one before it where nothing
    /// happened yet that day.
    private mutating func indexOfTrace(on day: Day) -> Int {
        let index = trail.firstIndex { $0.day >= day } ?? trail.endIndex
        if index == trail.endIndex || trail[index].day != day {
            let base = trail[index - 1]
            trail.insert(Trace(day: day, stage: base.stage, due: base.due, progress: base.progress), at: index)
        }
        return index
    }
}

extension Event {
    /// The day from which the office knew of it; imported history was known on its day.
    fileprivate func dayKnown(_ offset: Offset) -> Day {
        origin == nil ? max(day, recorded.day(offset)) : day
    }
}

extension Fact {
    /// Whether it may change what a plan is made of.
    fileprivate var changesPlan: Bool {
        switch self {
        case .stepAdded, .amended, .corrected: true
        default: false
        }
    }
}
