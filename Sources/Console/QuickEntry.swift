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
        let clean = CleanText(typed).string
        let characters = Array(clean)
        let pieces = pieces(of: clean).map { (mark: $0.mark, text: String(characters[$0.range])) }
        let title = pieces.filter { $0.mark == nil }.map(\.text).joined(separator: " ")
        return [(nil, title)] + pieces.filter { $0.mark != nil && !$0.text.isEmpty }
    }

    /// What stands between blanks and marks, by its clusters; a mark does not belong to its piece.
    static func pieces(of typed: String) -> [(mark: Character?, range: Range<Int>)] {
        var pieces: [(mark: Character?, range: Range<Int>)] = []
        var mark: Character?
        var start = 0
        var before: Character = " "
        func finish(at end: Int) { if end > start || mark != nil { pieces.append((mark, start..<end)) } }
        let characters = Array(typed)
        for (index, character) in characters.enumerated() {
            let twin = half(character)
            let begins = twin == "@" || (["#", "!", "×"].contains(twin) && (before == " " || mark != nil))
            if twin == " " || begins {
                finish(at: index)
                mark = begins ? twin : nil
                start = index + 1
            }
            before = twin
        }
        finish(at: characters.count)
        return pieces
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
        term = scene.term(text)
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
        if let found = PersonalData.first(in: title) { return scene.words.sentence(.personal(found), in: scene.ledger) }
        return doubts.first
    }

    /// What was understood, part by part, for the row above the line. What is in doubt or missing is gold.
    /// - Parameter inherited: who it is where nobody is named.
    func chips(_ scene: Scene, kind: Kind, inheriting inherited: PersonID? = nil) -> [(text: String, isOpen: Bool)] {
        let words = scene.words
        let ledger = scene.ledger
        let person = person ?? (unit == nil ? inherited : nil)
        // What is in doubt is what one must see.
        var chips: [(String, Bool)] = doubts.map { ($0, true) }
        if let found = PersonalData.first(in: title) { chips.append((words.personal(found), true)) }
        if let person {
            let own = ledger.people[person]?.unit
            let name = words.person(person, in: ledger)
            chips.append((words("人 ", "person ") + name + "·" + words.unit(own, in: ledger), false))
            if let unit, unit != own { chips.append((words("牵头 ", "lead ") + words.unit(unit, in: ledger), false)) }
        } else if let unit {
            chips.append((words("牵头 ", "lead ") + words.unit(unit, in: ledger), false))
        }
        if let grid { chips.append((words("网格 ", "grid ") + words.grid(grid, in: ledger), false)) }
        if let term {
            chips.append((words("时 ", "limit ") + QuickEntry.explain(term, scene), QuickEntry.isOdd(term, scene)))
        }
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
        if case .fixed = term {
            // A day off does not roll (PRACTICE §3): what is due then has to be in before it.
            let rest =
                words.reportBefore(day, scene.ledger.calendar, seenFrom: scene.today).map { words("，", ", ") + $0 }
                ?? ""
            return shown + estimate + rest
        }
        return "\(words.name(term)) ▸ \(shown)\(estimate)"
    }

    /// Whether a limit asks for a second look: a day off, a day that is over, or one so far ahead that its year was hardly
    /// meant (11-10, typed on the 20th).
    static func isOdd(_ term: Term, _ scene: Scene) -> Bool {
        guard case .fixed(let day) = term else { return false }
        return !scene.ledger.calendar.isWorkday(day) || day < scene.today || day - scene.today > 270
    }
}
