import Foundation
import Ledger
import Samples
import Testing

@Suite("Moment")
struct MomentTests {
    @Test(
        "is written as RFC 3339 at the ledger's offset",
        arguments: [
            (0, Offset.china, "1970-01-01T08:00:00+08:00"), (0, Offset(minutes: 0), "1970-01-01T00:00:00+00:00"),
            (-1, Offset(minutes: 0), "1969-12-31T23:59:59+00:00"),
            (1_795_133_520_999, .china, "2026-11-20T08:12:00+08:00"),
            (1_795_133_520_000, Offset(minutes: -570), "2026-11-19T14:42:00-09:30"),
        ] as [(Int64, Offset, String)]
    )
    func written(milliseconds: Int64, offset: Offset, text: String) {
        #expect(Moment(milliseconds: milliseconds).rfc3339(offset) == text)
    }

    @Test(
        "reads RFC 3339 and the ledger's own time",
        arguments: [
            ("2026-11-20T08:12:00+08:00", 1_795_133_520_000), ("2026-11-20T00:12:00Z", 1_795_133_520_000),
            ("2026-11-19T14:42:00-09:30", 1_795_133_520_000), ("2026-11-20T08:12", 1_795_133_520_000),
            ("2026-11-20 08:12:07", 1_795_133_527_000), ("2026-11-20t8:12", 1_795_133_520_000),
            ("2026-11-20T08:12:07.25+08:00", 1_795_133_527_000), ("2026-11-20", 1_795_132_800_000),
        ] as [(String, Int64)]
    )
    func read(text: String, milliseconds: Int64) {
        #expect(Moment(text, offset: .china) == Moment(milliseconds: milliseconds))
    }

    @Test(
        "takes nothing else",
        arguments: [
            "", "08:12", "2026-11-20T", "2026-11-20T8", "2026-11-20T24:00", "2026-11-20T08:60", "2026-11-20T08:12:60",
            "2026-11-20T08:12:00+25:00", "2026-11-20T08:12:00+8", "2026-11-20T08:12:00.x", "2026-11-20T08:12:00.",
            "2026-11-20T08:12:00:00", "2026-11-31T08:12", "2026-11-20X08:12", "2026-11-20T-1:12", "2026-11-20T08:12+",
        ]
    )
    func refused(text: String) {
        #expect(Moment(text, offset: .china) == nil)
    }

    @Test(
        "falls on the civil day of the offset",
        arguments: [
            ("2026-11-19T15:59:59Z", "2026-11-19", 23 * 60 + 59), ("2026-11-19T16:00:00Z", "2026-11-20", 0),
            ("2026-11-19T23:50:00Z", "2026-11-20", 7 * 60 + 50), ("1969-12-31T15:59:00Z", "1969-12-31", 23 * 60 + 59),
        ] as [(Moment, Day, Int)]
    )
    func civilDay(moment: Moment, day: Day, minute: Int) {
        #expect(moment.day(.china) == day)
        #expect(moment.minute(.china) == minute)
        #expect(Moment(day, minute: minute, offset: .china) <= moment)
        #expect(Moment(day, minute: minute + 1, offset: .china) > moment)
    }

    @Test("offsets are read and written", arguments: [("+08:00", 480), ("-09:30", -570), ("+00:00", 0)])
    func offsets(text: String, minutes: Int) {
        #expect(Offset(text)?.minutes == minutes)
        #expect(Offset(minutes: minutes).description == text)
    }

    @Test("no other offset is taken", arguments: ["", "8", "+8", "08:00", "+15:00", "+08:60", "++8:00", "+08:+1"])
    func noOffsets(text: String) {
        #expect(Offset(text) == nil)
    }
}

/// Each runs in a process of its own, because TZ belongs to the whole process.
@Suite("The machine's time zone changes nothing")
struct TimeZoneTests {
    @Test func utc() async {
        await #expect(processExitsWith: .success) { try checkDays(under: "UTC", hourOfEpoch: 0) }
    }

    @Test func shanghai() async {
        await #expect(processExitsWith: .success) { try checkDays(under: "CST-8", hourOfEpoch: 8) }
    }

    @Test func losAngeles() async {
        await #expect(processExitsWith: .success) { try checkDays(under: "PST8PDT", hourOfEpoch: 16) }
    }
}

private struct Mismatch: Error {}

/// Sets TZ, makes sure that the C library took it, and computes days, limits and a whole office.
private func checkDays(under zone: String, hourOfEpoch: Int32) throws {
    setenv("TZ", zone, 1)
    tzset()
    var epoch = time_t(0)
    var local = tm()
    localtime_r(&epoch, &local)
    let early: Moment = "2026-11-20 00:30"
    let limit = Term.workdays(3).deadline(issued: early.day(.china), calendar: .china).deadline
    let office = Office.sample
    guard local.tm_hour == hourOfEpoch, early.rfc3339(.china) == "2026-11-20T00:30:00+08:00",
        early.day(.china).iso == "2026-11-20", early.day(.china).weekday == 5, limit == .endOfDay("2026-11-25"),
        office.today == "2026-11-20", office.matter(.fireCheck).due == .endOfDay("2026-11-23")
    else { throw Mismatch() }
}
