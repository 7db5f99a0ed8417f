package import Ledger

/// Plan against done by day (完成进度曲线): what the S-curve draws.
package struct Curve: Hashable, Sendable {
    /// 计量单位; `%` where a matter has no quantity and its steps count.
    package var measure: String
    package var target: Amount
    package var planLine: PlanLine?
    package var record: DoneRecord
    package var tempo: Tempo

    init(measure: String, target: Amount, planLine: PlanLine?, record: DoneRecord, limit: Day?, judge: Judge) {
        self.measure = measure
        self.target = target
        self.planLine = planLine
        self.record = record
        tempo = Tempo(
            done: record.steps.last?.done ?? .zero,
            target: target,
            daily: record.daily(Tempo.window, from: planLine?.start, judge.calendar),
            limit: limit,
            today: judge.today,
            calendar: judge.calendar
        )
    }

    /// What should be done by the evening of a day.
    package func planned(by evening: Day, _ calendar: WorkCalendar) -> Amount? {
        guard let planLine else { return nil }
        let share = Int128(planLine.expected(by: evening, calendar))
        let planned = Int128(target.thousandths) * share
        // Of households there are no halves: where all figures are whole, so is the plan.
        guard target.isWhole, record.isWhole else { return Amount(thousandths: Int64(clamping: planned / 1000)) }
        return Amount(thousandths: Int64(clamping: (planned + 500_000) / 1_000_000 * 1000))
    }
}

/// What was done by the evening of each day.
package struct DoneRecord: Hashable, Sendable {
    /// The days on which it changed, in order; the first is where the records begin.
    package let steps: [Step]
    /// Before the first step nothing was done, for the records reach back to the beginning.
    package let isComplete: Bool
    package let today: Day

    package struct Step: Hashable, Sendable {
        package var day: Day
        package var done: Amount

        package init(day: Day, done: Amount) {
            self.day = day
            self.done = done
        }
    }

    package init(steps: [Step], isComplete: Bool, today: Day) {
        self.steps = steps
        self.isComplete = isComplete
        self.today = today
    }

    /// No figure has decimals.
    package var isWhole: Bool { steps.allSatisfy(\.done.isWhole) }

    /// nil before the records begin and after today.
    package func done(by evening: Day) -> Amount? {
        guard evening <= today else { return nil }
        var low = 0
        var high = steps.count
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].day <= evening { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? steps[low - 1].done : isComplete ? .zero : nil
    }

    /// What each of the last working days before today brought, oldest first, but none before `start`. Work of rest days
    /// is counted to the next working day.
    package func daily(_ count: Int, from start: Day?, _ calendar: WorkCalendar) -> [Amount] {
        var daily: [Amount] = []
        var evening = calendar.workday(onOrBefore: today - 1)
        while daily.count < count, start.map({ evening >= $0 }) ?? true, let after = done(by: evening) {
            let previous = calendar.workday(onOrBefore: evening - 1)
            guard let before = done(by: previous) else { break }
            daily.append(max(.zero, after - before))
            evening = previous
        }
        return daily.reversed()
    }
}

extension Supervisor {
    /// Plan and done of a campaign, in its own unit of measure.
    package func curve(of campaign: Campaign) -> Curve {
        let sums = ledger.sums[.campaign(campaign.id)] ?? Sums()
        let changes = sums.days.filter { $0.value.done != .zero && $0.key <= today }.sorted { $0.key < $1.key }
        // What an imported matter brought along belongs to no day: it was there before the first.
        var done = sums.done - changes.reduce(Amount.zero) { $0 + $1.value.done }
        var steps: [DoneRecord.Step] = []
        if done != .zero {
            steps.append(DoneRecord.Step(day: min(campaign.start, changes.first?.key ?? today) - 1, done: done))
        }
        for (day, change) in changes {
            done += change.done
            steps.append(DoneRecord.Step(day: day, done: done))
        }
        return Curve(
            measure: campaign.measure,
            target: max(campaign.target, sums.target),
            planLine: PlanLine(start: campaign.start, limit: campaign.due),
            record: DoneRecord(steps: steps, isComplete: true, today: today),
            limit: campaign.due,
            judge: judge
        )
    }

    /// Plan and done of a matter: in its unit of measure, or in percent where it has none. nil where there is nothing to
    /// draw: no quantity beyond one 件 and no steps.
    ///
    /// Days come from the trail, which reaches back some thirty working days and keeps shares in thousandths.
    package func curve(of matter: Matter) -> Curve? {
        let line = matter.quantity
        guard line.map({ $0.target > Amount(1) }) ?? (!matter.quantities.isEmpty || !matter.steps.isEmpty) else {
            return nil
        }
        let target = line?.target ?? Amount(100)
        let isWhole = line.map { $0.target.isWhole && $0.done.isWhole } ?? false
        var steps: [DoneRecord.Step] = []
        for trace in matter.trail where trace.day <= today {
            let done = target.part(trace.progress, isWhole: isWhole)
            if steps.last?.done != done { steps.append(DoneRecord.Step(day: trace.day, done: done)) }
        }
        // Shares were rounded; what stands now is known.
        if let line, !steps.isEmpty { steps[steps.count - 1].done = line.done }
        return Curve(
            measure: line?.unit ?? "%",
            target: target,
            planLine: judge.planLine(of: matter),
            record: DoneRecord(
                steps: steps,
                isComplete: matter.trail.first.map { $0.day <= matter.registered } ?? false,
                today: today
            ),
            limit: matter.due?.day(ledger.offset),
            judge: judge
        )
    }

    /// How fast a matter goes on; nil where that cannot be told in figures.
    package func tempo(of matter: Matter) -> Tempo? { curve(of: matter)?.tempo }
}

extension Amount {
    var isWhole: Bool { thousandths % 1000 == 0 }

    /// The amount of which a share was rounded down to `thousandths`: the smallest that fits, whole where all are.
    func part(_ share: Int, isWhole: Bool) -> Amount {
        let product = Int128(thousandths) * Int128(share)
        let step: Int128 = isWhole ? 1_000_000 : 1000
        let whole = (product + step - 1) / step
        return Amount(thousandths: Int64(clamping: isWhole ? whole * 1000 : whole))
    }
}
