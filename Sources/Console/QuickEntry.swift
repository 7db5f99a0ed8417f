import Ledger
import Text
import Walls
import Words

/// A title with marks, typed in one line (快速登记): `湖东路井盖更换 @贺知远 #柳堤 !下周五 ×26处`.
///
/// `@` names a person or a unit, `#` a grid by name or code, `!` a limit, `×` or `*` a quantity. `@` counts anywhere;
/// the others after a space, for 「3#楼」 and 「3×4 米」 belong to titles.
struct QuickEntry: Hashable {
    private(set) var title = ""
    private(set) var person: PersonID?
    private(set) var unit: UnitID?
    private(set) var grid: GridID?
    private(set) var term: Term?
    private(set) var quantity: QuantityLine?
    /// What was typed and is not one thing, with the sentence that says so.
    private(set) var doubts: [String] = []

    init(_ typed: String, _ scene: Scene) {
        var people: [String] = []
        for (mark, text) in QuickEntry.parts(of: typed) {
            switch mark {
            case "@": people.append(text)
            case "#": readGrid(text, scene)
            case "!": readTerm(text, scene)
            case "×": readQuantity(text, scene)
            default: title = text
            }
        }
        for name in people { readUnit(name, scene) }
        for name in people { readPerson(name, among: people, scene) }
        // The lead follows from the person where no unit is named.
        if unit == nil, let person { unit = scene.ledger.people[person]?.unit }
    }

    // MARK: Reading

    /// The title under no mark, and every marked piece.
    private static func parts(of typed: String) -> [(mark: Character?, text: String)] {
        var title: [String] = []
        var marked: [(Character?, String)] = []
        var mark: Character?
        var piece = ""
        func finish() {
            if let mark, !piece.isEmpty { marked.append((mark, piece)) } else if !piece.isEmpty { title.append(piece) }
            (mark, piece) = (nil, "")
        }
        var before: Character = " "
        for character in CleanText(typed).string {
            let twin = half(character)
            let begins = twin == "@" || (["#", "!", "×"].contains(twin) && (before == " " || mark != nil))
            if character == " " || character == "\u{3000}" {
                finish()
            } else if begins {
                finish()
                mark = twin
            } else {
                piece.append(character)
            }
            before = twin
        }
        finish()
        return [(nil, title.joined(separator: " "))] + marked
    }

    private static func half(_ character: Character) -> Character {
        switch character {
        case "＠": "@"
        case "＃": "#"
        case "！": "!"
        case "*", "＊", "✕": "×"
        case "\u{3000}": " "
        default: character
        }
    }

    private mutating func readUnit(_ name: String, _ scene: Scene) {
        let units = scene.ledger.units.values
        let exact = units.filter { $0.name.string == name || $0.shortName.string == name }
        if exact.count == 1 { unit = exact[0].id }
    }

    private mutating func readPerson(_ name: String, among names: [String], _ scene: Scene) {
        let ledger = scene.ledger
        let isUnit = ledger.units.values.contains { $0.name.string == name || $0.shortName.string == name }
        if isUnit { return }
        let lookup = scene.lookUpPerson(name)
        var found = lookup.found.map { [$0] } ?? lookup.candidates.map(\.id)
        if found.count > 1, let unit { found = found.filter { ledger.people[$0]?.unit == unit } }
        if found.count == 1 {
            person = found[0]
            return
        }
        if found.isEmpty {
            let units = scene.lookUpUnit(name).candidates
            if units.count == 1, unit == nil {
                unit = units[0].id
                return
            }
            doubts.append(scene.words("没有「\(name)」", "no “\(name)”"))
            return
        }
        let namesakes = found.prefix(3).map { id in
            "\(scene.words.person(id, in: ledger))·\(scene.words.unit(ledger.people[id]?.unit, in: ledger))"
        }
        doubts.append(
            scene.words(
                "「\(name)」有 \(found.count) 人：\(namesakes.joined(separator: "、"))，再加 @单位",
                "\(found.count) match “\(name)”: \(namesakes.joined(separator: ", ")); add @unit"
            )
        )
    }

