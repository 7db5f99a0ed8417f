import Ledger
import Text
import Walls
import Words

/// What a typed name may mean: 贺知远, hzy, 知远, or 贺知远·雨污分流专班 where several have the name.
struct Lookup<Subject>: Hashable {
    typealias ID = Key<Subject>

    /// What it means, where that is certain.
    var found: Key<Subject>?
    /// What it may mean, best answers first, as they are shown and taken.
    var candidates: [Candidate] = []

    struct Candidate: Hashable {
        let id: Key<Subject>
        let name: String
        /// Whose, which code: what tells it from others.
        let note: String
    }

    /// What alone it can mean, though it may not be called so.
    var only: Key<Subject>? { found ?? (candidates.count == 1 ? candidates[0].id : nil) }

    static var most: Int { 5 }
}

extension Lookup {
    /// - Parameter exact: those that are called so.
    fileprivate init(
        exact: [Key<Subject>],
        ranked: [(id: Key<Subject>, rank: Int)],
        _ candidate: (Key<Subject>) -> Candidate
    ) {
        if exact.count == 1 {
            found = exact[0]
            return
        }
        let ids = exact.isEmpty ? ranked.prefix(Self.most).map(\.id) : Array(exact.prefix(Self.most))
        candidates = ids.map(candidate)
    }
}

extension Scene {
    /// A limit as it is typed: by the office's own name for it, else a day or a period.
    func term(_ typed: String) -> Term? {
        ledger.rules.preset(named: typed) ?? DayPhrase.term(typed, today: today, calendar: ledger.calendar)
    }

    func lookUpPerson(_ typed: String) -> Lookup<Person> {
        let parts = typed.split(separator: "·", maxSplits: 1).map(String.init)
        guard let name = parts.first else { return Lookup() }
        let isIn = { [ledger] (person: Person) in
            guard parts.count == 2 else { return true }
            let unit = ledger.units[person.unit]
            return unit?.shortName.string == parts[1] || unit?.name.string == parts[1]
        }
        let exact = ledger.people.values.filter { $0.name.string == name && isIn($0) }.map(\.id).sorted()
        let ranked = people(SearchWord(name)).filter { id, _ in
            ledger.people[id].map { $0.left == nil && isIn($0) } ?? false
        }
        return Lookup(exact: exact, ranked: ranked) { id in
            let own = words.person(id, in: ledger)
            let unit = words.unit(ledger.people[id]?.unit, in: ledger)
            let hasNamesake = ledger.people.values.contains { $0.id != id && $0.name.string == own }
            return Lookup<Person>.Candidate(id: id, name: hasNamesake ? "\(own)·\(unit)" : own, note: unit)
        }
    }

    func lookUpUnit(_ typed: String) -> Lookup<Unit> {
        let exact = ledger.units.values.filter { $0.name.string == typed || $0.shortName.string == typed }.map(\.id)
        let ranked = units(SearchWord(typed)).filter { ledger.units[$0.id]?.closed == nil }
        return Lookup(exact: exact.sorted(), ranked: ranked) { id in
            Lookup<Unit>.Candidate(id: id, name: words.unit(id, in: ledger), note: words.fullName(id, in: ledger))
        }
    }

    func lookUpGrid(_ typed: String) -> Lookup<Grid> {
        let exact = ledger.grids.values.filter { $0.name.string == typed || $0.code.string == typed }.map(\.id)
        return Lookup(exact: exact.sorted(), ranked: grids(SearchWord(typed))) { id in
            Lookup<Grid>.Candidate(
                id: id,
                name: ledger.grids[id]?.code.string ?? "",
                note: words.grid(id, in: ledger)
            )
        }
    }

    func lookUpCampaign(_ typed: String) -> Lookup<Campaign> {
        let exact = ledger.campaigns.values.filter { $0.name.string == typed }.map(\.id)
        return Lookup(exact: exact.sorted(), ranked: campaigns(SearchWord(typed))) { id in
            Lookup<Campaign>.Candidate(id: id, name: words.campaign(id, in: ledger), note: "")
        }
    }
}
