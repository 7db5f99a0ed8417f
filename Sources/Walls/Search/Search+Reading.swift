package import Ledger
import Text

extension Search {
    /// Reads what was typed; never fails.
    /// - Parameters:
    ///   - today: from which 到期<下周五 is counted.
    ///   - calendar: by which 春节前 is a day.
    package init(_ typed: String, today: Day, calendar: WorkCalendar = .china) {
        var reader = Reader(Reader.tokens(of: typed), today: today, calendar)
        root = reader.choice()
    }
}

/// Reads tokens from left to right: choices of conditions, a condition being a word, one turned round, or a group.
private struct Reader {
    enum Token: Hashable {
        case word(String)
        case or, and, not, open, close
    }

    private var tokens: ArraySlice<Token>
    private let today: Day
    private let calendar: WorkCalendar

    init(_ tokens: [Token], today: Day, _ calendar: WorkCalendar) {
        self.tokens = tokens[...]
        self.today = today
        self.calendar = calendar
    }

    mutating func choice() -> Search.Node {
        var choices: [Search.Node] = []
        repeat {
            let condition = conditions()
            if condition != .all([]) { choices.append(condition) }
        } while take(.or)
        return choices.count > 1 ? .any(choices) : choices.first ?? .all([])
    }

    private mutating func conditions() -> Search.Node {
        var nodes: [Search.Node] = []
        loop: while let token = tokens.first {
            switch token {
            case .or, .close: break loop
            case .and: tokens.removeFirst()
            default: if let node = condition() { nodes.append(node) }
            }
        }
        return nodes.count == 1 ? nodes[0] : .all(nodes)
    }

    private mutating func condition() -> Search.Node? {
        switch tokens.popFirst() {
        case .not?:
            guard let next = tokens.first, next != .or, next != .close, next != .and else { return nil }
            guard let node = condition() else { return nil }
            if case .open = node { return node }
            return .not(node)
        case .open?:
            let node = choice()
            _ = take(.close)
            return node == .all([]) ? nil : node
        case .word(let text)?: return word(text)
        default: return nil
        }
    }

    private mutating func take(_ token: Token) -> Bool {
        guard tokens.first == token else { return false }
        tokens.removeFirst()
        return true
    }

    // MARK: One word

    private func word(_ text: String) -> Search.Node {
        guard let sign = text.firstIndex(where: { ":<>=".contains(Reader.twin($0)) }), sign != text.startIndex else {
            return .word(SearchWord(text))
        }
        let name = SearchWord(text[..<sign]).text
        let value = text[sign...]
        if ["到期", "时限", "due"].contains(name) { return due(value, typed: text) }
        guard let field = Search.Field(name: name), [":", "="].contains(Reader.twin(text[sign])) else {
            return .word(SearchWord(text))
        }
        let values = value.dropFirst().split { ",，、/".contains($0) }.map { SearchWord($0) }
        return values.isEmpty ? .open(text) : .field(field, values)
    }

    /// 到期<12-1, 到期>=明天, 到期:本周, 到期:无
    private func due(_ value: Substring, typed: String) -> Search.Node {
        var rest = value
        let sign = Reader.twin(rest.removeFirst())
        var isEqualToo = false
        if let next = rest.first, Reader.twin(next) == "=" {
            isEqualToo = true
            rest.removeFirst()
        }
        if rest.isEmpty { return .open(typed) }
        if ["无", "none"].contains(String(rest)) { return .due(Search.DueRange(), typed: typed) }
        guard let span = span(String(rest)) else { return .open(typed) }
        let range: Search.DueRange =
            switch sign {
            case "<": Search.DueRange(through: isEqualToo ? span.upperBound : span.lowerBound - 1)
            case ">": Search.DueRange(from: isEqualToo ? span.lowerBound : span.upperBound + 1)
            default: Search.DueRange(from: span.lowerBound, through: span.upperBound)
            }
        return .due(range, typed: typed)
    }

    /// The days that a word names: one, a week or a month.
    private func span(_ text: String) -> ClosedRange<Day>? {
        let monday = today - (today.weekday - 1)
        switch text {
        case "本周", "week": return monday...(monday + 6)
        case "下周": return (monday + 7)...(monday + 13)
        case "本月", "month": return (today - (today.dayOfMonth - 1))...today.endOfMonth
        case "下月":
            let first = today.endOfMonth + 1
            return first...first.endOfMonth
        default:
            guard case .fixed(let day)? = DayPhrase.term(text, today: today, calendar: calendar) else { return nil }
            return day...day
        }
    }

    // MARK: Signs

    /// A sign as the hand meant it when an input method was left on.
    private static func twin(_ character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first else { return character }
        switch scalar {
        case "、", "。": return character
        default: return Character(FullWidth.twin(of: scalar))
        }
    }

    static func tokens(of typed: String) -> [Token] {
        var tokens: [Token] = []
        var depth = 0
        for piece in typed.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" }) {
            for (index, part) in piece.split(omittingEmptySubsequences: false, whereSeparator: { twin($0) == "|" })
                .enumerated()
            {
                if index > 0 { tokens.append(.or) }
                tokens += Reader.tokens(ofPart: part, depth: &depth)
            }
        }
        return tokens
    }

    private static func tokens(ofPart part: Substring, depth: inout Int) -> [Token] {
        var tokens: [Token] = []
        var rest = part
        // Signs before a word.
        while let first = rest.first {
            switch twin(first) {
            case "-", "!": tokens.append(.not)
            case "(":
                tokens.append(.open)
                depth += 1
            default:
                return tokens + word(rest, depth: &depth)
            }
            rest = rest.dropFirst()
        }
        return tokens
    }

    private static func word(_ text: Substring, depth: inout Int) -> [Token] {
        switch text {
        case "或", "or": return [.or]
        case "与", "且", "和", "and": return [.and]
        case "非", "not": return [.not]
        default: break
        }
        // A bracket belongs to the word unless one was opened.
        var rest = text
        var closing: [Token] = []
        while depth > 0, let last = rest.last, twin(last) == ")" {
            rest = rest.dropLast()
            closing.append(.close)
            depth -= 1
        }
        return (rest.isEmpty ? [] : [.word(String(rest))]) + closing
    }
}
