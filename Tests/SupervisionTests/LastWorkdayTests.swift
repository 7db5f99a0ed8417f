import Ledger
import Samples
import Supervision
import Testing

@Suite struct LastWorkdayTests {
    /// On Friday the sample office looks back at Thursday, on Monday at Friday.
    @Test(arguments: [("2026-11-20 08:12", "2026-11-19"), ("2026-11-23 08:12", "2026-11-20")])
    func theDay(now: String, day: String) {
        let last = Supervisor(Office.sample.ledger, at: Moment(stringLiteral: now)).lastWorkday()
        #expect(last.day == Day(stringLiteral: day))
    }

    /// 督2, and the demand of that day, whose evening count had passed.
    @Test func thursday() {
        let last = Supervisor(Office.sample.ledger, at: "2026-11-20 08:12").lastWorkday()
        #expect(last.byLight[.red] == 2)
        #expect(last.overNight == 1)
        #expect(last.tracked == 2)
        #expect(last.missed == [])
        #expect(last.owed == 2)
        #expect((last.registered, last.settled, last.settledLate) == (2, 0, 0))
    }

    /// Friday: 督2 was not tracked, and the demand of Thursday was overdue by then.
    @Test func friday() {
        let last = Supervisor(Office.sample.ledger, at: "2026-11-23 08:12").lastWorkday()
        #expect(last.byLight[.red] == 2)
        #expect(last.missed == [.well, .nightNoise])
        #expect(last.tracked == 0)
    }

    /// What a past evening showed is what was shown on that evening.
    @Test(arguments: ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19"])
    func thePastLightIsTheLightOfThatEvening(day: String) throws {
        let day = Day(stringLiteral: day)
        let ledger = Office.sample.ledger
        let judge = Judge(ledger, at: "2026-11-20 08:12")
        var then = Ledger()
        for event in Office.sample.events where event.recorded < Moment(day + 1, minute: 0, offset: .china) {
            then.apply(event)
        }
        let evening = Judge(then, at: Moment(day, minute: 23 * 60 + 59, offset: .china))
        for matter in then.matters.values {
            let now = try #require(ledger.matters[matter.number])
            #expect(judge.light(of: now, onTheEveningOf: day) == evening.judge(matter).light, "\(matter.number) \(day)")
        }
    }
}
