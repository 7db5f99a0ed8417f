import Ledger
import Samples
import Testing
import Text

/// What counts as an answer, and how nights are counted (PRACTICE §4, 过夜).
@Suite("Answers and nights")
struct AnswerTests {
    /// A problem registered on Monday 2026-11-16, in hand.
    private func office(campaign: CampaignID? = nil) throws -> (Office, MatterNumber) {
        var office = Office.founded
        var registration = Registration(kind: .problem, title: "柳堤里 9 栋继承材料不齐", source: .patrol)
        registration.lead = .liudi
        registration.campaign = campaign
        registration.person = .luoWenzhou
        registration.term = .workdays(20)
        let number = try office.perform(.register(registration), at: "2026-11-16 09:00")[0].matter!
        try office.perform(.submit(nil), on: number, at: "2026-11-16 09:00")
        try office.perform(.issue(nil, nil), on: number, at: "2026-11-16 09:00")
        try office.perform(.accept(nil), on: number, at: "2026-11-16 09:00")
        return (office, number)
    }

    private typealias Given = (Moment, Day?, AnswerKind, Commitment)

    @Test(
        "A night is an evening count passed without an answer",
        arguments: [
            // Nothing said: Monday to Thursday evening.
            ([], "2026-11-19", Nights(total: 4, atLevel: 4, isOwed: true)),
            // Friday to Monday is one night in 平时.
            ([], "2026-11-22", Nights(total: 5, atLevel: 5, isOwed: true)),
            // Solved before the second count.
            ([("2026-11-17 17:59", nil, .solved, Commitment())], "2026-11-20", Nights(total: 1, atLevel: 1)),
            // One minute too late: that evening counts.
            ([("2026-11-17 18:00", nil, .solved, Commitment())], "2026-11-20", Nights(total: 2, atLevel: 2)),
            // The same at the evening count, which the office held late.
            (
                [("2026-11-17 19:10", nil, .measure, Commitment(due: "2026-11-24", isAtCount: true))], "2026-11-20",
                Nights(total: 1, atLevel: 1)
            ),
            // Given in time and written down on a later day (补记).
            (
                [("2026-11-19 09:00", "2026-11-17", .measure, Commitment(due: "2026-11-24"))], "2026-11-20",
                Nights(total: 1, atLevel: 1)
            ),
            // Sent up on Tuesday: its own level counts from Wednesday, the total goes on.
            (
                [("2026-11-17 16:00", nil, .sentUp, Commitment(level: .secretary))], "2026-11-19",
                Nights(total: 3, level: .secretary, atLevel: 2, isOwed: true)
            ),
            // On the day it was sent up nobody owes it.
            (
                [("2026-11-17 16:00", nil, .sentUp, Commitment(level: .secretary))], "2026-11-16",
                Nights(total: 1, level: .secretary, atLevel: 0)
            ),
            // Sent up again: the next level begins to count.
            (
                [
                    ("2026-11-17 16:00", nil, .sentUp, Commitment(level: .viceLeader)),
                    ("2026-11-19 16:00", nil, .sentUp, Commitment(level: .secretary)),
                ], "2026-11-20", Nights(total: 3, level: .secretary, atLevel: 1, isOwed: true)
            ),
            // 交值班 on Friday answers until Monday's count.
            (
                [("2026-11-20 17:00", nil, .handedToDuty, Commitment(person: .viceLeader, phone: "0571-88120000"))],
                "2026-11-22", Nights(total: 4, atLevel: 4, isOwed: true)
            ),
            (
                [("2026-11-20 17:00", nil, .handedToDuty, Commitment(person: .viceLeader, phone: "0571-88120000"))],
                "2026-11-23", Nights(total: 5, atLevel: 5, isOwed: true)
            ),
        ] as [([(Moment, Day?, AnswerKind, Commitment)], Day, Nights)]
    )
    func nights(answers: [(Moment, Day?, AnswerKind, Commitment)], evening: Day, expected: Nights) throws {
        var (office, number) = try office()
        for (moment, day, kind, terms) in answers {
            try office.perform(.answer(kind, "说明", terms), on: number, at: moment, on: day)
        }
        #expect(office.ledger.nights(of: office.matter(number), through: evening) == expected)
    }

    @Test("In 攻坚 every day counts, and 交值班 answers the rest days")
    func inPush() throws {
        var (office, number) = try office(campaign: .land)
        #expect(office.ledger.nights(of: office.matter(number), through: "2026-11-22").total == 7)
        let duty = Commitment(person: .viceLeader, phone: "0571-88120000")
        try office.perform(.answer(.handedToDuty, "每 4 小时看一次", duty), on: number, at: "2026-11-20 17:00")
        #expect(office.ledger.nights(of: office.matter(number), through: "2026-11-22").total == 4)
        #expect(office.ledger.nights(of: office.matter(number), through: "2026-11-23").total == 5)
    }

