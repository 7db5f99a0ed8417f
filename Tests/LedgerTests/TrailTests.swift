import Ledger
import Samples
import Testing
import Text

@Suite("The trail of a matter")
struct TrailTests {
    @Test("says what the matter was at the end of each day")
    func days() {
        let matter = Office.sample.matter(.pipes)
        #expect(
            matter.trail == [
                Trace(day: "2026-09-28", stage: .inHand, due: .endOfDay("2026-11-13"), progress: 0),
                Trace(day: "2026-11-09", stage: .inHand, due: .endOfDay("2026-11-13"), progress: 520, isTracked: true),
                Trace(day: "2026-11-10", stage: .inHand, due: .endOfDay("2026-11-13"), progress: 520, isTracked: true),
                Trace(day: "2026-11-11", stage: .inHand, due: .endOfDay("2026-11-30"), progress: 520),
                Trace(day: "2026-11-19", stage: .inHand, due: .endOfDay("2026-11-30"), progress: 680, isTracked: true),
            ]
        )
        #expect(matter.trace(on: "2026-11-10")?.due == .endOfDay("2026-11-13"))
        #expect(matter.trace(on: "2026-11-18") == matter.trail[3])
        #expect(matter.trace(on: "2026-09-27") == nil)
        #expect(matter.track(on: "2026-11-10") == (true, false))
        #expect(matter.track(on: "2026-11-11") == (false, false))
    }

    /// Lights and gaps of past days are judged by what was known then.
    @Test(
        "of earlier days does not change by what is recorded today",
        arguments: [
            .track("累计 20", [Progress(.added(2))]), .tickStep(2, nil), .report("做完"), .park("停电", "2026-12-01"),
            .askExtension("2026-12-31", "雨"), .suspend("另行部署"), .addStep("归档", nil, nil),
            .answer(.measure, "复测", Commitment(person: .shenNanzhi, due: "2026-12-31")),
        ] as [Action],
        [nil, "2026-11-09", "2026-11-12", "2026-11-17", "2026-11-19"] as [Day?]
    )
    func past(action: Action, day: Day?) throws {
        var office = Office.sample
        let before = Past(of: office.matter(.signing))
        try office.perform(action, on: .signing, on: day)
        let matter = office.matter(.signing)
        var expected = before
        if let day, before.tracks[day] == nil, action.countsAsTrack { expected.tracks[day] = true }
        #expect(Past(of: matter) == expected)
        let today = try #require(matter.trace(on: "2026-11-20"))
        #expect(today.stage == matter.stage)
        #expect(today.due == matter.due)
        #expect(today.progress == matter.progress)
    }

    /// What a matter says of the thirty working days before 2026-11-20.
    private struct Past: Equatable {
        /// What held at the end of each day.
        var states: [Day: [String]] = [:]
        /// The days it was tracked, and whether that was recorded late.
        var tracks: [Day: Bool] = [:]

        init(of matter: Matter) {
            for day in ("2026-10-10" as Day)..."2026-11-19" {
                let trace = matter.trace(on: day)
                states[day] = trace.map { ["\($0.stage)", "\($0.due as Any)", "\($0.progress)"] }
                let track = matter.track(on: day)
                if track.isTracked { tracks[day] = track.isLate }
            }
        }
    }

    @Test("imported history was known on its day")
    func imported() throws {
        var office = Office.founded
        var registration = Registration(kind: .target, title: "管网铺设", source: .livelihood)
        registration.lead = .drainageForce
        registration.quantities = [QuantityLine(target: 100, unit: "米")]
        try office.perform(
            .open(Opening(registration: registration, stage: .inHand, registered: "2026-10-12")),
            origin: 1
        )
        try office.perform(.track("30 米", [Progress(.total(30))]), on: 1, on: "2026-11-02", origin: 2)
        try office.perform(.track("60 米", [Progress(.total(60))]), on: 1, on: "2026-11-16", origin: 3)
        #expect(
            office.matter(1).trail == [
                Trace(day: "2026-10-12", stage: .inHand, due: nil, progress: 0),
                Trace(day: "2026-11-02", stage: .inHand, due: nil, progress: 300, isTracked: true),
                Trace(day: "2026-11-16", stage: .inHand, due: nil, progress: 600, isTracked: true),
            ]
        )
        // Rows in another order mark their day and leave the rest.
        try office.perform(.track("去过", []), on: 1, on: "2026-11-09", origin: 4)
        #expect(office.matter(1).track(on: "2026-11-09") == (true, false))
        #expect(office.matter(1).trace(on: "2026-11-09")?.progress == 300)
        #expect(office.matter(1).progress == 600)
    }

    @Test("reaches back thirty working days, over the longest holidays, and is cut before them")
    func window() throws {
        var office = Office.founded
        var registration = Registration(kind: .target, title: "管网铺设", source: .livelihood)
        registration.lead = .drainageForce
        try office.perform(
            .open(Opening(registration: registration, stage: .inHand, registered: "2024-01-02")),
            origin: 1
        )
        let calendar = office.ledger.calendar
        for day in ("2024-01-02" as Day)..."2026-11-19" where calendar.isWorkday(day) {
            try office.perform(.track("每日跟踪", []), on: 1, on: day, origin: 2)
            guard day >= "2024-04-01" else { continue }
            let trail = office.matter(1).trail
            let first = calendar.day(-29, workdaysAfter: day)
            guard (first...day).allSatisfy({ office.matter(1).track(on: $0).isTracked == calendar.isWorkday($0) }),
                trail.count < 50
            else {
                Issue.record("the trail of \(day) begins on \(trail[0].day)")
                return
            }
        }
    }

    @Test("a record for a day before the trail changes nothing in it")
    func beforeTheTrail() throws {
        var office = Office.sample
        var matter: Matter { office.matter(.signing) }
        for day in ("2026-11-23" as Day)..."2027-02-26" {
            try office.perform(.track("跟踪", []), on: .signing, at: Moment(day, minute: 540, offset: .china))
        }
        let trail = matter.trail
        #expect(trail[0].day > "2026-12-01")
        try office.perform(.track("补记", []), on: .signing, at: "2027-02-26 10:00", on: "2026-10-09")
        #expect(matter.trail == trail)
    }
}

extension Action {
    /// Whether the day it happens needs no other track (PRACTICE §4).
    fileprivate var countsAsTrack: Bool {
        switch self {
        case .track, .tickStep, .report, .askExtension, .answer: true
        default: false
        }
    }
}
