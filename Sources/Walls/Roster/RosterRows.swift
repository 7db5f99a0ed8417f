import Canvas
import Ledger
import Supervision
import Text
import Words

/// The rows of the roster: the people of a unit and of all below it, with vacant posts and missing people where they
/// belong. Of the whole street only those with something to do, on leave or standing in; a unit shows everybody.
/// Made once for a scene, a unit and a filter.
struct RosterRows {
    enum Row: Hashable {
        case person(PersonID)
        /// 空岗
        case vacancy(RosterFigures.Vacancy)
        /// 缺人: a unit that has matters nobody answers for.
        case unmanned(UnitID)
        /// The people of the whole street with nothing to do and nothing to be said of, folded into one row.
        case idle(Int)
    }

    let rows: [Row]
    let people: Int
    /// Of these with something in hand.
    let busy: Int
    let vacancies: Int
    let unmanned: Int
    /// What all rows together have to do, by when it is due.
    let totals: [RosterFigures.Due: Int]
    private let places: [Row: Int]

    func place(_ row: Row) -> Int? { places[row] }

    /// - Parameter unit: nil is the whole street.
    init(_ scene: Scene, unit: UnitID?, _ filter: Filter) {
        let ledger = scene.ledger
        let figures = scene.rosterFigures
        let words = scene.words
        let members = scene.membersByUnit
        let vacant = Dictionary(grouping: figures.vacancies, by: \.unit)
        var candidates: [(row: Row, names: String)] = []
        for (id, _) in scene.unitTree where unit.map({ ledger.isUnit(id, within: $0) }) ?? true {
            let name = words.unit(id, in: ledger)
            for person in members[id] ?? [] {
                let posts = person.posts.map(\.string).joined(separator: "\n")
                let names = [person.name.string, name, posts, words.fullName(id, in: ledger)]
                candidates.append((.person(person.id), names.joined(separator: "\n")))
            }
            for vacancy in vacant[id] ?? [] {
                candidates.append((.vacancy(vacancy), "\(name)\n\(vacancy.post.string)\n\(words.vacantPost)"))
            }
            if figures.unmanned[id] != nil { candidates.append((.unmanned(id), "\(name)\n\(words.unmanned)")) }
        }
        var rows: [Row] = []
        var busy = 0
        var people = 0
        var idle = 0
        var totals: [RosterFigures.Due: Int] = [:]
        let spoken = unit == nil && filter.text.isEmpty ? RosterRows.spokenOf(scene) : nil
        let found = RosterRows.found(filter, candidates.map(\.names))
        for (index, candidate) in candidates.enumerated() where found?.contains(index) ?? true {
            if case .person(let id) = candidate.row {
                let load = figures.loads[id]
                let isPressed = (load?.count(.past) ?? 0) + (load?.count(.week(0)) ?? 0) > 0
                if filter.isTroubleOnly, !isPressed { continue }
                people += 1
                if load != nil { busy += 1 }
                for (due, numbers) in load?.matters ?? [:] { totals[due, default: 0] += numbers.count }
                if let spoken, load == nil, !spoken.contains(id) {
                    idle += 1
                    continue
                }
            }
            if case .unmanned(let id) = candidate.row {
                for number in figures.unmanned[id] ?? [] {
                    guard let matter = scene.matter(number) else { continue }
                    totals[scene.supervisor.due(of: matter), default: 0] += 1
                }
            }
            rows.append(candidate.row)
        }
        if idle > 0 { rows.append(.idle(idle)) }
        self.totals = totals
        self.rows = rows
        self.people = people
        self.busy = busy
        vacancies = rows.count { if case .vacancy = $0 { true } else { false } }
        unmanned = rows.count { if case .unmanned = $0 { true } else { false } }
        places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0.element, $0.offset) })
    }
}

extension RosterRows {
    /// Who is on leave within ten working days, or stands in for somebody.
    private static func spokenOf(_ scene: Scene) -> Set<PersonID> {
        let horizon = scene.ledger.calendar.day(10, workdaysAfter: scene.today)
        let leaves = scene.ledger.leaves.filter { $0.through >= scene.today && $0.from <= horizon }
        return Set(leaves.map(\.person)).union(leaves.compactMap(\.standIn))
    }

    /// The rows that hold every word, as written or by its initials; nil where nothing is looked for.
    fileprivate static func found(_ filter: Filter, _ names: [String]) -> Set<Int>? {
        let wanted = filter.text.split(whereSeparator: \.isWhitespace).map { SearchWord(String($0)) }
        guard !wanted.isEmpty else { return nil }
        // A line end stands in no word, so that none is found across two names.
        let column = TextColumn(names)
        return wanted.dropFirst().reduce(Set(column.rows(holding: wanted[0]))) { found, word in
            found.intersection(column.rows(holding: word))
        }
    }
}

extension Scene {
    var rosterFigures: RosterFigures { derived(RosterKey()) { supervisor.rosterFigures() } }

    private struct RosterKey: Hashable {}

    /// Who works in a unit today, in the order of the directory.
    var membersByUnit: [UnitID: [Person]] {
        derived(MembersKey()) {
            let present = ledger.people.values.filter { person in person.left.map { $0 > today } ?? true }
            return Dictionary(grouping: present, by: \.unit).mapValues { $0.sorted { $0.id < $1.id } }
        }
    }

    private struct MembersKey: Hashable {}

    /// People and matters in hand of each unit, those of the units below it included.
    var unitTotals: [UnitID: (people: Int, inHand: Int)] {
        derived(UnitTotalsKey()) {
            var totals: [UnitID: (people: Int, inHand: Int)] = [:]
            for unit in ledger.units.keys {
                let people = membersByUnit[unit]?.count ?? 0
                let inHand = rosterFigures.inHand[unit] ?? 0
                guard people > 0 || inHand > 0 else { continue }
                var at: UnitID? = unit
                var steps = 0
                while let id = at, steps < 16 {
                    let old = totals[id] ?? (0, 0)
                    totals[id] = (old.people + people, old.inHand + inHand)
                    at = ledger.units[id]?.parent
                    steps += 1
                }
            }
            return totals
        }
    }

    private struct UnitTotalsKey: Hashable {}
}
