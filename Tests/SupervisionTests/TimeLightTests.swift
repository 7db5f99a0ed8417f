import Ledger
import Samples
import Supervision
import Testing
import Text

/// Lights that time alone decides (PRACTICE §3).
struct TimeLightTests {
    /// A problem due on Friday 2026-11-20, seen at various moments.
    @Test(
        arguments: [
            ("2026-11-20 23:59", Light.yellow, 0),
            ("2026-11-21 00:00", .red, 0),
            ("2026-11-22 12:00", .red, 0),
            ("2026-11-23 00:01", .red, 1),
            ("2026-11-27 09:00", .red, 5),
        ] as [(Moment, Light, Int)]
    )
    func redStartsAtMidnightAndCountsWorkingDays(now: Moment, light: Light, overdue: Int) throws {
        let bench = try Bench(kind: .problem, target: nil, term: .fixed("2026-11-20"), issued: "2026-10-09 09:00")
        let judgement = bench.judge(at: now)
        #expect(judgement.light == light)
        #expect(judgement.overdueWorkdays == overdue)
    }

    @Test func theReasonCarriesTheNumbersItRestsOn() throws {
        let bench = try Bench(kind: .problem, target: nil, term: .fixed("2026-11-04"), issued: "2026-10-09 09:00")
        let judgement = bench.judge(at: "2026-11-20 08:12")
        #expect(judgement.reason == .past(limit: "2026-11-04", workdays: 12, days: 16))
    }

    /// 临: at most three working days; for periods under fifteen, at most a fifth (PRACTICE §3).
    @Test(
        arguments: [
            // 30 working days: three left is near, four is not.
            (Moment("2026-10-10 09:00"), Moment("2026-11-17 09:00"), Light.yellow),
            ("2026-10-10 09:00", "2026-11-16 09:00", .green),
            // 10 working days: two left is near, three is not.
            ("2026-11-06 09:00", "2026-11-18 09:00", .yellow),
            ("2026-11-06 09:00", "2026-11-17 09:00", .green),
            // 5 working days: one left is near, two is not.
            ("2026-11-13 09:00", "2026-11-19 09:00", .yellow),
            ("2026-11-13 09:00", "2026-11-18 09:00", .green),
            // 3 working days: only the day itself.
            ("2026-11-17 09:00", "2026-11-19 09:00", .green),
            ("2026-11-17 09:00", "2026-11-20 09:00", .yellow),
        ] as [(Moment, Moment, Light)]
    )
    func near(issued: Moment, now: Moment, light: Light) throws {
        let bench = try Bench(kind: .demand, target: nil, term: .fixed("2026-11-20"), issued: issued)
        #expect(bench.judge(at: now).light == light)
    }

    /// A fixed date on a Sunday does not roll: the Friday before is its last working day, and says so.
    @Test(
        arguments: [
            ("2026-11-19 09:00", Reason.onCourse(limit: "2026-11-22", left: 1, plan: nil), Light.green, false),
            ("2026-11-20 09:00", .lastWorkday(limit: "2026-11-22", by: "2026-11-20", isToday: true), .yellow, true),
            ("2026-11-21 09:00", .lastWorkday(limit: "2026-11-22", by: "2026-11-20", isToday: false), .yellow, false),
            ("2026-11-22 09:00", .near(limit: "2026-11-22", left: 0), .yellow, true),
            ("2026-11-23 09:00", .past(limit: "2026-11-22", workdays: 1, days: 1), .red, false),
        ] as [(Moment, Reason, Light, Bool)]
    )
    func aFixedDateOnADayOff(now: Moment, reason: Reason, light: Light, isDueToday: Bool) throws {
        let bench = try Bench(kind: .problem, target: nil, term: .fixed("2026-11-22"), issued: "2026-11-17 09:00")
        let judgement = bench.judge(at: now)
        #expect(judgement.reason == reason)
        #expect(judgement.light == light)
        let duties = bench.supervisor(at: now).duties().map(\.kind)
        #expect(duties.contains(.dueToday) == isDueToday)
        #expect(!duties.contains(.near) || now == "2026-11-21 09:00")
    }

    /// A 当日 matter ends at the evening count, not at 24:00.
    @Test(
        arguments: [("2026-11-19 17:59", Light.yellow), ("2026-11-19 18:00", .red), ("2026-11-20 08:00", .red)]
            as [(Moment, Light)]
    )
    func sameDayEndsAtTheEveningCount(now: Moment, light: Light) throws {
        let bench = try Bench(kind: .problem, target: nil, term: .sameDay, issued: "2026-11-19 09:00")
        #expect(bench.judge(at: now).light == light)
    }

    /// 未签收 is orange after two working days, never red.
    @Test(
        arguments: [
            ("2026-11-18 09:00", Light.grey), ("2026-11-20 09:00", .grey), ("2026-11-23 09:00", .orange),
            ("2026-12-23 09:00", .orange),
        ] as [(Moment, Light)]
    )
    func unsigned(now: Moment, light: Light) throws {
        let bench = try Bench(
            kind: .problem,
            target: nil,
            term: .fixed("2026-11-20"),
            issued: "2026-11-18 09:00",
            isAccepted: false
        )
        #expect(bench.judge(at: now).light == light)
    }

    /// Reported in time is not red while the office reviews it, however long that takes.
    @Test func reportedInTimeStaysOutOfTheRed() throws {
        var bench = try Bench(kind: .problem, target: nil, term: .fixed("2026-11-20"), issued: "2026-10-09 09:00")
        try bench.act(.report("已清理"), at: "2026-11-20 17:00")
        #expect(
            bench.judge(at: "2026-11-24 09:00")
                == Judgement(.green, .waitingReview(reported: "2026-11-20", workdays: 2, limit: 2))
        )
        let duties = bench.supervisor(at: "2026-11-24 09:00").duties()
        #expect(duties.map(\.kind) == [.review])
    }

    @Test func reportedLateStaysRedAndStopsCounting() throws {
        var bench = try Bench(kind: .problem, target: nil, term: .fixed("2026-11-20"), issued: "2026-10-09 09:00")
        try bench.act(.report("已清理"), at: "2026-11-24 10:00")
        let judgement = bench.judge(at: "2026-12-01 09:00")
        #expect(judgement.light == .red)
        #expect(judgement.reason == .reportedLate(limit: "2026-11-20", reported: "2026-11-24", workdays: 2))
    }

    @Test func settledCountsFromTheReport() throws {
        var bench = try Bench(kind: .problem, target: nil, term: .fixed("2026-11-20"), issued: "2026-10-09 09:00")
        try bench.act(.report("已清理"), at: "2026-11-18 10:00")
        try bench.act(.settle(.onSite, nil), at: "2026-11-25 10:00")
        #expect(
            bench.judge(at: "2026-12-01 09:00")
                == Judgement(.blue, .settled(on: "2026-11-18", limit: "2026-11-20", workdaysLate: -2))
        )
    }
}
