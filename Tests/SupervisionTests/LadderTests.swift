import Ledger
import Samples
import Supervision
import Testing
import Text

/// The ladder (督办阶梯, PRACTICE §4), each step on the day the rules give.
@Suite("The ladder")
struct LadderTests {
    /// 10 working days from Monday 2026-11-02: due Monday 11-16.
    private func bench(target: Amount? = nil) throws -> Bench {
        try Bench(target: target, term: .workdays(10), issued: "2026-11-02 09:00")
    }

    /// What is proposed at a moment.
    private func step(_ bench: Bench, at moment: Moment) -> LadderProposal? {
        let supervisor = bench.supervisor(at: moment)
        return supervisor.proposal(bench.matter, supervisor.judge.judge(bench.matter))
    }

    private func sign(_ bench: inout Bench, _ kind: Slip.Kind, at moment: Moment) throws {
        try bench.act(.ladder(.draft(kind, nil)), at: moment)
        try bench.act(.ladder(.sign(nil)), at: moment)
    }

    private static let limit: Day = "2026-11-16"
    private static let press = DocumentNumber(prefix: "望街催", year: 2026, serial: 1)
    private static let order = DocumentNumber(prefix: "望街督", year: 2026, serial: 1)

    @Test(
        "Nothing is proposed before its day",
        arguments: [
            // A fifth of ten working days: two left.
            ("2026-11-11 09:00", nil),
            ("2026-11-12 09:00", LadderReason.near(limit: limit, left: 2, rule: 3)),
            ("2026-11-16 09:00", .near(limit: limit, left: 0, rule: 3)),
            ("2026-11-17 09:00", .overdue(limit: limit, workdays: 1, rule: 1)),
            ("2026-11-19 09:00", .overdue(limit: limit, workdays: 3, rule: 1)),
        ] as [(Moment, LadderReason?)]
    )
    func first(_ moment: Moment, _ reason: LadderReason?) throws {
        let bench = try bench(target: 1)
        #expect(step(bench, at: moment)?.reason == reason)
    }

