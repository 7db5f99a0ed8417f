import Ledger
import Samples
import Supervision
import Testing
import Text

/// 例会 as the phase asks for them. The land campaign is in 攻坚; 2026-11-20 is a Friday.
struct ExpectedMeetingTests {
    /// Holds a meeting of the land campaign.
    private func hold(_ kind: MeetingKind, on day: Day, in office: inout Office) throws {
        let planned = try office.perform(
            .daily(.planMeeting(Meeting(kind: kind, campaign: .land, day: day))),
            at: Moment(day, minute: 420, offset: .china)
        )
        guard case .meetingPlanned(let meeting)? = planned.first?.fact else { return }
        try office.perform(.daily(.beginMeeting(meeting.id)), at: Moment(day, minute: kind.usualMinute, offset: .china))
        try office.perform(.daily(.endMeeting(meeting.id, nil)), at: Moment(day, minute: 1_090, offset: .china))
    }

    private func supervisor(_ office: Office, in phase: Phase = .push, at now: Moment) -> Supervisor {
        var ledger = office.ledger
        ledger.campaigns[.land]?.phase = phase
        return Supervisor(ledger, at: now)
    }

    private func missed(_ office: Office, in phase: Phase = .push, at now: Moment) -> [MeetingTurnDue] {
        supervisor(office, in: phase, at: now).missedMeetings().flatMap(\.turns)
    }

    @Test("Who keeps no meetings in the ledger is asked for none")
    func none() {
        #expect(missed(.founded, at: "2026-11-20 08:00").isEmpty)
        #expect(supervisor(.founded, at: "2026-11-20 08:00").expectedMeetings().isEmpty)
    }

    @Test("攻坚: early and late each working day, each counted by itself, until one is held in its place")
    func push() throws {
        var office = Office.founded
        try hold(.early, on: "2026-11-13", in: &office)
        try hold(.late, on: "2026-11-16", in: &office)
        // 11-14 and 11-15 are rest days.
        #expect(missed(office, at: "2026-11-16 23:00") == [])
        #expect(missed(office, at: "2026-11-17 08:00") == [MeetingTurnDue(day: "2026-11-16", kind: .early)])
        try hold(.early, on: "2026-11-17", in: &office)
        #expect(missed(office, at: "2026-11-17 12:00") == [])
        #expect(
            missed(office, at: "2026-11-19 08:00") == [
                MeetingTurnDue(day: "2026-11-17", kind: .late), MeetingTurnDue(day: "2026-11-18", kind: .early),
                MeetingTurnDue(day: "2026-11-18", kind: .late),
            ]
        )
        let said = supervisor(office, at: "2026-11-19 08:00").missedMeetings()
        #expect(said.map(\.rhythm) == [.earlyAndLate] && said.map(\.phase) == [.push])
        // Called off with a reason: that is accounted for.
        try office.perform(
            .daily(.planMeeting(Meeting(kind: .late, campaign: .land, day: "2026-11-19"))),
            at: "2026-11-19 09:00"
        )
        try office.perform(.daily(.cancelMeeting(4, "全员入户")), at: "2026-11-19 10:00")
        #expect(missed(office, at: "2026-11-20 08:00").map(\.kind) == [.early, .early])
    }

    @Test("平时: one in a week that has working days, due with its last; 战时: one each day, rest days too")
    func otherPhases() throws {
        var normal = Office.founded
        try hold(.special, on: "2026-11-11", in: &normal)
        #expect(missed(normal, in: .normal, at: "2026-11-20 08:00") == [])
        #expect(
            missed(normal, in: .normal, at: "2026-11-21 08:00") == [MeetingTurnDue(day: "2026-11-20", kind: .weekly)]
        )
        try hold(.weekly, on: "2026-11-23", in: &normal)
        #expect(missed(normal, in: .normal, at: "2026-11-24 08:00") == [])

        var emergency = Office.founded
        try hold(.special, on: "2026-11-13", in: &emergency)
        let days = missed(emergency, in: .emergency, at: "2026-11-17 08:00")
        #expect(days.map(\.day) == ["2026-11-14", "2026-11-15", "2026-11-16"] && days.allSatisfy { $0.kind == nil })
    }

    @Test(
        "What today asks for and nobody announced; the office's own rhythm; outside its days a campaign is asked for none"
    )
    func today() throws {
        var office = Office.founded
        try hold(.early, on: "2026-11-20", in: &office)
        func expected(_ now: Moment) -> [MeetingKind?] {
            supervisor(office, at: now).expectedMeetings().map(\.turn.kind)
        }
        #expect(expected("2026-11-20 12:00") == [.late])
        try office.perform(
            .daily(.planMeeting(Meeting(kind: .late, campaign: .land, day: "2026-11-20"))),
            at: "2026-11-20 12:00"
        )
        #expect(expected("2026-11-20 13:00") == [])
        #expect(expected("2026-11-21 08:00") == [])
        #expect(expected("2026-11-23 08:00") == [.early, .late])
        var ledger = office.ledger
        ledger.campaigns[.land]?.phase = .push
        ledger.campaigns[.land]?.due = "2026-11-22"
        #expect(Supervisor(ledger, at: "2026-11-24 08:00").missedMeetings().isEmpty)
        ledger = office.ledger
        ledger.campaigns[.land]?.phase = .push
        var rules = ledger.rules
        rules.push.meetings = MeetingRhythm.none
        ledger.rulesHistory.append(RulesEdition(from: "2026-11-23", rules: rules))
        #expect(Supervisor(ledger, at: "2026-11-23 08:00").expectedMeetings().isEmpty)
        // Announced is not held.
        #expect(
            Supervisor(ledger, at: "2026-11-24 08:00").missedMeetings().flatMap(\.turns)
                == [MeetingTurnDue(day: "2026-11-20", kind: .late)]
        )
    }
}
