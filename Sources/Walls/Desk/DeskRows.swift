import Ledger
import Supervision
import Words

/// What the desk lists: each matter with a duty once, with all its duties, in groups. Made once for a scene, a grouping
/// and a filter.
struct DeskRows {
    /// A matter with its duties.
    struct Row {
        let matter: MatterNumber
        /// In ``DeskRows/duties``.
        let range: Range<Int>
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
    /// The duties of all rows, those of one matter together.
    private let duties: [Duty]
    private let places: NumberMap

    func row(_ line: Line) -> Row? {
        if case .row(let group, let index) = line { groups[group].rows[index] } else { nil }
    }

    /// The line of a matter.
    func place(_ number: MatterNumber) -> Int? { places[number] }

    /// The duty that brought a matter to the desk.
    func first(_ row: Row) -> Duty {
        duties[row.range].min { DeskRows.kind($0).rawValue < DeskRows.kind($1).rawValue }!
    }

    /// A slip of the matter waits to be signed.
    func slip(_ row: Row) -> Duty? {
        duties[row.range].first { if case .signSlip = $0.kind { true } else { false } }
    }

    /// The step of the ladder that is proposed for a matter.
    func proposal(_ row: Row) -> LadderProposal? {
        for duty in duties[row.range] { if case .propose(let proposal) = duty.kind { return proposal } }
        return nil
    }

    init(_ scene: Scene, _ grouping: DeskWall.Grouping, _ filter: Filter, hasHeadings: Bool, hasGaps: Bool) {
        let (rows, duties) = DeskRows.rows(scene, filter)
        let groups = DeskRows.groups(rows, duties, grouping, scene)
        var lines: [Line] = []
        var places = NumberMap(scene.ledger)
        var matters: [MatterNumber] = []
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
        self.duties = duties
    }

    /// A row for each matter with a duty, worst first, and the duties in the order of the rows.
    private static func rows(_ scene: Scene, _ filter: Filter) -> ([Row], [Duty]) {
        // Duties of one matter are linked, so that no array is made for each.
        var last = NumberMap(scene.ledger)
        var before = Array(repeating: -1, count: scene.duties.count)
        for (index, duty) in scene.duties.enumerated() {
            before[index] = last[duty.matter] ?? -1
            last[duty.matter] = index
        }
        var rows: [Row] = []
        var duties: [Duty] = []
        duties.reserveCapacity(scene.duties.count)
        for number in scene.matters(filter) {
            guard var index = last[number] else { continue }
            let start = duties.count
            while index >= 0 {
                duties.append(scene.duties[index])
                index = before[index]
            }
            duties[start...].reverse()
            rows.append(Row(matter: number, range: start..<duties.count))
        }
        return (rows, duties)
    }

    private static func groups(
        _ rows: [Row],
        _ duties: [Duty],
        _ grouping: DeskWall.Grouping,
        _ scene: Scene
    ) -> [Group] {
        let words = scene.words
        let facts = scene.facts
        var index: [Int: Int] = [:]
        var keys: [Int] = []
        var groups: [Group] = []
        for row in rows {
            let own = duties[row.range]
            let key: Int =
                switch grouping {
                case .light: kind(own, scene.judgement(row.matter)?.light).rawValue
                case .unit: facts[row.matter]?.lead?.rawValue ?? -1
                case .person: facts[row.matter]?.person?.rawValue ?? -1
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
            groups[group].rows.append(row)
            if own.contains(where: \.isTrackToWrite) { groups[group].todo += 1 }
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
    private enum Kind: Int {
        case overdue, behind, unsigned, overNight, decide, near, namePerson, share, gap
    }

    private static func kind(_ duties: ArraySlice<Duty>, _ light: Light?) -> Kind {
        if light == .red { return .overdue }
        return duties.map(kind).min { $0.rawValue < $1.rawValue } ?? .gap
    }

    private static func kind(_ duty: Duty) -> Kind {
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

extension Duty.Kind {
    /// Its reason is what somebody wrote, and may be cut as a title is.
    var isSaidInWords: Bool {
        if case .decide = self { true } else { false }
    }
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
