package import Text

/// The working set of one committee's ledger (台账): reference data, rules, calendar, the matters
/// that were asked for, and running sums over all matters.
///
/// A screen holds every matter that is not 已销号, 已归档 or 作废; a one-shot command holds what it
/// names. ``apply(_:)`` ignores an event on a matter outside the set: whoever keeps the set fetches
/// such a matter anew.
package struct Ledger: Hashable, Sendable {
    package var committee: Committee
    package var calendar: WorkCalendar
    /// Editions of the rules, oldest first.
    package var rulesHistory: [RulesEdition]
    /// Which login may act as what; a login that is not listed only reads.
    package var authority: [String: Set<Role>]
    package var units: [UnitID: Unit] = [:]
    package var people: [PersonID: Person] = [:]
    package var grids: [GridID: Grid] = [:]
    package var campaigns: [CampaignID: Campaign] = [:]
    package var matters = MatterTable()
    package var sums: [Scope: Sums] = [:]
    package var counters = Counters()
    /// The next free keys of a journal that this one replaced: none of them is given again.
    package var floor = Counters()
    /// 启用督办, for matters taken over from older ledgers.
    package var supervisionStart: Day?
    /// Who was, is and will be away (请假), as recorded.
    package var leaves: [Leave] = []
    /// 平时/攻坚/战时 of the street as ordered, oldest first.
    package var phases: [PhaseOrder] = []
    /// How the grids lie on the map, by ``MapSheet/key``.
    package var maps: [GridID: MapSheet] = [:]
    /// Meetings, recurring duties and evening counts.
    package var diary = Diary()
    /// 包户台账, by 户号.
    package var households: [CleanText: Household] = [:]
    /// 口径, by the case they were decided on.
    package var precedents: [MatterNumber: Precedent] = [:]
    /// When the last event was recorded.
    package var lastRecorded = Moment(milliseconds: 0)

    /// The next free keys. Never smaller after a restore than before.
    package struct Counters: Hashable, Sendable, Codable {
        package var matter = 1
        package var unit = 1
        package var person = 1
        package var grid = 1
        package var campaign = 1
        /// The last document number (文号) of each series.
        package var documents = DocumentCounters()

        package init() {}
    }

    /// A ledger before its first event.
    package init() {
        committee = Committee(name: CleanText(""))
        calendar = .china
        rulesHistory = []
        authority = [:]
    }

    package var offset: Offset { committee.offset }

    /// The last document number (文号) of each series. Like every key none is given twice, whatever is restored.
    package var documents: DocumentCounters {
        get { counters.documents }
        set { counters.documents = newValue }
    }

    /// The ledger without matters, sums and counts: everything beside a matter that rules may ask for.
    package var surroundings: Ledger {
        var rest = self
        rest.matters = [:]
        rest.sums = [:]
        rest.counters = Counters()
        rest.lastRecorded = Moment(milliseconds: 0)
        return rest
    }

    /// The rules in force on `day`.
    package func rules(on day: Day) -> Rules { self[rulesOn: day] }

    /// The same, lent: supervision asks each matter a few things, and would copy all rules for each of them.
    package subscript(rulesOn day: Day) -> Rules {
        _read {
            // By place: looking for an edition would copy each of them.
            if let place = rulesHistory.indices.last(where: { rulesHistory[$0].from <= day }) {
                yield rulesHistory[place].rules
            } else {
                yield rulesHistory.first?.rules ?? .standard
            }
        }
    }

    /// The rules of the latest edition.
    package var rules: Rules { rulesHistory.last?.rules ?? .standard }
}

/// What figures are added up over: the street, a unit as lead, a campaign.
package enum Scope: Hashable, Sendable {
    case street
    case unit(UnitID)
    case campaign(CampaignID)
}

/// Running sums over all matters of a scope, settled ones included.
package struct Sums: Hashable, Sendable {
    /// Matters not yet settled or stopped.
    package var open = 0
    package var settled = 0
    /// Of these, settled after their limit (逾期办结).
    package var settledLate = 0
    /// Of a campaign: quantities of its matters in the campaign's own unit of measure.
    package var target = Amount.zero
    package var done = Amount.zero
    package var days: [Day: DaySums] = [:]

    package init() {}
}

/// What one day added to a scope.
package struct DaySums: Hashable, Sendable {
    package var registered = 0
    package var settled = 0
    package var settledLate = 0
    /// Matters settled since that stood overdue on the evening of this day.
    package var overdueSettledSince = 0
    /// Of a campaign: the quantity reported for this day.
    package var done = Amount.zero

    package init() {}
}

/// What an event changed: the rows that a store writes again.
package struct Touched: Hashable, Sendable {
    package var matter: MatterNumber?
    package var unit: UnitID?
    package var person: PersonID?
    package var grid: GridID?
    package var campaign: CampaignID?
    /// The ``MapSheet/key`` of a drawing.
    package var map: GridID?
    /// By 户号; those that are no longer in the ledger were taken off the list.
    package var households: [CleanText] = []
    /// Cases whose 口径 was kept.
    package var precedent: MatterNumber?
    /// Scopes whose totals changed.
    package var scopes: [Scope] = []
    /// Scopes and days whose day sums changed.
    package var days: [ScopeDay] = []
    /// Committee, rules, calendar, authority or supervision start.
    package var setting = false
    /// What is touched and not there any more was removed (撤回).
    package var isRemoval = false
    package var diary: [DiaryEntry] = []

    package struct ScopeDay: Hashable, Sendable {
        package var scope: Scope
        package var day: Day

        package init(scope: Scope, day: Day) {
            self.scope = scope
            self.day = day
        }
    }

    package init() {}
}
