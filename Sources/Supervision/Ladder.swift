package import Ledger

/// A step of the ladder (督办阶梯) that the rules propose for a matter now. A person confirms it, or puts it off.
package struct LadderProposal: Hashable, Sendable {
    package var step: LadderStep
    package var reason: LadderReason

    package init(step: LadderStep, reason: LadderReason) {
        self.step = step
        self.reason = reason
    }
}

/// Why a step is proposed, with the numbers that a reader can count again.
package enum LadderReason: Hashable, Sendable {
    /// 提醒: working days left, and the rule.
    case near(limit: Day, left: Int, rule: Int)
    /// 催办单: working days overdue, and the rule.
    case overdue(limit: Day, workdays: Int, rule: Int)
    /// 催办单 for what is not overdue: points behind, for how many working days, and the rule.
    case lagging(points: Int, workdays: Int, rule: Int)
    /// 督办单: the answer day of the 催办单 is past and the matter not settled.
    case pressPast(number: DocumentNumber?, answerBy: Day, isAnswered: Bool)
    /// 通报稿: the day of the 督办单 to mend is past.
    case orderPast(number: DocumentNumber?, mendBy: Day)
    /// 通报稿 again: so many working days after the last.
    case circularAgain(last: Day, workdays: Int, count: Int)
    /// 约谈: so many circulars.
    case circulars(count: Int, rule: Int)
}

/// One step of the ladder of a matter, as 亮灯依据 shows it.
package struct LadderRung: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        /// ✓ on a day, with the number of the paper where it has one.
        case done(Day, DocumentNumber?)
        /// 待签发: a draft waits.
        case drafted(Day)
        /// ▸ proposed now
        case proposed(LadderReason)
        /// 暂缓 until a day
        case putOff(until: Day)
        /// Not yet.
        case later
    }

    package var step: LadderStep
    package var state: State

    package init(step: LadderStep, state: State) {
        self.step = step
        self.state = state
    }
}

extension Supervisor {
    /// The step that the rules propose for a matter now; nil where there is none, or it is put off.
    ///
    /// Never for what is not in hand, waits for an answer on an extension, or was taken over and is not yet
    /// supervised. The owner never moves.
    package func proposal(_ matter: Matter, _ judgement: Judgement) -> LadderProposal? {
        guard let next = nextStep(matter, judgement) else { return nil }
        if let putOff = putOff(matter, next.step), today < putOff.until { return nil }
        if let slip = next.step.slip, matter.ladder.draft(slip) != nil { return nil }
        return next
    }

    /// The steps of the ladder with what became of each.
    package func ladder(_ matter: Matter, _ judgement: Judgement) -> [LadderRung] {
        let next = nextStep(matter, judgement)
        return LadderStep.allCases.map { step in
            if let slip = step.slip, let place = matter.ladder.draft(slip) {
                return LadderRung(step: step, state: .drafted(matter.ladder.slips[place - 1].drafted))
            }
            if let next, next.step == step {
                if let putOff = putOff(matter, step), today < putOff.until {
                    return LadderRung(step: step, state: .putOff(until: putOff.until))
                }
                return LadderRung(step: step, state: .proposed(next.reason))
            }
            return LadderRung(step: step, state: done(step, matter))
        }
    }

    /// What the step after those taken is, whether put off or not.
    private func nextStep(_ matter: Matter, _ judgement: Judgement) -> LadderProposal? {
        guard matter.stage == .inHand, matter.request == nil, isSupervised(matter) else { return nil }
        switch judgement.light {
        case .yellow, .green: return reminder(matter, judgement)
        case .orange: return laggingStep(matter, judgement) ?? reminder(matter, judgement)
        case .red: return overdueStep(matter, judgement)
        default: return nil
        }
    }

    // MARK: Rules

    /// 3 working days before the limit; for short periods in their last fifth, as the light 临 says.
    private func reminder(_ matter: Matter, _ judgement: Judgement) -> LadderProposal? {
        let rule = ledger[rulesOn: today].remindWorkdays
        guard let due = matter.due, let left = judgement.workdaysLeft, left <= rule else { return nil }
        let limit = due.day(ledger.offset)
        guard
            judge.isNear(left: min(left, judge.rules.nearWorkdays), start: matter.start ?? matter.issued, limit: limit),
            spoken(.remind, matter) == nil
        else { return nil }
        return LadderProposal(step: .remind, reason: .near(limit: limit, left: left, rule: rule))
    }

