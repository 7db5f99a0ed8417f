package import Ledger

/// Everything supervision says of the matters of a ledger at one moment, in one pass: a screen over 28,000 matters cannot
/// afford to judge each of them four times.
package struct Survey: Sendable {
    /// Every matter of the working set, worst first: light, then how far past, behind or near, then number.
    package private(set) var order: [MatterNumber]
    /// In the same order.
    package private(set) var judgements: [Judgement]
    /// As ``Supervisor/duties(gapsWithin:)``.
    package private(set) var duties: [Duty]
    /// As ``Supervisor/figures(_:)``.
    package private(set) var figures = Figures()
    /// The first moment that is the limit of a matter at hand and still ahead, where limits have hours.
    package private(set) var nextMoment: Moment?
}

extension Supervisor {
    package func survey() -> Survey {
        let lookBack = workdays(before: today, count: 10)
        let yesterday = ledger.calendar.workday(onOrBefore: today - 1)
        var judgements: [Judgement] = []
        var keys: [(weight: Int, matter: Int, index: Int)] = []
        var duties: [Duty] = []
        var figures = Figures()
        var nextMoment: Moment?
        judgements.reserveCapacity(ledger.matters.count)
        keys.reserveCapacity(ledger.matters.count)
        for matter in ledger.matters.values {
            let judgement = judge.judge(matter)
            keys.append((judgement.weight, matter.number.rawValue, judgements.count))
            judgements.append(judgement)
            count(matter, matter.stage.isOpen ? judgement : nil, yesterday, into: &figures)
            if matter.stage.isOpen { collect(of: matter, judgement, lookBack: lookBack, into: &duties) }
            if case .moment(let due)? = matter.due, due > judge.now { nextMoment = min(nextMoment ?? due, due) }
        }
        keys.sort { $0 < $1 }
        duties = Supervisor.sorted(duties)
        count(duties, yesterday, into: &figures)
        return Survey(
            order: keys.map { MatterNumber($0.matter) },
            judgements: keys.map { judgements[$0.index] },
            duties: duties,
            figures: figures,
            nextMoment: nextMoment
        )
    }
}
