import Text

// Rules of meetings.

extension Decision {
    func meeting(_ command: OfficeCommand) throws(Refusal) -> [Event] {
        let role = try role(in: Transition.office)
        switch command {
        case .planMeeting(let given):
            return [event(.meetingPlanned(try plan(given)), role: role)]
        case .beginMeeting(let id):
            let meeting = try knownMeeting(id)
            guard meeting.began == nil else { throw .daily(.meetingBegan(id)) }
            return [event(.meetingBegan(MeetingMark(meeting: id)), role: role)]
        case .turnMeeting(let id, let number):
            let meeting = try openMeeting(id)
            if let number { _ = try matter(number) }
            guard meeting.spotlight != number else { throw .nothingChanged }
            return [event(.meetingTurned(MeetingTurn(meeting: id, matter: number)), role: role)]
        case .noteInMeeting(let id, let numbers, let text):
            _ = try openMeeting(id)
            return try note(id, numbers, text, role: role)
        case .addTopic(let id, let number, let text):
            _ = try knownMeeting(id)
            if let number { _ = try matter(number) }
            guard number != nil || !(text?.isEmpty ?? true) else { throw .daily(.emptyNote) }
            let topic = Meeting.Topic(matter: number, text: text.map(Prose.init))
            return [event(.topicAdded(MeetingTopic(meeting: id, topic: topic)), role: role)]
        case .endMeeting(let id, let attendance):
            _ = try openMeeting(id)
            return [event(.meetingEnded(MeetingMark(meeting: id, text: attendance.map(Prose.init))), role: role)]
        case .cancelMeeting(let id, let reason):
            let meeting = try knownMeeting(id)
            guard meeting.ended == nil else { throw .daily(.meetingOver(id)) }
            // Begun by mistake or sent home at once it did not take place; what was said in it did.
            guard meeting.entries.isEmpty else { throw .daily(.meetingHasEntries(id)) }
            guard !reason.isEmpty else { throw .daily(.emptyNote) }
            return [event(.meetingCancelled(MeetingMark(meeting: id, text: Prose(reason))), role: role)]
        default:
            throw .nothingChanged
        }
    }

    private func plan(_ given: Meeting) throws(Refusal) -> Meeting {
        var meeting = given
        try know(campaign: meeting.campaign)
        try assign(person: meeting.chair)
        if !isImport, meeting.day < day { throw .daily(.meetingInPast(meeting.day)) }
        if meeting.kind != .special,
            let same = ledger.diary.meetings.values.first(where: {
                $0.kind == meeting.kind && $0.campaign == meeting.campaign && $0.day == meeting.day
                    && $0.cancelled == nil
            })
        {
            throw .daily(.meetingPlanned(same.id, on: same.day))
        }
        meeting.id = ledger.diary.nextMeeting
        meeting.cancelled = nil
        meeting.spotlight = nil
        // What an import brings was held already, and is taken as it was.
        if !isImport {
            meeting.began = nil
            meeting.ended = nil
            meeting.entries = []
        }
        return meeting
    }

    /// One note, and a track on each matter it serves.
    private func note(_ id: MeetingID, _ numbers: [MatterNumber], _ text: CleanText, role: Role) throws(Refusal)
        -> [Event]
    {
        guard !text.isEmpty else { throw .daily(.emptyNote) }
        let matters = Set(numbers).sorted()
        let note = MeetingNote(meeting: id, matters: matters, text: Prose(text))
        var events = [event(.meetingNoted(note), role: role)]
        for number in matters {
            let matter = try matter(number)
            let role = try permit(.track, on: matter)
            events.append(event(.tracked(Track(text: Prose(text))), on: matter, role: role))
        }
        return events
    }

    private func knownMeeting(_ id: MeetingID) throws(Refusal) -> Meeting {
        guard let meeting = ledger.diary.meetings[id] else { throw .daily(.noSuchMeeting(id)) }
        guard meeting.cancelled == nil else { throw .daily(.meetingCancelled(id)) }
        return meeting
    }

    /// A meeting that is under way.
    func openMeeting(_ id: MeetingID) throws(Refusal) -> Meeting {
        let meeting = try knownMeeting(id)
        guard meeting.began != nil else { throw .daily(.meetingNotBegun(id)) }
        guard meeting.ended == nil else { throw .daily(.meetingOver(id)) }
        return meeting
    }
}
