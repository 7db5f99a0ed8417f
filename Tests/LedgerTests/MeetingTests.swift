import Ledger
import Samples
import Testing
import Text

@Suite("Meetings")
struct MeetingTests {
    private func office(begun: Bool = true) throws -> Office {
        var office = Office.sample
        try office.perform(.daily(.planMeeting(Meeting(kind: .early, day: "2026-11-20", minute: 490))))
        if begun { try office.perform(.daily(.beginMeeting(1))) }
        return office
    }

    private func refusal(_ command: OfficeCommand, in office: Office, by actor: Actor = .founder) -> Refusal? {
        var copy = office
        do {
            try copy.perform(.daily(command), by: actor)
            return nil
        } catch {
            return error
        }
    }

    @Test("One note serves several matters and is their track of the day")
    func note() throws {
        var office = try office()
        let events = try office.perform(.daily(.noteInMeeting(1, [.well, .signing, .well], "泥浆池今日批")))
        #expect(events.map(\.fact.kind) == [.meetingNoted, .tracked, .tracked])
        #expect(events.map(\.matter) == [nil, .signing, .well])
        for number in [MatterNumber.well, .signing] {
            #expect(office.matter(number).track(on: "2026-11-20").isTracked)
            #expect(office.matter(number).lastTrack?.text == "泥浆池今日批")
        }
        #expect(
            office.ledger.diary.meetings[1]?.entries
                == [.init(matters: [.signing, .well], text: "泥浆池今日批")]
        )
    }

    @Test("A decision in a meeting becomes a matter, and the meeting keeps it")
    func decide() throws {
        var office = try office()
        var made = Registration(kind: .target, title: "清运湖西垃圾", source: .spoken)
        made.person = .heZhiyuan
        made.term = .workdays(3)
        var draft = RulingDraft(levels: [.secretary], way: .meeting, meeting: 1, conclusion: "三日清完", followUps: [made])
        try office.perform(.daily(.rule(draft)), by: .clerk)
        #expect(office.matter(17).source == .meeting)
        #expect(office.ledger.diary.meetings[1]?.made == [17])
        draft.matter = .inheritance
        draft.followUps = []
        draft.isNothingToDo = true
        try office.perform(.daily(.rule(draft)), by: .clerk)
        #expect(office.ledger.diary.meetings[1]?.entries.map(\.matters) == [[], [.inheritance]])
        #expect(office.matter(.inheritance).answer?.kind == .decided)
    }

    @Test("The spotlight is shared, and goes out with the meeting")
    func spotlight() throws {
        var office = try office()
        try office.perform(.daily(.turnMeeting(1, to: .well)))
        #expect(office.ledger.diary.underWay?.spotlight == .well)
        #expect(refusal(.turnMeeting(1, to: .well), in: office) == .nothingChanged)
        try office.perform(.daily(.endMeeting(1, "出席 9 人")))
        #expect(office.ledger.diary.meetings[1]?.spotlight == nil)
        #expect(office.ledger.diary.meetings[1]?.attendance == "出席 9 人")
        #expect(office.ledger.diary.underWay == nil)
    }

    @Test(
        "Out of order",
        arguments: [
            (false, .noteInMeeting(1, [], "说"), .daily(.meetingNotBegun(1))),
            (false, .endMeeting(1, nil), .daily(.meetingNotBegun(1))),
            (true, .beginMeeting(1), .daily(.meetingBegan(1))),
            (true, .cancelMeeting(1, "误点"), nil),
            (true, .cancelMeeting(1, ""), .daily(.emptyNote)),
            (false, .cancelMeeting(1, ""), .daily(.emptyNote)),
            (true, .noteInMeeting(1, [], ""), .daily(.emptyNote)),
            (true, .noteInMeeting(1, [.archive], "说"), .wrongStage(.track, .archived, allowed: [])),
            (true, .addTopic(1, nil, nil), .daily(.emptyNote)),
            (true, .beginMeeting(9), .daily(.noSuchMeeting(9))),
            (
                false, .planMeeting(Meeting(kind: .early, day: "2026-11-20")),
                .daily(.meetingPlanned(1, on: "2026-11-20"))
            ),
            (false, .planMeeting(Meeting(kind: .early, campaign: .land, day: "2026-11-20")), nil),
            (false, .planMeeting(Meeting(kind: .late, day: "2026-11-19")), .daily(.meetingInPast("2026-11-19"))),
        ] as [(Bool, OfficeCommand, Refusal?)]
    )
    func order(begun: Bool, command: OfficeCommand, expected: Refusal?) throws {
        #expect(refusal(command, in: try office(begun: begun)) == expected)
    }

    @Test(
        "A meeting begun by mistake is called off, and announced and held anew; one in which something was said is not"
    )
    func calledOffAfterBeginning() throws {
        var office = try office()
        try office.perform(.daily(.turnMeeting(1, to: .well)))
        try office.perform(.daily(.cancelMeeting(1, "误点")))
        #expect(office.ledger.diary.underWay == nil)
        #expect(office.ledger.diary.meetings[1]?.cancelled == "2026-11-20")
        #expect(office.ledger.diary.meetings[1]?.spotlight == nil)
        #expect(refusal(.noteInMeeting(1, [], "说"), in: office) == .daily(.meetingCancelled(1)))
        #expect(refusal(.cancelMeeting(1, "误点"), in: office) == .daily(.meetingCancelled(1)))

        try office.perform(.daily(.planMeeting(Meeting(kind: .early, day: "2026-11-20", minute: 490))))
        try office.perform(.daily(.beginMeeting(2)))
        #expect(office.ledger.diary.underWay?.id == 2)
        try office.perform(.daily(.noteInMeeting(2, [], "先过逾期")))
        #expect(refusal(.cancelMeeting(2, "误点"), in: office) == .daily(.meetingHasEntries(2)))
        try office.perform(.daily(.endMeeting(2, nil)))
        #expect(refusal(.cancelMeeting(2, "误点"), in: office) == .daily(.meetingOver(2)))
    }

    @Test("Meetings are the office's to record")
    func permission() throws {
        let office = try office()
        #expect(refusal(.endMeeting(1, nil), in: office, by: .clerk) == nil)
        #expect(
            refusal(.endMeeting(1, nil), in: office, by: .handler)
                == .notAllowed(.register, to: [.clerk, .supervisionHead])
        )
    }

    @Test("Old meetings leave the diary when new ones are planned; numbers go on")
    func forgets() throws {
        var office = try office()
        try office.perform(.daily(.endMeeting(1, nil)))
        try office.perform(
            .daily(.planMeeting(Meeting(kind: .early, day: "2027-02-01"))),
            at: "2027-02-01 08:00"
        )
        #expect(office.ledger.diary.meetings.keys.sorted() == [2])
    }
}

