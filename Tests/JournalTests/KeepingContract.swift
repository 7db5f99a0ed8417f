import Ledger
import Samples
import Testing
import Text

@testable import Journal

/// Contacts and 涂黑, kept by every engine.
@Suite("The contract of a journal: contacts and blacking out")
struct KeepingContract {
    private let folder = Folder()

    private static let keeper = Context(
        actor: Actor(login: "keeper", person: .clerk, roles: [.clerk, .contactKeeper]),
        now: "2026-11-20 09:00"
    )
    private static let clerk = Context(actor: .clerk, now: "2026-11-20 09:00")
    private static let contact = Contact(matter: .signing, name: "张三", phone: "13912345678", until: "2026-12-20")

    @Test("A contact is kept beside the events, and each look at it is one", arguments: Engine.allCases)
    func contacts(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        let version = Office.sample.matter(.signing).version
        let kept = try journal.perform(.keepContact(Self.contact), by: Self.keeper)
        let shown = try journal.contacts(of: .signing, by: Self.keeper)
        var expected = Self.contact
        expected.number = kept.position.number
        #expect(shown == [expected])
        let history = try journal.history(of: .signing).suffix(2)
        #expect(
            history.map(\.event.fact) == [
                .contactKept(ContactNote(until: "2026-12-20")), .contactShown(ContactNote(contacts: [expected.number])),
            ]
        )
        // Nothing of who it is stands in an event, and a form that is open does not conflict.
        #expect(!history.map { "\($0.event)" }.joined().contains("139"))
        #expect(!history.map { "\($0.event)" }.joined().contains("张三"))
        #expect(try journal.load(.matters([.signing])).ledger.matters[.signing]?.version == version)

