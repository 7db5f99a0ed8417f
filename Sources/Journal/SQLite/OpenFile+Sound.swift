import GRDB

/// A ledger whose file is damaged, and what of it is shown.
package struct Damage: Hashable, Sendable {
    /// SQLite's or the journal's word for it.
    package var detail: String
    package var saved: Recovered
    /// The last daily backup, if there is one.
    package var backup: String?
}

extension OpenFile {
    /// Puts what is sound of a damaged file together in a private copy, for looking at; the file is not touched.
    /// Nil where nothing can be built on what is left, or there is no room.
    static func openSound(of path: String, _ trouble: JournalError) -> OpenFile? {
        // A pipe or a device would be waited on for ever.
        guard let identity = try? LedgerFile.inspect(path) else { return nil }
        let detail: String
        switch trouble {
        case .damaged(_, let text): detail = text
        // Its beginning is gone, and there is more.
        case .foreign where PageScan.findsEvent(in: path): detail = "header"
        default: return nil
        }
        var saved = Recovered()
        let copy = try? UnfinishedCopy(of: path) { (made) throws(JournalError) in
            saved = try SQLiteJournal.salvage(path, into: made, isDurable: false) { salvage, target in
                let recovered = try salvage.run(into: target) { _, _ in }
                try salvage.show(recovered.matters, in: target)
                return recovered
            }
        }
        guard let copy else { return nil }
        let daily = DailyBackups(of: path)
        let damage = Damage(detail: detail, saved: saved, backup: daily.days.last.map(daily.path))
        return try? OpenFile(path, identity: identity, writing: false, copy: copy, damage: damage)
    }
}
