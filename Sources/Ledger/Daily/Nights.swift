/// How long a problem has stayed without an answer (过夜).
package struct Nights: Hashable, Sendable {
    /// Evening counts that passed without an answer, on all levels together.
    package var total = 0
    /// The level it was last sent up to; nil while it is with those who registered it.
    package var level: DecisionLevel?
    /// Of these, counted at that level: 「在书记处 2 夜，共 3 夜」.
    package var atLevel = 0
    /// Whether the evening count after the last one asks for an answer.
    package var isOwed = false

    package init(total: Int = 0, level: DecisionLevel? = nil, atLevel: Int = 0, isOwed: Bool = false) {
        self.total = total
        self.level = level
        self.atLevel = atLevel
        self.isOwed = isOwed
    }
}

extension Ledger {
    /// The evening counts through that of `evening` which passed without an answer.
    ///
    /// One night is one count passed without an answer: in 平时 working days count, so that Friday to
    /// Monday is one night; in 攻坚 and 战时 every day. Sending up answers the evening of its own day;
    /// from the next on the receiving level counts its nights, and the total goes on. 交值班 answers the
    /// evenings until the next working day.
    ///
    /// - Parameter morning: leaves out answers of this day and later, to see what was known that morning.
    package func nights(of matter: Matter, through evening: Day, asOf morning: Day? = nil) -> Nights {
        var nights = Nights()
        guard matter.staysOverNight, evening >= matter.registered else { return nights }
        var holds = Hold.open
        var from = matter.registered
        func pass(before end: Day) {
            let first: Day
            switch holds {
            case .answered: return
            case .open: first = from
            case .openFrom(let day): first = max(from, day)
            }
            let count = evenings(of: matter, from: first, through: min(end - 1, evening))
            nights.total += count
            nights.atLevel += count
        }
        for answer in matter.answers where morning.map({ answer.day < $0 }) ?? true {
            let first = firstEvening(after: answer.moment)
            pass(before: first)
            from = max(from, first)
            switch answer.kind {
            case .solved, .measure, .decided: holds = .answered
            case .sentUp:
                holds = .openFrom(answer.day + 1)
                nights.level = answer.terms.level
                nights.atLevel = 0
            case .handedToDuty: holds = .openFrom(calendar.workday(onOrAfter: answer.day + 1))
            }
            if let withdrawn = answer.withdrawn {
                let again = firstEvening(after: withdrawn)
                pass(before: again)
                from = max(from, again)
                holds = .open
            }
        }
        pass(before: evening + 1)
        switch holds {
        case .answered: break
        case .open: nights.isOwed = from <= evening + 1
        case .openFrom(let day): nights.isOwed = day <= evening + 1
        }
        return nights
    }

    /// Whether the evening count of `day` asks for an answer that is not there yet.
    package func owesAnswer(_ matter: Matter, on day: Day) -> Bool {
        guard matter.awaitsAnswer else { return false }
        return nights(of: matter, through: day).total > nights(of: matter, through: day - 1).total
    }

    /// What stands at an evening count.
    private enum Hold {
        case answered
        case open
        case openFrom(Day)
    }

    /// The first evening count after a moment.
    private func firstEvening(after moment: Moment) -> Day {
        let day = moment.day(offset)
        return moment < Moment(day, minute: self[rulesOn: day].eveningCount, offset: offset) ? day : day + 1
    }

    /// The evening counts on these days.
    func evenings(of matter: Matter, from first: Day, through last: Day) -> Int {
        guard first <= last else { return 0 }
        // Of each evening its own phase decides; mostly all of them are of one.
        guard hasPhaseOrders(matter.campaign) else {
            return self[rulesOn: last][phase(of: matter.campaign, on: last)].countsEveryNight
                ? last - first + 1 : calendar.workdays(after: first - 1, through: last)
        }
        return (first.number...last.number).count { number in
            let day = Day(number: number)
            return calendar.isWorkday(day) || self[rulesOn: day][phase(of: matter.campaign, on: day)].countsEveryNight
        }
    }
}
