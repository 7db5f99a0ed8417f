package import Ledger
import Text

/// Whether somebody may do an action on a matter now.
package enum Permission: Hashable, Sendable {
    case allowed
    /// The clerk may record it for one of these, naming the channel (代录).
    case onBehalf(of: [Role])
    case refused(Refusal)

    package var isRefused: Bool {
        if case .refused = self { true } else { false }
    }
}

extension Scene {
    /// Whether the person at the keyboard may do an action on a matter now.
    ///
    /// The rules themselves answer: the action is decided with words that stand for what is still to be typed, and the
    /// events are thrown away.
    package func permission(_ kind: Action.Kind, on matter: Matter) -> Permission {
        guard let sample = sample(of: kind, on: matter) else { return .refused(refusalWithoutSample(kind, matter)) }
        switch refusal(sample, matter, actor) {
        case nil: return .allowed
        case .needsBehalf(_, let roles)?:
            // Whether it could be done at all is asked with somebody else's word.
            var recording = actor
            let speaker = usualSpeaker(for: kind, of: roles, on: matter)
            recording.behalf = Behalf(unit: speaker == nil ? matter.lead : nil, person: speaker, channel: .phone)
            return refusal(sample, matter, recording).map(Permission.refused) ?? .onBehalf(of: roles)
        case let refusal?: return .refused(refusal)
        }
    }

    /// Who mostly says it: the person responsible, or the leader whose decision it is.
    package func usualSpeaker(for kind: Action.Kind, of roles: [Role], on matter: Matter) -> PersonID? {
        guard Transition.of(kind).isApproval else { return matter.person }
        if let leader = matter.leader, let own = ledger.people[leader]?.roles, !Set(own).isDisjoint(with: roles) {
            return leader
        }
        for role in roles {
            let holders = ledger.people.values.lazy.filter { $0.roles.contains(role) }.map(\.id)
            if let first = holders.min() { return first }
        }
        return nil
    }

    private func refusal(_ command: Command, _ matter: Matter, _ actor: Actor) -> Refusal? {
        objection(to: command, in: ledger.holding(matter), by: Context(actor: actor, now: now))
    }

    /// The actions that fit the life of a matter, in the order of the table: what is possible in its stage, and what is
    /// on the way from there to 销号 although not yet.
    package func actions(fitting matter: Matter) -> [Action.Kind] {
        let ahead: Set<Action.Kind> =
            switch matter.stage {
            case .draft, .pending: [.issue, .accept]
            case .issued, .inHand, .reported, .parked: [.report, .settle, .strike]
            case .settled: [.strike]
            default: []
            }
        let fitting = Transition.table.filter { row in
            guard row.from.contains(matter.stage) || ahead.contains(row.action) else { return false }
            switch row.action {
            case .grantExtension, .refuseExtension: return matter.request != nil
            case .tickStep: return matter.steps.contains { $0.done == nil }
            case .settleSupport, .trackSupport: return !matter.openShares.isEmpty
            case .acceptSupport:
                return matter.supports.contains { $0.mode == .share && $0.settled == nil && $0.accepted == nil }
            case .approveParking, .refuseParking: return matter.proposal != nil
            case .proposeParking: return matter.proposal == nil
            case .recountLimit: return ledger.recounted(matter) != nil
            case .answer: return matter.kind == .problem || matter.kind == .demand
            case .remind, .draftSlip, .signSlip, .deliverSlip, .acceptSlip, .answerSlip, .voidSlip, .putOff, .talk:
                return fits(row.action, matter)
            default: return true
            }
        }
        .map(\.action)
        // Correcting is the last thing one comes for.
        return fitting.filter { $0 != .amend } + fitting.filter { $0 == .amend }
    }

