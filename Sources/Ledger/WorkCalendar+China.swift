extension WorkCalendar {
    /// The calendar that a new ledger starts with: the State Council's notices for 2024 to 2026
    /// (国务院办公厅关于节假日安排的通知), weekday holidays and make-up working days.
    package static let china = WorkCalendar(
        version: 1,
        knownYears: [2024, 2025, 2026],
        exceptions: builtIn.flatMap(\.exceptions)
    )

    /// The exceptions of one holiday in one year.
    private struct Holiday {
        let year: Int
        let name: String
        /// Rest days and make-up working days, as `MMDD`.
        let rest: [Int]
        let work: [Int]

        init(_ year: Int, _ name: String, rest: [Int], work: [Int] = []) {
            self.year = year
            self.name = name
            self.rest = rest
            self.work = work
        }

        var exceptions: [Exception] {
            rest.map { Exception(day: day($0), isWorkday: false, name: name) }
                + work.map { Exception(day: day($0), isWorkday: true, name: name) }
        }

        private func day(_ code: Int) -> Day { Day(year: year, month: code / 100, day: code % 100)! }
    }

    private static let builtIn = [
        Holiday(2024, "元旦", rest: [101]),
        Holiday(2024, "春节", rest: [212, 213, 214, 215, 216], work: [204, 218]),
        Holiday(2024, "清明节", rest: [404, 405], work: [407]),
        Holiday(2024, "劳动节", rest: [501, 502, 503], work: [428, 511]),
        Holiday(2024, "端午节", rest: [610]),
        Holiday(2024, "中秋节", rest: [916, 917], work: [914]),
        Holiday(2024, "国庆节", rest: [1001, 1002, 1003, 1004, 1007], work: [929, 1012]),
        Holiday(2025, "元旦", rest: [101]),
        Holiday(2025, "春节", rest: [128, 129, 130, 131, 203, 204], work: [126, 208]),
        Holiday(2025, "清明节", rest: [404]),
        Holiday(2025, "劳动节", rest: [501, 502, 505], work: [427]),
        Holiday(2025, "端午节", rest: [602]),
        Holiday(2025, "国庆节、中秋节", rest: [1001, 1002, 1003, 1006, 1007, 1008], work: [928, 1011]),
        Holiday(2026, "元旦", rest: [101, 102], work: [104]),
        Holiday(2026, "春节", rest: [216, 217, 218, 219, 220, 223], work: [214, 228]),
        Holiday(2026, "清明节", rest: [406]),
        Holiday(2026, "劳动节", rest: [501, 504, 505], work: [509]),
        Holiday(2026, "端午节", rest: [619]),
        Holiday(2026, "国庆节", rest: [1001, 1002, 1005, 1006, 1007], work: [920, 1010]),
        Holiday(2026, "中秋节", rest: [925]),
    ]
}
