import Ledger
import Samples
import Supervision
import Testing
import Text
import Words

@Suite("Words of the office's own day")
struct OfficeWordsTests {
    private let ledger = Office.sample.ledger

    @Test(arguments: [
        (Nights(total: 3, atLevel: 3), "3 夜", "3 nights"),
        (
            Nights(total: 3, level: .secretary, atLevel: 2), "在书记处 2 夜，共 3 夜",
            "2 nights with secretary, director, 3 in all"
        ),
    ])
    func nights(nights: Nights, zh: String, en: String) {
        #expect(Words.chinese.nights(nights) == zh)
        #expect(Words.english.nights(nights) == en)
    }

    @Test("A decision says who decided, how, what, and who carries it out by when")
    func ruling() {
        var ruling = Ruling(
            levels: [.viceLeader, .secretary],
            way: .meeting,
            meetingName: "书记办公会",
            conclusion: "先行垫付",
            person: .shenNanzhi,
            due: "2026-11-27",
            made: [17]
        )
        #expect(
            Words.chinese.ruling(ruling, seenFrom: "2026-11-20", in: ledger)
                == "分管领导、书记、主任（书记办公会）：先行垫付；落实事项 17（沈南枝 11-27 前）"
        )
        ruling.made = []
        ruling.meetingName = nil
        ruling.way = .instruction
        #expect(
            Words.chinese.ruling(ruling, seenFrom: "2026-11-20", in: ledger) == "分管领导、书记、主任（批示）：先行垫付；不需落实"
        )
    }

    @Test("Every refusal has words in both languages, and English holds no Chinese of its own")
    func refusals() {
        let day: Day = "2026-11-20"
        let refusals: [DailyRefusal] = [
            .answerLacks(.measure, AnswerPart.allCases), .dutyOnlyBeforeRest(next: day), .decidedByRuling, .needsLevel,
            .levelTooLow(pending: .secretary), .mustGoToMeeting, .decidesTogether(.committee),
            .needsDecider(.secretary),
            .needsMeetingName, .needsFollowUp, .followUpMissing(place: 1, [.time]), .followUpWithoutLead(place: 1),
            .noSuchMeeting(1), .meetingNotBegun(1), .meetingOver(1), .meetingBegan(1), .meetingCancelled(1),
            .meetingHasEntries(1),
            .meetingPlanned(1, on: day), .emptyNote, .noSuchRoutine(1),
            .routineNotDue(1, on: day, before: day, after: nil), .routineTicked(1, due: day, on: day),
            .routineEnded(1, on: day), .routineAhead(due: day), .noReview, .needsReviewers, .reviewTooLate,
        ]
        for refusal in refusals {
            let chinese = Words.chinese.sentence(.daily(refusal), in: ledger)
            let english = Words.english.sentence(.daily(refusal), in: ledger)
            #expect(chinese.hasSuffix("。"), "\(chinese)")
            #expect(english.hasSuffix("."), "\(english)")
            #expect(!english.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(english)")
        }
    }
}

/// Meetings that a phase asks for, in words.
struct ExpectedMeetingWordsTests {
    private let ledger = Office.founded.ledger
    private let missed = MissedMeetings(
        campaign: .land,
        phase: .push,
        rhythm: .earlyAndLate,
        turns: [MeetingTurnDue(day: "2026-11-18", kind: .late), MeetingTurnDue(day: "2026-11-19", kind: .early)]
    )

    @Test func says() {
        let name = Words.chinese.campaign(.land, in: ledger)
        #expect(
            Words.chinese.sentence(missed, seenFrom: "2026-11-20", in: ledger)
                == "例会未开：\(name) 攻坚，应每个工作日开早会、晚会；11-18 晚会、11-19 早会未开"
        )
        #expect(Words.chinese.line([missed], in: ledger) == "例会未开：\(name) 2 次")
        #expect(Words.english.line([missed], in: ledger).hasPrefix("No meeting: "))
        #expect(Words.chinese.line([], in: ledger).isEmpty)
    }
}
