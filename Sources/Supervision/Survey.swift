package import Ledger

/// Everything supervision says of the matters of a ledger at one moment, in one pass: a screen over 28,000 matters cannot
/// afford to judge each of them four times.
package struct Survey: Sendable {
    /// Every matter of the working set, worst first: light, then how far past, behind or near, then number.
    package let order: [MatterNumber]
    /// In the order of ``MatterTable/values``.
    package let judgements: [Judgement]
    /// As ``Supervisor/duties(gapsWithin:)``.
    package let duties: [Duty]
    /// As ``Supervisor/figures(_:)``.
    package let figures: Figures
    /// The first moment that is the limit of a matter at hand and still ahead, where limits have hours.
    package let nextMoment: Moment?
    /// As ``Supervisor/lookBack(days:)``, where it was asked for; nil again after a change.
    package let lookBack: LookBack?

    /// Of the figures, what is counted before there are duties.
    fileprivate let counts: Figures
}

extension Supervisor {
    /// - Parameters:
    ///   - partSize: so many matters are looked at together, and the parts at the same time.
    ///   - days: looks back on so many working days too, while the matters are at hand.
    package func survey(
        partSize: Int = MatterTable.Values.partSize,
        lookingBack days: Int? = nil
    ) -> Survey {
        let look = SurveyLook(self)
        let settled = days.map(settledTrend)
        let matters = ledger.matters.values
        var parts: [SurveyPart] = []
        // Each part puts its judgements where they belong at once: together they are too large to be moved.
        let judgements = [Judgement](unsafeUninitializedCapacity: matters.count) { buffer, initialized in
            nonisolated(unsafe) let judgements = buffer
            parts = matters.inParts(of: partSize) { places in
                var part = SurveyPart(capacity: places.count)
                part.lookBack = settled.map { LookBackPart(self, $0) }
                for (place, matter) in zip(places, matters[places]) {
                    judgements.initializeElement(at: place, to: part.add(matter, look))
                    part.lookBack?.add(matter, self)
                }
                part.keys.sort()
                return part
            }
            initialized = matters.count
        }
        // What is sorted in parts is quick to sort.
        var keys = parts.joined(\.keys)
        if parts.count > 1 { keys.sort() }
        return survey(
            order: keys.map(\.matter),
            judgements: judgements,
            duties: Supervisor.sorted(parts.map(\.duties)),
            counts: parts.reduce(into: Figures()) { $0.add($1.figures) },
            nextMoment: parts.compactMap(\.nextMoment).min(),
            lookBack: settled.map { lookBack(parts.compactMap(\.lookBack), $0) }
        )
    }

    private func survey(
        order: [MatterNumber],
        judgements: [Judgement],
        duties: [Duty],
        counts: Figures,
        nextMoment: Moment?,
        lookBack: LookBack? = nil
    ) -> Survey {
        var figures = counts
        count(duties, ledger.calendar.workday(onOrBefore: today - 1), into: &figures)
        return Survey(
            order: order,
            judgements: judgements,
            duties: duties,
            figures: figures,
            nextMoment: nextMoment,
            lookBack: lookBack,
            counts: counts
        )
    }
}

// MARK: - After a change

