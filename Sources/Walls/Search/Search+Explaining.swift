import Ledger
import Supervision
import Text
import Words

extension Search {
    /// A piece of how a search was read: what stands in it is doubtful where `isOpen`.
    package struct Clause: Hashable, Sendable {
        package var text: String
        package var isOpen = false
        /// 且, 或, 非 and brackets.
        package var isSign = false
    }

    /// How it was read, piece by piece: 「hd」网格 湖东、名称 3 件 · 或 · 灯 滞后.
    package func reading(_ scene: Scene) -> [Clause] { Search.clauses(root, scene, inside: false) }

    private static func clauses(_ node: Node, _ scene: Scene, inside: Bool) -> [Clause] {
        let words = scene.words
        func sign(_ text: String) -> Clause { Clause(text: text, isSign: true) }
        func joined(_ nodes: [Node], _ join: String) -> [Clause] {
            nodes.enumerated().flatMap { place, node in
                (place > 0 ? [sign(join)] : []) + clauses(node, scene, inside: true)
            }
        }
        switch node {
        case .all(let nodes): return joined(nodes, words("且", "and"))
        case .any(let nodes):
            let choice = joined(nodes, words("或", "or"))
            return inside ? [sign("(")] + choice + [sign(")")] : choice
        case .not(let node): return [sign(words("非", "not"))] + clauses(node, scene, inside: true)
        case .word(let word): return [clause(Meaning(word, scene), scene)]
        case .field(let field, let values): return [clause(field, values, scene)]
        case .due(let range, _): return [Clause(text: sentence(range, scene))]
        case .open(let typed):
            return [
                Clause(text: words("「\(typed)」还没写完或看不懂，先不管", "“\(typed)” is not finished, left aside"), isOpen: true)
            ]
        }
    }

    /// 「yq」人 姚启、网格 玉泉里、名称 4 件.
    private static func clause(_ meaning: Meaning, _ scene: Scene) -> Clause {
        let words = scene.words
        var parts = parts(meaning, scene)
        if let digits = meaning.digits {
            let count = scene.facts.count { digits.stand(in: $0) }
            if count > 0 { parts.append(words("编号 \(count) 件", "number: \(count)")) }
        }
        let titles = scene.titleRows(meaning.word).count
        if titles > 0 { parts.append(words("名称 \(titles) 件", "title: \(titles)")) }
        let typed = words("「\(meaning.word.text)」", "“\(meaning.word.text)” ")
        guard !parts.isEmpty else { return Clause(text: typed + words("没有", "nothing"), isOpen: true) }
        return Clause(text: typed + parts.joined(separator: words("、", ", ")))
    }

    private static func parts(_ meaning: Meaning, _ scene: Scene) -> [String] {
        let words = scene.words
        let ledger = scene.ledger
        var parts: [String] = []
        func add(_ zh: String, _ en: String, _ names: [String], most: Int = 2) {
            if names.isEmpty { return }
            if names.count <= most {
                parts.append(words("\(zh) ", "\(en) ") + names.joined(separator: words("、", ", ")))
            } else {
                parts.append(words("\(zh) \(names.count) 个", "\(en): \(names.count)"))
            }
        }
        add("单位", "unit", meaning.units.map { words.unit($0, in: ledger) })
        add("人", "person", meaning.people.map { words.person($0, in: ledger) })
        add("网格", "grid", meaning.grids.map { words.grid($0, in: ledger) })
        add("战役", "campaign", meaning.campaigns.map { words.campaign($0, in: ledger) })
        add("灯", "light", meaning.lights.map(words.name), most: 3)
        add("状态", "stage", meaning.stages.map(words.name))
        add("来源", "source", meaning.sources.map(words.name))
        add("类别", "kind", meaning.kinds.map(words.name))
        return parts
    }

    private static func clause(_ field: Field, _ values: [SearchWord], _ scene: Scene) -> Clause {
        let words = scene.words
        let name = words.language == .zh ? field.names[0] : field.names.last!
        if field == .title {
            let typed = values.map(\.text).joined(separator: words("或", " or "))
            return Clause(text: words("\(name)含「\(typed)」", "title has “\(typed)”"))
        }
        let meanings = values.map { Meaning($0, in: field, scene) }
        if let empty = meanings.first(where: { $0.isEmpty }) {
            let known = field.values(words)
            let list = known.isEmpty ? "" : words("，有：", "; there are: ") + known.joined(separator: words("、", ", "))
            return Clause(
                text: words("没有\(name)「\(empty.word.text)」", "no \(name) “\(empty.word.text)”") + list,
                isOpen: true
            )
        }
        let missing = meanings.flatMap(\.missing)
        if !missing.isEmpty { return Clause(text: words.missing(missing)) }
        return Clause(text: meanings.flatMap { parts($0, scene) }.joined(separator: words("、", ", ")))
    }

    /// 到期 11-27 周五 及以前
    private static func sentence(_ range: DueRange, _ scene: Scene) -> String {
        let words = scene.words
        func name(_ day: Day) -> String { "\(words.short(day, seenFrom: scene.today)) \(words.weekday(day))" }
        switch (range.from, range.through) {
        case (nil, nil): return words("没有时限", "without a limit")
        case (let from?, nil): return words("到期 \(name(from)) 及以后", "due \(name(from)) or later")
        case (nil, let through?): return words("到期 \(name(through)) 及以前", "due \(name(through)) or before")
        case (let from?, let through?):
            if from == through { return words("到期 \(name(from))", "due \(name(from))") }
            return words("到期 \(name(from)) 至 \(name(through))", "due \(name(from)) to \(name(through))")
        }
    }
}

extension Search.Field {
    /// Everything it can be, where that is a short list.
    fileprivate func values(_ words: Words) -> [String] {
        switch self {
        case .light: Light.allCases.map(words.name)
        case .stage: Stage.allCases.map(words.name)
        case .source: Source.allCases.map(words.name)
        case .kind: Kind.allCases.map(words.name)
        case .missing: Fixed.allCases.map(words.letter)
        case .unit, .person, .grid, .campaign, .title: []
        }
    }
}

extension Meaning {
    fileprivate var isEmpty: Bool {
        units.isEmpty && people.isEmpty && grids.isEmpty && campaigns.isEmpty && lights.isEmpty && stages.isEmpty
            && sources.isEmpty && kinds.isEmpty && missing.isEmpty && !isTitle
    }
}
