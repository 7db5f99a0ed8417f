import Ledger
import Samples
import Testing
import Text

@Suite("Limits in full")
struct LimitTests {
    /// Friday 2026-11-20; the next working day is Monday 11-23. National day off 10-01 to 10-07, 10-10 is worked.
    @Test(
        "hours run by the clock, office hours only while the office is open",
        arguments: [
            (.hours(2), "2026-11-20 17:00", "2026-11-20 19:00"), (.hours(24), "2026-11-20 10:00", "2026-11-21 10:00"),
            (.officeHours(2), "2026-11-20 09:00", "2026-11-20 11:00"),
            (.officeHours(3), "2026-11-20 09:00", "2026-11-20 12:00"),
            (.officeHours(4), "2026-11-20 09:00", "2026-11-20 15:00"),
            (.officeHours(5), "2026-11-20 17:00", "2026-11-23 15:00"),
            (.officeHours(1), "2026-11-20 12:30", "2026-11-20 15:00"),
            (.officeHours(1), "2026-11-20 18:00", "2026-11-23 10:00"),
            (.officeHours(2), "2026-11-21 10:00", "2026-11-23 11:00"),
            (.officeHours(7), "2026-11-20 09:00", "2026-11-20 18:00"),
            (.officeHours(8), "2026-11-20 09:00", "2026-11-23 10:00"),
            (.officeHours(14), "2026-09-30 09:00", "2026-10-08 18:00"),
            (.officeHours(700), "2026-01-05 09:00", "2026-06-02 18:00"),
        ] as [(Term, Moment, Moment)]
    )
    func hours(term: Term, from: Moment, end: Moment) {
        let limit = term.deadline(from: from, calendar: .china, rules: .standard, offset: .china)
        #expect(limit.deadline == .moment(end))
    }

