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
    private let places: [Row: Int]

    func place(_ row: Row) -> Int? { places[row] }

    init(_ scene: Scene, _ grouping: TimelineWall.Grouping, _ filter: Filter, folded: Set<Group>) {
        let spans = scene.timelineSpans
        var byGroup: [Group: [TimelineSpan]] = [:]
        for number in scene.matters(filter) {
            guard let span = spans[number] else { continue }
            let group: Group =
                switch grouping {
                case .campaign: span.campaign.map(Group.campaign) ?? .others
                case .unit: span.lead.map(Group.unit) ?? .others
                }
            byGroup[group, default: []].append(span)
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
        for group in groups {
            rows.append(.group(group))
            // By limit, so that a campaign reads as a staircase; what is settled is history and comes last.
            let members = (byGroup[group] ?? []).sorted(by: TimelineSpan.isBefore).map(\.number)
            matters += members
            if !folded.contains(group) { rows += members.map(Row.matter) }
        }
        self.rows = rows
        self.matters = matters
        counts = byGroup.mapValues(\.count)
        places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0.element, $0.offset) })
    }
}

/// What places a matter on the timeline: one that was issued and has a limit.
struct TimelineSpan {
    let number: MatterNumber
    let campaign: CampaignID?
    let lead: UnitID?
    let limit: Day
    let isSettled: Bool

    static func isBefore(_ left: TimelineSpan, _ right: TimelineSpan) -> Bool {
        (left.isSettled ? 1 : 0, left.limit, left.number) < (right.isSettled ? 1 : 0, right.limit, right.number)
    }
}

extension Scene {
    /// Target tasks and duties; problems and demands live a few days, and the board shows them.
    var timelineSpans: [MatterNumber: TimelineSpan] {
        derived(SpansKey()) {
            var spans: [MatterNumber: TimelineSpan] = [:]
            for matter in ledger.matters.values {
                guard matter.kind == .target || matter.kind == .duty, matter.issued ?? matter.start != nil,
                    matter.stage.isOpen || matter.stage == .settled, let limit = matter.due?.day(ledger.offset)
                else { continue }
                spans[matter.number] = TimelineSpan(
                    number: matter.number,
                    campaign: matter.campaign,
                    lead: matter.lead,
                    limit: limit,
                    isSettled: matter.stage == .settled
                )
            }
            return spans
        }
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
