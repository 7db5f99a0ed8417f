/// The last moment at which a matter may be settled (完成时限).
package enum Deadline: Hashable, Sendable {
    /// 24:00 of the day.
    case endOfDay(Day)
    /// The hour at which the office closes its day, ``Rules/eveningCount``: a 当日 matter.
    case closeOfBusiness(Day)
    case moment(Moment)

    /// The civil day on which it falls.
    package func day(_ offset: Offset) -> Day {
        switch self {
        case .endOfDay(let day), .closeOfBusiness(let day): day
        case .moment(let moment): moment.day(offset)
        }
    }

    /// The first instant that is too late.
    package func passes(closing minute: Int, offset: Offset) -> Moment {
        switch self {
        case .endOfDay(let day): Moment(day + 1, minute: 0, offset: offset)
        case .closeOfBusiness(let day): Moment(day, minute: minute, offset: offset)
        case .moment(let moment): moment
        }
    }
}

extension Deadline {
    /// The same hour `count` working days later.
    func moved(workdays count: Int, calendar: WorkCalendar, offset: Offset) -> Deadline {
        let old = day(offset)
        let new = calendar.day(count, workdaysAfter: old)
        return switch self {
        case .endOfDay: .endOfDay(new)
        case .closeOfBusiness: .closeOfBusiness(new)
        case .moment(let moment): .moment(Moment(milliseconds: moment.milliseconds + Int64(new - old) * 86_400_000))
        }
    }
}

/// Written `2026-11-20`, `2026-11-20 close`, or as a number of milliseconds.
extension Deadline: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let milliseconds = try? container.decode(Int64.self) {
            self = .moment(Moment(milliseconds: milliseconds))
            return
        }
        let text = try container.decode(String.self)
        guard let deadline = Deadline(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no deadline: \(text)")
        }
        self = deadline
    }

    package init?(_ text: String) {
        let closes = text.hasSuffix(" close")
        guard let day = Day(iso: closes ? text.dropLast(6) : text[...]) else { return nil }
        self = closes ? .closeOfBusiness(day) : .endOfDay(day)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .endOfDay(let day): try container.encode(day)
        case .closeOfBusiness(let day): try container.encode("\(day.iso) close")
        case .moment(let moment): try container.encode(moment)
        }
    }
}

/// How a limit was set (时限的定法). A matter keeps it, so that the day can be explained and,
/// when the calendar is replaced, computed anew.
package enum Term: Hashable, Sendable {
    /// n 个工作日, counted from the day after the matter was issued (民法典 201).
    case workdays(Int)
    /// n 日, natural days from the next day; a last day that is a rest day moves to the next
    /// working day (民法典 203).
    case naturalDays(Int)
    /// 当日: until the evening count of the day of issue.
    case sameDay
    /// n 个月: the same day number, or the month's last day (民法典 202), moved like natural days.
    case months(Int)
    /// A fixed date (某日、月底、年底) never moves.
    case fixed(Day)
    /// n 小时 by the clock, counted at once (民法典 201), rest days included.
    case hours(Int)
    /// n 个工作时: office hours, by the rules.
    case officeHours(Int)
    /// A fixed date until an hour: 12月1日 17:00 前, in minutes after midnight.
    case until(Day, minute: Int)
    /// 每周、每月…: the end of the turn that runs.
    case cycle(Cycle)
    /// 13710
    case preset(Preset)
}

extension Term {
    /// Whether the period can be meant: from one day to ten years.
    package var isInRange: Bool {
        switch self {
        case .workdays(let count), .naturalDays(let count): (1...3660).contains(count)
        case .months(let count): (1...120).contains(count)
        case .hours(let count), .officeHours(let count): (1...8784).contains(count)
        case .until(_, let minute): (0...24 * 60).contains(minute)
        case .cycle(let cycle): cycle.isInRange
        case .sameDay, .fixed, .preset: true
        }
    }

    /// Whether it is a day that was said, and no period: it never rolls and is never counted anew.
    package var isFixed: Bool {
        switch self {
        case .fixed, .until: true
        default: false
        }
    }

    /// Whether the hour of the issue counts.
    package var needsClock: Bool {
        switch self {
        case .hours, .officeHours: true
        default: false
        }
    }

