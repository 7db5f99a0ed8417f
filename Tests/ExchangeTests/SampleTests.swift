import Exchange
import Journal
import Ledger
import Supervision
import Testing
import Text

/// The sample street (SampleData/) on whichever day it is opened.
struct SampleTests {
    static let folder: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/") + "/SampleData"
    }()

    private func moment(_ day: Day) -> Moment { Moment(day, minute: 7 * 60 + 50, offset: .china) }

    private func journal(on day: Day) throws -> MemoryJournal {
        var committee = try #require(try Importer.committee(path: SampleTests.folder))
        committee.isRehearsal = true
        let actor = Actor(login: "sample", roles: Set(Role.allCases))
        let founding = Founding(committee: committee, calendar: .china, rules: .standard)
        return try MemoryJournal(founding, by: Context(actor: actor, now: moment(day)))
    }

    private func run(_ journal: MemoryJournal, on day: Day) throws -> ImportReport {
        let actor = Actor(login: "sample", roles: Set(Role.allCases))
        return try Importer(path: SampleTests.folder, actor: actor, now: moment(day)).run(into: journal)
    }

    @Test
    func importsCleanly() throws {
        let day = Day(iso: "2026-11-20")!
        let journal = try journal(on: day)
        let report = try run(journal, on: day)
        for problem in report.problems.prefix(10) { print(problem) }
        print(report.problemCount, report.tables, report.flagged, report.created, report.assumed, report.events)
        #expect(report.problems == [])
        #expect(report.isCommitted)
        let again = try run(journal, on: day)
        for problem in again.problems.prefix(10) { print(problem) }
        print(again.tables)
        #expect(!again.isCommitted && again.isClean)
        let ledger = journal.load(.matching(Query())).ledger
        let judge = Judge(ledger, at: moment(day))
        print(Dictionary(grouping: ledger.matters.values) { judge.judge($0).light }.mapValues(\.count))
    }
}
