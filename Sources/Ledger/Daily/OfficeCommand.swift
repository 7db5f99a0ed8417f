package import Text

/// What somebody asks of the office's own day: decisions, meetings, recurring duties, 会审, the count.
package enum OfficeCommand: Hashable, Sendable {
    /// 决定
    case rule(RulingDraft)
    /// 通知开会; the id in it is ignored and the next one given.
    case planMeeting(Meeting)
    case beginMeeting(MeetingID)
    /// Turns the meeting, and the wall with it, to a matter; nil turns it away.
    case turnMeeting(MeetingID, to: MatterNumber?)
    /// 会上记一句, serving several matters.
    case noteInMeeting(MeetingID, [MatterNumber], CleanText)
    case addTopic(MeetingID, MatterNumber?, CleanText?)
    /// 散会, with 出席 and 缺席.
    case endMeeting(MeetingID, CleanText?)
    case cancelMeeting(MeetingID, CleanText)
    /// A recurring duty; the id in it is ignored.
    case addRoutine(Routine)
    /// 勾: the turn that was due on a day, by somebody.
    case tickRoutine(RoutineID, due: Day, by: PersonID?, CleanText?)
    case endRoutine(RoutineID)
    /// 清点毕, over the matters that were gone through.
    case closeEvening([MatterNumber])
    /// 送审: a plan to its reviewers, or its next version.
    case openReview(MatterNumber, CleanText, [UnitID])
    /// 会审意见 of a reviewer
    case giveOpinion(MatterNumber, UnitID, JointReview.Verdict, CleanText?)

    package var matter: MatterNumber? {
        switch self {
        case .rule(let draft): draft.matter
        case .openReview(let number, _, _), .giveOpinion(let number, _, _, _): number
        default: nil
        }
    }

    /// Matters it refers to beside its own.
    package var references: [MatterNumber] {
        switch self {
        case .noteInMeeting(_, let numbers, _): numbers
        case .closeEvening(let numbers): numbers
        case .turnMeeting(_, let number), .addTopic(_, let number, _): [number].compactMap { $0 }
        default: []
        }
    }

    /// Whether the rules ask about units and people at large.
    package var needsDirectory: Bool {
        switch self {
        case .rule, .planMeeting, .addRoutine, .tickRoutine, .openReview, .giveOpinion: true
        default: false
        }
    }

    /// Whether it reads or writes the diary.
    package var needsDiary: Bool {
        switch self {
        case .rule(let draft): draft.meeting != nil
        case .openReview, .giveOpinion: false
        default: true
        }
    }
}

/// Why a command about the office's own day is refused.
package enum DailyRefusal: Hashable, Sendable {
    /// What an answer of this kind must say and does not.
    case answerLacks(AnswerKind, [AnswerPart])
    /// 交值班 is for the evening before rest days.
    case dutyOnlyBeforeRest(next: Day)
    /// A decision says who carries it out, or that nothing has to be: it is recorded as one.
    case decidedByRuling
    case needsLevel
    /// It was sent up to a higher level, which decides.
    case levelTooLow(pending: DecisionLevel)
    /// 须上会: by a meeting only.
    case mustGoToMeeting
    /// A body decides in a meeting.
    case decidesTogether(DecisionLevel)
    /// Who decided must be named.
    case needsDecider(DecisionLevel)
    case notDecider(PersonID, DecisionLevel)
    /// A decision by meeting names the meeting.
    case needsMeetingName
    /// A decision makes at least one matter, or says 「不需落实」.
    case needsFollowUp
    case followUpMissing(place: Int, [Fixed])
    case followUpWithoutLead(place: Int)
    case noSuchMeeting(MeetingID)
    case meetingNotBegun(MeetingID)
    case meetingOver(MeetingID)
    case meetingBegan(MeetingID)
    case meetingCancelled(MeetingID)
    /// Something was noted or decided in it: it was held, and is ended rather than called off.
    case meetingHasEntries(MeetingID)
    /// The same meeting is planned for this day already.
    case meetingPlanned(MeetingID, on: Day)
    case meetingInPast(Day)
    case emptyNote
    case noSuchRoutine(RoutineID)
    /// It is not due on this day; the nearest turns.
    case routineNotDue(RoutineID, on: Day, before: Day?, after: Day?)
    case routineTicked(RoutineID, due: Day, on: Day)
    case routineEnded(RoutineID, on: Day)
    case routineAhead(due: Day)
    case noReview
    case needsReviewers
    case notReviewer(UnitID)
    /// 会审 has begun and these have not answered.
    case reviewUnanswered([UnitID])
    /// These do not agree: a new version, or a word of who issues it nonetheless.
    case reviewOpposed([UnitID])
    /// The plan is issued: too late for a review.
    case reviewTooLate
}
