import Ledger
import Samples
import Supervision
import Testing
import Text

/// Nights on the desk, the evening count, pending decisions, agendas, recurring duties, integrity.
@Suite("The office's own day")
struct OfficeDayTests {
    private func supervisor(_ office: Office, at moment: Moment = "2026-11-20 08:12") -> Supervisor {
        Supervisor(office.ledger, at: moment)
    }

    // MARK: Nights

    @Test("Sent up: the level's own nights, and all of them")
    func nightsPerLevel() throws {
        var office = Office.sample
        // Registered on 11-17; in a campaign in 攻坚 every day counts.
        let terms = Commitment(level: .secretary)
        try office.perform(.answer(.sentUp, "继承口径", terms), on: .inheritance, at: "2026-11-20 16:00")
        let before = office.ledger.nights(of: office.matter(.inheritance), through: "2026-11-19").total
        // The morning after it is with the secretary and has passed no evening there.
        #expect(supervisor(office, at: "2026-11-20 18:30").overNight(office.matter(.inheritance)) == nil)
        let late = supervisor(office, at: "2026-11-24 08:00")
        let nights = try #require(late.overNight(office.matter(.inheritance)))
        #expect(nights.level == .secretary)
        #expect(nights.total == before + nights.atLevel)
        #expect(nights.atLevel > 0)
    }

    @Test("值班交来 stands first in the next morning's list, and nowhere else as over night")
    func handedOver() throws {
        var office = Office.sample
        let terms = Commitment(person: .viceLeader, phone: "0571-88120000")
        try office.perform(.answer(.handedToDuty, "看住", terms), on: .nightNoise, at: "2026-11-20 17:00")
        func first(_ moment: Moment) -> Duty? {
            supervisor(office, at: moment).duties().first { duty in
                switch duty.kind {
                case .handedOver: true
                case .overNight: duty.matter == .nightNoise
                default: false
                }
            }
        }
        #expect(first("2026-11-20 18:30") == nil)
        let morning = supervisor(office, at: "2026-11-23 07:50").duties()
        guard case .handedOver(let answer)? = morning.first?.kind else {
            Issue.record("not first: \(morning.first as Any)")
            return
        }
        #expect(answer.terms.phone == "0571-88120000")
        #expect(morning.first?.matter == .nightNoise)
    }

    // MARK: Evening

    @Test("The count goes through what owes an answer, then what was promised, then what was answered")
    func evening() throws {
        var office = Office.sample
        let now: Moment = "2026-11-20 17:45"
        #expect(supervisor(office, at: now).evening().items.map(\.matter).sorted() == [.inheritance, .nightNoise])
        #expect(supervisor(office, at: now).evening().owed == 2)
        try office.perform(
            .answer(.measure, "先公证", Commitment(due: "2026-11-23")),
            on: .inheritance,
            at: "2026-11-20 17:46"
        )
        let evening = supervisor(office, at: now).evening()
        #expect(evening.items.map(\.matter) == [.nightNoise, .inheritance])
        #expect(evening.owed == 1)
        // On its day the measure is asked after.
        let monday = supervisor(office, at: "2026-11-23 17:45").evening()
        guard case .promised? = monday.items.first(where: { $0.matter == .inheritance })?.state else {
            Issue.record("not asked after")
            return
        }
    }

    @Test("At its end the count and tomorrow's list stand")
    func tomorrow() throws {
        var office = Office.sample
        try office.perform(
            .answer(.measure, "先公证", Commitment(due: "2026-11-23")),
            on: .inheritance,
            at: "2026-11-20 17:46"
        )
        try office.perform(.daily(.addRoutine(Routine(name: "周例会", cycle: .weekly(1), start: "2026-11-01"))))
        try office.perform(.daily(.planMeeting(Meeting(kind: .weekly, day: "2026-11-23"))))
        try office.perform(.daily(.closeEvening([.inheritance, .nightNoise])), at: "2026-11-20 18:10")
        let supervisor = supervisor(office, at: "2026-11-20 18:11")
        #expect(supervisor.evening().closed?.count.left == [.nightNoise])
        let list = supervisor.tomorrow()
        #expect(list.day == "2026-11-23")
        #expect(list.overNight == [.nightNoise])
        #expect(list.promised == [.inheritance])
        #expect(list.due == [.signs])
        #expect(list.track.contains(.well))
        #expect(list.meetings == [1])
        #expect(list.routines == [1])
        let facts = supervisor.dayFacts()
        #expect((facts.answered, facts.unanswered, facts.decided) == (1, 1, 0))
    }

    @Test(
        "What the evening announces is what the next morning asks for",
        arguments: ["2026-11-17 18:11", "2026-11-18 18:11", "2026-11-19 18:11", "2026-11-20 18:11"] as [Moment]
    )
    func announced(evening: Moment) {
        let office = Office.sample
        let list = supervisor(office, at: evening).tomorrow()
        let morning = supervisor(office, at: Moment(list.day, minute: 8 * 60, offset: office.ledger.offset))
        let asked = morning.duties().filter { duty in
            if case .track = duty.kind { true } else { false }
        }
        #expect(list.track == asked.map(\.matter).sorted())
        #expect(!list.track.isEmpty)
        #expect(Set(morning.morning().routines.map(\.routine)).isSuperset(of: list.routines))
    }

