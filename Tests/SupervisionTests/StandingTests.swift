import Ledger
import Samples
import Supervision
import Testing
import Text

/// Where a campaign stands and when it will be done.
struct StandingTests {
    private func campaign(_ figures: [(Moment, Amount)]) throws -> Standing {
        var bench = try Bench(target: 480, term: .fixed("2026-12-18"), issued: "2026-09-01 09:00", campaign: .land)
        for (moment, total) in figures { try bench.track(total, at: moment) }
        return bench.supervisor(at: "2026-11-20 08:12").standing(bench.office.ledger.campaigns[.land]!)
    }

    @Test func theForecastIsRemainingOverTheRecentRate() throws {
        // 312 of 480 done; 62 in the last ten working days (11-06 to 11-19): 6.2 a day.
        let standing = try campaign([
            ("2026-11-05 17:00", 250), ("2026-11-10 17:00", 270), ("2026-11-13 17:00", 290), ("2026-11-19 17:00", 312),
        ])
        #expect(standing.done == 312)
        #expect(standing.target == 480)
        #expect(standing.recentDaily.text == "6.2")
        // 168 left, 20 working days: 8.4 a day.
        #expect(standing.workdaysLeft == 20)
        #expect(standing.neededDaily?.text == "8.4")
        // 168 / 6.2 → 28 working days from today: 12-29, 7 working days after 12-18.
        #expect(
            standing.forecast?.middle == .init(day: "2026-12-29", workdays: 28, isEstimated: false, workdaysLate: 7)
        )
    }

    @Test func noForecastUnderThreeDaysOfFigures() throws {
        let standing = try campaign([("2026-11-05 17:00", 250), ("2026-11-10 17:00", 270), ("2026-11-13 17:00", 290)])
        #expect(standing.forecast == nil)
        #expect(standing.outlook == .tooFewRecords(days: 2))
    }

    @Test func aForecastBeyondTheKnownYearsIsEstimated() throws {
        let standing = try campaign([
            ("2026-11-05 17:00", 250), ("2026-11-10 17:00", 252), ("2026-11-13 17:00", 254), ("2026-11-19 17:00", 256),
        ])
        #expect(standing.forecast?.isEstimated == true)
    }
}

/// The trend and the counts of the overview are the same lights, counted.
struct FiguresTests {
    @Test func figuresCountWhatTheJudgeSays() {
        let supervisor = Supervisor(Office.sample.ledger, at: Office.sample.now)
        let duties = supervisor.duties()
        let figures = supervisor.figures(duties)
        var byLight: [Light: Int] = [:]
        for matter in Office.sample.ledger.matters.values where matter.stage.isOpen {
            byLight[supervisor.judge.judge(matter).light, default: 0] += 1
        }
        #expect(figures.byLight == byLight)
        #expect(figures.mustTrack == duties.count { if case .track = $0.kind { true } else { false } })
        #expect(supervisor.trend(days: 20).last?.overdue == byLight[.red])
        #expect(supervisor.trend(days: 20).count == 20)
    }

    @Test func aMatterSettledSinceStillCountsOnTheDaysItWasOverdue() throws {
        var bench = try Bench(kind: .problem, target: nil, term: .fixed("2026-11-11"), issued: "2026-10-20 09:00")
        let whileOpen = bench.supervisor(at: "2026-11-18 20:00").trend(days: 5).map(\.overdue)
        #expect(whileOpen == [1, 1, 1, 1, 1])
        try bench.act(.report("已清理"), at: "2026-11-19 10:00")
        try bench.act(.settle(.papers, nil), at: "2026-11-19 11:00")
        let after = bench.supervisor(at: "2026-11-20 08:00").trend(days: 7).map(\.overdue)
        #expect(after == [1, 1, 1, 1, 1, 0, 0])
    }
}