    private func overdueStep(_ matter: Matter, _ judgement: Judgement) -> LadderProposal? {
        let rules = ledger.rules(on: today)
        let ladder = matter.ladder
        if let order = ladder.inForce(.order, under: matter.due) {
            guard let mendBy = order.answerBy, today > mendBy, !isRecovering(matter) else { return nil }
            let circulars = ladder.slips.filter { $0.kind == .circular && $0.isInForce && $0.due == matter.due }
            guard let last = circulars.last?.signed else {
                return LadderProposal(step: .circular, reason: .orderPast(number: order.number, mendBy: mendBy))
            }
            if circulars.count >= rules.circularsForTalk {
                guard spoken(.talk, matter) == nil else { return nil }
                return LadderProposal(
                    step: .talk,
                    reason: .circulars(count: circulars.count, rule: rules.circularsForTalk)
                )
            }
            let since = ledger.calendar.workdays(after: last, through: today)
            guard since >= rules.circularWorkdays else { return nil }
            return LadderProposal(
                step: .circular,
                reason: .circularAgain(last: last, workdays: since, count: circulars.count)
            )
        }
        if let press = ladder.inForce(.press, under: matter.due) { return order(after: press, matter) }
        guard judgement.overdueWorkdays >= rules.pressWorkdays, let due = matter.due else { return nil }
        return LadderProposal(
            step: .press,
            reason: .overdue(
                limit: due.day(ledger.offset),
                workdays: judgement.overdueWorkdays,
                rule: rules.pressWorkdays
            )
        )
    }

    /// What is not overdue gets at most a 督办单, never a circular.
    private func laggingStep(_ matter: Matter, _ judgement: Judgement) -> LadderProposal? {
        guard let plan = judgement.plan, case .behind = judgement.reason, !isRecovering(matter) else { return nil }
        if matter.ladder.inForce(.order, under: matter.due) != nil { return nil }
        if let press = matter.ladder.inForce(.press, under: matter.due) { return order(after: press, matter) }
        let rule = ledger[rulesOn: today].laggingWorkdays
        let days = laggingWorkdays(matter, atMost: rule)
        guard days >= rule else { return nil }
        return LadderProposal(
            step: .press,
            reason: .lagging(points: plan.pointsBehind, workdays: days, rule: rule)
        )
    }

    private func order(after press: Slip, _ matter: Matter) -> LadderProposal? {
        guard let answerBy = press.answerBy, today > answerBy, !isRecovering(matter) else { return nil }
        return LadderProposal(
            step: .order,
            reason: .pressPast(number: press.number, answerBy: answerBy, isAnswered: press.answered != nil)
        )
    }

    /// Working days running, today included, on which the matter stood behind its plan.
    private func laggingWorkdays(_ matter: Matter, atMost count: Int) -> Int {
        var days = 1
        for day in workdays(before: today, count: max(0, count - 1)).reversed() {
            guard let trace = matter.trace(on: day), judge.wasBehind(matter, trace, on: day) else { break }
            days += 1
        }
        return days
    }

    /// 恢复: the difference between plan and work shrank on each of the last working days.
    package func isRecovering(_ matter: Matter) -> Bool {
        let count = ledger[rulesOn: today].recoverWorkdays
        guard count > 0, matter.hasPlan || !matter.quantities.isEmpty || !matter.steps.isEmpty else { return false }
        var before: Int?
        for evening in workdays(before: today, count: count + 1) {
            guard let trace = matter.trace(on: evening), trace.stage == .inHand,
                let limit = trace.due?.day(ledger.offset)
            else { return false }
            let expected =
                limit < evening
                ? 1000
                : judge.plan(
                    start: matter.start ?? matter.issued ?? matter.registered,
                    limit: limit,
                    steps: matter.planParts(on: evening).steps,
                    done: trace.progress,
                    asOf: evening
                )?.expected ?? 1000
            let difference = expected - trace.progress
            if let before, difference >= before { return false }
            before = difference
        }
        return true
    }

    // MARK: What was done

    private func putOff(_ matter: Matter, _ step: LadderStep) -> PutOff? {
        matter.ladder.putOffs.last { $0.step == step && $0.due == matter.due }
    }

    private func spoken(_ step: LadderStep, _ matter: Matter) -> SpokenStep? {
        matter.ladder.spoken.last { $0.step == step && $0.due == matter.due }
    }

    private func done(_ step: LadderStep, _ matter: Matter) -> LadderRung.State {
        if let slip = step.slip {
            guard let last = matter.ladder.inForce(slip, under: matter.due), let signed = last.signed else {
                return .later
            }
            return .done(signed, last.number)
        }
        return spoken(step, matter).map { .done($0.day, nil) } ?? .later
    }
}
