import Canvas
import Ledger
import Supervision
import Words

/// The rows of the timeline: groups and the matters below them. Made once for a scene, a grouping, a filter and what is
/// folded.
struct TimelineRows {
    enum Group: Hashable {
        case campaign(CampaignID)
        case unit(UnitID)
        /// Without a campaign, or without a unit.
        case others
    }

    enum Row: Hashable {
        case group(Group)
        case matter(MatterNumber)
    }

    let rows: [Row]
    /// How many matters each group has, folded or not.
    let counts: [Group: Int]
    /// All matters, in order, those of folded groups included.
    let matters: [MatterNumber]
    private let headings: [Group: Int]
    private let places: NumberMap

    func place(_ row: Row) -> Int? {
        switch row {
        case .group(let group): headings[group]
        case .matter(let number): places[number]
        }
    }

    init(_ scene: Scene, _ grouping: TimelineWall.Grouping, _ filter: Filter, folded: Set<Group>) {
        var isWanted = Array(repeating: false, count: scene.order.count)
        for place in scene.rows(filter) { isWanted[place] = true }
        // By limit, so that a campaign reads as a staircase; what is settled is history and comes last.
        var byGroup: [Group: [MatterNumber]] = [:]
        for span in scene.timelineSpans where isWanted[span.place] {
            let group: Group =
                switch grouping {
                case .campaign: span.campaign.map(Group.campaign) ?? .others
                case .unit: span.lead.map(Group.unit) ?? .others
                }
            byGroup[group, default: []].append(span.number)
        }
        // Campaigns and units in the order of the directory, whatever stands below them.
        var groups: [Group]
        switch grouping {
        case .campaign:
            groups = scene.ledger.campaigns.keys.sorted().map(Group.campaign)
            if !filter.isEmpty { groups = groups.filter { byGroup[$0] != nil } }
        case .unit: groups = scene.unitTree.map { .unit($0.unit) }.filter { byGroup[$0] != nil }
        }
        if byGroup[.others] != nil { groups.append(.others) }
        var rows: [Row] = []
        var matters: [MatterNumber] = []
        var headings: [Group: Int] = [:]
        var places = NumberMap(scene.ledger)
        for group in groups {
            let members = byGroup[group] ?? []
            matters += members
            headings[group] = rows.count
            rows.append(.group(group))
            if folded.contains(group) { continue }
            for number in members {
                places[number] = rows.count
                rows.append(.matter(number))
            }
        }
        self.rows = rows
        self.matters = matters
        self.headings = headings
        self.places = places
        counts = byGroup.mapValues(\.count)
    }
}

/// What places a matter on the timeline: one that was issued and has a limit.
struct TimelineSpan {
    let number: MatterNumber
    /// In ``Scene/order``.
    let place: Int
    let campaign: CampaignID?
    let lead: UnitID?
    let limit: Day
    let isSettled: Bool
}

extension Scene {
    /// Target tasks and duties, what is in hand first, by limit and number; problems and demands live a few days, and the
    /// board shows them.
    var timelineSpans: [TimelineSpan] {
        derived(SpansKey()) {
            let spans = order.indices.compactMap { timelineSpan(at: $0) }
            let byLimit = Array(spans.indices).sortedClosely { spans[$0].number.rawValue }
                .sortedClosely { spans[$0].limit.number }
            return byLimit.filter { !spans[$0].isSettled }.map { spans[$0] }
                + byLimit.filter { spans[$0].isSettled }.map { spans[$0] }
        }
    }

    /// Where one matter stands there.
    func timelineSpan(_ number: MatterNumber) -> TimelineSpan? { places[number].flatMap { timelineSpan(at: $0) } }

    private func timelineSpan(at place: Int) -> TimelineSpan? {
        guard let matter = ledger.matters[order[place]], matter.kind == .target || matter.kind == .duty,
            matter.issued ?? matter.start != nil, matter.stage.isOpen || matter.stage == .settled,
            let limit = matter.due?.day(ledger.offset)
        else { return nil }
        return TimelineSpan(
            number: matter.number,
            place: place,
            campaign: matter.campaign,
            lead: matter.lead,
            limit: limit,
            isSettled: matter.stage == .settled
        )
    }

    private struct SpansKey: Hashable {}

    /// The units in the order of the directory (名录), each with its depth in the tree.
    var unitTree: [(unit: UnitID, depth: Int)] {
        derived(UnitTreeKey()) {
            let children = Dictionary(grouping: ledger.units.values, by: \.parent)
            var tree: [(unit: UnitID, depth: Int)] = []
            var seen: Set<UnitID> = []
            func add(_ parent: UnitID?, depth: Int) {
                for unit in (children[parent] ?? []).sorted(by: { $0.id < $1.id }) where seen.insert(unit.id).inserted {
                    tree.append((unit.id, depth))
                    add(unit.id, depth: depth + 1)
                }
            }
            add(nil, depth: 0)
            // A unit whose parent is not known stands at the end.
            for unit in ledger.units.keys.sorted() where !seen.contains(unit) {
                seen.insert(unit)
                tree.append((unit, 0))
            }
            return tree
        }
    }

    private struct UnitTreeKey: Hashable {}
}
