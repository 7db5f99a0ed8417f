import Journal
import Ledger
import Text
import Words

// Reading what was typed for an option. Closed lists take their Chinese name, their English name or
// the raw value that JSON shows.

/// One of a closed list, by any of its names.
func choice<Value: RawRepresentable & CaseIterable & Sendable>(
    _ text: String,
    option: String,
    _ words: Words,
    name: (Words, Value) -> String
) throws(Complaint) -> Value where Value.RawValue == String {
    let wanted = text.lowercased()
    let found = Value.allCases.first { value in
        value.rawValue.lowercased() == wanted || name(.chinese, value) == text
            || name(.english, value).lowercased() == wanted
    }
    if let found { return found }
    throw .notOneOf(option: option, text: text, allowed: Value.allCases.map { name(words, $0) })
}

extension DayPhrase {
    /// The limit typed for `--due`: a preset of the office by its name, or a day or period.
    static func limit(_ text: String, in session: Session) throws(Complaint) -> Term {
        if let preset = session.settings.rules.preset(named: CleanText(text).string) { return preset }
        let calendar = session.settings.calendar
        guard let term = term(text, today: session.today, calendar: calendar) else { throw .notATerm(text) }
        if case .fixed(let day) = term, day.year > session.today.year, day - session.today > 270,
            !text.contains("\(day.year)"), !text.contains("明年")
        {
            // Typed without a year, and already past in this one: more often a slip of the finger than meant.
            session.output.say(
                session.words("「\(text)」今年已过，按 \(day.iso) 记。", "“\(text)” is past in this year: taken as \(day.iso).")
            )
        }
        return term
    }

    /// The day typed for an option; a period counts from today.
    static func day(_ text: String, option: String, in session: Session, looking: DateDirection) throws(Complaint)
        -> Day
    {
        let settings = session.settings
        guard let term = term(text, today: session.today, looking: looking, calendar: settings.calendar) else {
            throw .notADay(option: option, text: text)
        }
        return term.deadline(issued: session.today, calendar: settings.calendar).deadline.day(settings.offset)
    }
}

extension QuantityLine {
    /// 480 户, 480户, 12.5 亩, 环湖组:32 户.
    init(typed text: String) throws(Complaint) {
        var rest = CleanText(text).string[...]
        var group = ""
        if let colon = rest.lastIndex(where: { $0 == ":" || $0 == "：" }) {
            group = String(rest[..<colon])
            rest = rest[rest.index(after: colon)...]
        }
        rest = rest.drop { $0 == " " }
        let figure = rest.prefix { $0.isASCII && ($0.isNumber || ".,+-".contains($0)) || $0 == "，" }
        let unit = rest[figure.endIndex...].drop { $0 == " " }
        guard let target = Amount(figure), target > .zero, !unit.isEmpty else { throw .notAQuantity(text) }
        self.init(group: group, target: target, unit: String(unit))
    }
}

extension Progress.Figure {
    /// 53 is the total (累计), +3 adds, -2 takes away; − and ＋ are as good.
    init(typed text: String) throws(Complaint) {
        let plain = text.map { ["＋": "+", "－": "-", "−": "-"][$0] ?? $0 }
        guard let amount = Amount(String(plain)) else { throw .notAFigure(text) }
        self = plain.first == "+" || plain.first == "-" ? .added(amount) : .total(amount)
    }
}

/// A matter number as typed, with the kind that its letter claims.
struct TypedNumber: Hashable {
    var number: MatterNumber
    var kind: Kind?

    private static let limit = 1000

    /// 147, 督147; several as 147,150-152 or 督147、督150.
    static func list(_ text: String) throws(Complaint) -> [TypedNumber] {
        var numbers: [TypedNumber] = []
        for part in text.split(whereSeparator: { ",，、;；".contains($0) }) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
            guard let first = one(ends[0]), ends.count <= 2 else { throw .notANumber(text) }
            guard ends.count == 2 else {
                numbers.append(first)
                continue
            }
            guard let last = one(ends[1]), first.number <= last.number,
                last.number.rawValue - first.number.rawValue < limit
            else { throw .notANumber(text) }
            for value in first.number.rawValue...last.number.rawValue {
                numbers.append(TypedNumber(number: MatterNumber(value), kind: first.kind))
            }
        }
        guard !numbers.isEmpty else { throw .notANumber(text) }
        return numbers
    }

    static func single(_ text: String) throws(Complaint) -> TypedNumber {
        let numbers = try list(text)
        guard numbers.count == 1 else { throw .notANumber(text) }
        return numbers[0]
    }

    private static func one(_ text: Substring) -> TypedNumber? {
        var digits = ""
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
            digits.unicodeScalars.append(FullWidth.twin(of: scalar))
        }
        var kind: Kind?
        for candidate in Kind.allCases {
            for words in [Words.chinese, .english] where kind == nil {
                let letter = words.letter(candidate)
                guard digits.count > letter.count, digits.lowercased().hasPrefix(letter.lowercased()) else { continue }
                kind = candidate
                digits.removeFirst(letter.count)
            }
        }
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int(digits), value > 0 else { return nil }
        return TypedNumber(number: MatterNumber(value), kind: kind)
    }
}
