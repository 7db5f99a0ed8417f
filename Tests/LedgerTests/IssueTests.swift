import Ledger
import Samples
import Testing
import Text

@Suite("Registering and the four-fixed gate")
struct IssueTests {
    /// Registers and submits a matter that lacks nothing but what `change` takes away.
    private func pending(_ change: (inout Registration) -> Void) throws -> (Office, MatterNumber) {
        var office = Office.founded
        var registration = Registration(kind: .target, title: "护栏更换", source: .congress)
        registration.lead = .construction
        registration.person = .heZhiyuan
        registration.quantities = [QuantityLine(target: 120, unit: "米")]
        registration.term = .workdays(5)
        change(&registration)
        let number = try #require(try office.perform(.register(registration)).first?.matter)
        try office.perform(.submit(nil), on: number)
        return (office, number)
    }

    @Test("issues what has its four fixed, and takes the post from the person")
    func complete() throws {
        var (office, number) = try pending { _ in }
        let event = try office.perform(.issue(nil, nil), on: number)[0]
        #expect(event.fact == .issued(.init(due: .endOfDay("2026-11-27"), rules: 1)))
        let matter = office.matter(number)
        #expect(matter.post == "专班负责人")
        #expect(matter.missing.isEmpty)
        #expect(matter.due == .endOfDay("2026-11-27"))
        #expect(matter.originalDue == .endOfDay("2026-11-27"))
        #expect(matter.issued == "2026-11-20")
        #expect(matter.start == "2026-11-20")
    }

    @Test("refuses what lacks one of them")
    func missing() throws {
        var (office, number) = try pending { $0.quantities = [] }
        #expect(office.refusal(.issue(nil, nil), on: number) == .missing([.quantity]))
        (office, number) = try pending { $0.term = nil }
        #expect(office.refusal(.issue(nil, nil), on: number) == .missing([.time]))
        #expect(office.refusal(.issue(.months(1), nil), on: number) == nil)
        (office, number) = try pending {
            $0.term = nil
            $0.quantities = []
        }
        #expect(office.refusal(.issue(nil, nil), on: number) == .missing([.quantity, .time]))
        (office, number) = try pending { $0.lead = nil }
        #expect(office.refusal(.issue(nil, nil), on: number) == .missingLead)
    }

    @Test("a person whose post nobody wrote down lacks the post")
    func post() throws {
        var office = Office.founded
        try office.perform(.addPerson(Person(id: 0, name: "许砚秋", unit: .construction)))
        var registration = Registration(kind: .problem, title: "井盖松动", source: .patrol)
        registration.lead = .construction
        registration.person = 9
        registration.term = .sameDay
        try office.perform(.register(registration))
        try office.perform(.submit(nil), on: 1)
        #expect(office.refusal(.issue(nil, nil), on: 1) == .missing([.post]))
        var amendment = Amendment()
        amendment.post = "巡查岗"
        try office.perform(.amend(1, amendment))
        #expect(office.refusal(.issue(nil, nil), on: 1) == nil)
    }

    @Test("without a person it goes to the unit's head, marked 待定人")
    func withoutPerson() throws {
        var (office, number) = try pending { $0.person = nil }
        let event = try office.perform(.issue(nil, nil), on: number)[0]
        #expect(event.fact == .issued(.init(due: .endOfDay("2026-11-27"), isWithoutPerson: true, rules: 1)))
        #expect(office.matter(number).missing == [.person, .post])
        var amendment = Amendment()
        amendment.person = .heZhiyuan
        try office.perform(.amend(number, amendment))
        #expect(office.matter(number).missing.isEmpty)
    }

    @Test(
        "批示件, problems and demands count as 1 件",
        arguments: [(.target, .instruction), (.problem, .patrol), (.demand, .hotline), (.duty, .yearPlan)]
            as [(Kind, Source)]
    )
    func oneItem(kind: Kind, source: Source) throws {
        let (office, number) = try pending {
            $0.kind = kind
            $0.source = source
            $0.quantities = []
        }
        #expect(office.refusal(.issue(nil, nil), on: number) == nil)
    }

