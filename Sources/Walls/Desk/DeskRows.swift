import Ledger
import Supervision
import Words

/// What the desk lists: each matter with a duty once, with all its duties, in groups. Made once for a scene, a grouping
/// and a filter.
struct DeskRows {
    /// A matter with its duties.
    struct Row {
        let matter: MatterNumber
        /// In ``Scene/order``.
        let place: Int
    }

    struct Group {
        let title: String
        var rows: [Row] = []
        /// Tracks to be written today.
        var todo = 0
    }

    /// A row of the list as it is drawn.
    enum Line: Hashable {
        case heading(Int)
        case row(group: Int, index: Int)
        case blank
    }

    let groups: [Group]
    let lines: [Line]
    let matters: [MatterNumber]
    private let duties: DutyTable
    private let places: NumberMap

    func row(_ line: Line) -> Row? {
        if case .row(let group, let index) = line { groups[group].rows[index] } else { nil }
    }

    /// The line of a matter.
    func place(_ number: MatterNumber) -> Int? { places[number] }

    /// The duty that brought a matter to the desk.
    func first(_ row: Row) -> Duty {
        duties[row.place].min { DeskRows.kind($0).rawValue < DeskRows.kind($1).rawValue }!
    }

    /// The step of the ladder that is proposed for a matter.
    func proposal(_ row: Row) -> LadderProposal? {
        for duty in duties[row.place] { if case .propose(let proposal) = duty.kind { return proposal } }
        return nil
    }

    init(_ scene: Scene, _ grouping: DeskWall.Grouping, _ filter: Filter, hasHeadings: Bool, hasGaps: Bool) {
        let groups = DeskRows.groups(grouping, filter, scene)
        let count = groups.reduce(0) { $0 + $1.rows.count }
        var lines: [Line] = []
        var places = NumberMap(scene.ledger)
        var matters: [MatterNumber] = []
        lines.reserveCapacity(count + groups.count * 2)
        matters.reserveCapacity(count)
        for (group, content) in groups.enumerated() {
            if hasHeadings {
                if hasGaps, group > 0 { lines.append(.blank) }
                lines.append(.heading(group))
            }
            for (index, row) in content.rows.enumerated() {
                places[row.matter] = lines.count
                matters.append(row.matter)
                lines.append(.row(group: group, index: index))
            }
        }
        self.groups = groups
        self.lines = lines
        self.places = places
        self.matters = matters
        duties = scene.dutyTable
    }

    /// A row for each matter with a duty, in each group the worst first.
    private static func groups(_ grouping: DeskWall.Grouping, _ filter: Filter, _ scene: Scene) -> [Group] {
        let words = scene.words
        let facts = scene.facts
        let marks = scene.deskMarks
        var index: [Int: Int] = [:]
        var keys: [Int] = []
        var groups: [Group] = []
        for place in scene.rows(filter) {
            guard let kind = marks[place].kind else { continue }
            let key: Int =
                switch grouping {
                case .light: kind.rawValue
                case .unit: Int(facts[place].lead)
                case .person: Int(facts[place].person)
                }
            let group: Int
            if let known = index[key] {
                group = known
            } else {
                group = groups.count
                index[key] = group
                keys.append(key)
                let title =
                    switch grouping {
                    case .light: title(Kind(rawValue: key)!, words)
                    case .unit: key < 0 ? words.noUnit : words.unit(UnitID(key), in: scene.ledger)
                    case .person: key < 0 ? words.noPerson : words.person(PersonID(key), in: scene.ledger)
                    }
                groups.append(Group(title: title))
            }
            groups[group].rows.append(Row(matter: facts[place].number, place: place))
            if marks[place].isTrackToWrite { groups[group].todo += 1 }
        }
        // Units and people in the order of the directory: never by load.
        func order(_ group: Int) -> (Int, Int) {
            if keys[group] < 0 { return (.max, .max) }
            return grouping == .person ? scene.directoryPlace(PersonID(keys[group])) : (keys[group], 0)
        }
        return groups.indices.sorted { order($0) < order($1) }.map { groups[$0] }
    }

    // MARK: By light

    /// Why a matter stands on the desk; the raw order is the order of the groups.
    fileprivate enum Kind: Int {
        case overdue, behind, unsigned, overNight, decide, near, namePerson, share, gap
    }

    fileprivate static func kind(_ duty: Duty) -> Kind {
        switch duty.kind {
        case .track, .overdue: .behind
        case .sign: .unsigned
        case .overNight, .handedOver: .overNight
        case .decideExtension, .decideParking, .reissue, .review, .recheck, .decide: .decide
        case .dueToday, .near: .near
        case .namePerson: .namePerson
        // A proposed step stands with the light that brought it.
        case .propose: .behind
        case .signSlip, .recount: .decide
        case .share, .milestone: .share
        case .gap: .gap
        }
    }

    private static func title(_ kind: Kind, _ words: Words) -> String {
        switch kind {
        case .overdue: words.name(Light.red)
        case .behind: words.name(Light.orange)
        case .unsigned: words.unsigned
        case .overNight: words.overNight
        case .near: words.name(Light.yellow)
        case .decide: words.toDecide
        case .namePerson: words.personToName
        case .share: words.sharesAndReports
        case .gap: words.missedBefore
        }
    }
}

extension Duty {
    /// A track that is still to be written today.
    fileprivate var isTrackToWrite: Bool {
        if case .track = kind { !isDone } else { false }
    }
}

extension Scene {
    /// Why the matter at each place of ``order`` stands on the desk, if it does.
    fileprivate var deskMarks: [DeskMark] {
        derived(DeskMarksKey()) {
            let (table, facts) = (dutyTable, facts)
            return order.indices.map { place in
                let duties = table[place]
                if duties.isEmpty { return DeskMark() }
                let kind: DeskRows.Kind =
                    facts[place].light == .red
                    ? .overdue : duties.lazy.map(DeskRows.kind).min { $0.rawValue < $1.rawValue } ?? .gap
                return DeskMark(kind: kind, isTrackToWrite: duties.contains(where: \.isTrackToWrite))
            }
        }
    }

    fileprivate struct DeskMark {
        var kind: DeskRows.Kind?
        var isTrackToWrite = false
    }

    private struct DeskMarksKey: Hashable {}
}

extension LadderStep {
    /// What needs the secretary.
    var isGrave: Bool { self == .circular || self == .talk }
}

extension Scene {
    /// Where a person stands in the directory; those without a person come last.
    func directoryPlace(_ id: PersonID?) -> (Int, Int) {
        guard let id, let person = ledger.people[id] else { return (.max, .max) }
        return (person.unit.rawValue, id.rawValue)
    }
}
