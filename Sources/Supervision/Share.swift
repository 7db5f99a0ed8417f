package import Ledger

/// A supporting unit's own share (分办) of a matter, and its light, which stands under that unit and
/// never turns the lead red (PRACTICE §2).
package struct ShareStanding: Hashable, Sendable {
    package var matter: MatterNumber
    package var share: Support
    package var judgement: Judgement

    package init(matter: MatterNumber, share: Support, judgement: Judgement) {
        self.matter = matter
        self.share = share
        self.judgement = judgement
    }
}

extension Judge {
    /// The light of a share: its own sign-for, quantity and limit, or the matter's limit where it has none.
    package func judge(_ share: Support, of matter: Matter) -> Judgement {
        let due = share.due ?? matter.due
        let limit = due?.day(offset)
        if let settled = share.settled {
            let late = limit.map { calendar.workdays(after: $0, through: settled) } ?? 0
            return Judgement(.blue, .settled(on: settled, limit: limit, workdaysLate: late))
        }
        guard [.issued, .inHand, .reported].contains(matter.stage) else { return judge(matter) }
        let assigned = matter.assigned ?? matter.issued ?? matter.registered
        guard let due, let limit else { return Judgement(.green, .noLimit) }
        if now >= due.passes(closing: rules.eveningCount, offset: offset) { return past(due, limit) }
        let left = workdaysLeft(to: limit) ?? 0
        if share.accepted == nil { return judgeSignature(assigned: assigned, signDue: matter.signDue, left: left) }
        var plan: Plan?
        if let line = share.quantity, line.target > Amount(thousandths: 1000) {
            let start = matter.start ?? assigned
            plan = self.plan(
                start: start,
                limit: limit,
                steps: [],
                done: line.done.share(of: line.target),
                asOf: lastWorkday
            )
        }
        if let plan, isBehind(plan) { return Judgement(.orange, .behind(plan), left: left, plan: plan) }
        if let last = lastWorkday(before: limit, left: left, plan) { return last }
        if isNear(left: left, start: matter.start ?? matter.issued, limit: limit) {
            return Judgement(.yellow, .near(limit: limit, left: left), left: left, plan: plan)
        }
        return Judgement(.green, .onCourse(limit: limit, left: left, plan: plan), left: left, plan: plan)
    }
}

extension Supervisor {
    /// The open shares of the working set, worst first; those of one unit where it is named.
    package func shares(of unit: UnitID? = nil) -> [ShareStanding] {
        ledger.matters.values
            .filter { [.issued, .inHand, .reported, .settled].contains($0.stage) }
            .flatMap { matter in
                matter.supports
                    .filter { $0.mode == .share && $0.settled == nil && (unit == nil || $0.unit == unit) }
                    .map { ShareStanding(matter: matter.number, share: $0, judgement: judge.judge($0, of: matter)) }
            }
            .sorted { ($0.judgement, $0.matter, $0.share.unit) < ($1.judgement, $1.matter, $1.share.unit) }
    }
}
