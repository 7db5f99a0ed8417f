import Ledger
import Samples
import Supervision
import Testing

/// What a survey says is the same whichever way it is made.
@Suite struct SurveyTests {
    private static let now: Moment = "2026-11-20 08:12"

    @Test(arguments: [1, 3, 1_000])
    func inParts(size: Int) throws {
        let supervisor = Supervisor(Office.sample.ledger, at: Self.now)
        let survey = supervisor.survey(partSize: size)
        #expect(Said(survey, Office.sample.ledger) == Said(supervisor.survey(), Office.sample.ledger))
        #expect(survey.duties == supervisor.duties())
        #expect(survey.figures == supervisor.figures(survey.duties))
        let lookBack = supervisor.lookBack(days: 20)
        let within = try #require(supervisor.survey(partSize: size, lookingBack: 20).lookBack)
        #expect(within.lastWorkday == lookBack.lastWorkday)
        #expect(within.trend == lookBack.trend)
        #expect(within.trend.map(\.overdue) == supervisor.trend(days: 20).map(\.overdue))
    }

    /// Event by event, from the foundation to today: each survey made from the one before.
    @Test(arguments: ["2026-11-20 08:12", "2026-11-21 10:00", "2026-11-23 18:30"])
    func afterEachEvent(now: String) {
        let now = Moment(stringLiteral: now)
        var ledger = Ledger()
        var survey: Survey?
        for event in Office.sample.events {
            let before = ledger
            ledger.apply(event)
            let supervisor = Supervisor(ledger, at: now)
            let next = survey.map { supervisor.survey(after: $0, of: before) } ?? supervisor.survey()
            #expect(Said(next, ledger) == Said(supervisor.survey(), ledger), "after \(event.fact.kind)")
            survey = next
        }
    }

    /// A matter that leaves the set, and one that comes into it.
    @Test func comingAndGoing() throws {
        var ledger = Office.sample.ledger
        let full = Supervisor(ledger, at: Self.now).survey()
        let before = ledger
        let first = try #require(full.order.first)
        ledger.matters[first] = nil
        let without = Supervisor(ledger, at: Self.now).survey(after: full, of: before)
        #expect(Said(without, ledger) == Said(Supervisor(ledger, at: Self.now).survey(), ledger))
        #expect(!without.order.contains(first))
        let again = Supervisor(before, at: Self.now).survey(after: without, of: ledger)
        #expect(Said(again, before) == Said(full, before))
    }

    /// Everything that a survey says; judgements by matter, for tables may stand in another order.
    private struct Said: Equatable {
        var order: [MatterNumber]
        var judgements: [MatterNumber: Judgement]
        var duties: [Duty]
        var figures: Figures
        var nextMoment: Moment?

        init(_ survey: Survey, _ ledger: Ledger) {
            order = survey.order
            judgements = Dictionary(uniqueKeysWithValues: zip(ledger.matters.values.map(\.number), survey.judgements))
            duties = survey.duties
            figures = survey.figures
            nextMoment = survey.nextMoment
        }
    }
}