    private mutating func readGrid(_ name: String, _ scene: Scene) {
        let lookup = scene.lookUpGrid(name)
        let found = lookup.found.map { [$0] } ?? lookup.candidates.map(\.id)
        if found.count == 1 {
            grid = found[0]
        } else if found.isEmpty {
            doubts.append(scene.words("没有网格「\(name)」", "no grid “\(name)”"))
        } else {
            let names = found.prefix(3).map { scene.words.grid($0, in: scene.ledger) }.joined(separator: "、")
            doubts.append(
                scene.words(
                    "「\(name)」有 \(found.count) 个网格：\(names)…",
                    "\(found.count) grids match “\(name)”: \(names)…"
                )
            )
        }
    }

    private mutating func readTerm(_ text: String, _ scene: Scene) {
        // The office's own names of limits go before days and periods.
        term = scene.ledger.rules.preset(named: text) ?? DayPhrase.term(text, today: scene.today)
        if term == nil { doubts.append(scene.words("看不懂时限「\(text)」", "cannot read the limit “\(text)”")) }
    }

    private mutating func readQuantity(_ text: String, _ scene: Scene) {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        let measure = text.dropFirst(digits.count)
        guard let amount = Amount(digits), amount > .zero else {
            doubts.append(scene.words("看不懂量「\(text)」", "cannot read the quantity “\(text)”"))
            return
        }
        quantity = QuantityLine(target: amount, unit: measure.isEmpty ? "件" : String(measure))
    }

    // MARK: Answering

    /// Why it cannot be stored as it stands; nil if it can.
    func problem(_ scene: Scene, needsTitle: Bool = true) -> String? {
        if needsTitle, title.isEmpty { return scene.words("请先写事项名称。", "Write the title first.") }
        if QuickEntry.looksPrivate(title) {
            return scene.words(
                "名称里像有电话或证件号码，请去掉：居民信息不进台账。",
                "The title seems to hold a phone or ID number; residents' data stay out of the ledger."
            )
        }
        return doubts.first
    }

    /// A run of eleven digits that begins with 1, or of seventeen and more.
    static func looksPrivate(_ text: String) -> Bool {
        text.split { !($0.isASCII && $0.isNumber) }.contains { ($0.count == 11 && $0.first == "1") || $0.count >= 17 }
    }

    /// What was understood, part by part, for the row above the line. What is in doubt or missing is gold.
    /// - Parameter inherited: who it is where nobody is named.
    func chips(_ scene: Scene, kind: Kind, inheriting inherited: PersonID? = nil) -> [(text: String, isOpen: Bool)] {
        let words = scene.words
        let ledger = scene.ledger
        let person = person ?? (unit == nil ? inherited : nil)
        // What is in doubt is what one must see.
        var chips: [(String, Bool)] = doubts.map { ($0, true) }
        if let person {
            let own = ledger.people[person]?.unit
            let name = words.person(person, in: ledger)
            chips.append((words("人 ", "person ") + name + "·" + words.unit(own, in: ledger), false))
            if let unit, unit != own { chips.append((words("牵头 ", "lead ") + words.unit(unit, in: ledger), false)) }
        } else if let unit {
            chips.append((words("牵头 ", "lead ") + words.unit(unit, in: ledger), false))
        }
        if let grid { chips.append((words("网格 ", "grid ") + words.grid(grid, in: ledger), false)) }
        if let term { chips.append((words("时 ", "limit ") + QuickEntry.explain(term, scene), false)) }
        if let quantity {
            chips.append((words("量 ", "quantity ") + "\(words.amount(quantity.target)) \(quantity.unit)", false))
        }
        var missing: [Fixed] = []
        if person == nil { missing.append(.person) }
        if quantity == nil, kind == .target { missing.append(.quantity) }
        if term == nil { missing.append(.time) }
        if !missing.isEmpty { chips.append((words.missing(missing), true)) }
        return chips
    }

    /// 「5 个工作日 → 11-27 周五」.
    static func explain(_ term: Term, _ scene: Scene) -> String {
        let words = scene.words
        let (deadline, isEstimated) = term.deadline(issued: scene.today, calendar: scene.ledger.calendar)
        let day = deadline.day(scene.ledger.offset)
        let shown = "\(words.short(day, seenFrom: scene.today)) \(words.weekday(day))"
        let estimate = isEstimated ? words("（估）", " (est.)") : ""
        if case .fixed = term { return shown + estimate }
        return "\(words.name(term)) ▸ \(shown)\(estimate)"
    }
}
