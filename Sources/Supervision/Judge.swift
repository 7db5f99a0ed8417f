package import Ledger

/// Judges matters by the rules at one moment (PRACTICE §3). Pure; holds what all matters share.
package struct Judge: Sendable {
    package let now: Moment
    package let today: Day
    let calendar: WorkCalendar
    let rules: Rules
    private let editions: [RulesEdition]
    let offset: Offset
    /// The working day before ``today``, up to which plans are measured.
    let lastWorkday: Day

    package init(_ ledger: Ledger, at now: Moment) {
        self.now = now
        offset = ledger.offset
        today = now.day(ledger.offset)
        calendar = ledger.calendar
        rules = ledger.rules(on: today)
        editions = ledger.rulesHistory
        lastWorkday = calendar.workday(onOrBefore: today - 1)
    }

    /// The rules of a past day: its marks stay as they were.
    subscript(rulesOn day: Day) -> Rules {
        _read {
            if editions.count > 1 {
                yield editions[editions.indices.last { editions[$0].from <= day } ?? 0].rules
            } else {
                yield rules
            }
        }
    }

    /// The light of a matter now, with its reason.
    package func judge(_ matter: Matter) -> Judgement {
        switch matter.stage {
        case .draft, .pending: return Judgement(.grey, .notIssued(matter.stage))
        case .issued: return judgeIssued(matter)
        case .inHand: return judgeInHand(matter)
        case .reported: return judgeReported(matter)
        case .settled, .struck, .archived: return judgeSettled(matter)
        case .parked:
            let since = matter.parking?.since ?? matter.registered
            return Judgement(.parked, .parked(since: since, recheck: matter.parking?.recheck))
        case .suspended: return Judgement(.parked, .suspended)
        case .void: return Judgement(.grey, .void)
        }
    }

    /// 未签收 is orange after its own limit, never red (PRACTICE §3).
    private func judgeIssued(_ matter: Matter) -> Judgement {
        let left = matter.due.flatMap { workdaysLeft(to: $0.day(offset)) }
        let assigned = matter.assigned ?? matter.issued ?? matter.registered
        return judgeSignature(assigned: assigned, signDue: matter.signDue, left: left)
    }

    /// Whether what was assigned on a day is signed for in time.
    func judgeSignature(assigned issued: Day, signDue: Deadline?, left: Int?) -> Judgement {
        let waited = calendar.workdays(after: issued, through: today)
        if let signDue {
            var minute: Int?
            if case .moment(let moment) = signDue { minute = moment.minute(offset) }
            let limit = signDue.day(offset)
            return now >= signDue.passes(closing: rules.eveningCount, offset: offset)
                ? Judgement(.orange, .unsignedPast(limit: limit, minute: minute, workdays: waited), left: left)
                : Judgement(.grey, .waitingSignatureUntil(limit: limit, minute: minute), left: left)
        }
        if waited > rules.signWorkdays {
            let reason = Reason.unsigned(issued: issued, workdays: waited, limit: rules.signWorkdays)
            return Judgement(.orange, reason, left: left)
        }
        let reason = Reason.waitingSignature(issued: issued, workdays: waited, limit: rules.signWorkdays)
        return Judgement(.grey, reason, left: left)
    }

    private func judgeInHand(_ matter: Matter) -> Judgement {
        guard let due = matter.due else { return Judgement(.green, .noLimit) }
        let limit = due.day(offset)
        if now >= due.passes(closing: rules.eveningCount, offset: offset) { return past(due, limit) }
        let left = workdaysLeft(to: limit) ?? 0
        if let start = matter.start, start > today {
            return Judgement(.grey, .startsLater(start), left: left)
        }
        let plan = plan(of: matter, limit: limit)
        if let plan, isBehind(plan) { return Judgement(.orange, .behind(plan), left: left, plan: plan) }
        if let last = lastWorkday(before: limit, left: left, plan) { return last }
        if isNear(left: left, start: matter.start ?? matter.issued, limit: limit) {
            return Judgement(.yellow, .near(limit: limit, left: left), left: left, plan: plan)
        }
        return Judgement(.green, .onCourse(limit: limit, left: left, plan: plan), left: left, plan: plan)
    }

    /// Fixed dates do not roll: with no working day left before a limit on days off, it is due on the last one.
    func lastWorkday(before limit: Day, left: Int, _ plan: Plan?) -> Judgement? {
        guard left == 0, limit > today else { return nil }
        let by = calendar.workday(onOrBefore: limit)
        return Judgement(.yellow, .lastWorkday(limit: limit, by: by, isToday: by == today), left: 0, plan: plan)
    }

    /// Red starts at midnight after the limit day; 1 is the next working day (PRACTICE §3).
    func past(_ due: Deadline, _ limit: Day) -> Judgement {
        let workdays = max(0, calendar.workdays(after: limit, through: today))
        if limit == today {
            if case .moment(let moment) = due {
                return Judgement(.red, .pastHour(limit: limit, minute: moment.minute(offset)))
            }
            return Judgement(.red, .pastEvening(limit: limit, minute: rules.eveningCount))
        }
        return Judgement(.red, .past(limit: limit, workdays: workdays, days: today - limit), overdue: workdays)
    }

    /// Reported in time is not red while it waits for review (PRACTICE §3).
    private func judgeReported(_ matter: Matter) -> Judgement {
        let reported = matter.reported ?? now
        let day = reported.day(offset)
        if let due = matter.due, reported >= due.passes(closing: rules.eveningCount, offset: offset) {
            let limit = due.day(offset)
            let workdays = max(0, calendar.workdays(after: limit, through: day))
            return Judgement(
                .red,
                .reportedLate(limit: limit, reported: day, workdays: workdays),
                overdue: workdays
            )
        }
        let waited = calendar.workdays(after: day, through: today)
        return Judgement(.green, .waitingReview(reported: day, workdays: waited, limit: rules.reviewWorkdays))
    }

    private func judgeSettled(_ matter: Matter) -> Judgement {
        let limit = matter.due?.day(offset)
        var late = 0
        if let settled = matter.settled, let limit { late = calendar.workdays(after: limit, through: settled) }
        return Judgement(.blue, .settled(on: matter.settled, limit: limit, workdaysLate: late))
    }

    // MARK: Parts of the rules

    /// Working days from tomorrow through the limit day; nil once the day is over.
    func workdaysLeft(to limit: Day) -> Int? {
        limit < today ? nil : calendar.workdays(after: today, through: limit)
    }

    /// 临期: at most three working days left; for periods under fifteen, at most a fifth of it.
    func isNear(left: Int, start: Day?, limit: Day) -> Bool {
        guard left <= rules.nearWorkdays else { return false }
        guard let start else { return true }
        let period = calendar.workdays(after: start, through: limit)
        guard period > 0, period < rules.shortPeriod else { return true }
        return left * 100 <= period * rules.nearShare
    }

    /// 滞后: ten points behind, or two working days where the period is at most twenty; not in the
    /// first fifth of the period.
    func isBehind(_ plan: Plan) -> Bool { isBehind(plan, by: rules) }

    func isBehind(_ plan: Plan, by rules: Rules) -> Bool {
        guard plan.done < 1000, plan.workdays > 0, plan.elapsed * 100 >= plan.workdays * rules.graceShare else {
            return false
        }
        if plan.pointsBehind >= rules.behindPoints { return true }
        return plan.workdays <= rules.behindPeriod && !plan.isBySteps && plan.workdaysBehind >= rules.behindWorkdays
    }

    /// Where a matter should be by the last evening. Problems, demands and 批示件 are judged by
    /// time only and have none (PRACTICE §3).
    package func plan(of matter: Matter, limit: Day) -> Plan? {
        let parts = matter.planParts
        guard parts.isPlanned else { return nil }
        return plan(
            start: matter.start ?? matter.issued ?? matter.registered,
            limit: limit,
            steps: parts.steps,
            done: matter.progress,
            asOf: lastWorkday
        )
    }

    func plan(start: Day, limit: Day, steps: [Day], done: Int, asOf evening: Day) -> Plan? {
        let line = PlanLine(start: start, limit: limit, steps: steps)
        let workdays = line.workdays(calendar)
        guard workdays > 0 else { return nil }
        return Plan(
            start: start,
            limit: limit,
            workdays: workdays,
            elapsed: line.elapsed(by: evening, calendar),
            expected: line.expected(by: evening, calendar),
            done: done,
            isBySteps: !line.steps.isEmpty
        )
    }
}
