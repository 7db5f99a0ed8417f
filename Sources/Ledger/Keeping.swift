package import Text

// What happens to a ledger as a whole, and to what lies beside its events: the payloads of restoring,
// recovering, closing a year, blacking out, and of contacts.

/// The ledger was restored from a backup (恢复).
package struct Restoring: Hashable, Sendable, Codable {
    /// The last event of the backup, and its hash in hexadecimal digits.
    package var number: Int
    package var head: String
    /// The same of what was replaced; nil where that could not be read any more.
    package var replacedNumber: Int?
    package var replacedHead: String?
    /// The next free keys of both: none is given twice.
    package var counters: Ledger.Counters

    package init(number: Int, head: String, counters: Ledger.Counters) {
        self.number = number
        self.head = head
        self.counters = counters
    }
}

/// The ledger was saved from a damaged file (抢救), and what of it was lost.
package struct Recovery: Hashable, Sendable, Codable {
    /// Events that are gone, as ranges of numbers, both ends included.
    package var lost: [[Int]]
    /// Events whose texts are gone.
    package var textless: [Int]
    package var counters: Ledger.Counters

    package init(lost: [[Int]], textless: [Int], counters: Ledger.Counters) {
        self.lost = lost
        self.textless = textless
        self.counters = counters
    }
}

/// A year went into a file of its own (年度归档), with the last event in it as checkpoint.
package struct YearClosing: Hashable, Sendable, Codable {
    package var year: Int
    package var number: Int
    package var head: String

    package init(year: Int, number: Int, head: String) {
        self.year = year
        self.number = number
        self.head = head
    }
}

/// Texts were blacked out (涂黑).
package struct Erasure: Hashable, Sendable, Codable {
    /// The events that lost texts, and how many texts that were.
    package var records: [Int]
    package var texts: Int
    package var reason: Prose

    package init(records: [Int], texts: Int, reason: Prose) {
        self.records = records
        self.texts = texts
        self.reason = reason
    }
}

/// Something was done with contacts (联系人): never who they are.
package struct ContactNote: Hashable, Sendable, Codable {
    /// Numbers of the contacts; none where one was just kept, whose number is that of this event.
    package var contacts: [Int]
    /// Until when it is kept.
    package var until: Day?
    /// Erased because its time was over.
    package var isExpired: Bool?

    package init(contacts: [Int] = [], until: Day? = nil, isExpired: Bool? = nil) {
        self.contacts = contacts
        self.until = until
        self.isExpired = isExpired
    }
}

/// A resident who must be called about a matter (联系人). Stands in a table of its own: in no event, export,
/// print or wall.
package struct Contact: Hashable, Sendable {
    /// The number of the event that it was kept by.
    package var number: Int
    package var matter: MatterNumber
    package var name: CleanText
    package var phone: CleanText
    /// The last day on which it is kept.
    package var until: Day

    package init(number: Int = 0, matter: MatterNumber, name: CleanText, phone: CleanText, until: Day) {
        self.number = number
        self.matter = matter
        self.name = name
        self.phone = phone
        self.until = until
    }

    /// Days that a contact is kept unless said otherwise.
    package static let days = 90
    /// At most.
    package static let daysAllowed = 366
}

/// Which texts of a matter are blacked out.
package enum BlackOut: Hashable, Sendable {
    case all
    /// Those of one event, and the same wherever else they stand on the matter.
    case record(Int)
    /// Those in which this stands.
    case containing(CleanText)

    /// Whether a text of an event goes.
    package func covers(_ text: CleanText, of record: Int, named: Set<CleanText>) -> Bool {
        switch self {
        case .all: true
        case .record(let number): record == number || named.contains(text)
        case .containing(let part): !part.isEmpty && text.string.contains(part.string)
        }
    }
}

