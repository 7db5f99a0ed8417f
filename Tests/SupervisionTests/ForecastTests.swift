import Ledger
import Samples
import Supervision
import Testing
import Text

/// 日均需, 近10日日均 and the end as a range, from Friday 2026-11-20 (PRACTICE §3, issue 3.6).
struct ForecastTests {
    private static let today: Day = "2026-11-20"

    private func tempo(_ daily: [Int], done: Int = 300, target: Int = 480, limit: Day? = "2026-12-18") -> Tempo {
        Tempo(
            done: Amount(done),
            target: Amount(target),
            daily: daily.map { Amount($0) },
            limit: limit,
            today: ForecastTests.today,
            calendar: .china
        )
    }

    struct Range: Sendable {
        var daily: [Int]
        var earliest: Day
        var middle: Day
        var latest: Day?
    }

    /// 180 left. Counted from today: 20 working days end on 12-17, 1 more on 12-18.
    @Test(arguments: [
        // Even: only the tenth to either side, 9.9 → 19 days, 9 → 20 days, 8.1 → 23 days.
        Range(
            daily: Array(repeating: 9, count: 10),
            earliest: "2026-12-16",
            middle: "2026-12-17",
            latest: "2026-12-22"
        ),
        // The same work on three days of five: each run of five holds three of them.
        Range(
            daily: [0, 0, 15, 15, 15, 0, 0, 15, 15, 15],
            earliest: "2026-12-16",
            middle: "2026-12-17",
            latest: "2026-12-22"
        ),
        // Growing faster: runs 2, 4, 6, 8, 10, 12 → 20th 4 (45 days), mean 7 (26 days), 80th 10 (18 days).
        Range(
            daily: [2, 2, 2, 2, 2, 12, 12, 12, 12, 12],
            earliest: "2026-12-15",
            middle: "2026-12-25",
            latest: "2027-01-21"
        ),
        // Runs 0, 0, 0, 6, 12, 18: by the slow ones nobody can tell the end.
        Range(
            daily: [0, 0, 0, 0, 0, 0, 0, 30, 30, 30],
            earliest: "2026-12-10",
            middle: "2026-12-17",
            latest: nil
        ),
    ])
    func theRange(range: Range) throws {
        let forecast = try #require(tempo(range.daily).forecast)
        #expect(forecast.earliest.day == range.earliest)
        #expect(forecast.middle.day == range.middle)
        #expect(forecast.latest?.day == range.latest)
        #expect(
            forecast.earliest.workdaysLate == WorkCalendar.china.workdays(after: "2026-12-18", through: range.earliest)
        )
    }

    @Test func aYearWithoutACalendarIsEstimated() throws {
        let forecast = try #require(tempo([2, 2, 2, 2, 2, 12, 12, 12, 12, 12]).forecast)
        #expect(!forecast.isEstimated)
        #expect(forecast.latest == .init(day: "2027-01-21", workdays: 45, isEstimated: true, workdaysLate: 24))
    }

    @Test(
        arguments: [
            ([], 0, Outlook.tooFewRecords(days: 0)), ([0, 9, 9], 0, .tooFewRecords(days: 2)),
            ([9, 0, 0, 0, 0, 0, 0, 0, 0, 9], 0, .tooFewRecords(days: 2)), ([1, 1, 1], 480, .done),
        ] as [([Int], Int, Outlook)]
    )
    func noneWithoutRecords(daily: [Int], done: Int, outlook: Outlook) {
        let tempo = tempo(daily, done: done)
        #expect(tempo.outlook == outlook)
        #expect(tempo.forecast == nil)
    }

    @Test func outOfSight() {
        #expect(tempo([1, 1, 1], done: 0, target: 100_000).outlook == .outOfSight)
    }

    @Test(
        arguments: [
            ("2026-12-18", 20, Amount(9)), ("2026-11-23", 1, 180), ("2026-11-20", 0, nil), ("2026-11-18", -2, nil),
            (nil, nil, nil),
        ] as [(Day?, Int?, Amount?)]
    )
    func whatEachDayHasToBring(limit: Day?, left: Int?, needed: Amount?) {
        let tempo = tempo([9, 9, 9], limit: limit)
        #expect(tempo.workdaysLeft == left)
        #expect(tempo.neededDaily == needed)
        #expect(tempo.recentDaily == 9)
        #expect(
            tempo.forecast?.middle.workdaysLate
                == limit.map { WorkCalendar.china.workdays(after: $0, through: "2026-12-17") }
        )
    }

    /// Six working days since the start: the mean is of six, not of ten.
    @Test func aYoungMatterIsJudgedByItsOwnDays() throws {
        var bench = try Bench(target: 60, term: .fixed("2026-12-18"), issued: "2026-11-12 09:00")
        for (day, total) in [("12", 2), ("13", 4), ("16", 6), ("17", 8), ("18", 10), ("19", 12)] as [(String, Amount)] {
            try bench.track(total, at: Moment(stringLiteral: "2026-11-\(day) 17:00"))
        }
        let tempo = try #require(bench.supervisor(at: "2026-11-20 08:12").tempo(of: bench.matter))
        #expect(tempo.days == 6)
        #expect(tempo.recentDaily == 2)
        #expect(tempo.forecast?.middle.workdays == 24)
    }

    @Test func workOfARestDayCountsToTheNextWorkingDay() {
        let record = DoneRecord(
            steps: [
                .init(day: "2026-11-13", done: 4), .init(day: "2026-11-15", done: 10),
                .init(day: "2026-11-16", done: 11),
            ],
            isComplete: true,
            today: "2026-11-18"
        )
        #expect(record.daily(4, from: nil, .china) == [0, 4, 7, 0])
        #expect(record.done(by: "2026-11-14") == 4)
        #expect(record.done(by: "2026-11-12") == 0)
        #expect(record.done(by: "2026-11-19") == nil)
    }
}

