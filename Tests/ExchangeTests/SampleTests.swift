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

    /// It looks like a real office's year.
    @Test
    func looksReal() throws {
        let day = Day(iso: "2026-11-20")!
        let journal = try journal(on: day)
        _ = try run(journal, on: day)
        let matters = try journal.matters(Query(order: .number))
        let ledger = journal.load(.reference).ledger
        #expect((1400...1600).contains(matters.count))
        #expect(ledger.grids.values.count { $0.level == 1 } == 10)
        #expect(ledger.grids.values.count { $0.level == 2 } == 156)
        #expect(ledger.grids.values.count { $0.level == 3 } == 1786)
        #expect((750...850).contains(ledger.people.count) && (55...65).contains(ledger.units.count))
        #expect(ledger.campaigns.count == 5)
        #expect(Set(matters.map(\.source)) == Set(Source.allCases))
        #expect(Set(matters.map(\.stage)) == Set(Stage.allCases))
        let titles = Dictionary(grouping: matters, by: \.title).mapValues(\.count)
        #expect(titles.values.max()! <= 3)
        let open = matters.filter(\.stage.isOpen)
        #expect((25...31).contains(open.count * 100 / matters.count))
        let loads = Dictionary(grouping: open.compactMap(\.person), by: \.self).mapValues(\.count)
        #expect(loads.values.max()! >= 15 && loads.count < ledger.people.count / 2)
        #expect(ledger.units.count - Set(matters.compactMap(\.lead)).count >= 3)
        // 包户台账: the households of the land campaign are as many as its matters promise, and as many have signed.
        #expect(ledger.households.count == 480)
        for number in Set(ledger.households.values.map(\.matter)) {
            let households = ledger.households(of: number)
            let matter = matters.first { $0.number == number }
            #expect(matter?.quantity?.target == Amount(households.count), "\(number)")
            #expect(matter?.quantity?.done == Amount(households.count(where: \.state.isSigned)), "\(number)")
            let changed = journal.history(of: number).contains { record in
                if case .householdsAdded(let list) = record.event.fact { list.quantities != nil } else { false }
            }
            #expect(!changed, "\(number): the files do not agree")
        }
        // 四个一 with names, places and days; meetings of the last weeks, of which the last decided something.
        let land = try #require(ledger.campaigns[CampaignID(1)])
        #expect(Set((land.frontline ?? []).map(\.kind)) == Set(Frontline.allCases))
        #expect((land.frontline ?? []).allSatisfy { !$0.people.isEmpty && !$0.place.isEmpty && $0.day < day })
        let supervisor = Supervisor(journal.load(.atHand).ledger, at: moment(day))
        let today = supervisor.meetings(on: day).filter { $0.campaign == land.id }
        #expect(today.map(\.kind) == [.early, .late] && today.allSatisfy(\.isPlanned))
        for campaign in [nil] + ledger.campaigns.keys.map(Optional.some) {
            let next = Meeting(id: MeetingID(10_000), kind: .weekly, campaign: campaign, day: day, minute: 1_000)
            let resolved = supervisor.agenda(of: next).points.filter { $0.kind == .resolved }
            #expect(!resolved.isEmpty && resolved.allSatisfy { $0.judgement != nil })
        }
        // What a leader sees of a campaign is the sum of what its matters promise.
        let sums = journal.load(.atHand).ledger.sums
        for campaign in ledger.campaigns.values {
            #expect(sums[.campaign(campaign.id)]?.target == campaign.target, "\(campaign.name)")
        }
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
