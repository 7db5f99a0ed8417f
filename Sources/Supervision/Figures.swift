package import Ledger

/// What the overview counts (总览).
package struct Figures: Hashable, Sendable {
    /// Open matters by light; blue is empty.
    package var byLight: [Light: Int] = [:]
    /// Red and orange on the evening of the working day before.
    package var redBefore = 0
    package var longestOverdue = 0
    package var mostPointsBehind = 0
    package var dueToday = 0
    package var near = 0
    package var overNight = 0
    package var longestNight = 0
    package var waitingDecision = 0
    package var mustTrack = 0
    package var tracked = 0
    package var missedLastWorkday: [MatterNumber] = []
    /// Matters by stage, settled ones that are still at hand included.
    package var byStage: [Stage: Int] = [:]
    /// Open matters (在办).
    package var open: Int { byLight.values.reduce(0, +) }

    /// Takes in what is counted over other matters, before there are duties.
    mutating func add(_ other: Figures) {
        byLight.merge(other.byLight, uniquingKeysWith: +)
        byStage.merge(other.byStage, uniquingKeysWith: +)
        redBefore += other.redBefore
        longestOverdue = max(longestOverdue, other.longestOverdue)
        mostPointsBehind = max(mostPointsBehind, other.mostPointsBehind)
    }

    /// The same for matters that were others before. True where one of them may have been the largest of all, which then has
    /// to be taken again.
    mutating func replace(_ old: Figures, by new: Figures) -> Bool {
        let isLargestGone =
            old.longestOverdue > 0 && old.longestOverdue == longestOverdue
            || old.mostPointsBehind > 0 && old.mostPointsBehind == mostPointsBehind
        byLight.merge(old.byLight, uniquingKeysWith: -)
        byStage.merge(old.byStage, uniquingKeysWith: -)
        redBefore -= old.redBefore
        add(new)
        byLight = byLight.filter { $0.value != 0 }
        byStage = byStage.filter { $0.value != 0 }
        return isLargestGone
    }

    mutating func takeLargest(of judgements: [Judgement]) {
        longestOverdue = 0
        mostPointsBehind = 0
        for judgement in judgements { takeLargest(of: judgement) }
    }

    mutating func takeLargest(of judgement: Judgement) {
        longestOverdue = max(longestOverdue, judgement.overdueWorkdays)
        if case .behind(let plan) = judgement.reason { mostPointsBehind = max(mostPointsBehind, plan.pointsBehind) }
    }
}

extension Supervisor {
    /// The counts of the overview. `duties` are those of the same moment.
    package func figures(_ duties: [Duty]) -> Figures {
        var figures = Figures()
        let yesterday = ledger.calendar.workday(onOrBefore: today - 1)
        for matter in ledger.matters.values {
            count(matter, matter.stage.isOpen ? judge.judge(matter) : nil, yesterday, into: &figures)
        }
        count(duties, yesterday, into: &figures)
        return figures
    }

    /// What is counted over matters, each by itself; see ``Figures/add(_:)``.
    ///
    /// - Parameter judgement: nil for a matter that is not open.
    func count(_ matter: Matter, _ judgement: Judgement?, _ yesterday: Day, into figures: inout Figures) {
        figures.byStage[matter.stage, default: 0] += 1
        guard let judgement else { return }
        figures.byLight[judgement.light, default: 0] += 1
        figures.takeLargest(of: judgement)
        if let trace = matter.trace(on: yesterday), judge.wasOverdue(trace, on: yesterday) {
            figures.redBefore += 1
        }
    }

    func count(_ duties: [Duty], _ yesterday: Day, into figures: inout Figures) {
        figures.redBefore += ledger.sums[.street]?.days[yesterday]?.overdueSettledSince ?? 0
        for duty in duties {
            switch duty.kind {
            case .track:
                figures.mustTrack += 1
                figures.tracked += duty.isDone ? 1 : 0
            case .gap(let days) where days.contains(yesterday): figures.missedLastWorkday.append(duty.matter)
            case .dueToday: figures.dueToday += 1
            case .near: figures.near += 1
            case .overNight(let nights):
                figures.overNight += 1
                figures.longestNight = max(figures.longestNight, nights.total)
            case .decideExtension: figures.waitingDecision += 1
            default: break
            }
        }
    }

    /// Overdue, settled and registered matters of the last `count` working days, today last.
    package func trend(days count: Int) -> [TrendDay] {
        var trend = settledTrend(days: count)
        for matter in ledger.matters.values { add(matter, to: &trend) }
        return trend
    }

    /// What stands in the day sums of the street; matters that are still open come on top.
    func settledTrend(days count: Int) -> [TrendDay] {
        let street = ledger.sums[.street]?.days ?? [:]
        return (workdays(before: today, count: count - 1) + [today]).map { day in
            let sums = street[day] ?? DaySums()
            return TrendDay(
                day: day,
                overdue: sums.overdueSettledSince,
                settled: sums.settled,
                registered: sums.registered
            )
        }
    }

    /// Adds the evenings on which an open matter stood overdue.
    func add(_ matter: Matter, to trend: inout [TrendDay]) {
        guard matter.stage.isOpen, let first = matter.trail.first,
            matter.trail.contains(where: { trace in trace.due.map { $0.day(ledger.offset) < today } ?? false })
        else { return }
        // Both run forward in time.
        var trace = first
        var rest = matter.trail.dropFirst()
        for index in trend.indices where trend[index].day >= first.day {
            while let next = rest.first, next.day <= trend[index].day {
                trace = next
                rest = rest.dropFirst()
            }
            if judge.wasOverdue(trace, on: trend[index].day) { trend[index].overdue += 1 }
        }
    }
}

/// One day of the street's trend.
package struct TrendDay: Hashable, Sendable {
    package var day: Day
    package var overdue: Int
    package var settled: Int
    package var registered: Int

    package init(day: Day, overdue: Int, settled: Int, registered: Int) {
        self.day = day
        self.overdue = overdue
        self.settled = settled
        self.registered = registered
    }
}
