package import Ledger

extension Words {
    /// `11-20`, the day on a wall.
    package func short(_ day: Day) -> String {
        let (_, month, number) = day.civil
        return "\(month.twoDigits)-\(number.twoDigits)"
    }

    /// `11-20`, or `2027-01-14` where the year is another.
    package func short(_ day: Day, seenFrom today: Day) -> String { day.year == today.year ? short(day) : day.iso }

    /// 「11月20日」.
    package func monthDay(_ day: Day) -> String {
        let (_, month, number) = day.civil
        return self("\(month)月\(number)日", "\(monthName(month)) \(number)")
    }

    /// 「2026年11月20日」: Arabic figures, full year, no leading zeros (GB/T 9704 7.3.5).
    package func long(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return self("\(year)年\(month)月\(number)日", "\(number) \(monthName(month)) \(year)")
    }

    /// 「周五」.
    package func weekday(_ day: Day) -> String {
        let index = day.weekday - 1
        return self(
            "周" + ["一", "二", "三", "四", "五", "六", "日"][index],
            ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][index]
        )
    }

    /// 「五」: the letter over a column of the strip.
    package func weekdayLetter(_ day: Day) -> String {
        let index = day.weekday - 1
        return self(["一", "二", "三", "四", "五", "六", "日"][index], ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"][index])
    }

    /// A public holiday as the language of these words calls it; one the calendar of the office names itself stays as written.
    package func holiday(_ name: String) -> String { self(name, Words.holidays[name] ?? name) }

    /// As much of the name of a holiday as says which it is, where only two or three days have room for it.
    package func shortHoliday(_ name: String) -> String {
        self(String(name.prefix(2)), String(holiday(name).prefix { $0 != " " && $0 != "-" }))
    }

    private static let holidays = [
        "元旦": "New Year", "春节": "Spring Festival", "清明节": "Qingming", "劳动节": "Labour Day", "端午节": "Dragon Boat",
        "中秋节": "Mid-Autumn", "国庆节": "National Day", "国庆节、中秋节": "National Day, Mid-Autumn",
    ]

    /// 「工作日」, 「休息日」, 「国庆节」 or 「调休上班」; with 估 where no notice covers the year.
    package func kind(of day: Day, in calendar: WorkCalendar) -> String {
        let estimated = calendar.isEstimated(day) ? self("（估）", " (est.)") : ""
        if let exception = calendar.exception(on: day) {
            if exception.isWorkday { return self("调休上班", "make-up workday") + estimated }
            return self(exception.name, "holiday") + estimated
        }
        return (calendar.isWorkday(day) ? self("工作日", "workday") : self("休息日", "rest day")) + estimated
    }

    /// `08:12`.
    package func time(_ moment: Moment, _ offset: Offset) -> String { time(minute: moment.minute(offset)) }

    /// `17:30`.
    package func time(minute: Int) -> String { "\((minute / 60).twoDigits):\((minute % 60).twoDigits)" }

    /// How a limit was set: 「5 个工作日」.
    package func name(_ term: Term) -> String {
        switch term {
        case .workdays(let count): self("\(count) 个工作日", "\(count) workdays")
        case .naturalDays(let count): self("\(count) 日", "\(count) days")
        case .sameDay: self("当日", "same day")
        case .months(let count): self("\(count) 个月", "\(count) months")
        case .fixed(let day): day.iso
        case .hours(let count): self("\(count) 小时", "\(count) hours")
        case .officeHours(let count): self("\(count) 个工作时", "\(count) office hours")
        case .until(let day, let minute): "\(day.iso) \(time(minute: minute))"
        case .cycle(let cycle): name(cycle)
        case .preset(.ordinary): "13710"
        case .preset(.hard): self("13710（难事）", "13710 (hard)")
        }
    }

    func monthName(_ month: Int) -> String {
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]
    }
}

// MARK: - Amounts

extension Words {
    /// `1,240` or `12.5`.
    package func amount(_ amount: Amount) -> String {
        let text = amount.text
        let whole = text.prefix { $0 != "." }
        let digits = whole.drop { $0 == "-" }
        guard digits.count > 3 else { return text }
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped += "," }
            grouped.append(digit)
        }
        return (whole.hasPrefix("-") ? "-" : "") + grouped + text.dropFirst(whole.count)
    }

    /// At most one decimal place: rates.
    package func rate(_ amount: Amount) -> String {
        self.amount(Amount(thousandths: (amount.thousandths + 50) / 100 * 100))
    }

    /// 「18/32 户」.
    package func quantity(_ line: QuantityLine) -> String {
        "\(amount(line.done))/\(amount(line.target)) \(line.unit)"
    }

    /// `61%`, from thousandths.
    package func percent(_ thousandths: Int) -> String { "\(thousandths / 10)%" }
}

extension Int {
    var twoDigits: String { self < 10 ? "0\(self)" : String(self) }
}

extension Day {
    /// The week of the year by ISO 8601: the first is that with the year's first Thursday.
    package var week: Int {
        let thursday = self + (4 - weekday)
        let first = Day(year: thursday.year, month: 1, day: 1)!
        return (thursday - first) / 7 + 1
    }
}
