import Ledger
import Supervision

/// What the overview lists, in sections from the most pressing down. Made once for a scene.
struct OverviewRows {
    /// A kind of work. The raw order is the order on the wall.
    enum Kind: Int, Hashable, Sendable, CaseIterable {
        /// 今日必跟踪
        case track
        /// 逾期 without a track today: on rest days, or taken over and not supervised yet.
        case overdue
        case dueToday
        case overNight
        /// 待决: extensions, reviews beyond their limit, re-checks of what is parked.
        case decide
        /// 未签收 beyond its limit, and 待定人
        case unsigned
        case near
    }

    struct Section {
        let kind: Kind
        var duties: [Duty] = []
        /// The row of each matter.
        var places: [MatterNumber: Int] = [:]

        /// What a leader must decide before what the office itself reviews.
        mutating func leadersFirst() {
            func rank(_ duty: Duty) -> Int {
                switch duty.kind {
                case .decideExtension: 0
                case .recheck: 1
                default: 2
                }
            }
            duties = (0...2).flatMap { place in duties.filter { rank($0) == place } }
            places = Dictionary(uniqueKeysWithValues: duties.enumerated().map { ($0.element.matter, $0.offset) })
        }
    }

    /// Sections with something in them, and those whose heading always stands.
    let sections: [Section]
    /// Of the near ones, the first: named where nothing is due sooner.
    let next: Duty?

    init(_ scene: Scene) {
        var byKind: [Kind: Section] = [:]
        for kind in Kind.allCases { byKind[kind] = Section(kind: kind) }
        var tracked: Set<MatterNumber> = []
        for duty in scene.duties {
            guard let kind = OverviewRows.kind(of: duty) else { continue }
            // Tracks come first in the order of duties.
            if kind == .track { tracked.insert(duty.matter) }
            if kind == .overdue, tracked.contains(duty.matter) { continue }
            if byKind[kind]!.places[duty.matter] != nil { continue }
            byKind[kind]!.places[duty.matter] = byKind[kind]!.duties.count
            byKind[kind]!.duties.append(duty)
        }
        byKind[.decide]!.leadersFirst()
        sections = Kind.allCases.map { byKind[$0]! }.filter { !$0.duties.isEmpty || $0.kind.alwaysStands }
        next = byKind[.near]!.duties.first ?? byKind[.dueToday]!.duties.first
    }

    private static func kind(of duty: Duty) -> Kind? {
        switch duty.kind {
        case .track: .track
        case .overdue: .overdue
        case .dueToday: .dueToday
        case .near: .near
        case .overNight: .overNight
        case .decideExtension, .review, .recheck: .decide
        case .sign, .namePerson: .unsigned
        case .gap: nil
        }
    }

    func section(_ kind: Kind) -> Section? { sections.first { $0.kind == kind } }
}

extension OverviewRows.Kind {
    /// The heading stays when there is nothing, so that the page does not jump.
    var alwaysStands: Bool { self != .overdue && self != .unsigned }
}

extension Scene {
    var overviewRows: OverviewRows { derived(OverviewKey()) { OverviewRows(self) } }
    var lastWorkday: LastWorkday { derived(LastWorkdayKey()) { supervisor.lastWorkday() } }
    var trend: [TrendDay] { derived(TrendKey()) { supervisor.trend(days: 20) } }
}

private struct OverviewKey: Hashable {}
private struct LastWorkdayKey: Hashable {}
private struct TrendKey: Hashable {}
