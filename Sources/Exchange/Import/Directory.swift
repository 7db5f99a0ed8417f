import Ledger
import Text

/// Finds units, people, grids and campaigns by the names that stand in tables.
struct Directory {
    private var units: [String: [UnitID]] = [:]
    private var people: [String: [PersonID]] = [:]
    private var homes: [PersonID: UnitID] = [:]
    private var unitNames: [UnitID: String] = [:]
    private var grids: [String: [GridID]] = [:]
    private var gridCodes: [GridID: String] = [:]
    private var campaigns: [String: CampaignID] = [:]

    init(_ ledger: Ledger) {
        for unit in ledger.units.values { add(unit) }
        for person in ledger.people.values { add(person) }
        for grid in ledger.grids.values { add(grid) }
        for campaign in ledger.campaigns.values { add(campaign) }
    }

    mutating func add(_ unit: Unit) {
        units[unit.name.string.nameKey, default: []].append(unit.id)
        if unit.shortName != unit.name { units[unit.shortName.string.nameKey, default: []].append(unit.id) }
        unitNames[unit.id] = unit.shortName.string
    }

    mutating func add(_ person: Person) {
        people[person.name.string.nameKey, default: []].append(person.id)
        homes[person.id] = person.unit
    }

    mutating func add(_ grid: Grid) {
        grids[grid.code.string.nameKey, default: []].append(grid.id)
        if grid.name != grid.code { grids[grid.name.string.nameKey, default: []].append(grid.id) }
        gridCodes[grid.id] = grid.code.string
    }

    mutating func add(_ campaign: Campaign) { campaigns[campaign.name.string.nameKey] = campaign.id }

    // MARK: Finding

    func unit(_ name: some StringProtocol) -> Found<UnitID> {
        let ids = units[name.nameKey] ?? []
        return Found(ids) { ids.compactMap { unitNames[$0] } }
    }

    /// Whether a person of this name works in the unit.
    func has(person name: some StringProtocol, in unit: UnitID) -> Bool {
        people[name.nameKey]?.contains { homes[$0] == unit } ?? false
    }

    /// A person by name; of several, the one in `unit`. 「温如许（督查室）」 names the unit, too.
    func person(_ name: some StringProtocol, preferring unit: UnitID?) -> Found<PersonID> {
        var key = name.nameKey
        var home = unit
        var isExact = false
        if people[key] == nil, let open = key.firstIndex(where: { $0 == "（" || $0 == "(" }),
            key.last == "）" || key.last == ")"
        {
            if case .one(let named) = self.unit(key[key.index(after: open)...].dropLast()) { home = named }
            key = String(key[..<open])
            isExact = true
        }
        var ids = people[key] ?? []
        if let home, ids.count > 1 || isExact {
            let own = ids.filter { homes[$0] == home }
            if isExact || !own.isEmpty { ids = own }
        }
        return Found(ids) { ids.map { "\(key)（\(homes[$0].flatMap { unitNames[$0] } ?? "")）" } }
    }

    func grid(_ name: some StringProtocol) -> Found<GridID> {
        let ids = grids[name.nameKey] ?? []
        return Found(ids) { ids.prefix(6).compactMap { gridCodes[$0] } }
    }

    func campaign(_ name: some StringProtocol) -> CampaignID? { campaigns[name.nameKey] }

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
