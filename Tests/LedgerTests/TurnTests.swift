import Ledger
import Samples
import Testing
import Text

@Suite("Work that comes again")
struct TurnTests {
    private var office = Office.founded
    private let number: MatterNumber

    init() throws { number = try office.weekly() }

    @Test(
        "Settled in its turn, or over at the end of its period: the next turn has the next limit of the cycle",
        arguments: [
            // Settled before its Friday: the next Friday, not the same once more.
            (.weekly(5), "2026-11-16 09:00", "2026-11-18 10:00", "2026-11-27"),
            (.weekly(5), "2026-11-16 09:00", "2026-11-20 17:00", "2026-11-27"),
            // Late: the Friday that is ahead.
            (.weekly(5), "2026-11-16 09:00", "2026-11-24 10:00", "2026-11-27"),
            // So late that a turn has passed: it is not made up for.
            (.weekly(5), "2026-11-16 09:00", "2026-12-02 10:00", "2026-12-04"),
            // Rest days: Friday 2026-10-02 and Friday 2026-09-25 are holidays.
            (.weekly(5), "2026-09-14 09:00", "2026-09-18 10:00", "2026-09-24"),
            (.daily, "2026-11-20 09:00", "2026-11-20 16:00", "2026-11-24"),
            (.monthly(25), "2026-11-16 09:00", "2026-11-24 10:00", "2026-12-25"),
            (.monthly(31), "2026-11-16 09:00", "2026-11-30 10:00", "2026-12-31"),
            (.quarterly, "2026-07-06 09:00", "2026-09-30 10:00", "2026-12-31"),
            (.yearly, "2026-01-05 09:00", "2026-12-30 10:00", "2027-12-31"),
        ] as [(Cycle, Moment, Moment, Day)]
    )
    func due(cycle: Cycle, issued: Moment, settled: Moment, due: Day) throws {
        var office = Office.founded
        let number = try office.weekly(cycle, at: issued)
        try office.perform(.report("已完成"), on: number, at: settled)
        let events = try office.perform(.settle(.papers, nil), on: number, at: settled)
        let next = try #require(office.matter(number).turn?.next)
        #expect(
            events.map(\.fact.kind) == [.settled, .registered, .submitted, .issued, .accepted, .turnOpened]
        )
        let turn = office.matter(next)
        #expect(turn.due == .endOfDay(due))
        #expect(turn.originalDue == turn.due)
        #expect(office.ledger.recounted(turn) == nil)
        #expect(turn.stage == .inHand)
        #expect(turn.turn == Turn(cycle: cycle, number: 2, first: number))
    }

    @Test("The next turn is the same work with nothing done")
    func sameWork() throws {
        var office = office
        try office.perform(.addStep("入户", .clerk, "2026-11-18"), on: number, at: "2026-11-16 09:10")
        try office.perform(.tickStep(0, nil), on: number, at: "2026-11-18 09:10")
        try office.perform(.track("巡完", [Progress(.total(12))]), on: number, at: "2026-11-19 10:00")
        try office.settle(number, at: "2026-11-20 10:00")
        let (old, next) = (office.matter(number), office.matter(try #require(office.matter(number).turn?.next)))
        #expect(next.title == old.title && next.lead == old.lead && next.person == old.person && next.post == old.post)
        #expect(next.quantities == [QuantityLine(target: 12, unit: "处")])
        #expect(next.steps == [Step(title: "入户", person: .clerk)])
        #expect(next.start == "2026-11-20")
        #expect(old.stage == .settled && old.quantities[0].done == 12)
    }

    @Test("A period that has ended is owed its next turn, once; what was late stays late under its own number")
    func ended() throws {
        var office = office
        let matter = office.matter(number)
        #expect(!matter.owesTurn(on: "2026-11-20", offset: .china))
        #expect(matter.owesTurn(on: "2026-11-21", offset: .china))
        try office.perform(.openTurn(number), at: "2026-11-23 08:00")
        let next = try #require(office.matter(number).turn?.next)
        #expect(office.matter(next).due == .endOfDay("2026-11-27"))
        #expect(office.matter(number).stage == .inHand)
        #expect(office.matter(number).due == .endOfDay("2026-11-20"))
        #expect(throws: Refusal.turnIsOpen(next)) { try office.perform(.openTurn(number), at: "2026-11-23 08:01") }
        try office.settle(number, at: "2026-11-23 10:00")
        #expect(office.matter(number).turn?.next == next)
        #expect(office.ledger.matters.count == 2)
        // Third turn.
        try office.settle(next, at: "2026-11-27 10:00")
        #expect(office.matter(try #require(office.matter(next).turn?.next)).turn?.number == 3)
    }

    @Test("No next turn where it was said, where the work was stopped, and where there is no cycle")
    func over() throws {
        var office = office
        try office.perform(.endTurns(number, "整治期已过"), at: "2026-11-19 10:00")
        try office.settle(number, at: "2026-11-20 10:00")
        #expect(office.ledger.matters.count == 1)
        #expect(throws: Refusal.turnsAreOver(number)) { try office.perform(.openTurn(number), at: "2026-11-23 08:00") }

        let stopped = try office.weekly(at: "2026-11-23 09:00")
        try office.perform(.suspend("资金未到"), on: stopped, at: "2026-11-24 09:00")
        #expect(!office.matter(stopped).owesTurn(on: "2026-12-31", offset: .china))

        let once = try office.weekly(nil, at: "2026-11-23 09:00")
        try office.settle(once, at: "2026-11-24 10:00")
        #expect(throws: Refusal.noCycle(once)) { try office.perform(.openTurn(once), at: "2026-11-25 08:00") }
    }

    @Test(
        "A turn stands on the approval and the signature of the one before, and says so; who has left signs for nothing"
    )
    func carried() throws {
        var office = office
        var amendment = Amendment()
        amendment.supports = [Support(unit: .liudi, mode: .share, quantity: QuantityLine(target: 3, unit: "处"))]
        try office.perform(.amend(number, amendment), at: "2026-11-16 09:20")
        try office.perform(.acceptSupport(.liudi, nil), on: number, at: "2026-11-16 09:30")
        try office.perform(.settleSupport(.liudi, nil), on: number, at: "2026-11-19 09:30")
        try office.perform(.report("已完成"), on: number, at: "2026-11-20 10:00")
        let events = try office.perform(.settle(.papers, nil), on: number, at: "2026-11-20 10:00")
        let said = events.compactMap { event -> MatterNumber? in
            switch event.fact {
            case .issued(let issue): issue.carried
            case .accepted(let note): note.carried
            case .supportAccepted(let note): note.carried
            default: nil
            }
        }
        #expect(said == [number, number, number])
        let second = try #require(office.matter(number).turn?.next)
        #expect(office.matter(second).stage == .inHand)
        #expect(office.matter(second).supports.map(\.accepted) == ["2026-11-20"])
        // A signature by somebody is none that was carried.
        #expect(office.events.contains { if case .accepted(let note) = $0.fact { note.carried == nil } else { false } })

        try office.perform(.dismissPerson(.shenNanzhi), at: "2026-11-23 09:00")
        try office.perform(.openTurn(second), at: "2026-11-30 08:00")
        let third = office.matter(try #require(office.matter(second).turn?.next))
        #expect(third.stage == .issued && third.person == nil && third.accepted == nil)
    }

    @Test("An extension of one turn moves no other")
    func extended() throws {
        var office = office
        try office.perform(.askExtension("2026-11-25", "雨停再巡"), on: number, at: "2026-11-19 10:00")
        try office.perform(.grantExtension(nil), on: number, at: "2026-11-19 11:00")
        try office.settle(number, at: "2026-11-24 10:00")
        #expect(office.matter(try #require(office.matter(number).turn?.next)).due == .endOfDay("2026-11-27"))
    }
}

extension Office {
    /// Work that comes again, issued and signed for.
    fileprivate mutating func weekly(
        _ cycle: Cycle? = .weekly(5),
        at moment: Moment = "2026-11-16 09:00"
    ) throws -> MatterNumber {
        var registration = Registration(kind: .target, title: "沿湖隐患巡查", source: .yearPlan)
        registration.lead = .landForce
        registration.person = .shenNanzhi
        registration.quantities = [QuantityLine(target: 12, unit: "处")]
        registration.term = cycle.map { .cycle($0) } ?? .workdays(5)
        let number = try perform(.register(registration), at: moment)[0].matter!
        try perform(.submit(nil), on: number, at: moment)
        try perform(.issue(nil, nil), on: number, at: moment)
        try perform(.accept(nil), on: number, at: moment)
        return number
    }

    fileprivate mutating func settle(_ number: MatterNumber, at moment: Moment) throws {
        try perform(.report("已完成"), on: number, at: moment)
        try perform(.settle(.papers, nil), on: number, at: moment)
    }
}
