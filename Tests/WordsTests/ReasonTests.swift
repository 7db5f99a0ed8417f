import Ledger
import Samples
import Supervision
import Testing
import Text
import Words

/// The sentences of lights, by the sample office on 2026-11-20 at 08:12.
struct ReasonTests {
    let office = Office.sample
    var supervisor: Supervisor { Supervisor(office.ledger, at: office.now) }

    @Test(arguments: [
        (MatterNumber.well, "时限 2026-11-04 已过，逾 12 个工作日"),
        (.signing, "剩 10 个工作日，应 40%，实 56%"),
        (.wires, "挂账"),
        (.fence, "待批准，尚未交办"),
    ])
    func sentences(number: MatterNumber, beginning: String) {
        let sentence = Words.chinese.sentence(supervisor.judge.judge(office.matter(number)))
        #expect(sentence.contains(beginning) || sentence.hasPrefix(beginning), "\(sentence)")
    }

    /// Every case has words in both languages, and English holds no Chinese.
    @Test func everyReasonSpeaksBothLanguages() {
        let plan = Plan(
            start: "2026-09-18",
            limit: "2026-12-04",
            workdays: 50,
            elapsed: 39,
            expected: 780,
            done: 562,
            isBySteps: false
        )
        let day: Day = "2026-11-20"
        let reasons: [Reason] = [
            .past(limit: day, workdays: 12, days: 16), .past(limit: day, workdays: 0, days: 1),
            .pastEvening(limit: day, minute: 1080), .reportedLate(limit: day, reported: day, workdays: 2),
            .behind(plan),
            .unsigned(issued: day, workdays: 3, limit: 2), .waitingSignature(issued: day, workdays: 1, limit: 2),
            .near(limit: day, left: 0), .near(limit: day, left: 2), .onCourse(limit: day, left: 9, plan: plan),
            .onCourse(limit: day, left: 0, plan: nil), .waitingReview(reported: day, workdays: 1, limit: 2), .noLimit,
            .notIssued(.draft), .startsLater(day), .settled(on: day, limit: day, workdaysLate: 0),
            .settled(on: day, limit: day, workdaysLate: 2), .settled(on: day, limit: day, workdaysLate: -2),
            .settled(on: nil, limit: nil, workdaysLate: 0), .parked(since: day, recheck: day),
            .parked(since: day, recheck: nil), .suspended, .void, .pastHour(limit: day, minute: 1020),
            .unsignedPast(limit: day, minute: 1020, workdays: 0), .unsignedPast(limit: day, minute: nil, workdays: 3),
            .waitingSignatureUntil(limit: day, minute: 600), .waitingSignatureUntil(limit: day, minute: nil),
        ]
        let matter = office.matter(.wires)
        for reason in reasons {
            let judgement = Judgement(.red, reason)
            for text in [Words.chinese.brief(judgement), Words.chinese.reason(judgement, of: matter)] {
                #expect(!text.isEmpty)
            }
            #expect(Words.chinese.brief(judgement).columns() <= 11, "\(Words.chinese.brief(judgement))")
            #expect(!Words.chinese.sentence(judgement).isEmpty)
            #expect(!holdsChinese(Words.english.sentence(judgement)), "\(reason)")
            #expect(!holdsChinese(Words.english.brief(judgement)), "\(reason)")
        }
    }

