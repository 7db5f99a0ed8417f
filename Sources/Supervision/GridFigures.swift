package import Ledger

/// What the map counts in one grid and everything below it.
package struct GridFigures: Hashable, Sendable {
    /// Open matters by the rank of their light.
    private var lights = [Int](repeating: 0, count: Light.allCases.count)
    package var overNight = 0
    package var dueToday = 0
    /// Due from today to Sunday.
    package var dueThisWeek = 0
    /// 已办结, not struck off yet.
    package var settled = 0
    package var mustTrack = 0
    package var tracked = 0
    /// Problems without an answer.
    package var problems = 0
    /// Households (包户台账): signed, and in all; where the office keeps no list of them, the 户 of quantities.
    package var households = Amount.zero
    package var householdsDone = Amount.zero
    /// The last day on which anything of it was tracked.
    package var lastTrack: Day?
    /// Those who carry its open matters.
    package var people: Set<PersonID> = []
    /// Its matters at hand, worst first.
    package var matters: [MatterNumber] = []
    /// The smallest grids below it, or itself; and how many of them have a head.
    package var leaves = 0
    package var headed = 0

    package init() {}

    package subscript(light: Light) -> Int {
        get { lights[light.rank] }
        set { lights[light.rank] = newValue }
    }

    /// Open matters (在办).
    package var open: Int { lights.reduce(0, +) }

    /// The worst light it shows; nil without an open matter.
    package var worst: Light? { Light.allCases.sorted { $0.rank < $1.rank }.first { self[$0] > 0 } }
}

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
        let ledger = supervisor.ledger
        let look = Look(supervisor, duties)
        let ids = Array(ledger.grids.keys)
        let slots = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        // Each grid with those above it.
        let chains = ids.map { id in
            Array(sequence(first: id) { ledger.grids[$0]?.parent }.prefix(ids.count).compactMap { slots[$0] })
        }
        // What lies in a grid itself; nothing but the lists of matters counts for those above at once.
        var own = Array(repeating: GridFigures(), count: ids.count)
        var elsewhere = GridFigures()
        for number in matters {
            guard let matter = ledger.matters[number] else { continue }
            guard let grid = matter.grid else {
                elsewhere.count(matter, judgement(number), look)
                elsewhere.matters.append(number)
                continue
            }
            guard let slot = slots[grid] else { continue }
            own[slot].count(matter, judgement(number), look)
            for above in chains[slot] { own[above].matters.append(number) }
        }
        let parents = Set(ledger.grids.values.compactMap(\.parent))
        for (slot, id) in ids.enumerated() where !parents.contains(id) {
            own[slot].leaves = 1
            own[slot].headed = ledger.grids[id]?.head == nil ? 0 : 1
        }
        var all = own
        for (slot, chain) in chains.enumerated() {
            for above in chain.dropFirst() { all[above].add(own[slot]) }
        }
        figures = Dictionary(uniqueKeysWithValues: zip(ids, all))
        self.elsewhere = elsewhere
    }
}

/// What is asked of every matter that the map counts.
private struct Look {
    let ledger: Ledger
    let today: Day
    let sunday: Day
    /// By the place of a matter in the ledger.
    private var marks: [Marks]
    let households: [MatterNumber: (all: Int, signed: Int)]

    struct Marks: OptionSet {
        let rawValue: UInt8

        static let mustTrack = Marks(rawValue: 1)
        static let isTracked = Marks(rawValue: 2)
        static let overNight = Marks(rawValue: 4)
    }

    init(_ supervisor: Supervisor, _ duties: [Duty]) {
        ledger = supervisor.ledger
        today = supervisor.today
        sunday = today + (7 - today.weekday)
        marks = Array(repeating: [], count: ledger.matters.count)
        households = ledger.households.values.reduce(into: [:]) { listed, it in
            listed[it.matter, default: (0, 0)].all += 1
            if it.state.isSigned { listed[it.matter, default: (0, 0)].signed += 1 }
        }
        for duty in duties {
            guard let place = ledger.matters.place(of: duty.matter) else { continue }
            switch duty.kind {
            case .track: marks[place].formUnion(duty.isDone ? [.mustTrack, .isTracked] : .mustTrack)
            case .overNight: marks[place].insert(.overNight)
            default: break
            }
        }
    }

    subscript(matter: MatterNumber) -> Marks { ledger.matters.place(of: matter).map { marks[$0] } ?? [] }
}

