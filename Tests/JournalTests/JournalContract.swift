import Journal
import Ledger
import Samples
import Testing
import Text

/// What every engine promises, whatever it keeps the events in.
@Suite("The contract of a journal")
struct JournalContract {
    private let folder = Folder()

    // MARK: Loading

    @Test("What was done one by one is there when it is loaded", arguments: Engine.allCases)
    func loadsAtHand(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        let set = try journal.load(.atHand)
        #expect(set.ledger == Office.sample.ledger.atHand)
        #expect(set.position.number == Office.sample.events.count)
        #expect(try journal.head() == set.position)
    }

    @Test("A slice holds the matters asked for, what they refer to, and no sums", arguments: Engine.allCases)
    func loadsSlice(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        let all = Office.sample.ledger
        let numbers = all.matters.keys.sorted()
        let set = try journal.load(.matters([numbers[0], numbers[2], 9_999]))
        #expect(Set(set.ledger.matters.keys) == [numbers[0], numbers[2]])
        #expect(set.ledger.matters[numbers[0]] == all.matters[numbers[0]])
        #expect(set.ledger.sums.isEmpty)
        for matter in set.ledger.matters.values {
            if let lead = matter.lead { #expect(set.ledger.units[lead] == all.units[lead]) }
            if let person = matter.person { #expect(set.ledger.people[person] == all.people[person]) }
        }
        #expect(set.ledger.authority == all.authority)
        #expect(set.ledger.rulesHistory == all.rulesHistory)
        #expect(set.ledger.counters == all.counters)
    }

    @Test("Reference data alone", arguments: Engine.allCases)
    func loadsReference(engine: Engine) throws {
        let set = try engine.journal(of: .sample, in: folder).load(.reference)
        var expected = Office.sample.ledger
        expected.matters = [:]
        expected.sums = [:]
        #expect(set.ledger == expected)
    }

    @Test("Any matter can be put into a set, and stays in it", arguments: Engine.allCases)
    func fetches(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        let struck = try #require(Office.sample.ledger.matters.values.first { $0.stage == .struck })
        var set = try journal.load(.atHand)
        #expect(set.ledger.matters[struck.number] == nil)
        try journal.fetch([struck.number, 9_999], into: &set)
        #expect(set.ledger.matters[struck.number] == struck)

        try journal.perform(.act(struck.number, .archive), by: .now)
        #expect(try journal.refresh(&set) == .changed([struck.number]))
        #expect(set.ledger.matters[struck.number]?.stage == .archived)
    }

    // MARK: Refreshing

    @Test("A set brought up step by step is the set loaded anew", arguments: Engine.allCases)
    func refreshes(engine: Engine) throws {
        let journal = try engine.journal(in: folder)
        var set = try journal.load(.atHand)
        #expect(try journal.refresh(&set) == .unchanged)
        for given in Office.sample.commands.dropFirst(Office.founded.commands.count) {
            let receipt = try journal.perform(given.command, by: given.context)
            #expect(try journal.refresh(&set) == .changed(receipt.touched))
            #expect(set.position == receipt.position)
        }
        #expect(set == (try journal.load(.atHand)))
        #expect(set.ledger == Office.sample.ledger.atHand)
    }

    @Test("Many events at once, on matters in the set, outside it and new", arguments: Engine.allCases)
    func refreshesInOneStep(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        var sets = try [
            Need.atHand, .reference, .matters([1, 2]), .matters([]), .matching(.open),
        ].map { try journal.load($0) }
        let struck = try #require(Office.sample.ledger.matters.values.first { $0.stage == .struck })
        try journal.perform(.act(struck.number, .archive), by: .now)
        let created = try journal.perform(.register(.demo("井盖破损")), by: .now).created[0]
        try journal.perform(.act(created, .submit(nil)), by: .now)
        let voided = try journal.perform(.register(.demo("重复登记")), by: .now).created[0]
        try journal.perform(.act(voided, .void("重复")), by: .now)
        try journal.perform(.addUnit(Unit(id: 0, name: "湖东社区", kind: .community)), by: .now)
        for index in sets.indices {
            #expect(try journal.refresh(&sets[index]) == .changed([struck.number, created, voided]))
            #expect(sets[index] == (try journal.load(sets[index].need)))
        }
    }

    @Test("A caller's set is brought up with its own command, and left alone by a refusal", arguments: Engine.allCases)
    func performsIntoSet(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        var set = try journal.load(.atHand)
        try journal.perform(.register(.demo("路灯不亮")), by: .now)
        let receipt = try journal.perform([.register(.demo("井盖破损"))], by: .now, updating: &set)
        #expect(set == (try journal.load(.atHand)))
        #expect(set.ledger.matters[receipt.created[0]]?.title == "井盖破损")

        let before = set
        #expect(throws: JournalError.refused(.unknownMatter(9_999))) {
            try journal.perform([.act(9_999, .archive)], by: .now, updating: &set)
        }
        #expect(set == before)
    }

    // MARK: Performing

    @Test("A receipt says what was made", arguments: Engine.allCases)
    func performs(engine: Engine) throws {
        let journal = try engine.journal(in: folder)
        let next = Office.founded.ledger.counters.matter
        let receipt = try journal.perform(
            [.register(.demo("井盖破损")), .act(MatterNumber(next), .submit("请研究"))],
            by: .now,
            expecting: [:]
        )
        #expect(receipt.created == [MatterNumber(next)])
        #expect(receipt.touched == [MatterNumber(next)])
        #expect(receipt.records.map(\.event.fact.kind) == [.registered, .submitted])
        #expect(receipt.records.map(\.number) == [1, 2].map { Office.founded.events.count + $0 })
        #expect(Set(receipt.records.map(\.command)) == [receipt.command])
        #expect(Set(receipt.records.map(\.id)).count == 2)
        #expect(receipt.position == (try journal.head()))
        #expect(try journal.history(of: MatterNumber(next)) == receipt.records)
    }

    @Test("All commands or none", arguments: Engine.allCases)
    func isAtomic(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        let before = try journal.load(.atHand)
        let commands: [Command] = [
            .register(.demo("井盖破损")), .addUnit(Unit(id: 0, name: "湖东社区", kind: .community)),
            .act(9_999, .track("不存在", [])),
        ]
        #expect(throws: JournalError.refused(.unknownMatter(9_999))) {
            try journal.perform(commands, by: .now, expecting: [:])
        }
        #expect(try journal.load(.atHand) == before)
        #expect(try journal.verify().isSound)
    }

