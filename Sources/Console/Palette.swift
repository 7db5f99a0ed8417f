import Canvas
import Ledger
import Supervision
import Text
import Walls
import Words

import struct Canvas.Key

/// The command palette (:): actions, matters, people, units and grids by name or number.
struct Palette: Hashable {
    var query = TextField()
    var selected = 0

    /// What a line of the palette leads to.
    enum Hit: Hashable {
        case operation(Operation.ID)
        case matter(MatterNumber)
        /// Everything in which these words stand, as a filtered list.
        case everything(String)
        case person(PersonID)
        case unit(UnitID)
        case grid(GridID)
    }
}

extension State {
    mutating func press(_ key: Key, in old: Palette) -> [Effect] {
        var palette = old
        let hits = hits(palette)
        switch key {
        case .escape:
            overlay = nil
            return []
        case .enter:
            guard hits.indices.contains(palette.selected) else { return [] }
            return run(hits[palette.selected])
        case .up: palette.selected -= 1
        case .down: palette.selected += 1
        case .tab:
            if hits.indices.contains(palette.selected) { palette.query = TextField(name(hits[palette.selected])) }
            palette.selected = 0
        default:
            guard palette.query.handle(key) else { return [] }
            palette.selected = 0
        }
        palette.selected = max(0, min(palette.selected, self.hits(palette).count - 1))
        overlay = .palette(palette)
        return []
    }

    /// Runs a hit. What cannot be done says why and leaves the palette open.
    mutating func run(_ hit: Palette.Hit) -> [Effect] {
        switch hit {
        case .operation(let id):
            let operation = Operation.of(id)
            if whyDisabled(operation) == nil { overlay = nil }
            return start(operation)
        case .matter(let number):
            overlay = nil
            return open(number)
        case .everything(let text): list(text)
        case .person, .unit, .grid: list(name(hit))
        }
        return []
    }

    /// Shows the plain list, filtered.
    private mutating func list(_ text: String) {
        overlay = nil
        place = .list
        wall.filter = Filter(text: text)
        wall.move(.home, in: frame)
    }

    // MARK: Finding

    /// At most four actions and three of each other kind, as long as there is something typed.
    func hits(_ palette: Palette) -> [Palette.Hit] {
        let query = palette.query.cleaned.string.lowercased()
        let operations = Operation.table.filter { $0.group != .moving }
        if query.isEmpty {
            return operations.filter { whyDisabled($0) == nil }.prefix(10).map { .operation($0.id) }
        }
        let ledger = scene.ledger
        var hits: [Palette.Hit] = []
        let number = MatterNumber(text: query)
        if let number { hits.append(.matter(number)) }
        hits += operations.filter { $0.title(words).lowercased().contains(query) }.prefix(4).map { .operation($0.id) }
        let found = scene.matters(Filter(text: query))
        if found.count > 1 { hits.append(.everything(palette.query.cleaned.string)) }
        hits += found.lazy.filter { $0 != number }.prefix(4).map { .matter($0) }
        hits += ledger.people.values.filter { $0.name.string.contains(query) }.map(\.id).sorted().prefix(3)
            .map { .person($0) }
        hits += ledger.units.values.filter { $0.name.string.lowercased().contains(query) }.map(\.id).sorted().prefix(3)
            .map { .unit($0) }
        hits += ledger.grids.values
            .filter { $0.name.string.lowercased().contains(query) || $0.code.string.lowercased().hasPrefix(query) }
            .map(\.id).sorted().prefix(3).map { .grid($0) }
        return hits
    }

    func name(_ hit: Palette.Hit) -> String {
        switch hit {
        case .operation(let id): Operation.of(id).title(words)
        case .matter(let number): scene.matter(number).map(words.title) ?? "\(number)"
        case .everything(let text): text
        case .person(let id): words.person(id, in: scene.ledger)
        case .unit(let id): words.fullName(id, in: scene.ledger)
        case .grid(let id): words.grid(id, in: scene.ledger)
        }
    }

    func kind(_ hit: Palette.Hit) -> String {
        switch hit {
        case .operation: words("动作", "action")
        case .matter: words("事项", "matter")
        case .everything: words("全部", "all")
        case .person: words("人员", "person")
        case .unit: words("单位", "unit")
        case .grid: words("网格", "grid")
        }
    }

    /// One clause of fact beside the name.
    func fact(_ hit: Palette.Hit) -> String {
        let ledger = scene.ledger
        switch hit {
        case .operation(let id): return whyDisabled(Operation.of(id)).map { "✗ \($0)" } ?? ""
        case .matter(let number):
            guard let matter = scene.matter(number) else { return words("不在手的，去查", "not at hand, will be looked up") }
            return words.brief(scene.judgement(of: matter))
        case .everything(let text): return summary(text)
        case .person(let id):
            let person = ledger.people[id]
            return [words.unit(person?.unit, in: ledger), person?.posts.first?.string ?? ""].joined(separator: " ")
        case .unit(let id): return ledger.units[id].map { words.name($0.kind) } ?? ""
        case .grid(let id):
            let grid = ledger.grids[id]
            let head = words.person(grid?.head, in: ledger)
            return "\(grid?.code.string ?? "")" + (head.isEmpty ? "" : words("  网格长 \(head)", "  head \(head)"))
        }
    }

    /// What stands there, in one clause: how many, how many of them wrong, and the worst.
    private func summary(_ text: String) -> String {
        let found = scene.matters(Filter(text: text.lowercased()))
        var counts: [String] = [words("\(found.count) 件", "\(found.count)")]
        for light in [Light.red, .orange, .yellow] {
            let count = found.count { scene.judgement($0)?.light == light }
            if count > 0 { counts.append("\(words.name(light)) \(count)") }
        }
        return counts.joined(separator: words("，", ", "))
    }
}

extension MatterNumber {
    /// The number as it is typed: 督147, 147.
    init?(text: String) {
        let letters: Set<Character> = ["督", "清", "问", "诉", "t", "c", "p", "d"]
        let digits = text.first.map(letters.contains) ?? false ? text.dropFirst() : text[...]
        guard let number = Int(digits), number > 0 else { return nil }
        self.init(number)
    }
}
