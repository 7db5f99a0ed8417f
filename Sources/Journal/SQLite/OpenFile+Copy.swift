import GRDB
import Glibc
import Ledger

extension OpenFile {
    /// Copies what the file holds at one moment to a new one, which is checked, and appears at `path` complete or
    /// not at all. Works on a file that can only be read, and beside a writer.
    ///
    /// - Parameter change: what is still done to the copy before it gets its name.
    @discardableResult
    func copy(
        to path: String,
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in },
        change: (DatabaseQueue) throws -> Void = { _ in }
    ) throws(JournalError) -> Position {
        guard LedgerFile.identity(path) == nil else { throw .exists(path: path) }
        let made = "\(path).\(Randomness.shared.word()).new"
        try LedgerFile.make(made)
        defer { LedgerFile.remove(made + "-journal") }
        do {
            let target = try DatabaseQueue(path: made, configuration: OpenFile.configuration(writing: true))
            // In one step where it is quick: in several, each writer in between makes it begin anew.
            let size = LedgerFile.size(self.path)
            try withoutActuallyEscaping(progress) { progress in
                try queue.backup(to: target, pagesPerStep: size < 512 << 20 ? -1 : 65_536) { step in
                    progress(step.completedPageCount, step.totalPageCount)
                }
            }
            try target.inDatabase { try OpenFile.makeDurable($0) }
            try change(target)
            let head = try OpenFile.check(target, path: path)
            try target.close()
            try LedgerFile.publish(made, as: path)
            return head
        } catch {
            LedgerFile.remove(made)
            throw JournalError(error, path: path)
        }
    }

    /// Whether a copy is whole: SQLite finds its pages in order, and its last event follows from its bytes.
    static func check(_ queue: DatabaseQueue, path: String) throws -> Position {
        try queue.inDatabase { db in
            let found = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
            guard found == "ok" else { throw JournalError.damaged(path: path, detail: found) }
            guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Int(Schema.applicationID) else {
                throw JournalError.foreign(path: path)
            }
            let store = Store(db, path: path)
            let head = try store.head()
            // Reading believes a body only with its hash.
            _ = try store.records(after: max(0, head.number - 100))
            return head
        }
    }
}

extension LedgerFile {
    static func size(_ path: String) -> Int {
        var info = stat()
        return stat(path, &info) == 0 ? Int(info.st_size) : 0
    }
}