    @Test("A measure whose day it is, a meeting and the duties of the day stand on the morning's list")
    func morning() throws {
        var office = Office.sample
        try office.perform(
            .answer(.measure, "先公证", Commitment(due: "2026-11-23")),
            on: .inheritance,
            at: "2026-11-20 17:46"
        )
        try office.perform(.daily(.addRoutine(Routine(name: "周例会", cycle: .weekly(1), start: "2026-11-23"))))
        try office.perform(.daily(.planMeeting(Meeting(kind: .weekly, day: "2026-11-23"))))
        #expect(supervisor(office, at: "2026-11-22 08:00").morning().isEmpty)
        let morning = supervisor(office, at: "2026-11-23 08:00").morning()
        #expect(morning.promised == [.inheritance])
        #expect(morning.meetings == [1])
        #expect(morning.routines == [RoutineTurn(routine: 1, due: "2026-11-23", mark: .todo)])
    }

    @Test("口头交办 waits each morning after its day until it is approved")
    func spoken() throws {
        var office = Office.sample
        var registration = Registration(kind: .target, title: "清运湖西垃圾", source: .spoken)
        registration.lead = .landForce
        registration.person = .heZhiyuan
        registration.term = .workdays(5)
        registration.quantities = [QuantityLine(target: 1, unit: "件")]
        let before = supervisor(office, at: "2026-11-23 08:00").morning().spoken
        let number = try office.perform(.register(registration), at: "2026-11-20 09:00")[0].matter!
        #expect(supervisor(office, at: "2026-11-20 18:00").morning().spoken == before)
        #expect(supervisor(office, at: "2026-11-23 08:00").morning().spoken == (before + [number]).sorted())
        try office.perform(.submit(nil), on: number, at: "2026-11-23 09:00")
        #expect(supervisor(office, at: "2026-11-24 08:00").morning().spoken.contains(number))
        try office.perform(.issue(nil, nil), on: number, at: "2026-11-24 09:00")
        #expect(!supervisor(office, at: "2026-11-25 08:00").morning().spoken.contains(number))
    }

    @Test("Who has to name a person counts from the day it came to their unit, whose post nobody has yet")
    func namePerson() throws {
        var office = Office.sample
        try office.perform(.transfer(.liudi, nil, nil, "属地"), on: .well, at: "2026-11-20 09:00")
        func asked(_ now: Moment) -> Bool {
            supervisor(office, at: now).duties(of: office.matter(.well)).contains { $0.kind == .namePerson }
        }
        #expect(office.matter(.well).post.isEmpty)
        #expect(!asked("2026-11-20 17:00"))
        #expect(asked("2026-11-23 17:00"))
    }

    // MARK: Decisions and meetings

    @Test("What waits for a decision, highest level first, the longest waiting first")
    func pending() throws {
        var office = Office.sample
        try office.perform(.answer(.sentUp, "扰民屡禁不止"), on: .nightNoise, at: "2026-11-20 09:00")
        try office.perform(
            .answer(.sentUp, "继承口径", Commitment(level: .secretary, needsMeeting: true)),
            on: .inheritance,
            at: "2026-11-20 10:00"
        )
        let pending = supervisor(office).pendingDecisions()
        #expect(pending.map(\.matter) == [.inheritance, .nightNoise])
        #expect(pending.map(\.level) == [.secretary, .viceLeader])
        #expect(pending.map(\.needsMeeting) == [true, false])
    }