    /// The limit of what was issued at a moment, by the calendar and the rules, and whether it rests on
    /// years without a notice.
    package func deadline(
        from moment: Moment,
        calendar: WorkCalendar,
        rules: Rules,
        offset: Offset
    ) -> (deadline: Deadline, isEstimated: Bool) {
        let day = moment.day(offset)
        switch self {
        case .hours(let count):
            return (.moment(Moment(milliseconds: moment.milliseconds + Int64(count) * 3_600_000)), false)
        case .officeHours(let count):
            let end = OfficeHours(rules).moment(count, hoursAfter: moment, calendar: calendar, offset: offset)
            return (.moment(end), calendar.isEstimated(from: day, through: end.day(offset)))
        case .until(let day, let minute):
            return (.moment(Moment(day, minute: minute, offset: offset)), false)
        default:
            var (deadline, isEstimated) = deadline(issued: day, calendar: calendar)
            if case .endOfDay(let last) = deadline { deadline = rules.end(of: last, offset: offset) }
            return (deadline, isEstimated)
        }
    }

    /// The limit of a matter issued on `day`, and whether it rests on years without a notice.
    package func deadline(issued day: Day, calendar: WorkCalendar) -> (deadline: Deadline, isEstimated: Bool) {
        let last: Day
        switch self {
        case .sameDay:
            return (.closeOfBusiness(day), false)
        case .fixed(let fixed):
            return (.endOfDay(fixed), false)
        case .workdays(let count):
            last = calendar.day(count, workdaysAfter: day)
        case .naturalDays(let count):
            last = calendar.workday(onOrAfter: day + count)
        case .months(let count):
            last = calendar.workday(onOrAfter: day.adding(months: count))
        case .preset(let preset):
            return preset.term.deadline(issued: day, calendar: calendar)
        case .cycle(let cycle):
            last = cycle.next(after: day, calendar: calendar)
        // To the day; to the hour see ``deadline(from:calendar:rules:offset:)``.
        case .hours(let count):
            return (.endOfDay(day + (count + 23) / 24), false)
        case .officeHours(let count):
            last = calendar.day((count + 6) / 7, workdaysAfter: day)
        case .until(let day, _):
            return (.endOfDay(day), false)
        }
        return (.endOfDay(last), calendar.isEstimated(from: day + 1, through: last))
    }
}

/// Written `5wd`, `7d`, `sameDay`, `1mo`, `24h`, `5oh`, the fixed day, the day and an hour as
/// `2026-12-01 17:00`, `cycle weekly 5`, `13710`.
extension Term: TextCoded {
    package init?(_ text: String) {
        func count(_ suffix: String) -> Int? {
            text.hasSuffix(suffix) ? Int(digits: text.dropLast(suffix.count)) : nil
        }
        if text == "sameDay" {
            self = .sameDay
        } else if let number = count("wd") {
            self = .workdays(number)
        } else if let number = count("d") {
            self = .naturalDays(number)
        } else if let number = count("mo") {
            self = .months(number)
        } else if let number = count("oh") {
            self = .officeHours(number)
        } else if let number = count("h") {
            self = .hours(number)
        } else if let preset = Preset(rawValue: text) {
            self = .preset(preset)
        } else if text.hasPrefix("cycle "), let cycle = Cycle(text.dropFirst(6)) {
            self = .cycle(cycle)
        } else if text.utf8.count == 16, let day = Day(iso: text.prefix(10)), let minute = Term.minute(text.suffix(6)) {
            self = .until(day, minute: minute)
        } else if let day = Day(iso: text) {
            self = .fixed(day)
        } else {
            return nil
        }
        guard isInRange else { return nil }
    }

    /// ` 17:00`, up to 24:00.
    private static func minute(_ text: some StringProtocol) -> Int? {
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard text.first == " ", parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
            let hour = Int(digits: parts[0]), let minute = Int(digits: parts[1]), minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    package var text: String {
        switch self {
        case .hours(let count): "\(count)h"
        case .officeHours(let count): "\(count)oh"
        case .until(let day, let minute): "\(day.iso) \((minute / 60).padded(2)):\((minute % 60).padded(2))"
        case .cycle(let cycle): "cycle \(cycle.text)"
        case .preset(let preset): preset.rawValue
        case .workdays(let count): "\(count)wd"
        case .naturalDays(let count): "\(count)d"
        case .sameDay: "sameDay"
        case .months(let count): "\(count)mo"
        case .fixed(let day): day.iso
        }
    }
}
