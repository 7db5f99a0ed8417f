import Ledger

/// Reads the days of a table: `2026-11-20`, 2026年11月20日, 月底, and relative ones (今日-12, 今日+3工), which
/// make a file that stays lively on whichever day it is read.
struct DayCells {
    let today: Day
    let calendar: WorkCalendar

    /// A day that has been (交办、办结、记录): without a year it is the last such day.
    func past(_ text: some StringProtocol) -> Day? {
        Day(iso: text) ?? relative(text) ?? DayPhrase.day(text, today: today, looking: .back, calendar: calendar)
    }

    /// A day to come; without a year it is the first such day from `base` on.
    func ahead(_ text: some StringProtocol, from base: Day?) -> Day? {
        Day(iso: text) ?? relative(text) ?? DayPhrase.day(text, today: base ?? today, calendar: calendar)
    }

    /// A limit (完成时限): a day, a period from the day of issue (10个工作日), or 当日.
    func limit(_ text: some StringProtocol, from base: Day?) -> Term? {
        if let day = Day(iso: text) ?? relative(text) { return .fixed(day) }
        return DayPhrase.term(text, today: base ?? today, calendar: calendar)
    }

    /// `今日`, `今日-12` (natural days), `今日+3工` (working days). Working day 0 is the latest one up to
    /// today, +1 the next after today.
    func relative(_ text: some StringProtocol) -> Day? {
        var rest = Substring(text)
        guard rest.hasPrefix("今日") || rest.hasPrefix("今天") else { return nil }
        rest = rest.dropFirst(2)
        let counts = rest.hasSuffix("工")
        if counts { rest = rest.dropLast() }
        guard !rest.isEmpty else { return counts ? calendar.workday(onOrBefore: today) : today }
        let number = rest.nameKey
        guard number.hasPrefix("+") || number.hasPrefix("-"), let count = Int(number), abs(count) <= 9999 else {
            return nil
        }
        return counts ? calendar.day(count, workdaysAfter: today) : today + count
    }

    /// A text in which `{今日+3工}` stands for that day (11-25) and `{年}` for the year of `day`.
    func resolving(_ text: String, in day: Day) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var resolved = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            resolved += rest[..<open]
            let token = rest[rest.index(after: open)..<close]
            if token == "年" {
                resolved += String(day.year)
            } else if let named = relative(token) {
                resolved += named.iso.dropFirst(5)
            } else {
                resolved += rest[open...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        return resolved + rest
    }
}
