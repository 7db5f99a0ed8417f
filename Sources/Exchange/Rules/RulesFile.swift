package import Ledger
import Text
package import Words
import Yams

/// The rules of a street as a file (规则文件): YAML with a comment over each key, made to be read and changed by the office.
///
/// It is never read live: `guatu rules import` takes it into the ledger as one event.
package struct RulesFile {
    package let rules: Rules
    /// The edition it was made from.
    package let based: Int
    /// As it was written.
    package let text: String
    /// Sections that no longer mean anything.
    package let retired: [String]

    /// Reads a file. What is absent keeps its standard; every fault is named, not only the first.
    ///
    /// - Parameter ledger: knows the people that logins may name.
    package static func read(_ text: String, file: String, in ledger: Ledger) -> Result<RulesFile, Faults> {
        var reader = RulesReader(file: file, ledger: ledger)
        let root: Node?
        do { root = try compose(yaml: text) } catch {
            return .failure(Faults(all: [ImportProblem(yaml: error, file: file)]))
        }
        if let stray = text.unicodeScalars.first(where: { $0.value < 32 && $0 != "\n" && $0 != "\r" && $0 != "\t" }) {
            let fault = ImportProblem.Fault.brokenYAML("U+\(String(stray.value, radix: 16))")
            return .failure(Faults(all: [ImportProblem(file: file, place: .file, fault: fault)]))
        }
        guard let root else {
            return .failure(Faults(all: [ImportProblem(file: file, place: .file, fault: .emptyFile)]))
        }
        let rules = reader.rules(root)
        guard reader.problems.isEmpty else { return .failure(Faults(all: reader.problems)) }
        return .success(RulesFile(rules: rules, based: reader.based, text: text, retired: reader.retired))
    }

    /// What to say of the sections that no longer mean anything: 「周期工作」不再读取：….
    package func notices(_ words: Words) -> [String] {
        RuleKey.retired.filter { retired.contains($0.name) }.map { section in
            words(
                "「\(section.name)」不再读取：\(section.chinese)。",
                "“\(section.name)” is no longer read: \(section.english)."
            )
        }
    }

    /// Everything that is wrong with a file, in the order of the file.
    package struct Faults: Error {
        package let all: [ImportProblem]
    }
}

/// Reads the nodes of a rules file and collects what is wrong.
struct RulesReader {
    let file: String
    let ledger: Ledger
    private(set) var problems: [ImportProblem] = []
    private(set) var based = 0
    private(set) var retired: [String] = []

    init(file: String, ledger: Ledger) {
        self.file = file
        self.ledger = ledger
    }

    static let versionKey = "版本"

    mutating func rules(_ root: Node) -> Rules {
        var rules = Rules.standard
        let keys = [RulesReader.versionKey] + RuleKey.sections.map(\.name) + RuleKey.retired.map(\.name)
        for (key, value) in entries(root, keys: keys) {
            switch key {
            case RulesReader.versionKey: based = number(value, 1...1_000_000) ?? 0
            case "节奏": phases(value, &rules)
            case "签发": signers(value, &rules)
            case "时限预设": rules.presets = presets(value)
            case _ where RuleKey.retired.contains { $0.name == key }: retired.append(key)
            case "打印对象": rules.audience = term(value, ["内部": Audience.internal, "外部": .outside]) ?? .internal
            case "登录": rules.logins = logins(value)
            default: numbers(key, value, &rules)
            }
        }
        if based == 0 {
            add(.empty(RulesReader.versionKey), root)
        }
        rules.version = based
        return rules
    }

    // MARK: Sections

    private mutating func numbers(_ section: String, _ node: Node, _ rules: inout Rules) {
        let known = RuleKey.all.filter { $0.section == section }
        let letters = section == "文号" ? ["催办单", "督办单"] : []
        for (key, value) in entries(node, keys: known.map(\.key) + letters) {
            if letters.contains(key) {
                guard let letter = text(value), letter.string.count <= 4 else {
                    add(.outOfRange(text(value) ?? CleanText(""), "一两个字，如 催"), value)
                    continue
                }
                if key == "催办单" { rules.letters.press = letter } else { rules.letters.order = letter }
                continue
            }
            guard let rule = known.first(where: { $0.key == key }) else { continue }
            switch rule.form {
            case .count(let range): if let count = number(value, range) { rules[keyPath: rule.path] = count }
            case .time(let range): if let minute = time(value, range) { rules[keyPath: rule.path] = minute }
            }
        }
    }

    private mutating func phases(_ node: Node, _ rules: inout Rules) {
        for (name, value) in entries(node, keys: Phase.allCases.map(Words.chinese.name)) {
            guard let phase = Phase.allCases.first(where: { Words.chinese.name($0) == name }) else { continue }
            var own = rules[phase]
            for (key, value) in entries(value, keys: RuleKey.phaseKeys) {
                switch key {
                case "滞后跟踪": own.tracksDaily = term(value, ["每日": true, "每周": false]) ?? own.tracksDaily
                case "过夜计法": own.countsEveryNight = term(value, ["每天": true, "工作日": false]) ?? own.countsEveryNight
                case "催办答复工作日": own.answerWorkdays = number(value, 1...60) ?? own.answerWorkdays
                case "例会":
                    let known = MeetingRhythm.allCases.map { (Words.chinese.name($0), $0) }
                    let rhythm = term(value, Dictionary(uniqueKeysWithValues: known)) ?? rules.meetings(in: phase)
                    own.meetings = rhythm == phase.usualMeetings ? nil : rhythm
                default: own.mendWorkdays = number(value, 1...60) ?? own.mendWorkdays
                }
            }
            switch phase {
            case .normal: rules.normal = own
            case .push: rules.push = own
            case .emergency: rules.emergency = own
            }
        }
    }