/// The plan line: straight over working days, or by the days of the steps.
struct PlanLineTests {
    /// 2026-09-18 to 2026-12-04: 51 working days.
    private let straight = PlanLine(start: "2026-09-18", limit: "2026-12-04")
    private let stepped = PlanLine(
        start: "2026-09-18",
        limit: "2026-12-04",
        steps: ["2026-12-04", "2026-10-12", "2026-11-10", "2026-11-30"]
    )

    @Test(
        arguments: [
            ("2026-09-17", 0), ("2026-09-18", 0), ("2026-11-19", 784), ("2026-12-04", 1000), ("2027-01-01", 1000),
        ] as [(Day, Int)]
    )
    func straightLine(day: Day, expected: Int) {
        #expect(straight.expected(by: day, .china) == expected)
    }

    /// Nothing is asked for over the holidays.
    @Test func flatOverHolidays() {
        #expect(straight.expected(by: "2026-09-30", .china) == straight.expected(by: "2026-10-07", .china))
    }

    @Test(
        arguments: [("2026-10-11", 0), ("2026-10-12", 250), ("2026-11-29", 500), ("2026-12-04", 1000)] as [(Day, Int)]
    )
    func stepByStep(day: Day, expected: Int) {
        #expect(stepped.expected(by: day, .china) == expected)
    }

    /// 562‰ of 51 working days are 28: 2026-11-03.
    @Test(
        arguments: [
            (0, "2026-09-18"), (562, "2026-11-03"), (784, "2026-11-18"), (1000, "2026-12-04"), (1200, "2026-12-04"),
        ] as [(Int, Day)]
    )
    func theDayThatAShareStandsFor(done: Int, day: Day) {
        #expect(straight.day(of: done, .china) == day)
    }

    @Test(
        arguments: [
            (0, "2026-09-18"), (250, "2026-10-12"), (500, "2026-11-10"), (625, "2026-11-19"), (1000, "2026-12-04"),
        ] as [(Int, Day)]
    )
    func theDayThatAShareOfTheStepsStandsFor(done: Int, day: Day) {
        #expect(stepped.day(of: done, .china) == day)
    }

    /// Not before the day that the plan asks for as much.
    @Test func theTwoDirectionsAgree() {
        for line in [straight, stepped] {
            for done in stride(from: 0, through: 1000, by: 7) {
                let day = line.day(of: done, .china)
                #expect(line.expected(by: day, .china) <= done, "\(done) at \(day)")
            }
        }
    }
}

struct CurveTests {
    @Test func aCampaignAddsUpItsDays() throws {
        var bench = try Bench(target: 480, term: .fixed("2026-12-18"), issued: "2026-09-01 09:00", campaign: .land)
        for (moment, total) in [("2026-11-05 17:00", 250), ("2026-11-10 17:00", 270)] as [(Moment, Amount)] {
            try bench.track(total, at: moment)
        }
        let curve = bench.supervisor(at: "2026-11-20 08:12").curve(of: bench.office.ledger.campaigns[.land]!)
        #expect(curve.record.steps == [.init(day: "2026-11-05", done: 250), .init(day: "2026-11-10", done: 270)])
        #expect(curve.planned(by: "2026-12-18", .china) == 480)
        #expect(curve.record.done(by: "2026-11-09") == 250)
        #expect(curve.record.done(by: "2026-09-02") == 0)
    }

    /// The trail keeps shares; whole figures come back whole.
    @Test func aMatterKeepsItsFigures() throws {
        var bench = try Bench(target: 32, term: .fixed("2026-12-04"), issued: "2026-09-18 09:00")
        for (moment, total) in [("2026-11-06 17:00", 15), ("2026-11-10 17:00", 17), ("2026-11-17 17:00", 18)]
            as [(Moment, Amount)]
        {
            try bench.track(total, at: moment)
        }
        let curve = try #require(bench.supervisor(at: "2026-11-20 08:12").curve(of: bench.matter))
        #expect(curve.record.steps.suffix(3).map(\.done) == [15, 17, 18])
        #expect(curve.measure == "户")
    }

    @Test func ofOneThingThereIsNoCurve() throws {
        let bench = try Bench(kind: .problem, target: 1, term: .fixed("2026-12-04"), issued: "2026-09-18 09:00")
        #expect(bench.supervisor(at: "2026-11-20 08:12").curve(of: bench.matter) == nil)
    }
}
