import Ledger
import Text

// Units, people, grids and campaigns: columns read one by one, for all of them are read for a screen.

extension Store {
    private static let unitColumns =
        "SELECT id, name, shortName, parent, kind, formerNames, closed, successor FROM unit"
    private static let personColumns = "SELECT id, name, unit, posts, roles, leftOn FROM person"
    private static let gridColumns = "SELECT id, code, name, level, parent, unit, head FROM grid"
    private static let campaignColumns = "SELECT id, body FROM campaign"

    // MARK: All

    func readReference(into ledger: inout Ledger) throws {
        for unit in try statement(Store.unitColumns).all(Store.unit) { ledger.units[unit.id] = unit }
        for person in try statement(Store.personColumns).all(Store.person) { ledger.people[person.id] = person }
        for grid in try statement(Store.gridColumns).all(Store.grid) { ledger.grids[grid.id] = grid }
        for campaign in try statement(Store.campaignColumns).all(Store.campaign) {
            ledger.campaigns[campaign.id] = campaign
        }
        for sheet in try maps() { ledger.maps[sheet.key] = sheet }
        try readDiary(into: &ledger)
    }

    // MARK: By key

    func unit(_ id: UnitID) throws -> Unit? { try find(Store.unitColumns, id.rawValue).first(Store.unit) }
    func person(_ id: PersonID) throws -> Person? { try find(Store.personColumns, id.rawValue).first(Store.person) }
    func grid(_ id: GridID) throws -> Grid? { try find(Store.gridColumns, id.rawValue).first(Store.grid) }

    func campaign(_ id: CampaignID) throws -> Campaign? {
        try find(Store.campaignColumns, id.rawValue).first(Store.campaign)
    }

    private func find(_ columns: String, _ id: Int) throws -> Prepared {
        let find = try statement(columns + " WHERE id = ?")
        find.bind(1, id)
        return find
    }

    // MARK: By name

    func named(_ name: CleanText) throws -> Namesakes {
        func find(_ columns: String, _ condition: String) throws -> Prepared {
            let find = try statement("\(columns) WHERE \(condition) ORDER BY id")
            find.bind(1, name.string)
            return find
        }
        var found = Namesakes()
        found.units = try find(Store.unitColumns, "name = ?1 OR shortName = ?1").all(Store.unit)
        found.people = try find(Store.personColumns, "name = ?1").all(Store.person)
        found.grids = try find(Store.gridColumns, "code = ?1 OR name = ?1").all(Store.grid)
        found.campaigns = try find(Store.campaignColumns, "name = ?1").all(Store.campaign)
        return found
    }

    // MARK: Writing

    func write(_ unit: Unit) throws {
        let write = try statement(
            """
            INSERT OR REPLACE INTO unit (id, name, shortName, parent, kind, formerNames, closed, successor)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """
        )
        write.bind(1, unit.id.rawValue)
        write.bind(2, unit.name.string)
        write.bind(3, unit.shortName.string)
        write.bind(4, unit.parent?.rawValue)
        write.bind(5, unit.kind.rawValue)
        if let names = unit.formerNames {
            write.bind(6, utf8: try JSONWriter.bytes(names))
        } else {
            write.bind(6, nil as String?)
        }
        write.bind(7, unit.closed?.number)
        write.bind(8, unit.successor?.rawValue)
        try write.run()
    }

    func write(_ person: Person) throws {
        let write = try statement(
            "INSERT OR REPLACE INTO person (id, name, unit, posts, roles, leftOn) VALUES (?, ?, ?, ?, ?, ?)"
        )
        write.bind(1, person.id.rawValue)
        write.bind(2, person.name.string)
        write.bind(3, person.unit.rawValue)
        write.bind(4, person.posts.map(\.string).joined(separator: "\n"))
        write.bind(5, person.roles.map(\.rawValue).joined(separator: "\n"))
        write.bind(6, person.left?.number)
        try write.run()
    }

    func write(_ grid: Grid) throws {
        let write = try statement(
            "INSERT OR REPLACE INTO grid (id, code, name, level, parent, unit, head) VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        write.bind(1, grid.id.rawValue)
        write.bind(2, grid.code.string)
        write.bind(3, grid.name.string)
        write.bind(4, grid.level)
        write.bind(5, grid.parent?.rawValue)
        write.bind(6, grid.unit?.rawValue)
        write.bind(7, grid.head?.rawValue)
        try write.run()
    }

    func write(_ campaign: Campaign) throws {
        let write = try statement("INSERT OR REPLACE INTO campaign (id, name, body) VALUES (?, ?, ?)")
        write.bind(1, campaign.id.rawValue)
        write.bind(2, campaign.name.string)
        write.bind(3, utf8: try JSONWriter.bytes(campaign))
        try write.run()
    }

    // MARK: Rows

    private static func unit(_ row: Prepared.Row) throws -> Unit {
        guard let kind = UnitKind(rawValue: row.text(4)) else { throw StoreFault.damaged("unit \(row.int(0))") }
        var unit = Unit(
            id: UnitID(row.int(0)),
            name: CleanText(row.text(1)),
            shortName: CleanText(row.text(2)),
            parent: row.optionalInt(3).map { UnitID($0) },
            kind: kind
        )
        if !row.isNull(5) { unit.formerNames = try JSONReader.value([Unit.FormerName].self, from: row.utf8(5)) }
        unit.closed = row.optionalInt(6).map { Day(number: $0) }
        unit.successor = row.optionalInt(7).map { UnitID($0) }
        return unit
    }

    private static func person(_ row: Prepared.Row) throws -> Person {
        let words = lines(row, 4)
        let roles = words.compactMap(Role.init(rawValue:))
        guard roles.count == words.count else { throw StoreFault.damaged("person \(row.int(0))") }
        var person = Person(
            id: PersonID(row.int(0)),
            name: CleanText(row.text(1)),
            unit: UnitID(row.int(2)),
            posts: lines(row, 3).map { CleanText($0) },
            roles: roles
        )
        person.left = row.optionalInt(5).map { Day(number: $0) }
        return person
    }

    /// Cleaned texts hold no line break, so one keeps them apart.
    private static func lines(_ row: Prepared.Row, _ column: Int32) -> [String] {
        row.utf8(column).split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func grid(_ row: Prepared.Row) -> Grid {
        Grid(
            id: GridID(row.int(0)),
            code: CleanText(row.text(1)),
            name: CleanText(row.text(2)),
            level: row.int(3),
            parent: row.optionalInt(4).map { GridID($0) },
            unit: row.optionalInt(5).map { UnitID($0) },
            head: row.optionalInt(6).map { PersonID($0) }
        )
    }

    private static func campaign(_ row: Prepared.Row) throws -> Campaign {
        try JSONReader.value(Campaign.self, from: row.utf8(1), userInfo: [:])
    }
}
