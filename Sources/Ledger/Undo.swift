/// 撤回: the reverse of one event of a command, as a value that says what stood before.
///
/// Whole values are kept, not differences, so that every fact that concerns one matter has its reverse
/// without knowing of undo. A field that ``Matter`` gains later must be optional: bodies written before
/// do not have it.
package struct Undoing: Hashable, Sendable, Codable {
    /// The command that is taken back, and what it did.
    package var command: String
    package var kinds: [String]
    /// The matter as it was; nil with a matter's number: it was registered by the command, and its number
    /// is void from now on, for numbers are never given again.
    package var matter: Matter?
    /// Of what concerns the whole ledger.
    package var unit: Former<Unit>?
    package var person: Former<Person>?
    package var grid: Former<Grid>?
    package var campaign: Former<Campaign>?
    package var settings: FormerSettings?

    package init(command: String, kinds: [String]) {
        self.command = command
        self.kinds = kinds
    }

    /// Something in the directory as it was; nil where it was not there.
    package struct Former<Value: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
        package var id: Int
        package var value: Value?

        package init(id: Int, value: Value?) {
            self.id = id
            self.value = value
        }
    }

    /// Calendar, supervision, leave and the number of editions of the rules as they were.
    package struct FormerSettings: Hashable, Sendable, Codable {
        package var calendar: WorkCalendar
        package var editions: Int
        package var supervisionStart: Day?
        package var leaves: [Leave]

        package init(_ ledger: Ledger) {
            calendar = ledger.calendar
            editions = ledger.rulesHistory.count
            supervisionStart = ledger.supervisionStart
            leaves = ledger.leaves
        }
    }
}

/// Why a command cannot be taken back.
package enum UndoObstacle: Hashable, Sendable {
    /// The login has recorded nothing that is still standing.
    case nothing
    /// No such command.
    case unknown(String)
    /// Somebody else's.
    case notOwn(login: String)
    /// A later command of one's own stands: that one first.
    case notLast
    case undone
    /// Somebody recorded something on the matter since.
    case acted(MatterNumber, login: String, person: PersonID?)
    /// Something was recorded since, and what concerns the whole ledger may be used by it.
    case recordedSince(Fact.Kind)
    /// What an import brought is not taken back row by row.
    case imported
    /// A document number was given; it is voided in its register, not taken back.
    case documentNumber
    /// What has happened for good: founding, restoring, showing a contact, blacking out.
    case final(Fact.Kind)
}

/// A command that was performed, with what is needed to take it back.
package struct PastCommand: Hashable, Sendable {
    package var id: String
    package var events: [Event]
    /// What it did not alter is not in it.
    package var before: Ledger
    /// Events since that still stand: on its matters, or, where it concerns the whole ledger, any.
    package var since: [Event]

    package init(id: String, events: [Event], before: Ledger, since: [Event]) {
        self.id = id
        self.events = events
        self.before = before
        self.since = since
    }

    /// What stands in the way of taking it back; nil where nothing does.
    package func obstacle(for login: String) -> UndoObstacle? {
        for event in events {
            if event.signature.login != login { return .notOwn(login: event.signature.login) }
            if event.origin != nil { return .imported }
            switch event.fact.kind.undoing {
            case .matter, .ledger: break
            case .documentNumber: return .documentNumber
            case .final: return .final(event.fact.kind)
            }
        }
        let isWhole = events.contains { $0.matter == nil }
        for event in since where !event.fact.kind.isSeenOnly {
            if let number = event.matter, events.contains(where: { $0.matter == number }) {
                return .acted(number, login: event.signature.login, person: event.signature.person)
            }
            if isWhole { return .recordedSince(event.fact.kind) }
        }
        return nil
    }
}

extension Fact.Kind {
    /// How a fact is taken back.
    package enum Reversal: Hashable, Sendable {
        /// The matter becomes what it was.
        case matter
        /// A thing of the directory or a setting becomes what it was; only while nothing was recorded since.
        case ledger
        /// Not at all: a document number was given.
        case documentNumber
        /// Not at all: it has happened.
        case final
    }

