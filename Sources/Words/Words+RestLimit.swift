package import Ledger

// Fixed dates do not roll (PRACTICE §3): what falls on a day off has to be reported before it.

extension Words {
    /// 「10-31 周六，请于 10-30 前报结」
    package func restLimit(_ limit: Day, reportBy day: Day) -> String {
        self(
            "\(short(limit)) \(weekday(limit))，请于 \(short(day)) 前报结",
            "\(weekday(limit)) \(short(limit)) is a day off: report it done by \(short(day))"
        )
    }

    /// 「请于 10-30 前报结」 for a limit on a day off that lies ahead; nil for any other.
    package func reportBefore(_ limit: Day, _ calendar: WorkCalendar, seenFrom today: Day) -> String? {
        reportDay(limit, calendar, seenFrom: today).map {
            self("请于 \(short($0)) 前报结", "report it done by \(short($0))")
        }
    }

    /// 「10-31 周六，请于 10-30 前报结」 for a limit on a day off that lies ahead; nil for any other.
    package func restNote(_ limit: Day, _ calendar: WorkCalendar, seenFrom today: Day) -> String? {
        reportDay(limit, calendar, seenFrom: today).map { restLimit(limit, reportBy: $0) }
    }

    private func reportDay(_ limit: Day, _ calendar: WorkCalendar, seenFrom today: Day) -> Day? {
        guard !calendar.isWorkday(limit) else { return nil }
        let day = calendar.workday(onOrBefore: limit)
        return day >= today ? day : nil
    }
}
