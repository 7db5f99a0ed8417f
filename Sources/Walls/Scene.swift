package import Ledger
package import Supervision
package import Words

/// Everything a wall may draw from: the ledger at one moment, judged once.
///
/// Computed once per change of the ledger or of what the clock says (see ``validUntil``), kept by the console, and read
/// by every wall. An arrow key never computes one. What only one wall needs is computed when it is first asked for and
/// kept with the scene: ``derived(_:_:)``.
///
/// What it says never changes: a class only so that walls and frames can hold it for nothing. Scenes stay on one thread.
package final class Scene {
    package let ledger: Ledger
    package let supervisor: Supervisor
    package let words: Words
    /// Who sits at the keyboard.
    package let actor: Actor
    package let now: Moment
    /// Until when the clock alone changes nothing here.
    package let validUntil: Moment
    /// What must be done now, in the order of the desk.
    package var duties: [Duty] { survey.duties }
    package var figures: Figures { survey.figures }
    /// Campaigns, worst first.
    package let standings: [Standing]
    /// Every matter at hand, worst light first, then by how far past, behind or near, then by number.
    package let order: [MatterNumber]
    private var judgements: [Judgement] { survey.judgements }
    let survey: Survey
    /// What was derived, by the type of its key.
    private var memory: [ObjectIdentifier: (key: Any, value: Any)] = [:]
    /// For how many walls what they derive was made ready; the console counts.
    package var preparedWalls = 0

    /// - Parameter before: the scene until now, from which everything is taken that is still true.
    package init(_ ledger: Ledger, at now: Moment, words: Words, actor: Actor, after before: Scene? = nil) {
        self.ledger = ledger
        self.now = now
        self.words = words
        self.actor = actor
        supervisor = Supervisor(ledger, at: now)
        let survey =
            if let before, before.now <= now, now < before.validUntil {
                supervisor.survey(after: before.survey, of: before.ledger)
            } else {
                supervisor.survey(lookingBack: Scene.daysBack)
            }
        self.survey = survey
        standings = supervisor.standings()
        // A settled matter that was fetched to be looked at is known, but not at hand. Fetched ones are few.
        let isAnyElsewhere = [Stage.struck, .archived, .void].contains { survey.figures.byStage[$0] != nil }
        order = isAnyElsewhere ? survey.order.filter { ledger.matters[$0]!.stage.isAtHand } : survey.order
        validUntil = Scene.nextChange(ledger, after: now, survey.nextMoment)
    }
}

// MARK: - Asking

extension Scene {
    package var today: Day { supervisor.today }
    package var isWorkday: Bool { supervisor.isWorkday }

    /// A matter at hand; nil for one that is settled for good or not known.
    package func matter(_ number: MatterNumber) -> Matter? { ledger.matters[number] }

    /// The light of a matter at hand, with its reason.
    package func judgement(_ number: MatterNumber) -> Judgement? {
        ledger.matters.place(of: number).map { judgements[$0] }
    }

    /// The light of any matter, at hand or fetched.
    package func judgement(of matter: Matter) -> Judgement {
        judgement(matter.number) ?? supervisor.judge.judge(matter)
    }

    /// A value that is computed from the scene when it is first asked for and then kept with it.
    ///
    /// One value is kept for each type of key: a wall names its own key type, holding what the value depends on beside
    /// the scene (grouping, filter, width). Asking again with an equal key costs one comparison; with another, a new
    /// computation in place of the old one.
    package func derived<Key: Hashable, Value>(_ key: Key, _ make: () -> Value) -> Value {
        let type = ObjectIdentifier(Key.self)
        if let (kept, value) = memory[type], kept as? Key == key, let value = value as? Value { return value }
        let value = make()
        memory[type] = (key, value)
        return value
    }
}

// MARK: - Computing

extension Scene {
    /// The next moment at which a light, a night or a permission can change by the clock alone.
    private static func nextChange(_ ledger: Ledger, after now: Moment, _ nextLimit: Moment?) -> Moment {
        let today = now.day(ledger.offset)
        let rules = ledger.rules(on: today)
        var next = Moment(today + 1, minute: 0, offset: ledger.offset)
        for minute in [rules.eveningCount, rules.extensionCutoff] {
            let moment = Moment(today, minute: minute, offset: ledger.offset)
            if moment > now { next = min(next, moment) }
        }
        if let nextLimit { next = min(next, nextLimit) }
        return next
    }
}
