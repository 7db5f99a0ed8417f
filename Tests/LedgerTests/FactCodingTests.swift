import Foundation
import Ledger
import Samples
import Testing
import Text

@Suite("Facts in the journal")
struct FactCodingTests {
    /// One of each kind, each with everything a fact of its kind can hold.
    static let facts: [Fact] = [
        .founded(Founding(committee: Office.sample.ledger.committee, calendar: .china, rules: .standard)),
        .calendarReplaced(WorkCalendar(version: 2, knownYears: [2026, 2027], exceptions: [])),
        .rulesReplaced(RulesEdition(from: "2026-11-01", rules: .standard)),
        .supervisionStarted(SupervisionStart(day: "2026-11-23")),
        .unitAdded(Unit(id: 4, name: "环湖整备专班", shortName: "环湖", parent: 3, kind: .taskForce)),
        .personAdded(Person(id: 7, name: "沈南枝", unit: 4, posts: ["入户签约岗"], roles: [.handler])),
        .gridAdded(Grid(id: 3, code: "LD-02-14", name: "柳堤 02-14", level: 3, parent: 2, unit: 6, head: 8)),
        .campaignAdded(Office.sample.ledger.campaigns[.land]!),
        .registered(registration),
        .imported(opening),
        .amended(amendment),
        .submitted(Note(text: "请批")),
        .issued(Issue(due: .endOfDay("2026-12-04"), term: .workdays(10), isWithoutPerson: true, text: "抓紧")),
        .declined(Note(text: "定量不清")),
        .accepted(Note()),
        .tracked(Track(text: "累计 18 户", measures: [.init(line: 0, from: 15, to: Amount("17.5")!)])),
        .stepAdded(Step(title: "验收", person: 7, due: "2026-12-04", done: "2026-12-01")),
        .stepTicked(StepTick(index: 1, text: "公示期满")),
        .answered(
            AnswerGiven(
                kind: .measure,
                text: "11-24 前复测",
                terms: Commitment(
                    person: 7,
                    due: "2026-11-24",
                    level: .secretary,
                    phone: "0571-88120000",
                    needsMeeting: true,
                    isAtCount: true
                ),
                moment: "2026-11-20 17:40"
            )
        ),
        .reported(Report(moment: "2026-11-19 10:00", text: "闭水试验合格")),
        .sentBack(SendBack(reason: "缺验收照片", due: .closeOfBusiness("2026-11-27"))),
        .settled(Settlement(check: .onSite, settled: "2026-11-19", text: "现场看过")),
        .struck(Note(text: "区城治函〔2026〕9号")),
        .archived(Note()),
        .parked(ParkingOrder(reason: "停电计划未下达", recheck: "2026-12-01")),
        .resumed(Resumption(due: .endOfDay("2026-12-31"), text: "计划已下达")),
        .extensionAsked(ExtensionAsked(to: "2026-11-27", reason: "业主外出")),
        .extensionDecided(ExtensionDecision(isGranted: true, due: .endOfDay("2026-11-27"), text: "同意")),
        .supportSettled(SupportSettlement(unit: 6, text: "入户陪同完成")),
        .suspended(Note(text: "另行部署")),
        .voided(Note(text: "重复")),
        .calendarAdjusted(
            CalendarAdjustment(days: [
                .init(day: "2026-11-25", isWorkday: false, name: "本地"),
                .init(day: "2026-11-28", isWorkday: true, name: ""),
            ])
        ),
        .unitRenamed(UnitRenaming(unit: 4, name: "环湖更新专班", shortName: "环湖")),
        .unitClosed(UnitClosing(unit: 5, successor: 3)),
        .personChanged(personChange),
        .personLeft(PersonDeparture(person: 7)),
        .leaveTaken(Leave(person: 3, from: "2026-11-23", through: "2026-11-27", standIn: 2, roles: [.viceLeader])),
        .leaveEnded(LeaveEnd(person: 3, day: "2026-11-26")),
        .corrected(Correction(before: Amendment(), after: amendment)),
        .handedBack(Note(text: "不属本单位职责")),
        .transferred(transfer),
        .reassigned(Reassignment(from: 7, to: 5, post: "督查专员", text: "工作调整")),
        .parkingProposed(ParkingOrder(reason: "停电计划未下达", recheck: "2026-12-01")),
        .parkingRefused(Note(text: "再催一次")),
        .reopened(Reopening(reason: "回访不满意", limit: limit, overdue: 3)),
        .limitAdjusted(
            LimitAdjustment(from: .endOfDay("2026-11-04"), limit: limit, reason: "泥浆池批复晚到", overdue: 12)
        ),
        .limitRecounted(
            LimitRecount(from: .endOfDay("2027-01-04"), due: .endOfDay("2027-01-05"), isTaken: true, text: "按新日历")
        ),
        .supportAccepted(ShareNote(unit: 6, text: "收到")),
        .supportTracked(ShareTrack(unit: 6, text: "入户 3 户", from: 5, to: 8)),
        .undone(undoing),
        .restored(Restoring(number: 7, head: "3f9a21c0", counters: Ledger.Counters())),
        .recovered(Recovery(lost: [[3, 5]], textless: [7], counters: Ledger.Counters())),
        .yearClosed(YearClosing(year: 2026, number: 7, head: "3f9a21c0")),
        .erased(Erasure(records: [4, 5], texts: 3, reason: "误录电话")),
        .contactKept(ContactNote(until: "2027-02-18")),
        .contactShown(ContactNote(contacts: [41])),
        .contactErased(ContactNote(contacts: [41], isExpired: true)),
        .phaseOrdered(PhaseOrder(campaign: 1, phase: .push, from: "2026-11-20", until: "2026-12-05", by: 1)),
        .campaignChanged(CampaignChange(campaign: 1, before: CampaignFacts(), after: campaignFacts)),
        .frontlineNoted(FrontlineChange(campaign: 1, added: frontlineEntry, dropped: frontlineEntry)),
        .carried(Carrying(from: 12, measures: [.init(line: 0, from: 18, to: 19)])),
        .mapDrawn(sheet),
        .ruled(ruling),
        .meetingPlanned(meeting),
        .meetingBegan(MeetingMark(meeting: 3)),
        .meetingTurned(MeetingTurn(meeting: 3, matter: 12)),
        .meetingNoted(MeetingNote(meeting: 3, matters: [2, 12], text: "泥浆池今日批")),
        .topicAdded(MeetingTopic(meeting: 3, topic: .init(matter: 12, text: "继承口径"))),
        .meetingEnded(MeetingMark(meeting: 3, text: "出席 9 人")),
        .meetingCancelled(MeetingMark(meeting: 3, text: "并入周例会")),
        .routineAdded(routine),
        .routineTicked(RoutineTick(routine: 2, due: "2026-11-20", person: 5, text: "已报区督查室")),
        .routineEnded(RoutineEnd(routine: 2)),
        .eveningCounted(EveningCount(day: "2026-11-20", asked: [12, 14], left: [14], handed: [12])),
        .reviewOpened(ReviewOpening(version: 2, document: "疏导方案第二稿", reviewers: [3, 6])),
        .reviewAnswered(ReviewOpinion(unit: 3, version: 2, verdict: .amend, text: "加夜间疏导")),
        .reminded(LadderNote(text: "已电话提醒", due: .endOfDay("2026-11-04"))),
        .slipDrafted(SlipDraft(kind: .press, demand: "请抓紧", due: .endOfDay("2026-11-04"))),
        .slipSigned(
            SlipSigning(
                place: 1,
                kind: .press,
                number: DocumentNumber(prefix: "望街催", year: 2026, serial: 31),
                signer: 4,
                answerBy: "2026-11-24",
                face: SlipFace(Office.sample.matter(.well), overdue: 12)
            )
        ),
        .slipDelivered(SlipNote(place: 1, text: "当面")),
        .slipAccepted(SlipNote(place: 1)),
        .slipAnswered(
            SlipAnswer(
                place: 1,
                reply: SlipReply(done: "钻机进场", reason: "泥浆池", measure: "夜间施工", promised: "2026-11-25", head: 6)
            )
        ),
        .slipVoided(SlipNote(place: 1, text: "写错单位")),
        .stepPutOff(PutOff(step: .order, until: "2026-11-25", reason: "等批复", due: .endOfDay("2026-11-04"))),
        .talkHeld(LadderNote(text: "分管领导约谈")),
        .householdsAdded(HouseholdList(households: [household], quantities: [QuantityLine(target: 1, unit: "户")])),
        .householdVisited(visit),
        .householdsAssigned(HouseholdAssignment(codes: ["H08-017"], cadre: 7)),
        .householdRemoved(HouseholdRemoval(code: "H08-017", reason: "重复", quantities: [])),
        .caseOpened(CaseFile(kind: "继承权属", knot: "两人各持一份遗嘱", ways: ["先签后分", "提存补偿款"], legal: "以公证为准")),
        .precedentKept(Precedent(matter: 12, campaign: 1, kind: "继承权属", text: "先签后分", day: "2026-11-20")),
        .turnOpened(TurnOpening(next: 31, text: "整治期已过")),
    ]

