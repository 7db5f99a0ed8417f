import Ledger
import Samples
import Supervision
import Testing
import Text

/// Lights that progress decides: 滞后 (PRACTICE §3).
struct PlanLightTests {
    /// 51 working days from 2026-09-18, two make-up days in them; on 2026-11-20 the last evening was the 40th.
    @Test func theReasonCanBeCheckedWithAPencil() throws {
        var bench = try Bench(target: 32, term: .fixed("2026-12-04"), issued: "2026-09-18 09:00")
        try bench.track(18, at: "2026-11-17 17:00")
        let judgement = bench.judge(at: "2026-11-20 08:12")
        let plan = Plan(
            start: "2026-09-18",
            limit: "2026-12-04",
            workdays: 51,
            elapsed: 40,
            expected: 784,
            done: 562,
            isBySteps: false
        )
        #expect(judgement == Judgement(.orange, .behind(plan), left: 10, plan: plan))
        #expect(plan.pointsBehind == 22)
    }

    /// Ten percentage points over a long period.
    @Test(arguments: [(20, Light.orange), (21, .orange), (22, .green), (32, .green)] as [(Amount, Light)])
    func tenPoints(done: Amount, light: Light) throws {
        var bench = try Bench(target: 32, term: .fixed("2026-12-04"), issued: "2026-09-18 09:00")
        try bench.track(done, at: "2026-11-17 17:00")
        #expect(bench.judge(at: "2026-11-20 08:12").light == light)
    }

    /// Two working days where the period is at most twenty: 20 working days from 2026-10-30.
    @Test(arguments: [(6, Light.orange), (7, .orange), (13, .green)] as [(Amount, Light)])
    func twoWorkingDays(done: Amount, light: Light) throws {
        var bench = try Bench(target: 20, term: .workdays(20), issued: "2026-10-30 09:00")
        try bench.track(done, at: "2026-11-12 17:00")
        #expect(bench.judge(at: "2026-11-13 08:12").light == light)
    }

    @Test func nobodyIsBehindInTheFirstFifth() throws {
        let bench = try Bench(target: 32, term: .fixed("2026-12-04"), issued: "2026-09-18 09:00")
        #expect(bench.judge(at: "2026-10-10 08:00").light == .green)
        #expect(bench.judge(at: "2026-10-14 08:00").light == .orange)
    }

    /// Problems, demands, 批示件 and things of one 件 are judged by time only.
    @Test(
        arguments: [
            (Kind.problem, Source.patrol, Amount(32)), (.demand, .hotline, 32), (.target, .instruction, 32),
            (.target, .meeting, 1),
        ] as [(Kind, Source, Amount)]
    )
    func timeOnly(kind: Kind, source: Source, target: Amount) throws {
        let bench = try Bench(
            kind: kind,
            source: source,
            target: target,
            term: .fixed("2026-12-04"),
            issued: "2026-09-18 09:00"
        )
        #expect(bench.judge(at: "2026-11-20 08:12").light == .green)
    }

    /// Steps with days make the plan line: two of four were due by the last evening.
    @Test func stepsMakeThePlan() throws {
        let steps = [
            Step(title: "摸底建档", due: "2026-10-12"), Step(title: "评估公示", due: "2026-11-10"),
            Step(title: "逐户签约", due: "2026-11-30"), Step(title: "验收", due: "2026-12-04"),
        ]
        var bench = try Bench(
            target: nil,
            term: .fixed("2026-12-04"),
            issued: "2026-09-18 09:00",
            steps: steps,
            kind: .duty
        )
        try bench.act(.tickStep(0, nil), at: "2026-10-12 09:00")
        let judgement = bench.judge(at: "2026-11-20 08:12")
        #expect(judgement.light == .orange)
        #expect(judgement.plan?.expected == 500)
        #expect(judgement.plan?.done == 250)
        #expect(judgement.plan?.isBySteps == true)
    }
}

extension Bench {
    init(target: Amount?, term: Term, issued: Moment, steps: [Step], kind: Kind) throws {
        try self.init(kind: kind, target: target, term: term, issued: issued, steps: steps)
    }
}
