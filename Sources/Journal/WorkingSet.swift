package import Ledger

/// What a process knows of a ledger, and up to which event.
package struct WorkingSet: Hashable, Sendable {
    package var ledger: Ledger
    package internal(set) var position: Position
    /// What it was loaded for; ``Journal/refresh(_:)`` keeps it to that.
    package let need: Need
    /// Matters that stay in it although ``need`` does not ask for them.
    package internal(set) var opened: Set<MatterNumber> = []
    /// Texts were blacked out since it was loaded: what it holds of meetings and 口径 is known to the store alone.
    var isStale = false

    init(ledger: Ledger, position: Position, need: Need) {
        self.ledger = ledger
        self.position = position
        self.need = need
    }

    /// Whether a matter belongs into the set.
    func wants(_ matter: Matter) -> Bool { opened.contains(matter.number) || need.wants(matter, offset: ledger.offset) }
}

/// How much of a ledger to load. Settings (committee, rules, calendar, authority) always come along.
package enum Need: Hashable, Sendable {
    /// For a screen: every matter not 已销号, 已归档 or 作废, all reference data, all sums.
    case atHand
    /// For a command on some matters: those and the reference data they refer to. With no number at
    /// all: the settings alone. Numbers that do not exist are passed over.
    case matters([MatterNumber])
    /// All units, people, grids and campaigns, no matter.
    case reference
    /// All reference data and the matters of a query.
    case matching(Query)

    func wants(_ matter: Matter, offset: Offset) -> Bool {
        switch self {
        case .atHand: matter.stage.isAtHand
        case .matters(let numbers): numbers.contains(matter.number)
        case .reference: false
        case .matching(let query): query.holds(matter, offset: offset)
        }
    }

    /// Whether all reference data is kept, or only what the matters refer to.
    var wantsReference: Bool {
        if case .matters = self { false } else { true }
    }

    /// Whether sums are kept; a slice of the matters could not keep them true.
    var wantsSums: Bool { self == .atHand }
}

/// A place in the journal: the number of an event and its hash.
package struct Position: Hashable, Sendable {
    package var number: Int
    /// Its first eight digits stand on paper as 数据校验码.
    package var hash: Digest

    package init(number: Int, hash: Digest) {
        self.number = number
        self.hash = hash
    }
}

/// What came of looking for news.
package enum Refresh: Hashable, Sendable {
    case unchanged
    /// These matters changed, came or went; without any, something else changed.
    case changed(Set<MatterNumber>)
    /// The journal is no longer the one that was read, for it was restored: everything was loaded anew.
    case replaced
}
