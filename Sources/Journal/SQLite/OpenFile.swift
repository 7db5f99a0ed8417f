import GRDB
import GRDBSQLite

/// One open connection to a ledger's file.
final class OpenFile {
    let path: String
    let identity: LedgerFile.Identity
    let isWritable: Bool
    /// Set when the file itself could not be read as it is.
    private let copy: UnfinishedCopy?
    /// Set when what is shown is only what is sound of a damaged file.
    let damage: Damage?
    private let patience = Patience()
    let queue: DatabaseQueue
    let store: Store

    /// Opens a file that is there; `upgrading` hears when an older one is about to be brought up to date.
    convenience init(
        _ path: String,
        writing: Bool,
        migrations: [String] = Schema.migrations,
        upgrading: () -> Void = {}
    ) throws(JournalError) {
        let identity = try LedgerFile.inspect(path)
        if writing {
            if let type = LedgerFile.network(path) { throw .networkFileSystem(path: path, type: type) }
            guard LedgerFile.isWritable(path) else { throw .readOnly(path: path) }
        }
        do {
            try self.init(path, identity: identity, writing: writing, copy: nil)
            try admit(migrations, upgrading)
        } catch {
            throw OpenFile.describe(error, path: path)
        }
        // The file could have been exchanged between looking and opening.
        guard !isReplaced, !hasMoved else { throw .replaced(path: path) }
    }

    init(
        _ path: String,
        identity: LedgerFile.Identity,
        writing: Bool,
        copy: UnfinishedCopy?,
        damage: Damage? = nil
    ) throws {
        self.path = path
        self.identity = identity
        self.copy = copy
        self.damage = damage
        isWritable = writing
        let configuration = OpenFile.configuration(writing: writing || copy != nil, patience)
        queue = try DatabaseQueue(path: copy?.path ?? path, configuration: configuration)
        store = try queue.inDatabase { db in
            guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Int(Schema.applicationID) else {
                throw JournalError.foreign(path: path)
            }
            guard try OpenFile.isWhole(db, copy?.path ?? path) else {
                throw JournalError.damaged(path: path, detail: "cut off")
            }
            if writing { try OpenFile.makeDurable(db) }
            return Store(db, path: path)
        }
    }

    /// Whether the file reaches to the end of its last page: for what was cut off there SQLite would take zeros.
    private static func isWhole(_ db: Database, _ path: String) throws -> Bool {
        var isWhole = false
        // Nobody changes its length meanwhile.
        try db.inTransaction(.deferred) {
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
            isWhole = LedgerFile.size(path) >= pages * pageSize
            return .commit
        }
        return isWhole
    }

    /// Opens a private copy of a file that a crashed writer left unfinished, for one who may not or
    /// does not want to write it.
    static func openCopy(of path: String) throws(JournalError) -> OpenFile {
        let identity = try LedgerFile.inspect(path)
        let copy = try UnfinishedCopy(of: path)
        do {
            let file = try OpenFile(path, identity: identity, writing: false, copy: copy)
            try file.admit(Schema.migrations) {}
            return file
        } catch {
            throw describe(error, path: path)
        }
    }

    private static func describe(_ error: any Error, path: String) -> JournalError {
        switch (error as? DatabaseError)?.resultCode {
        case .SQLITE_NOTADB: .foreign(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM: .unreadable(path: path)
        default: JournalError(error, path: path)
        }
    }

    static func configuration(writing: Bool, _ patience: Patience = Patience()) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = !writing
        configuration.busyMode = .callback { patience.wait($0) }
        configuration.prepareDatabase { db in
            // Nothing in a file from elsewhere may run functions on its own.
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            db.add(function: Query.answers)
        }
        return configuration
    }

