import Ledger
import Samples
import Supervision
import Testing
import Text

/// Who has what to do by when, vacant posts, missing people (队伍).
struct RosterTests {
    private func figures(_ office: Office = .sample) -> RosterFigures {
        Supervisor(office.ledger, at: office.now).rosterFigures()
    }

    /// Friday 2026-11-20: the week ends on 11-22. 贺知远 has 督2 overdue, 督4 due 11-30, 诉14 past since yesterday.
    @Test func matterByTheWeekTheyAreDue() {
        let load = figures().loads[.heZhiyuan]
        #expect(load?.matters[.past] == [.well, .nightNoise])
        #expect(load?.matters[.week(2)] == [.pipes])
        #expect(load?.all == [.well, .nightNoise, .pipes])
        // 督1 due 12-04, 问12 due 11-24; 督11 waits for review and is not 沈南枝's to do.
        #expect(figures().loads[.shenNanzhi]?.matters == [.week(1): [.inheritance], .week(2): [.signing]])
    }

    @Test(
        arguments: [
            ("2026-11-20", .week(0)), ("2026-11-22", .week(0)), ("2026-11-23", .week(1)), ("2026-12-07", .week(3)),
            ("2026-12-13", .week(3)), ("2026-12-14", .later), ("2026-11-19", .past),
        ] as [(Day, RosterFigures.Due)]
    )
    func weeks(limit: Day, due: RosterFigures.Due) throws {
        let bench = try Bench(kind: .problem, target: 1, term: .fixed(limit), issued: "2026-11-02 09:00")
        #expect(bench.supervisor(at: "2026-11-20 08:12").due(of: bench.matter) == due)
    }

    /// 督13 was issued to 城建办 without a person.
    @Test func whereSomebodyIsMissing() {
        #expect(figures().unmanned == [.construction: [.fireCheck]])
    }

    @Test func aPostIsVacantWhenItsHolderLeft() throws {
        var office = Office.sample
        #expect(figures().vacancies.isEmpty)
        try office.perform(
            .addPerson(Person(id: 0, name: "许子衿", unit: .landForce, posts: ["内勤岗"])),
            at: "2026-11-20 08:00"
        )
        for command in office.ledger.handover(from: .shenNanzhi, to: 9, reason: nil) {
            try office.perform(command, at: "2026-11-20 08:01")
        }
        try office.perform(.dismissPerson(.shenNanzhi), at: "2026-11-20 08:02")
        let vacancy = try #require(figures(office).vacancies.first)
        #expect(vacancy.unit == .landForce)
        #expect(vacancy.post == "入户签约岗")
        #expect(vacancy.former == .shenNanzhi)
        #expect(vacancy.since == "2026-11-20")
        try office.perform(
            .addPerson(Person(id: 0, name: "苏念一", unit: .landForce, posts: ["入户签约岗"])),
            at: "2026-11-20 08:03"
        )
        #expect(figures(office).vacancies.isEmpty)
    }
}

/// Figures of the street over time (统计).
struct StatisticsTests {
    @Test(
        arguments: [
            (.month, "2026-11-01", "2026-11-30"), (.quarter, "2026-10-01", "2026-12-31"),
            (.year, "2026-01-01", "2026-12-31"),
        ] as [(Statistics.Span, Day, Day)]
    )
    func periods(span: Statistics.Span, first: Day, last: Day) {
        #expect(Statistics.period(span, holding: "2026-11-20") == .init(first: first, last: last))
        let statistics = Supervisor(Office.sample.ledger, at: Office.sample.now).statistics(span, periods: 3)
        #expect(statistics.periods.last == .init(first: first, last: last))
        #expect(statistics.periods[1].last == first - 1)
    }

    /// In November 清10 was settled in time and 督5, due 11-06, late; 督3 in October.
    @Test func theStreetMonthByMonth() {
        let statistics = Supervisor(Office.sample.ledger, at: Office.sample.now).statistics(.month, periods: 2)
        #expect(statistics.street[1].settled == 2)
        #expect(statistics.street[1].onTime == 1)
        #expect(statistics.street[1].share == 500)
        #expect(statistics.street[0].settled == 1)
        #expect(Statistics.Counts().share == nil)
        #expect(statistics.units[.liudi]?.now.settled == 1)
    }

    @Test func aLateOneIsNotInTime() throws {
        var bench = try Bench(kind: .problem, target: nil, term: .fixed("2026-11-11"), issued: "2026-10-20 09:00")
        try bench.act(.report("已清理"), at: "2026-11-19 10:00")
        try bench.act(.settle(.papers, nil), at: "2026-11-19 11:00")
        let statistics = bench.supervisor(at: "2026-11-20 08:00").statistics(.month, periods: 2)
        #expect(statistics.street[1] == .init(registered: 0, settled: 1, settledLate: 1))
        #expect(statistics.street[1].share == 0)
        // 10-20 to 11-19: 22 working days.
        #expect(statistics.durations[.problem]?.median == 22)
    }

    /// Nearest rank over 1…10.
    @Test func quantiles() throws {
        let taken = (1...10).map { (workdays: $0, matter: MatterNumber($0)) }
        let quantiles = try #require(Statistics.Quantiles(taken))
        #expect(
            [quantiles.low, quantiles.quarter, quantiles.median, quantiles.threeQuarters, quantiles.high] == [
                1, 3, 5, 8, 9,
            ]
        )
        #expect(quantiles.matters.first == 10)
        #expect(Statistics.Quantiles([]) == nil)
    }

    /// 督2 overdue for 12 working days, 诉14 for one.
    @Test func ages() {
        let ages = Supervisor(Office.sample.ledger, at: Office.sample.now).statistics(.month).ages
        #expect(ages.map(\.matters) == [[.nightNoise], [], [.well]])
    }
}
