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
        do throws(Refusal) {
            _ = try decide(command, in: ledger.holding(matter), by: Context(actor: actor, now: now))
            return nil
        } catch {
            return error
        }
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
            case .settleSupport: return matter.supports.contains { $0.mode == .share && $0.settled == nil }
            case .answer: return matter.kind == .problem || matter.kind == .demand
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
        case .answer: return act(.answer(.measure, words))
        case .report: return act(.report(words))
        case .sendBack: return act(.sendBack(words))
        case .settle: return act(.settle(.papers, nil))
        case .strike: return act(.strike(words))
        case .archive: return act(.archive)
        case .park: return act(.park(words, today + 1))
        case .resume: return act(.resume(nil, nil))
        case .askExtension: return act(.askExtension(later, words))
        case .grantExtension: return act(.grantExtension(words))
        case .refuseExtension: return act(.refuseExtension(words))
        case .settleSupport:
            return matter.supports.first { $0.mode == .share && $0.settled == nil }
                .map { act(.settleSupport($0.unit, nil)) }
        case .suspend: return act(.suspend(words))
        case .void: return act(.void(words))
        }
    }

    private func refusalWithoutSample(_ kind: Action.Kind, _ matter: Matter) -> Refusal {
        switch kind {
        case .tickStep: .noSuchStep(matter.steps.count + 1)
        case .settleSupport: .noSuchSupport(matter.lead ?? UnitID(0))
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