extension GridFigures {
    /// Counts one matter that lies here.
    fileprivate mutating func count(_ matter: Matter, _ judgement: Judgement?, _ look: Look) {
        if matter.stage == .settled { settled += 1 }
        if matter.stage.isOpen, let judgement {
            self[judgement.light] += 1
            if let person = matter.person { people.insert(person) }
            if let due = matter.limitDay(look.ledger.offset), due >= look.today {
                if due == look.today { dueToday += 1 }
                if due <= look.sunday { dueThisWeek += 1 }
            }
            let marks = look[matter.number]
            if marks.contains(.mustTrack) { mustTrack += 1 }
            if marks.contains(.isTracked) { tracked += 1 }
            if marks.contains(.overNight) { overNight += 1 }
            if matter.kind == .problem, matter.answer == nil, judgement.light != .parked { problems += 1 }
        }
        if let listed = look.households[matter.number] {
            households += Amount(listed.all)
            householdsDone += Amount(listed.signed)
        } else if look.households.isEmpty, matter.kind == .target {
            for line in matter.quantities where line.unit == "户" {
                households += line.target
                householdsDone += min(line.done, line.target)
            }
        }
        if let day = matter.lastTrack?.day { lastTrack = max(lastTrack ?? day, day) }
    }

    /// Adds what lies in a grid below; its matters stand here already, in their order.
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

// MARK: - Measures

/// What the areas of the map are shaded by (着色).
package enum GridMeasure: String, Hashable, Sendable, CaseIterable {
    /// 最差灯
    case light
    /// 逾期数
    case overdue
    /// 本周到期
    case due
    /// 办结率, of what is at hand
    case share
    /// 签约率: households
    case households
    /// 今日跟踪
    case tracked
    /// 人均在办
    case load
    /// 网格长到位率
    case coverage
    /// 距上次跟踪
    case visit
}

/// How an area is shaded.
package enum GridShade: Hashable, Sendable {
    /// Nothing to speak of.
    case none
    /// A light, and how many matters show it.
    case light(Light, Int)
    /// One of five steps, from 0.
    case step(Int)
}

extension GridFigures {
    /// The number of a measure: a count, thousandths, days; nil where there is nothing to measure.
    package func value(_ measure: GridMeasure, today: Day) -> Int? {
        func share(_ part: Int, _ whole: Int) -> Int? { whole > 0 ? part * 1000 / whole : nil }
        switch measure {
        case .light: return worst.map { self[$0] }
        case .overdue: return self[.red]
        case .due: return dueThisWeek
        case .share: return share(settled, settled + open)
        case .households: return households > .zero ? householdsDone.share(of: households) : nil
        case .tracked: return share(tracked, mustTrack)
        case .load: return people.isEmpty ? nil : open * 10 / people.count
        case .coverage: return share(headed, leaves)
        case .visit: return lastTrack.map { today - $0 }
        }
    }

    package func shade(_ measure: GridMeasure, today: Day) -> GridShade {
        guard let value = value(measure, today: today) else { return .none }
        switch measure {
        case .light: return worst.map { .light($0, self[$0]) } ?? .none
        case .overdue: return value == 0 ? .none : .light(.red, value)
        case .due: return value == 0 ? .none : .step(GridMeasure.step(value, [2, 3, 5, 8]))
        case .share, .households, .tracked, .coverage: return .step(GridMeasure.step(value, [200, 400, 600, 800]))
        case .load: return .step(GridMeasure.step(value, GridMeasure.loadSteps))
        case .visit: return .step(GridMeasure.step(value, GridMeasure.visitSteps))
        }
    }
}

extension GridFigures {
    /// By how much a measure grew or fell: overdue matters for the worst light, shares in percentage points.
    package func change(_ measure: GridMeasure, since before: GridFigures, today: Day) -> Int {
        switch measure {
        case .light:
            let red = self[.red] - before[.red]
            return red != 0 ? red : self[.orange] - before[.orange]
        case .overdue, .due, .load:
            return (value(measure, today: today) ?? 0) - (before.value(measure, today: today - 1) ?? 0)
        case .visit: return 0
        case .share, .households, .tracked, .coverage:
            return ((value(measure, today: today) ?? 0) - (before.value(measure, today: today - 1) ?? 0)) / 10
        }
    }
}

extension GridMeasure {
    /// Which of five steps a value falls into: below the first limit, below the second …
    fileprivate static func step(_ value: Int, _ limits: [Int]) -> Int { limits.count { value >= $0 } }

    /// Tenths of open matters a person.
    fileprivate static let loadSteps = [11, 16, 21, 31]
    fileprivate static let visitSteps = [1, 3, 5, 10]

    /// What the five steps begin with, for the legend; empty for lights.
    package var steps: [Int] {
        switch self {
        case .light, .overdue: []
        case .due: [1, 2, 3, 5, 8]
        case .share, .households, .tracked, .coverage: [0, 200, 400, 600, 800]
        case .load: [0] + GridMeasure.loadSteps
        case .visit: [0] + GridMeasure.visitSteps
        }
    }

    /// Whether its values are shares in thousandths.
    package var isShare: Bool { [.share, .households, .tracked, .coverage].contains(self) }
}
