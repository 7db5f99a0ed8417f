import Ledger
import Supervision
import Text
import Words

/// A word of a search with everything in the ledger that it may mean, looked up once.
struct Meaning {
    let word: SearchWord
    var units: [UnitID] = []
    var people: [PersonID] = []
    var grids: [GridID] = []
    var campaigns: [CampaignID] = []
    var lights: [Light] = []
    var stages: [Stage] = []
    var sources: [Source] = []
    var kinds: [Kind] = []
    var missing: [Fixed] = []
    /// Whether titles are looked through.
    var isTitle = false
    /// 督147, 147 and 47 all find 督147.
    var digits: Digits?

    struct Digits {
        let value: Int
        let power: Int
        let kind: Kind?
    }

    /// Everything that a word without a field may mean.
    init(_ word: SearchWord, _ scene: Scene) {
        self.word = word
        let index = scene.index
        let words = scene.words
        units = index.units.holding(word)
        people = index.people.holding(word)
        grids = index.grids.holding(word)
        campaigns = index.campaigns.holding(word)
        lights = Light.allCases.filter { word.stands(in: words.name($0)) }
        stages = Stage.allCases.filter { word.stands(in: words.name($0)) }
        sources = Source.allCases.filter { word.stands(in: words.name($0)) }
        kinds = Kind.allCases.filter { words.letter($0).lowercased() == word.text }
        isTitle = true
        digits = Meaning.digits(word.text)
    }

    /// What a value of one field may mean.
    init(_ word: SearchWord, in field: Search.Field, _ scene: Scene) {
        self.word = word
        let index = scene.index
        let words = scene.words
        switch field {
        case .unit: units = index.units.holding(word)
        case .person: people = index.people.holding(word)
        case .grid: grids = index.grids.holding(word)
        case .campaign: campaigns = index.campaigns.holding(word)
        case .light:
            lights = Light.allCases.filter { word.stands(in: words.name($0)) || word.text == words.letter($0) }
        case .stage: stages = Stage.allCases.filter { word.stands(in: words.name($0)) }
        case .source: sources = Source.allCases.filter { word.stands(in: words.name($0)) }
        case .kind: kinds = Kind.allCases.filter { word.stands(in: words.name($0)) || word.text == words.letter($0) }
        case .title: isTitle = true
        case .missing: missing = Fixed.allCases.filter { word.stands(in: words.letter($0)) }
        }
    }

    private static func digits(_ text: String) -> Digits? {
        let kind = text.first.flatMap(Meaning.kind)
        let digits = kind == nil ? text[...] : text.dropFirst()
        guard (1...9).contains(digits.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
            let value = Int(digits)
        else { return nil }
        return Digits(value: value, power: (0..<digits.count).reduce(1) { power, _ in power * 10 }, kind: kind)
    }

    private static func kind(_ letter: Character) -> Kind? {
        Kind.allCases.first { kind in
            [Words.chinese, .english].contains { $0.letter(kind).lowercased() == letter.lowercased() }
        }
    }

    // MARK: Matters

    /// Marks every matter that the word means.
    func mark(_ isHit: inout [Bool], _ scene: Scene) {
        if isTitle { for row in scene.titleRows(word) { isHit[row] = true } }
        let units = IDSet(units)
        let people = IDSet(people)
        let grids = IDSet(grids)
        let campaigns = IDSet(campaigns)
        let missing = self.missing.reduce(0 as UInt8) { $0 | MatterFact.bit($1) }
        let hasIDs = !units.isEmpty || !people.isEmpty || !grids.isEmpty || !campaigns.isEmpty
        let hasTerms = !lights.isEmpty || !stages.isEmpty || !sources.isEmpty || !kinds.isEmpty
        guard hasIDs || hasTerms || missing != 0 || digits != nil else { return }
        for (row, fact) in scene.facts.enumerated() where !isHit[row] {
            isHit[row] =
                hasIDs
                && (units.contains(fact.lead) || people.contains(fact.person) || grids.contains(fact.grid)
                    || campaigns.contains(fact.campaign))
                || hasTerms
                    && (lights.contains(fact.light) || stages.contains(fact.stage) || sources.contains(fact.source)
                        || kinds.contains(fact.kind))
                || missing & fact.missing != 0 || digits?.stand(in: fact) ?? false
        }
    }
}

extension Meaning.Digits {
    /// Whether the digits stand somewhere in the number.
    func stand(in fact: MatterFact) -> Bool {
        var rest = fact.number.rawValue
        if let kind {
            // 督14 begins 督147.
            while rest >= power { rest /= 10 }
            return kind == fact.kind && rest == value
        }
        while rest > 0, rest >= power / 10 {
            if rest % power == value { return true }
            rest /= 10
        }
        return false
    }
}
