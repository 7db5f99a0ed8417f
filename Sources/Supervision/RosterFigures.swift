package import Ledger
package import Text

/// Who has what to do by when, which posts are vacant and where somebody is missing (队伍).
///
/// For handing out work, never for comparing people: nothing here is sorted by how much somebody has.
package struct RosterFigures: Sendable {
    /// The weeks that have a column of their own after the present one.
    package static let weeksAhead = 3

    package private(set) var loads: [PersonID: Load] = [:]
    /// Matters in hand by lead unit, those of the units below not included.
    package private(set) var inHand: [UnitID: Int] = [:]
    /// 缺人: issued and nobody named, by lead unit, in order of number.
    package private(set) var unmanned: [UnitID: [MatterNumber]] = [:]
    /// 空岗, in the order of the directory.
    package private(set) var vacancies: [Vacancy] = []

    /// When something is due, as a column.
    package enum Due: Hashable, Sendable {
        /// 已逾
        case past
        /// The weeks from the present one, 0, to ``weeksAhead``.
        case week(Int)
        /// 更后
        case later
        /// 无期
        case never

        package static let all: [Due] = [.past] + (0...weeksAhead).map(Due.week) + [.later, .never]
    }

    /// What one person has in hand, by when it is due.
    package struct Load: Hashable, Sendable {
        package private(set) var matters: [Due: [MatterNumber]] = [:]

        package func count(_ due: Due) -> Int { matters[due]?.count ?? 0 }
        package var isEmpty: Bool { matters.isEmpty }
        /// All of them, soonest first, then by number.
        package var all: [MatterNumber] { Due.all.flatMap { matters[$0] ?? [] } }

        mutating func add(_ number: MatterNumber, _ due: Due) { matters[due, default: []].append(number) }
        mutating func sort() { matters = matters.mapValues { $0.sorted() } }
    }

    /// A post (岗) that somebody held or a matter asks for, and that nobody in the unit holds now.
    package struct Vacancy: Hashable, Sendable {
        package var unit: UnitID
        package var post: CleanText
        /// The last holder, who left on this day.
        package var former: PersonID?
        package var since: Day?
        /// Matters in hand that name the post.
        package var matters: [MatterNumber]
    }
}

extension Supervisor {
    /// The column of a matter in hand.
    package func due(of matter: Matter) -> RosterFigures.Due {
        guard let limit = matter.due?.day(ledger.offset) else { return .never }
        if judge.judge(matter).light == .red { return .past }
        let monday = today - (today.weekday - 1)
        let week = max(0, limit - monday) / 7
        return week <= RosterFigures.weeksAhead ? .week(week) : .later
    }

    package func rosterFigures() -> RosterFigures { RosterFigures(self) }
}

extension RosterFigures {
    /// The matters that wait to be done: signed for or not, but neither under review nor parked.
    fileprivate init(_ supervisor: Supervisor) {
        let ledger = supervisor.ledger
        var wanted: [UnitID: [CleanText: [MatterNumber]]] = [:]
        for matter in ledger.matters.values where matter.stage == .issued || matter.stage == .inHand {
            if let lead = matter.lead {
                inHand[lead, default: 0] += 1
                if !matter.post.isEmpty { wanted[lead, default: [:]][matter.post, default: []].append(matter.number) }
            }
            if let person = matter.person {
                loads[person, default: Load()].add(matter.number, supervisor.due(of: matter))
            } else if let lead = matter.lead {
                unmanned[lead, default: []].append(matter.number)
            }
        }
        loads = loads.mapValues { load in
            var load = load
            load.sort()
            return load
        }
        unmanned = unmanned.mapValues { $0.sorted() }
        vacancies = RosterFigures.vacancies(ledger, wanted, today: supervisor.today)
    }

    private static func vacancies(
        _ ledger: Ledger,
        _ wanted: [UnitID: [CleanText: [MatterNumber]]],
        today: Day
    ) -> [Vacancy] {
        var held: [UnitID: Set<CleanText>] = [:]
        var former: [UnitID: [CleanText: Person]] = [:]
        for person in ledger.people.values {
            if let left = person.left, left <= today {
                for post in person.posts {
                    // Of several who left, the last one.
                    let last = former[person.unit]?[post]
                    if (last?.left ?? Day(number: 0), last?.id ?? PersonID(0)) < (left, person.id) {
                        former[person.unit, default: [:]][post] = person
                    }
                }
            } else {
                held[person.unit, default: []].formUnion(person.posts)
            }
        }
        var vacancies: [Vacancy] = []
        for unit in Set(former.keys).union(wanted.keys) where ledger.units[unit]?.isOpen(on: today) ?? false {
            // A unit without a list of people has none to miss.
            guard held[unit] != nil || former[unit] != nil else { continue }
            let posts = Set((former[unit] ?? [:]).keys).union((wanted[unit] ?? [:]).keys)
            for post in posts.subtracting(held[unit] ?? []) {
                let last = former[unit]?[post]
                vacancies.append(
                    Vacancy(
                        unit: unit,
                        post: post,
                        former: last?.id,
                        since: last?.left,
                        matters: (wanted[unit]?[post] ?? []).sorted()
                    )
                )
            }
        }
        return vacancies.sorted { ($0.unit, $0.post.string) < ($1.unit, $1.post.string) }
    }
}
