import Canvas
import Ledger
import Supervision
import Text
import Walls
import Words

import struct Canvas.Key

/// The command palette (:): actions, matters, people, units, grids, campaigns and views by name, initials or number.
struct Palette: Hashable {
    var query = TextField()
    var selected = 0
    var scope = Scope.everything

    enum Scope: Hashable {
        case everything
        /// V: only the user's views.
        case views
        /// T: only themes.
        case themes
    }

    init(scope: Scope = .everything) { self.scope = scope }

    /// What a line of the palette leads to.
    enum Hit: Hashable {
        case operation(Operation.ID)
        case matter(MatterNumber)
        /// Everything in which these words stand, as a filtered list.
        case everything(String)
        case person(PersonID)
        case unit(UnitID)
        case grid(GridID)
        case campaign(CampaignID)
        case view(Int)
        /// By its place in the list of themes.
        case theme(Int)
        /// Keeps the filter of now as a view.
        case newView
        /// What was typed and not stored.
        case draft(Unfinished)
    }
}

extension State {
    mutating func press(_ key: Key, in old: Palette) -> [Effect] {
        var palette = old
        let hits = hits(palette)
        switch key {
        case .escape:
            overlay = nil
            return palette.scope == .themes ? [.wear(wardrobe.current, isKept: false)] : []
        case .enter:
            guard hits.indices.contains(palette.selected) else { return [] }
            let spot = spot
            let effects = run(hits[palette.selected])
            settle()
            leave(spot)
            return effects
        case .delete:
            guard hits.indices.contains(palette.selected) else { break }
            switch hits[palette.selected] {
            case .view(let index):
                palette.selected = 0
                overlay = .palette(palette)
                return dropView(index)
            case .draft(let draft):
                palette.selected = 0
                overlay = .palette(palette)
                throwAway(draft)
                return []
            default: palette.query.deleteForward()
            }
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
        return palette.scope == .themes ? tryOn(palette) : lookUp(palette)
    }

    /// Runs a hit. What cannot be done says why and leaves the palette open.
    mutating func run(_ hit: Palette.Hit) -> [Effect] {
        switch hit {
        case .operation(let id):
            let operation = Operation.of(id)
            if whyDisabled(operation) == nil {
                overlay = nil
                usedOperations = [id] + usedOperations.filter { $0 != id }.prefix(9)
            }
            return start(operation)
        case .matter(let number):
            overlay = nil
            return open(number)
        case .everything(let text): list(text)
        case .person: list(words("人:", "person:") + name(hit))
        case .unit: list(words("单位:", "unit:") + name(hit))
        case .grid(let id): goToMap(id)
        case .campaign: list(words("战役:", "campaign:") + name(hit))
        case .view(let index): if views.indices.contains(index) { show(views[index]) }
        case .theme(let index): return keepTheme(index)
        case .newView: ask(Prompt.view(wall.filter, scene))
        case .draft(let draft): return goOn(with: draft)
        }
        return []
    }

    /// Shows the plain list, filtered. A space in a name would divide it.
    private mutating func list(_ text: String) {
        let text = text.contains(":") ? String(text.prefix { $0 != " " }) : text
        overlay = nil
        place = .list
        wall.filter = Filter(text: text)
        wall.move(.home, in: frame)
    }

    // MARK: Looking up what is not at hand

    /// Asks for settled matters by title; one question at a time, so that typing never waits.
    mutating func lookUp(_ palette: Palette) -> [Effect] {
        let text = palette.query.cleaned.string
        guard text.count != 1, palette.scope == .everything, lookingUp == nil, lookedUp?.text != text else { return [] }
        lookingUp = text
        return [.lookUp(text)]
    }

    mutating func takeFound(_ text: String, _ matters: [Matter]) -> [Effect] {
        lookingUp = nil
        let settled = matters.filter { scene.matter($0.number) == nil || !$0.stage.isAtHand }
        lookedUp = (text, settled)
        revision += 1
        guard case .palette(let palette)? = overlay else { return [] }
        return lookUp(palette)
    }

    /// A matter for the palette, at hand or looked up.
    func known(_ number: MatterNumber) -> Matter? {
        scene.matter(number) ?? lookedUp?.matters.first { $0.number == number }
    }

    // MARK: Finding

    /// The number first, then what stands in a place of that name, then at most four actions and three of each other
    /// kind, the best answers first; with nothing typed what was used last and the actions that can be done now.
    func hits(_ palette: Palette) -> [Palette.Hit] {
        let typed = palette.query.cleaned.string
        let word = SearchWord(typed)
        if palette.scope == .views {
            let found = views.indices.filter { typed.isEmpty || word.stands(in: views[$0].name) }
            return found.map { .view($0) } + (wall.filter.isEmpty ? [] : [.newView])
        }
        if palette.scope == .themes {
            let names = wardrobe.choices.map { [$0.id, $0.zh, $0.en] }
            let found = names.indices.filter { index in
                typed.isEmpty || names[index].contains { word.stands(in: $0) }
            }
            return found.map { .theme($0) }
        }
        if typed.isEmpty {
            let operations = Operation.table.filter { $0.group != .moving }
            // What was used last, then what the selected matter allows, then where one can go.
            let used = usedOperations.prefix(5).compactMap { id in operations.first { $0.id == id } }
            let fitting = operations.filter { $0.group == .acting } + operations.filter { $0.group != .acting }
            let rest = fitting.filter { !usedOperations.prefix(5).contains($0.id) }
            let first =
                (registered.flatMap(scene.matter).map { [Palette.Hit.matter($0.number)] } ?? [])
                + unfinished.prefix(5).map { .draft($0) }
            return first + (used + rest).filter { whyDisabled($0) == nil }.prefix(10).map { .operation($0.id) }
        }
        let number = MatterNumber(text: typed.lowercased())
        let named = self.named(word, typed)
        var hits: [Palette.Hit] = number.map { [.matter($0)] } ?? []
        if named.isPlace { hits.append(.everything(typed)) }
        hits += operations(word, typed).map { .operation($0) }
        let isAsked = ["草稿", "draft", "drafts"].contains(typed.lowercased())
        hits += unfinished.filter { isAsked || word.stands(in: $0.label) || word.stands(in: $0.text) }.map {
            .draft($0)
        }
        if !named.isPlace, named.count > 1 { hits.append(.everything(typed)) }
        hits += named.matters.filter { $0 != number }.prefix(4).map { .matter($0) }
        hits += (lookedUp?.matters ?? []).filter { word.stands(in: words.title($0)) && $0.number != number }.prefix(3)
            .map { .matter($0.number) }
        hits += views.indices.filter { word.stands(in: views[$0].name) }.prefix(3).map { .view($0) }
        return hits + named.names
    }

    /// The actions of a name, at most four. What can be done now goes before what cannot, unless it is just that which was
    /// typed.
    private func operations(_ word: SearchWord, _ typed: String) -> [Operation.ID] {
        let key = OperationsKey(
            typed: typed,
            place: place,
            matter: selected?.number,
            marked: marked,
            isPast: replay.day != nil,
            readOnly: readOnly,
            hasTrail: !trail.isEmpty,
            wall: AnyHashable(wall)
        )
        return scene.derived(key) {
            let ranked = Operation.table.filter { $0.group != .moving }.compactMap { operation in
                operation.rank(word, typed: typed, words).map {
                    (id: operation.id, rank: $0 + (whyDisabled(operation) == nil ? 0 : 2))
                }
            }
            return ranked.sorted { $0.rank < $1.rank }.prefix(4).map(\.id)
        }
    }

    /// What the answer depends on, beside the scene.
    private struct OperationsKey: Hashable {
        var typed: String
        var place: Place
        var matter: MatterNumber?
        var marked: [MatterNumber]
        var isPast: Bool
        var readOnly: String?
        var hasTrail: Bool
        var wall: AnyHashable
    }

    /// What a word names in the ledger; the same for every draw of the palette.
    private struct Named {
        /// A unit, person, grid or campaign begins with it: its summary is what was asked for.
        var isPlace = false
        var count = 0
        var matters: [MatterNumber] = []
        var names: [Palette.Hit] = []
    }

    private struct NamedKey: Hashable { let typed: String }

    private func named(_ word: SearchWord, _ typed: String) -> Named {
        scene.derived(NamedKey(typed: typed)) {
            var named = Named()
            let (units, people) = (scene.units(word), scene.people(word))
            let (grids, campaigns) = (scene.grids(word), scene.campaigns(word))
            let found = scene.matters(Filter(text: typed))
            named.count = found.count
            // 湖东路 is no grid, but a place all the same: several matters begin with it.
            let starts = scene.titled(word, limit: 5)
            let isName = [units.first?.rank, people.first?.rank, grids.first?.rank, campaigns.first?.rank]
                .contains { $0.map { $0 <= 1 } ?? false }
            let isChinese = typed.unicodeScalars.contains { $0.value > 0x2E80 }
            named.isPlace = !found.isEmpty && isChinese && (isName || starts.count > 1)
            let titled = Array(starts.prefix(4))
            named.matters = titled + found.lazy.filter { !titled.contains($0) }.prefix(4)
            named.names = people.prefix(3).map { .person($0.id) }
            named.names += units.prefix(3).map { .unit($0.id) }
            named.names += grids.prefix(3).map { .grid($0.id) }
            named.names += campaigns.prefix(3).map { .campaign($0.id) }
            return named
        }
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
