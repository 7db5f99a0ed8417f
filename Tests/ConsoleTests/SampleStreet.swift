import Canvas
import Console
import Exchange
import Journal
import Ledger
import Samples
import Text
import Words

/// The sample street on 2026-11-20 at 08:12, imported once for all tests of the map.
enum SampleStreet {
    static let now: Moment = "2026-11-20 08:12"

    static let ledger: Ledger = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        let folder = "/" + parts.joined(separator: "/") + "/SampleData"
        do {
            let actor = Actor(login: "sample", roles: Set(Role.allCases))
            let founding = Founding(
                committee: try Importer.committee(path: folder) ?? Committee(name: "望湖街道"),
                calendar: .china,
                rules: .standard
            )
            let journal = try MemoryJournal(founding, by: Context(actor: actor, now: now))
            let report = try Importer(path: folder, actor: actor, now: now).run(into: journal)
            precondition(report.isCommitted, "\(report.problems)")
            return journal.load(.atHand).ledger
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    static func driver(width: Int, height: Int, words: Words = .chinese, _ repertoire: Repertoire = .rich) -> Driver {
        let size = Size(width: width, height: height)
        return Driver(State(ledger, at: now, words: words, actor: .clerk, size: size), repertoire)
    }
}
