import Foundation
import Ledger
import Samples
import Testing

@Suite("Working calendar")
struct CalendarTests {
    private let calendar = WorkCalendar.china

    @Test("says of all 1,096 days of 2024 to 2026 what was published")
    func everyDay() {
        // 2024-01-01 was a Monday.
        let first: Day = "2024-01-01"
        let days = first..."2026-12-31"
        #expect(days.count == 1096)
        let wrong = days.filter { day in
            let plain = (day.number - first.number) % 7 < 5
            return calendar.isWorkday(day) != PublishedHolidays.byDay[day]?.isWorkday ?? plain
                || calendar.exception(on: day)?.name != PublishedHolidays.byDay[day]?.name
                || calendar.isEstimated(day)
        }
        #expect(wrong.isEmpty)
        #expect(PublishedHolidays.byDay.count == 75)
        let perYear = [2024, 2025, 2026].map { year in days.count { $0.year == year && calendar.isWorkday($0) } }
        #expect(perYear == [251, 248, 248])
    }

    @Test(
        "finds the day n working days later",
        arguments: [
            ("2026-02-13", 1, "2026-02-14"), ("2026-02-13", 3, "2026-02-25"), ("2026-02-27", 1, "2026-02-28"),
            ("2026-09-18", 1, "2026-09-20"), ("2026-09-24", 3, "2026-09-30"), ("2026-09-30", 1, "2026-10-08"),
            ("2026-09-30", 3, "2026-10-10"), ("2025-12-31", 1, "2026-01-04"), ("2025-09-26", 3, "2025-09-30"),
            ("2024-04-26", 5, "2024-05-07"), ("2026-04-30", 5, "2026-05-11"),
        ] as [(Day, Int, Day)]
    )
    func vectors(start: Day, count: Int, due: Day) {
        #expect(calendar.day(count, workdaysAfter: start) == due)
        #expect(calendar.workdays(after: start, through: due) == count)
        #expect(Term.workdays(count).deadline(issued: start, calendar: calendar) == (.endOfDay(due), false))
    }

    @Test(
        "rolls seven natural days off a rest day, and only off a rest day (民法典 203)",
        arguments: [("2026-02-10", "2026-02-24"), ("2026-02-07", "2026-02-14")] as [(Day, Day)]
    )
    func naturalVectors(start: Day, due: Day) {
        #expect(Term.naturalDays(7).deadline(issued: start, calendar: calendar) == (.endOfDay(due), false))
    }

    @Test("does not know 2027, and says so")
    func unknownYear() {
        let (deadline, isEstimated) = Term.workdays(1).deadline(issued: "2026-12-31", calendar: calendar)
        #expect(deadline == .endOfDay("2027-01-01"))
        #expect(isEstimated)
        #expect(calendar.isEstimated("2027-01-01"))
        #expect(calendar.isEstimated("2023-12-31"))
        #expect(!calendar.isEstimated("2026-12-31"))
    }

    @Test("counts as one counts with a finger on the wall calendar, and backwards gives the same")
    func inverse() {
        for start in ("2023-12-20" as Day)..."2027-01-15" {
            var (day, count) = (start, 0)
            for _ in 0..<45 {
                day = day + 1
                if calendar.isWorkday(day) {
                    count += 1
                    guard calendar.day(count, workdaysAfter: start) == day else {
                        Issue.record("\(count) working days after \(start) is not \(day)")
                        return
                    }
                }
                guard calendar.workdays(after: start, through: day) == count,
                    calendar.workdays(after: day, through: start) == -count,
                    calendar.workdays(after: calendar.day(-count, workdaysAfter: day), through: day) == count
                else {
                    Issue.record("\(count) working days from \(start) to \(day)")
                    return
                }
            }
        }
    }

    @Test(
        "finds the working day at hand",
        arguments: [
            ("2026-11-20", "2026-11-20", "2026-11-20"), ("2026-11-21", "2026-11-20", "2026-11-23"),
            ("2026-09-20", "2026-09-20", "2026-09-20"), ("2026-10-03", "2026-09-30", "2026-10-08"),
            ("2026-02-15", "2026-02-14", "2026-02-24"),
        ] as [(Day, Day, Day)]
    )
    func nearest(day: Day, before: Day, after: Day) {
        #expect(calendar.workday(onOrBefore: day) == before)
        #expect(calendar.workday(onOrAfter: day) == after)
    }

    @Test("of two exceptions for one day takes the later, in every count")
    func doubled() {
        let stop = WorkCalendar.Exception(day: "2026-11-25", isWorkday: false, name: "停工")
        let back = WorkCalendar.Exception(day: "2026-11-25", isWorkday: true, name: "复工")
        let stopped = WorkCalendar(version: 2, knownYears: [2026], exceptions: [back, stop, stop])
        #expect(!stopped.isWorkday("2026-11-25"))
        #expect(stopped.workdays(after: "2026-11-20", through: "2026-11-27") == 4)
        #expect(stopped.day(3, workdaysAfter: "2026-11-20") == "2026-11-26")
        let resumed = WorkCalendar(version: 2, knownYears: [2026], exceptions: [stop, back])
        #expect(resumed.workdays(after: "2026-11-20", through: "2026-11-27") == 5)
    }

    @Test("can be read back")
    func coding() throws {
        let data = try JSONEncoder().encode(calendar)
        #expect(try JSONDecoder().decode(WorkCalendar.self, from: data) == calendar)
    }

    @Test("counts the same before its first exception, between days that lie far apart, and behind the last")
    func farApart() {
        let exceptions: [(day: Day, isWorkday: Bool)] = [
            ("2000-01-03", false), ("2000-01-04", true), ("2000-01-08", true), ("2031-05-01", false),
            ("2031-05-03", true),
        ]
        let calendar = WorkCalendar(
            version: 1,
            knownYears: [2000],
            exceptions: exceptions.map { WorkCalendar.Exception(day: $0.day, isWorkday: $0.isWorkday, name: "试") }
        )
        let spans: [(Day, Day)] = [
            ("1999-12-20", "2000-01-20"), ("2015-03-01", "2015-03-20"), ("2031-04-20", "2031-05-20"),
        ]
        for (first, last) in spans {
            var count = 0
            for number in first.number...last.number {
                let day = Day(number: number)
                let works = exceptions.first { $0.day == day }?.isWorkday ?? (day.weekday <= 5)
                #expect(calendar.isWorkday(day) == works, "\(day)")
                if works { count += 1 }
                #expect(calendar.workdays(after: first - 1, through: day) == count, "\(day)")
            }
        }
        #expect(WorkCalendar(version: 1, knownYears: [], exceptions: []).isWorkday("2026-11-27"))
    }
}
