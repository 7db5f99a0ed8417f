import Text

extension Matter {
    /// Natural days for which traces are kept: 30 working days with the longest holidays in them.
    package static let trailDays = 60

    init(_ registration: Registration, event: Event, offset: Offset) {
        self.init(registration, stage: .draft, registered: event.day, version: event.version ?? 1)
        trail = [Trace(day: event.day, stage: stage, due: nil, progress: progress)]
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
        settled = opening.settled
        struck = stage == .struck || stage == .archived ? opening.settled : nil
        accepted = [.issued, .draft, .pending].contains(stage) ? nil : opening.issued
        parking = opening.parking
        if let progress = opening.progress {
            lastTrack = LastTrack(day: event.day, text: progress, signature: event.signature)
            if let text = progress.text { note(TrackText(text)) }
        }
        if let problem = opening.problem { blocker = problem }
        extras = opening.extras
        isImported = !opening.isUnderSupervision
        trail = [Trace(day: registered, stage: stage, due: due, progress: progress)]
    }

    private init(_ registration: Registration, stage: Stage, registered: Day, version: Int) {
        number = registration.number
        self.version = version
        kind = registration.kind
        title = registration.title
        self.stage = stage
        source = registration.source
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
        extensions = 0
        returns = 0
        steps = registration.steps
        remark = registration.remark
        extras = []
        isImported = false
        trail = []
    }

    /// Takes one event on this matter.
    mutating func apply(_ event: Event, offset: Offset) {
        version = event.version ?? version + 1
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
            issued = event.day
            start = start ?? event.day
            due = issue.due
            originalDue = originalDue ?? issue.due
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
            answer = Answer(kind: given.kind, day: event.day, text: given.text)
            take(given.text, event: event)
            countsAsTrack = true
        case .reported(let report):
            stage = .reported
            reported = report.moment
            request = nil
            take(report.text, event: event)
            countsAsTrack = true
        case .sentBack(let back):
            stage = .inHand
            reported = nil
            returns += 1
            due = back.due ?? due
        case .settled(let settlement):
            stage = .settled
            settled = settlement.settled
        case .struck:
            stage = .struck
            struck = event.day
        case .archived:
            stage = .archived
        case .parked(let order):
            stage = .parked
            request = nil
            parking = Parking(since: event.day, reason: order.reason, recheck: order.recheck)
        case .resumed(let resumption):
            stage = .inHand
            due = resumption.due ?? due
            parking = nil
        case .extensionAsked(let asked):
            request = ExtensionRequest(asked: event.day, to: asked.to, reason: asked.reason)
            countsAsTrack = true
        case .extensionDecided(let decision):
            request = nil
            if decision.isGranted {
                due = decision.due ?? due
                extensions += 1
            }
        case .supportSettled(let settlement):
            if let index = supports.firstIndex(where: { $0.unit == settlement.unit }) {
                supports[index].settled = event.day
            }
        case .suspended:
            stage = .suspended
            request = nil
        case .voided:
            stage = .void
        case .founded, .calendarReplaced, .rulesReplaced, .supervisionStarted, .unitAdded, .personAdded, .gridAdded,
            .campaignAdded, .registered, .imported:
            break
        }
        trace(event, countsAsTrack: countsAsTrack, offset: offset)
    }

    private mutating func apply(_ amendment: Amendment) {
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
    }

    /// The words of a track; a late entry (补记) does not hide a newer one.
    private mutating func take(_ text: Prose, event: Event) {
        guard lastTrack.map({ $0.day <= event.day }) ?? true else { return }
        lastTrack = LastTrack(day: event.day, text: text, signature: event.signature)
        if let clean = text.text { note(TrackText(clean)) }
    }

    private mutating func note(_ track: TrackText) {
        if let blocker = track.blocker { self.blocker = Prose(blocker) }
        if let next = track.next { self.next = Prose(next) }
    }

    private mutating func trace(_ event: Event, countsAsTrack: Bool, offset: Offset) {
        let isLate = event.origin == nil && event.recorded.day(offset) > event.day
        let index = trail.firstIndex { $0.day >= event.day } ?? trail.endIndex
        if index == trail.endIndex || trail[index].day != event.day {
            // A fact written down later for an earlier day says what was tracked then; what the
            // matter was on that day stays as the days before it left it.
            let base = index > 0 ? trail[index - 1] : Trace(day: event.day, stage: stage, due: due, progress: progress)
            trail.insert(
                Trace(day: event.day, stage: base.stage, due: base.due, progress: base.progress),
                at: index
            )
        }
        if index == trail.count - 1 {
            trail[index].stage = stage
            trail[index].due = due
            trail[index].progress = progress
        }
        if countsAsTrack, !trail[index].isTracked {
            trail[index].isTracked = true
            trail[index].isLate = isLate
        }
        // One trace before the window says what held when it began.
        let oldest = (trail.last?.day ?? event.day) - Matter.trailDays
        if let first = trail.lastIndex(where: { $0.day <= oldest }), first > 0 { trail.removeFirst(first) }
    }
}
