import Ledger
import Supervision
import Text
import Words

/// The board as swimlanes: a lane for each unit, person or function group, in it one row for each matter. Made once for
/// a scene, a grouping and a filter.
struct BoardLanes {
    struct Lane {
        let title: String
        /// The function group, below the name of its campaign.
        var subtitle = ""
        var open = 0
        var overdue = 0
        /// 待签收 (and what is not issued yet), 办理中 (and what is parked), 待审核. On a narrow screen all in the first.
        var cells: [[MatterNumber]]
        var settled = 0
        /// Rows of the lane.
        var height: Int { cells.reduce(subtitle.isEmpty ? 1 : 2) { max($0, $1.count) } }
    }

    /// A row as it is drawn.
    enum Line: Hashable {
        case row(lane: Int, index: Int)
        /// The rule under a lane; on a narrow screen the heading over one.
        case rule(lane: Int)
    }

    struct Place: Hashable {
        var lane: Int
        var column: Int
        var index: Int
        var line: Int
    }

    let isNarrow: Bool
    let lanes: [Lane]
    /// Lanes without anything open, folded into one line.
    let idle: [String]
    let lines: [Line]
    /// Lane by lane, as they are read.
    let matters: [MatterNumber]
    /// Matters in each column, settled last.
    let counts: [Int]
    /// Columns of the longest name of a lane.
    let labelWidth: Int

    private let places: NumberMap
    private let placeList: [Place]

    /// Where a matter stands.
    func place(_ number: MatterNumber) -> Place? { places[number].map { placeList[$0] } }

    init(_ scene: Scene, _ grouping: BoardWall.Grouping, _ filter: Filter, isNarrow: Bool) {
        self.isNarrow = isNarrow
        let sorted = BoardLanes.lanes(scene, grouping, filter, columns: isNarrow ? 1 : 3)
        let lanes = sorted.filter { $0.cells.contains { !$0.isEmpty } }
        idle = sorted.filter { $0.cells.allSatisfy(\.isEmpty) }.map { $0.subtitle.isEmpty ? $0.title : $0.subtitle }

        var lines: [Line] = []
        var places = NumberMap(scene.ledger)
        var placeList: [Place] = []
        var matters: [MatterNumber] = []
        let count = lanes.reduce(0) { $0 + $1.cells.reduce(0) { $0 + $1.count } }
        placeList.reserveCapacity(count)
        matters.reserveCapacity(count)
        lines.reserveCapacity(lanes.reduce(0) { $0 + $1.height + 1 })
        for (index, lane) in lanes.enumerated() {
            if isNarrow { lines.append(.rule(lane: index)) }
            for (column, cell) in lane.cells.enumerated() {
                for (row, number) in cell.enumerated() {
                    places[number] = placeList.count
                    placeList.append(Place(lane: index, column: column, index: row, line: lines.count + row))
                    matters.append(number)
                }
            }
            for row in 0..<(isNarrow ? lane.cells[0].count : lane.height) {
                lines.append(.row(lane: index, index: row))
            }
            if !isNarrow { lines.append(.rule(lane: index)) }
        }
        self.lanes = lanes
        labelWidth = lanes.reduce(6) { max($0, $1.title.columns(), $1.subtitle.columns() - 8) }
        self.lines = lines
        self.places = places
        self.placeList = placeList
        self.matters = matters
        counts =
            (0..<(isNarrow ? 1 : 3)).map { column in lanes.reduce(0) { $0 + $1.cells[column].count } }
            + [sorted.reduce(0) { $0 + $1.settled }]
    }

    /// All lanes in the order of the directory, never by load or by what is overdue.
    private static func lanes(
        _ scene: Scene,
        _ grouping: BoardWall.Grouping,
        _ filter: Filter,
        columns: Int
    ) -> [Lane] {
        let facts = scene.facts
        let groups = scene.ledger.campaigns.mapValues { FunctionGroups($0, in: scene.ledger) }
        // Lanes by the unit's or person's key; -1 for the matters that have none.
        var index: [Int: Int] = [:]
        var keys: [Int] = []
        var lanes: [Lane] = []
        for row in scene.rows(filter) {
            let fact = facts[row]
            let key: Int =
                switch grouping {
                case .unit: Int(fact.lead)
                case .group: scene.matter(fact.number).flatMap { BoardLanes.group(of: $0, groups) } ?? -1
                default: Int(fact.person)
                }
            let lane: Int
            if let known = index[key] {
                lane = known
            } else {
                lane = lanes.count
                index[key] = lane
                keys.append(key)
                let subtitle = grouping == .group ? BoardLanes.group(key, scene) : ""
                let cells = Array(repeating: [MatterNumber](), count: columns)
                lanes.append(Lane(title: title(key, grouping, scene), subtitle: subtitle, cells: cells))
            }
            if fact.stage == .settled {
                lanes[lane].settled += 1
            } else if let column = column(of: fact.stage) {
                lanes[lane].cells[columns == 1 ? 0 : column].append(fact.number)
                if fact.stage.isOpen { lanes[lane].open += 1 }
                if fact.light == .red { lanes[lane].overdue += 1 }
            }
        }
        func order(_ lane: Int) -> (Int, Int) {
            if keys[lane] < 0 { return (.max, .max) }
            return grouping == .person ? scene.directoryPlace(PersonID(keys[lane])) : (keys[lane], 0)
        }
        return lanes.indices.sorted { order($0) < order($1) }.map { lanes[$0] }
    }

