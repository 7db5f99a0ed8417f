/// The office's rules (规则): thresholds of lights, limits and hours, the ladder, who signs and who may do what.
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

    // The ladder (督办阶梯)
    /// 提醒 is proposed this many working days before the limit.
    package var remindWorkdays = 3
    /// 催办单 is proposed at this many working days overdue…
    package var pressWorkdays = 1
    /// …or where a matter has lagged for this many working days.
    package var laggingWorkdays = 3
    /// After a 通报 the next one is proposed this many working days later.
    package var circularWorkdays = 5
    /// After this many circulars a talk (约谈) is suggested.
    package var circularsForTalk = 3
    /// Recovered: the difference shrank on this many working days running.
    package var recoverWorkdays = 2
    /// Numbers begin here in this year, where a register on paper went before; 0: from 1 on.
    package var seriesYear = 0
    package var firstPress = 1
    package var firstOrder = 1

    // Parts that are more than a number
    package var normal = PhaseRules(tracksDaily: false, countsEveryNight: false, answerWorkdays: 2, mendWorkdays: 1)
    package var push = PhaseRules(tracksDaily: true, countsEveryNight: true, answerWorkdays: 2, mendWorkdays: 1)
    package var emergency = PhaseRules(tracksDaily: true, countsEveryNight: true, answerWorkdays: 1, mendWorkdays: 1)
    package var signers = Signers()
    package var letters = SeriesLetters()
    package var presets: [NamedTerm] = []
    package var audience = Audience.internal
    /// nil: who founded the ledger holds all roles, everybody else reads.
    package var logins: [LoginRule]?

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
        ("remindWorkdays", \.remindWorkdays),
        ("pressWorkdays", \.pressWorkdays),
        ("laggingWorkdays", \.laggingWorkdays),
        ("circularWorkdays", \.circularWorkdays),
        ("circularsForTalk", \.circularsForTalk),
        ("recoverWorkdays", \.recoverWorkdays),
        ("seriesYear", \.seriesYear),
        ("firstPress", \.firstPress),
        ("firstOrder", \.firstOrder),
    ]
}

/// Written as an object of numbers and parts. What is not written keeps its standard, so that rules of
/// before it was invented can still be read; what is not known is an error.
extension Rules: Codable {
    private struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private static let numbersByName = Dictionary(uniqueKeysWithValues: numbers.map { ($0.name, $0.path) })

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        for key in container.allKeys {
            if let path = Rules.numbersByName[key.stringValue] {
                self[keyPath: path] = try container.decode(Int.self, forKey: key)
                continue
            }
            switch key.stringValue {
            case "normal": normal = try container.decode(PhaseRules.self, forKey: key)
            case "push": push = try container.decode(PhaseRules.self, forKey: key)
            case "emergency": emergency = try container.decode(PhaseRules.self, forKey: key)
            case "signers": signers = try container.decode(Signers.self, forKey: key)
            case "letters": letters = try container.decode(SeriesLetters.self, forKey: key)
            case "presets": presets = try container.decode([NamedTerm].self, forKey: key)
            // 周期工作 of older editions was never asked for: recurring duties are records, see ``Routine``.
            case "cycles": continue
            case "audience": audience = try container.decode(Audience.self, forKey: key)
            case "logins": logins = try container.decode([LoginRule].self, forKey: key)
            default:
                throw DecodingError.dataCorruptedError(
                    forKey: key,
                    in: container,
                    debugDescription: "unknown rules: \(key.stringValue)"
                )
            }
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        for (name, path) in Rules.numbers { try container.encode(self[keyPath: path], forKey: Name(stringValue: name)) }
        func put<Value: Encodable>(_ name: String, _ value: Value) throws {
            try container.encode(value, forKey: Name(stringValue: name))
        }
        try put("normal", normal)
        try put("push", push)
        try put("emergency", emergency)
        try put("signers", signers)
        try put("letters", letters)
        try put("presets", presets)
        try put("audience", audience)
        if let logins { try put("logins", logins) }
    }
}

/// One edition of the rules and the day it came into force.
package struct RulesEdition: Hashable, Sendable, Codable {
    package var from: Day
    package var rules: Rules
    /// The rules file as it was imported, comments and all; the ledger keeps that of the last edition.
    package var text: String?

    package init(from: Day, rules: Rules, text: String? = nil) {
        self.from = from
        self.rules = rules
        self.text = text
    }
}

extension Rules {
    /// The end of a limit's last day: 24:00, or the hour at which the office ends its days.
    package func end(of day: Day, offset: Offset) -> Deadline {
        (1..<24 * 60).contains(dayEnd) ? .moment(Moment(day, minute: dayEnd, offset: offset)) : .endOfDay(day)
    }
}
