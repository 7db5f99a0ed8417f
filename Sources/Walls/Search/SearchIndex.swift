import Ledger
import Supervision
import Text
import Words

/// What is looked through when matters are searched: titles as a column in the order of ``Scene/order``, and the names of
/// whatever else a word may mean. See ``MatterFact`` for the rest.
struct SearchIndex {
    let titles: TextColumn
    let units: Names<Unit>
    let people: Names<Person>
    let grids: Names<Grid>
    let campaigns: Names<Campaign>

    init(_ scene: Scene) {
        let ledger = scene.ledger
        var titles = TextColumn()
        titles.reserve(texts: scene.order.count, charactersEach: 18)
        for number in scene.order { titles.append(ledger.matters[number]!.title.text?.string ?? "") }
        self.titles = titles
        units = Names(ledger.units.values.map { ($0.id, [$0.name.string, $0.shortName.string]) })
        people = Names(ledger.people.values.map { ($0.id, [$0.name.string]) })
        grids = Names(ledger.grids.values.map { ($0.id, [$0.name.string, $0.code.string]) })
        campaigns = Names(ledger.campaigns.values.map { ($0.id, [$0.name.string]) })
    }

    /// The names of one kind of thing.
    struct Names<Subject> {
        private let ids: [Key<Subject>]
        private let column: TextColumn

        init(_ things: [(id: Key<Subject>, names: [String])]) {
            var ids: [Key<Subject>] = []
            var column = TextColumn()
            for thing in things.sorted(by: { $0.id < $1.id }) {
                for name in thing.names where !name.isEmpty {
                    ids.append(thing.id)
                    column.append(name)
                }
            }
            self.ids = ids
            self.column = column
        }

        /// Those that a word may mean, in the order of the directory.
        func holding(_ word: SearchWord) -> [Key<Subject>] {
            var found: [Key<Subject>] = []
            column.search(word) { row in if found.last != ids[row] { found.append(ids[row]) } }
            return found
        }

        /// The same, the best answers first.
        func ranked(_ word: SearchWord) -> [(id: Key<Subject>, rank: Int)] {
            var ranks: [Key<Subject>: Int] = [:]
            column.search(word) { row in
                let rank = column.rank(of: word, row: row) ?? 2
                ranks[ids[row]] = min(ranks[ids[row]] ?? rank, rank)
            }
            return ranks.map { ($0.key, $0.value) }.sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }
        }
    }
}

/// Some ids, for asking a hundred thousand times whether one is among them.
struct IDSet {
    private var dense: [Bool] = []
    private var sparse: Set<Int32> = []
    let isEmpty: Bool

    init<Subject>(_ ids: [Key<Subject>]) {
        isEmpty = ids.isEmpty
        for id in ids {
            if (0..<65_536).contains(id.rawValue) {
                while dense.count <= id.rawValue { dense.append(false) }
                dense[id.rawValue] = true
            } else {
                sparse.insert(Int32(clamping: id.rawValue))
            }
        }
    }

    func contains(_ id: Int32) -> Bool {
        if id >= 0, id < dense.count { return dense[Int(id)] }
        return !sparse.isEmpty && sparse.contains(id)
    }
}

extension Scene {
    var index: SearchIndex { derived(IndexKey()) { SearchIndex(self) } }
}

private struct IndexKey: Hashable {}
