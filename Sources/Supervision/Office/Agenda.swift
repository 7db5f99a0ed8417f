package import Ledger
import Text

/// What a meeting goes through, made by the ledger (议程): 上次议定事项 first, then 今日须定, then what is
/// overdue, over night and due, then what was put on it by hand.
package struct Agenda: Hashable, Sendable {
    package var meeting: MeetingID
    /// The meeting whose decisions come first; nil where there was none.
    package var previous: MeetingID?
    package var points: [Point]

    package enum Kind: Int, Hashable, Sendable, CaseIterable {
        /// 上次议定事项
        case resolved
        /// 今日须定
        case decide
        /// 逾期
        case overdue
        /// 过夜
        case overNight
        /// 今日到期
        case dueToday
        /// 今日办结 (late meetings)
        case settledToday
        /// 其他
        case topic
    }

    package struct Point: Hashable, Sendable {
        package var kind: Kind
        package var matter: MatterNumber?
        /// Why it is here: what was decided, what is asked for, or the words of a topic.
        package var text: Prose?
        /// Who has to decide it, where somebody has.
        package var level: DecisionLevel?
        /// How it stands; nil for one that is no longer at hand (已销号).
        package var judgement: Judgement?

        package init(
            _ kind: Kind,
            matter: MatterNumber? = nil,
            text: Prose? = nil,
            level: DecisionLevel? = nil,
            judgement: Judgement? = nil
        ) {
            self.kind = kind
            self.matter = matter
            self.text = text
            self.level = level
            self.judgement = judgement
        }
    }
}

extension Supervisor {
    /// Meetings of a day that are not called off, in the order of their hours.
    package func meetings(on day: Day) -> [Meeting] {
        ledger.diary.meetings.values.filter { $0.day == day && $0.cancelled == nil }
            .sorted { ($0.minute ?? $0.kind.usualMinute, $0.id) < ($1.minute ?? $1.kind.usualMinute, $1.id) }
    }

    /// The last meeting of the same body that was held before this one.
    package func previous(of meeting: Meeting) -> Meeting? {
        ledger.diary.meetings.values
            .filter {
                $0.campaign == meeting.campaign && $0.ended != nil && $0.id != meeting.id && order($0) < order(meeting)
            }
            .max { order($0) < order($1) }
    }

    private func order(_ meeting: Meeting) -> (Day, Int, MeetingID) {
        (meeting.day, meeting.minute ?? meeting.kind.usualMinute, meeting.id)
    }

    package func agenda(of meeting: Meeting) -> Agenda {
        let previous = previous(of: meeting)
        var agenda = Agenda(meeting: meeting.id, previous: previous?.id, points: [])
        var seen: Set<MatterNumber> = []
        func add(_ point: Agenda.Point) {
            if let number = point.matter, !seen.insert(number).inserted { return }
            agenda.points.append(point)
        }
        for entry in previous?.entries ?? [] {
            guard let ruling = entry.ruling else { continue }
            for number in ruling.made {
                let matter = ledger.matters[number]
                add(.init(.resolved, matter: number, text: ruling.conclusion, judgement: matter.map(judge.judge)))
            }
        }
        for point in decisions(of: meeting) { add(point) }
        let duties = self.duties(gapsWithin: 0).filter { isOn(meeting, $0.matter) }
        func list(_ kind: Agenda.Kind, _ matches: (Duty.Kind) -> Bool) {
            for duty in duties where matches(duty.kind) {
                add(.init(kind, matter: duty.matter, judgement: duty.judgement))
            }
        }
        list(.overdue) { $0 == .overdue }
        list(.overNight) {
            switch $0 {
            case .overNight, .handedOver: true
            default: false
            }
        }
        list(.dueToday) { $0 == .dueToday }
        if meeting.kind == .late {
            for matter in ledger.matters.values.sorted(by: { $0.number < $1.number })
            where matter.settled == today && isOn(meeting, matter.number) {
                add(.init(.settledToday, matter: matter.number, judgement: judge.judge(matter)))
            }
        }
        for topic in meeting.topics {
            let judgement = topic.matter.flatMap { ledger.matters[$0] }.map(judge.judge)
            agenda.points.append(.init(.topic, matter: topic.matter, text: topic.text, judgement: judgement))
        }
        return agenda
    }

    /// 今日须定: what was sent up, what a track asks leaders for (请 …), extensions included, and the hard cases.
    package func decisions(of meeting: Meeting) -> [Agenda.Point] {
        var points = pendingDecisions().filter { isOn(meeting, $0.matter) }.map { pending in
            Agenda.Point(
                .decide,
                matter: pending.matter,
                text: pending.text,
                level: pending.level,
                judgement: ledger.matters[pending.matter].map(judge.judge)
            )
        }
        let asked = Set(points.compactMap(\.matter))
        for matter in ledger.matters.values.sorted(by: { $0.number < $1.number })
        where matter.stage == .inHand && isOn(meeting, matter.number) && !asked.contains(matter.number) {
            let request = matter.request.map(\.reason) ?? matter.leaderRequest
            guard let request else { continue }
            let level: DecisionLevel? = matter.request.map { _ in matter.extensions == 0 ? .viceLeader : .secretary }
            points.append(
                .init(.decide, matter: matter.number, text: request, level: level, judgement: judge.judge(matter))
            )
        }
        // 疑难个案待定: by their knot, where nobody sent them up or asked for a decision.
        let listed = Set(points.compactMap(\.matter))
        for matter in ledger.casesToDecide(in: meeting.campaign) where !listed.contains(matter.number) {
            points.append(
                .init(
                    .decide,
                    matter: matter.number,
                    text: matter.hardCase?.knot,
                    level: matter.caseLevel,
                    judgement: judge.judge(matter)
                )
            )
        }
        return points
    }

    /// A headquarters goes through its campaign, the street through everything.
    private func isOn(_ meeting: Meeting, _ number: MatterNumber) -> Bool {
        meeting.campaign == nil || ledger.matters[number]?.campaign == meeting.campaign
    }
}

extension Matter {
    /// 需领导定: what the last track asked leaders for (请 …), where it was not answered by a decision since.
    package var leaderRequest: Prose? {
        guard let track = lastTrack, let words = track.text.text, let request = TrackText(words).request,
            request != "无", rulings.last.map({ $0.day < track.day }) ?? true
        else { return nil }
        return Prose(request)
    }
}
