import GRDB
package import Ledger

extension SQLiteJournal {
    /// Makes a new ledger at `path`, founded by the actor of `context`. It appears there complete, or
    /// not at all.
    package static func create(
        _ path: String,
        _ founding: Founding,
        by context: Context
    ) throws(JournalError) -> SQLiteJournal {
        guard LedgerFile.identity(path) == nil else { throw .exists(path: path) }
        if let type = LedgerFile.network(LedgerFile.folder(of: path)) {
            throw .networkFileSystem(path: path, type: type)
        }
        let made = "\(path).\(Randomness.shared.word()).new"
        try LedgerFile.make(made)
        do {
            let queue = try DatabaseQueue(path: made, configuration: OpenFile.configuration(writing: true))
            try queue.inDatabase { db in
                try OpenFile.makeDurable(db)
                try db.inTransaction(.immediate) {
                    try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
                    try Schema.migrate(db)
                    let store = Store(db, path: path)
                    try store.write(office: Identity(at: context.now, random: Randomness.shared.word()))
                    let writer = try Writer(store, at: context.now)
                    _ = try writer.perform(.found(founding), deciding: context)
                    _ = try writer.finish()
                    return .commit
                }
            }
            try queue.close()
        } catch {
            LedgerFile.remove(made)
            LedgerFile.remove(made + "-journal")
            throw JournalError(error, path: path)
        }
        LedgerFile.remove(made + "-journal")
        try LedgerFile.publish(made, as: path)
        return try open(path, mode: .write)
    }
}
