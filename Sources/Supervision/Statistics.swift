package import Ledger

/// Figures of the street over time (统计), within PRACTICE §9: the street first, units only when asked and never below
/// ten matters, persons never; nothing is sorted by how good it is.
package struct Statistics: Sendable {
    /// What a figure is taken over.
    package enum Span: Int, Hashable, Sendable, CaseIterable {
        case month, quarter, year
    }

    package struct Period: Hashable, Sendable {
        package var first: Day
        /// The last day; of the running period the day it ends by the calendar.
        package var last: Day

        package init(first: Day, last: Day) {
            self.first = first
            self.last = last
        }

        package func contains(_ day: Day) -> Bool { first <= day && day <= last }
    }

    /// What was registered and settled in a period.
    package struct Counts: Hashable, Sendable {
        package var registered = 0
        package var settled = 0
        /// 逾期办结
        package var settledLate = 0

        package init(registered: Int = 0, settled: Int = 0, settledLate: Int = 0) {
            self.registered = registered
            self.settled = settled
            self.settledLate = settledLate
        }

        /// 按期办结
        package var onTime: Int { settled - settledLate }
        /// 按期办结率, 按期办结 of 办结 in thousandths; nil where nothing was settled.
        package var share: Int? { settled > 0 ? onTime * 1000 / settled : nil }

        mutating func add(_ sums: DaySums) {
            registered += sums.registered
            settled += sums.settled
            settledLate += sums.settledLate
        }
    }

    /// A unit has a rate only from so many settled matters on.
    package static let leastForRate = 10

    package private(set) var span: Span
    /// The running period last.
    package private(set) var periods: [Period]
    /// Of the street, in the same order.
    package private(set) var street: [Counts]
    /// Of each lead unit that settled anything: the running period and the one before.
    package private(set) var units: [UnitID: (now: Counts, before: Counts)] = [:]
    package private(set) var durations: [Kind: Quantiles] = [:]
    package private(set) var ages: [Age] = []
    /// Open matters (在办) by source and light.
    package private(set) var open: [Source: [Light: Int]] = [:]

    /// How long something took, in working days: of matters that are settled and not yet struck off.
    package struct Quantiles: Hashable, Sendable {
        /// At 10, 25, 50, 75 and 90 percent, by nearest rank.
        package var low: Int
        package var quarter: Int
        package var median: Int
        package var threeQuarters: Int
        package var high: Int
        /// Longest first.
        package var matters: [MatterNumber]

        package init?(_ taken: [(workdays: Int, matter: MatterNumber)]) {
            guard !taken.isEmpty else { return nil }
            let sorted = taken.map(\.workdays).sorted()
            func at(_ share: Int) -> Int { sorted[max(0, (share * sorted.count + 99) / 100 - 1)] }
            low = at(10)
            quarter = at(25)
            median = at(50)
            threeQuarters = at(75)
            high = at(90)
            matters = taken.sorted { (-$0.workdays, $0.matter) < (-$1.workdays, $1.matter) }.map(\.matter)
        }
    }

    /// 逾期件龄: matters that stand overdue, by working days past.
    package struct Age: Hashable, Sendable {
        package var days: ClosedRange<Int>
        /// Worst first.
        package var matters: [MatterNumber]

        /// Up to three (and the rest days after the limit), four to seven, more.
        package static let ranges = [0...3, 4...7, 8...Int.max]
    }
}

extension Supervisor {
    /// - Parameters:
    ///   - count: periods to look back over, the running one included.
    ///   - judgement: of a matter now, where that was asked already.
    package func statistics(
        _ span: Statistics.Span,
        periods count: Int = 12,
        judgement: ((Matter) -> Judgement)? = nil
    ) -> Statistics {
        Statistics(self, span, count, judgement ?? judge.judge)
    }
}

extension Statistics {
    fileprivate init(_ supervisor: Supervisor, _ span: Span, _ count: Int, _ judge: (Matter) -> Judgement) {
        let ledger = supervisor.ledger
        let today = supervisor.today
        self.span = span
        var periods: [Period] = []
        var period = Statistics.period(span, holding: today)
        for _ in 0..<max(2, count) {
            periods.append(period)
            period = Statistics.period(span, holding: period.first - 1)
        }
        periods.reverse()
        self.periods = periods
        street = Statistics.counts(ledger.sums[.street]?.days ?? [:], periods)
        let latest = Array(periods.suffix(2))
        for (scope, sums) in ledger.sums {
            guard case .unit(let unit) = scope else { continue }
            let counts = Statistics.counts(sums.days, latest)
            if counts[0].settled + counts[1].settled > 0 { units[unit] = (counts[1], counts[0]) }
        }
        var taken: [Kind: [(workdays: Int, matter: MatterNumber)]] = [:]
        var overdue: [(workdays: Int, matter: MatterNumber)] = []
        let lights = Array(repeating: 0, count: Light.allCases.count)
        var sources: [Source: [Int]] = [:]
        for matter in ledger.matters.values {
            if matter.stage == .settled, let settled = matter.settled, let issued = matter.issued, settled <= today {
                let workdays = max(0, ledger.calendar.workdays(after: issued, through: settled))
                taken[matter.kind, default: []].append((workdays, matter.number))
            } else if matter.stage.isOpen {
                let judgement = judge(matter)
                sources[matter.source, default: lights][judgement.light.rank] += 1
                if judgement.light == .red { overdue.append((judgement.overdueWorkdays, matter.number)) }
            }
        }
        open = sources.mapValues { counts in
            let lights = Light.allCases.map { ($0, counts[$0.rank]) }.filter { $0.1 > 0 }
            return Dictionary(uniqueKeysWithValues: lights)
        }
        durations = taken.compactMapValues { Quantiles($0) }
        overdue.sort { (-$0.workdays, $0.matter) < (-$1.workdays, $1.matter) }
        ages = Age.ranges.map { range in
            Age(days: range, matters: overdue.filter { range.contains($0.workdays) }.map(\.matter))
        }
    }

    private static func counts(_ days: [Day: DaySums], _ periods: [Period]) -> [Counts] {
        var counts = Array(repeating: Counts(), count: periods.count)
        guard let first = periods.first?.first else { return counts }
        for (day, sums) in days where day >= first {
            // Periods follow one another; the last that begins by the day holds it.
            if let index = periods.lastIndex(where: { $0.first <= day }), periods[index].contains(day) {
                counts[index].add(sums)
            }
        }
        return counts
    }

    package static func period(_ span: Span, holding day: Day) -> Period {
        let (year, month, _) = day.civil
        let months: (first: Int, last: Int) =
            switch span {
            case .month: (month, month)
            case .quarter: ((month - 1) / 3 * 3 + 1, (month - 1) / 3 * 3 + 3)
            case .year: (1, 12)
            }
        return Period(
            first: Day(year: year, month: months.first, day: 1)!,
            last: Day(year: year, month: months.last, day: 1)!.endOfMonth
        )
    }
}
