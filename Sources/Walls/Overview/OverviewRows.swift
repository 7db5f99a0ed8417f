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
        var duties: PickedDuties

        /// The row of a matter.
        func place(_ number: MatterNumber) -> Int? { duties.firstIndex { $0.matter == number } }
    }

    /// Sections with something in them, and those whose heading always stands.
    let sections: [Section]
    /// What is due next, named where nothing must be tracked.
    let next: Duty?

    init(_ scene: Scene) {
        let all = scene.duties
        var byKind = Kind.allCases.map { Section(kind: $0, duties: PickedDuties(of: all)) }
        // The kinds each matter stands under already, as bits: once under each, and 逾期 only without a track.
        var seen = NumberMap(scene.ledger)
        for place in all.indices {
            guard let kind = OverviewRows.kind(of: all[place]) else { continue }
            let matter = all[place].matter
            let before = seen[matter] ?? 0
            let own = 1 << kind.rawValue
            // Tracks come first in the order of duties.
            if before & (kind == .overdue ? own | 1 << Kind.track.rawValue : own) != 0 { continue }
            seen[matter] = before | own
            byKind[kind.rawValue].duties.append(place: place)
        }
        byKind[Kind.decide.rawValue].duties = byKind[Kind.decide.rawValue].duties.sorted(by: OverviewRows.leadersFirst)
        byKind[Kind.overNight.rawValue].duties = byKind[Kind.overNight.rawValue].duties.sorted(by: OverviewRows.nights)
        sections = byKind.filter { !$0.duties.isEmpty || $0.kind.alwaysStands }
        next = byKind[Kind.near.rawValue].duties.first ?? byKind[Kind.dueToday.rawValue].duties.first
    }

    /// The longest stand first, as in the evening count.
    private static func nights(_ duty: Duty) -> Int {
        switch duty.kind {
        case .overNight(let nights): -nights.total
        default: 0
        }
    }

    /// What a leader must decide before what the office itself reviews.
    private static func leadersFirst(_ duty: Duty) -> Int {
        switch duty.kind {
        case .decideExtension, .decideParking, .reissue, .decide: 0
        case .recheck: 1
        default: 2
        }
    }

    private static func kind(of duty: Duty) -> Kind? {
        switch duty.kind {
        case .track: .track
        case .overdue: .overdue
        case .dueToday: .dueToday
        case .near: .near
        case .overNight, .handedOver: .overNight
        case .decideExtension, .decideParking, .reissue, .review, .recheck, .decide: .decide
        case .sign, .namePerson: .unsigned
        case .signSlip: .decide
        // On the desk and the matter's page.
        case .gap, .propose, .share, .milestone, .recount: nil
        }
    }

    func section(_ kind: Kind) -> Section? { sections.first { $0.kind == kind } }
}

extension OverviewRows.Kind {
    /// The heading stays when there is nothing, so that the page does not jump.
    var alwaysStands: Bool { self != .overdue && self != .unsigned }

    /// What the hand is needed for first; it gets the most rows.
    var isWork: Bool { self == .track || self == .overdue }
}

extension Scene {
    var overviewRows: OverviewRows { derived(OverviewKey()) { OverviewRows(self) } }
    static let daysBack = 20

    /// What the working day before left, and the last ``daysBack`` working days.
    var lookBack: LookBack {
        derived(LookBackKey()) { survey.lookBack ?? supervisor.lookBack(days: Scene.daysBack) }
    }
}

private struct OverviewKey: Hashable {}
private struct LookBackKey: Hashable {}