    @Test("From 催办单 to 约谈, each step once, each on the day after the one before failed")
    func climb() throws {
        var bench = try bench(target: 1)
        try sign(&bench, .press, at: "2026-11-17 10:00")
        #expect(bench.matter.ladder.slips[0].number == Self.press)
        #expect(bench.matter.ladder.slips[0].answerBy == "2026-11-19")
        #expect(step(bench, at: "2026-11-19 18:00") == nil)
        let order = LadderProposal(
            step: .order,
            reason: .pressPast(number: Self.press, answerBy: "2026-11-19", isAnswered: false)
        )
        #expect(step(bench, at: "2026-11-20 09:00") == order)
        try sign(&bench, .order, at: "2026-11-20 10:00")
        // A day to mend: Monday.
        #expect(step(bench, at: "2026-11-23 09:00") == nil)
        let circular = LadderProposal(step: .circular, reason: .orderPast(number: Self.order, mendBy: "2026-11-23"))
        #expect(step(bench, at: "2026-11-24 09:00") == circular)
        try sign(&bench, .circular, at: "2026-11-24 10:00")
        #expect(bench.matter.ladder.slips[2].number == nil)
        #expect(step(bench, at: "2026-11-30 09:00") == nil)
        #expect(
            step(bench, at: "2026-12-01 09:00")?.reason == .circularAgain(last: "2026-11-24", workdays: 5, count: 1)
        )
        try sign(&bench, .circular, at: "2026-12-01 10:00")
        try sign(&bench, .circular, at: "2026-12-08 10:00")
        #expect(step(bench, at: "2026-12-09 09:00") == .init(step: .talk, reason: .circulars(count: 3, rule: 3)))
        try bench.act(.ladder(.talk("分管领导约谈，承诺月底前办结")), at: "2026-12-09 10:00")
        #expect(step(bench, at: "2026-12-10 09:00") == nil)
        // The owner never moved.
        #expect(bench.matter.lead == .landForce && bench.matter.person == .shenNanzhi)
    }

    @Test("An answer without a result does not stop the ladder; a draft does, until it is signed or void")
    func answered() throws {
        var bench = try bench(target: 1)
        try sign(&bench, .press, at: "2026-11-17 10:00")
        try bench.act(.ladder(.answer(1, SlipReply(done: "正在组织", promised: "2026-11-25"))), at: "2026-11-18 10:00")
        #expect(
            step(bench, at: "2026-11-20 09:00")?.reason
                == .pressPast(number: Self.press, answerBy: "2026-11-19", isAnswered: true)
        )
        try bench.act(.ladder(.draft(.order, nil)), at: "2026-11-20 10:00")
        #expect(step(bench, at: "2026-11-20 11:00") == nil)
        try bench.act(.ladder(.void(2, "改由现场督办")), at: "2026-11-20 12:00")
        #expect(step(bench, at: "2026-11-20 13:00")?.step == .order)
    }

    @Test("Put off, it comes back on the day named")
    func putOff() throws {
        var bench = try bench(target: 1)
        try bench.act(.ladder(.putOff(.press, until: "2026-11-20", "明日验收")), at: "2026-11-17 10:00")
        #expect(step(bench, at: "2026-11-19 09:00") == nil)
        #expect(step(bench, at: "2026-11-20 09:00")?.step == .press)
        let supervisor = bench.supervisor(at: "2026-11-19 09:00")
        let rungs = supervisor.ladder(bench.matter, supervisor.judge.judge(bench.matter))
        #expect(rungs.map(\.state) == [.later, .putOff(until: "2026-11-20"), .later, .later, .later])
    }

    @Test("A new limit begins the ladder anew; one that is asked for stops it")
    func newLimit() throws {
        var bench = try bench(target: 1)
        try sign(&bench, .press, at: "2026-11-17 10:00")
        try bench.act(.adjustLimit(.fixed("2026-11-30"), "批复晚到"), at: "2026-11-18 10:00")
        #expect(step(bench, at: "2026-11-23 09:00") == nil)
        #expect(step(bench, at: "2026-12-01 09:00")?.reason == .overdue(limit: "2026-11-30", workdays: 1, rule: 1))

        var asking = try self.bench(target: 1)
        try asking.act(.askExtension("2026-11-27", "业主外出"), at: "2026-11-16 10:00")
        #expect(step(asking, at: "2026-11-18 09:00") == nil)
        #expect(
            asking.office.refusal(.ladder(.draft(.press, nil)), on: asking.number, at: "2026-11-18 09:00")
                == .extensionPending
        )
    }

    @Test("Reported, parked and settled matters are never touched")
    func untouched() throws {
        var bench = try bench(target: 1)
        try bench.act(.report("办完"), at: "2026-11-18 10:00")
        #expect(step(bench, at: "2026-11-20 09:00") == nil)
        let draft = Action.ladder(.draft(.press, nil))
        guard case .wrongStage(.draftSlip, .reported, _)? = bench.office.refusal(draft, on: bench.number) else {
            Issue.record("a reported matter was pressed")
            return
        }
    }

    @Test("What lags gets at most a 督办单, and never a circular")
    func lagging() throws {
        var bench = try Bench(target: 100, term: .fixed("2026-12-25"), issued: "2026-10-12 09:00")
        try bench.track(10, at: "2026-10-13 09:00")
        guard case .lagging(_, 3, 3)? = step(bench, at: "2026-11-20 09:00")?.reason else {
            Issue.record("no 催办单 after three days behind")
            return
        }
        try sign(&bench, .press, at: "2026-11-20 10:00")
        #expect(step(bench, at: "2026-11-25 09:00")?.step == .order)
        try sign(&bench, .order, at: "2026-11-25 10:00")
        #expect(step(bench, at: "2026-12-10 09:00") == nil)
        let circular = Action.ladder(.draft(.circular, nil))
        #expect(bench.office.refusal(circular, on: bench.number, at: "2026-12-10 09:00") == .circularNotOverdue)
    }

    @Test("Recovered is when the difference shrinks two working days running")
    func recovering() throws {
        var bench = try Bench(target: 100, term: .fixed("2026-12-25"), issued: "2026-10-12 09:00")
        try bench.track(10, at: "2026-10-13 09:00")
        try bench.track(20, at: "2026-11-18 09:00")
        #expect(!bench.supervisor(at: "2026-11-19 09:00").isRecovering(bench.matter))
        try bench.track(30, at: "2026-11-19 09:00")
        #expect(bench.supervisor(at: "2026-11-20 09:00").isRecovering(bench.matter))
        #expect(step(bench, at: "2026-11-20 09:00") == nil)
        // It stands still again.
        #expect(!bench.supervisor(at: "2026-11-23 09:00").isRecovering(bench.matter))
    }

    @Test("Imported matters wait for 启用督办")
    func imported() throws {
        var office = Office.founded
        var registration = Registration(number: 900, kind: .target, title: "旧账", source: .meeting)
        registration.lead = .landForce
        registration.person = .shenNanzhi
        var opening = Opening(registration: registration, stage: .inHand, registered: "2026-10-01")
        opening.issued = "2026-10-01"
        opening.due = .endOfDay("2026-11-04")
        try office.perform(.open(opening))
        func step(at moment: Moment) -> LadderStep? {
            let supervisor = Supervisor(office.ledger, at: moment)
            let matter = office.matter(900)
            return supervisor.proposal(matter, supervisor.judge.judge(matter))?.step
        }
        #expect(step(at: "2026-11-20 09:00") == nil)
        #expect(office.refusal(.ladder(.draft(.press, nil)), on: 900) == .notSupervised)
        try office.perform(.startSupervision("2026-11-23"))
        #expect(step(at: "2026-11-23 09:00") == .press)
    }

    @Test("战时 answers faster, by the phase of the campaign")
    func phases() throws {
        var rules = Rules.standard
        rules.push.answerWorkdays = 1
        var bench = try Bench(term: .workdays(10), issued: "2026-11-02 09:00", campaign: .land)
        try bench.office.perform(.replaceRules(RulesReplacement(rules: rules, text: "版本: 1\n", based: 1)))
        try sign(&bench, .press, at: "2026-11-20 10:00")
        #expect(bench.matter.ladder.slips[0].answerBy == "2026-11-23")
    }

    @Test("A reminder given makes the near duty done")
    func reminded() throws {
        var bench = try bench(target: 1)
        func near(at moment: Moment) -> [Bool] {
            bench.supervisor(at: moment).duties(of: bench.matter).filter { $0.kind == .near }.map(\.isDone)
        }
        #expect(near(at: "2026-11-12 09:00") == [false])
        try bench.act(.ladder(.remind("已电话提醒沈南枝")), at: "2026-11-12 10:00")
        #expect(near(at: "2026-11-12 11:00") == [true])
        #expect(bench.matter.track(on: "2026-11-12").isTracked)
    }
}
