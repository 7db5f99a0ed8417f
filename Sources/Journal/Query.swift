package import Ledger
import Text

/// Which matters, in which order. Conditions all hold together; an empty query is every matter.
package struct Query: Hashable, Sendable {
    package var numbers: Set<MatterNumber>?
    package var stages: Set<Stage>?
    package var kinds: Set<Kind>?
    /// The day of the limit in force is this or later; leaves out matters without a limit.
    package var dueFrom: Day?
    /// The day of the limit in force is this or earlier; leaves out matters without a limit.
    package var dueThrough: Day?
    package var leads: Set<UnitID>?
    /// The responsible person.
    package var people: Set<PersonID>?
    package var grids: Set<GridID>?
    package var campaigns: Set<CampaignID>?
    /// Stands somewhere in the title, by its characters or by the initials of their pinyin; letters in either case.
    package var text: String?
    /// Has slips (单据), drafts and void ones included.
    package var hasSlips = false
    package var order: Order

    package enum Order: Hashable, Sendable {
        /// By limit, those without one last; then by number.
        case due
        case number
        /// In directory order of the lead units (名录顺序), those without one last; then by limit.
        case directory
    }

    package init(order: Order = .due) { self.order = order }

    /// Every matter on which work is still owed.
    package static var open: Query {
        var query = Query()
        query.stages = Query.openStages
        return query
    }

    /// Every matter that no wall shows any more, by number.
    package static var settled: Query {
        var query = Query(order: .number)
        query.stages = Set(Stage.allCases.filter { !$0.isAtHand })
        return query
    }

    static let openStages = Set(Stage.allCases.filter(\.isOpen))

    /// Whether a matter meets the conditions. The day of a limit that is a moment is its civil day.
    func holds(_ matter: Matter, offset: Offset) -> Bool {
        if let numbers, !numbers.contains(matter.number) { return false }
        if let stages, !stages.contains(matter.stage) { return false }
        if let kinds, !kinds.contains(matter.kind) { return false }
        let due = matter.due?.day(offset)
        if let dueFrom { guard let due, due >= dueFrom else { return false } }
        if let dueThrough { guard let due, due <= dueThrough else { return false } }
        if let leads { guard let lead = matter.lead, leads.contains(lead) else { return false } }
        if let people { guard let person = matter.person, people.contains(person) else { return false } }
        if let grids { guard let grid = matter.grid, grids.contains(grid) else { return false } }
        if let campaigns { guard let campaign = matter.campaign, campaigns.contains(campaign) else { return false } }
        if hasSlips, matter.ladder.slips.isEmpty { return false }
        if let text, !text.isEmpty {
            guard let title = matter.title.text?.string, SearchWord(text).stands(in: title) else { return false }
        }
        return true
    }

    /// Whether `left` comes before `right`.
    func precedes(_ left: Matter, _ right: Matter, offset: Offset) -> Bool {
        func due(_ matter: Matter) -> Int { matter.due?.day(offset).number ?? .max }
        func lead(_ matter: Matter) -> Int { matter.lead?.rawValue ?? .max }
        return switch order {
        case .number: left.number < right.number
        case .due: (due(left), left.number) < (due(right), right.number)
        case .directory: (lead(left), due(left), left.number) < (lead(right), due(right), right.number)
        }
    }
}