    @Test("office hours are those of the rules; hours that make no sense count by the clock")
    func otherHours() {
        var rules = Rules.standard
        (rules.morningStart, rules.afternoonEnd) = (8 * 60 + 30, 17 * 60 + 30)
        let limit = Term.officeHours(4).deadline(
            from: "2026-11-20 08:00",
            calendar: .china,
            rules: rules,
            offset: .china
        )
        #expect(limit.deadline == .moment("2026-11-20 14:30"))
        (rules.morningEnd, rules.afternoonEnd) = (0, 0)
        #expect(
            OfficeHours(rules).moment(4, hoursAfter: "2026-11-20 08:00", calendar: .china, offset: .china)
                == "2026-11-20 12:00"
        )
    }

    @Test(
        "the hour at which the office ends its days is a rule",
        arguments: [
            (.workdays(1), 24 * 60, .endOfDay("2026-11-23")), (.workdays(1), 17 * 60, .moment("2026-11-23 17:00")),
            (.fixed("2026-11-30"), 17 * 60, .moment("2026-11-30 17:00")),
            (.sameDay, 17 * 60, .closeOfBusiness("2026-11-20")), (.workdays(1), 0, .endOfDay("2026-11-23")),
            (.until("2026-11-30", minute: 12 * 60), 24 * 60, .moment("2026-11-30 12:00")),
            (.preset(.ordinary), 24 * 60, .endOfDay("2026-11-27")), (.preset(.hard), 24 * 60, .endOfDay("2026-12-21")),
        ] as [(Term, Int, Deadline)]
    )
    func dayEnd(term: Term, minute: Int, deadline: Deadline) {
        var rules = Rules.standard
        rules.dayEnd = minute
        let limit = term.deadline(from: "2026-11-20 10:00", calendar: .china, rules: rules, offset: .china)
        #expect(limit.deadline == deadline)
    }

    @Test(
        "a cycle is due at its next turn, on the last working day before where that is a rest day",
        arguments: [
            (.daily, "2026-11-20", "2026-11-23"), (.weekly(5), "2026-11-19", "2026-11-20"),
            (.weekly(5), "2026-11-20", "2026-11-27"), (.weekly(7), "2026-11-16", "2026-11-20"),
            // 2026-10-02 is in the holiday: the last working day before is 09-30.
            (.weekly(5), "2026-09-28", "2026-09-30"), (.weekly(5), "2026-09-30", "2026-10-09"),
            (.monthly(25), "2026-11-20", "2026-11-25"), (.monthly(31), "2026-11-20", "2026-11-30"),
            (.monthly(31), "2026-02-03", "2026-02-28"), (.quarterly, "2026-11-20", "2026-12-31"),
            (.halfYearly, "2026-05-04", "2026-06-30"), (.yearly, "2026-12-31", "2027-12-31"),
        ] as [(Cycle, Day, Day)]
    )
    func cycles(cycle: Cycle, after: Day, due: Day) {
        #expect(cycle.next(after: after, calendar: .china) == due)
        #expect(Cycle(cycle.text) == cycle)
    }

    @Test(
        "new terms are stored as text",
        arguments: [
            (.hours(24), "24h"), (.officeHours(5), "5oh"), (.until("2026-12-01", minute: 1020), "2026-12-01 17:00"),
            (.cycle(.weekly(5)), "cycle weekly 5"), (.preset(.ordinary), "13710"), (.preset(.hard), "13710 hard"),
        ] as [(Term, String)]
    )
    func text(term: Term, text: String) {
        #expect(term.text == text)
        #expect(Term(text) == term)
    }

    @Test(
        "are typed as the office says them",
        arguments: [
            ("24小时", .hours(24)), ("2h", .hours(2)), ("5个工作时", .officeHours(5)), ("4oh", .officeHours(4)),
            ("每周五", .cycle(.weekly(5))), ("每周", .cycle(.weekly(5))), ("每月25日", .cycle(.monthly(25))),
            ("每月底", .cycle(.monthly(31))), ("每季度", .cycle(.quarterly)), ("每日", .cycle(.daily)),
            ("13710", .preset(.ordinary)), ("13710（难事）", .preset(.hard)),
            ("12月1日 17:00 前", .until("2026-12-01", minute: 1020)), ("明天12时", .until("2026-11-21", minute: 720)),
            ("12-01 09:30", .until("2026-12-01", minute: 570)), ("年内清零", .fixed("2026-12-31")),
            ("每周八", nil), ("12月1日 25:00", nil), ("17:00", nil), ("0小时", nil),
        ] as [(String, Term?)]
    )
    func typed(text: String, term: Term?) {
        #expect(DayPhrase.term(text, today: "2026-11-20") == term)
    }

    @Test("13710: plan the same day, first report in 3 days, result in 7")
    func milestones() throws {
        var office = Office.sample
        try office.perform(.issue(.preset(.ordinary), nil), on: .fence, at: "2026-11-20 09:00")
        let milestones = office.ledger.milestones(of: office.matter(.fence))
        #expect(milestones.map(\.milestone) == [.planned, .firstReport, .solvedOrPlanned])
        #expect(milestones.map(\.day) == ["2026-11-20", "2026-11-23", "2026-11-27"])
        #expect(office.matter(.fence).due == .endOfDay("2026-11-27"))
    }

    @Test("a limit for signing is set with the matter and counted from the issue")
    func signing() throws {
        var office = Office.sample
        var amendment = Amendment()
        amendment.signTerm = .hours(2)
        try office.perform(.amend(.fence, amendment))
        try office.perform(.issue(nil, nil), on: .fence)
        #expect(office.matter(.fence).signDue == .moment("2026-11-20 10:12"))
    }

    @Test("调整时限 belongs to 书记 or who issued it; what was overdue stays")
    func adjust() throws {
        var office = Office.sample
        let adjust = Action.adjustLimit(.fixed("2026-12-18"), "泥浆池批复晚到")
        #expect(office.refusal(adjust, on: .well, by: .viceLeader) == .notAllowed(.adjustLimit, to: [.secretary]))
        // 苏见山 issued it.
        #expect(office.refusal(adjust, on: .well, by: .supervisionHead) == nil)
        #expect(office.refusal(adjust, on: .well, by: .clerk.recording(for: .supervisionHead)) == nil)
        #expect(office.refusal(.adjustLimit(.fixed("2026-11-19"), "晚"), on: .well) == .limitNotAhead("2026-11-19"))
        try office.perform(adjust, on: .well, by: .secretary)
        var matter = office.matter(.well)
        #expect(matter.due == .endOfDay("2026-12-18"))
        #expect(matter.originalDue == .endOfDay("2026-11-04"))
        #expect(matter.overdueBefore == 12)
        #expect(matter.slips == 1)
        #expect(matter.extensions == 0)
        // Moved while it lay ahead, it is no slip.
        try office.perform(.adjustLimit(.workdays(5), "提前"), on: .well, by: .secretary)
        matter = office.matter(.well)
        #expect(matter.due == .endOfDay("2026-11-27"))
        #expect((matter.slips, matter.overdueBefore) == (1, 12))
        #expect(office.refusal(.adjustLimit(.workdays(5), "再"), on: .well) == .nothingChanged)
    }

    @Test("resumed after its limit had passed, it needs a new one; days overdue until it was parked stay")
    func resumed() throws {
        var office = Office.sample
        try office.perform(.park("等批复", "2026-12-01"), on: .well, by: .secretary)
        #expect(
            office.refusal(.resume(nil, nil), on: .well, at: "2026-12-01 09:00") == .needsNewLimit(old: "2026-11-04")
        )
        try office.perform(.resume("2026-12-18", nil), on: .well, at: "2026-12-01 09:00")
        #expect(office.matter(.well).overdueBefore == 12)
        #expect(office.matter(.well).slips == 1)
    }

    @Test("rest days of the place move no limit by themselves: a person takes the new one, or keeps the old")
    func recount() throws {
        var office = Office.sample
        try office.perform(.adjustLimit(.workdays(5), "改按工作日"), on: .well, by: .secretary)
        #expect(office.ledger.recounts.isEmpty)
        #expect(office.refusal(.recountLimit(isTaken: true, nil), on: .well) == .noRecount)
        try office.perform(
            .adjustCalendar([
                .init(day: "2026-11-25", isWorkday: false, name: "区庆"),
                .init(day: "2026-11-28", isWorkday: true, name: "区庆调休"),
            ])
        )
        // Due 11-27; 11-25 off and Saturday 11-28 worked makes it 11-28. 督13 was due on 11-23: untouched.
        #expect(office.ledger.recounts.map(\.matter) == [.well])
        #expect(office.ledger.recounts.map(\.due) == [.endOfDay("2026-11-28")])
        #expect(office.matter(.well).due == .endOfDay("2026-11-27"))
        var kept = office
        try kept.perform(.recountLimit(isTaken: false, "照旧"), on: .well)
        #expect(kept.matter(.well).due == .endOfDay("2026-11-27"))
        #expect(kept.ledger.recounts.isEmpty)
        try office.perform(.recountLimit(isTaken: true, nil), on: .well)
        #expect(office.matter(.well).due == .endOfDay("2026-11-28"))
        #expect(office.matter(.well).slips == 1)
        #expect(office.ledger.recounts.isEmpty)
    }

    @Test("a new notice keeps the years before and the days of the place")
    func notice() throws {
        var office = Office.sample
        try office.perform(.adjustCalendar([.init(day: "2026-11-25", isWorkday: false, name: "区庆")]))
        let days = [WorkCalendar.Exception(day: "2027-01-01", isWorkday: false, name: "元旦")]
        try office.perform(.replaceCalendar(WorkCalendar(version: 1, knownYears: [2027], exceptions: days)))
        let calendar = office.ledger.calendar
        #expect(calendar.knownYears == [2024, 2025, 2026, 2027])
        #expect(!calendar.isWorkday("2027-01-01"))
        #expect(!calendar.isWorkday("2026-10-01"))
        #expect(!calendar.isWorkday("2026-11-25"))
        #expect(calendar.local.map(\.day) == ["2026-11-25"])
        #expect(calendar.version == WorkCalendar.china.version + 2)
    }

    @Test("a period that reaches into years without a notice is marked; a fixed date is not")
    func estimated() throws {
        var office = Office.sample
        try office.perform(.adjustLimit(.workdays(40), "长期"), on: .well, by: .secretary)
        #expect(office.ledger.isEstimated(limitOf: office.matter(.well)))
        try office.perform(.adjustLimit(.fixed("2027-03-01"), "长期"), on: .well, by: .secretary)
        #expect(!office.ledger.isEstimated(limitOf: office.matter(.well)))
    }
}
