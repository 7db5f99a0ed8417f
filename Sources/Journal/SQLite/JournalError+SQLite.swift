import GRDB
import GRDBSQLite
import Glibc
import Ledger

extension JournalError {
    /// What an error below means for the ledger at `path`.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as JournalError: self = error
        case let refusal as Refusal: self = .refused(refusal)
        case StoreFault.damaged(let detail): self = .damaged(path: path, detail: detail)
        case StoreFault.unknownEvent(let number, let body):
            self = .unknownEvent(number: number, kind: body.kind, format: body.format)
        case let error as DatabaseError: self.init(error, path: path)
        default: self = .damaged(path: path, detail: String(describing: error))
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? ""
        switch (error.resultCode, error.extendedResultCode) {
        case (_, .SQLITE_READONLY_DBMOVED): self = .replaced(path: path)
        case (_, .SQLITE_READONLY_ROLLBACK): self = .unfinished(path: path)
        case (.SQLITE_BUSY, _), (.SQLITE_LOCKED, _): self = .busy(path: path)
        case (.SQLITE_FULL, _): self = .diskFull(path: path)
        case (.SQLITE_READONLY, _): self = .readOnly(path: path)
        // No room for the journal beside the file, or no right to make one.
        case (.SQLITE_CANTOPEN, _), (.SQLITE_PERM, _): self = .readOnly(path: path)
        case (.SQLITE_CORRUPT, _), (.SQLITE_NOTADB, _): self = .damaged(path: path, detail: detail)
        // A table or column is not there.
        case (.SQLITE_ERROR, _): self = .damaged(path: path, detail: detail)
        default: self = .failed(path: path, code: Int(error.extendedResultCode.rawValue), detail: detail)
        }
    }
}

extension Store {
    /// Runs `body` and says its error as one of the journal's.
    func failing<Value>(_ body: () throws -> Value) throws(JournalError) -> Value {
        do { return try body() } catch { throw describe(error) }
    }

    func describe(_ error: any Error) -> JournalError {
        if let error = error as? DatabaseError, error.resultCode == .SQLITE_IOERR {
            // SQLite knows ENOSPC by itself, but not a quota or a limit on file sizes.
            let cause = sqlite3_system_errno(db.sqliteConnection)
            if [ENOSPC, EDQUOT, EFBIG].contains(cause) { return .diskFull(path: path) }
        }
        return JournalError(error, path: path)
    }
}