    private static let undoing = {
        var undoing = Undoing(command: "018f3a2c-0000-7000-8000-000000000000", kinds: ["tracked"])
        undoing.matter = Office.sample.ledger.matters[.signing]
        undoing.unit = .init(id: 4, value: Office.sample.ledger.units[4])
        undoing.person = .init(id: 7, value: nil)
        undoing.grid = .init(id: 3, value: Office.sample.ledger.grids[3])
        undoing.campaign = .init(id: 1, value: Office.sample.ledger.campaigns[.land])
        undoing.settings = .init(Office.sample.ledger)
        return undoing
    }()

    private static let household = Household(
        code: "H08-017",
        matter: 12,
        group: "8 组",
        cadre: 7,
        state: .hard,
        visited: "2026-11-18",
        trouble: "继承权属"
    )

    private static let visit = {
        var visit = HouseholdVisit(code: "H08-017", isVisit: true, from: .talking, to: .hard, trouble: "继承权属")
        visit.group = "8 组"
        visit.text = "约周五再谈"
        visit.quantities = [QuantityLine(group: "8 组", target: 32, done: 18, unit: "户")]
        return visit
    }()

    private static let frontlineEntry = FrontlineEntry(
        kind: .members,
        people: [7],
        place: "环湖 8 组",
        day: "2026-11-02",
        text: "党员责任区"
    )