    /// The action with stand-ins for its words and days; nil where the matter has nothing it could be done to.
    private func sample(of kind: Action.Kind, on matter: Matter) -> Command? {
        let words: CleanText = "…"
        let number = matter.number
        let later = max(today, matter.due?.day(ledger.offset) ?? today) + 1
        func act(_ action: Action) -> Command { .act(number, action) }
        switch kind {
        case .register: return nil
        case .amend:
            var amendment = Amendment()
            amendment.title = Prose(words)
            return .amend(number, amendment)
        case .submit: return act(.submit(nil))
        case .issue: return act(.issue(matter.term ?? .fixed(today + 1), nil))
        case .decline: return act(.decline(words))
        case .accept: return act(.accept(nil))
        case .track: return act(.track(words, []))
        case .addStep: return act(.addStep(words, nil, nil))
        case .tickStep:
            return matter.steps.firstIndex { $0.done == nil }.map { act(.tickStep($0, nil)) }
        case .answer: return act(.answer(.solved, words))
        case .report: return act(.report(words))
        case .sendBack: return act(.sendBack(words))
        case .settle: return act(.settle(.papers, nil))
        case .strike: return act(.strike(words))
        case .archive: return act(.archive)
        case .park: return act(.park(words, today + 1))
        case .resume: return act(.resume(later, nil))
        case .askExtension: return act(.askExtension(later, words))
        case .grantExtension: return act(.grantExtension(words))
        case .refuseExtension: return act(.refuseExtension(words))
        case .settleSupport:
            return matter.supports.first { $0.mode == .share && $0.settled == nil }
                .map { act(.settleSupport($0.unit, nil)) }
        case .suspend: return act(.suspend(words))
        case .void: return act(.void(words))
        default: return turn(of: kind, on: matter, later: later).map(act)
        }
    }

    /// The same for what turns the course of a matter.
    private func turn(of kind: Action.Kind, on matter: Matter, later: Day) -> Action? {
        let words: CleanText = "…"
        let share = matter.openShares.first
        switch kind {
        case .handBack: return .handBack(words)
        case .transfer:
            let other = ledger.units.values.filter { $0.id != matter.lead && $0.closed == nil }.min { $0.id < $1.id }
            return other.map { .transfer($0.id, nil, nil, words) }
        case .reassign:
            guard let lead = matter.lead else { return nil }
            let colleagues = ledger.people.values.filter {
                $0.id != matter.person && $0.left == nil && ledger.isUnit($0.unit, within: lead)
            }
            return colleagues.min { $0.id < $1.id }.map { .reassign($0.id, nil) }
        case .proposeParking: return .proposeParking(words, today + 1)
        case .approveParking: return .approveParking(nil)
        case .refuseParking: return .refuseParking(words)
        case .reopen: return .reopen(words, .fixed(later))
        case .adjustLimit: return .adjustLimit(.fixed(later + 1), words)
        case .recountLimit: return .recountLimit(isTaken: true, nil)
        case .acceptSupport:
            let unsigned = matter.supports.first { $0.mode == .share && $0.settled == nil && $0.accepted == nil }
            return (unsigned?.unit ?? share).map { .acceptSupport($0, nil) }
        case .trackSupport: return share.map { .trackSupport($0, words, nil) }
        default: return ladder(of: kind, on: matter, later: later)
        }
    }

    private func refusalWithoutSample(_ kind: Action.Kind, _ matter: Matter) -> Refusal {
        switch kind {
        case .tickStep: .noSuchStep(matter.steps.count + 1)
        case .settleSupport, .acceptSupport, .trackSupport: .noSuchSupport(matter.lead ?? UnitID(0))
        case .reassign: matter.lead.map(Refusal.noColleague) ?? .missingLead
        case .signSlip, .deliverSlip, .acceptSlip, .answerSlip, .voidSlip:
            .noSuchSlip(matter.ladder.slips.count + 1)
        default: .unknownMatter(matter.number)
        }
    }
}

extension Ledger {
    /// What a decision on a matter needs, if it was fetched and is not at hand.
    fileprivate func holding(_ matter: Matter) -> Ledger {
        if matters[matter.number] != nil { return self }
        var ledger = self
        ledger.matters = [matter.number: matter]
        return ledger
    }
}
