import Ledger
import Samples
import Testing
import Text

@Suite("Recurring duties")
struct RoutineTests {
    @Test(
        "Days on which they are due, rest days and make-up days in mind",
        arguments: [
            // The week of Friday 11-20.
            (.daily, .before, "2026-11-20", "2026-11-24", ["2026-11-20", "2026-11-23", "2026-11-24"]),
            (.daily, .same, "2026-11-20", "2026-11-23", ["2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"]),
            // 2026-10-10 is a Saturday made up for National Day: a working day.
            (.daily, .before, "2026-10-08", "2026-10-12", ["2026-10-08", "2026-10-09", "2026-10-10", "2026-10-12"]),
            (.weekly(5), .before, "2026-11-16", "2026-11-29", ["2026-11-20", "2026-11-27"]),
            // Friday 10-02 lies in the holidays, and so does Friday 09-25.
            (.weekly(5), .before, "2026-09-28", "2026-10-11", ["2026-09-30", "2026-10-09"]),
            (.weekly(5), .after, "2026-09-28", "2026-10-11", ["2026-09-28", "2026-10-08", "2026-10-09"]),
            (.weekly(5), .skip, "2026-09-28", "2026-10-11", ["2026-10-09"]),
            (.weekly(5), .same, "2026-09-28", "2026-10-11", ["2026-10-02", "2026-10-09"]),
            // Saturday 10-10 is a working day that week.
            (.weekly(6), .before, "2026-10-09", "2026-10-10", ["2026-10-10"]),
            // 31 is the last day of a shorter month; 10-31 is a Saturday, 11-30 a Monday.
            (.monthly(31), .before, "2026-10-01", "2026-11-30", ["2026-10-30", "2026-11-30"]),
            (.monthly(31), .after, "2026-10-01", "2026-11-30", ["2026-11-02", "2026-11-30"]),
            (.quarterly, .before, "2026-07-01", "2026-12-31", ["2026-09-30", "2026-12-31"]),
            (.halfYearly, .before, "2026-01-01", "2026-12-31", ["2026-06-30", "2026-12-31"]),
            (.yearly, .before, "2026-01-01", "2026-12-31", ["2026-12-31"]),
        ] as [(Cycle, RestDay, Day, Day, [Day])]
    )
    func due(cycle: Cycle, rest: RestDay, first: Day, last: Day, expected: [Day]) {
        let routine = Routine(name: "督查周报", cycle: cycle, restDay: rest, start: "2026-01-01")
        #expect(routine.dueDays(from: first, through: last, calendar: .china) == expected)
    }

    @Test("Never before it began nor after it ended")
    func bounds() {
        var routine = Routine(name: "督查周报", cycle: .weekly(5), start: "2026-11-14")
        routine.ended = "2026-11-27"
        #expect(routine.dueDays(from: "2026-11-01", through: "2026-12-31", calendar: .china) == ["2026-11-20"])
        #expect(routine.nextDue(after: "2026-11-20", calendar: .china) == nil)
        #expect(routine.lastDue(onOrBefore: "2026-12-31", calendar: .china) == "2026-11-20")
    }

    private func office() throws -> Office {
        var office = Office.sample
        let routine = Routine(name: "督查周报", cycle: .weekly(5), start: "2026-11-01")
        try office.perform(.daily(.addRoutine(routine)), at: "2026-11-19 09:00")
        return office
    }

    @Test(
        "Ticking",
        arguments: [
            ("2026-11-20", nil, nil),
            ("2026-11-13", nil, nil),
            ("2026-11-27", nil, .daily(.routineAhead(due: "2026-11-27"))),
            (
                "2026-11-19", nil,
                .daily(.routineNotDue(1, on: "2026-11-19", before: "2026-11-13", after: "2026-11-20"))
            ),
            ("2026-11-20", "2026-11-19", .daily(.routineAhead(due: "2026-11-20"))),
        ] as [(Day, Day?, Refusal?)]
    )
    func ticking(due: Day, on day: Day?, expected: Refusal?) throws {
        var office = try office()
        var refused: Refusal?
        do {
            try office.perform(.daily(.tickRoutine(1, due: due, by: nil, nil)), on: day)
        } catch {
            refused = error
        }
        #expect(refused == expected)
    }

    @Test("A turn is ticked once; who and when stay with it, and 补 says so")
    func once() throws {
        var office = try office()
        try office.perform(.daily(.tickRoutine(1, due: "2026-11-20", by: .heZhiyuan, "已报")))
        try office.perform(.daily(.tickRoutine(1, due: "2026-11-13", by: nil, nil)), on: "2026-11-16")
        #expect(
            office.ledger.diary.routines[1]?.ticks == [
                .init(due: "2026-11-13", day: "2026-11-16", person: .clerk, isLate: true),
                .init(due: "2026-11-20", day: "2026-11-20", person: .heZhiyuan, text: "已报"),
            ]
        )
        #expect(throws: Refusal.daily(.routineTicked(1, due: "2026-11-20", on: "2026-11-20"))) {
            try office.perform(.daily(.tickRoutine(1, due: "2026-11-20", by: nil, nil)))
        }
        try office.perform(.daily(.endRoutine(1)))
        #expect(throws: Refusal.daily(.routineEnded(1, on: "2026-11-20"))) {
            try office.perform(.daily(.tickRoutine(1, due: "2026-11-06", by: nil, nil)))
        }
    }

    @Test("One name, one duty")
    func names() throws {
        var office = try office()
        #expect(throws: Refusal.nameTaken("督查周报")) {
            try office.perform(.daily(.addRoutine(Routine(name: "督查周报", cycle: .daily, start: "2026-11-20"))))
        }
        for routine in Routine.standard(from: "2026-11-20") { try office.perform(.daily(.addRoutine(routine))) }
        #expect(office.ledger.diary.routines.count == 7)
    }

    @Test("The evening count keeps what was left, by whom and when")
    func eveningCount() throws {
        var office = Office.sample
        try office.perform(.answer(.measure, "先公证", Commitment(due: "2026-11-24")), on: .inheritance)
        let asked: [MatterNumber] = [.inheritance, .nightNoise]
        try office.perform(.daily(.closeEvening(asked)), by: .clerk, at: "2026-11-20 18:12")
        let closed = try #require(office.ledger.diary.evenings["2026-11-20"])
        #expect(closed.count == EveningCount(day: "2026-11-20", asked: asked, left: [.nightNoise], handed: []))
        #expect(closed.moment == "2026-11-20 18:12")
        #expect(closed.signature == Signature(login: "wenruxu", person: .clerk, role: .clerk))
    }
}
