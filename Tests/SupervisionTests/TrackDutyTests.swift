import Ledger
import Samples
import Supervision
import Testing
import Text

/// 每日一跟踪: what must be tracked, what was missed, and by the rules of which day (PRACTICE §4).
struct TrackDutyTests {
    /// Due on Wednesday 2026-11-11 and overdue since.
    private func overdue() throws -> Bench {
        try Bench(kind: .problem, target: nil, term: .fixed("2026-11-11"), issued: "2026-10-20 09:00")
    }

    private func marks(_ bench: Bench, at now: Moment, days: Int = 10) -> [Mark] {
        let supervisor = bench.supervisor(at: now)
        return supervisor.strip(bench.matter, supervisor.judge.judge(bench.matter), days: days).map(\.mark)
    }

    @Test func overdueIsTrackedEachWorkingDay() throws {
        var bench = try overdue()
        try bench.track(at: "2026-11-12 10:00")
        try bench.track(at: "2026-11-16 10:00")
        // Fri 11-06 … Wed 11-11 nothing was owed; Fri 11-13 and 11-17 to 11-19 are gaps.
        #expect(
            marks(bench, at: "2026-11-20 08:12") == [
                .notRequired, .notRequired, .notRequired, .tracked, .gap, .tracked, .gap, .gap, .gap, .todo,
            ]
        )
    }

    @Test func trackedTodayIsDone() throws {
        var bench = try overdue()
        try bench.track(at: "2026-11-20 08:20")
        let duty = bench.supervisor(at: "2026-11-20 09:00").duties().first { $0.kind == .track(.daily) }
        #expect(duty?.isDone == true)
    }

    /// A late entry (补记) makes a gap good and stays visible as one.
    @Test func lateEntry() throws {
        var bench = try overdue()
        try bench.track(at: "2026-11-20 08:20", on: "2026-11-19")
        let marks = marks(bench, at: "2026-11-20 09:00", days: 3)
        #expect(marks == [.gap, .late, .todo])
    }

    @Test func noTrackOnARestDay() throws {
        let bench = try overdue()
        let supervisor = bench.supervisor(at: "2026-11-21 09:00")
        #expect(!supervisor.isWorkday)
        #expect(!supervisor.duties().contains { $0.kind == .track(.daily) })
        // A working Sunday before a holiday counts as a working day.
        #expect(bench.supervisor(at: "2027-01-04 09:00").isWorkday)
    }

    /// What was owed on a day does not change when the limit moves later.
    @Test func anExtensionDoesNotRewriteThePast() throws {
        var bench = try Bench(kind: .problem, target: nil, term: .fixed("2026-11-16"), issued: "2026-10-20 09:00")
        try bench.act(.askExtension("2026-11-25", "等待环保批复"), at: "2026-11-16 10:00")
        let before = marks(bench, at: "2026-11-19 08:00", days: 4)
        #expect(before == [.tracked, .gap, .gap, .todo])
        try bench.act(.grantExtension(nil), at: "2026-11-19 09:00")
        #expect(marks(bench, at: "2026-11-20 08:00", days: 5) == [.tracked, .gap, .gap, .notRequired, .notRequired])
    }

    @Test(arguments: [Action.report("已清理"), .park("等待批复", "2026-12-01")])
    func noneWhileWaiting(action: Action) throws {
        var bench = try overdue()
        try bench.act(action, at: "2026-11-13 10:00")
        let duties = bench.supervisor(at: "2026-11-20 08:12").duties()
        #expect(!duties.contains { $0.kind == .track(.daily) })
    }

    /// Lagging: each working day in 攻坚, weekly else.
    @Test(arguments: [(CampaignID.land, Pace.daily), (nil, .weekly)] as [(CampaignID?, Pace)])
    func laggingPace(campaign: CampaignID?, pace: Pace) throws {
        let bench = try Bench(term: .fixed("2026-12-04"), issued: "2026-09-18 09:00", campaign: campaign)
        let duties = bench.supervisor(at: "2026-11-20 08:12").duties()
        #expect(duties.first?.kind == .track(pace))
    }

    @Test func aMissedWeekIsOneGap() throws {
        var bench = try Bench(term: .fixed("2026-12-04"), issued: "2026-09-18 09:00")
        try bench.track(at: "2026-11-09 10:00")
        // Five working days after 11-09 is 11-16.
        let gaps = bench.supervisor(at: "2026-11-20 08:12").gaps(
            bench.matter,
            within: bench.supervisor(at: "2026-11-20 08:12").workdays(before: "2026-11-20", count: 9)
        )
        #expect(gaps == ["2026-11-16"])
    }

    /// Matters from an older ledger wait for 「启用督办」.
    @Test func importedMattersWaitForTheStart() throws {
        var office = Office.founded
        var registration = Registration(number: 57, kind: .problem, title: "围挡占道", source: .patrol)
        registration.lead = .landForce
        var opening = Opening(registration: registration, stage: .inHand, registered: "2026-10-01")
        opening.issued = "2026-10-08"
        opening.due = .endOfDay("2026-11-11")
        try office.perform(.open(opening))
        let before = Supervisor(office.ledger, at: office.now)
        #expect(before.duties().filter { $0.kind == .track(.daily) }.isEmpty)
        #expect(before.judge.judge(office.matter(57)).light == .red)
        try office.perform(.startSupervision("2026-11-18"))
        let after = Supervisor(office.ledger, at: office.now)
        #expect(after.duties().contains { $0.kind == .track(.daily) })
        #expect(after.gaps(office.matter(57), within: after.workdays(before: after.today, count: 10)) == ["2026-11-19"])
    }
}

/// 过夜: evening counts passed without an answer (PRACTICE §4).
struct NightTests {
    @Test(
        arguments: [
            ("2026-11-19 17:00", 0), ("2026-11-19 18:00", 1), ("2026-11-20 08:00", 1), ("2026-11-20 18:30", 2),
            // Friday to Monday is one night in 平时.
            ("2026-11-23 08:00", 2),
        ] as [(Moment, Int)]
    )
    func nightsInNormalTimes(now: Moment, nights: Int) throws {
        let bench = try Bench(kind: .problem, target: nil, term: .workdays(10), issued: "2026-11-19 09:00")
        #expect(bench.supervisor(at: now).nights(bench.matter) == nights)
    }

    @Test func everyDayCountsInACampaignInPush() throws {
        let bench = try Bench(
            kind: .problem,
            target: nil,
            term: .workdays(10),
            issued: "2026-11-19 09:00",
            campaign: .land
        )
        #expect(bench.supervisor(at: "2026-11-23 08:00").nights(bench.matter) == 4)
    }

    @Test func anAnswerEndsIt() throws {
        var bench = try Bench(kind: .problem, target: nil, term: .workdays(10), issued: "2026-11-19 09:00")
        try bench.act(
            .answer(.measure, "加装围挡", Commitment(person: .heZhiyuan, due: "2026-11-24")),
            at: "2026-11-19 17:00"
        )
        #expect(bench.supervisor(at: "2026-11-23 08:00").nights(bench.matter) == 0)
    }

    @Test func targetsHaveNoNights() throws {
        let bench = try Bench(term: .workdays(10), issued: "2026-11-19 09:00")
        #expect(bench.supervisor(at: "2026-11-23 08:00").nights(bench.matter) == 0)
    }
}
