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
