import Ledger
import Text

// The state of a matter as bytes: reading 28,000 matters through Codable takes a second, this way a
// tenth of it (docs/Journal.md). It is an index like every state table: rebuilt from the events when
// its form changes. Number and title are columns of their own.

extension Matter {
    /// The form of the bytes, in front of them. Form 1 ended at the trail, form 2 at the course, form 3 at the hard case,
    /// form 4 at the turn; all are still read.
    fileprivate static let packForm: UInt8 = 5

    func packed() -> [UInt8] {
        var pack = PackWriter()
        pack.write(Int(Matter.packForm))
        pack.write(version)
        pack.write(kind, of: Codes.kinds)
        pack.write(stage, of: Codes.stages)
        pack.write(source, of: Codes.sources)
        pack.write(sourceDocument.string)
        pack.write(campaign)
        pack.write(parent)
        pack.write(grid)
        pack.write(level) { $0.write($1, of: Codes.levels) }
        pack.write(tags) { $0.write($1.string) }
        pack.write(isUrgent)
        pack.write(lead)
        pack.write(supports) { $0.write($1) }
        pack.write(leader)
        pack.write(person)
        pack.write(post.string)
        pack.write(quantities) { $0.write($1) }
        pack.write(due)
        pack.write(registered)
        pack.write(issued)
        pack.write(start)
        pack.write(term)
        pack.write(originalDue)
        pack.write(extensions)
        pack.write(request) { $0.write($1) }
        pack.write(accepted)
        pack.write(reported) { $0.write($1.milliseconds) }
        pack.write(settled)
        pack.write(struck)
        pack.write(parking) { $0.write($1) }
        pack.write(returns)
        pack.write(steps) { $0.write($1) }
        pack.write(lastTrack) { $0.write($1) }
        pack.write(blocker) { $0.write($1) }
        pack.write(next) { $0.write($1) }
        pack.write(remark) { $0.write($1) }
        pack.write(extras) { $0.write($1) }
        pack.write(isImported)
        pack.write(trail) { $0.write($1) }
        pack.write(counted) { $0.write($1.milliseconds) }
        pack.write(issuer)
        pack.write(assigned)
        pack.write(signTerm)
        pack.write(signDue)
        pack.write(slips)
        pack.write(overdueBefore)
        pack.write(handBacks)
        pack.write(transfers)
        pack.write(reopenings)
        pack.write(proposal) { $0.write($1) }
        pack.write(reboundOf)
        // Form 3
        pack.write(answers) { $0.write($1) }
        pack.write(rulings) { $0.write($1) }
        pack.write(review) { $0.write($1) }
        writeLadder(to: &pack)
        pack.write(hardCase) { pack, file in
            pack.write(file.kind.string)
            pack.write(file.knot)
            pack.write(file.ways) { $0.write($1) }
            pack.write(file.legal) { $0.write($1) }
        }
        // Form 4
        pack.write(turn) { pack, turn in
            pack.write(Term.cycle(turn.cycle))
            pack.write(turn.number)
            pack.write(turn.first)
            pack.write(turn.next)
            pack.write(turn.isLast)
        }
        // Form 5
        pack.write(formerPlans) { pack, plan in
            pack.write(plan.until)
            pack.write(plan.parts.isPlanned)
            pack.write(plan.parts.steps) { $0.write($1) }
        }
        pack.write(check) { $0.write($1, of: Codes.checks) }
        return pack.bytes
    }

    init(number: MatterNumber, title: Prose, packed bytes: UnsafeRawBufferPointer) throws(PackFault) {
        var pack = PackReader(bytes)
        let form = try pack.integer()
        guard (1...Int(Matter.packForm)).contains(form) else { throw PackFault() }
        let version = try pack.integer()
        let kind = try pack.value(of: Codes.kinds)
        let stage = try pack.value(of: Codes.stages)
        let source = try pack.value(of: Codes.sources)
        self.init(number: number, version: version, kind: kind, title: title, stage: stage, source: source)
        try fill { fields throws(PackFault) in try fields.read(&pack, form) }
    }
}

