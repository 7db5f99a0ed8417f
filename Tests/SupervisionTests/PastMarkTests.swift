import Ledger
import Samples
import Supervision
import Testing
import Text

/// Earlier light marks do not change, whatever happens, except by 补记 for that day or a change of the calendar.
@Suite("Marks of past days")
struct PastMarkTests {
    @Test("stay as they were", arguments: Array(1...6) as [UInt64])
    func stay(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var office = Office.sample
        var known: [Cell: Mark] = [:]
        var done = 0
        for _ in 0..<260 {
            let hours = Int64.random(in: 1...14, using: &random)
            office.now = Moment(milliseconds: office.now.milliseconds + hours * 3_600_000)
            let number = office.ledger.matters.keys.sorted().randomElement(using: &random)!
            let isLate = Int.random(in: 0..<10, using: &random) == 0
            let day = isLate ? office.today - Int.random(in: 1...5, using: &random) : nil
            if isLate { known = known.filter { $0.key.day != day || $0.key.matter != number } }
            let command = Self.command(on: number, office.today, &random)
            if (try? office.perform(command, by: .founder, on: isLate ? day : nil)) != nil { done += 1 }
            let supervisor = Supervisor(office.ledger, at: office.now)
            for matter in office.ledger.matters.values {
                for day in supervisor.workdays(before: office.today, count: 6) {
                    let cell = Cell(matter: matter.number, day: day)
                    let mark = supervisor.mark(matter, on: day)
                    #expect(known[cell] == nil || known[cell] == mark, "\(cell) by \(command)")
                    known[cell] = mark
                }
            }
        }
        #expect(done > 40)
    }

    @Test("a step, a quantity or a kind put right today changes the plan of today, and no day before")
    func plansOfPastDays() throws {
        var bench = try Bench(target: 32, term: .fixed("2026-12-04"), issued: "2026-10-20 09:00")
        let evening: Day = "2026-11-18"
        func light(at now: Moment) -> Light? {
            Judge(bench.office.ledger, at: now).light(of: bench.matter, onTheEveningOf: evening)
        }
        #expect(light(at: "2026-11-19 08:00") == .orange)
        // By its only step nothing is to be done before 12-01.
        try bench.act(.addStep("集中签约", nil, "2026-12-01"), at: "2026-11-19 09:00")
        #expect(bench.judge(at: "2026-11-19 10:00").light == .green)
        #expect(light(at: "2026-11-19 10:00") == .orange)
        var amendment = Amendment()
        amendment.kind = .problem
        try bench.office.perform(.amend(bench.number, amendment), at: "2026-11-20 09:00")
        let kept = [("2026-11-19", true, []), ("2026-11-20", true, ["2026-12-01"])] as [(Day, Bool, [Day])]
        #expect(
            bench.matter.formerPlans
                == kept.map { FormerPlan(until: $0.0, parts: PlanParts(isPlanned: $0.1, steps: $0.2)) }
        )
        #expect(bench.matter.planParts(on: "2026-11-18").steps.isEmpty)
        #expect(bench.matter.planParts(on: "2026-11-19").steps == ["2026-12-01"])
        #expect(!bench.matter.planParts(on: "2026-11-20").isPlanned)
        #expect(light(at: "2026-11-23 08:00") == .orange)
        // What nobody looks back to any more is let go.
        for day in ["2027-01-15", "2027-03-26"] as [Day] {
            try bench.office.perform(.track("仍在谈", []), on: bench.number, at: Moment(day, minute: 540, offset: .china))
        }
        amendment.kind = .target
        try bench.office.perform(.amend(bench.number, amendment), at: "2027-03-26 10:00")
        #expect(bench.matter.formerPlans.map(\.until) == ["2027-03-26"])
    }

    @Test("only a change of the calendar gives a past day another light")
    func calendarOfPastDays() throws {
        var bench = try Bench(kind: .problem, target: nil, term: .fixed("2026-11-13"), issued: "2026-11-02 09:00")
        let before = bench.supervisor(at: "2026-11-20 09:00").mark(bench.matter, on: "2026-11-17")
        #expect(before == .gap)
        let rest = WorkCalendar.Exception(day: "2026-11-17", isWorkday: false, name: "区庆")
        try bench.office.perform(.adjustCalendar([rest]), at: "2026-11-20 09:00")
        #expect(bench.supervisor(at: "2026-11-20 09:30").mark(bench.matter, on: "2026-11-17") == .notRequired)
    }

    private struct Cell: Hashable {
        let matter: MatterNumber
        let day: Day
    }

    /// What happens to a matter between two looks.
    private static func command(on number: MatterNumber, _ today: Day, _ random: inout SeededGenerator) -> Command {
        let later = today + Int.random(in: 1...12, using: &random)
        var rules = Rules.standard
        rules.behindPoints = Int.random(in: 1...40, using: &random)
        let amount = Amount(thousandths: Int64.random(in: 0...9, using: &random) * 1000)
        var amendment = Amendment()
        amendment.quantities = [
            QuantityLine(target: Amount(thousandths: Int64.random(in: 1...90, using: &random) * 1000), unit: "户")
        ]
        let phase = PhaseOrder(
            campaign: Bool.random(using: &random) ? .land : nil,
            phase: Phase.allCases.randomElement(using: &random)!,
            from: today
        )
        let commands: [Command] = [
            .act(number, .addStep("复测", nil, later)), .act(number, .addStep("公示", nil, today)),
            .act(number, .tickStep(Int.random(in: 0...4, using: &random), nil)), .amend(number, amendment),
            .act(number, .suspend("停工")), .act(number, .reassign(.heZhiyuan, nil)), .orderPhase(phase),
            .act(number, .answer(.solved, "已解决", Commitment())),
            .act(number, .track("去过", [])), .act(number, .track("报数", [Progress(.added(amount))])),
            .act(number, .track("去过", [])), .act(number, .accept(nil)), .act(number, .report("办完")),
            .act(number, .sendBack("缺照片")), .act(number, .settle(.papers, "可")),
            .act(number, .reopen("反映", .fixed(later))),
            .act(number, .askExtension(later, "雨")), .act(number, .grantExtension("同意")),
            .act(number, .adjustLimit(.fixed(later), "另定")), .act(number, .park("等批复", later)),
            .act(number, .resume(later, nil)), .act(number, .transfer(.construction, nil, nil, "职责")),
            .act(number, .handBack("不属职责")), .act(number, .issue(.workdays(3), nil)), .act(number, .submit(nil)),
            .act(number, .ladder(.remind("已提醒"))), .act(number, .ladder(.draft(.press, nil))),
            .act(number, .ladder(.sign(nil))), .act(number, .ladder(.putOff(.press, until: later, "等"))),
            .replaceRules(RulesReplacement(rules: rules, text: "\(rules.behindPoints)", based: 1)),
        ]
        return commands.randomElement(using: &random)!
    }
}
