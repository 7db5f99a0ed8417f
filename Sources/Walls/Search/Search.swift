package import Ledger
package import Text

/// What was typed to find matters (查找式), as it is understood.
///
/// Words side by side must all be found; `或` or `|` gives a choice, `非`, `-` or `!` turns a word round, brackets hold
/// together. `单位:` and its like ask one property only, `到期<12-1` compares days. What is not finished or not
/// understood lets everything through and says so (``Clause``).
package struct Search: Hashable, Sendable {
    let root: Node

    indirect enum Node: Hashable, Sendable {
        case all([Node])
        case any([Node])
        case not(Node)
        case word(SearchWord)
        case field(Field, [SearchWord])
        case due(DueRange, typed: String)
        /// Not finished, or not understood.
        case open(String)
    }

    /// A property that can be asked for by name.
    package enum Field: Hashable, Sendable, CaseIterable {
        case unit, person, grid, campaign, light, stage, source, kind, title, missing
    }

    /// Days from and through which the limit in force must lie; neither bound means without a limit.
    package struct DueRange: Hashable, Sendable {
        package var from: Day?
        package var through: Day?
    }

    /// The words that are looked for and not turned round; what is drawn in gold where it stands.
    package var words: [SearchWord] { Search.words(root) }

    package var isEmpty: Bool { root == .all([]) }

    private static func words(_ node: Node) -> [SearchWord] {
        switch node {
        case .all(let nodes), .any(let nodes): nodes.flatMap(words)
        case .word(let word): [word]
        case .field(let field, let values): [.title, .unit, .person, .grid, .campaign].contains(field) ? values : []
        case .not, .due, .open: []
        }
    }
}

extension Search.Field {
    /// What it may be called; the first is the one that is shown.
    var names: [String] {
        switch self {
        case .unit: ["单位", "牵头", "unit", "lead"]
        case .person: ["人", "责任人", "人员", "person"]
        case .grid: ["网格", "grid"]
        case .campaign: ["战役", "campaign"]
        case .light: ["灯", "light"]
        case .stage: ["状态", "阶段", "stage"]
        case .source: ["来源", "source"]
        case .kind: ["类别", "kind"]
        case .title: ["名称", "事项", "title"]
        case .missing: ["缺", "missing"]
        }
    }

    private static let byName: [String: Search.Field] = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { field in field.names.map { ($0, field) } }
    )

    init?(name: String) {
        guard let field = Self.byName[name] else { return nil }
        self = field
    }
}