extension Supervisor {
    /// As ``survey(partSize:)``, where most of it was said a moment ago: only matters that changed since are judged.
    ///
    /// - Parameters:
    ///   - survey: what was said of a ledger since when the clock alone changed nothing.
    ///   - known: that ledger.
    package func survey(after survey: Survey, of known: Ledger) -> Survey {
        let places = ledger.matters.places(differingFrom: known.matters)
        guard places.count <= 256, ledger.surroundings == known.surroundings else { return self.survey() }
        let look = SurveyLook(self)
        let (matters, before) = (ledger.matters.values, known.matters.values)
        var gone = SurveyPart(capacity: places.count)
        var come = SurveyPart(capacity: places.count)
        var news: [Judgement] = []
        for place in places {
            if place < before.count { _ = gone.add(before[place], look) }
            if place < matters.count { news.append(come.add(matters[place], look)) }
        }
        come.keys.sort()

        var judgements = survey.judgements
        judgements.removeLast(max(0, before.count - matters.count))
        for (place, judgement) in zip(places, news) {
            if place < judgements.count { judgements[place] = judgement } else { judgements.append(judgement) }
        }
        var order = survey.order
        for place in places where place < before.count {
            let key = SurveyKey(before[place].number, survey.judgements[place])
            order.remove(at: order.place { SurveyKey($0, survey.judgements[known.matters.place(of: $0)!]) < key })
        }
        for key in come.keys {
            order.insert(key.matter, at: order.place { SurveyKey($0, judgements[ledger.matters.place(of: $0)!]) < key })
        }
        let isGone = Set(gone.keys.map(\.matter))
        var duties = survey.duties.filter { !isGone.contains($0.matter) }
        for duty in come.duties { duties.insert(duty, at: duties.place { $0 < duty }) }
        var counts = survey.counts
        if counts.replace(gone.figures, by: come.figures) { counts.takeLargest(of: judgements) }
        // A limit with an hour may have been the next one; that is rare, and looked for anew.
        let isNextGone = gone.nextMoment.map { $0 == survey.nextMoment } ?? false
        let next = isNextGone ? self.nextMoment : [survey.nextMoment, come.nextMoment].compactMap(\.self).min()
        return self.survey(order: order, judgements: judgements, duties: duties, counts: counts, nextMoment: next)
    }

    private var nextMoment: Moment? {
        ledger.matters.values.lazy.compactMap { matter in
            if case .moment(let due)? = matter.due, due > judge.now { due } else { nil }
        }
        .min()
    }
}

extension Array {
    /// The first place whose element is not before something else, in an array that is sorted by that.
    fileprivate func place(isBefore: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

// MARK: - Parts

extension [SurveyPart] {
    /// As `flatMap`, which does not know how much is to come.
    fileprivate func joined<Item>(_ items: KeyPath<SurveyPart, [Item]>) -> [Item] {
        var all: [Item] = []
        all.reserveCapacity(reduce(0) { $0 + $1[keyPath: items].count })
        for part in self { all += part[keyPath: items] }
        return all
    }
}

/// What looking at each matter needs, worked out once.
private struct SurveyLook {
    let supervisor: Supervisor
    let lookBack: [Day]
    let yesterday: Day

    init(_ supervisor: Supervisor) {
        self.supervisor = supervisor
        lookBack = supervisor.workdays(before: supervisor.today, count: 10)
        yesterday = supervisor.ledger.calendar.workday(onOrBefore: supervisor.today - 1)
    }
}

/// Where a matter stands in the order of a survey.
private struct SurveyKey: Comparable {
    var weight: Int
    var matter: MatterNumber

    init(_ matter: MatterNumber, _ judgement: Judgement) {
        weight = judgement.weight
        self.matter = matter
    }

    static func < (left: SurveyKey, right: SurveyKey) -> Bool {
        (left.weight, left.matter) < (right.weight, right.matter)
    }
}

/// What a survey says of some of the matters.
private struct SurveyPart {
    var keys: [SurveyKey] = []
    var duties: [Duty] = []
    var figures = Figures()
    var nextMoment: Moment?
    var lookBack: LookBackPart?

    init(capacity: Int) {
        keys.reserveCapacity(capacity)
        // Nearly every open matter owes something.
        duties.reserveCapacity(capacity)
    }

    mutating func add(_ matter: Matter, _ look: SurveyLook) -> Judgement {
        let supervisor = look.supervisor
        let judgement = supervisor.judge.judge(matter)
        keys.append(SurveyKey(matter.number, judgement))
        let isOpen = matter.stage.isOpen
        supervisor.count(matter, isOpen ? judgement : nil, look.yesterday, into: &figures)
        if isOpen { supervisor.collect(of: matter, judgement, lookBack: look.lookBack, into: &duties) }
        if case .moment(let due)? = matter.due, due > supervisor.judge.now { nextMoment = min(nextMoment ?? due, due) }
        return judgement
    }

}
