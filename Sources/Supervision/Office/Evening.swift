package import Ledger

/// 当日清点: the problems and urgent demands of a day, one by one, and what stands when it is over.
package struct Evening: Hashable, Sendable {
    package var day: Day
    /// Those that owe an answer first, the longest over night first.
    package var items: [Item]
    /// The count as it was closed, if it was.
    package var closed: EveningClosed?

    package struct Item: Hashable, Sendable {
        package var matter: MatterNumber
        package var state: State
        /// Evening counts before this one that passed without an answer.
        package var nights: Nights
    }

    package enum State: Hashable, Sendable {
        /// Owes an answer before the count.
        case owed
        /// Answered, with a day that is this one or has passed: is it done?
        case promised(Answer)
        /// Answered today.
        case answered(Answer)
    }

    package var owed: Int { items.count { $0.state == .owed } }
}

/// What tomorrow brings, as it stands after the count: the list of the next working day.
package struct Tomorrow: Hashable, Sendable {
    package var day: Day
    /// Due on that day or on a rest day before it.
    package var due: [MatterNumber] = []
    /// Over night without an answer.
    package var overNight: [MatterNumber] = []
    /// 值班交来
    package var handedOver: [MatterNumber] = []
    /// Measures whose day it is.
    package var promised: [MatterNumber] = []
    /// To be tracked, if nothing happens before.
    package var track: [MatterNumber] = []
    package var meetings: [MeetingID] = []
    package var routines: [RoutineID] = []
}

/// What a day asks for beside the duties of its matters.
package struct Morning: Hashable, Sendable {
    /// Measures whose day it is, or has passed.
    package var promised: [MatterNumber]
    /// Not yet over.
    package var meetings: [MeetingID]
    /// Meetings that the phase of a campaign asks for today, and nobody has announced.
    package var expected: [ExpectedMeeting] = []
    /// 口头交办待确认: given by word of mouth before today, and not approved yet.
    package var spoken: [MatterNumber] = []
    /// Recurring duties due today, or still to be made good.
    package var routines: [RoutineTurn]
    /// Work that comes again whose next turn is not open: the next record opens it, or somebody must say what it needs.
    package var turns: [MatterNumber]

    package var isEmpty: Bool {
        promised.isEmpty && meetings.isEmpty && expected.isEmpty && spoken.isEmpty && routines.isEmpty && turns.isEmpty
    }
}

/// What a day's records amount to (日报的数).
package struct DayFacts: Hashable, Sendable {
    package var day: Day
    package var registered = 0
    package var settled = 0
    package var settledLate = 0
    package var owedTracks = 0
    package var tracked = 0
    /// Problems and urgent demands: answered today, and still without an answer.
    package var answered = 0
    package var unanswered = 0
    package var handed = 0
    package var decided = 0
}

extension Supervisor {
    /// Whether a measure is to be handed to the duty desk this evening: tomorrow is a rest day.
    package var canHandToDuty: Bool { !ledger.calendar.isWorkday(today + 1) }

    package func evening() -> Evening {
        let items = ledger.matters.values.compactMap(eveningItem)
        return Evening(
            day: today,
            items: items.sorted { ($0.rank, -$0.nights.total, $0.matter) < ($1.rank, -$1.nights.total, $1.matter) },
            closed: ledger.diary.evenings[today]
        )
    }

    package func eveningItem(_ matter: Matter) -> Evening.Item? {
        guard matter.awaitsAnswer else {
            // Solved today and reported with it: it is gone through all the same.
            guard matter.staysOverNight, matter.stage.isOpen || matter.stage.isSettled, let answer = matter.answer,
                answer.day == today
            else { return nil }
            return Evening.Item(matter: matter.number, state: .answered(answer), nights: nightsBefore(matter))
        }
        if ledger.owesAnswer(matter, on: today) {
            return Evening.Item(matter: matter.number, state: .owed, nights: nightsBefore(matter))
        }
        guard let answer = matter.standingAnswer else { return nil }
        if answer.day == today {
            return Evening.Item(matter: matter.number, state: .answered(answer), nights: nightsBefore(matter))
        }
        if answer.kind == .measure, let due = answer.terms.due, due <= today {
            return Evening.Item(matter: matter.number, state: .promised(answer), nights: nightsBefore(matter))
        }
        return nil
    }

