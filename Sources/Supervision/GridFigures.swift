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
        let today = supervisor.today
        let sunday = today + (7 - today.weekday)
        var figures: [GridID: GridFigures] = [:]
        var elsewhere = GridFigures()
        figures.reserveCapacity(ledger.grids.count)
        let owed = duties.reduce(into: [MatterNumber: (must: Bool, isDone: Bool, nights: Bool)]()) { owed, duty in
            switch duty.kind {
            case .track:
                owed[duty.matter, default: (false, false, false)] = (
                    true, duty.isDone, owed[duty.matter]?.nights ?? false
                )
            case .overNight: owed[duty.matter, default: (false, false, false)].nights = true
            default: break
            }
        }
        let listed = ledger.households.values.reduce(into: [MatterNumber: (all: Int, signed: Int)]()) { listed, it in
            listed[it.matter, default: (0, 0)].all += 1
            if it.state.isSigned { listed[it.matter, default: (0, 0)].signed += 1 }
        }
        for number in matters {
            guard let matter = ledger.matters[number] else { continue }
            var one = GridFigures()
            if matter.stage == .settled { one.settled = 1 }
            if matter.stage.isOpen, let judgement = judgement(number) {
                one[judgement.light] = 1
                if let person = matter.person { one.people = [person] }
                if let due = matter.limitDay(ledger.offset), due >= today {
                    one.dueToday = due == today ? 1 : 0
                    one.dueThisWeek = due <= sunday ? 1 : 0
                }
                if let owed = owed[number] {
                    one.mustTrack = owed.must ? 1 : 0
                    one.tracked = owed.isDone ? 1 : 0
                    one.overNight = owed.nights ? 1 : 0
                }
                if matter.kind == .problem, matter.answer == nil, judgement.light != .parked { one.problems = 1 }
            }
            if let own = listed[number] {
                one.households = Amount(own.all)
                one.householdsDone = Amount(own.signed)
            } else if listed.isEmpty, matter.kind == .target {
                for line in matter.quantities where line.unit == "户" {
                    one.households += line.target
                    one.householdsDone += min(line.done, line.target)
                }
            }
            one.lastTrack = matter.lastTrack?.day
            var next = matter.grid
            guard next != nil else {
                elsewhere.add(one, number)
                continue
            }
            while let id = next, let grid = ledger.grids[id] {
                figures[id, default: GridFigures()].add(one, number)
                next = grid.parent
            }
        }
        let parents = Set(ledger.grids.values.compactMap(\.parent))
        for grid in ledger.grids.values where !parents.contains(grid.id) {
            var next: GridID? = grid.id
            while let id = next, let above = ledger.grids[id] {
                figures[id, default: GridFigures()].leaves += 1
                figures[id, default: GridFigures()].headed += grid.head == nil ? 0 : 1
                next = above.parent
            }
        }
        self.figures = figures
        self.elsewhere = elsewhere
    }
}

extension GridFigures {
    fileprivate mutating func add(_ one: GridFigures, _ number: MatterNumber) {
        for light in Light.allCases where one[light] > 0 { self[light] += one[light] }
        overNight += one.overNight
        dueToday += one.dueToday
        dueThisWeek += one.dueThisWeek
        settled += one.settled
        mustTrack += one.mustTrack
        tracked += one.tracked
        problems += one.problems
        households += one.households
        householdsDone += one.householdsDone
        people.formUnion(one.people)
        matters.append(number)
        if let day = one.lastTrack { lastTrack = max(lastTrack ?? day, day) }
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
