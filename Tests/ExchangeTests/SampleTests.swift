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

    /// Every row is taken in; a second import changes nothing.
    @Test
    func importsOnceAndForAll() throws {
        let day = Day(iso: "2026-11-20")!
        let journal = try journal(on: day)
        let report = try run(journal, on: day)
        #expect(report.problems == [])
        #expect(report.isCommitted)
        #expect(report.created == [] && report.assumed == [] && report.keptColumns == [])
        #expect(report.tables.allSatisfy { $0.added == $0.read && $0.read > 0 })
        let head = journal.head()

        let again = try run(journal, on: day)
        #expect(again.problems == [])
        #expect(!again.isCommitted)
        #expect(again.tables.allSatisfy { $0.unchanged == $0.read && $0.read > 0 })
        #expect(journal.head() == head)
    }

    /// Thirty days running, over the Spring Festival: rest days, holidays and make-up Saturdays.
    @Test(arguments: (0..<30).map { Day(iso: "2026-02-05")! + $0 })
    func isLively(day: Day) throws {
        let journal = try journal(on: day)
        let report = try run(journal, on: day)
        #expect(report.problems == [])
        let matters = try journal.matters(Query(order: .number))
        let judge = Judge(journal.load(.atHand).ledger, at: moment(day))
        var lights: [Light: Int] = [:]
        for matter in matters { lights[judge.judge(matter).light, default: 0] += 1 }
        for light in Light.allCases {
            #expect(lights[light, default: 0] * 50 >= matters.count, "\(light) on \(day)")
        }
        #expect((28...60).contains(lights[.red, default: 0]))
    }
}
