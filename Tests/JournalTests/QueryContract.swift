import Journal
import Ledger
import Samples
import Testing
import Text

/// What every engine answers when it is asked for some of the matters.
@Suite("Queries")
struct QueryContract {
    /// One journal for all questions: nobody writes into it.
    private static let journals = Result {
        let folder = Folder.untilExit()
        return try Dictionary(
            uniqueKeysWithValues: Engine.allCases.map { ($0, try $0.journal(of: office, in: folder)) }
        )
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var order = Query.Order.number
        var fill: @Sendable (inout Query) -> Void
        /// The same in plain Swift.
        var holds: @Sendable (Matter) -> Bool

        static let all: [Case] = [
            Case(testDescription: "everything", fill: { _ in }, holds: { _ in true }),
            Case(testDescription: "open", fill: { $0 = .open }, holds: \.stage.isOpen),
            Case(testDescription: "two stages", fill: { $0.stages = [.inHand, .struck] }) {
                $0.stage == .inHand || $0.stage == .struck
            },
            Case(testDescription: "no stage", fill: { $0.stages = [] }, holds: { _ in false }),
            Case(testDescription: "kinds", fill: { $0.kinds = [.problem, .demand] }) {
                $0.kind == .problem || $0.kind == .demand
            },
            Case(
                testDescription: "overdue",
                fill: {
                    $0 = .open
                    $0.dueThrough = "2026-11-19"
                },
                holds: { $0.stage.isOpen && $0.due.map { $0.day(.china) < "2026-11-20" } ?? false }
            ),
            Case(
                testDescription: "due today",
                fill: {
                    $0.dueFrom = "2026-11-20"
                    $0.dueThrough = "2026-11-20"
                },
                holds: { $0.due?.day(.china) == "2026-11-20" }
            ),
            Case(testDescription: "leads", fill: { $0.leads = [.drainageForce, .liudi] }) {
                $0.lead == .drainageForce || $0.lead == .liudi
            },
            Case(testDescription: "person", fill: { $0.people = [.shenNanzhi] }, holds: { $0.person == .shenNanzhi }),
            Case(testDescription: "grid", fill: { $0.grids = [.liudi02, .liudi0214] }) {
                $0.grid == .liudi02 || $0.grid == .liudi0214
            },
            Case(testDescription: "campaign", fill: { $0.campaigns = [.land] }, holds: { $0.campaign == .land }),
            Case(testDescription: "text", fill: { $0.text = "井" }, holds: { $0.title.text!.string.contains("井") }),
            Case(testDescription: "a letter in either case", fill: { $0.text = "a%b_" }) {
                $0.title.text!.string == "A%b_c 项"
            },
            Case(testDescription: "initials", fill: { $0.text = "JGps" }) {
                $0.title.text!.string == "井盖破损，井壁渗水"
            },
            Case(testDescription: "a pattern is no pattern", fill: { $0.text = "%" }) {
                $0.title.text!.string.contains("%")
            },
            Case(testDescription: "numbers", fill: { $0.numbers = [1, 3, 9_999] }) { $0.number == 1 || $0.number == 3 },
            Case(testDescription: "by limit", order: .due, fill: { _ in }, holds: { _ in true }),
            Case(testDescription: "in directory order", order: .directory, fill: { _ in }, holds: { _ in true }),
            Case(testDescription: "open by limit", order: .due, fill: { $0.stages = Query.open.stages }) {
                $0.stage.isOpen
            },
        ]
    }

    private static let office: Office = {
        var office = Office.sample
        for title in ["A%b_c 项", "axb_c 项", "井盖破损，井壁渗水"] as [Prose] {
            let registration = Registration(kind: .problem, title: title, source: .patrol)
            try! office.perform(.register(registration))
        }
        return office
    }()

    @Test("Each condition and order", arguments: Engine.allCases, Case.all)
    func answers(engine: Engine, question: Case) throws {
        let journal = try #require(try QueryContract.journals.get()[engine])
        var query = Query()
        question.fill(&query)
        query.order = question.order
        let expected = QueryContract.office.ledger.matters.values.filter(question.holds).sorted { left, right in
            let leads = (left.lead?.rawValue ?? .max, right.lead?.rawValue ?? .max)
            let dues = (left.due?.day(.china).number ?? .max, right.due?.day(.china).number ?? .max)
            if question.order == .directory, leads.0 != leads.1 { return leads.0 < leads.1 }
            if question.order != .number, dues.0 != dues.1 { return dues.0 < dues.1 }
            return left.number < right.number
        }
        #expect(try journal.matters(query) == expected)
        #expect(try journal.matters(query, limit: 2) == Array(expected.prefix(2)))
        #expect(try journal.matters(query, limit: 0) == [])
        #expect(try Set(journal.load(.matching(query)).ledger.matters.values) == Set(expected))
    }

    @Test("Somebody writes while a list is read: no matter is lost or seen twice", arguments: [Engine.sqlite])
    func readsBesideWriter(engine: Engine) throws {
        let folder = Folder()
        let journal = try engine.journal(in: folder)
        try journal.bulk(at: "2026-11-20 09:00") { session throws(JournalError) in
            for index in 1...700 { try session.perform(.register(.demo(Prose("第\(index)件"))), by: .now) }
            return .commit
        }
        let other = try SQLiteJournal.open(folder.file("台账.guatu"), mode: .write)
        var seen: [MatterNumber] = []
        try journal.matters(Query(order: .number)) { matter in
            seen.append(matter.number)
            // Between two parts of the reading: the list is not locked while it is looked at.
            if matter.number == 64 { _ = try? other.perform(.register(.demo("新来")), by: .now) }
            return true
        }
        #expect(seen.prefix(700) == (1...700).map { MatterNumber($0) }[...])
        #expect(Set(seen).count == seen.count)
        #expect(try other.head().number == Office.founded.events.count + 701)
    }
}
