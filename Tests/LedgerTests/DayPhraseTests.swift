import Testing

@testable import Ledger

/// How an office writes days and limits, seen from Friday 2026-11-20.
struct DayPhraseTests {
    let today = Day(iso: "2026-11-20")!

    @Test(arguments: [
        ("2026-12-01", "2026-12-01"), ("2026-12-1", "2026-12-01"), ("2026/12/1", "2026-12-01"),
        ("2026年12月1日", "2026-12-01"), ("20261201", "2026-12-01"), ("２０２６－１２－０１", "2026-12-01"),
        ("12-1", "2026-12-01"), ("12月1日", "2026-12-01"), ("11-20", "2026-11-20"), ("11-19", "2027-11-19"),
        ("2-29", "2028-02-29"), ("今天", "2026-11-20"), ("明天", "2026-11-21"), ("后天", "2026-11-22"),
        ("周五", "2026-11-20"), ("本周日", "2026-11-22"), ("下周五", "2026-11-27"), ("下周一", "2026-11-23"),
        ("下下周三", "2026-12-02"), ("月底", "2026-11-30"), ("月底前", "2026-11-30"), ("下月底", "2026-12-31"),
        ("季末", "2026-12-31"), ("年底", "2026-12-31"),
    ])
    func days(text: String, expected: String) {
        #expect(DayPhrase.day(text, today: today)?.iso == expected)
    }

    @Test(arguments: [
        ("5个工作日", Term.workdays(5)), ("5 个工作日内", .workdays(5)), ("三个工作日", .workdays(3)), ("5wd", .workdays(5)),
        ("7天", .naturalDays(7)), ("7个自然日", .naturalDays(7)), ("15自然日内", .naturalDays(15)), ("7日内", .naturalDays(7)),
        ("1个月", .months(1)), ("当日", .sameDay),
        ("12-1", .fixed(Day(iso: "2026-12-01")!)),
    ])
    func terms(text: String, expected: Term) {
        #expect(DayPhrase.term(text, today: today) == expected)
    }

    @Test(arguments: ["", "2026-02-30", "13-1", "周八", "0个工作日", "-3天", "长期坚持", "5", "2026", "尽快", "1-2-3-4"])
    func noDay(text: String) {
        #expect(DayPhrase.term(text, today: today) == nil)
    }
}
