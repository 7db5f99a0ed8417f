import Text

/// Reads one typed date from left to right.
struct DateReader {
    private var rest: Substring
    private let today: Day
    private let direction: DateDirection
    /// What 「春节前」 names.
    private var beforeHoliday: Day?

    init(_ text: some StringProtocol, today: Day, direction: DateDirection, calendar: WorkCalendar) {
        var plain = ""
        for scalar in text.unicodeScalars {
            let twin = (0xFF01...0xFF5E).contains(scalar.value) ? FullWidth.twin(of: scalar) : scalar
            guard !twin.properties.isWhitespace else { continue }
            plain.unicodeScalars.append(contentsOf: twin.properties.lowercaseMapping.unicodeScalars)
        }
        if direction == .ahead { beforeHoliday = HolidayPhrase(today: today, calendar: calendar).day(plain[...]) }
        // 「12月1日前完成」 says no more than the day; 「内」 after 日 does, see ``period()``.
        for ending in ["完成", "办结", "之前", "以前", "前"] where plain.hasSuffix(ending) && plain != "\(ending)" {
            plain.removeLast(ending.count)
        }
        rest = plain[...]
        self.today = today
        self.direction = direction
    }

    mutating func term() -> Term? {
        if let beforeHoliday { return .fixed(beforeHoliday) }
        if let known = word() { return known }
        if let cycle = cycle() { return .cycle(cycle) }
        if let day = weekday() { return rest.isEmpty ? .fixed(day) : nil }
        let start = rest
        if let term = period(), rest.isEmpty { return term }
        rest = start
        if let day = date(), rest.isEmpty { return .fixed(day) }
        return nil
    }

    // MARK: Words

    private func word() -> Term? {
        switch rest {
        case "当日", "当天", "今日内", "sameday": .sameDay
        case "13710": .preset(.ordinary)
        case "13710难事", "13710（难事）", "13710(难事)", "13710hard": .preset(.hard)
        case "每日", "每天", "每个工作日", "daily": .cycle(.daily)
        case "每月", "每月底", "每月末", "monthly": .cycle(.monthly(31))
        case "每季", "每季度", "每季度末", "quarterly": .cycle(.quarterly)
        case "每半年", "half-yearly": .cycle(.halfYearly)
        case "每年", "每年底", "yearly": .cycle(.yearly)
        case "今天", "今日", "today": .fixed(today)
        case "明天", "明日", "tomorrow": .fixed(today + 1)
        case "后天": .fixed(today + 2)
        case "大后天": .fixed(today + 3)
        case "昨天", "昨日", "yesterday": .fixed(today - 1)
        case "前天": .fixed(today - 2)
        case "月底", "月末", "本月底", "本月末", "这个月底", "本月内", "月内", "eom": .fixed(today.endOfMonth)
        case "月中", "本月中": .fixed(middle(of: today))
        case "下月中", "下个月中": .fixed(middle(of: today.endOfMonth + 1))
        case "下月初", "下个月初": .fixed(today.endOfMonth + 1)
        case "本周内", "这周内", "周内": .fixed(today + (7 - today.weekday))
        case "下周内": .fixed(today + (14 - today.weekday))
        case "半年", "半年内": .months(6)
        case "下月底", "下月末", "下个月底", "下月内", "下个月内": .fixed((today.endOfMonth + 1).endOfMonth)
        case "年底", "年末", "年内", "年内清零", "本年底", "今年底", "eoy": endOfYear(0)
        case "明年底", "明年末": endOfYear(1)
        case "季末", "季底", "季度末", "本季度末": .fixed(endOfQuarter)
        case "半个月", "半月": .naturalDays(15)
        default: nil
        }
    }

    /// The 15th of a day's month; once that is past, of the next.
    private func middle(of day: Day) -> Day {
        let middle = day - (day.dayOfMonth - 15)
        return middle >= day ? middle : day.endOfMonth + 15
    }

    private func endOfYear(_ later: Int) -> Term? {
        Day(year: today.year + later, month: 12, day: 31).map(Term.fixed)
    }

    private var endOfQuarter: Day {
        let month = (today.month - 1) / 3 * 3 + 3
        return Day(year: today.year, month: month, day: 1)!.endOfMonth
    }

    /// 周五, 本周五, 下周五, 下下周五, 上周五, `friday`, `next friday`.
    private mutating func weekday() -> Day? {
        var weeks: Int?
        if eat("本") || eat("这") || eat("this") { weeks = 0 }
        while eat("下个") || eat("下") || eat("next") { weeks = (weeks ?? 0) + 1 }
        while eat("上个") || eat("上") || eat("last") { weeks = (weeks ?? 0) - 1 }
        let days: [(names: [String], number: Int)]
        if eat("周") || eat("星期") || eat("礼拜") {
            days = DateReader.chineseWeek
        } else {
            days = DateReader.englishWeek
        }
        guard let day = days.first(where: { day in day.names.contains { rest == $0 } }) else { return nil }
        rest = ""
        let thisWeek = today + (day.number - today.weekday)
        if let weeks { return thisWeek + weeks * 7 }
        switch direction {
        case .ahead: return thisWeek < today ? thisWeek + 7 : thisWeek
        case .back: return thisWeek > today ? thisWeek - 7 : thisWeek
        }
    }

