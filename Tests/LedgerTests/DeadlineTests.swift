import Foundation
import Ledger
import Samples
import Testing

@Suite("Term and deadline")
struct DeadlineTests {
    /// Issued on Friday 2026-11-20 unless the row is about something else.
    @Test(
        "a term gives a limit",
        arguments: [
            (.workdays(1), "2026-11-20", .endOfDay("2026-11-23"), false),
            (.workdays(5), "2026-11-20", .endOfDay("2026-11-27"), false),
            (.workdays(3), "2026-11-21", .endOfDay("2026-11-25"), false),
            (.workdays(31), "2026-11-20", .endOfDay("2027-01-04"), true),
            (.naturalDays(1), "2026-11-20", .endOfDay("2026-11-23"), false),
            (.naturalDays(5), "2026-11-20", .endOfDay("2026-11-25"), false),
            (.naturalDays(42), "2026-11-20", .endOfDay("2027-01-01"), true),
            (.months(1), "2026-01-31", .endOfDay("2026-02-28"), false),
            (.months(1), "2026-11-20", .endOfDay("2026-12-21"), false),
            (.months(2), "2026-08-03", .endOfDay("2026-10-08"), false),
            (.sameDay, "2026-11-20", .closeOfBusiness("2026-11-20"), false),
            (.sameDay, "2026-11-21", .closeOfBusiness("2026-11-21"), false),
            (.fixed("2026-10-31"), "2026-10-09", .endOfDay("2026-10-31"), false),
            (.fixed("2026-10-03"), "2026-09-01", .endOfDay("2026-10-03"), false),
            (.fixed("2027-12-31"), "2026-11-20", .endOfDay("2027-12-31"), false),
            // Part of the days counted lie in a year without a notice.
            (.workdays(5), "2023-12-28", .endOfDay("2024-01-05"), true),
        ] as [(Term, Day, Deadline, Bool)]
    )
    func limit(term: Term, issued: Day, deadline: Deadline, isEstimated: Bool) {
        #expect(term.deadline(issued: issued, calendar: .china) == (deadline, isEstimated))
    }

    @Test(
        "a limit has a first instant that is too late",
        arguments: [
            (.endOfDay("2026-11-20"), "2026-11-21 00:00"), (.closeOfBusiness("2026-11-20"), "2026-11-20 18:00"),
            (.moment("2026-11-20 10:30"), "2026-11-20 10:30"),
        ] as [(Deadline, Moment)]
    )
    func passes(deadline: Deadline, moment: Moment) {
        #expect(deadline.passes(closing: 18 * 60, offset: .china) == moment)
        #expect(deadline.day(.china) == "2026-11-20")
    }

    @Test(
        "terms are stored as text",
        arguments: [
            (.workdays(5), "5wd"), (.naturalDays(7), "7d"), (.months(1), "1mo"), (.sameDay, "sameDay"),
            (.fixed("2026-12-04"), "2026-12-04"),
        ] as [(Term, String)]
    )
    func termText(term: Term, text: String) throws {
        #expect(term.text == text)
        #expect(Term(text) == term)
        let data = try JSONEncoder().encode([term])
        #expect(String(decoding: data, as: UTF8.self) == "[\"\(text)\"]")
        #expect(try JSONDecoder().decode([Term].self, from: data) == [term])
    }

    @Test(
        "no other text is a term",
        arguments: [
            "", "5", "wd", "0wd", "-1d", "+5wd", "5 wd", "3661d", "121mo", "99999999999999999999wd", "2026-02-30",
        ]
    )
    func noTerm(text: String) {
        #expect(Term(text) == nil)
    }

    @Test(
        "limits are stored as text or as milliseconds",
        arguments: [
            (.endOfDay("2026-11-20"), #"["2026-11-20"]"#), (.closeOfBusiness("2026-11-20"), #"["2026-11-20 close"]"#),
            (.moment("2026-11-20 08:12"), "[1795133520000]"),
        ] as [(Deadline, String)]
    )
    func deadlineText(deadline: Deadline, text: String) throws {
        let data = try JSONEncoder().encode([deadline])
        #expect(String(decoding: data, as: UTF8.self) == text)
        #expect(try JSONDecoder().decode([Deadline].self, from: data) == [deadline])
    }

    @Test("no other text is a limit", arguments: ["", "close", "2026-11-20 closes", "2026-11-20  close", "明天"])
    func noDeadline(text: String) {
        #expect(Deadline(text) == nil)
    }
}
