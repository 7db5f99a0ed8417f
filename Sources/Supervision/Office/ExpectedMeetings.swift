package import Ledger

/// Meetings that a phase asks for and that nobody held (应开未开), of one headquarters: what the rule is, and on which days
/// it was not kept.
package struct MissedMeetings: Hashable, Sendable {
    package var campaign: CampaignID
    /// The phase of the last of the days, and the rhythm its rules ask for.
    package var phase: Phase
    package var rhythm: MeetingRhythm
    /// Oldest first.
    package var turns: [MeetingTurnDue]

    package init(campaign: CampaignID, phase: Phase, rhythm: MeetingRhythm, turns: [MeetingTurnDue]) {
        self.campaign = campaign
        self.phase = phase
        self.rhythm = rhythm
        self.turns = turns
    }
}

/// One meeting that is expected: on a day, or by the last working day of a week.
package struct MeetingTurnDue: Hashable, Sendable {
    package var day: Day
    /// 早会 or 晚会, the week's 周例会; nil where any meeting of the day will do.
    package var kind: MeetingKind?

    package init(day: Day, kind: MeetingKind?) {
        self.day = day
        self.kind = kind
    }
}

/// A meeting that today asks for and that is neither announced nor held.
package struct ExpectedMeeting: Hashable, Sendable {
    package var campaign: CampaignID
    package var turn: MeetingTurnDue
}

extension Supervisor {
    /// 应开未开: what passed without a meeting since the last that was held in its place, by the phase and the rules of each
    /// day. What was called off with a reason is accounted for.
    ///
    /// Asked only of a headquarters that keeps its meetings in the ledger, from the first of them on.
    package func missedMeetings(within days: Int = 14) -> [MissedMeetings] {
        headquarters().compactMap { campaign, meetings in
            var open: [MeetingKind?: [MeetingTurnDue]] = [:]
            let first = max(campaign.start, meetings[0].day, today - days)
            guard first < today else { return nil }
            for number in first.number..<today.number {
                let day = Day(number: number)
                for turn in turns(of: campaign, on: day) {
                    if isHeld(turn, in: meetings) {
                        open[turn.kind] = nil
                    } else {
                        open[turn.kind, default: []].append(turn)
                    }
                }
            }
            // A meeting of today, or of this week, makes up for what was missed before.
            for (kind, turns) in open {
                let last = turns[turns.count - 1].day
                let isMadeUp = meetings.contains { meeting in
                    last < meeting.day && meeting.day <= today && isAccountedFor(meeting) && stands(meeting, for: kind)
                }
                if isMadeUp { open[kind] = nil }
            }
            let missed = open.values.joined()
                .sorted { ($0.day, $0.kind?.usualMinute ?? 0) < ($1.day, $1.kind?.usualMinute ?? 0) }
            guard let last = missed.last else { return nil }
            let phase = ledger.phase(of: campaign.id, on: last.day)
            return MissedMeetings(
                campaign: campaign.id,
                phase: phase,
                rhythm: judge[rulesOn: last.day].meetings(in: phase),
                turns: missed
            )
        }
    }

    /// What today asks for and nobody has announced.
    package func expectedMeetings() -> [ExpectedMeeting] {
        headquarters().flatMap { campaign, meetings in
            turns(of: campaign, on: today)
                .filter { turn in
                    let isPlanned = meetings.contains {
                        $0.isPlanned && $0.day == today && stands($0, for: turn.kind)
                    }
                    return !isPlanned && !isHeld(turn, in: meetings)
                }
                .map { ExpectedMeeting(campaign: campaign.id, turn: $0) }
        }
    }

    /// Campaigns under way whose meetings are kept, with these, by day.
    private func headquarters() -> [(Campaign, [Meeting])] {
        let meetings = Dictionary(grouping: ledger.diary.meetings.values.filter { $0.campaign != nil }) { $0.campaign! }
        return ledger.campaigns.values.sorted { $0.id < $1.id }.compactMap { campaign in
            guard campaign.start <= today, today <= campaign.due, let own = meetings[campaign.id] else { return nil }
            return (campaign, own.sorted { ($0.day, $0.id) < ($1.day, $1.id) })
        }
    }

    private func turns(of campaign: Campaign, on day: Day) -> [MeetingTurnDue] {
        switch judge[rulesOn: day].meetings(in: ledger.phase(of: campaign.id, on: day)) {
        case .none: return []
        case .weekly:
            // A week is over with its last working day; one of rest days alone asks for nothing.
            let sunday = day + (7 - day.weekday)
            let isLast = ledger.calendar.isWorkday(day) && ledger.calendar.workday(onOrBefore: sunday) == day
            return isLast ? [MeetingTurnDue(day: day, kind: .weekly)] : []
        case .earlyAndLate:
            guard ledger.calendar.isWorkday(day) else { return [] }
            return [MeetingTurnDue(day: day, kind: .early), MeetingTurnDue(day: day, kind: .late)]
        case .daily: return [MeetingTurnDue(day: day, kind: nil)]
        }
    }

    private func isHeld(_ turn: MeetingTurnDue, in meetings: [Meeting]) -> Bool {
        let from = turn.kind == .weekly ? turn.day - (turn.day.weekday - 1) : turn.day
        return meetings.contains { meeting in
            isAccountedFor(meeting) && from <= meeting.day && meeting.day <= turn.day && stands(meeting, for: turn.kind)
        }
    }

    private func isAccountedFor(_ meeting: Meeting) -> Bool { meeting.began != nil || meeting.cancelled != nil }

    /// A weekly or special meeting before noon is as good as an early one, after noon as a late one.
    private func stands(_ meeting: Meeting, for kind: MeetingKind?) -> Bool {
        let minute = meeting.minute ?? meeting.kind.usualMinute
        return switch kind {
        case .early: meeting.kind == .early || (meeting.kind != .late && minute < 12 * 60)
        case .late: meeting.kind == .late || (meeting.kind != .early && minute >= 12 * 60)
        default: true
        }
    }
}