    @Test(
        "a limit lies ahead and within reason",
        arguments: [
            (.fixed("2026-11-19"), .limitNotAhead("2026-11-19")), (.fixed("2026-11-20"), nil), (.sameDay, nil),
            (.workdays(0), .limitOutOfRange), (.workdays(-3), .limitOutOfRange), (.naturalDays(3661), .limitOutOfRange),
            (.months(Int.max), .limitOutOfRange), (.months(120), nil),
        ] as [(Term, Refusal?)]
    )
    func ahead(term: Term, refusal: Refusal?) throws {
        let (office, number) = try pending { _ in }
        #expect(office.refusal(.issue(term, nil), on: number) == refusal)
    }

    @Test("a 当日 matter is not issued after the evening count")
    func sameDay() throws {
        let (office, number) = try pending { $0.term = .sameDay }
        #expect(office.refusal(.issue(nil, nil), on: number, at: "2026-11-20 17:59") == nil)
        #expect(office.refusal(.issue(nil, nil), on: number, at: "2026-11-20 18:00") == .limitNotAhead("2026-11-20"))
    }

    @Test("a term given at issue is kept with the matter")
    func term() throws {
        var (office, number) = try pending { _ in }
        try office.perform(.issue(.months(1), nil), on: number)
        #expect(office.matter(number).term == .months(1))
        #expect(office.matter(number).due == .endOfDay("2026-12-21"))
    }

    @Test("an imported matter that has a limit but no term can be issued")
    func importedLimit() throws {
        var office = Office.founded
        var registration = Registration(kind: .problem, title: "井盖松动", source: .patrol)
        registration.lead = .construction
        var opening = Opening(registration: registration, stage: .pending, registered: "2026-11-02")
        opening.due = .endOfDay("2026-11-30")
        opening.originalDue = .endOfDay("2026-10-30")
        try office.perform(.open(opening))
        try office.perform(.issue(nil, nil), on: 1)
        #expect(office.matter(1).due == .endOfDay("2026-11-30"))
        #expect(office.matter(1).originalDue == .endOfDay("2026-10-30"))
    }

    @Test("numbers follow each other and an imported number is kept, once")
    func numbers() throws {
        var office = Office.founded
        func opening(_ number: MatterNumber) -> Command {
            .open(
                Opening(
                    registration: Registration(number: number, kind: .target, title: "旧账", source: .yearPlan),
                    stage: .inHand,
                    registered: "2026-03-02"
                )
            )
        }
        #expect(try office.perform(opening(0))[0].matter == 1)
        #expect(try office.perform(opening(147))[0].matter == 147)
        #expect(opening(147).matter == 147)
        #expect(opening(0).matter == nil)
        #expect(throws: Refusal.numberTaken(147)) { try office.perform(opening(147)) }
        #expect(throws: Refusal.numberOutOfRange(-1)) { try office.perform(opening(-1)) }
        let huge = MatterNumber(Int.max)
        #expect(throws: Refusal.numberOutOfRange(huge)) { try office.perform(opening(huge)) }
        let next = try office.perform(.register(Registration(number: 5, kind: .duty, title: "新账", source: .spoken)))
        #expect(next[0].matter == 148)
    }

