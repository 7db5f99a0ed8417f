import Text

// Rules of the ladder (督办阶梯), its slips, and the rules file.

extension Decision {
    /// Who signs the slip that is meant, by the rules.
    func signers(of action: Action, on matter: Matter) -> [Role]? {
        guard case .ladder(.sign(let place)) = action, let place = draft(place, on: matter) else { return nil }
        return rules.signers[matter.ladder.slips[place - 1].kind]
    }

    func climb(_ matter: Matter, _ action: LadderAction) throws(Refusal) -> Fact {
        let kind = action.kind
        switch action {
        case .remind(let text):
            return .reminded(LadderNote(text: try words(text, kind), due: matter.due))
        case .draft(let slip, let demand):
            try checkLadder(of: matter, slip)
            if let place = matter.ladder.draft(slip) { throw .slipWaits(slip, place: place) }
            return .slipDrafted(SlipDraft(kind: slip, demand: demand.map(Prose.init), due: matter.due))
        case .sign(let place):
            return .slipSigned(try sign(matter, place: place))
        case .deliver(let place, let text):
            let slip = try slip(place, on: matter)
            guard slip.signed != nil else { throw .slipStands(.draft) }
            guard slip.delivered == nil else { throw .slipStands(.signed) }
            return .slipDelivered(SlipNote(place: place, text: text.map(Prose.init)))
        case .accept(let place, let text):
            let slip = try slip(place, on: matter)
            guard slip.signed != nil else { throw .slipStands(.draft) }
            guard slip.accepted == nil else { throw .slipStands(.accepted) }
            return .slipAccepted(SlipNote(place: place, text: text.map(Prose.init)))
        case .answer(let place, let reply):
            let slip = try slip(place, on: matter)
            guard slip.signed != nil else { throw .slipStands(.draft) }
            guard slip.reply == nil else { throw .slipStands(.answered) }
            guard let done = reply.done.text, !done.isEmpty else { throw .emptyText(kind) }
            try know(person: reply.head)
            return .slipAnswered(SlipAnswer(place: place, reply: reply))
        case .void(let place, let reason):
            _ = try slip(place, on: matter)
            return .slipVoided(SlipNote(place: place, text: try words(reason, kind)))
        case .putOff(let step, let until, let reason):
            guard until > day || isImport else { throw .putOffNotAhead(until) }
            return .stepPutOff(PutOff(step: step, until: until, reason: try words(reason, kind), due: matter.due))
        case .talk(let text):
            return .talkHeld(LadderNote(text: try words(text, kind), due: matter.due))
        }
    }

    // MARK: Slips

    /// Matters taken over wait for 启用督办; a pending extension is answered first; what is not overdue is
    /// never circulated.
    private func checkLadder(of matter: Matter, _ slip: Slip.Kind) throws(Refusal) {
        guard !isImport else { return }
        if matter.isImported, ledger.supervisionStart.map({ $0 > day }) ?? true { throw .notSupervised }
        if matter.request != nil { throw .extensionPending }
        if slip == .circular, overdue(matter) == nil { throw .circularNotOverdue }
    }

    private func sign(_ matter: Matter, place given: Int?) throws(Refusal) -> SlipSigning {
        guard let place = draft(given, on: matter) else {
            if let given, matter.ladder.slips.indices.contains(given - 1) {
                throw .slipStands(matter.ladder.slips[given - 1].voided == nil ? .signed : .void)
            }
            throw .noSuchSlip(given ?? matter.ladder.slips.count + 1)
        }
        let slip = matter.ladder.slips[place - 1]
        try checkLadder(of: matter, slip.kind)
        let phase = rules[ledger.phase(of: matter.campaign, on: day)]
        let wait: Int? =
            switch slip.kind {
            case .press: phase.answerWorkdays
            case .order: phase.mendWorkdays
            case .circular: nil
            }
        return SlipSigning(
            place: place,
            kind: slip.kind,
            number: slip.kind.isNumbered ? nextNumber(slip.kind) : nil,
            signer: context.actor.behalf?.person ?? context.actor.person,
            answerBy: wait.map { ledger.calendar.day($0, workdaysAfter: day) },
            face: SlipFace(matter, overdue: overdue(matter))
        )
    }

    /// The draft that is meant: the one of a place, or the only one that waits.
    private func draft(_ place: Int?, on matter: Matter) -> Int? {
        let drafts = matter.ladder.slips.indices.filter { matter.ladder.slips[$0].isDraft }.map { $0 + 1 }
        guard let place else { return drafts.last }
        return drafts.contains(place) ? place : nil
    }

    private func slip(_ place: Int, on matter: Matter) throws(Refusal) -> Slip {
        guard matter.ladder.slips.indices.contains(place - 1) else { throw .noSuchSlip(place) }
        let slip = matter.ladder.slips[place - 1]
        if slip.voided != nil { throw .slipStands(.void) }
        return slip
    }

    /// The next number of a series: after the last one given, and not before where the office says its
    /// numbers of this year begin.
    private func nextNumber(_ kind: Slip.Kind) -> DocumentNumber {
        let year = day.year
        let last = ledger.documents.last[DocumentSeries(kind: kind, year: year)] ?? 0
        let first = kind == .press ? rules.firstPress : rules.firstOrder
        let begin = rules.seriesYear == year ? max(1, first) : 1
        let letter = kind == .press ? rules.letters.press : rules.letters.order
        return DocumentNumber(
            prefix: CleanText(ledger.committee.prefix.string + letter.string),
            year: year,
            serial: max(last + 1, begin)
        )
    }

    // MARK: Rules

    /// A new edition, in force from today: past days keep the rules they had.
    func replaceRules(_ replacement: RulesReplacement) throws(Refusal) -> Fact {
        let inForce = ledger.rules.version
        guard replacement.based == inForce else {
            throw .rulesOutdated(based: replacement.based, inForce: inForce)
        }
        var rules = replacement.rules
        rules.version = inForce
        if rules == ledger.rules, replacement.text == ledger.rulesHistory.last?.text { throw .nothingChanged }
        rules.version = inForce + 1
        for kind in Slip.Kind.allCases where rules.signers[kind].isEmpty { throw .noSigner(kind) }
        for person in rules.logins?.flatMap(\.people) ?? [] { try know(person: person) }
        if let logins = rules.logins {
            // Whoever shuts everybody out cannot open again.
            let keepers = logins.filter { login in
                let own = login.people.flatMap { ledger.people[$0]?.roles ?? [] }
                return !Set(login.roles + own).isDisjoint(with: Transition.office)
            }
            if keepers.isEmpty { throw .noKeeper }
        }
        return .rulesReplaced(RulesEdition(from: day, rules: rules, text: replacement.text))
    }
}