/// The fields, and not the matter: to set one there asks each time whether nobody shares it. Where they lie, for an
/// initializer would copy them out.
extension Matter.Fields {
    fileprivate mutating func read(_ pack: inout PackReader, _ form: Int) throws(PackFault) {
        sourceDocument = try pack.text()
        campaign = try pack.key()
        parent = try pack.key()
        grid = try pack.key()
        level = try pack.optional { pack throws(PackFault) in try pack.value(of: Codes.levels) }
        tags = try pack.list { pack throws(PackFault) in try pack.text() }
        isUrgent = try pack.bool()
        lead = try pack.key()
        supports = try pack.list { pack throws(PackFault) in try pack.support(form: form) }
        leader = try pack.key()
        person = try pack.key()
        post = try pack.text()
        quantities = try pack.list { pack throws(PackFault) in try pack.quantity() }
        due = try pack.deadline()
        registered = try pack.day()
        issued = try pack.optionalDay()
        start = try pack.optionalDay()
        term = try pack.term()
        originalDue = try pack.deadline()
        extensions = try pack.integer()
        request = try pack.optional { pack throws(PackFault) in try pack.request() }
        accepted = try pack.optionalDay()
        reported = try pack.optional { pack throws(PackFault) in try pack.moment() }
        settled = try pack.optionalDay()
        struck = try pack.optionalDay()
        parking = try pack.optional { pack throws(PackFault) in try pack.parking() }
        returns = try pack.integer()
        steps = try pack.list { pack throws(PackFault) in try pack.step() }
        lastTrack = try pack.optional { pack throws(PackFault) in try pack.lastTrack(form: form) }
        blocker = try pack.optional { pack throws(PackFault) in try pack.prose() }
        next = try pack.optional { pack throws(PackFault) in try pack.prose() }
        if form < 3 {
            answers = try pack.optional { pack throws(PackFault) in try pack.oldAnswer() }.map { [$0] } ?? []
        }
        remark = try pack.optional { pack throws(PackFault) in try pack.prose() }
        extras = try pack.list { pack throws(PackFault) in try pack.extra() }
        isImported = try pack.bool()
        trail = try pack.list { pack throws(PackFault) in try pack.trace() }
        if form > 1 { try readCourse(&pack) }
        if form > 2 {
            try readDaily(&pack)
            try readLadder(&pack)
            try readCase(&pack)
        }
        if form > 3 { try readTurn(&pack) }
        if form > 4 { try readPast(&pack) }
        guard pack.isAtEnd else { throw PackFault() }
    }

    /// What form 3 added of the office's own day.
    private mutating func readDaily(_ pack: inout PackReader) throws(PackFault) {
        answers = try pack.list { pack throws(PackFault) in try pack.answer() }
        rulings = try pack.list { pack throws(PackFault) in try pack.ruling() }
        review = try pack.optional { pack throws(PackFault) in try pack.review() }
    }

    /// What form 2 added.
    private mutating func readCourse(_ pack: inout PackReader) throws(PackFault) {
        counted = try pack.optional { pack throws(PackFault) in try pack.moment() }
        issuer = try pack.key()
        assigned = try pack.optionalDay()
        signTerm = try pack.term()
        signDue = try pack.deadline()
        slips = try pack.integer()
        overdueBefore = try pack.integer()
        handBacks = try pack.integer()
        transfers = try pack.integer()
        reopenings = try pack.integer()
        proposal = try pack.optional { pack throws(PackFault) in try pack.proposal() }
        reboundOf = try pack.key()
    }

    /// What form 4 added.
    private mutating func readTurn(_ pack: inout PackReader) throws(PackFault) {
        turn = try pack.optional { pack throws(PackFault) in
            guard case .cycle(let cycle)? = try pack.term() else { throw PackFault() }
            let number = try pack.integer()
            guard let first: MatterNumber = try pack.key() else { throw PackFault() }
            var turn = Turn(cycle: cycle, number: number, first: first)
            turn.next = try pack.key()
            turn.isLast = try pack.bool()
            return turn
        }
    }

    /// What form 5 added.
    private mutating func readPast(_ pack: inout PackReader) throws(PackFault) {
        let plans = try pack.list { pack throws(PackFault) in
            FormerPlan(
                until: try pack.day(),
                parts: PlanParts(
                    isPlanned: try pack.bool(),
                    steps: try pack.list { pack throws(PackFault) in try pack.day() }
                )
            )
        }
        formerPlans = plans.isEmpty ? nil : plans
        check = try pack.optional { pack throws(PackFault) in try pack.value(of: Codes.checks) }
    }

    /// What form 3 added.
    private mutating func readCase(_ pack: inout PackReader) throws(PackFault) {
        hardCase = try pack.optional { pack throws(PackFault) in
            CaseFile(
                kind: try pack.text(),
                knot: try pack.prose(),
                ways: try pack.list { pack throws(PackFault) in try pack.prose() },
                legal: try pack.optional { pack throws(PackFault) in try pack.prose() }
            )
        }
    }
}
