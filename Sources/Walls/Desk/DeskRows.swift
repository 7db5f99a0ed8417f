import Ledger
import Supervision
import Words

/// What the desk lists: each matter with a duty once, with all its duties, in groups. Made once for a scene, a grouping
/// and a filter.
struct DeskRows {
    struct Row {
        let matter: MatterNumber
        let judgement: Judgement
        var duties: [Duty]

        /// The duty that brought it here.
        var first: Duty { DeskRows.first(duties) ?? duties[0] }

        /// The duty to write a track today.
        var track: Duty? {
            duties.first {
                if case .track = $0.kind { true } else { false }
            }
        }
        var hasGap: Bool {
            duties.contains {
                if case .gap = $0.kind { true } else { false }
            }
        }
    }

    struct Group {
        let title: String
        var rows: [Row]
    }

    /// A row of the list as it is drawn.
    enum Line: Hashable {
        case heading(Int)
        case row(group: Int, index: Int)
        case blank
    }

    let groups: [Group]
    let lines: [Line]
    /// The line of each matter.
    let places: [MatterNumber: Int]
    let matters: [MatterNumber]

    func row(_ line: Line) -> Row? {
        if case .row(let group, let index) = line { groups[group].rows[index] } else { nil }
    }

    init(_ scene: Scene, _ grouping: DeskWall.Grouping, _ filter: Filter, hasHeadings: Bool, hasGaps: Bool) {
        let groups = DeskRows.groups(DeskRows.rows(scene, filter), grouping, scene)
        var lines: [Line] = []
        var places: [MatterNumber: Int] = [:]
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
    }

    private static func rows(_ scene: Scene, _ filter: Filter) -> [Row] {
        let allowed = filter.isEmpty ? nil : Set(scene.matters(filter))
        var rows: [Row] = []
        var index: [MatterNumber: Int] = [:]
        for duty in scene.duties {
            if let at = index[duty.matter] {
                rows[at].duties.append(duty)
            } else if allowed?.contains(duty.matter) ?? true {
                index[duty.matter] = rows.count
                rows.append(Row(matter: duty.matter, judgement: duty.judgement, duties: [duty]))
            }
        }
        return rows
    }

    private static func groups(_ rows: [Row], _ grouping: DeskWall.Grouping, _ scene: Scene) -> [Group] {
        let words = scene.words
        switch grouping {
        case .light:
            return Dictionary(grouping: rows, by: kind).sorted { $0.key.rawValue < $1.key.rawValue }
                .map { Group(title: title($0.key, words), rows: sorted($0.value)) }
        case .unit:
            return Dictionary(grouping: rows) { scene.matter($0.matter)?.lead }
                .sorted { ($0.key?.rawValue ?? .max) < ($1.key?.rawValue ?? .max) }
                .map { unit, rows in
                    Group(
                        title: unit == nil ? words.noUnit : words.unit(unit, in: scene.ledger),
                        rows: sorted(rows)
                    )
                }
        case .person:
            // People in the order of their units, and within a unit as the directory has them: never by load.
            return Dictionary(grouping: rows) { scene.matter($0.matter)?.person }
                .sorted { scene.directoryPlace($0.key) < scene.directoryPlace($1.key) }
                .map { person, rows in
                    Group(
                        title: person == nil ? words.noPerson : words.person(person, in: scene.ledger),
                        rows: sorted(rows)
                    )
                }
        }
    }

    private static func sorted(_ rows: [Row]) -> [Row] {
        rows.sorted { left, right in
            if left.judgement < right.judgement { return true }
            if right.judgement < left.judgement { return false }
            return left.matter < right.matter
        }
    }

    // MARK: By light

    /// Why a matter stands on the desk; the raw order is the order of the groups.
    private enum Kind: Int {
        case overdue, behind, unsigned, overNight, decide, near, namePerson, gap
    }

    private static func kind(_ row: Row) -> Kind {
        if row.judgement.light == .red { return .overdue }
        return row.duties.map(kind).min { $0.rawValue < $1.rawValue } ?? .gap
    }

    private static func kind(_ duty: Duty) -> Kind {
        switch duty.kind {
        case .track, .overdue: .behind
        case .sign: .unsigned
        case .overNight: .overNight
        case .decideExtension, .review, .recheck: .decide
        case .dueToday, .near: .near
        case .namePerson: .namePerson
        case .gap: .gap
        }
    }

    /// The duty that brought a matter to the desk.
    static func first(_ duties: [Duty]) -> Duty? { duties.min { kind($0).rawValue < kind($1).rawValue } }

    private static func title(_ kind: Kind, _ words: Words) -> String {
        switch kind {
        case .overdue: words.name(Light.red)
        case .behind: words.name(Light.orange)
        case .unsigned: words.unsigned
        case .overNight: words.overNight
        case .near: words.name(Light.yellow)
        case .decide: words.toDecide
        case .namePerson: words.personToName
        case .gap: words.missedBefore
        }
    }
}

extension Scene {
    /// Where a person stands in the directory; those without a person come last.
    func directoryPlace(_ id: PersonID?) -> (Int, Int) {
        guard let id, let person = ledger.people[id] else { return (.max, .max) }
        return (person.unit.rawValue, id.rawValue)
    }
}
