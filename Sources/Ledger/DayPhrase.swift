import Text

/// Where a date typed without a year or a week is looked for.
package enum DateDirection: Hashable, Sendable {
    /// A limit (完成时限): the next such day, today included.
    case ahead
    /// A day that facts belong to (补记): the last such day, today included.
    case back
}

/// Reads how an office writes a day or a limit (时限的写法), on the command line, in forms and in
/// tables: one reader, so that 下周五 is the same day everywhere. Full-width digits and Chinese
/// numerals count as digits.
package enum DayPhrase {
    /// The limit that `text` names: a day (`2026-12-01`, `12-1`, 12月1日, 15号, 明天, 下周五, 月底,
    /// `tomorrow`, `next friday`), a period (5个工作日, `5wd`, 7天, `7d`, 两周, 3个月) or 当日; nil when
    /// it names none.
    ///
    /// Periods stay periods, so that the matter keeps how its limit was set; everything else is a
    /// fixed date. A day without a year is the nearest such day in `direction`, today included; 「春节前」 is the last
    /// working day before it, by the calendar.
    package static func term(
        _ text: some StringProtocol,
        today: Day,
        looking direction: DateDirection = .ahead,
        calendar: WorkCalendar = .china
    ) -> Term? {
        if let (day, minute) = hour(in: text) {
            var reader = DateReader(day, today: today, direction: direction, calendar: calendar)
            guard case .fixed(let day)? = reader.term() else { return nil }
            return .until(day, minute: minute)
        }
        var reader = DateReader(text, today: today, direction: direction, calendar: calendar)
        return reader.term()
    }

    /// The day before an hour at its end: 「12月1日 17:00 前」, 「明天12时」.
    private static func hour(in text: some StringProtocol) -> (day: String, minute: Int)? {
        var plain = ""
        for scalar in text.unicodeScalars {
            plain.unicodeScalars.append(
                (0xFF01...0xFF5E).contains(scalar.value) ? FullWidth.twin(of: scalar) : scalar
            )
        }
        var rest = plain[...]
        while let last = rest.last, " 前".contains(last) { rest.removeLast() }
        var minutes = 0
        if rest.last == "时" || rest.last == "点" {
            rest.removeLast()
            if rest.hasSuffix("小") || rest.hasSuffix("工作") { return nil }
        } else {
            guard let colon = rest.lastIndex(of: ":"), let after = Int(digits: rest[rest.index(after: colon)...]),
                after < 60
            else { return nil }
            minutes = after
            rest = rest[..<colon]
        }
        let digits = rest.reversed().prefix { $0.isASCII && $0.isNumber }.count
        guard (1...2).contains(digits), let hour = Int(digits: rest.suffix(digits)), hour * 60 + minutes <= 24 * 60
        else { return nil }
        let day = rest.dropLast(digits)
        return day.isEmpty ? nil : (String(day), hour * 60 + minutes)
    }

    /// The day that `text` names, seen from `today`; nil when it names none, or names a period.
    package static func day(
        _ text: some StringProtocol,
        today: Day,
        looking direction: DateDirection = .ahead,
        calendar: WorkCalendar = .china
    ) -> Day? {
        switch term(text, today: today, looking: direction, calendar: calendar) {
        case .fixed(let day): day
        default: nil
        }
    }
}
