import Ledger
import Samples
import Testing

@Suite("Day")
struct DayTests {
    /// Known from history and almanacs, not from this code.
    @Test(
        "knows numbers and weekdays of known days",
        arguments: [
            ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("1900-01-01", -25_567, 1), ("2000-02-29", 11_016, 2),
            ("1949-10-01", -7_397, 6), ("2026-11-20", 20_777, 5), ("2027-01-01", 20_819, 5), ("2100-03-01", 47_541, 1),
        ]
    )
    func known(iso: String, number: Int, weekday: Int) throws {
        let day = try #require(Day(iso: iso))
        #expect(day.number == number)
        #expect(day.weekday == weekday)
        #expect(Day(number: number).iso == iso)
    }

    @Test(
        "is written with as many digits as its year has, and at least four",
        arguments: [(0, "0000-01-09"), (987, "0987-01-09"), (9_999, "9999-01-09"), (10_000, "10000-01-09")]
    )
    func years(year: Int, iso: String) {
        #expect(Day(year: year, month: 1, day: 9)?.iso == iso)
    }

    @Test("agrees with a calendar counted day by day from 1900 to 2100")
    func twoHundredYears() {
        var (year, month, dayOfMonth, weekday) = (1900, 1, 1, 1)
        for number in -25_567...47_846 {
            let day = Day(number: number)
            guard day.civil == (year, month, dayOfMonth), day.weekday == weekday,
                Day(year: year, month: month, day: dayOfMonth) == day, Day(iso: day.iso) == day
            else {
                Issue.record("\(number) is not \(year)-\(month)-\(dayOfMonth), weekday \(weekday)")
                return
            }
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            weekday = weekday % 7 + 1
            dayOfMonth += 1
            if dayOfMonth > lengths[month - 1] { (month, dayOfMonth) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect((year, month, dayOfMonth) == (2101, 1, 1))
    }

    @Test(
        "takes nothing but YYYY-MM-DD of a day that exists",
        arguments: [
            "", "2026", "2026-11", "2026-11-31", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-00", "26-11-20",
            "2026-1-20", "2026-11-20 ", "2026/11/20", "+026-11-20", "2026-+1-20", "2026-11--1", "２０２６-11-20",
            "2026-11-20-", "-026-11-20",
        ]
    )
    func refused(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test(
        "there is no such civil day",
        arguments: [(2025, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 1, 0), (2100, 2, 29)]
    )
    func noSuchDay(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(
        "adds months to the same day number or the month's last day (民法典 202)",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-20", 1, "2026-12-20"),
            ("2026-11-30", 3, "2027-02-28"), ("2026-12-31", 2, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"),
            ("2026-01-15", -1, "2025-12-15"), ("2026-11-20", 0, "2026-11-20"), ("2026-11-20", 14, "2028-01-20"),
        ] as [(Day, Int, Day)]
    )
    func months(day: Day, count: Int, result: Day) {
        #expect(day.adding(months: count) == result)
    }

    @Test("ends its month", arguments: [("2026-11-20", "2026-11-30"), ("2024-02-01", "2024-02-29")] as [(Day, Day)])
    func endOfMonth(day: Day, last: Day) {
        #expect(day.endOfMonth == last)
        #expect(last.endOfMonth == last)
    }

    @Test("counts natural days")
    func arithmetic() {
        let day: Day = "2026-11-20"
        #expect(day + 11 == "2026-12-01")
        #expect(day - 20 == "2026-10-31")
        #expect(("2027-01-01" as Day) - day == 42)
        #expect(Array(day..<day + 3) == ["2026-11-20", "2026-11-21", "2026-11-22"])
        #expect(day < day + 1)
    }
}