    @Test func theBasisCanBeRecomputed() {
        let matter = office.matter(.well)
        let lines = Words.chinese.basis(
            supervisor.judge.judge(matter),
            of: matter,
            today: office.today,
            in: office.ledger
        )
        #expect(
            lines == [
                BasisLine("逾期", "时限日 24:00 仍未办结"),
                BasisLine("时限", "11-04 周三  09-21 交办"),
                BasisLine("今日", "11-20 周五 已过 16 日，减休息日 4 日"),
                BasisLine("逾期", "12 个工作日"),
                BasisLine("规则", "本街道规则 第 1 版"),
            ]
        )
    }

    /// The third figure is the difference of the two before it, with a tenth where whole percents would not give it.
    @Test(arguments: [
        (780, 560, "78%", "56%", "22"), (1000, 571, "100%", "57.1%", "42.9"), (783, 687, "78.3%", "68.7%", "9.6"),
        (779, 562, "77%", "56%", "21"), (500, 500, "50%", "50%", "0"),
    ])
    func aPencilFindsHowFarBehind(expected: Int, done: Int, should: String, is: String, behind: String) {
        let plan = Plan(
            start: "2026-09-01",
            limit: "2026-12-01",
            workdays: 60,
            elapsed: 40,
            expected: expected,
            done: done,
            isBySteps: false
        )
        let shares = Words.chinese.shares(of: plan)
        #expect(shares == (should, `is`, behind))
    }

    @Test func oneSentenceAnswersTheLeader() {
        let matter = office.matter(.well)
        let sentence = Words.chinese.oneSentence(matter, supervisor.judge.judge(matter), in: office.ledger)
        #expect(sentence.contains("逾 12 个工作日；卡："))
        #expect(sentence.contains("；下一步："))
        #expect(sentence.hasSuffix("需领导定：无。"))
    }
}

/// Amounts, days and refusals.
struct WordTests {
    @Test(arguments: [
        (Amount(1240), "1,240"), (Amount(999), "999"), (Amount(1_234_567), "1,234,567"),
        (Amount("-1240.5")!, "-1,240.5"),
        (Amount("12.5")!, "12.5"),
    ])
    func amounts(amount: Amount, text: String) {
        #expect(Words.chinese.amount(amount) == text)
    }

    @Test func days() {
        let day: Day = "2026-11-05"
        #expect(Words.chinese.short(day) == "11-05")
        #expect(Words.chinese.long(day) == "2026年11月5日")
        #expect(Words.chinese.weekday(day) == "周四")
        #expect(Words.chinese.short("2027-01-14", seenFrom: day) == "2027-01-14")
        #expect(Words.chinese.kind(of: "2026-10-01", in: .china) == "国庆节")
        #expect(Words.chinese.kind(of: "2026-10-10", in: .china) == "调休上班")
        #expect(Words.chinese.kind(of: "2027-01-04", in: .china) == "工作日（估）")
    }

    @Test func aForecastSaysHowLate() {
        let middle = Forecast.Finish(day: "2026-12-25", workdays: 26, workdaysLate: 7)
        let forecast = Forecast(
            earliest: .init(day: "2026-12-21", workdays: 22, workdaysLate: 3),
            middle: middle,
            latest: .init(day: "2027-01-07", workdays: 34, isEstimated: true, workdaysLate: 15)
        )
        #expect(Words.chinese.forecast(forecast) == "照目前进度，预计 12月25日完成，比期限晚 7 个工作日")
        #expect(Words.chinese.forecastRange(forecast, seenFrom: "2026-11-20") == "最早 12月21日，最迟 2027年1月7日（估）")
        let vague = Forecast(earliest: middle, middle: middle, latest: nil)
        #expect(Words.chinese.forecastRange(vague, seenFrom: "2026-11-20") == "最早 12月25日，最迟说不准")
    }

    @Test func whatIsMissingForAForecastIsSaid() {
        #expect(Words.chinese.outlook(.tooFewRecords(days: 2)) == "近 10 个工作日有进度的只有 2 日，记录不足，暂不预计")
        #expect(Words.english.outlook(.tooFewRecords(days: 2)).contains("2 of the last 10"))
    }

