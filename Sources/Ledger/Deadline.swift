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
}

extension Term {
    /// Whether the period can be meant: from one day to ten years.
    package var isInRange: Bool {
        switch self {
        case .workdays(let count), .naturalDays(let count): (1...3660).contains(count)
        case .months(let count): (1...120).contains(count)
        case .sameDay, .fixed: true
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
        }
        return (.endOfDay(last), calendar.isEstimated(from: day + 1, through: last))
    }
}

/// Written `5wd`, `7d`, `sameDay`, `1mo`, or the fixed day.
extension Term: Codable {
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
        } else if let day = Day(iso: text) {
            self = .fixed(day)
        } else {
            return nil
        }
        guard isInRange else { return nil }
    }

    package var text: String {
        switch self {
        case .workdays(let count): "\(count)wd"
        case .naturalDays(let count): "\(count)d"
        case .sameDay: "sameDay"
        case .months(let count): "\(count)mo"
        case .fixed(let day): day.iso
        }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let term = Term(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no term: \(text)")
        }
        self = term
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
