import Journal
import Ledger
import Text
import Words

/// Finds what a typed name means. A name must be whole: a near miss is answered with the nearest
/// names, one that fits several with all of them.
struct NameFinder {
    let journal: any Journal
    let words: Words

    init(_ session: Session) {
        journal = session.journal
        words = session.words
    }

    func unit(_ text: String) throws -> Unit {
        guard let unit = try unitIfKnown(text) else { throw try unknown(.unit, text) }
        return unit
    }

    /// Also by a name that it had before it was renamed (更名), where no unit has that name now.
    func unitIfKnown(_ text: String) throws -> Unit? {
        var found = try journal.named(CleanText(text)).units
        if found.isEmpty {
            let name = CleanText(text)
            found = try journal.load(.reference).ledger.units.values
                .filter { $0.formerNames?.contains { $0.name == name || $0.shortName == name } ?? false }
                .sorted { $0.id < $1.id }
        }
        guard found.count > 1 else { return found.first }
        throw Complaint.ambiguousName(.unit, text, candidates: found.map(\.name.string))
    }

    /// A person by name, or by 单位/姓名. Of several with one name the one in `home` is meant.
    func person(_ text: String, home: UnitID? = nil) throws -> Person {
        guard let person = try personIfKnown(text, home: home) else { throw try unknown(.person, text) }
        return person
    }

    func personIfKnown(_ text: String, home: UnitID? = nil) throws -> Person? {
        var found = try journal.named(CleanText(text)).people
        if found.isEmpty, let slash = text.lastIndex(where: { $0 == "/" || $0 == "／" }) {
            let unit = try unit(String(text[..<slash]))
            found = try journal.named(CleanText(text[text.index(after: slash)...])).people.filter { $0.unit == unit.id }
        }
        if found.count > 1, let home, let near = found.first(where: { $0.unit == home }) { return near }
        guard found.count > 1 else { return found.first }
        let ledger = try journal.load(.reference).ledger
        throw Complaint.ambiguousName(
            .person,
            text,
            candidates: found.map { "\(words.unit($0.unit, in: ledger))/\($0.name.string)" }
        )
    }

    func grid(_ text: String) throws -> Grid {
        let found = try journal.named(CleanText(text)).grids
        guard found.count <= 1 else {
            throw Complaint.ambiguousName(.grid, text, candidates: found.map { "\($0.name.string)（\($0.code.string)）" })
        }
        guard let grid = found.first else { throw try unknown(.grid, text) }
        return grid
    }

    func campaign(_ text: String) throws -> Campaign {
        let found = try journal.named(CleanText(text)).campaigns
        guard let campaign = found.first else { throw try unknown(.campaign, text) }
        return campaign
    }

    /// Whose word is recorded: a person or a unit.
    func behalf(_ text: String, channel: Channel) throws -> Behalf {
        if let person = try personIfKnown(text) {
            return Behalf(unit: person.unit, person: person.id, channel: channel)
        }
        if let unit = try unitIfKnown(text) { return Behalf(unit: unit.id, channel: channel) }
        throw try unknown(.speaker, text)
    }

    /// A grid and all grids below it.
    func gridAndBelow(_ text: String) throws -> Set<GridID> {
        let grid = try grid(text)
        let grids = try journal.load(.reference).ledger.grids.values
        var found: Set<GridID> = [grid.id]
        var level = found
        while !level.isEmpty {
            level = Set(grids.filter { $0.parent.map(level.contains) ?? false }.map(\.id)).subtracting(found)
            found.formUnion(level)
        }
        return found
    }

    private func unknown(_ kind: NameKind, _ text: String) throws -> Complaint {
        let ledger = try journal.load(.reference).ledger
        let names =
            switch kind {
            case .unit: ledger.units.values.flatMap { [$0.name.string, $0.shortName.string] }
            case .person: ledger.people.values.map(\.name.string)
            case .grid: ledger.grids.values.flatMap { [$0.name.string, $0.code.string] }
            case .campaign: ledger.campaigns.values.map(\.name.string)
            case .speaker: ledger.people.values.map(\.name.string) + ledger.units.values.map(\.name.string)
            }
        return .unknownName(kind, text, near: nearest(to: text, in: names, limit: 5, farthest: kind == .person ? 1 : 2))
    }
}