    @Test func everyRefusalSpeaksBothLanguages() {
        let day: Day = "2026-11-20"
        let refusals: [Refusal] = [
            .unknownMatter(1), .unknownUnit(1), .unknownPerson(1), .unknownGrid(1), .unknownCampaign(1),
            .alreadyFounded,
            .notFounded, .readOnly(login: "wen"), .notAllowed(.issue, to: [.supervisionHead]),
            .needsBehalf(.accept, of: [.unitHead]), .notAllowed(.adjustLimit, to: [.secretary]),
            .otherVoice(.accept, person: 1, unit: nil, of: 2), .otherVoice(.report, person: nil, unit: 3, of: 2),
            .putOffNotAhead(day), .needsCallBack, .wrongStage(.settle, .inHand, allowed: [.track, .report]),
            .wrongStage(.settle, .void, allowed: []), .emptyTitle, .emptyText(.track), .missingLead,
            .missing([.person, .quantity]), .needsDocument, .limitNotAhead(day), .dayAhead(day),
            .extensionTooLate(limit: day, cutoff: 1050), .extensionNotLater(limit: day), .extensionsUsedUp(2),
            .extensionPending, .noExtensionPending, .recheckOutOfRange(days: 30), .needsLimit, .noQuantity,
            .noSuchLine(2), .negativeAmount, .noSuchStep(3), .stepDone(3), .noSuchSupport(1), .numberTaken(7),
            .nameTaken("a"), .codeTaken("b"), .conflict(7, expected: 2, actual: 3),
            .clockBehind("2026-11-20 08:12"), .nothingChanged, .unitClosed(1, on: day, successor: nil),
            .unitClosed(1, on: day, successor: 2), .unitInUse(1, matters: 3, units: 0), .personLeft(1, on: day),
            .personElsewhere(1, lead: 2), .sameUnit(1), .samePerson(1), .noColleague(1), .noParkingProposed,
            .parkingProposed,
            .needsNewLimit(old: day), .limitIsIssued, .noRecount, .openShares([1]), .shareAccepted(1),
            .notStruck(5, .settled), .approvalDay(day), .leaveOutOfOrder, .alreadyAway(1, through: day), .notAway(1),
            .standInAway(1, through: day), .noCalendarDays,
        ]
        for refusal in refusals {
            #expect(Words.chinese.sentence(refusal, in: Ledger()).hasSuffix("。"))
            #expect(!holdsChinese(Words.english.sentence(refusal, in: Ledger())), "\(refusal)")
        }
        #expect(
            Words.chinese.sentence(.wrongStage(.settle, .inHand, allowed: [.track, .report]), in: Ledger())
                == "现为「办理中」，不能「审核办结」（须为「待审核」）；现在可以：跟踪、上报办结。"
        )
    }

    @Test func aUnitsWordIsAskedForByName() {
        #expect(
            Words.chinese.sentence(.otherVoice(.accept, person: 8, unit: nil, of: 5), in: Office.sample.ledger)
                == "「签收」须由雨污分流专班的人作出，罗文舟（柳堤社区）不是；经手人请写该单位的人，或写 雨污分流专班。"
        )
        #expect(
            Words.chinese.sentence(.notAllowed(.adjustLimit, to: [.secretary]), in: Ledger())
                == "「调整时限」须由书记或交办人本人作出。"
        )
    }

    @Test func aFixedDateOnADayOffSaysByWhenToReport() {
        let calendar = WorkCalendar.china
        let limit: Day = "2026-10-31"
        #expect(Words.chinese.restNote(limit, calendar, seenFrom: "2026-10-20") == "10-31 周六，请于 10-30 前报结")
        #expect(Words.chinese.restNote(limit, calendar, seenFrom: "2026-10-31") == nil)
        // A make-up Saturday is worked.
        #expect(Words.chinese.restNote("2026-10-10", calendar, seenFrom: "2026-10-09") == nil)
        #expect(!holdsChinese(Words.english.restNote(limit, calendar, seenFrom: "2026-10-20") ?? ""))
        let today = Judgement(.yellow, .lastWorkday(limit: limit, by: "2026-10-30", isToday: true))
        #expect(Words.chinese.sentence(today) == "10-31 周六，请于 10-30 前报结")
        #expect(Words.chinese.brief(today) == "今日报结")
    }

    @Test func everyTermHasWords() {
        for words in [Words.chinese, .english] {
            let names =
                Kind.allCases.map { words.name($0) } + Stage.allCases.map { words.name($0) }
                + Source.allCases.map { words.name($0) } + Role.allCases.map { words.name($0) }
                + Light.allCases.map { words.name($0) } + Action.Kind.allCases.map { words.name($0) }
                + Fact.Kind.allCases.map { words.name($0) } + UnitKind.allCases.map { words.name($0) }
            #expect(names.allSatisfy { !$0.isEmpty && (words.language == .zh || !holdsChinese($0)) })
            // A light is one letter of two cells.
            #expect(Light.allCases.allSatisfy { words.letter($0).columns() == 2 })
        }
    }
}

func holdsChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) || (0xFF00...0xFFEF).contains($0.value) }
}
