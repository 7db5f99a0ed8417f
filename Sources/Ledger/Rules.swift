/// The numbers of the office's rules (规则): thresholds of lights, limits and hours.
///
/// They are data in the ledger; a change is an event. The defaults are those of PRACTICE §2–4.
package struct Rules: Hashable, Sendable {
    package var version = 1
    /// 临期: at most this many working days left…
    package var nearWorkdays = 3
    /// …but for periods under this many working days…
    package var shortPeriod = 15
    /// …at most this share of the period, in percent.
    package var nearShare = 20
    /// 滞后: behind the plan by at least this many percentage points…
    package var behindPoints = 10
    /// …or, where the period is at most ``behindPeriod`` working days, by this many working days.
    package var behindWorkdays = 2
    package var behindPeriod = 20
    /// No 滞后 in the first share of the period, in percent.
    package var graceShare = 20
    /// 签收 is due this many working days after issue.
    package var signWorkdays = 2
    /// 审核 is due this many working days after the report.
    package var reviewWorkdays = 2
    /// 定人 of a matter issued without a person is due within this many working days.
    package var namePersonWorkdays = 1
    /// 当日清点 and the end of a 当日 matter, in minutes after midnight.
    package var eveningCount = 18 * 60
    /// An extension asked for later on the limit day is too late, in minutes after midnight.
    package var extensionCutoff = 17 * 60 + 30
    package var extensionsAllowed = 2
    /// 挂账 is looked at again within this many natural days.
    package var recheckDays = 30
    /// Office hours (工作时), in minutes after midnight.
    package var morningStart = 9 * 60
    package var morningEnd = 12 * 60
    package var afternoonStart = 14 * 60
    package var afternoonEnd = 18 * 60
    /// When the last day of a limit ends (每日截止), in minutes after midnight: 24:00 unless the office says
    /// otherwise (民法典 203).
    package var dayEnd = 24 * 60

    package init() {}

    package static let standard = Rules()

    /// Every number with its name in events and in rules files. Names are promises.
    package static let numbers: [(name: String, path: any WritableKeyPath<Rules, Int> & Sendable)] = [
        ("version", \.version),
        ("nearWorkdays", \.nearWorkdays),
        ("shortPeriod", \.shortPeriod),
        ("nearShare", \.nearShare),
        ("behindPoints", \.behindPoints),
        ("behindWorkdays", \.behindWorkdays),
        ("behindPeriod", \.behindPeriod),
        ("graceShare", \.graceShare),
        ("signWorkdays", \.signWorkdays),
        ("reviewWorkdays", \.reviewWorkdays),
        ("namePersonWorkdays", \.namePersonWorkdays),
        ("eveningCount", \.eveningCount),
        ("extensionCutoff", \.extensionCutoff),
        ("extensionsAllowed", \.extensionsAllowed),
        ("recheckDays", \.recheckDays),
        ("morningStart", \.morningStart),
        ("morningEnd", \.morningEnd),
        ("afternoonStart", \.afternoonStart),
        ("afternoonEnd", \.afternoonEnd),
        ("dayEnd", \.dayEnd),
    ]
}

/// Written as an object of numbers. One that is not written keeps its standard, so that rules of
/// before it was invented can still be read; one that is not known is an error.
extension Rules: Codable {
    package init(from decoder: any Decoder) throws {
        var written = try [String: Int](from: decoder)
        for (name, path) in Rules.numbers {
            if let number = written.removeValue(forKey: name) { self[keyPath: path] = number }
        }
        guard written.isEmpty else {
            let names = written.keys.sorted().joined(separator: ", ")
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "unknown rules: \(names)")
            )
        }
    }

    package func encode(to encoder: any Encoder) throws {
        try Dictionary(uniqueKeysWithValues: Rules.numbers.map { ($0.name, self[keyPath: $0.path]) }).encode(
            to: encoder
        )
    }
}

/// One edition of the rules and the day it came into force.
package struct RulesEdition: Hashable, Sendable, Codable {
    package var from: Day
    package var rules: Rules

    package init(from: Day, rules: Rules) {
        self.from = from
        self.rules = rules
    }
}

extension Rules {
    /// The end of a limit's last day: 24:00, or the hour at which the office ends its days.
    package func end(of day: Day, offset: Offset) -> Deadline {
        (1..<24 * 60).contains(dayEnd) ? .moment(Moment(day, minute: dayEnd, offset: offset)) : .endOfDay(day)
    }
}
