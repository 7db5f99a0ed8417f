import Ledger
import Text

/// Finds units, people, grids and campaigns by the names that stand in tables.
struct Directory {
    private var units: [NameKey: [UnitID]] = [:]
    private var people: [NameKey: [PersonID]] = [:]
    private var homes: [PersonID: UnitID] = [:]
    private var unitNames: [UnitID: String] = [:]
    private var grids: [NameKey: [GridID]] = [:]
    private var gridCodes: [GridID: String] = [:]
    private var campaigns: [NameKey: CampaignID] = [:]

    init(_ ledger: Ledger) {
        for unit in ledger.units.values.sorted(by: { $0.id < $1.id }) { add(unit) }
        for person in ledger.people.values.sorted(by: { $0.id < $1.id }) { add(person) }
        for grid in ledger.grids.values.sorted(by: { $0.id < $1.id }) { add(grid) }
        for campaign in ledger.campaigns.values.sorted(by: { $0.id < $1.id }) { add(campaign) }
    }

    mutating func add(_ unit: Unit) {
        units[NameKey(unit.name.string), default: []].append(unit.id)
        if unit.shortName != unit.name { units[NameKey(unit.shortName.string), default: []].append(unit.id) }
        unitNames[unit.id] = unit.shortName.string
    }

    mutating func add(_ person: Person) {
        people[NameKey(person.name.string), default: []].append(person.id)
        homes[person.id] = person.unit
    }

    mutating func add(_ grid: Grid) {
        grids[NameKey(grid.code.string), default: []].append(grid.id)
        if grid.name != grid.code { grids[NameKey(grid.name.string), default: []].append(grid.id) }
        gridCodes[grid.id] = grid.code.string
    }

    mutating func add(_ campaign: Campaign) { campaigns[NameKey(campaign.name.string)] = campaign.id }

    // MARK: Finding

    func unit(_ name: some StringProtocol) -> Found<UnitID> {
        let ids = units[NameKey(name)] ?? []
        return Found(ids) { ids.compactMap { unitNames[$0] } }
    }

    /// Whether a person of this name works in the unit.
    func has(person name: some StringProtocol, in unit: UnitID) -> Bool {
        people[NameKey(name)]?.contains { homes[$0] == unit } ?? false
    }

    /// A person by name; of several, the one in `unit`. 「温如许（督查室）」 names the unit, too.
    func person(_ name: some StringProtocol, preferring unit: UnitID?) -> Found<PersonID> {
        var home = unit
        var ids = people[NameKey(name)] ?? []
        var bare = String(name)
        var isExact = false
        if ids.isEmpty, let open = bare.firstIndex(where: { $0 == "（" || $0 == "(" }), "）)".contains(bare.last!) {
            if case .one(let named) = self.unit(bare[bare.index(after: open)...].dropLast()) { home = named }
            bare = String(bare[..<open])
            ids = people[NameKey(bare)] ?? []
            isExact = true
        }
        if let home, ids.count > 1 || isExact {
            let own = ids.filter { homes[$0] == home }
            if isExact || !own.isEmpty { ids = own }
        }
        return Found(ids) { ids.map { "\(bare)（\(homes[$0].flatMap { unitNames[$0] } ?? "")）" } }
    }

    func grid(_ name: some StringProtocol) -> Found<GridID> {
        let ids = grids[NameKey(name)] ?? []
        return Found(ids) { ids.prefix(6).compactMap { gridCodes[$0] } }
    }

    func campaign(_ name: some StringProtocol) -> CampaignID? { campaigns[NameKey(name)] }

    enum Found<ID> {
        case none
        case one(ID)
        case several([String])

        init(_ ids: [ID], choices: () -> [String]) {
            switch ids.count {
            case 0: self = .none
            case 1: self = .one(ids[0])
            default: self = .several(choices())
            }
        }
    }
}
