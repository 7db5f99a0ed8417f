import GRDB
import Ledger

/// The rows of one open file. Confined to the queue of its connection, and used inside a transaction.
final class Store {
    let db: Database
    let path: String
    let counter = RowCounter()
    private var prepared: [String: Prepared] = [:]
    /// Settings as last read: taking the calendar apart costs more than the rest of a command.
    private var known: (bytes: [UInt8], settings: Settings)?

    init(_ db: Database, path: String) {
        self.db = db
        self.path = path
    }

    /// The statement for `sql`, prepared once.
    func statement(_ sql: String) throws -> Prepared {
        if let known = prepared[sql] { return known }
        let new = try Prepared(sql, db, counting: counter)
        prepared[sql] = new
        return new
    }

    // Asked for once a row while importing, so they skip the search above.
    lazy var insertEvent = Result { try Prepared(Store.insertEventSQL, db, counting: counter) }
    lazy var insertProse = Result { try Prepared(Store.insertProseSQL, db, counting: counter) }
    lazy var upsertMatter = Result { try Prepared(Store.upsertMatterSQL, db, counting: counter) }
    lazy var findMatter = Result { try Prepared(Store.findMatterSQL, db, counting: counter) }
    lazy var findOrigin = Result { try Prepared(Store.findOriginSQL, db, counting: counter) }
}

// MARK: - Settings

/// What stands behind every event of a ledger: one row, read with every command.
struct Settings: Hashable, Codable {
    var committee: Committee
    var calendar: WorkCalendar
    var rules: [RulesEdition]
    var authority: [Grant]
    var supervisionStart: Day?
    /// nil where nobody ever was away.
    var leaves: [Leave]?
    /// nil where no other journal was replaced by this one.
    var floor: Ledger.Counters?
    /// nil where the street's phase was never ordered.
    var phases: [PhaseOrder]?
    /// nil where no document number was ever given.
    var documents: DocumentCounters?

    /// What one login may act as.
    struct Grant: Hashable, Codable {
        var login: String
        var roles: [Role]
    }

    init(_ ledger: Ledger) {
        committee = ledger.committee
        calendar = ledger.calendar
        rules = ledger.rulesHistory
        authority = ledger.authority.sorted { $0.key < $1.key }.map { login, roles in
            Grant(login: login, roles: Role.allCases.filter(roles.contains))
        }
        supervisionStart = ledger.supervisionStart
        leaves = ledger.leaves.isEmpty ? nil : ledger.leaves
        floor = ledger.floor == Ledger.Counters() ? nil : ledger.floor
        phases = ledger.phases.isEmpty ? nil : ledger.phases
        documents = ledger.documents.last.isEmpty ? nil : ledger.documents
    }

    func put(into ledger: inout Ledger) {
        ledger.committee = committee
        ledger.calendar = calendar
        ledger.rulesHistory = rules
        ledger.authority = Dictionary(uniqueKeysWithValues: authority.map { ($0.login, Set($0.roles)) })
        ledger.supervisionStart = supervisionStart
        ledger.leaves = leaves ?? []
        ledger.floor = floor ?? Ledger.Counters()
        ledger.phases = phases ?? []
        ledger.documents = documents ?? DocumentCounters()
    }
}

extension Store {
    /// Nil in a file that has no event yet.
    func settings() throws -> Settings? {
        try statement("SELECT value FROM setting WHERE name = 'ledger'").first { row in
            let bytes = row.utf8(0)
            if let known, known.bytes.elementsEqual(bytes) { return known.settings }
            let settings = try JSONReader.value(Settings.self, from: bytes)
            known = (Array(bytes), settings)
            return settings
        }
    }

    func write(_ settings: Settings) throws {
        let write = try statement("INSERT OR REPLACE INTO setting (name, value) VALUES ('ledger', ?)")
        write.bind(1, utf8: try JSONWriter.bytes(settings))
        try write.run()
    }

    /// The identity of this ledger, made when it was created: the first link of its chain.
    func office() throws -> Identity {
        let office = try statement("SELECT value FROM setting WHERE name = 'office'").first {
            Identity(bytes: $0.bytes(0))
        }
        guard let office, let office else { throw StoreFault.damaged("no office") }
        return office
    }

    func write(office: Identity) throws {
        let write = try statement("INSERT INTO setting (name, value) VALUES ('office', ?)")
        write.bind(1, office.bytes)
        try write.run()
    }

    /// A ledger with settings and counters, and nothing else.
    func bareLedger() throws -> Ledger {
        var ledger = Ledger()
        guard let settings = try settings() else { return ledger }
        settings.put(into: &ledger)
        let counters = try statement(
            """
            SELECT (SELECT max(number) FROM matter), (SELECT max(id) FROM unit), (SELECT max(id) FROM person),
                (SELECT max(id) FROM grid), (SELECT max(id) FROM campaign),
                (SELECT recorded FROM event ORDER BY number DESC LIMIT 1)
            """
        )
        try counters.each { row in
            ledger.counters.matter = try row.number(0) + 1
            ledger.counters.unit = try row.number(1) + 1
            ledger.counters.person = try row.number(2) + 1
            ledger.counters.grid = try row.number(3) + 1
            ledger.counters.campaign = try row.number(4) + 1
            ledger.counters = ledger.counters.raised(to: ledger.floor)
            ledger.lastRecorded = Moment(milliseconds: row.int64(5))
            return false
        }
        return ledger
    }
}

/// A row does not say what the journal writes.
enum StoreFault: Error {
    case damaged(String)
    case unknownEvent(Int, UnknownBody)
}