@Suite("会审 of a plan")
struct JointReviewTests {
    @Test("It is issued only when every reviewer has answered the present version")
    func gate() throws {
        var office = Office.sample
        func refusal(_ text: CleanText? = nil) -> Refusal? { office.refusal(.issue(nil, text), on: .fence) }
        #expect(refusal() == nil)
        try office.perform(.daily(.openReview(.fence, "围挡方案第一稿", [.construction, .liudi])))
        #expect(refusal() == .daily(.reviewUnanswered([.construction, .liudi])))
        try office.perform(.daily(.giveOpinion(.fence, .construction, .agree, nil)))
        #expect(refusal() == .daily(.reviewUnanswered([.liudi])))
        try office.perform(.daily(.giveOpinion(.fence, .liudi, .object, "占了消防通道")))
        #expect(refusal() == .daily(.reviewOpposed([.liudi])))
        #expect(refusal("先行试点") == nil)
        // A new version: everybody looks again, and the old opinions stay on record.
        try office.perform(.daily(.openReview(.fence, "第二稿：让出通道", [])))
        #expect(refusal() == .daily(.reviewUnanswered([.construction, .liudi])))
        try office.perform(.daily(.giveOpinion(.fence, .construction, .agree, nil)))
        try office.perform(.daily(.giveOpinion(.fence, .liudi, .amend, "加反光条")))
        #expect(refusal() == nil)
        let review = try #require(office.matter(.fence).review)
        #expect(review.version == 2)
        #expect(review.opinions.map(\.version) == [1, 1, 2, 2])
    }

    @Test(
        "What is refused",
        arguments: [
            (.openReview(.fence, "", [.liudi]), .daily(.emptyNote)),
            (.openReview(.fence, "第一稿", []), .daily(.needsReviewers)),
            (.openReview(.well, "第一稿", [.liudi]), .daily(.reviewTooLate)),
            (.giveOpinion(.fence, .liudi, .agree, nil), .daily(.noReview)),
        ] as [(OfficeCommand, Refusal)]
    )
    func refused(command: OfficeCommand, expected: Refusal) throws {
        var office = Office.sample
        #expect(throws: expected) { try office.perform(.daily(command)) }
    }

    @Test("Only a reviewer answers, and who asks for a change says which")
    func opinions() throws {
        var office = Office.sample
        try office.perform(.daily(.openReview(.fence, "第一稿", [.liudi])))
        #expect(throws: Refusal.daily(.notReviewer(.construction))) {
            try office.perform(.daily(.giveOpinion(.fence, .construction, .agree, nil)))
        }
        #expect(throws: Refusal.daily(.emptyNote)) {
            try office.perform(.daily(.giveOpinion(.fence, .liudi, .amend, nil)))
        }
    }
}