    @Test("What was said to be solved and was sent back asks for an answer again")
    func sentBack() throws {
        var (office, number) = try office()
        try office.perform(.answer(.solved, "材料已补"), on: number, at: "2026-11-16 17:00")
        try office.perform(.report("材料已补"), on: number, at: "2026-11-17 09:00")
        try office.perform(.sendBack("少一户"), on: number, at: "2026-11-18 09:00")
        #expect(office.matter(number).standingAnswer == nil)
        #expect(
            office.ledger.nights(of: office.matter(number), through: "2026-11-19")
                == Nights(total: 2, atLevel: 2, isOwed: true)
        )
    }

    @Test("Targets and plain demands have no nights")
    func others() throws {
        var office = Office.founded
        for (kind, isUrgent, expected) in [(Kind.target, true, 0), (.demand, false, 0), (.demand, true, 4)] {
            var registration = Registration(kind: kind, title: "路灯不亮", source: .hotline)
            registration.isUrgent = isUrgent
            let number = try office.perform(.register(registration), at: "2026-11-16 09:00")[0].matter!
            #expect(office.ledger.nights(of: office.matter(number), through: "2026-11-19").total == expected)
        }
    }

    @Test(
        "「正在协调」 is none: an answer names what makes it one",
        arguments: [
            (.measure, Commitment(), "2026-11-19 10:00", .daily(.answerLacks(.measure, [.day]))),
            (.measure, Commitment(due: "2026-11-18"), "2026-11-19 10:00", .limitNotAhead("2026-11-18")),
            (.measure, Commitment(due: "2026-11-19"), "2026-11-19 10:00", nil),
            (.decided, Commitment(), "2026-11-19 10:00", .daily(.decidedByRuling)),
            (.sentUp, Commitment(), "2026-11-19 10:00", nil),
            (.solved, Commitment(), "2026-11-19 10:00", nil),
            // Thursday: tomorrow is a working day.
            (
                .handedToDuty, Commitment(person: .viceLeader, phone: "0571-88120000"), "2026-11-19 10:00",
                .daily(.dutyOnlyBeforeRest(next: "2026-11-20"))
            ),
            (.handedToDuty, Commitment(), "2026-11-20 10:00", .daily(.answerLacks(.handedToDuty, [.leader, .phone]))),
            (.handedToDuty, Commitment(person: .viceLeader, phone: "0571-88120000"), "2026-11-20 10:00", nil),
        ] as [(AnswerKind, Commitment, Moment, Refusal?)]
    )
    func parts(kind: AnswerKind, terms: Commitment, moment: Moment, refusal: Refusal?) throws {
        let (office, number) = try office()
        #expect(office.refusal(.answer(kind, "说明", terms), on: number, at: moment) == refusal)
    }

    @Test("A measure needs a person; who is responsible counts unless somebody else is named")
    func person() throws {
        var (office, number) = try office()
        try office.perform(.answer(.measure, "先公证", Commitment(due: "2026-11-24")), on: number, at: "2026-11-17 10:00")
        #expect(office.matter(number).answer?.terms.person == .luoWenzhou)
        var registration = Registration(kind: .problem, title: "井盖缺失", source: .patrol)
        registration.lead = .liudi
        let other = try office.perform(.register(registration), at: "2026-11-17 10:00")[0].matter!
        #expect(
            office.refusal(.answer(.measure, "先围挡", Commitment(due: "2026-11-24")), on: other, at: "2026-11-17 11:00")
                == .daily(.answerLacks(.measure, [.person]))
        )
    }

    @Test("Sent up goes to the next level unless one is named, and waits there (待决)")
    func sentUp() throws {
        var (office, number) = try office()
        try office.perform(.answer(.sentUp, "口径不一"), on: number, at: "2026-11-17 10:00")
        #expect(office.matter(number).pendingLevel == .viceLeader)
        try office.perform(.answer(.sentUp, "分管定不了"), on: number, at: "2026-11-18 10:00")
        #expect(office.matter(number).pendingLevel == .secretary)
        let meeting = Commitment(level: .headquarters, needsMeeting: true)
        try office.perform(.answer(.sentUp, "涉及全片", meeting), on: number, at: "2026-11-19 10:00")
        #expect(office.matter(number).pendingLevel == .headquarters)
        #expect(office.matter(number).pendingSince == "2026-11-19")
        #expect(office.matter(number).needsMeeting)
        // Over the week-end it is with the duty desk, and waits for the headquarters all the same.
        let duty = Commitment(person: .viceLeader, phone: "0571-88120000")
        try office.perform(.answer(.handedToDuty, "看住现场", duty), on: number, at: "2026-11-20 17:00")
        #expect(office.matter(number).pendingLevel == .headquarters)
    }
}