    private mutating func signers(_ node: Node, _ rules: inout Rules) {
        for (key, value) in entries(node, keys: ["催办单", "督办单", "通报稿"]) {
            let roles = roles(value)
            if roles.isEmpty { add(.empty(key), value) }
            switch key {
            case "催办单": rules.signers.press = roles
            case "督办单": rules.signers.order = roles
            default: rules.signers.circular = roles
            }
        }
    }

    private mutating func presets(_ node: Node) -> [NamedTerm] {
        items(node).compactMap { item in
            var name = CleanText("")
            var term: Term?
            for (key, value) in entries(item, keys: ["名称", "时限"]) {
                guard let written = text(value) else { continue }
                if key == "名称" {
                    name = written
                } else {
                    term = DayPhrase.term(written.string, today: Day(number: 0))
                    // A day of one year is no preset.
                    if term?.isFixed ?? true {
                        term = nil
                        add(.notALimit(written), value)
                    }
                }
            }
            guard !name.isEmpty else {
                add(.empty("名称"), item)
                return nil
            }
            return term.map { NamedTerm(name: name, term: $0) }
        }
    }

    private mutating func logins(_ node: Node) -> [LoginRule] {
        items(node).compactMap { item in
            var rule = LoginRule(login: "")
            for (key, value) in entries(item, keys: ["登录名", "人员", "角色"]) {
                switch key {
                case "登录名": rule.login = text(value)?.string ?? ""
                case "人员": rule.people = items(value).compactMap { person($0) }
                default: rule.roles = roles(value)
                }
            }
            if rule.login.isEmpty {
                add(.empty("登录名"), item)
                return nil
            }
            return rule
        }
    }

    /// 姓名, or 单位/姓名 where several have the name.
    private mutating func person(_ node: Node) -> PersonID? {
        guard let written = text(node) else { return nil }
        let parts = written.string.split(separator: "/", maxSplits: 1).map(String.init)
        let name = parts.last ?? ""
        var found = ledger.people.values.filter { $0.name.string == name && $0.left == nil }
        if parts.count == 2 {
            found = found.filter { person in
                ledger.units[person.unit].map { $0.name.string == parts[0] || $0.shortName.string == parts[0] } ?? false
            }
        }
        if found.count > 1 {
            let choices = found.map { "\(ledger.units[$0.unit]?.shortName.string ?? "")/\($0.name.string)" }.sorted()
            add(.ambiguousName(.person, written, choices: choices), node)
        } else if found.isEmpty {
            add(.outOfRange(written, "台账里人员的姓名，同名的写 单位/姓名"), node)
        }
        return found.count == 1 ? found[0].id : nil
    }

    private mutating func roles(_ node: Node) -> [Role] {
        let names = Dictionary(uniqueKeysWithValues: Role.allCases.map { (Words.chinese.name($0), $0) })
        return items(node).compactMap { term($0, names) }
    }

    // MARK: Nodes

    /// The pairs of a mapping whose keys are known; others are faults. Absent is empty.
    private mutating func entries(_ node: Node, keys: [String]) -> [(String, Node)] {
        if node.scalar?.string.isEmpty ?? false { return [] }
        guard let mapping = node.mapping else {
            add(.wrongShape(.mapping), node)
            return []
        }
        var found: [(String, Node)] = []
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            if keys.contains(name) { found.append((name, value)) } else { add(.unknownKey(name, known: keys), key) }
        }
        return found
    }

    /// The items of a list; one that stands alone is a list of one.
    private mutating func items(_ node: Node) -> [Node] {
        if let sequence = node.sequence { return Array(sequence) }
        if node.mapping != nil {
            add(.wrongShape(.list), node)
            return []
        }
        return node.scalar?.string.isEmpty ?? true ? [] : [node]
    }

    private mutating func text(_ node: Node) -> CleanText? {
        guard let scalar = node.scalar else {
            add(.wrongShape(.text), node)
            return nil
        }
        let text = CleanText(scalar.string)
        return text.isEmpty ? nil : text
    }

    private mutating func number(_ node: Node, _ range: ClosedRange<Int>) -> Int? {
        guard let text = text(node) else {
            if node.scalar != nil { add(.outOfRange(CleanText(""), RulesReader.hint(range)), node) }
            return nil
        }
        guard let number = Int(text.string), range.contains(number) else {
            add(.outOfRange(text, RulesReader.hint(range)), node)
            return nil
        }
        return number
    }

    private static func hint(_ range: ClosedRange<Int>) -> String { "\(range.lowerBound) 到 \(range.upperBound) 的整数" }

    /// `18:00`, as minutes after midnight. A plain 18:00 is a number of base 60 to some readers of YAML; the scalar is not.
    private mutating func time(_ node: Node, _ range: ClosedRange<Int>) -> Int? {
        let text = text(node) ?? CleanText("")
        let parts = text.string.split(whereSeparator: { $0 == ":" || $0 == "：" }).map { Int($0) }
        if parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<60).contains(minute),
            range.contains(hour * 60 + minute)
        {
            return hour * 60 + minute
        }
        let words = Words.chinese
        let hint = "\(words.time(minute: range.lowerBound)) 到 \(words.time(minute: range.upperBound)) 的时刻，如 18:00"
        add(.outOfRange(text, hint), node)
        return nil
    }

    private mutating func term<Value>(_ node: Node, _ known: [String: Value]) -> Value? {
        guard let text = text(node) else { return nil }
        if let value = known[text.string] { return value }
        add(.unknownTerm(text, known: known.keys.sorted()), node)
        return nil
    }

    private mutating func add(_ fault: ImportProblem.Fault, _ node: Node) {
        problems.append(ImportProblem(file: file, place: node.place, fault: fault))
    }
}