    private static let campaignFacts = {
        var facts = CampaignFacts()
        facts.name = "环湖片区土地整备（二期）"
        facts.goal = "一户不漏"
        facts.head = 3
        facts.unit = 4
        facts.groups = [Campaign.FunctionGroup(name: "疑难个案组", head: 6)]
        facts.start = "2026-09-01"
        facts.due = "2026-12-31"
        facts.target = 500
        facts.measure = "户"
        facts.branch = TemporaryBranch(unit: 4, secretary: 7, founded: "2026-09-10")
        return facts
    }()

    private static let ruling = {
        var ruling = Ruling(
            levels: [.viceLeader, .secretary],
            way: .meeting,
            meeting: 3,
            meetingName: "第 31 次党工委会",
            conclusion: "先行垫付",
            unit: 4,
            person: 7,
            due: "2026-11-27",
            made: [17]
        )
        ruling.moment = "2026-11-20 09:00"
        return ruling
    }()

    private static let meeting = {
        var meeting = Meeting(
            id: 3,
            kind: .early,
            campaign: .land,
            day: "2026-11-20",
            minute: 490,
            title: "早会",
            chair: 1,
            place: "三楼会议室"
        )
        meeting.topics = [.init(matter: 12, text: "继承口径")]
        meeting.began = "2026-11-20 08:10"
        meeting.ended = "2026-11-20 08:40"
        meeting.cancelled = "2026-11-20"
        meeting.attendance = "出席 9 人"
        meeting.spotlight = 12
        meeting.entries = [.init(matters: [12], text: "先行垫付", ruling: ruling)]
        return meeting
    }()

