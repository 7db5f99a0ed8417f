package import Ledger
package import Supervision
package import Words

/// Everything a wall may draw from: the ledger at one moment, judged once.
///
/// Computed once per change of the ledger or of what the clock says (see ``validUntil``), kept by the console, and read
/// by every wall. An arrow key never computes one. What only one wall needs is computed when it is first asked for and
/// kept with the scene: ``derived(_:_:)``.
package struct Scene {
    package let ledger: Ledger
    package let supervisor: Supervisor
    package let words: Words
    /// Who sits at the keyboard.
    package let actor: Actor
    package let now: Moment
    /// Until when the clock alone changes nothing here.
    package let validUntil: Moment
    /// What must be done now, in the order of the desk.
    package let duties: [Duty]
    package let figures: Figures
    /// Campaigns, worst first.
    package let standings: [Standing]
    /// Every matter at hand, worst light first, then by how far past, behind or near, then by number.
    package let order: [MatterNumber]
    private let judgements: [MatterNumber: Judgement]
    private let memory = Memory()

    package init(_ ledger: Ledger, at now: Moment, words: Words, actor: Actor) {
        self.ledger = ledger
        self.now = now
        self.words = words
        self.actor = actor
        supervisor = Supervisor(ledger, at: now)
        var judgements: [MatterNumber: Judgement] = [:]
        judgements.reserveCapacity(ledger.matters.count)
        for matter in ledger.matters.values { judgements[matter.number] = supervisor.judge.judge(matter) }
        self.judgements = judgements
        duties = supervisor.duties()
        figures = supervisor.figures(duties)
        standings = supervisor.standings()
        // A settled matter that was fetched to be looked at is known, but not at hand.
        order = Scene.sorted(judgements).filter { ledger.matters[$0]?.stage.isAtHand ?? false }
        validUntil = Scene.nextChange(ledger, after: now)
    }
}

// MARK: - Asking

extension Scene {
    package var today: Day { supervisor.today }
    package var isWorkday: Bool { supervisor.isWorkday }

    /// A matter at hand; nil for one that is settled for good or not known.
    package func matter(_ number: MatterNumber) -> Matter? { ledger.matters[number] }

    /// The light of a matter at hand, with its reason.
    package func judgement(_ number: MatterNumber) -> Judgement? { judgements[number] }

    /// The light of any matter, at hand or fetched.
    package func judgement(of matter: Matter) -> Judgement {
        judgements[matter.number] ?? supervisor.judge.judge(matter)
    }

    /// What must be done now about one matter.
    package func duties(of number: MatterNumber) -> [Duty] {
        derived(DutiesByMatter()) { Dictionary(grouping: duties, by: \.matter) }[number] ?? []
    }

    private struct DutiesByMatter: Hashable {}

    /// A value that is computed from the scene when it is first asked for and then kept with it.
    ///
    /// One value is kept for each type of key: a wall names its own key type, holding what the value depends on beside
    /// the scene (grouping, filter, width). Asking again with an equal key costs one comparison; with another, a new
    /// computation in place of the old one.
    package func derived<Key: Hashable, Value>(_ key: Key, _ make: () -> Value) -> Value {
        let type = ObjectIdentifier(Key.self)
        if let (kept, value) = memory.values[type], kept as? Key == key, let value = value as? Value { return value }
        let value = make()
        memory.values[type] = (key, value)
        return value
    }

    /// Kept by reference, so that copies of a scene share it. Scenes stay on one thread.
    private final class Memory {
        var values: [ObjectIdentifier: (key: Any, value: Any)] = [:]
    }
}

// MARK: - Computing

extension Scene {
    private static func sorted(_ judgements: [MatterNumber: Judgement]) -> [MatterNumber] {
        // By light first: within one light there is less to compare.
        var byLight: [Light: [(number: MatterNumber, judgement: Judgement)]] = [:]
        for (number, judgement) in judgements { byLight[judgement.light, default: []].append((number, judgement)) }
        return Light.allCases.flatMap { light in
            (byLight[light] ?? [])
                .sorted { left, right in
                    if left.judgement < right.judgement { return true }
                    if right.judgement < left.judgement { return false }
                    return left.number < right.number
                }
                .map(\.number)
        }
    }

    /// The next moment at which a light, a night or a permission can change by the clock alone.
    private static func nextChange(_ ledger: Ledger, after now: Moment) -> Moment {
        let today = now.day(ledger.offset)
        let rules = ledger.rules(on: today)
        var next = Moment(today + 1, minute: 0, offset: ledger.offset)
        for minute in [rules.eveningCount, rules.extensionCutoff] {
            let moment = Moment(today, minute: minute, offset: ledger.offset)
            if moment > now { next = min(next, moment) }
        }
        for matter in ledger.matters.values {
            if case .moment(let due)? = matter.due, due > now { next = min(next, due) }
        }
        return next
    }
}
