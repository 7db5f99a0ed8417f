package import Ledger
package import Supervision

/// What stands on the overdue list that gets signed (逾期事项清单, PRACTICE §7), before it is set on paper.
///
/// It is compared with the list of the morning of the previous working day, as that list was printed.
package struct OverdueList: Hashable, Sendable {
    package var now: Moment
    package var today: Day
    /// 期号: the working day of the year, so that a list printed twice has one number.
    package var issue: Int
    /// Printed on a rest day, under the number of the last working day.
    package var isExtra: Bool
    /// Every red matter, in directory order of the lead units, then by days overdue.
    package var rows: [Row]
    /// On this list and not on the previous one.
    package var added: Int
    /// On the previous list and settled since.
    package var settled: Int
    /// 已报办结，待审核; 挂账; 未签收: not overdue, counted at the foot.
    package var waitingReview: Int
    package var parked: Int
    package var unsigned: Int
    /// Some days were counted in years without a published notice (估).
    package var isEstimated: Bool

    package struct Row: Hashable, Sendable {
        package var matter: Matter
        package var judgement: Judgement
    }

    /// The list at a moment.
    ///
    /// - Parameter ledger: holds every open matter. Settled ones that it no longer holds are counted from its sums.
    package init(_ ledger: Ledger, at now: Moment) {
        let judge = Judge(ledger, at: now)
        let calendar = ledger.calendar
        self.now = now
        today = judge.today
        let yearsEve = Day(year: judge.today.year, month: 1, day: 1)! - 1
        issue = calendar.workdays(after: yearsEve, through: judge.today)
        isExtra = !calendar.isWorkday(judge.today)

        let morning = Morning(calendar.workday(onOrBefore: judge.today - 1), ledger)
        rows = []
        (added, settled, waitingReview, parked, unsigned) = (0, 0, 0, 0, 0)
        var settledInSums = morning.settledInSums
        for matter in ledger.matters.values {
            if matter.stage.isSettled {
                if morning.listed(matter) { settled += 1 }
                if morning.isInSums(matter) { settledInSums -= 1 }
                continue
            }
            guard matter.stage.isOpen else { continue }
            let judgement = judge.judge(matter)
            switch judgement.reason {
            case _ where judgement.light == .red:
                rows.append(Row(matter: matter, judgement: judgement))
                if !morning.listed(matter) { added += 1 }
            case .waitingReview: waitingReview += 1
            case .parked: parked += 1
            case .unsigned, .unsignedPast: unsigned += 1
            default: break
            }
        }
        settled += max(0, settledInSums)
        rows.sort { $0.place(ledger) < $1.place(ledger) }
        let days = [judge.today] + rows.compactMap { $0.matter.due?.day(ledger.offset) }
        isEstimated = days.contains(where: calendar.isEstimated)
    }

    /// Matters overdue by at least so many working days.
    package func count(atLeast workdays: Int) -> Int {
        rows.count { $0.judgement.overdueWorkdays >= workdays }
    }
}

extension OverdueList.Row {
    /// Units in directory order, which is that of their keys; then the longest overdue first.
    fileprivate func place(_ ledger: Ledger) -> (Int, Int, Int, Int) {
        (
            matter.lead?.rawValue ?? .max, -judgement.overdueWorkdays, matter.due?.day(ledger.offset).number ?? 0,
            matter.number.rawValue
        )
    }
}

/// The morning of a working day, when its list was printed.
private struct Morning {
    let day: Day
    let ledger: Ledger

    init(_ day: Day, _ ledger: Ledger) {
        self.day = day
        self.ledger = ledger
    }

    /// Whether the matter stood on that morning's list, by what it was on the evening before.
    func listed(_ matter: Matter) -> Bool {
        guard let trace = matter.trace(on: day - 1), let due = trace.due, due.day(ledger.offset) < day else {
            return false
        }
        switch trace.stage {
        case .inHand: return true
        case .reported:
            let closing = ledger.rules(on: day).eveningCount
            return matter.reported.map { $0 >= due.passes(closing: closing, offset: ledger.offset) } ?? false
        default: return false
        }
    }

    /// Matters that stood on the list and whose settlement counts from that day or later.
    var settledInSums: Int {
        let days = ledger.sums[.street]?.days[day]
        return (days?.settledLate ?? 0) + (days?.overdueSettledSince ?? 0)
    }

    /// Whether the matter is one of ``settledInSums``.
    func isInSums(_ matter: Matter) -> Bool {
        guard let settled = matter.settled, let due = matter.due?.day(ledger.offset) else { return false }
        return settled >= day && due < day
    }
}
