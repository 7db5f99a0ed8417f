import Journal
import Ledger
import Samples
import Testing
import Text

/// What turns the course of a matter, the directory and the calendar, kept by every engine.
@Suite("The contract of a journal: courses and directory")
struct CourseContract {
    private let folder = Folder()

    /// The sample office after a day on which everything was turned round once.
    private static let turned: Office = {
        var office = Office.sample
        do {
            let day = WorkCalendar.Exception(day: "2026-11-25", isWorkday: false, name: "区庆")
            try office.perform(.adjustLimit(.workdays(5), "改按工作日"), on: .well, by: .secretary)
            try office.perform(.adjustCalendar([day]))
            try office.perform(.recountLimit(isTaken: true, nil), on: .well)
            try office.perform(.adjustLimit(.officeHours(20), "急"), on: .pipes)
            try office.perform(.handBack("不属职责"), on: .fireCheck)
            try office.perform(.issue(.preset(.hard), nil), on: .fireCheck)
            try office.perform(.reassign(.heZhiyuan, nil), on: .fireCheck)
            try office.perform(.acceptSupport(.liudi, nil), on: .signing)
            try office.perform(.trackSupport(.liudi, "入户 3 户", .added(3)), on: .signing)
            try office.perform(.proposeParking("测绘停工", "2026-12-10"), on: .signing, by: .viceLeader)
            try office.perform(.transfer(.liudi, nil, .hours(48), "属地办理"), on: .inheritance)
            try office.perform(.reopen("回访不满意", .until("2026-12-01", minute: 17 * 60)), on: .coats)
            var registration = Registration(kind: .problem, title: "棚房又搭", source: .patrol)
            registration.reboundOf = .sheds
            registration.signTerm = .hours(2)
            try office.perform(.register(registration))
            try office.perform(.renameUnit(.construction, name: "城市更新办公室", shortName: "城更办"))
            var change = PersonChange(person: .shenNanzhi)
            change.unit = .liudi
            try office.perform(.changePerson(change))
            try office.perform(.takeLeave(.viceLeader, from: "2026-11-23", through: "2026-11-27", standIn: .director))
            try office.perform(.addUnit(Unit(id: 0, name: "旧专班", kind: .taskForce)))
            try office.perform(.closeUnit(7, successor: .liudi))
            try office.perform(.dismissPerson(.luoWenzhou))
        } catch {
            preconditionFailure("refused: \(error)")
        }
        return office
    }()

    @Test("What was turned is there when it is loaded, and the journal is sound", arguments: Engine.allCases)
    func loads(engine: Engine) throws {
        let journal = try engine.journal(of: Self.turned, in: folder)
        #expect(try journal.load(.atHand).ledger == Self.turned.ledger.atHand)
        #expect(try journal.verify().findings == [])
    }

    @Test("A unit that leads open matters is not closed, though only a slice was read", arguments: Engine.allCases)
    func refusesToClose(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        #expect(throws: JournalError.refused(.unitInUse(.landForce, matters: 2, units: 0))) {
            try journal.perform(.closeUnit(.landForce, successor: nil), by: .now)
        }
        // What one transaction moves away does not hinder it any more.
        let moves: [Command] = [.signing, .inheritance].map { .act($0, .transfer(.liudi, nil, nil, "撤并")) }
        try journal.perform(moves + [.closeUnit(.landForce, successor: .liudi)], by: .now, expecting: [:])
        #expect(try journal.load(.reference).ledger.units[.landForce]?.closed != nil)
        #expect(try journal.verify().findings == [])
    }

    @Test("Somebody below the unit may be given a matter, though only a slice was read", arguments: Engine.allCases)
    func reassigns(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        try journal.perform(.act(.fireCheck, .reassign(.heZhiyuan, nil)), by: .now)
        #expect(throws: JournalError.refused(.personElsewhere(.luoWenzhou, lead: .construction))) {
            try journal.perform(.act(.fireCheck, .reassign(.luoWenzhou, nil)), by: .now)
        }
    }

    @Test("Document numbers and attachments come back with the record", arguments: Engine.allCases)
    func references(engine: Engine) throws {
        let journal = try engine.journal(of: .sample, in: folder)
        var context = Context.now
        context.references = [Reference(.document, "望街签〔2026〕3号"), Reference(.attachment, "现场照片 2 张")]
        try journal.perform(.act(.signing, .track("去过", [])), by: context)
        #expect(try journal.history(of: .signing).last?.event.references == context.references)
        #expect(try journal.verify().findings == [])
    }
}
