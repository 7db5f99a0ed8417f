package import Ledger

/// What the working day before left (上一工作日): what the overview compares today with.
///
/// Counted over the matters at hand, by what each was on that evening. A matter that was settled and
/// struck off since is not among them.
package struct LastWorkday: Hashable, Sendable {
    package var day: Day
    /// Matters by the light they showed that evening; those that did not exist yet are left out.
    package var byLight: [Light: Int] = [:]
    /// In hand, not overdue, and due that day or near (临期), whatever its light.
    package var near = 0
    /// Problems and urgent demands that had stayed over night on the morning of that day (过夜).
    package var overNight = 0
    /// Tracks that were owed that day: ``tracked`` and ``missed`` together.
    package var owed: Int { tracked + missed.count }
    package var tracked = 0
    /// 漏跟踪, by number.
    package var missed: [MatterNumber] = []
    package var registered = 0
    package var settled = 0
    package var settledLate = 0

    /// Takes in what other matters left.
    fileprivate mutating func add(_ other: LastWorkday) {
        byLight.merge(other.byLight, uniquingKeysWith: +)
        near += other.near
        overNight += other.overNight
        tracked += other.tracked
        missed += other.missed
        registered += other.registered
        settled += other.settled
        settledLate += other.settledLate
    }
}

/// The working day before, and the last working days one by one, today last.
package typealias LookBack = (lastWorkday: LastWorkday, trend: [TrendDay])

/// What some of the matters add to it.
struct LookBackPart {
    fileprivate var figures: LastWorkday
    fileprivate var trend: [TrendDay]

    init(_ supervisor: Supervisor, _ settled: [TrendDay]) {
        figures = LastWorkday(day: supervisor.ledger.calendar.workday(onOrBefore: supervisor.today - 1))
        trend = settled.map { TrendDay(day: $0.day, overdue: 0, settled: 0, registered: 0) }
    }

    mutating func add(_ matter: Matter, _ supervisor: Supervisor) {
        supervisor.add(matter, to: &trend)
        supervisor.count(matter, in: &figures)
    }
}

extension Supervisor {
    /// What the last working day before today left.
    package func lastWorkday() -> LastWorkday { lookBack(days: 1).lastWorkday }

    /// The same and ``trend(days:)`` in one pass over the matters.
    package func lookBack(days count: Int) -> LookBack {
        let settled = settledTrend(days: count)
        let matters = ledger.matters.values
        let parts = matters.inParts { places in
            var part = LookBackPart(self, settled)
            for matter in matters[places] { part.add(matter, self) }
            return part
        }
        return lookBack(parts, settled)
    }

    /// - Parameter settled: as ``settledTrend(days:)``.
    func lookBack(_ parts: [LookBackPart], _ settled: [TrendDay]) -> LookBack {
        let day = ledger.calendar.workday(onOrBefore: today - 1)
        var figures = LastWorkday(day: day)
        var trend = settled
        for part in parts {
            figures.add(part.figures)
            for index in trend.indices { trend[index].overdue += part.trend[index].overdue }
        }
        figures.missed.sort()
        let sums = ledger.sums[.street]?.days[day] ?? DaySums()
        figures.registered = sums.registered
        figures.settled = sums.settled
        figures.settledLate = sums.settledLate
        return (figures, trend)
    }

    fileprivate func count(_ matter: Matter, in figures: inout LastWorkday) {
        let day = figures.day
        guard let light = judge.light(of: matter, onTheEveningOf: day) else { return }
        figures.byLight[light, default: 0] += 1
        if judge.wasNear(matter, on: day) { figures.near += 1 }
        if stayed(matter, before: day) { figures.overNight += 1 }
        guard light == .red || light == .orange || matter.track(on: day).isTracked, isSupervised(matter),
            wasOwed(matter, on: day)
        else { return }
        if matter.track(on: day).isTracked {
            figures.tracked += 1
        } else {
            figures.missed.append(matter.number)
        }
    }

    /// Whether a matter had stayed over night as it was known on the morning of `day`.
    private func stayed(_ matter: Matter, before day: Day) -> Bool {
        guard matter.staysOverNight, let trace = matter.trace(on: day - 1),
            [.draft, .pending, .issued, .inHand].contains(trace.stage)
        else { return false }
        let nights = ledger.nights(of: matter, through: day - 1, asOf: day)
        return nights.isOwed && nights.atLevel > 0
    }
}

extension Judge {
    /// The light a matter showed on the evening of a past day, by what it was then; nil before it existed.
    package func light(of matter: Matter, onTheEveningOf day: Day) -> Light? {
        guard let trace = matter.trace(on: day) else { return nil }
        switch trace.stage {
        case .draft, .pending, .void: return .grey
        case .issued:
            let waited = calendar.workdays(after: matter.issued ?? matter.registered, through: day)
            return waited > rules.signWorkdays ? .orange : .grey
        case .inHand: return lightInHand(matter, trace, on: day)
        case .reported:
            guard let due = trace.due, let reported = matter.reported else { return .green }
            return reported >= due.passes(closing: rules.eveningCount, offset: offset) ? .red : .green
        case .settled, .struck, .archived: return .blue
        case .parked, .suspended: return .parked
        }
    }

    /// Whether a matter in hand was due or near its limit (临期) on the evening of a past day.
    func wasNear(_ matter: Matter, on day: Day) -> Bool {
        guard let trace = matter.trace(on: day), trace.stage == .inHand, let limit = trace.due?.day(offset),
            limit >= day
        else { return false }
        let left = calendar.workdays(after: day, through: limit)
        return limit == day || isNear(left: left, start: matter.start ?? matter.issued, limit: limit)
    }

    private func lightInHand(_ matter: Matter, _ trace: Trace, on day: Day) -> Light {
        guard let due = trace.due else { return .green }
        let limit = due.day(offset)
        if limit < day { return .red }
        if limit == day, case .closeOfBusiness = due { return .red }
        if let start = matter.start, start > day { return .grey }
        if wasBehind(matter, trace, on: day) { return .orange }
        let left = calendar.workdays(after: day, through: limit)
        return isNear(left: left, start: matter.start ?? matter.issued, limit: limit) ? .yellow : .green
    }
}
