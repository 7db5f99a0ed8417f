package import Text

// 涂黑 of what was said in meetings and with recurring duties.

extension Fact {
    /// The meeting in which it was said or decided.
    package var meeting: MeetingID? {
        switch self {
        case .meetingPlanned(let meeting): meeting.id
        case .meetingBegan(let mark), .meetingEnded(let mark), .meetingCancelled(let mark): mark.meeting
        case .meetingTurned(let turn): turn.meeting
        case .meetingNoted(let note): note.meeting
        case .topicAdded(let added): added.meeting
        case .ruled(let ruling): ruling.meeting
        default: nil
        }
    }

    /// Whether the diary keeps what it says.
    package var isOfDiary: Bool {
        if case .routineTicked = self { return true }
        return meeting != nil
    }
}

extension Diary {
    /// Takes out of the diary what a fact put into it, where its words are among those that are blacked out.
    /// - Returns: the row that changed.
    package mutating func erase(_ words: Set<CleanText>, of fact: Fact) -> DiaryEntry? {
        func isGone(_ prose: Prose?) -> Bool { prose?.text.map(words.contains) ?? false }
        switch fact {
        case .meetingNoted(let note) where isGone(note.text):
            return change(note.meeting) { meeting in
                for index in meeting.entries.indices
                where meeting.entries[index].ruling == nil && meeting.entries[index].matters == note.matters
                    && meeting.entries[index].text == note.text
                {
                    meeting.entries[index].text = .erased
                }
            }
        case .ruled(let ruling) where isGone(ruling.conclusion):
            return change(ruling.meeting) { meeting in
                for index in meeting.entries.indices where meeting.entries[index].ruling == ruling {
                    meeting.entries[index].text = .erased
                    meeting.entries[index].ruling?.conclusion = .erased
                }
            }
        case .topicAdded(let added) where isGone(added.topic.text):
            return change(added.meeting) { meeting in
                for index in meeting.topics.indices where meeting.topics[index] == added.topic {
                    meeting.topics[index].text = .erased
                }
            }
        case .meetingEnded(let mark) where isGone(mark.text):
            return change(mark.meeting) { meeting in
                if meeting.attendance == mark.text { meeting.attendance = .erased }
            }
        case .routineTicked(let tick) where isGone(tick.text):
            guard var routine = routines[tick.routine] else { return nil }
            for index in routine.ticks.indices
            where routine.ticks[index].due == tick.due && routine.ticks[index].text == tick.text {
                routine.ticks[index].text = .erased
            }
            guard routine != routines[tick.routine] else { return nil }
            routines[tick.routine] = routine
            return .routine(tick.routine)
        default: return nil
        }
    }

    private mutating func change(_ id: MeetingID?, _ change: (inout Meeting) -> Void) -> DiaryEntry? {
        guard let id, let old = meetings[id] else { return nil }
        var meeting = old
        change(&meeting)
        guard meeting != old else { return nil }
        meetings[id] = meeting
        return .meeting(id)
    }
}
