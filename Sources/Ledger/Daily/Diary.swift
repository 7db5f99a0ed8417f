import Text

/// What the office keeps beside its matters: meetings, recurring duties, evening counts.
///
/// Old meetings and counts leave it when new ones come; the events keep them.
package struct Diary: Hashable, Sendable {
    package var meetings: [MeetingID: Meeting] = [:]
    package var routines: [RoutineID: Routine] = [:]
    package var evenings: [Day: EveningClosed] = [:]

    /// Natural days for which meetings and evening counts are at hand.
    package static let days = 60

    package init() {}

    package var isEmpty: Bool { meetings.isEmpty && routines.isEmpty && evenings.isEmpty }

    var nextMeeting: MeetingID { MeetingID((meetings.keys.max()?.rawValue ?? 0) + 1) }
    var nextRoutine: RoutineID { RoutineID((routines.keys.max()?.rawValue ?? 0) + 1) }

    /// The meeting that is under way, the latest first.
    package var underWay: Meeting? {
        meetings.values.filter(\.isUnderWay).max { ($0.began!, $0.id) < ($1.began!, $1.id) }
    }
}

/// A row of the diary, for stores.
package enum DiaryEntry: Hashable, Sendable {
    case meeting(MeetingID)
    case routine(RoutineID)
    case evening(Day)
}

extension Ledger {
    /// Takes a fact about meetings, recurring duties and evening counts; false for any other fact.
    mutating func applyDiary(_ event: Event, into touched: inout Touched) -> Bool {
        switch event.fact {
        case .meetingPlanned(let meeting):
            diary.meetings[meeting.id] = meeting
            touched.diary.append(.meeting(meeting.id))
            forgetMeetings(before: event.day - Diary.days, into: &touched)
        case .meetingBegan(let mark): change(mark.meeting, into: &touched) { $0.began = event.recorded }
        case .meetingEnded(let mark):
            change(mark.meeting, into: &touched) {
                $0.ended = event.recorded
                $0.spotlight = nil
                $0.attendance = mark.text ?? $0.attendance
            }
        case .meetingCancelled(let mark):
            change(mark.meeting, into: &touched) {
                $0.cancelled = event.day
                $0.spotlight = nil
            }
        case .meetingTurned(let turn): change(turn.meeting, into: &touched) { $0.spotlight = turn.matter }
        case .meetingNoted(let note):
            change(note.meeting, into: &touched) {
                $0.entries.append(Meeting.Entry(matters: note.matters, text: note.text))
            }
        case .topicAdded(let added): change(added.meeting, into: &touched) { $0.topics.append(added.topic) }
        case .ruled(let ruling):
            guard let meeting = ruling.meeting else { return event.matter == nil }
            change(meeting, into: &touched) {
                let about = event.matter.map { [$0] } ?? []
                $0.entries.append(Meeting.Entry(matters: about, text: ruling.conclusion, ruling: ruling))
            }
            // What it says of its matter is the matter's to take.
            return event.matter == nil
        case .routineAdded(let routine):
            diary.routines[routine.id] = routine
            touched.diary.append(.routine(routine.id))
        case .routineTicked(let tick): take(tick, event: event, into: &touched)
        case .routineEnded(let end):
            diary.routines[end.routine]?.ended = event.day
            touched.diary.append(.routine(end.routine))
        case .eveningCounted(let count):
            diary.evenings[count.day] = EveningClosed(
                count: count,
                moment: event.recorded,
                signature: event.signature
            )
            touched.diary.append(.evening(count.day))
            for day in diary.evenings.keys where day < count.day - Diary.days {
                diary.evenings[day] = nil
                touched.diary.append(.evening(day))
            }
        default:
            return false
        }
        return true
    }

    private mutating func change(_ id: MeetingID, into touched: inout Touched, _ change: (inout Meeting) -> Void) {
        guard diary.meetings[id] != nil else { return }
        change(&diary.meetings[id]!)
        touched.diary.append(.meeting(id))
    }

    private mutating func forgetMeetings(before day: Day, into touched: inout Touched) {
        // The newest stays, for the next number is counted from it.
        let newest = diary.meetings.keys.max()
        for meeting in diary.meetings.values where meeting.day < day && meeting.id != newest {
            diary.meetings[meeting.id] = nil
            touched.diary.append(.meeting(meeting.id))
        }
    }

    private mutating func take(_ tick: RoutineTick, event: Event, into touched: inout Touched) {
        guard diary.routines[tick.routine] != nil else { return }
        let known = event.origin == nil ? event.recorded.day(offset) : event.day
        let person = tick.person ?? event.signature.person
        let new = Routine.Tick(
            due: tick.due,
            day: event.day,
            person: person,
            account: person == nil ? event.signature.login : nil,
            isLate: known > event.day,
            text: tick.text
        )
        var ticks = diary.routines[tick.routine]!.ticks.filter { $0.due != tick.due }
        ticks.insert(new, at: ticks.firstIndex { $0.due > new.due } ?? ticks.endIndex)
        diary.routines[tick.routine]!.ticks = ticks.suffix(Routine.kept)
        touched.diary.append(.routine(tick.routine))
    }
}