    /// What is not named here concerns more than a matter: meetings and their decisions, turns of recurring duties,
    /// households, orders of a phase. It is put right by another record of its kind.
    package var undoing: Reversal {
        switch self {
        case .registered, .amended, .submitted, .issued, .declined, .accepted, .tracked, .stepAdded, .stepTicked,
            .answered, .reported, .sentBack, .settled, .struck, .archived, .parked, .resumed, .extensionAsked,
            .extensionDecided, .supportSettled, .suspended, .voided, .corrected, .handedBack, .transferred, .reassigned,
            .parkingProposed, .parkingRefused, .reopened, .limitAdjusted, .limitRecounted, .supportAccepted,
            .supportTracked, .reminded, .slipDrafted, .slipDelivered, .slipAccepted, .slipAnswered, .slipVoided,
            .stepPutOff, .talkHeld, .carried, .reviewOpened, .reviewAnswered, .caseOpened, .turnOpened:
            .matter
        case .slipSigned: .documentNumber
        case .calendarReplaced, .supervisionStarted, .unitAdded, .personAdded, .gridAdded,
            .campaignAdded, .calendarAdjusted, .unitRenamed, .unitClosed, .personChanged, .personLeft, .leaveTaken,
            .leaveEnded:
            .ledger
        default: .final
        }
    }

    /// What changes nothing that a later command could rest on, and stands in nobody's way.
    package var isSeenOnly: Bool { [.undone, .contactKept, .contactShown, .contactErased].contains(self) }
}

/// Takes a command back: the reverse of all its events, or a refusal.
package func undo(_ past: PastCommand, in ledger: Ledger, by context: Context) throws(Refusal) -> [Event] {
    guard !context.actor.roles.isEmpty else { throw .readOnly(login: context.actor.login) }
    if let obstacle = past.obstacle(for: context.actor.login) { throw .cannotUndo(obstacle) }
    var done: Set<MatterNumber> = []
    var reverse: [Event] = []
    for event in past.events.reversed() {
        var undoing = Undoing(command: past.id, kinds: [event.fact.kind.rawValue])
        var version: Int?
        if let number = event.matter {
            guard done.insert(number).inserted else { continue }
            guard let now = ledger.matters[number] else { throw .unknownMatter(number) }
            undoing.kinds = past.events.filter { $0.matter == number }.map(\.fact.kind.rawValue)
            undoing.matter = past.before.matters[number]
            version = now.version + 1
        } else {
            undoing.take(event.fact, from: past.before)
        }
        reverse.append(
            Event(
                recorded: max(context.now, ledger.lastRecorded),
                // The sums of the day take back what they took.
                day: event.day,
                signature: Signature(
                    login: context.actor.login,
                    person: context.actor.person,
                    role: event.signature.role
                ),
                matter: event.matter,
                version: version,
                fact: .undone(undoing)
            )
        )
    }
    return reverse
}

extension Undoing {
    /// What the fact, which concerns the whole ledger, found there.
    fileprivate mutating func take(_ fact: Fact, from before: Ledger) {
        func unit(_ id: UnitID) -> Former<Unit> { Former(id: id.rawValue, value: before.units[id]) }
        func person(_ id: PersonID) -> Former<Person> { Former(id: id.rawValue, value: before.people[id]) }
        switch fact {
        case .unitAdded(let added): self.unit = unit(added.id)
        case .unitRenamed(let renaming): self.unit = unit(renaming.unit)
        case .unitClosed(let closing): self.unit = unit(closing.unit)
        case .personAdded(let added): self.person = person(added.id)
        case .personChanged(let change): self.person = person(change.person)
        case .personLeft(let departure): self.person = person(departure.person)
        case .gridAdded(let grid): self.grid = Former(id: grid.id.rawValue, value: before.grids[grid.id])
        case .campaignAdded(let added):
            campaign = Former(id: added.id.rawValue, value: before.campaigns[added.id])
        default: settings = FormerSettings(before)
        }
    }
}