    private static func title(_ key: Int, _ grouping: BoardWall.Grouping, _ scene: Scene) -> String {
        let words = scene.words
        if grouping == .group {
            let campaign = scene.ledger.campaigns[CampaignID(key / groupPlaces)]
            return key < 0 ? words.outsideCampaigns : campaign?.name.string ?? ""
        }
        if grouping == .unit { return key < 0 ? words.noUnit : words.unit(UnitID(key), in: scene.ledger) }
        return key < 0 ? words.noPerson : words.person(PersonID(key), in: scene.ledger)
    }

    // MARK: Function groups

    /// A campaign and the place of one of its groups are one key.
    private static let groupPlaces = Campaign.GroupKind.allCases.count + 1

    /// Which function group of its campaign has a matter in hand, by what the ledger knows: a hard case is with 疑难个案;
    /// else whoever heads a group has theirs; else the group whose head alone comes from the lead unit; else 清单事项
    /// are with 综合业务 and all other work with 具体业务.
    static func group(of matter: Matter, _ groups: [CampaignID: FunctionGroups]) -> Int? {
        guard let id = matter.campaign, let groups = groups[id] else { return nil }
        let kind = groups.kind(of: matter)
        let place = kind.flatMap(Campaign.GroupKind.allCases.firstIndex(of:)) ?? Campaign.GroupKind.allCases.count
        return id.rawValue * groupPlaces + place
    }

    /// The function groups of a campaign with what leads a matter to one.
    struct FunctionGroups {
        private let kinds: [Campaign.GroupKind]
        private let heads: [PersonID: Campaign.GroupKind]
        /// Units from which the head of just one group comes.
        private let units: [UnitID: Campaign.GroupKind]

        init(_ campaign: Campaign, in ledger: Ledger) {
            kinds = Campaign.GroupKind.allCases.filter { campaign.group($0) != nil }
            let heads = kinds.compactMap { kind in campaign.group(kind)?.head.map { (head: $0, kind: kind) } }
            self.heads = Dictionary(heads.map { ($0.head, $0.kind) }) { first, _ in first }
            units = Dictionary(grouping: heads) { ledger.people[$0.head]?.unit }
                .reduce(into: [:]) { units, group in
                    if let unit = group.key, group.value.count == 1 { units[unit] = group.value[0].kind }
                }
        }

        func kind(of matter: Matter) -> Campaign.GroupKind? {
            if matter.isHardCase, kinds.contains(.cases) { return .cases }
            if let own = matter.person.flatMap({ heads[$0] }) ?? matter.lead.flatMap({ units[$0] }) { return own }
            let usual: Campaign.GroupKind = matter.kind == .duty ? .general : .work
            return kinds.contains(usual) ? usual : nil
        }
    }

    private static func group(_ key: Int, _ scene: Scene) -> String {
        guard key >= 0, let campaign = scene.ledger.campaigns[CampaignID(key / groupPlaces)] else { return "" }
        let kinds = Campaign.GroupKind.allCases
        let place = key % groupPlaces
        let kind = kinds.indices.contains(place) ? kinds[place] : nil
        return scene.words.functionGroup(kind, of: campaign, in: scene.ledger)
    }

    private static func column(of stage: Stage) -> Int? {
        switch stage {
        case .draft, .pending, .issued: 0
        case .inHand, .parked, .suspended: 1
        case .reported: 2
        default: nil
        }
    }

    // MARK: Going from matter to matter

    private func cell(_ lane: Int, _ column: Int) -> [MatterNumber] { lanes[lane].cells[column] }

    /// The next matter up or down in the same column, over empty lanes.
    func next(from place: Place, by step: Int) -> MatterNumber? {
        let here = cell(place.lane, place.column)
        if here.indices.contains(place.index + step) { return here[place.index + step] }
        var lane = place.lane + step
        while lanes.indices.contains(lane) {
            let cell = cell(lane, place.column)
            if let found = step > 0 ? cell.first : cell.last { return found }
            lane += step
        }
        return nil
    }

    /// The matter in a neighbouring column: in the same lane, else in the nearest lane that has one.
    func beside(_ place: Place, by step: Int) -> MatterNumber? {
        var column = place.column + step
        while column >= 0, column < counts.count - 1 {
            for distance in 0..<lanes.count {
                for lane in distance == 0 ? [place.lane] : [place.lane - distance, place.lane + distance]
                where lanes.indices.contains(lane) {
                    let cell = cell(lane, column)
                    if !cell.isEmpty { return cell[min(lane == place.lane ? place.index : 0, cell.count - 1)] }
                }
            }
            column += step
        }
        return nil
    }

    /// The matter of a column nearest to a line.
    func nearest(line: Int, column: Int) -> MatterNumber? {
        let target = max(0, min(line, lines.count - 1))
        func found(_ index: Int) -> MatterNumber? {
            guard case .row(let lane, let row) = lines[index] else { return nil }
            let cell = cell(lane, column)
            return cell.indices.contains(row) ? cell[row] : nil
        }
        for distance in 0..<lines.count {
            for index in [target - distance, target + distance] where lines.indices.contains(index) {
                if let number = found(index) { return number }
            }
        }
        return nil
    }
}
