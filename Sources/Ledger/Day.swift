/// A civil day of the ledger, free of any time zone.
///
/// Held as the number of days since 1970-01-01 in the proleptic Gregorian calendar, so that
/// arithmetic is integer arithmetic and neither `TZ` nor a system calendar can change a result.
package struct Day: Hashable, Sendable {
    /// A screen over 28,000 matters holds a million of them; these reach for five million years.
    private let stored: Int32

    /// Days since 1970-01-01.
    package var number: Int { Int(stored) }

    package init(number: Int) { stored = Int32(clamping: number) }

    /// The day with these civil components, or nil where no such day exists (30 February).
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...Day.length(ofMonth: month, year: year)).contains(day) else { return nil }
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(number: era * 146_097 + dayOfEra - 719_468)
    }

    /// The day written `YYYY-MM-DD`, or nil for anything else.
    package init?(iso: some StringProtocol) {
        // Tables hold hundreds of thousands of days, so the bytes of a string are read one by one.
        let iso = String(iso)
        var numbers = (year: 0, month: 0, day: 0)
        var count = 0
        for byte in iso.utf8 {
            let digit = Int(byte) - 48
            switch count {
            case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
            case 0...9 where (0...9).contains(digit):
                if count < 4 {
                    numbers.year = numbers.year * 10 + digit
                } else if count < 7 {
                    numbers.month = numbers.month * 10 + digit
                } else {
                    numbers.day = numbers.day * 10 + digit
                }
            default: return nil
            }
            count += 1
        }
        guard count == 10 else { return nil }
        self.init(year: numbers.year, month: numbers.month, day: numbers.day)
    }

    /// Number of days in a month.
    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day {
    /// Year, month and day of the Gregorian calendar.
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package var year: Int { civil.year }
    package var month: Int { civil.month }
    package var dayOfMonth: Int { civil.day }

    /// 1 is Monday, 7 is Sunday.
    package var weekday: Int { (number + 3).flooredModulo(7) + 1 }

    /// `YYYY-MM-DD`.
    package var iso: String {
        let (year, month, day) = civil
        guard (0...9999).contains(year) else { return "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))" }
        return String(unsafeUninitializedCapacity: 10) { buffer in
            func put(_ number: Int, _ places: ClosedRange<Int>) {
                var rest = number
                for place in places.reversed() {
                    buffer[place] = 0x30 + UInt8(rest % 10)
                    rest /= 10
                }
            }
            put(year, 0...3)
            put(month, 5...6)
            put(day, 8...9)
            buffer[4] = 0x2D
            buffer[7] = 0x2D
            return 10
        }
    }

    /// The last day of this day's month.
    package var endOfMonth: Day {
        let (year, month, day) = civil
        return self + (Day.length(ofMonth: month, year: year) - day)
    }

    /// The same day number `months` later, or that month's last day (民法典 202).
    package func adding(months: Int) -> Day {
        let (year, month, day) = civil
        let count = year * 12 + month - 1 + months
        let newYear = count.flooredQuotient(12)
        let newMonth = count.flooredModulo(12) + 1
        let newDay = min(day, Day.length(ofMonth: newMonth, year: newYear))
        return Day(year: newYear, month: newMonth, day: newDay)!
    }

    package static func + (day: Day, count: Int) -> Day { Day(number: day.number + count) }
    package static func - (day: Day, count: Int) -> Day { Day(number: day.number - count) }
    /// Natural days from `right` to `left`.
    package static func - (left: Day, right: Day) -> Int { left.number - right.number }
}

extension Day: Comparable {
    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: Strideable {
    package func distance(to other: Day) -> Int { other - self }
    package func advanced(by count: Int) -> Day { self + count }
}

extension Day: CustomStringConvertible {
    package var description: String { iso }
}

/// Written as `YYYY-MM-DD`.
extension Day: TextCoded {
    package init?(_ text: String) { self.init(iso: text) }

    package var text: String { iso }
}

extension Int {
    /// The number written in ASCII digits alone; `Int(_:)` would take a sign as well.
    init?(digits text: some StringProtocol) {
        guard text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
        self.init(text)
    }

    /// The quotient rounded towards minus infinity.
    func flooredQuotient(_ divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    /// The remainder that goes with ``flooredQuotient(_:)``: never negative for a positive divisor.
    func flooredModulo(_ divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }

    /// Decimal digits with leading zeros up to `width`.
    func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}
