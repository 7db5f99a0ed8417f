/// Reads 「春节前」, 「国庆节前」, 「节前」, 「before spring festival」: the last working day before a holiday.
///
/// The calendar tells when its rest days begin. Where no notice covers the year yet, the festival's own day does: the eve of
/// the Spring Festival, else the day itself, and the weekend it joins.
struct HolidayPhrase {
    private let today: Day
    private let calendar: WorkCalendar

    init(today: Day, calendar: WorkCalendar) {
        self.today = today
        self.calendar = calendar
    }

    /// The day that a text without blanks, in lower case, names.
    func day(_ text: Substring) -> Day? {
        guard let name = HolidayPhrase.name(in: text) else { return nil }
        if ["节", "放假", "长假", "假期", "theholiday", "theholidays"].contains(name) {
            return Festival.allCases.compactMap { lastWorkday(before: $0, isLong: true) }.min()
        }
        return Festival.allCases.first { $0.names.contains(name) }.flatMap { lastWorkday(before: $0, isLong: false) }
    }

    private static func name(in text: Substring) -> String? {
        if text.hasPrefix("before") { return String(text.dropFirst("before".count)) }
        var rest = text
        for ending in ["完成", "办结"] where rest.hasSuffix(ending) { rest = rest.dropLast(ending.count) }
        for ending in ["之前", "以前", "前"] where rest.hasSuffix(ending) { return String(rest.dropLast(ending.count)) }
        return nil
    }

    /// - Parameter isLong: only where three days are off or more.
    private func lastWorkday(before festival: Festival, isLong: Bool) -> Day? {
        for year in [today.year, today.year + 1, today.year + 2] {
            guard let (start, length) = rest(festival, in: year) else { continue }
            let last = calendar.workday(onOrBefore: start - 1)
            if last >= today, !isLong || length >= 3 { return last }
        }
        return nil
    }

    /// The first day that is off, and how many are.
    private func rest(_ festival: Festival, in year: Int) -> (start: Day, length: Int)? {
        let named = calendar.exceptions.filter { exception in
            exception.day.year == year && !exception.isWorkday
                && festival.names.contains { $0.count > 1 && exception.name.contains($0) }
        }
        var off = Set(named.map(\.day))
        if off.isEmpty { off = Set(festival.estimate(in: year)) }
        guard var start = off.min() else { return nil }
        func isOff(_ day: Day) -> Bool { off.contains(day) || !calendar.isWorkday(day) }
        while isOff(start - 1) { start = start - 1 }
        var end = start
        while isOff(end + 1) { end = end + 1 }
        return (start, end - start + 1)
    }
}

/// The holidays of the whole country (全国年节及纪念日放假办法), and what they are called at a prompt.
enum Festival: CaseIterable {
    case newYear, spring, qingming, labour, dragonBoat, midAutumn, national

    var names: [String] {
        switch self {
        case .newYear: ["元旦", "元旦节", "newyear"]
        case .spring: ["春节", "过年", "年", "除夕", "springfestival"]
        case .qingming: ["清明", "清明节", "qingming"]
        case .labour: ["劳动节", "五一", "五一节", "labourday", "laborday"]
        case .dragonBoat: ["端午", "端午节", "dragonboat"]
        case .midAutumn: ["中秋", "中秋节", "midautumn"]
        case .national: ["国庆", "国庆节", "十一", "nationalday"]
        }
    }

    /// The days the law gives, where no notice has said yet which days are off. Empty for years beyond the table.
    func estimate(in year: Int) -> [Day] {
        func days(_ code: Int?, _ before: Int, _ count: Int) -> [Day] {
            guard let code, let day = Day(year: year, month: code / 100, day: code % 100) else { return [] }
            return (0..<count).map { day - before + $0 }
        }
        let moon = Festival.moon[year]
        return switch self {
        case .newYear: days(101, 0, 1)
        // From the eve to the third day.
        case .spring: days(moon?.spring, 1, 4)
        case .qingming: days(moon?.qingming, 0, 1)
        case .labour: days(501, 0, 2)
        case .dragonBoat: days(moon?.dragonBoat, 0, 1)
        case .midAutumn: days(moon?.midAutumn, 0, 1)
        case .national: days(1001, 0, 3)
        }
    }

    /// The days of the moon's and the sun's year, as `MMDD`.
    private static let moon: [Int: (spring: Int, qingming: Int, dragonBoat: Int, midAutumn: Int)] = [
        2024: (210, 404, 610, 917), 2025: (129, 404, 531, 1006), 2026: (217, 405, 619, 925),
        2027: (206, 405, 609, 915), 2028: (126, 404, 528, 1003), 2029: (213, 404, 616, 922),
        2030: (203, 405, 605, 912), 2031: (123, 405, 624, 1001), 2032: (211, 404, 612, 919),
        2033: (131, 404, 601, 908), 2034: (219, 405, 620, 927), 2035: (208, 405, 610, 916),
    ]
}