    private static let routine = {
        var routine = Routine(
            id: 2,
            name: "督查周报",
            cycle: .weekly(5),
            restDay: .after,
            minute: 1020,
            unit: 2,
            person: 5,
            start: "2026-11-02"
        )
        routine.ended = "2026-12-31"
        routine.ticks = [.init(due: "2026-11-13", day: "2026-11-16", person: 5, isLate: true, text: "补")]
        return routine
    }()

    private static let limit = NewLimit(due: .moment("2026-11-27 17:00"), term: .hours(24), from: "2026-11-26 17:00")

    private static let sheet = MapSheet(
        parent: 2,
        rows: ["AA~", "A.."],
        isSquare: false,
        survey: .degrees,
        places: [
            .init(grid: 3, form: .letter("A")), .init(grid: 4, form: .tile(row: 1, column: 2, rows: 3, columns: 4)),
            .init(grid: 5, form: .area(Outline([[.init(x: 114_000_000, y: 22_000_000), .init(x: 3, y: -4)]]))),
        ],
        objects: [
            .init(kind: .water, name: "镜湖", head: 3, form: .letter("~")),
            .init(kind: .road, name: "湖滨大道", form: .line(Outline([[.init(x: 1, y: 2)]]))),
        ]
    )

    private static let transfer = {
        var transfer = Transfer(from: 4, to: 5, person: 6, post: "专班负责人", reason: "职责调整")
        transfer.limit = limit
        transfer.signDue = .endOfDay("2026-11-23")
        return transfer
    }()

    private static let personChange = {
        var change = PersonChange(person: 7)
        change.name = "沈南知"
        change.unit = 5
        change.posts = ["网格长"]
        change.roles = [.gridHead]
        return change
    }()

    private static let registration = {
        var registration = Registration(number: 121, kind: .target, title: "环湖 8 组包户签约", source: .meeting)
        registration.sourceDocument = "会纪〔2026〕12号"
        registration.campaign = .land
        registration.parent = 7
        registration.grid = .liudi0214
        registration.level = .headquarters
        registration.tags = ["攻坚"]
        registration.isUrgent = true
        registration.lead = .landForce
        registration.supports = [
            Support(
                unit: .liudi,
                mode: .share,
                quantity: QuantityLine(target: 32, unit: "户"),
                due: .endOfDay("2026-11-20"),
                settled: "2026-11-19"
            )
        ]
        registration.leader = .viceLeader
        registration.person = .shenNanzhi
        registration.post = "入户签约岗"
        registration.quantities = [QuantityLine(group: "8 组", target: 32, done: 18, unit: "户")]
        registration.term = .fixed("2026-12-04")
        registration.start = "2026-09-21"
        registration.steps = [Step(title: "摸底建档", due: "2026-10-12")]
        registration.remark = "八组先行"
        registration.reboundOf = 5
        registration.signTerm = .hours(2)
        return registration
    }()

    private static let opening = {
        var opening = Opening(registration: registration, stage: .parked, registered: "2026-09-18")
        opening.issued = "2026-09-18"
        opening.due = .endOfDay("2026-12-04")
        opening.originalDue = .endOfDay("2026-11-20")
        opening.extensions = 1
        opening.settled = "2026-11-19"
        opening.parking = Parking(since: "2026-11-01", reason: "待测绘", recheck: "2026-11-30")
        opening.progress = "累计签约 18 户"
        opening.problem = "测绘未排期"
        opening.extras = [Extra(name: "原编号", value: "环湖-8")]
        opening.isUnderSupervision = true
        return opening
    }()

    private static let amendment = {
        var amendment = Amendment()
        amendment.title = "环湖 8 组包户签约（二期）"
        amendment.kind = .duty
        amendment.source = .yearPlan
        amendment.campaign = .land
        amendment.grid = .liudi02
        amendment.lead = .liudi
        amendment.leader = .director
        amendment.person = .luoWenzhou
        amendment.post = "社区书记"
        amendment.quantities = [QuantityLine(target: 40, unit: "户")]
        amendment.term = .months(2)
        amendment.supports = [Support(unit: .construction)]
        amendment.signTerm = .officeHours(4)
        amendment.parent = 7
        return amendment
    }()

