/// How often something is due (周期): 每日 每周 每月 每季度 每半年 每年.
package enum Cycle: Hashable, Sendable {
    /// 每个工作日
    case daily
    /// 每周, on a weekday from 1 (Monday) to 7.
    case weekly(Int)
    /// 每月, on a day of the month; 31 is the last day of a shorter month.
    case monthly(Int)
    /// 每季度, by its last day.
    case quarterly
    /// 每半年, by its last day.
    case halfYearly
    /// 每年, by 31 December.
    case yearly
}

extension Cycle {
    package var isInRange: Bool {
        switch self {
        case .weekly(let weekday): (1...7).contains(weekday)
        case .monthly(let day): (1...31).contains(day)
        case .daily, .quarterly, .halfYearly, .yearly: true
        }
    }

    /// The first day after `day` on which it is due.
    ///
    /// On a rest day the work is due on the last working day before: what a week or a month owes
    /// belongs to it. Where that already lies behind, the next turn counts.
    package func next(after day: Day, calendar: WorkCalendar) -> Day {
        if case .daily = self { return calendar.day(1, workdaysAfter: day) }
        var nominal = turn(after: day)
        while true {
            let due = calendar.workday(onOrBefore: nominal)
            if due > day { return due }
            nominal = turn(after: nominal)
        }
    }

    /// The next turn after a day by the plain calendar.
    func turn(after day: Day) -> Day {
        switch self {
        case .daily: day + 1
        case .weekly(let weekday): day + ((weekday - day.weekday + 6).flooredModulo(7) + 1)
        case .monthly(let number): Cycle.month(after: day, of: Array(1...12), day: number)
        case .quarterly: Cycle.month(after: day, of: [3, 6, 9, 12], day: 31)
        case .halfYearly: Cycle.month(after: day, of: [6, 12], day: 31)
        case .yearly: Cycle.month(after: day, of: [12], day: 31)
        }
    }

    /// The next such day of one of these months, or the month's last.
    private static func month(after day: Day, of months: [Int], day number: Int) -> Day {
        var first = day - (day.dayOfMonth - 1)
        while true {
            if months.contains(first.month) {
                let last = Day.length(ofMonth: first.month, year: first.year)
                let turn = first + (min(number, last) - 1)
                if turn > day { return turn }
            }
            first = first.adding(months: 1)
        }
    }
}

/// Written `daily`, `weekly 5`, `monthly 25`, `quarterly`, `halfYearly`, `yearly`.
extension Cycle {
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        let number = parts.count == 2 ? Int(digits: parts[1]) : nil
        switch (parts[0], number, parts.count) {
        case ("daily", _, 1): self = .daily
        case ("weekly", let number?, 2): self = .weekly(number)
        case ("monthly", let number?, 2): self = .monthly(number)
        case ("quarterly", _, 1): self = .quarterly
        case ("halfYearly", _, 1): self = .halfYearly
        case ("yearly", _, 1): self = .yearly
        default: return nil
        }
        guard isInRange else { return nil }
    }

    package var text: String {
        switch self {
        case .daily: "daily"
        case .weekly(let weekday): "weekly \(weekday)"
        case .monthly(let day): "monthly \(day)"
        case .quarterly: "quarterly"
        case .halfYearly: "halfYearly"
        case .yearly: "yearly"
        }
    }
}