/// Why a contact or a blacking out is refused.
package enum KeepingRefusal: Hashable, Sendable {
    /// Contacts belong to a role of their own.
    case contactRole
    case contactIncomplete
    case contactDays(Int)
    case noContact(Int?)
    case nothingToBlackOut
    case needsReason
    case noSuchRecord(Int)
    /// 涂黑, restoring and the like belong to these.
    case role([Role])
    case yearNotOver(Int)
    case yearEmpty(Int)
}

// MARK: - Deciding

/// The event of something that concerns the ledger as a whole: for the office to record.
package func keepingEvent(
    _ fact: Fact,
    on matter: Matter? = nil,
    in ledger: Ledger,
    by context: Context
) throws(Refusal) -> Event {
    if context.actor.roles.isEmpty { throw .readOnly(login: context.actor.login) }
    let office: [Role] = [.supervisionHead, .clerk]
    guard let role = office.first(where: context.actor.roles.contains) else { throw .keeping(.role(office)) }
    let version = matter.map { $0.version + 1 }
    let event = Ledger.note(fact, on: matter, version: version, role: role, in: ledger, by: context)
    if let found = event.personal { throw .personal(found) }
    return event
}

/// The event of something that was done with contacts: for their keeper.
package func contactEvent(
    _ note: Fact,
    on matter: Matter?,
    in ledger: Ledger,
    by context: Context
) throws(Refusal) -> Event {
    if context.actor.roles.isEmpty { throw .readOnly(login: context.actor.login) }
    guard context.actor.roles.contains(.contactKeeper) else { throw .keeping(.contactRole) }
    // The matter says what it said: a form that is open on it does not conflict.
    return Ledger.note(note, on: matter, version: matter?.version, role: .contactKeeper, in: ledger, by: context)
}

/// The event of contacts whose time is over: whoever records something next erases them.
package func expiryEvent(
    _ numbers: [Int],
    of matter: Matter?,
    in ledger: Ledger,
    by context: Context
) throws(Refusal) -> Event {
    guard let role = Role.allCases.first(where: context.actor.roles.contains) else {
        throw .readOnly(login: context.actor.login)
    }
    let note = Fact.contactErased(ContactNote(contacts: numbers, isExpired: true))
    return Ledger.note(note, on: matter, version: matter?.version, role: role, in: ledger, by: context)
}

/// Refuses a contact that says nothing, or that would be kept for ever.
package func checkContact(_ contact: Contact, in ledger: Ledger, by context: Context) throws(Refusal) {
    guard !contact.name.isEmpty, !contact.phone.isEmpty else { throw .keeping(.contactIncomplete) }
    let today = context.now.day(ledger.offset)
    guard contact.until >= today, contact.until - today <= Contact.daysAllowed else {
        throw .keeping(.contactDays(Contact.daysAllowed))
    }
}

extension Ledger {
    fileprivate static func note(
        _ fact: Fact,
        on matter: Matter?,
        version: Int?,
        role: Role,
        in ledger: Ledger,
        by context: Context
    ) -> Event {
        Event(
            recorded: max(context.now, ledger.lastRecorded),
            day: context.now.day(ledger.offset),
            signature: Signature(login: context.actor.login, person: context.actor.person, role: role),
            matter: matter?.number,
            version: version,
            fact: fact
        )
    }

    /// Takes what concerns the ledger as a whole.
    mutating func applyKeeping(_ fact: Fact, into touched: inout Touched) {
        switch fact {
        case .restored(let restoring): raise(to: restoring.counters)
        case .recovered(let recovery): raise(to: recovery.counters)
        default: return
        }
        touched.setting = true
    }

    /// No key is given again that was given in a journal that was replaced.
    private mutating func raise(to other: Counters) {
        floor = floor.raised(to: other)
        counters = counters.raised(to: other)
    }
}

extension Ledger.Counters {
    package func raised(to other: Ledger.Counters) -> Ledger.Counters {
        var raised = self
        raised.matter = max(matter, other.matter)
        raised.unit = max(unit, other.unit)
        raised.person = max(person, other.person)
        raised.grid = max(grid, other.grid)
        raised.campaign = max(campaign, other.campaign)
        raised.documents.take(other.documents)
        return raised
    }
}
