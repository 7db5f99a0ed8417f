package import Ledger

/// Everything supervision says of a ledger at one moment: lights, duties, strips.
package struct Supervisor: Sendable {
    package let judge: Judge
    package let ledger: Ledger

    package init(_ ledger: Ledger, at now: Moment) {
        self.ledger = ledger
        judge = Judge(ledger, at: now)
    }

    package var today: Day { judge.today }
    package var isWorkday: Bool { ledger.calendar.isWorkday(today) }

    // MARK: Tracks

    /// Whether the ladder and the daily tracks run for a matter: one taken over from an older
    /// ledger waits for 「启用督办」.
    package func isSupervised(_ matter: Matter) -> Bool {
        guard matter.isImported else { return true }
        return ledger.supervisionStart.map { $0 <= today } ?? false
    }

    /// From which day on gaps are counted.
    ///
    /// By the trail and not by what the matter says now: it may be handed back and signed for again, and what was missed
    /// before stays missed.
    private func supervisedFrom(_ matter: Matter, on day: Day) -> Day? {
        let begin = matter.inHand(on: day) ?? matter.accepted ?? matter.issued ?? matter.registered
        guard matter.isImported else { return begin }
        return ledger.supervisionStart.map { max($0, begin) }
    }

    /// Overdue: each working day. Lagging: each working day in a campaign in 攻坚 or 战时, else
    /// weekly. None while 待审核, 待批准, 挂账 or 待签收.
    private func pace(_ matter: Matter, on day: Day, isOverdue: Bool, isBehind: Bool, by rules: Rules) -> Pace {
        if isOverdue { return .daily }
        guard isBehind else { return .none }
        return rules[ledger.phase(of: matter.campaign, on: day)].tracksDaily ? .daily : .weekly
    }

    /// How often the matter must be tracked, as it stands now.
    package func pace(_ matter: Matter, _ judgement: Judgement) -> Pace {
        guard matter.stage == .inHand, isSupervised(matter) else { return .none }
        return pace(
            matter,
            on: today,
            isOverdue: judgement.light == .red,
            isBehind: judgement.light == .orange,
            by: judge.rules
        )
    }

    /// Whether a track must be written today, done or not.
    package func mustTrackToday(_ matter: Matter, _ judgement: Judgement) -> Bool {
        guard isWorkday else { return false }
        switch pace(matter, judgement) {
        case .none: return false
        case .daily: return true
        case .weekly: return matter.track(on: today).isTracked || workdaysSinceTrack(matter, before: today) >= 5
        }
    }

    /// What the office owed the matter on a past working day and did, by the rules and facts of
    /// that day.
    package func mark(_ matter: Matter, on day: Day) -> Mark {
        let track = matter.track(on: day)
        if track.isTracked { return track.isLate ? .late : .tracked }
        return wasOwed(matter, on: day) ? .gap : .notRequired
    }

    /// Whether a track was owed on a past day, by the rules and facts of that day, written or not.
    func wasOwed(_ matter: Matter, on day: Day) -> Bool {
        guard let trace = matter.trace(on: day), let from = supervisedFrom(matter, on: day), day > from,
            ledger.calendar.isWorkday(day)
        else { return false }
        let pace = pace(
            matter,
            on: day,
            isOverdue: judge.wasOverdue(trace, on: day),
            isBehind: judge.wasBehind(matter, trace, on: day),
            by: judge[rulesOn: day]
        )
        switch pace {
        case .none: return false
        case .daily: return true
        case .weekly:
            let since = workdaysSinceTrack(matter, before: day)
            // A missed week is one gap, on the day the week was full.
            return matter.track(on: day).isTracked ? since >= 5 : since % 5 == 0
        }
    }

    /// The last `count` working days, today last.
    package func strip(_ matter: Matter, _ judgement: Judgement, days count: Int) -> [DayMark] {
        var marks = workdays(before: today, count: isWorkday ? count - 1 : count).map {
            DayMark(day: $0, mark: mark(matter, on: $0))
        }
        if isWorkday {
            let track = matter.track(on: today)
            let mark: Mark =
                track.isTracked ? .tracked : mustTrackToday(matter, judgement) ? .todo : .notRequired
            marks.append(DayMark(day: today, mark: mark))
        }
        return marks
    }

    /// Working days on which a track was owed and is still missing, oldest first.
    package func gaps(_ matter: Matter, within days: [Day]) -> [Day] {
        gaps(matter, judge.judge(matter), within: days)
    }

    func gaps(_ matter: Matter, _ judgement: Judgement, within days: [Day]) -> [Day] {
        guard let first = days.first, mayHaveGaps(matter, judgement, since: first) else { return [] }
        return days.filter { mark(matter, on: $0) == .gap }
    }

    /// The `count` working days before `day`, oldest first.
    package func workdays(before day: Day, count: Int) -> [Day] {
        guard count > 0 else { return [] }
        return (1...count).reversed().map { back in
            ledger.calendar.day(1 - back, workdaysAfter: day - 1)
        }
    }

    /// A quick look: most matters were never past a limit and are not behind their plan. Who is
    /// neither late nor behind now, and has not changed since `day`, was neither on any day between.
    private func mayHaveGaps(_ matter: Matter, _ judgement: Judgement, since day: Day) -> Bool {
        if let last = matter.trail.last, last.day < day { return [.red, .orange].contains(judgement.light) }
        if matter.hasPlan || !matter.formerPlans.isEmpty { return true }
        return matter.trail.contains { $0.due.map { $0.day(ledger.offset) < today } ?? false }
    }

    /// Working days since the last track before `day`, that day included.
    private func workdaysSinceTrack(_ matter: Matter, before day: Day) -> Int {
        let last = matter.trail.last { $0.isTracked && $0.day < day }?.day
        let from = last ?? matter.inHand(on: day) ?? matter.accepted ?? matter.issued ?? matter.registered
        return max(0, ledger.calendar.workdays(after: from, through: day))
    }

    // MARK: Nights

    /// Evening counts that passed without an answer (过夜) that is still owed: problems, and demands marked 急.
    ///
    /// In 平时 working days count, so that Friday to Monday is one night; in 攻坚 and 战时 every day.
    package func nights(_ matter: Matter) -> Int { overNight(matter)?.total ?? 0 }

    /// The nights of a matter that stays over night now; nil for one that is answered, or that was only
    /// just sent up and has not passed an evening there.
    package func overNight(_ matter: Matter) -> Nights? {
        guard matter.awaitsAnswer else { return nil }
        let nights = ledger.nights(of: matter, through: lastEvening)
        return nights.isOwed && nights.atLevel > 0 && matter.standingAnswer?.kind != .handedToDuty ? nights : nil
    }

    /// The day of the last evening count that has passed.
    package var lastEvening: Day {
        let evening = Moment(today, minute: ledger[rulesOn: today].eveningCount, offset: ledger.offset)
        return judge.now >= evening ? today : today - 1
    }
}
