package import Journal
package import Ledger
import Text

/// Takes a folder or a table of an office into a ledger (docs/Import.md): names each bad row, and
/// writes all or nothing.
///
/// The files are read once. Each row is tried, then written in the one transaction of the import; the
/// first bad row ends the writing, not the reading, and nothing of the transaction is kept.
///
/// What was imported before is known again by the fingerprints of its rows, so importing the same
/// files twice changes nothing.
package struct Importer: Sendable {
    package struct Options: Hashable, Sendable {
        /// Names that the ledger does not know are added and listed (`--create-missing`).
        package var createsMissing = false
        /// Only checks (`--dry-run`).
        package var isDryRun = false

        package init() {}
    }

    let path: String
    let options: Options
    let actor: Actor
    let now: Moment

    package init(path: String, options: Options = Options(), actor: Actor, now: Moment) {
        self.path = path
        self.options = options
        self.actor = actor
        self.now = now
    }

    /// The committee that a folder's 街道.yaml speaks of, to found a ledger with; nil without such a file.
    package static func committee(path: String) throws(ImportProblem) -> Committee? {
        guard let file = try ImportSource(path: path).paths[.committee] else { return nil }
        return try CommitteeFile(path: file).committee
    }

    /// Reads everything, and keeps it if everything is right.
    ///
    /// - Parameter progress: bytes of the matters that were read, and of all of them; now and then.
    package func run(
        into journal: any Journal,
        progress: @escaping (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(JournalError) -> ImportReport {
        let source: ImportSource
        do { source = try ImportSource(path: path) } catch {
            var report = ImportReport()
            report.add(error)
            return report
        }
        var report = ImportReport()
        let receipt = try journal.bulk(at: now) { (session) throws(JournalError) in
            let run = ImportRun(source: source, options: options, actor: actor, now: now, session: session)
            run.progress = progress
            try run.read()
            report = run.report
            report.isCommitted = run.isWriting && run.hasNews
            return report.isCommitted ? .commit : .discard
        }
        report.events = report.isCommitted ? receipt.events : 0
        return report
    }
}
