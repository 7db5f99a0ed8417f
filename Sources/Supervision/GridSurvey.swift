package import Ledger

/// The figures of all grids at one moment.
package struct GridSurvey: Sendable {
    private let figures: [GridID: GridFigures]
    /// Of the matters that lie in no grid.
    package let elsewhere: GridFigures

    package subscript(grid: GridID) -> GridFigures { figures[grid] ?? GridFigures() }

    /// - Parameters:
    ///   - matters: those that count, worst first.
    ///   - duties: of the same moment.
    package init(
        _ supervisor: Supervisor,
        matters: [MatterNumber],
        duties: [Duty],
        judgement: (MatterNumber) -> Judgement?
    ) {
        let census = GridCensus(supervisor, matters: matters, duties: duties, judgement: judgement)
        self = census.survey(of: matters.indices)
    }

    fileprivate init(_ figures: [GridID: GridFigures], elsewhere: GridFigures) {
        self.figures = figures
        self.elsewhere = elsewhere
    }
}

/// What each of some matters adds to the figures of its grid, looked up once: a filter on the map sums a part of it at
/// each key.
package struct GridCensus {
    private let matters: [MatterNumber]
    private let entries: [Entry]
    private let ids: [GridID]
    /// The places in `ids` of each grid and those above it.
    private let chains: [[Int]]
    /// What each grid counts without any matter.
    private let bare: [GridFigures]

    fileprivate struct Entry {
        /// In `ids`; -1 in no grid, -2 in one that is not known.
        let slot: Int32
        var light: Light?
        var person: PersonID?
        var marks: Marks = []
        var households = Amount.zero
        var householdsDone = Amount.zero
        var lastTrack: Day?
    }

    fileprivate struct Marks: OptionSet {
        let rawValue: UInt8

        static let mustTrack = Marks(rawValue: 1)
        static let isTracked = Marks(rawValue: 2)
        static let overNight = Marks(rawValue: 4)
        static let dueToday = Marks(rawValue: 8)
        static let dueThisWeek = Marks(rawValue: 16)
        static let settled = Marks(rawValue: 32)
        static let problem = Marks(rawValue: 64)
    }

    /// - Parameters:
    ///   - matters: worst first.
    ///   - duties: of the same moment.
    package init(
        _ supervisor: Supervisor,
        matters: [MatterNumber],
        duties: [Duty],
        judgement: (MatterNumber) -> Judgement?
    ) {
        let ledger = supervisor.ledger
        let ids = Array(ledger.grids.keys)
        let slots = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        let marks = GridCensus.marks(duties, in: ledger)
        let households = ledger.households.values.reduce(into: [MatterNumber: (all: Int, signed: Int)]()) {
            listed,
            it in
            listed[it.matter, default: (0, 0)].all += 1
            if it.state.isSigned { listed[it.matter, default: (0, 0)].signed += 1 }
        }
        entries = matters.map { number in
            guard let place = ledger.matters.place(of: number) else { return Entry(slot: -2) }
            let matter = ledger.matters.values[place]
            var entry = Entry(slot: Int32(matter.grid.map { slots[$0] ?? -2 } ?? -1))
            if matter.stage == .settled { entry.marks.insert(.settled) }
            if matter.stage.isOpen, let light = judgement(number)?.light {
                entry.light = light
                entry.person = matter.person
                entry.marks.formUnion(marks[place])
                entry.marks.formUnion(GridCensus.marks(matter.limitDay(ledger.offset), supervisor.today))
                if matter.kind == .problem, matter.answer == nil, light != .parked { entry.marks.insert(.problem) }
            }
            if let listed = households[number] {
                entry.households = Amount(listed.all)
                entry.householdsDone = Amount(listed.signed)
            } else if households.isEmpty, matter.kind == .target {
                for line in matter.quantities where line.unit == "户" {
                    entry.households += line.target
                    entry.householdsDone += min(line.done, line.target)
                }
            }
            entry.lastTrack = matter.lastTrack?.day
            return entry
        }
        chains = ids.map { id in
            Array(sequence(first: id) { ledger.grids[$0]?.parent }.prefix(ids.count).compactMap { slots[$0] })
        }
        let parents = Set(ledger.grids.values.compactMap(\.parent))
        bare = ids.map { id in
            var figures = GridFigures()
            guard !parents.contains(id) else { return figures }
            figures.leaves = 1
            figures.headed = ledger.grids[id]?.head == nil ? 0 : 1
            return figures
        }
        self.matters = matters
        self.ids = ids
    }

    /// What duties say, by the place of their matters in the ledger.
    private static func marks(_ duties: [Duty], in ledger: Ledger) -> [Marks] {
        var marks = Array(repeating: Marks(), count: ledger.matters.count)
        for duty in duties {
            guard let place = ledger.matters.place(of: duty.matter) else { continue }
            switch duty.kind {
            case .track: marks[place].formUnion(duty.isDone ? [.mustTrack, .isTracked] : .mustTrack)
            case .overNight: marks[place].insert(.overNight)
            default: break
            }
        }
        return marks
    }

    private static func marks(_ due: Day?, _ today: Day) -> Marks {
        guard let due, due >= today else { return [] }
        let isThisWeek = due <= today + (7 - today.weekday)
        return due == today ? [.dueToday, .dueThisWeek] : isThisWeek ? .dueThisWeek : []
    }

    // MARK: Summing

    /// The figures of some of the matters, by their places among all of them.
    package func survey(of places: some Sequence<Int>) -> GridSurvey {
        // What lies in a grid itself; only the lists of matters are kept for those above as well, in their order.
        var own = bare
        var elsewhere = GridFigures()
        for place in places {
            let slot = Int(entries[place].slot)
            if slot == -1 {
                elsewhere.count(entries[place])
                elsewhere.matters.append(matters[place])
            } else if slot >= 0 {
                own[slot].count(entries[place])
                for above in chains[slot] { own[above].matters.append(matters[place]) }
            }
        }
        var all = own
        for (slot, chain) in chains.enumerated() {
            for above in chain.dropFirst() { all[above].add(own[slot]) }
        }
        return GridSurvey(Dictionary(uniqueKeysWithValues: zip(ids, all)), elsewhere: elsewhere)
    }
}

extension GridFigures {
    fileprivate mutating func count(_ one: GridCensus.Entry) {
        if let light = one.light { self[light] += 1 }
        if let person = one.person { people.insert(person) }
        if one.marks.contains(.settled) { settled += 1 }
        if one.marks.contains(.dueToday) { dueToday += 1 }
        if one.marks.contains(.dueThisWeek) { dueThisWeek += 1 }
        if one.marks.contains(.mustTrack) { mustTrack += 1 }
        if one.marks.contains(.isTracked) { tracked += 1 }
        if one.marks.contains(.overNight) { overNight += 1 }
        if one.marks.contains(.problem) { problems += 1 }
        households += one.households
        householdsDone += one.householdsDone
        if let day = one.lastTrack { lastTrack = max(lastTrack ?? day, day) }
    }

    /// Adds what lies in a grid below; its matters stand here already.
    fileprivate mutating func add(_ below: GridFigures) {
        for light in Light.allCases { self[light] += below[light] }
        overNight += below.overNight
        dueToday += below.dueToday
        dueThisWeek += below.dueThisWeek
        settled += below.settled
        mustTrack += below.mustTrack
        tracked += below.tracked
        problems += below.problems
        households += below.households
        householdsDone += below.householdsDone
        leaves += below.leaves
        headed += below.headed
        people.formUnion(below.people)
        if let day = below.lastTrack { lastTrack = max(lastTrack ?? day, day) }
    }
}
