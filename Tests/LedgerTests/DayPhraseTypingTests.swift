import Foundation
import Testing

@testable import Ledger

/// How people type days at a prompt, seen from Friday 2026-11-20.
struct DayPhraseTypingTests {
    private let today = Day(iso: "2026-11-20")!

    @Test(arguments: [
        ("2026-12-01", "2026-12-01"), ("12-01", "2026-12-01"), ("12/1", "2026-12-01"), ("12.1", "2026-12-01"),
        ("12月1日", "2026-12-01"), ("十二月一日", "2026-12-01"), ("１２月１日", "2026-12-01"), ("12 月 1 日前", "2026-12-01"),
        ("2027年1月5日", "2027-01-05"), ("20261201", "2026-12-01"), ("2026/12/1", "2026-12-01"),
        ("03-01", "2027-03-01"), ("11-20", "2026-11-20"), ("2月29日", "2028-02-29"), ("明年3月1日", "2027-03-01"),
        ("25日", "2026-11-25"), ("25号", "2026-11-25"), ("5日", "2026-12-05"), ("31日", "2026-12-31"),
        ("今天", "2026-11-20"), ("明天", "2026-11-21"), ("后天", "2026-11-22"), ("大后天", "2026-11-23"),
        ("昨天", "2026-11-19"), ("today", "2026-11-20"), ("Tomorrow", "2026-11-21"),
        ("周五", "2026-11-20"), ("周四", "2026-11-26"), ("本周五", "2026-11-20"), ("本周一", "2026-11-16"),
        ("下周五", "2026-11-27"), ("下下周一", "2026-11-30"), ("星期日", "2026-11-22"), ("礼拜天", "2026-11-22"),
        ("next friday", "2026-11-27"), ("friday", "2026-11-20"),
        ("月底", "2026-11-30"), ("下月底", "2026-12-31"), ("年底", "2026-12-31"), ("明年底", "2027-12-31"),
        ("季度末", "2026-12-31"), ("月中", "2026-12-15"), ("下月中", "2026-12-15"), ("下月初", "2026-12-01"),
        ("本周内", "2026-11-22"), ("下周内", "2026-11-29"), ("本月内", "2026-11-30"), ("下月内", "2026-12-31"),
    ])
    func fixedDays(text: String, day: String) {
        #expect(DayPhrase.term(text, today: today) == .fixed(Day(iso: day)!))
    }

    @Test(arguments: [
        ("5个工作日", Term.workdays(5)), ("5工作日", .workdays(5)), ("5wd", .workdays(5)), ("五个工作日", .workdays(5)),
        ("十五个工作日内", .workdays(15)), ("7天", .naturalDays(7)), ("7日内", .naturalDays(7)), ("7d", .naturalDays(7)),
        ("七天内", .naturalDays(7)), ("两周", .naturalDays(14)), ("2w", .naturalDays(14)), ("半个月", .naturalDays(15)),
        ("3个月", .months(3)), ("一个月内", .months(1)), ("1mo", .months(1)), ("当日", .sameDay), ("当天", .sameDay),
    ])
    func periods(text: String, term: Term) {
        #expect(DayPhrase.term(text, today: today) == term)
    }

    /// The last working day before a holiday. New Year's Day of 2027 is a Friday; the eve of the Spring Festival is Friday
    /// 5 February: no notice says so yet, the law does.
    @Test(arguments: [
        ("春节前", "2027-02-04"), ("春节前办结", "2027-02-04"), ("年前", "2027-02-04"), ("除夕之前", "2027-02-04"),
        ("元旦前", "2026-12-31"), ("节前", "2026-12-31"), ("放假前", "2026-12-31"), ("清明前", "2027-04-02"),
        ("五一前", "2027-04-30"), ("劳动节前完成", "2027-04-30"), ("端午节前", "2027-06-08"), ("中秋前", "2027-09-14"),
        ("国庆前", "2027-09-30"), ("before Spring Festival", "2027-02-04"), ("before the holiday", "2026-12-31"),
    ])
    func beforeHolidays(text: String, day: String) {
        #expect(DayPhrase.term(text, today: today) == .fixed(Day(iso: day)!))
    }

    /// Where a notice is known, its rest days count: on 2026-02-10 the make-up Saturday is the last working day.
    @Test(arguments: [
        ("2026-02-10", "春节前", "2026-02-14"), ("2026-02-10", "节前", "2026-02-14"), ("2026-02-14", "春节前", "2026-02-14"),
        ("2026-02-15", "春节前", "2027-02-04"), ("2026-09-01", "国庆前", "2026-09-30"), ("2026-09-01", "中秋前", "2026-09-24"),
        ("2025-09-01", "中秋前", "2025-09-30"), ("2025-09-01", "国庆节前", "2025-09-30"),
    ])
    func beforeHolidaysByNotice(today: String, text: String, day: String) {
        #expect(DayPhrase.term(text, today: Day(iso: today)!) == .fixed(Day(iso: day)!))
    }

    @Test func aLocalRestDayCountsToo() {
        let calendar = WorkCalendar.china.adding(local: [
            .init(day: Day(iso: "2026-09-30")!, isWorkday: false, name: "国庆节")
        ])
        let term = DayPhrase.term("国庆前", today: Day(iso: "2026-09-01")!, calendar: calendar)
        #expect(term == .fixed(Day(iso: "2026-09-29")!))
    }

    /// The table of the moon's days is what the Chinese calendar of the system says.
    @Test(arguments: 2024...2035) func theMoonsDays(year: Int) throws {
        var chinese = Foundation.Calendar(identifier: .chinese)
        chinese.timeZone = try #require(TimeZone(secondsFromGMT: 8 * 3600))
        func moon(_ day: Day) -> (month: Int, day: Int, isLeap: Bool) {
            let noon = Date(timeIntervalSince1970: (Double(day.number) * 24 + 4) * 3600)
            let parts = chinese.dateComponents([.month, .day, .isLeapMonth], from: noon)
            return (parts.month ?? 0, parts.day ?? 0, parts.isLeapMonth ?? false)
        }
        let spring = try #require(Festival.spring.estimate(in: year).dropFirst().first)
        #expect(moon(spring) == (1, 1, false))
        let boats = try #require(Festival.dragonBoat.estimate(in: year).first)
        #expect(moon(boats) == (5, 5, false))
        let autumn = try #require(Festival.midAutumn.estimate(in: year).first)
        #expect(moon(autumn) == (8, 15, false))
    }

    @Test(arguments: [
        "春节", "前", "节", "某节前", "before",
        "", " ", "周八", "2026-02-30", "13-01", "12-32", "32日", "0天", "-5", "5", "五", "下周", "2026", "12月", "abc",
        "20261301", "99999999999999999999", "5个工作日后天", "明天明天", "99999天", "\u{1B}[31m12-01",
    ])
    func nothing(text: String) {
        #expect(DayPhrase.term(text, today: today) == nil)
    }

    @Test(arguments: [
        ("11-18", "2026-11-18"), ("12-01", "2025-12-01"), ("周三", "2026-11-18"), ("周六", "2026-11-14"),
        ("上周五", "2026-11-13"), ("昨天", "2026-11-19"), ("前天", "2026-11-18"), ("18日", "2026-11-18"), ("25日", "2026-10-25"),
        ("11-20", "2026-11-20"),
    ])
    func daysOfTheRecord(text: String, day: String) {
        #expect(DayPhrase.day(text, today: today, looking: .back) == Day(iso: day)!)
    }
}