    @Test("The ledger makes the agenda: what was decided last, what is to be decided, then the rest")
    func agenda() throws {
        var office = Office.sample
        try office.perform(.daily(.planMeeting(Meeting(kind: .late, day: "2026-11-19"))), at: "2026-11-19 16:00")
        try office.perform(.daily(.beginMeeting(1)), at: "2026-11-19 17:30")
        var made = Registration(kind: .target, title: "清运湖西垃圾", source: .spoken)
        made.person = .heZhiyuan
        made.term = .fixed("2026-11-24")
        let draft = RulingDraft(levels: [.secretary], way: .meeting, meeting: 1, conclusion: "五日清完", followUps: [made])
        try office.perform(.daily(.rule(draft)), at: "2026-11-19 17:40")
        try office.perform(.daily(.endMeeting(1, nil)), at: "2026-11-19 18:00")
        try office.perform(.answer(.sentUp, "继承口径", Commitment(level: .secretary)), on: .inheritance)
        try office.perform(.daily(.planMeeting(Meeting(kind: .early, day: "2026-11-20"))))
        try office.perform(.daily(.addTopic(2, nil, "冬防物资")))
        let meeting = try #require(office.ledger.diary.meetings[2])
        let agenda = supervisor(office).agenda(of: meeting)
        #expect(agenda.previous == 1)
        #expect(agenda.points.first?.kind == .resolved)
        #expect(agenda.points.first?.matter == 17)
        #expect(agenda.points.map(\.kind.rawValue) == agenda.points.map(\.kind.rawValue).sorted())
        let decide = agenda.points.filter { $0.kind == .decide }
        #expect(decide.first?.matter == .inheritance)
        #expect(decide.first?.level == .secretary)
        // 请：协调环保窗口 was asked on 11-18 and a later track said nothing more of it.
        #expect(agenda.points.contains { $0.kind == .overdue && $0.matter == .well })
        #expect(agenda.points.last?.text == "冬防物资")
        // Each matter once.
        let numbers = agenda.points.compactMap(\.matter)
        #expect(Set(numbers).count == numbers.count)
        // A headquarters goes through its own campaign.
        let own = Meeting(id: 9, kind: .early, campaign: .land, day: "2026-11-20")
        #expect(
            supervisor(office).agenda(of: own).points.compactMap(\.matter).allSatisfy {
                office.ledger.matters[$0]?.campaign == .land
            }
        )
    }

    @Test("A wish in a track (请 …) is to be decided until a decision came")
    func wishes() throws {
        var office = Office.sample
        try office.perform(.track("停工。请：书记协调环保窗口", []), on: .well)
        #expect(office.matter(.well).leaderRequest == "书记协调环保窗口")
        let draft = RulingDraft(
            matter: .well,
            levels: [.secretary],
            way: .instruction,
            conclusion: "已协调",
            isNothingToDo: true
        )
        try office.perform(.daily(.rule(draft)), by: .secretary)
        #expect(office.matter(.well).leaderRequest == nil)
    }

    // MARK: Recurring duties

    @Test("✓ 补 缺 逾 未 and what is to come")
    func marks() throws {
        var office = Office.founded
        let daily = Routine(name: "日报告", cycle: .daily, start: "2026-11-16")
        let monthly = Routine(name: "月查", cycle: .monthly(18), start: "2026-11-01")
        for routine in [daily, monthly] { try office.perform(.daily(.addRoutine(routine)), at: "2026-11-16 09:00") }
        // Monday missed, Tuesday a day late, Wednesday written down on Thursday for Wednesday, Thursday in time.
        try office.perform(.daily(.tickRoutine(1, due: "2026-11-17", by: nil, nil)), at: "2026-11-18 09:00")
        try office.perform(
            .daily(.tickRoutine(1, due: "2026-11-18", by: nil, nil)),
            at: "2026-11-19 09:00",
            on: "2026-11-18"
        )
        try office.perform(.daily(.tickRoutine(1, due: "2026-11-19", by: nil, nil)), at: "2026-11-19 17:00")
        let sheet = supervisor(office).routines(inWeekOf: "2026-11-20")
        #expect((sheet.first, sheet.last) == ("2026-11-16", "2026-11-22"))
        let marks = sheet.rows[0].turns.map(\.mark)
        #expect(
            marks == [
                .missed, .late(.init(due: "2026-11-17", day: "2026-11-18", person: .clerk)),
                .late(.init(due: "2026-11-18", day: "2026-11-18", person: .clerk, isLate: true)),
                .done(.init(due: "2026-11-19", day: "2026-11-19", person: .clerk)), .todo,
            ]
        )
        // The next turn is a month off: it can still be made good.
        #expect(sheet.rows[1].turns.map(\.mark) == [.overdue(workdays: 2)])
        #expect((sheet.rows[0].doneThisMonth, sheet.rows[0].dueThisMonth) == (3, 5))
        var counts = RoutineSheet.Counts()
        (counts.due, counts.done, counts.late, counts.missed, counts.overdue, counts.todo) = (6, 1, 2, 1, 1, 1)
        #expect(sheet.counts == counts)
        #expect(supervisor(office).routinesNow().map(\.routine) == [1, 2])
        // On a rest day nothing is due but what is still owed.
        #expect(
            supervisor(office, at: "2026-11-21 09:00").routinesNow().map(\.mark) == [
                .overdue(workdays: 0), .overdue(workdays: 2),
            ]
        )
    }

    // MARK: Integrity

    @Test("缺定, 无主, 无期, 空岗")
    func integrity() throws {
        var office = Office.sample
        try office.perform(.takeLeave(.heZhiyuan, from: "2026-11-20", through: "2026-11-27", standIn: nil))
        try office.perform(.dismissPerson(.shenNanzhi))
        let flaws = supervisor(office).flaws()
        #expect(flaws.contains(.missing(.fence, [.person, .post])))
        #expect(flaws.contains(.withoutLimit(.visits)))
        #expect(flaws.contains(.ownerLeft(.signing, .shenNanzhi)))
        #expect(flaws.contains(.ownerAway(.well, .heZhiyuan, through: "2026-11-27")))
        // A draft is still being written.
        #expect(!flaws.contains { $0.kind == .missing && $0.matter == .visits })
        #expect(flaws.map(\.kind.rawValue) == flaws.map(\.kind.rawValue).sorted())
    }
}
