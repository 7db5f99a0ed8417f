import Journal
import Ledger
import Samples
import Testing
import Text

/// Meetings, decisions, recurring duties and evening counts, kept by every engine.
@Suite("The contract of a journal: the office's own day")
struct OfficeDayContract {
    private let folder = Folder()

    private static let day: Office = {
        var office = Office.sample
        do {
            var made = Registration(kind: .target, title: "清运湖西垃圾", source: .spoken)
            made.person = .heZhiyuan
            made.term = .workdays(3)
            let terms = Commitment(level: .secretary, needsMeeting: true)
            try office.perform(.answer(.sentUp, "继承口径", terms), on: .inheritance)
            try office.perform(.daily(.planMeeting(Meeting(kind: .early, campaign: .land, day: "2026-11-20"))))
            try office.perform(.daily(.planMeeting(Meeting(kind: .weekly, day: "2026-11-23", title: "周例会"))))
            try office.perform(.daily(.beginMeeting(1)))
            try office.perform(.daily(.addTopic(1, .well, "复工")))
            try office.perform(.daily(.turnMeeting(1, to: .well)))
            try office.perform(.daily(.noteInMeeting(1, [.well, .signing], "泥浆池今日批")))
            try office.perform(
                .daily(
                    .rule(
                        RulingDraft(
                            matter: .inheritance,
                            levels: [.secretary, .headquarters],
                            way: .meeting,
                            meeting: 1,
                            conclusion: "先行垫付",
                            followUps: [made]
                        )
                    )
                )
            )
            try office.perform(.daily(.endMeeting(1, "出席 9 人")))
            try office.perform(.daily(.cancelMeeting(2, "并入")))
            for routine in Routine.standard(from: "2026-11-01") { try office.perform(.daily(.addRoutine(routine))) }
            try office.perform(.daily(.tickRoutine(1, due: "2026-11-19", by: .clerk, "已报")))
            try office.perform(.daily(.endRoutine(6)))
            try office.perform(.daily(.openReview(.fence, "第一稿", [.liudi, .construction])))
            try office.perform(.daily(.giveOpinion(.fence, .liudi, .amend, "加反光条")))
            let duty = Commitment(person: .viceLeader, phone: "0571-88120000", isAtCount: true)
            try office.perform(.answer(.handedToDuty, "看住", duty), on: .nightNoise, at: "2026-11-20 18:05")
            try office.perform(.daily(.closeEvening([.inheritance, .nightNoise])), at: "2026-11-20 18:10")
        } catch {
            preconditionFailure("refused: \(error)")
        }
        return office
    }()

    @Test("What was done is there when it is loaded, and the journal is sound", arguments: Engine.allCases)
    func loads(engine: Engine) throws {
        let journal = try engine.journal(of: Self.day, in: folder)
        #expect(try journal.load(.atHand).ledger == Self.day.ledger.atHand)
        #expect(try journal.load(.reference).ledger.diary == Self.day.ledger.diary)
        #expect(try journal.verify().findings == [])
    }

    @Test("Another process sees meetings and ticks as they happen", arguments: Engine.allCases)
    func refreshes(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        var set = try journal.load(.atHand)
        try journal.perform(.daily(.planMeeting(Meeting(kind: .early, day: "2026-11-20"))), by: .now)
        try journal.perform(.daily(.beginMeeting(1)), by: .now)
        try journal.perform(.daily(.turnMeeting(1, to: .well)), by: .now)
        try journal.refresh(&set)
        #expect(set.ledger.diary.underWay?.spotlight == .well)
        #expect(set == (try journal.load(.atHand)))
    }

    @Test("On a rest day the count asks for what the phase of a matter's campaign asks for", arguments: Engine.allCases)
    func restDay(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        let context = Context(actor: .founder, now: "2026-11-21 18:10")
        let receipt = try journal.perform(.daily(.closeEvening([.inheritance, .nightNoise])), by: context)
        guard case .eveningCounted(let count)? = receipt.records.first?.event.fact else {
            Issue.record("not counted")
            return
        }
        // Saturday: by the day in 攻坚, not at all in 平时.
        #expect(count.asked == [.inheritance, .nightNoise] && count.left == [.inheritance])
    }

    @Test("A refusal about a meeting leaves nothing behind", arguments: Engine.allCases)
    func refuses(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        let head = try journal.head()
        #expect(throws: JournalError.refused(.daily(.noSuchMeeting(1)))) {
            try journal.perform(.daily(.noteInMeeting(1, [.well], "说")), by: .now)
        }
        #expect(try journal.head() == head)
    }
}