    @Test("names that the ledger does not know are refused, in a registration and in an amendment")
    func unknown() throws {
        var office = Office.sample
        func check(
            _ refusal: Refusal,
            _ register: (inout Registration) -> Void,
            _ amend: (inout Amendment) -> Void
        ) {
            var registration = Registration(kind: .target, title: "护栏更换", source: .congress)
            register(&registration)
            #expect(throws: refusal) { try office.perform(.register(registration)) }
            var amendment = Amendment()
            amend(&amendment)
            #expect(throws: refusal) { try office.perform(.amend(.signing, amendment)) }
        }
        check(.emptyTitle, { $0.title = " " }, { $0.title = "" })
        check(.emptyTitle, { $0.title = .erased }, { $0.title = .erased })
        check(.unknownUnit(99), { $0.lead = 99 }, { $0.lead = 99 })
        check(.unknownUnit(98), { $0.supports = [Support(unit: 98)] }, { $0.supports = [Support(unit: 98)] })
        check(.unknownPerson(99), { $0.person = 99 }, { $0.person = 99 })
        check(.unknownPerson(98), { $0.leader = 98 }, { $0.leader = 98 })
        check(.unknownGrid(99), { $0.grid = 99 }, { $0.grid = 99 })
        check(.unknownCampaign(9), { $0.campaign = 9 }, { $0.campaign = 9 })
        check(.limitOutOfRange, { $0.term = .months(0) }, { $0.term = .months(0) })
        let negative = [QuantityLine(target: -1, unit: "户")]
        check(.negativeAmount, { $0.quantities = negative }, { $0.quantities = negative })
        let huge = [QuantityLine(target: .limit + 1, unit: "户")]
        check(.amountTooLarge, { $0.quantities = huge }, { $0.quantities = huge })
        #expect(throws: Refusal.nothingChanged) { try office.perform(.amend(.signing, Amendment())) }
        #expect(throws: Refusal.unknownMatter(99)) { try office.perform(.archive, on: 99) }
    }

    @Test("reference data has one name each")
    func reference() {
        var office = Office.founded
        #expect(throws: Refusal.nameTaken("柳堤社区")) {
            try office.perform(.addUnit(Unit(id: 0, name: "柳堤社区", kind: .community)))
        }
        #expect(throws: Refusal.nameTaken("沈南枝")) {
            try office.perform(.addPerson(Person(id: 0, name: "沈南枝", unit: .landForce)))
        }
        #expect(throws: Never.self) { try office.perform(.addPerson(Person(id: 0, name: "沈南枝", unit: .liudi))) }
        #expect(throws: Refusal.codeTaken("LD-02")) {
            try office.perform(.addGrid(Grid(id: 0, code: "LD-02", name: "又一个", level: 2)))
        }
        #expect(throws: Refusal.nameTaken("环湖片区土地整备")) {
            try office.perform(
                .addCampaign(Campaign(id: 0, name: "环湖片区土地整备", start: "2026-09-01", due: "2026-12-18"))
            )
        }
        #expect(throws: Refusal.alreadyFounded) {
            try office.perform(.found(Founding(committee: office.ledger.committee, calendar: .china, rules: .standard)))
        }
        #expect(throws: Refusal.unknownUnit(99)) {
            try office.perform(.addUnit(Unit(id: 0, name: "新专班", parent: 99, kind: .taskForce)))
        }
        #expect(throws: Refusal.unknownGrid(99)) {
            try office.perform(.addGrid(Grid(id: 0, code: "LD-03", name: "柳堤 03", level: 2, parent: 99)))
        }
        #expect(throws: Refusal.unknownPerson(99)) {
            try office.perform(.addGrid(Grid(id: 0, code: "LD-03", name: "柳堤 03", level: 2, head: 99)))
        }
        #expect(throws: Refusal.unknownPerson(98)) {
            try office.perform(
                .addCampaign(Campaign(id: 0, name: "新战役", head: 98, start: "2026-11-01", due: "2026-12-18"))
            )
        }
        #expect(throws: Refusal.notAllowed(.register, to: [.clerk, .supervisionHead])) {
            try office.perform(.addUnit(Unit(id: 0, name: "新专班", kind: .taskForce)), by: .handler)
        }
        var nothing = Office()
        #expect(throws: Refusal.notFounded) {
            try nothing.perform(.register(Registration(kind: .target, title: "护栏", source: .congress)))
        }
    }
}