    @Test("the table has one of each kind")
    func complete() {
        #expect(Set(Self.facts.map(\.kind)) == Set(Fact.Kind.allCases))
        #expect(Self.facts.count == Fact.Kind.allCases.count)
    }

    @Test("can be read back as they were written", arguments: facts)
    func roundTrip(fact: Fact) throws {
        #expect(try Body(fact).fact(fact.kind) == fact)
    }

    @Test("keep their free text beside the body, where a vault is given", arguments: facts)
    func sealed(fact: Fact) throws {
        let vault = Vault()
        let body = try Body(fact, vault: vault)
        #expect(vault.texts.values.allSatisfy { !body.text.contains($0.string) })
        #expect(try body.fact(fact.kind, vault: vault) == fact)
    }

    @Test("stay readable when every text is blacked out", arguments: facts)
    func erased(fact: Fact) throws {
        let vault = Vault()
        let body = try Body(fact, vault: vault)
        let texts = vault.texts
        vault.texts = [:]
        let erased = try body.fact(fact.kind, vault: vault)
        #expect((erased == fact) == texts.isEmpty)
        // What is blacked out stays so, and is told apart from an empty text, in a copy without a vault.
        #expect(try Body(erased).fact(fact.kind) == erased)
    }

    @Test("every event of the sample office can be read back")
    func sampleOffice() throws {
        for event in Office.sample.events {
            #expect(try Body(event.fact).fact(event.fact.kind) == event.fact)
        }
    }

    /// The bytes of an event are hashed and printed on paper: they may never change.
    @Test(
        "are written in these very bytes",
        arguments: [
            (
                .tracked(Track(text: "累计 18 户", measures: [.init(line: 0, from: 15, to: Amount("17.5")!)])),
                #"{"measures":[{"from":"15","line":0,"to":"17.5"}],"text":"累计 18 户"}"#
            ),
            (
                .issued(Issue(due: .closeOfBusiness("2026-11-20"))),
                #"{"due":"2026-11-20 close","isWithoutPerson":false}"#
            ),
            (
                .reported(Report(moment: "2026-11-19 10:00", text: "合格")),
                #"{"moment":1795053600000,"text":"合格"}"#
            ),
            (
                .settled(Settlement(check: .onSite, settled: "2026-11-19")),
                #"{"check":"onSite","settled":"2026-11-19"}"#
            ),
            (.extensionAsked(ExtensionAsked(to: "2026-11-27", reason: "雨")), #"{"reason":"雨","to":"2026-11-27"}"#),
            (.accepted(Note()), "{}"),
        ] as [(Fact, String)]
    )
    func bytes(fact: Fact, text: String) throws {
        #expect(try Body(fact).text == text)
    }
}

/// The payload of an event as it stands in the journal, with or without its texts.
private struct Body {
    let data: Data

    init(_ fact: Fact, vault: Vault? = nil) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.userInfo[.prose] = vault
        data = try encoder.encode(Payload(fact: fact))
    }

    var text: String { String(decoding: data, as: UTF8.self) }

    func fact(_ kind: Fact.Kind, vault: Vault? = nil) throws -> Fact {
        let decoder = JSONDecoder()
        decoder.userInfo[.prose] = vault
        decoder.userInfo[Payload.kind] = kind
        return try decoder.decode(Payload.self, from: data).fact
    }

    private struct Payload: Codable {
        static let kind = CodingUserInfoKey(rawValue: "kind")!
        let fact: Fact

        init(fact: Fact) { self.fact = fact }

        init(from decoder: any Decoder) throws {
            fact = try Fact(kind: decoder.userInfo[Self.kind] as! Fact.Kind, from: decoder)
        }

        func encode(to encoder: any Encoder) throws { try fact.encodePayload(to: encoder) }
    }
}

/// Numbers the texts it keeps; used by one test at a time.
private final class Vault: ProseVault, @unchecked Sendable {
    var texts: [String: CleanText] = [:]

    func seal(_ text: CleanText) -> String {
        let digest = "digest-\(texts.count)"
        texts[digest] = text
        return digest
    }

    func open(_ digest: String) -> CleanText? { texts[digest] }
}