    private func nightsBefore(_ matter: Matter) -> Nights { ledger.nights(of: matter, through: today - 1) }

    /// The list of the next working day, as it stands now.
    package func tomorrow() -> Tomorrow {
        let next = ledger.calendar.workday(onOrAfter: today + 1)
        var list = Tomorrow(day: next)
        // By the lights of then: what is due today is overdue in the morning, and a plan goes on by itself.
        let morning = Supervisor(ledger, at: Moment(next, minute: 0, offset: ledger.offset))
        for matter in ledger.matters.values where matter.stage.isOpen {
            if matter.stage == .inHand, let due = matter.due?.day(ledger.offset), due > today, due <= next {
                list.due.append(matter.number)
            }
            if morning.mustTrackToday(matter, morning.judge.judge(matter)) { list.track.append(matter.number) }
            guard matter.awaitsAnswer else { continue }
            if let answer = matter.standingAnswer, answer.kind == .handedToDuty {
                list.handedOver.append(matter.number)
            } else if ledger.owesAnswer(matter, on: today) || overNight(matter) != nil {
                list.overNight.append(matter.number)
            }
            if let answer = matter.standingAnswer, answer.kind == .measure, let due = answer.terms.due, due <= next {
                list.promised.append(matter.number)
            }
        }
        for path in [\Tomorrow.due, \.overNight, \.handedOver, \.promised, \.track] { list[keyPath: path].sort() }
        list.meetings = meetings(on: next).filter(\.isPlanned).map(\.id)
        list.routines = ledger.diary.routines.values
            .filter { !$0.dueDays(from: next, through: next, calendar: ledger.calendar).isEmpty }
            .map(\.id).sorted()
        return list
    }

    /// What a morning's list holds beside the duties of matters, as the evening before it said.
    package func morning() -> Morning {
        let promised = ledger.matters.values.filter { matter in
            guard case .promised? = eveningItem(matter)?.state else { return false }
            return true
        }
        return Morning(
            promised: promised.map(\.number).sorted(),
            meetings: meetings(on: today).filter { $0.ended == nil }.map(\.id),
            expected: expectedMeetings(),
            spoken: spokenToConfirm(),
            routines: routinesNow().filter { !$0.isDone },
            turns: ledger.matters.values.filter { $0.owesTurn(on: today, offset: ledger.offset) }.map(\.number).sorted()
        )
    }

    /// What a leader said must be confirmed by an approval; until then it is listed each morning (PRACTICE §2).
    package func spokenToConfirm() -> [MatterNumber] {
        ledger.matters.values.filter { matter in
            matter.source == .spoken && [.draft, .pending].contains(matter.stage) && matter.registered < today
                && isSupervised(matter)
        }
        .map(\.number).sorted()
    }

    package func dayFacts() -> DayFacts {
        var facts = DayFacts(day: today)
        let sums = ledger.sums[.street]?.days[today] ?? DaySums()
        facts.registered = sums.registered
        facts.settled = sums.settled
        facts.settledLate = sums.settledLate
        for matter in ledger.matters.values {
            if matter.stage.isOpen, mustTrackToday(matter, judge.judge(matter)) {
                facts.owedTracks += 1
                if matter.track(on: today).isTracked { facts.tracked += 1 }
            }
            if matter.rulings.last?.day == today { facts.decided += 1 }
            guard matter.staysOverNight else { continue }
            if matter.answer?.day == today { facts.answered += 1 }
            if matter.awaitsAnswer, matter.standingAnswer?.kind == .handedToDuty { facts.handed += 1 }
            if ledger.owesAnswer(matter, on: today) { facts.unanswered += 1 }
        }
        return facts
    }
}

extension Evening.Item {
    fileprivate var rank: Int {
        switch state {
        case .owed: 0
        case .promised: 1
        case .answered: 2
        }
    }
}
