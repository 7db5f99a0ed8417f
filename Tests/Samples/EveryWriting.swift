package import Ledger
import Text

/// Every kind of writing that is not plain work, as one after the other makes sense: slips, meetings, duties, households,
/// hard cases, turns, rules, the evening count, contacts, undo, blacking out.
///
/// Each step is asked for what is there by then, so that it can be tried in any ledger, by several at once.
package struct EveryWriting: Sendable {
    /// A matter in hand that comes again, and a problem in hand.
    package let matter: MatterNumber
    package let problem: MatterNumber

    package init(matter: MatterNumber, problem: MatterNumber) {
        self.matter = matter
        self.problem = problem
    }

    /// What brings both to where the steps can be tried; the registrations come first.
    package static var registrations: [Command] {
        var work = Registration(kind: .target, title: "沿湖隐患巡查", source: .yearPlan)
        work.lead = .landForce
        work.person = .shenNanzhi
        work.quantities = [QuantityLine(target: 2, unit: "户")]
        work.term = .cycle(.weekly(5))
        var problem = Registration(kind: .problem, title: "两户继承权属不明", source: .patrol)
        problem.lead = .landForce
        problem.person = .shenNanzhi
        problem.term = .workdays(5)
        return [.register(work), .register(problem)]
    }

    package var preparations: [Command] {
        [matter, problem].flatMap { number in
            [Action.submit(nil), .issue(nil, nil), .accept(nil)].map { Command.act(number, $0) }
        }
    }

    package typealias Step = @Sendable (Ledger) -> Command?

    package var steps: [(name: String, step: Step)] {
        let (matter, problem) = (matter, problem)
        func act(_ action: LadderAction) -> Step { { _ in .act(matter, .ladder(action)) } }
        func meet(_ command: @escaping @Sendable (MeetingID) -> OfficeCommand) -> Step {
            { ledger in ledger.diary.meetings.keys.max().map { .daily(command($0)) } }
        }
        func duty(_ command: @escaping @Sendable (RoutineID) -> OfficeCommand) -> Step {
            { ledger in ledger.diary.routines.keys.max().map { .daily(command($0)) } }
        }
        let code = CleanText("H\(matter.rawValue)-1")
        return [
            ("remind", act(.remind("电话提醒"))), ("draft", act(.draft(.press, "请抓紧"))), ("sign", act(.sign(nil))),
            ("deliver", act(.deliver(1, nil))), ("accept", act(.accept(1, nil))),
            ("answer slip", act(.answer(1, SlipReply(done: "已整改一处")))),
            ("put off", act(.putOff(.order, until: "2026-11-27", "等批复"))),
            ("void", act(.void(1, "写错单位"))),
            ("plan", { _ in .daily(.planMeeting(Meeting(kind: .early, day: "2026-11-20"))) }),
            ("begin", meet { .beginMeeting($0) }), ("turn to", meet { .turnMeeting($0, to: problem) }),
            ("note", meet { .noteInMeeting($0, [matter, problem], "陈某不签") }),
            ("topic", meet { .addTopic($0, nil, "陈某的补偿") }), ("end", meet { .endMeeting($0, "出席：陈某") }),
            (
                "black out a meeting",
                { ledger in ledger.diary.meetings.keys.max().map { .blackOutDiary($0, .containing("陈某"), reason: "误录") }
                }
            ),
            (
                "duty",
                { _ in .daily(.addRoutine(Routine(name: CleanText("日报告\(matter)"), cycle: .daily, start: "2026-11-01")))
                }
            ),
            ("tick", duty { .tickRoutine($0, due: "2026-11-20", by: nil, "已办") }),
            ("end duty", duty { .endRoutine($0) }),
            ("households", { _ in .household(matter, .add([Household(code: code, cadre: .shenNanzhi)])) }),
            ("visit", { _ in .household(matter, .visit(code, .signed, trouble: nil, "当场签约")) }),
            (
                "case",
                { _ in .openCase(problem, CaseFile(kind: "继承权属", knot: "两份遗嘱", ways: ["先签后分", "提存"])) }
            ),
            ("precedent", { _ in .keepPrecedent(problem, kind: "", "先签后分") }),
            ("next turn", { _ in .openTurn(matter) }), ("evening", { _ in .daily(.closeEvening([problem])) }),
            (
                "rules",
                { ledger in
                    .replaceRules(RulesReplacement(rules: ledger.rules, text: "版本: 1\n", based: ledger.rules.version))
                }
            ),
            ("track", { _ in .act(problem, .track("陈某不在家", [])) }), ("undo", { _ in .undo(nil) }),
            ("track again", { _ in .act(problem, .track("陈某不在家", [])) }),
            (
                "contact",
                { _ in .keepContact(Contact(matter: problem, name: "陈某", phone: "13900000000", until: "2026-12-20")) }
            ),
            ("black out", { _ in .blackOut(problem, .containing("陈某"), reason: "误录") }),
        ]
    }
}
