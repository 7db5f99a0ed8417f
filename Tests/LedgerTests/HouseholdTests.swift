import Ledger
import Samples
import Testing
import Text

@Suite("Households of a campaign (包户台账)")
struct HouseholdTests {
    @Test(
        "a household's number is the office's own: no name, no door, no phone",
        arguments: [
            ("H08-017", true), ("环湖8组-17", true), ("8017", true), ("A1", true), ("张三", false), ("", false),
            ("户", false),
            ("3栋201室", false), ("柳堤路17号", false), ("2单元301", false), ("13800138000", false), ("123456789", false),
            ("12345678901234567890x", false),
        ]
    )
    func codes(text: String, isCode: Bool) { #expect(Household.isCode(CleanText(text)) == isCode) }

    /// 督1 with three households: one signed, one in talks, one hard.
    private func listed() throws -> Office {
        var office = Office.sample
        try office.perform(
            .household(
                .signing,
                .add([
                    Household(code: "H08-001", cadre: .shenNanzhi, state: .signed, visited: "2026-11-10"),
                    Household(code: "H08-002", cadre: .shenNanzhi, state: .talking),
                    Household(code: "H08-003", state: .hard, trouble: "继承权属"),
                ])
            )
        )
        return office
    }

    @Test("the matter's quantity is the sum of its households")
    func quantity() throws {
        var office = try listed()
        #expect(office.matter(.signing).quantities == [QuantityLine(group: "8 组", target: 3, done: 1, unit: "户")])
        #expect(office.ledger.sums[.campaign(.land)]?.target == 3)
        #expect(office.ledger.sums[.campaign(.land)]?.done == 1)
        #expect(office.ledger.households["H08-002"]?.group == "8 组")

        let steps: [(HouseholdAction, done: Amount, target: Amount)] = [
            (.visit("H08-002", .signed, trouble: nil, "当场签约"), 2, 3),
            (.visit("H08-002", .vacated, trouble: nil, nil), 2, 3),
            (.set("H08-003", .talking, trouble: nil, group: nil, nil), 2, 3),
            // A signature taken back.
            (.set("H08-001", .talking, trouble: nil, group: nil, "反悔"), 1, 3),
            (.remove("H08-003", "与 H08-001 重复"), 1, 2),
            (.add([Household(code: "H08-004")]), 1, 3),
        ]
        for (action, done, target) in steps {
            try office.perform(.household(.signing, action), by: .clerk)
            let line = office.matter(.signing).quantities[0]
            #expect(line.done == done && line.target == target, "\(action)")
            #expect(office.ledger.sums[.campaign(.land)]?.done == done)
        }
        #expect(office.ledger.households["H08-002"]?.visited == "2026-11-20")
        #expect(office.ledger.households["H08-002"]?.state == .vacated)
        #expect(office.ledger.households["H08-003"] == nil)
        #expect(office.ledger.households(of: .signing).map(\.code) == ["H08-001", "H08-002", "H08-004"])
    }

    @Test("a visit counts as today's track; a change at the desk does not, unless the figure moves")
    func track() throws {
        var office = try listed()
        func isTracked() -> Bool { office.matter(.signing).track(on: "2026-11-20").isTracked }
        #expect(!isTracked())
        try office.perform(.household(.signing, .assign(["H08-003"], .heZhiyuan)))
        try office.perform(.household(.signing, .set("H08-003", nil, trouble: "面积认定", group: nil, nil)))
        #expect(!isTracked())
        try office.perform(.household(.signing, .visit("H08-003", nil, trouble: nil, "约周五再谈")))
        #expect(isTracked())
        #expect(office.matter(.signing).lastTrack?.text == "约周五再谈")
        #expect(office.ledger.households["H08-003"]?.cadre == .heZhiyuan)
    }

    @Test("what is refused")
    func refused() throws {
        var office = try listed()
        let cases: [(HouseholdAction, Refusal)] = [
            (.add([]), .nothingChanged),
            (.add([Household(code: "王小明")]), .householdCode("王小明")),
            // One household, one group: not a second time, on this matter or on another.
            (.add([Household(code: "H08-001")]), .codeTaken("H08-001")),
            (.add([Household(code: "H9"), Household(code: "H9")]), .codeTaken("H9")),
            (.add([Household(code: "H9", state: .hard)]), .needsTrouble("H9")),
            (.add([Household(code: "H9", cadre: 99)]), .unknownPerson(99)),
            (.add([Household(code: "H9", visited: "2026-11-21")]), .dayAhead("2026-11-21")),
            (.visit("H08-009", nil, trouble: nil, nil), .unknownHousehold("H08-009")),
            (.visit("H08-002", .hard, trouble: nil, nil), .needsTrouble("H08-002")),
            (.set("H08-002", .talking, trouble: nil, group: nil, nil), .nothingChanged),
            (.assign(["H08-001"], .shenNanzhi), .nothingChanged),
            (.remove("H08-001", ""), .emptyText(.amend)),
        ]
        for (action, refusal) in cases {
            #expect(throws: refusal, "\(action)") { try office.perform(.household(.signing, action)) }
        }
        #expect(throws: Refusal.codeTaken("H08-001")) {
            try office.perform(.household(.pipes, .add([Household(code: "H08-001")])))
        }
        #expect(throws: Refusal.unknownHousehold("H08-001")) {
            try office.perform(.household(.pipes, .visit("H08-001", .signed, trouble: nil, nil)))
        }
        #expect(throws: Refusal.readOnly(login: "guest")) {
            try office.perform(.household(.signing, .visit("H08-002", nil, trouble: nil, nil)), by: .reader)
        }
        // What is counted by household is reported by household; words alone may be tracked.
        #expect(
            office.refusal(.track("再签两户", [Progress(.added(2))]), on: .signing)
                == .countedByHousehold(.signing, households: 3)
        )
        #expect(office.refusal(.track("入户两户", []), on: .signing) == nil)
    }

    @Test("groups of one matter are counted by themselves, and a household moves from one to the other")
    func groups() throws {
        var office = Office.founded
        var registration = Registration(kind: .target, title: "环湖片区包户签约", source: .meeting)
        (registration.lead, registration.person, registration.campaign) = (.landForce, .shenNanzhi, .land)
        registration.quantities = [
            QuantityLine(group: "8 组", target: 1, unit: "户"), QuantityLine(group: "9 组", target: 1, unit: "户"),
        ]
        let number = try office.perform(.register(registration))[0].matter!
        try office.perform(
            .household(
                number,
                .add([
                    Household(code: "H8-1", group: "8 组", state: .signed), Household(code: "H8-2", group: "8 组"),
                    Household(code: "H9-1", group: "9 组"), Household(code: "H10-1", group: "10 组", state: .signed),
                ])
            )
        )
        func lines() -> [String] {
            office.matter(number).quantities.map { "\($0.group) \($0.done.text)/\($0.target.text)" }
        }
        #expect(lines() == ["8 组 1/2", "9 组 0/1", "10 组 1/1"])
        try office.perform(.household(number, .set("H8-1", nil, trouble: nil, group: "9 组", nil)))
        #expect(lines() == ["8 组 0/1", "9 组 1/2", "10 组 1/1"])
    }

    // MARK: Hard cases

    private static let file = CaseFile(kind: "继承权属", knot: "两人各持一份遗嘱", ways: ["先签后分", "提存补偿款"], legal: "以公证为准")

    @Test("a problem becomes a hard case with its knot and two ways, and stands on the agenda until it is decided")
    func hardCase() throws {
        var office = Office.sample
        #expect(throws: Refusal.noProblem(.well, .target)) { try office.perform(.openCase(.well, Self.file)) }
        for broken in [
            CaseFile(kind: "", knot: "结", ways: ["一", "二"]), CaseFile(kind: "继承权属", knot: "", ways: ["一", "二"]),
            CaseFile(kind: "继承权属", knot: "结", ways: ["一"]), CaseFile(kind: "继承权属", knot: "结", ways: ["一", ""]),
        ] {
            #expect(throws: Refusal.incompleteCase) { try office.perform(.openCase(.inheritance, broken)) }
        }
        #expect(throws: Refusal.noCase(.inheritance)) {
            try office.perform(.keepPrecedent(.inheritance, kind: "", "先签后分"))
        }
        try office.perform(.openCase(.inheritance, Self.file), by: .clerk)
        #expect(throws: Refusal.nothingChanged) { try office.perform(.openCase(.inheritance, Self.file)) }
        #expect(office.ledger.casesToDecide(in: .land).map(\.number) == [.inheritance])
        #expect(office.ledger.casesToDecide(in: nil).map(\.number) == [.inheritance])
        #expect(office.matter(.inheritance).blocker == "两人各持一份遗嘱")

        // Sent up it still waits; decided it does not.
        try office.perform(.answer(.sentUp, "提交指挥部研究"), on: .inheritance)
        #expect(office.ledger.casesToDecide(in: .land).count == 1)
        #expect(throws: Refusal.incompletePrecedent) {
            var other = Office.sample
            try other.perform(.openCase(.inheritance, Self.file))
            try other.perform(.keepPrecedent(.inheritance, kind: "", ""))
        }
        let ruling = RulingDraft(
            matter: .inheritance,
            levels: [.secretary],
            way: .instruction,
            conclusion: "先签约，补偿款提存",
            isNothingToDo: true
        )
        try office.perform(.daily(.rule(ruling)))
        #expect(office.ledger.casesToDecide(in: .land).isEmpty)
        // Nothing is typed twice.
        try office.perform(.keepPrecedent(.inheritance, kind: "", ""), by: .clerk)
        let kept = office.ledger.precedents(like: "继承权属", in: .land)
        #expect(kept.map(\.text) == ["先签约，补偿款提存"])
        #expect(kept.map(\.matter) == [.inheritance])
        #expect(office.ledger.precedents(like: "面积认定", in: .land).isEmpty)
        #expect(office.ledger.precedents(like: "", in: .land).isEmpty)
    }
}
