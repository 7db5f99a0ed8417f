/// Reads how an office writes a day or a limit (时限的写法): 明天, 下周五, 月底, 5个工作日, 12-1.
package enum DayPhrase {
    /// The limit that `text` names, seen from `today`; nil when it names none.
    ///
    /// A day without a year is its next occurrence, today included. `5个工作日` and the like stay
    /// periods, so that the matter keeps how its limit was set; everything else is a fixed date.
    package static func term(_ text: some StringProtocol, today: Day) -> Term? {
        let text = normalised(text)
        if text == "当日" || text == "今日内" || text == "当天" { return .sameDay }
        for (suffixes, make) in periods {
            guard let suffix = suffixes.first(where: text.hasSuffix), let count = number(text.dropLast(suffix.count)),
                (1...3650).contains(count)
            else { continue }
            return make(count)
        }
        return day(text, today: today).map(Term.fixed)
    }

    /// The day that `text` names, seen from `today`; nil when it names none.
    package static func day(_ text: some StringProtocol, today: Day) -> Day? {
        let text = normalised(text)
        return named[text].map { today + $0 } ?? endOf(text, today: today) ?? weekday(text, today: today)
            ?? written(text, today: today)
    }

    // MARK: Parts

    private static let periods: [([String], @Sendable (Int) -> Term)] = [
        (["个工作日内", "个工作日", "工作日内", "工作日", "wd"], { .workdays($0) }),
        (["个月内", "个月", "mo"], { .months($0) }),
        (["日内", "天内", "天", "d"], { .naturalDays($0) }),
    ]

    private static let named: [String: Int] = [
        "今天": 0, "今日": 0, "today": 0, "明天": 1, "明日": 1, "tomorrow": 1, "后天": 2, "大后天": 3,
        "昨天": -1, "昨日": -1, "yesterday": -1, "前天": -2,
    ]

    /// Ends of month, quarter and year; a fixed date never moves off a rest day.
    private static func endOf(_ text: String, today: Day) -> Day? {
        let month = today.month
        switch text.hasSuffix("前") ? String(text.dropLast()) : text {
        case "月底", "月末", "本月底", "本月末": return today.endOfMonth
        case "下月底", "下月末": return today.adding(months: 1).endOfMonth
        case "季末", "季度末", "本季末":
            return today.adding(months: (3 - month % 3) % 3).endOfMonth
        case "年底", "年末", "年内": return Day(year: today.year, month: 12, day: 31)
        default: return nil
        }
    }

    /// 周五, 本周五, 下周五, 下下周五: weeks begin on Monday.
    private static func weekday(_ text: String, today: Day) -> Day? {
        var rest = Substring(text)
        var weeks = 0
        while rest.hasPrefix("下") {
            weeks += 1
            rest = rest.dropFirst()
        }
        if rest.hasPrefix("本"), weeks == 0 { rest = rest.dropFirst() }
        for prefix in ["星期", "礼拜", "周"] where rest.hasPrefix(prefix) {
            let name = rest.dropFirst(prefix.count)
            guard
                let index = ["一", "二", "三", "四", "五", "六", "日"].firstIndex(where: { name == $0 })
                    ?? (name == "天" ? 6 : nil)
            else { return nil }
            return today - (today.weekday - 1) + index + weeks * 7
        }
        return nil
    }

    /// 2026-12-1, 2026/12/1, 2026.12.1, 2026年12月1日, 20261201, 12-1, 12月1日.
    private static func written(_ text: String, today: Day) -> Day? {
        if text.utf8.count == 8, let number = Int(text) {
            return Day(year: number / 10000, month: number / 100 % 100, day: number % 100)
        }
        var parts: [Int] = []
        for part in text.split(whereSeparator: { "-/.年月日".contains($0) }) {
            guard let number = Int(part), number > 0 else { return nil }
            parts.append(number)
        }
        switch parts.count {
        case 3 where parts[0] > 1000: return Day(year: parts[0], month: parts[1], day: parts[2])
        case 2:
            guard !text.hasPrefix("-"), text.contains(where: { "-/.月".contains($0) }) else { return nil }
            // 29 February waits for the next leap year.
            return (0...8).lazy.compactMap { Day(year: today.year + $0, month: parts[0], day: parts[1]) }
                .first { $0 >= today }
        default: return nil
        }
    }

    /// Full-width digits and spaces as they are meant; trimmed.
    private static func normalised(_ text: some StringProtocol) -> String {
        var result = ""
        for scalar in text.unicodeScalars where scalar != " " && scalar != "\u{3000}" {
            if (0xFF01...0xFF5E).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0) {
                result.unicodeScalars.append(half)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result.lowercased()
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        if let number = Int(text) { return number }
        let digits = ["一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10]
        return digits[String(text)]
    }
}
