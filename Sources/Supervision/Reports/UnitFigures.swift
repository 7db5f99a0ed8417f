package import Ledger

extension Supervisor {
    /// Figures of units, only when asked (PRACTICE §9): in directory order, never a ranking, and no unit of fewer than ten
    /// matters by itself.
    package func unitFigures(least: Int = 10) -> (units: [UnitFigures], others: UnitFigures) {
        var units: [UnitFigures] = []
        var others = UnitFigures()
        var overdue: [UnitID: Int] = [:]
        for matter in ledger.matters.values where matter.stage == .inHand {
            guard let lead = matter.lead, judge.judge(matter).light == .red else { continue }
            overdue[lead, default: 0] += 1
        }
        for unit in ledger.units.keys.sorted() {
            guard let sums = ledger.sums[.unit(unit)] else { continue }
            var figures = UnitFigures(unit: unit)
            figures.open = sums.open
            figures.settled = sums.settled
            figures.settledLate = sums.settledLate
            figures.overdue = overdue[unit] ?? 0
            guard figures.open + figures.settled > 0 else { continue }
            if figures.open + figures.settled >= least {
                units.append(figures)
            } else {
                others.units += 1
                others.open += figures.open
                others.settled += figures.settled
                others.settledLate += figures.settledLate
                others.overdue += figures.overdue
            }
        }
        return (units, others)
    }
}

/// What one unit, or several small ones together, have and did.
package struct UnitFigures: Hashable, Sendable {
    /// nil: several small ones together.
    package var unit: UnitID?
    package var units = 0
    package var open = 0
    package var overdue = 0
    package var settled = 0
    package var settledLate = 0

    package init(unit: UnitID? = nil) { self.unit = unit }
}