    @Test("Only what a form was opened with makes a conflict", arguments: Engine.allCases)
    func conflicts(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        let matter = try #require(Office.sample.ledger.matters.values.first { $0.stage == .inHand })
        let track = Command.act(matter.number, .track("已上门", []))
        let expected = [matter.number: matter.version]
        try journal.perform([track], by: .now, expecting: expected)
        #expect(
            throws: JournalError.refused(
                .conflict(matter.number, expected: matter.version, actual: matter.version + 1)
            )
        ) { try journal.perform([track], by: .now, expecting: expected) }
        try journal.perform(track, by: .now)
        #expect(throws: JournalError.refused(.unknownMatter(9_999))) {
            try journal.perform([track], by: .now, expecting: [9_999: 1])
        }
    }

    @Test("Names and codes that are taken are refused, though only a slice was read", arguments: Engine.allCases)
    func refusesNamesakes(engine: Engine) throws {
        let journal = try engine.journal(in: folder)
        let taken: [(Command, Refusal)] = [
            (.addUnit(Unit(id: 0, name: "柳堤社区", kind: .community)), .nameTaken("柳堤社区")),
            (.addPerson(Person(id: 0, name: "林秋白", unit: .leadership)), .nameTaken("林秋白")),
            (.addGrid(Grid(id: 0, code: "LD-02", name: "又一个", level: 2)), .codeTaken("LD-02")),
            (.addPerson(Person(id: 0, name: "新人", unit: 99)), .unknownUnit(99)),
            (.register(.demo("井盖破损", lead: 99)), .unknownUnit(99)),
        ]
        for (command, refusal) in taken {
            #expect(throws: JournalError.refused(refusal)) { try journal.perform(command, by: .now) }
        }
        try journal.perform(.addPerson(Person(id: 0, name: "林秋白", unit: .liudi)), by: .now)
        #expect(try journal.named("林秋白").people.map(\.unit) == [.leadership, .liudi])
    }

    @Test("A clock that was set back does not set back the journal", arguments: Engine.allCases)
    func keepsOrder(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        let last = Office.sample.ledger.lastRecorded
        let receipt = try journal.perform(.register(.demo("井盖破损")), by: .at("2026-10-01 08:00"))
        #expect(receipt.records.map(\.event.recorded) == [last])
    }

    // MARK: Reading back

    @Test("The history of each matter is what happened to it", arguments: Engine.allCases)
    func readsHistory(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        for number in Office.sample.ledger.matters.keys {
            #expect(try journal.history(of: number).map(\.event) == Office.sample.events.filter { $0.matter == number })
        }
        #expect(try journal.history(of: 9_999).isEmpty)
    }

    @Test(
        "Everything with a name is found by it",
        arguments: Engine.allCases,
        [
            ("柳堤社区", ["unit 6"]), ("党政办", ["unit 2"]), ("苏见山", ["person 4"]), ("LD-02-14", ["grid 3"]),
            ("柳堤", ["grid 1"]), ("环湖片区土地整备", ["campaign 1"]), ("没有", []), ("", []), ("'; DROP TABLE unit; --", []),
        ] as [(CleanText, [String])]
    )
    func findsNames(engine: Engine, name: (CleanText, [String])) throws {
        let found = try engine.journal(in: folder).named(name.0)
        let keys =
            found.units.map { "unit \($0.id)" } + found.people.map { "person \($0.id)" }
            + found.grids.map { "grid \($0.id)" } + found.campaigns.map { "campaign \($0.id)" }
        #expect(keys == name.1)
    }

    @Test("A journal that nobody touched is sound", arguments: Engine.allCases)
    func verifies(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        var heard: [Int] = []
        let verification = try journal.verify { done, all in heard += [done, all] }
        #expect(verification.findings == [])
        #expect(verification.events == Office.sample.events.count)
        #expect(verification.head == (try journal.head()))
        #expect(heard.suffix(2) == [verification.events, verification.events])
    }
}
