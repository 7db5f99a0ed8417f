import Ledger
import Text

extension Store {
    static let findMatterSQL = "SELECT number, title, pack FROM matter WHERE number = ?"
    static let upsertMatterSQL = """
        INSERT INTO matter
            (number, version, kind, stage, isOpen, isAtHand, due, lead, person, grid, campaign, title, pack, slips)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (number) DO UPDATE SET version = excluded.version, kind = excluded.kind, stage = excluded.stage,
            isOpen = excluded.isOpen, isAtHand = excluded.isAtHand, due = excluded.due, lead = excluded.lead,
            person = excluded.person, grid = excluded.grid, campaign = excluded.campaign, title = excluded.title,
            pack = excluded.pack, slips = excluded.slips
        """

    func write(_ matter: Matter, offset: Offset) throws {
        let columns = MatterColumns(matter, offset: offset)
        let write = try upsertMatter.get()
        write.bind(1, matter.number.rawValue)
        write.bind(2, columns.version)
        write.bind(3, columns.kind)
        write.bind(4, columns.stage)
        write.bind(5, columns.isOpen)
        write.bind(6, columns.isAtHand)
        write.bind(7, columns.due)
        write.bind(8, columns.lead)
        write.bind(9, columns.person)
        write.bind(10, columns.grid)
        write.bind(11, columns.campaign)
        write.bind(12, columns.title)
        write.bind(13, matter.packed())
        write.bind(14, columns.slips)
        try write.run()
    }

    func matter(_ number: MatterNumber) throws -> Matter? {
        let find = try findMatter.get()
        find.bind(1, number.rawValue)
        return try find.first(Store.matter)
    }

    /// Begins to read the matters of a screen.
    func mattersAtHand() throws -> MatterReader {
        // Open ones stand side by side in their index; settled ones that nobody struck off yet are few.
        try MatterReader([
            try statement("SELECT number, title, pack FROM matter INDEXED BY matterDue WHERE isOpen = 1"),
            try statement("SELECT number, title, pack FROM matter WHERE isAtHand = 1 AND isOpen = 0"),
        ])
    }

    /// A matter from the columns number, title, pack.
    static func matter(_ row: Prepared.Row) throws -> Matter {
        let title = row.isNull(1) ? Prose.erased : Prose(CleanText(row.text(1)))
        do {
            return try Matter(number: MatterNumber(row.int(0)), title: title, packed: row.blob(2))
        } catch {
            throw StoreFault.damaged("matter \(row.int(0))")
        }
    }
}

/// What of a matter stands in columns, for queries.
struct MatterColumns: Hashable {
    var version: Int
    var kind: String
    var stage: String
    var isOpen: Bool
    var isAtHand: Bool
    /// Number of the day of the limit in force.
    var due: Int?
    var lead: Int?
    var person: Int?
    var grid: Int?
    var campaign: Int?
    var title: String?
    /// 单据 on it, drafts and void ones included.
    var slips: Int

    init(_ matter: Matter, offset: Offset) {
        version = matter.version
        kind = matter.kind.rawValue
        stage = matter.stage.rawValue
        isOpen = matter.stage.isOpen
        isAtHand = matter.stage.isAtHand
        due = matter.due?.day(offset).number
        lead = matter.lead?.rawValue
        person = matter.person?.rawValue
        grid = matter.grid?.rawValue
        campaign = matter.campaign?.rawValue
        title = matter.title.text?.string
        slips = matter.ladder.slips.count
    }

    /// From the columns as they stand in the table, from `first` on.
    init(_ row: Prepared.Row, from first: Int32) {
        version = row.int(first)
        kind = row.text(first + 1)
        stage = row.text(first + 2)
        isOpen = row.int(first + 3) == 1
        isAtHand = row.int(first + 4) == 1
        due = row.optionalInt(first + 5)
        lead = row.optionalInt(first + 6)
        person = row.optionalInt(first + 7)
        grid = row.optionalInt(first + 8)
        campaign = row.optionalInt(first + 9)
        title = row.optionalText(first + 10)
        slips = row.int(first + 11)
    }
}
