package import Ledger
package import Supervision

// Meetings that a phase asks for.

extension Words {
    /// 「例会未开：环湖片区土地整备 攻坚，应每个工作日开早会、晚会；11-18 晚会、11-19 晚会未开」
    package func sentence(_ missed: MissedMeetings, seenFrom today: Day, in ledger: Ledger) -> String {
        let name = campaign(missed.campaign, in: ledger)
        // The last few tell enough.
        let shown = missed.turns.suffix(4).map { turn($0, seenFrom: today) }.joined(separator: self("、", ", "))
        let more =
            missed.turns.count > 4 ? self("等 \(missed.turns.count) 次", " and more, \(missed.turns.count) in all,") : ""
        return self(
            "例会未开：\(name) \(self.name(missed.phase))，\(rule(missed.rhythm))；\(shown)\(more)未开",
            "No meeting: \(name), \(self.name(missed.phase)), \(rule(missed.rhythm)); \(shown)\(more) not held"
        )
    }

    /// The same of several in one short line: 「例会未开：环湖片区土地整备 4 次、结对帮扶 1 次」; empty for none.
    package func line(_ missed: [MissedMeetings], in ledger: Ledger) -> String {
        guard !missed.isEmpty else { return "" }
        let parts = missed.map { missed in
            campaign(missed.campaign, in: ledger)
                + self(" \(missed.turns.count) 次", " \(missed.turns.count)")
        }
        return self("例会未开：", "No meeting: ") + parts.joined(separator: self("、", ", "))
    }

    /// 「应开未通知：环湖片区土地整备 晚会（攻坚，应每个工作日开早会、晚会）」
    package func sentence(_ expected: ExpectedMeeting, on day: Day, in ledger: Ledger) -> String {
        let name = campaign(expected.campaign, in: ledger)
        let phase = ledger.phase(of: expected.campaign, on: day)
        let rule = "\(self.name(phase))" + self("，", ", ") + self.rule(ledger.rules(on: day).meetings(in: phase))
        let kind = expected.turn.kind.map { self.name($0) } ?? self("调度会", "a meeting")
        return self("应开未通知：\(name) \(kind)（\(rule)）", "not announced: \(name), \(kind) (\(rule))")
    }

    package var missedMeetings: String { self("例会未开", "no meeting") }

    private func rule(_ rhythm: MeetingRhythm) -> String {
        switch rhythm {
        case .none: self("不定期开会", "meets when needed")
        case .weekly: self("应每周开例会", "one meeting a week")
        case .earlyAndLate: self("应每个工作日开早会、晚会", "an early and a late meeting each working day")
        case .daily: self("应每日开会调度", "a meeting each day")
        }
    }

    private func turn(_ turn: MeetingTurnDue, seenFrom today: Day) -> String {
        let day = short(turn.day, seenFrom: today)
        switch turn.kind {
        case nil: return day
        case .weekly?: return self("\(day) 那一周", "the week of \(day)")
        case let kind?: return "\(day) \(name(kind))"
        }
    }
}
