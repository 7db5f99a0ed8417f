package import Ledger
import Supervision
import Text
import Words

extension Scene {
    /// The matters at hand that a filter lets through, in the order of ``Scene/order``; all of them without one.
    ///
    /// Every word must be found in the number, title, unit, person, grid, campaign, source, stage or light of the matter.
    package func matters(_ filter: Filter) -> [MatterNumber] {
        derived(filter) {
            let words = Scene.words(of: filter.text).map { Word($0, self) }
            if words.isEmpty, !filter.isTroubleOnly { return order }
            return entries.filter { entry in
                if filter.isTroubleOnly, ![.red, .orange, .yellow].contains(entry.light) { return false }
                return words.allSatisfy { $0.stands(in: entry) }
            }
            .map(\.number)
        }
    }

    /// What is typed into a filter, as words to look for; full-width letters count as half-width.
    private static func words(of text: String) -> [String] {
        var plain = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars { plain.append(FullWidth.twin(of: scalar)) }
        return String(plain).split(separator: " ").map(String.init)
    }

    /// What is looked through, in the order of ``Scene/order``: a matter itself is too large to be walked at each key.
    private var entries: [Entry] {
        derived(Entries()) { order.map { Entry(ledger.matters[$0]!, judgement($0)?.light ?? .grey) } }
    }

    private struct Entries: Hashable {}
}

/// What a filter looks at of one matter.
private struct Entry {
    let number: MatterNumber
    let title: String
    let kind: Kind
    let lead: UnitID?
    let person: PersonID?
    let grid: GridID?
    let campaign: CampaignID?
    let source: Source
    let stage: Stage
    let light: Light

    init(_ matter: Matter, _ light: Light) {
        number = matter.number
        title = matter.title.text?.string ?? ""
        kind = matter.kind
        lead = matter.lead
        person = matter.person
        grid = matter.grid
        campaign = matter.campaign
        source = matter.source
        stage = matter.stage
        self.light = light
    }
}

/// A word of a filter with everything in the ledger that it may mean, looked up once.
private struct Word {
    let bytes: [UInt8]
    let numbers: (Entry) -> Bool
    let units: Set<UnitID>
    let people: Set<PersonID>
    let grids: Set<GridID>
    let campaigns: Set<CampaignID>
    let sources: Set<Source>
    let stages: Set<Stage>
    let lights: Set<Light>

    init(_ word: String, _ scene: Scene) {
        bytes = Array(word.utf8)
        let words = scene.words
        let ledger = scene.ledger
        func has(_ text: String) -> Bool { text.lowercased().contains(word) }
        units = Set(ledger.units.values.lazy.filter { has($0.name.string) || has($0.shortName.string) }.map(\.id))
        people = Set(ledger.people.values.lazy.filter { has($0.name.string) }.map(\.id))
        grids = Set(ledger.grids.values.lazy.filter { has($0.name.string) || has($0.code.string) }.map(\.id))
        campaigns = Set(ledger.campaigns.values.lazy.filter { has($0.name.string) }.map(\.id))
        sources = Set(Source.allCases.filter { has(words.name($0)) })
        stages = Set(Stage.allCases.filter { has(words.name($0)) })
        lights = Set(Light.allCases.filter { has(words.name($0)) })
        // 督147, 147 and 47 all find 督147; most words are no numbers.
        let isNumber = word.contains { $0.isASCII && $0.isNumber } || word.count == 1
        numbers = { entry in isNumber && has(words.number(entry.number, entry.kind)) }
    }

    func stands(in entry: Entry) -> Bool {
        stages.contains(entry.stage) || lights.contains(entry.light) || sources.contains(entry.source)
            || entry.lead.map(units.contains) ?? false || entry.person.map(people.contains) ?? false
            || entry.grid.map(grids.contains) ?? false || entry.campaign.map(campaigns.contains) ?? false
            || stands(in: entry.title) || numbers(entry)
    }

    /// Byte by byte; only A–Z are folded, for other letters of titles have no case.
    private func stands(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { text in
            guard let first = bytes.first, text.count >= bytes.count else { return false }
            for start in 0...(text.count - bytes.count) where folded(text[start]) == first {
                var index = 1
                while index < bytes.count, folded(text[start + index]) == bytes[index] { index += 1 }
                if index == bytes.count { return true }
            }
            return false
        }
    }

    private func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 32 : byte }
}