        // A look stands in nobody's way.
        try journal.perform(.act(.signing, .track("去过", [])), by: Self.keeper)
        _ = try journal.contacts(of: .signing, by: Self.keeper)
        try journal.perform(.undo(nil), by: Self.keeper)
        #expect(try journal.history(of: .signing).last?.event.fact.kind == .undone)
        try journal.perform(.eraseContact(expected.number), by: Self.keeper)
        #expect(throws: JournalError.refused(.keeping(.noContact(nil)))) {
            try journal.contacts(of: .signing, by: Self.keeper)
        }
        #expect(throws: JournalError.refused(.keeping(.noContact(expected.number)))) {
            try journal.perform(.eraseContact(expected.number), by: Self.keeper)
        }
        #expect(try journal.verify().findings == [])
    }

    @Test("Only its keeper sees a contact, and a refused look shows nothing", arguments: Engine.allCases)
    func role(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        try journal.perform(.keepContact(Self.contact), by: Self.keeper)
        let head = try journal.head()
        let refused = JournalError.refused(.keeping(.contactRole))
        #expect(throws: refused) { try journal.contacts(of: .signing, by: Self.clerk) }
        #expect(throws: refused) { try journal.perform(.keepContact(Self.contact), by: Self.clerk) }
        #expect(throws: refused) { try journal.perform(.eraseContact(1), by: Self.clerk) }
        #expect(try journal.head() == head)
    }

    @Test("Blacking out reaches the 口径 kept of a case and the meeting that decided it", arguments: Engine.allCases)
    func copies(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        let context = Context(actor: .founder, now: "2026-11-20 09:00")
        let words: CleanText = "先付陈某一户"
        func give(_ command: Command) throws { _ = try journal.perform(command, by: context) }
        try give(.daily(.planMeeting(Meeting(kind: .early, day: "2026-11-20"))))
        let meeting = try #require(try journal.load(.atHand).ledger.diary.meetings.keys.max())
        try give(.daily(.beginMeeting(meeting)))
        let file = CaseFile(kind: "继承权属", knot: "两份遗嘱", ways: ["先签后分", "提存"])
        try give(.openCase(.inheritance, file))
        let ruling = RulingDraft(
            matter: .inheritance,
            levels: [.secretary],
            way: .meeting,
            meeting: meeting,
            conclusion: words,
            isNothingToDo: true
        )
        try give(.daily(.rule(ruling)))
        try give(.keepPrecedent(.inheritance, kind: "", ""))
        #expect(try standing(of: meeting, in: journal) == [words, words, words])
        try give(.blackOut(.inheritance, .containing("陈某"), reason: "误录"))
        #expect(try standing(of: meeting, in: journal) == [nil, nil, nil])
        #expect(try journal.load(.matters([.inheritance])).ledger.matters[.inheritance]?.hardCase?.knot == "两份遗嘱")
        #expect(try journal.verify().findings == [])
    }

    /// The 口径 and what the meeting says, as it stands.
    private func standing(of meeting: MeetingID, in journal: any Journal) throws -> [CleanText?] {
        let ledger = try journal.load(.atHand).ledger
        let entries = ledger.diary.meetings[meeting]?.entries ?? []
        return [ledger.precedents[.inheritance]?.text.text]
            + entries.flatMap { [$0.text.text, $0.ruling?.conclusion.text] }
    }

    @Test("What was said in a meeting and with a duty goes, with the tracks it made", arguments: Engine.allCases)
    func blackensDiary(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        let context = Context(actor: .founder, now: "2026-11-20 09:00")
        func give(_ command: Command) throws { _ = try journal.perform(command, by: context) }
        func give(_ command: OfficeCommand) throws { try give(.daily(command)) }
        try give(.planMeeting(Meeting(kind: .early, day: "2026-11-20")))
        let meeting = try #require(try journal.load(.atHand).ledger.diary.meetings.keys.max())
        try give(.beginMeeting(meeting))
        try give(.noteInMeeting(meeting, [], "秘密人物来访"))
        try give(.noteInMeeting(meeting, [.signing, .inheritance], "秘密人物不签"))
        try give(.noteInMeeting(meeting, [.signing], "明日再谈"))
        try give(.addTopic(meeting, nil, "秘密人物的补偿"))
        try give(.addRoutine(Routine(name: "日报告", cycle: .daily, start: "2026-11-01")))
        try give(.tickRoutine(1, due: "2026-11-20", by: nil, "秘密人物处未去"))
        let ruling = RulingDraft(
            matter: .inheritance,
            levels: [.secretary],
            way: .meeting,
            meeting: meeting,
            conclusion: "秘密人物先付",
            isNothingToDo: true
        )
        try give(.rule(ruling))
        try give(.endMeeting(meeting, "出席：秘密人物"))
        try (journal as? SQLiteJournal)?.writeSnapshot()
        var set = try journal.load(.atHand)
        let chain = try journal.head()

        func refused(_ command: Command, _ refusal: Refusal) {
            #expect(throws: JournalError.refused(refusal)) { try give(command) }
        }
        refused(.blackOutDiary(meeting, .all, reason: ""), .keeping(.needsReason))
        refused(.blackOutDiary(9, .all, reason: "误录"), .daily(.noSuchMeeting(9)))
        refused(.blackOutDiary(nil, .containing("查无此文"), reason: "误录"), .keeping(.nothingToBlackOut))
        refused(.blackOutDiary(nil, .record(1), reason: "误录"), .keeping(.noSuchRecord(1)))

        try give(.blackOutDiary(meeting, .containing("秘密人物"), reason: "误录"))
        let after = try #require(try journal.load(.atHand).ledger.diary.meetings[meeting])
        #expect(after.entries.map(\.text) == [.erased, .erased, "明日再谈", .erased])
        #expect(after.entries.last?.ruling?.conclusion == .erased)
        #expect(after.topics.map(\.text) == [.erased])
        #expect(after.attendance == .erased)
        for number in [MatterNumber.signing, .inheritance] {
            #expect(try !journal.history(of: number).contains { "\($0.event)".contains("秘密") })
        }
        #expect(try journal.load(.atHand).ledger.diary.routines[1]?.ticks.last?.text == "秘密人物处未去")
        try give(.blackOutDiary(nil, .containing("秘密人物"), reason: "误录"))
        #expect(try journal.load(.atHand).ledger.diary.routines[1]?.ticks.last?.text == .erased)
        if engine == .sqlite { #expect(!found("秘密人物")) }

        #expect(try journal.verify().findings == [])
        #expect(try journal.verify().events > chain.number)
        try journal.refresh(&set)
        #expect(set == (try journal.load(.atHand)))
    }

    @Test("A track that a meeting's note made takes the note with it", arguments: Engine.allCases)
    func blackensItsNote(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        let context = Context(actor: .founder, now: "2026-11-20 09:00")
        func give(_ command: Command) throws { _ = try journal.perform(command, by: context) }
        try give(.daily(.planMeeting(Meeting(kind: .early, day: "2026-11-20"))))
        let meeting = try #require(try journal.load(.atHand).ledger.diary.meetings.keys.max())
        try give(.daily(.beginMeeting(meeting)))
        try give(.daily(.noteInMeeting(meeting, [.signing, .inheritance], "陈某不签")))
        try give(.blackOut(.signing, .containing("陈某"), reason: "误录"))
        let ledger = try journal.load(.atHand).ledger
        #expect(ledger.diary.meetings[meeting]?.entries.map(\.text) == [.erased])
        #expect(ledger.matters[.inheritance]?.lastTrack?.text == .erased)
        #expect(try journal.verify().findings == [])
    }

    @Test("Its time over, it is erased with whatever is recorded next about contacts", arguments: Engine.allCases)
    func expires(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        let kept = try journal.perform(.keepContact(Self.contact), by: Self.keeper)
        let later = Context(actor: Self.keeper.actor, now: "2026-12-21 09:00")
        #expect(throws: JournalError.refused(.keeping(.noContact(nil)))) {
            try journal.contacts(of: .signing, by: later)
        }
        // A refusal takes everything back; by itself it stands.
        let receipt = try journal.perform(.expireContacts, by: later)
        #expect(
            receipt.records.map(\.event.fact) == [
                .contactErased(ContactNote(contacts: [kept.position.number], isExpired: true))
            ]
        )
        #expect(try journal.perform(.expireContacts, by: later).records.isEmpty)
    }

    @Test(
        "A contact must say who, and not for ever",
        arguments: Engine.allCases,
        [
            (Contact(matter: .signing, name: "", phone: "1", until: "2026-12-20"), KeepingRefusal.contactIncomplete),
            (Contact(matter: .signing, name: "张三", phone: "", until: "2026-12-20"), .contactIncomplete),
            (Contact(matter: .signing, name: "张三", phone: "1", until: "2026-11-19"), .contactDays(366)),
            (Contact(matter: .signing, name: "张三", phone: "1", until: "2028-01-01"), .contactDays(366)),
        ]
    )
    func checks(engine: Engine, given: (Contact, KeepingRefusal)) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        #expect(throws: JournalError.refused(.keeping(given.1))) {
            try journal.perform(.keepContact(given.0), by: Self.keeper)
        }
    }

    // MARK: 涂黑

    @Test(
        "Texts are gone from history, state and other sets; the chain and the figures stay",
        arguments: Engine.allCases
    )
    func blackensAll(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        var set = try journal.load(.atHand)
        try journal.perform(.act(.signing, .track("户主姓陈，卡：陈某不签；下：再谈", [])), by: Self.clerk)
        try journal.perform(.blackOut(.signing, .all, reason: "误录居民信息"), by: Self.clerk)
        try journal.refresh(&set)
        let matter = try #require(set.ledger.matters[.signing])
        #expect(matter.title.isErased)
        #expect(matter.lastTrack?.text.isErased == true)
        #expect(matter.blocker?.isErased ?? true)
        #expect(matter.steps.allSatisfy { $0.title.isErased })
        #expect(matter.quantities == Office.sample.matter(.signing).quantities)
        #expect(set == (try journal.load(.atHand)))
        let history = try journal.history(of: .signing)
        #expect(!history.dropLast().map { "\($0.event)" }.joined().contains("陈某"))
        guard case .erased(let erasure)? = history.last?.event.fact else { return #expect(Bool(false)) }
        #expect(erasure.reason == "误录居民信息")
        #expect(erasure.records.last == history.dropLast().last?.number)
        #expect(try journal.verify().findings == [])
    }

    @Test(
        "One record, or what contains a text; the same words elsewhere on the matter go too",
        arguments: Engine.allCases
    )
    func blackensSome(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        let first = try journal.perform(.act(.signing, .track("陈某不签", [])), by: Self.clerk).position.number
        try journal.perform(.act(.signing, .track("陈某不签", [])), by: Self.clerk)
        try journal.perform(.act(.signing, .track("又去陈某家", [])), by: Self.clerk)
        let title = Office.sample.matter(.signing).title
        let one = try journal.perform(.blackOut(.signing, .record(first), reason: "误录"), by: Self.clerk)
        guard case .erased(let erasure)? = one.records.last?.event.fact else { return #expect(Bool(false)) }
        #expect(erasure.records == [first, first + 1])
        let two = try journal.perform(.blackOut(.signing, .containing("陈某"), reason: "误录"), by: Self.clerk)
        guard case .erased(let rest)? = two.records.last?.event.fact else { return #expect(Bool(false)) }
        #expect(rest.records == [first + 2])
        #expect(try journal.load(.matters([.signing])).ledger.matters[.signing]?.title == title)
        for (what, refusal) in [
            (BlackOut.containing("陈某"), KeepingRefusal.nothingToBlackOut), (.record(1), .noSuchRecord(1)),
        ] {
            #expect(throws: JournalError.refused(.keeping(refusal))) {
                try journal.perform(.blackOut(.signing, what, reason: "误录"), by: Self.clerk)
            }
        }
        #expect(throws: JournalError.refused(.keeping(.needsReason))) {
            try journal.perform(.blackOut(.signing, .all, reason: ""), by: Self.clerk)
        }
        #expect(throws: JournalError.refused(.keeping(.role([.supervisionHead, .clerk])))) {
            try journal.perform(
                .blackOut(.signing, .all, reason: "误录"),
                by: Context(actor: .handler, now: "2026-11-20 09:00")
            )
        }
        #expect(try journal.verify().findings == [])
    }

    @Test("Nothing of a text that was blacked out, or of a contact that was erased, is left in the file")
    func leavesNothing() throws {
        let journal = try Engine.sqlite.journal(of: .sample, in: folder)
        for index in 0..<40 {
            try journal.perform(.act(.signing, .track(CleanText("第 \(index) 次：秘密人物不签"), [])), by: Self.clerk)
        }
        var contact = Self.contact
        contact.name = "秘密住户"
        let kept = try journal.perform(.keepContact(contact), by: Self.keeper)
        // A copy of the state lies in a snapshot too.
        try (journal as? SQLiteJournal)?.writeSnapshot()
        try journal.perform(.undo(nil), by: Self.clerk)
        #expect(found("秘密人物") && found("秘密住户"))
        try journal.perform(.blackOut(.signing, .containing("秘密人物"), reason: "误录"), by: Self.clerk)
        try journal.perform(.eraseContact(kept.position.number), by: Self.keeper)
        #expect(!found("秘密人物") && !found("秘密住户"))
        #expect(try journal.verify().findings == [])
    }

    private func found(_ text: String) -> Bool {
        let bytes = folder.read("台账.guatu")
        let wanted = Array(text.utf8)
        return bytes.indices.dropLast(wanted.count).contains { index in
            bytes[index] == wanted[0] && bytes[index..<(index + wanted.count)].elementsEqual(wanted)
        }
    }
}