    private static let chineseWeek: [(names: [String], number: Int)] = [
        (["一", "1"], 1), (["二", "2"], 2), (["三", "3"], 3), (["四", "4"], 4), (["五", "5"], 5), (["六", "6"], 6),
        (["日", "天", "末", "7"], 7),
    ]
    private static let englishWeek: [(names: [String], number: Int)] = [
        (["monday", "mon"], 1), (["tuesday", "tue"], 2), (["wednesday", "wed"], 3), (["thursday", "thu"], 4),
        (["friday", "fri"], 5), (["saturday", "sat"], 6), (["sunday", "sun"], 7),
    ]

    /// 每周五, 每周, 每月25日.
    private func cycle() -> Cycle? {
        guard rest.hasPrefix("每周") || rest.hasPrefix("每星期") || rest.hasPrefix("每月") else { return nil }
        if rest.hasPrefix("每月") {
            let digits = rest.dropFirst(2).prefix { $0.isASCII && $0.isNumber }
            guard ["日", "号", ""].contains(rest[digits.endIndex...]), let day = Int(digits: digits),
                (1...31).contains(day)
            else { return nil }
            return .monthly(day)
        }
        let name = rest.dropFirst(rest.hasPrefix("每周") ? 2 : 3)
        if name.isEmpty { return .weekly(5) }
        return DateReader.chineseWeek.first { $0.names.contains(String(name)) }.map { .weekly($0.number) }
    }

    // MARK: Periods

    /// 5个工作日, `5wd`, 7天, 7日内, `7d`, 两周, 3个月.
    private mutating func period() -> Term? {
        guard let count = number(), (1...3660).contains(count) else { return nil }
        let term: Term?
        if eat("个工作时") || eat("工作时") || eat("officehours") || eat("oh") {
            term = .officeHours(count)
        } else if eat("个小时") || eat("小时") || eat("hours") || eat("h") {
            term = .hours(count)
        } else if eat("个工作日") || eat("工作日") || eat("workdays") || eat("wd") {
            term = .workdays(count)
        } else if eat("个自然日") || eat("自然日") || eat("天") || eat("days") || eat("d") || rest == "日内" || rest == "日以内" {
            term = .naturalDays(count)
        } else if eat("个月") || eat("months") || eat("mo") || rest == "月内" {
            term = .months(count)
        } else if eat("个星期") || eat("星期") || eat("周") || eat("weeks") || eat("w") {
            term = .naturalDays(count * 7)
        } else {
            term = nil
        }
        if term != nil, ["", "内", "以内", "日内", "月内", "日以内"].contains(rest) { rest = "" }
        return term
    }

    // MARK: Days

    /// `2026-12-01`, `12-01`, `12/1`, 2026年12月1日, 12月1日, 明年3月1日, 15日, 15号, `20261201`.
    private mutating func date() -> Day? {
        if rest.utf8.count == 8, rest.utf8.allSatisfy({ (48...57).contains($0) }), let whole = Int(rest) {
            rest = ""
            return Day(year: whole / 10_000, month: whole / 100 % 100, day: whole % 100)
        }
        var year: Int?
        if eat("明年") { year = today.year + 1 } else if eat("今年") { year = today.year }
        guard let first = number() else { return nil }
        if eat("日") || eat("号") { return year == nil ? inSomeMonth(first) : nil }
        var month = first
        if year == nil, first >= 1000 {
            guard eat("年") || separator() else { return nil }
            year = first
            guard let second = number() else { return nil }
            month = second
        }
        let marked = eat("月")
        guard marked || separator(), let day = number() else { return nil }
        _ = eat("日") || eat("号")
        if let year { return Day(year: year, month: month, day: day) }
        return inSomeYear(month, day)
    }

    private mutating func separator() -> Bool { eat("-") || eat("/") || eat(".") }

    /// The next or last year in which the date lies on the wanted side of today; 29 February may
    /// have to wait.
    private func inSomeYear(_ month: Int, _ day: Int) -> Day? {
        let years = direction == .ahead ? Array(today.year...today.year + 8) : (today.year - 8...today.year).reversed()
        return years.lazy.compactMap { Day(year: $0, month: month, day: day) }
            .first { direction == .ahead ? $0 >= today : $0 <= today }
    }

    private func inSomeMonth(_ day: Int) -> Day? {
        guard (1...31).contains(day) else { return nil }
        let first = today - (today.dayOfMonth - 1)
        let months = (0...2).map { first.adding(months: direction == .ahead ? $0 : -$0) }
        return months.lazy.compactMap { Day(year: $0.year, month: $0.month, day: day) }
            .first { direction == .ahead ? $0 >= today : $0 <= today }
    }

    // MARK: Reading

    private mutating func eat(_ word: String) -> Bool {
        guard rest.hasPrefix(word) else { return false }
        rest = rest.dropFirst(word.count)
        return true
    }

    /// Digits, or a Chinese numeral below a hundred (三, 十五, 二十, 两).
    private mutating func number() -> Int? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty {
            guard digits.count <= 4, let number = Int(digits) else { return nil }
            rest = rest[digits.endIndex...]
            return number
        }
        var sum = 0
        var last: Int?
        var seen = false
        while let character = rest.first {
            if let digit = DateReader.numerals[character] {
                guard last == nil else { return nil }
                last = digit
            } else if character == "十" {
                sum += (last ?? 1) * 10
                last = nil
            } else {
                break
            }
            seen = true
            rest = rest.dropFirst()
        }
        return seen ? sum + (last ?? 0) : nil
    }

    private static let numerals: [Character: Int] = [
        "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
}
