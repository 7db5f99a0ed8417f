/// The working calendar (工作日历): which days the office works, make-up days (调休) included.
///
/// Weeks run Monday to Friday but for the listed exceptions. The calendar knows which years the
/// State Council's notices cover; any day outside them follows the plain week and is *estimated*
/// (估), which every caller that shows a date must say.
package struct WorkCalendar: Hashable, Sendable {
    /// Names the edition in events and in "亮灯依据".
    package let version: Int
    /// Years whose notice is in `exceptions`.
    package let knownYears: Set<Int>
    /// Days that differ from the plain week, in order.
    package let exceptions: [Exception]
    /// Those of the State Council's notices.
    package let notice: [Exception]
    /// Those of the place (本地休息日、调休), which hold over the notices and outlive them.
    package let local: [Exception]
    /// Working days that the exceptions add to the plain week, less those they take from it, up to and including each day
    /// from that of the first exception to that of the last: supervision counts days for every matter, several times.
    private let corrections: [Int32]

    /// One day that differs from the plain week.
    package struct Exception: Hashable, Sendable, Codable {
        package let day: Day
        package let isWorkday: Bool
        /// The holiday it belongs to, such as 国庆节.
        package let name: String

        package init(day: Day, isWorkday: Bool, name: String) {
            self.day = day
            self.isWorkday = isWorkday
            self.name = name
        }
    }

    package init(version: Int, knownYears: Set<Int>, exceptions: [Exception], local: [Exception] = []) {
        self.version = version
        self.knownYears = knownYears
        // Of two exceptions for one day the later holds.
        func ordered(_ days: [Exception]) -> [Exception] {
            Dictionary(days.map { ($0.day, $0) }) { $1 }.values.sorted { $0.day < $1.day }
        }
        notice = ordered(exceptions)
        self.local = ordered(local)
        self.exceptions = local.isEmpty ? notice : ordered(notice + local)
        var corrections: [Int32] = []
        var sum: Int32 = 0
        for exception in self.exceptions {
            let place = exception.day.number - self.exceptions[0].day.number
            corrections.append(contentsOf: repeatElement(sum, count: place - corrections.count))
            let plain = exception.day.weekday <= 5
            if plain != exception.isWorkday { sum += exception.isWorkday ? 1 : -1 }
            corrections.append(sum)
        }
        self.corrections = corrections
    }

    /// With more days of the place, as the next version.
    package func adding(local days: [Exception]) -> WorkCalendar {
        WorkCalendar(version: version + 1, knownYears: knownYears, exceptions: notice, local: local + days)
    }

    /// This calendar put over an older one: its days hold, all others stay, and so do the days of the place.
    ///
    /// A notice of a new year may name a day of the old one, so that days are replaced one by one; a day
    /// that is none any more is listed as what it is by the week.
    package func following(_ old: WorkCalendar) -> WorkCalendar {
        WorkCalendar(
            version: max(version, old.version + 1),
            knownYears: knownYears.union(old.knownYears),
            exceptions: old.notice + notice,
            local: old.local + local
        )
    }

    /// Whether the office works on `day`.
    package func isWorkday(_ day: Day) -> Bool {
        let shift = corrections(through: day) - corrections(through: day - 1)
        return shift == 0 ? day.weekday <= 5 : shift > 0
    }

    /// The exception on `day`, if it is one.
    package func exception(on day: Day) -> Exception? {
        let index = indexAfter(day) - 1
        return index >= 0 && exceptions[index].day == day ? exceptions[index] : nil
    }

    /// Whether what this calendar says about `day` rests on no notice.
    package func isEstimated(_ day: Day) -> Bool { !knownYears.contains(day.year) }

    /// Whether any day of the range rests on no notice.
    func isEstimated(from first: Day, through last: Day) -> Bool {
        first <= last && !(first.year...last.year).allSatisfy(knownYears.contains)
    }

    /// Working days after `start` up to and including `end`; negative if `end` is earlier.
    package func workdays(after start: Day, through end: Day) -> Int { ordinal(end) - ordinal(start) }

    /// The day on which `count` working days have passed, counted from the day after `day`.
    /// For a count of zero or less, the working day after which `-count` of them lead up to `day`.
    package func day(_ count: Int, workdaysAfter day: Day) -> Day {
        let target = ordinal(day) + count
        // The plain week gives a first guess; the exceptions shift it by a few days at most.
        var guess = plainDay(target - corrections(through: day))
        while ordinal(guess) < target { guess = guess + 1 }
        while ordinal(guess - 1) >= target { guess = guess - 1 }
        return guess
    }

    /// `day` itself if the office works then, else the next day it does.
    package func workday(onOrAfter day: Day) -> Day { isWorkday(day) ? day : self.day(1, workdaysAfter: day) }

    /// `day` itself if the office works then, else the last day it did.
    package func workday(onOrBefore day: Day) -> Day { isWorkday(day) ? day : self.day(0, workdaysAfter: day) }

    // MARK: Counting

    /// Working days up to and including `day`, from an arbitrary origin.
    private func ordinal(_ day: Day) -> Int { plainOrdinal(day) + corrections(through: day) }

    private func corrections(through day: Day) -> Int {
        guard let first = exceptions.first?.day, let last = corrections.last, day >= first else { return 0 }
        let place = day.number - first.number
        return Int(place < corrections.count ? corrections[place] : last)
    }

    /// Index of the first exception after `day`.
    private func indexAfter(_ day: Day) -> Int {
        var low = 0
        var high = exceptions.count
        while low < high {
            let middle = (low + high) / 2
            if exceptions[middle].day <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Mondays to Fridays up to and including `day`; day 4 (1970-01-05) was a Monday.
    private func plainOrdinal(_ day: Day) -> Int {
        let sinceMonday = day.number - 4
        return sinceMonday.flooredQuotient(7) * 5 + min(sinceMonday.flooredModulo(7) + 1, 5)
    }

    /// The Monday to Friday with this plain ordinal.
    private func plainDay(_ ordinal: Int) -> Day {
        let index = ordinal - 1
        return Day(number: index.flooredQuotient(5) * 7 + index.flooredModulo(5) + 4)
    }
}

extension WorkCalendar: Codable {
    private enum CodingKeys: String, CodingKey { case version, years, exceptions, local }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            version: try container.decode(Int.self, forKey: .version),
            knownYears: Set(try container.decode([Int].self, forKey: .years)),
            exceptions: try container.decode([Exception].self, forKey: .exceptions),
            local: try container.decodeIfPresent([Exception].self, forKey: .local) ?? []
        )
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(version, forKey: .version)
        try container.encode(knownYears.sorted(), forKey: .years)
        try container.encode(notice, forKey: .exceptions)
        if !local.isEmpty { try container.encode(local, forKey: .local) }
    }
}