    /// One file at rest, and on the disk before a commit returns (docs/Journal.md).
    static func makeDurable(_ db: Database) throws {
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = TRUNCATE")
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try db.execute(sql: "PRAGMA secure_delete = ON")
        // GRDB is known to set NORMAL behind one's back for WAL: believe what is read, not what was said.
        let synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous")
        guard mode == "truncate", synchronous == 2 else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "journal \(mode ?? ""), \(synchronous ?? 0)")
        }
    }

    /// Whether the path leads to another file by now, or to none, or to one that is newer than the copy
    /// that was made of it.
    var isReplaced: Bool { LedgerFile.identity(path) != identity || copy?.isOutdated == true }

    /// Whether SQLite finds that the file it holds open is no longer the one under its name.
    private var hasMoved: Bool {
        queue.inDatabase { db in
            var moved: Int32 = 0
            sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_HAS_MOVED, &moved)
            return moved != 0
        }
    }

    // MARK: Transactions

    /// Runs `body` on what the file holds at one moment.
    func read<Value>(patience limit: Int, _ body: (Store) throws -> Value) throws(JournalError) -> Value {
        try queue.inDatabase { db in
            patience.set(limit)
            return Result { () throws(JournalError) in
                try store.failing {
                    var value: Value?
                    try db.inTransaction(.deferred) {
                        try checkVersion()
                        value = try body(store)
                        return .commit
                    }
                    return value!
                }
            }
        }.get()
    }

    /// Runs `body` as the only writer. Nothing was written if it throws.
    func write<Value>(
        _ body: (Store) throws -> (Value, Database.TransactionCompletion)
    ) throws(JournalError) -> Value {
        if let damage { throw .damaged(path: path, detail: damage.detail) }
        guard !isReplaced else { throw .replaced(path: path) }
        let value = try queue.inDatabase { db in
            patience.set(Patience.long)
            return Result { () throws(JournalError) in
                try store.failing {
                    var value: Value?
                    try db.inTransaction(.immediate) {
                        try checkVersion()
                        // Somebody may have exchanged it while it was open here.
                        guard !isReplaced else { throw JournalError.replaced(path: path) }
                        let (result, completion) = try body(store)
                        value = result
                        return completion
                    }
                    return value!
                }
            }
        }.get()
        // Written, but into a file that nobody will find: not acknowledged.
        guard !isReplaced else { throw .replaced(path: path) }
        return value
    }

    /// Another program may have brought the file up to a version that this one does not know, while it
    /// was open here.
    private func checkVersion() throws {
        let version = try store.statement("PRAGMA user_version").first { $0.int(0) } ?? 0
        guard version <= Schema.version else {
            throw JournalError.newer(path: path, version: version, known: Schema.version)
        }
    }

    // MARK: Versions

    /// Lets a file in whose version is known, and brings an older one up to date if it may write.
    private func admit(_ migrations: [String], _ upgrading: () -> Void) throws {
        let version = try queue.inDatabase { try Schema.version(of: $0) }
        guard version <= migrations.count else {
            throw JournalError.newer(path: path, version: version, known: migrations.count)
        }
        guard version < migrations.count else { return }
        guard isWritable else {
            throw JournalError.outdated(path: path, version: version, known: migrations.count)
        }
        upgrading()
        try backUp(before: migrations.count)
        try queue.inDatabase { db in
            try db.inTransaction(.immediate) {
                // Another process may have been faster.
                guard try Schema.version(of: db) < migrations.count else { return .commit }
                try Schema.migrate(db, with: migrations)
                try store.rebuild()
                return .commit
            }
        }
    }

    /// Leaves a checked copy beside the file. A copy that is there already is of the same version and
    /// is kept.
    private func backUp(before version: Int) throws {
        let copy = "\(path).before-v\(version)"
        guard LedgerFile.identity(copy) == nil else { return }
        let made = "\(copy).new"
        try LedgerFile.make(made)
        do {
            let target = try DatabaseQueue(path: made)
            try queue.backup(to: target)
            let (check, copied) = try target.inDatabase { db in
                (try String.fetchOne(db, sql: "PRAGMA quick_check"), try Schema.version(of: db))
            }
            try target.close()
            guard check == "ok" else { throw JournalError.damaged(path: path, detail: check ?? "") }
            // Another process was faster, and what was copied is its work.
            guard copied < version else { return LedgerFile.remove(made) }
            try LedgerFile.publish(made, as: copy)
        } catch {
            LedgerFile.remove(made)
            throw error
        }
    }
}
