import Canvas
import Ledger
import Text
import Walls
import Words

/// A form (登记表): every field of a matter on one page, read while it is typed.
struct Form: Hashable {
    enum Purpose: Hashable {
        case register
        /// Corrects a matter; with the version the user saw.
        case amend(MatterNumber, version: Int)
    }

    enum Field: String, Hashable, CaseIterable {
        case kind, title, source, document, campaign, grid
        case person, post, quantity, term
        case lead, supports, leader
        case steps, remark, rebound
        /// The line that stores.
        case store
    }

    let purpose: Purpose
    var texts: [Field: TextField] = [:]
    var kind = Kind.target
    var source = Source.spoken
    var focus = Field.title
    /// Which candidate is taken by Tab.
    var candidate = 0
    /// Similar matters have been shown before the number is given.
    var hasSeenSimilar = false

    init(_ purpose: Purpose) { self.purpose = purpose }

    subscript(field: Field) -> TextField {
        get { texts[field] ?? TextField() }
        set { texts[field] = newValue }
    }

    func typed(_ field: Field) -> String { self[field].cleaned.string }

    /// The fields that are asked, in order. What a correction cannot change is not asked.
    var fields: [Field] {
        switch purpose {
        case .register: Field.allCases
        case .amend: Field.allCases.filter { ![.document, .steps, .remark, .rebound].contains($0) }
        }
    }

    var isWorthKeeping: Bool { texts.values.contains { !$0.cleaned.isEmpty } }

    mutating func go(_ step: Int) {
        let fields = fields
        let index = fields.firstIndex(of: focus) ?? 0
        focus = fields[(index + step + fields.count) % fields.count]
        candidate = 0
    }

    static func isChoice(_ field: Field) -> Bool { field == .kind || field == .source }

    mutating func choose(_ step: Int) {
        func next<Value: CaseIterable & Equatable>(_ value: Value) -> Value {
            let all = Array(Value.allCases)
            return all[((all.firstIndex(of: value) ?? 0) + step + all.count) % all.count]
        }
        if focus == .kind { kind = next(kind) } else if focus == .source { source = next(source) }
    }

    mutating func choose(digit: Int) {
        if focus == .kind, Kind.allCases.indices.contains(digit - 1) { kind = Kind.allCases[digit - 1] }
        // 0 is the tenth.
        let place = digit == 0 ? 9 : digit - 1
        if focus == .source, Source.allCases.indices.contains(place) { source = Source.allCases[place] }
    }
}

extension Form {
    /// A matter as the form shows it, for correcting.
    init(correcting matter: Matter, _ scene: Scene) {
        self.init(.amend(matter.number, version: matter.version))
        let words = scene.words
        let ledger = scene.ledger
        kind = matter.kind
        source = matter.source
        func set(_ field: Field, _ text: String) { if !text.isEmpty { texts[field] = TextField(text) } }
        set(.title, words.title(matter))
        set(.campaign, words.campaign(matter.campaign, in: ledger))
        set(.grid, matter.grid.flatMap { ledger.grids[$0]?.code.string } ?? "")
        set(.person, matter.person.map { scene.name(of: $0) } ?? "")
        set(.post, matter.post.string)
        set(.quantity, matter.quantities.map(Form.text).joined(separator: " "))
        set(.term, matter.term?.text ?? "")
        set(.lead, words.unit(matter.lead, in: ledger))
        set(.supports, matter.supports.map { Form.text($0, scene) }.joined(separator: " "))
        set(.leader, matter.leader.map { scene.name(of: $0) } ?? "")
    }

    /// What was typed into the line of a quick registration, spread over the fields.
    init(_ entry: QuickEntry, kind: Kind, source: Source, _ scene: Scene) {
        self.init(.register)
        self.kind = kind
        self.source = source
        func set(_ field: Field, _ text: String) { if !text.isEmpty { texts[field] = TextField(text) } }
        set(.title, entry.title)
        set(.grid, entry.grid.flatMap { scene.ledger.grids[$0]?.code.string } ?? "")
        set(.person, entry.person.map { scene.name(of: $0) } ?? "")
        set(.lead, scene.words.unit(entry.unit, in: scene.ledger))
        set(.term, entry.term?.text ?? "")
        set(.quantity, entry.quantity.map(Form.text) ?? "")
    }

    static func text(_ line: QuantityLine) -> String {
        (line.group.isEmpty ? "" : "\(line.group):") + line.target.text + line.unit
    }

    private static func text(_ support: Support, _ scene: Scene) -> String {
        var text = scene.words.unit(support.unit, in: scene.ledger)
        guard support.mode == .share else { return text }
        text += "=" + (support.quantity.map(Form.text) ?? "")
        if let due = support.due { text += "!" + due.day(scene.ledger.offset).iso }
        return text
    }
}

extension Scene {
    /// A person's name as a field takes it back: with the unit where several are called so.
    func name(of person: PersonID) -> String {
        let name = words.person(person, in: ledger)
        let hasNamesake = ledger.people.values.contains { $0.id != person && $0.name.string == name }
        return hasNamesake ? "\(name)·\(words.unit(ledger.people[person]?.unit, in: ledger))" : name
    }
}
