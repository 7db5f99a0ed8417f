extension Fact {
    /// The name of a fact in the journal. Names are promises.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case founded
        case calendarReplaced
        case rulesReplaced
        case supervisionStarted
        case unitAdded
        case personAdded
        case gridAdded
        case campaignAdded
        case registered
        case imported
        case amended
        case submitted
        case issued
        case declined
        case accepted
        case tracked
        case stepAdded
        case stepTicked
        case answered
        case reported
        case sentBack
        case settled
        case struck
        case archived
        case parked
        case resumed
        case extensionAsked
        case extensionDecided
        case supportSettled
        case suspended
        case voided
        case calendarAdjusted
        case unitRenamed
        case unitClosed
        case personChanged
        case personLeft
        case leaveTaken
        case leaveEnded
        case corrected
        case handedBack
        case transferred
        case reassigned
        case parkingProposed
        case parkingRefused
        case reopened
        case limitAdjusted
        case limitRecounted
        case supportAccepted
        case supportTracked
        case undone
        case restored
        case recovered
        case yearClosed
        case erased
        case contactKept
        case contactShown
        case contactErased
        case phaseOrdered
        case campaignChanged
        case frontlineNoted
        case carried
        case mapDrawn
        // The office's own day
        case ruled
        case meetingPlanned
        case meetingBegan
        case meetingTurned
        case meetingNoted
        case topicAdded
        case meetingEnded
        case meetingCancelled
        case routineAdded
        case routineTicked
        case routineEnded
        case eveningCounted
        case reviewOpened
        case reviewAnswered
        // The ladder
        case reminded
        case slipDrafted
        case slipSigned
        case slipDelivered
        case slipAccepted
        case slipAnswered
        case slipVoided
        case stepPutOff
        case talkHeld
        case householdsAdded
        case householdVisited
        case householdsAssigned
        case householdRemoved
        case caseOpened
        case precedentKept, turnOpened
    }

    package var kind: Kind {
        switch self {
        case .founded: .founded
        case .calendarReplaced: .calendarReplaced
        case .rulesReplaced: .rulesReplaced
        case .supervisionStarted: .supervisionStarted
        case .unitAdded: .unitAdded
        case .personAdded: .personAdded
        case .gridAdded: .gridAdded
        case .campaignAdded: .campaignAdded
        case .registered: .registered
        case .imported: .imported
        case .amended: .amended
        case .submitted: .submitted
        case .issued: .issued
        case .declined: .declined
        case .accepted: .accepted
        case .tracked: .tracked
        case .stepAdded: .stepAdded
        case .stepTicked: .stepTicked
        case .answered: .answered
        case .reported: .reported
        case .sentBack: .sentBack
        case .settled: .settled
        case .struck: .struck
        case .archived: .archived
        case .parked: .parked
        case .resumed: .resumed
        case .extensionAsked: .extensionAsked
        case .extensionDecided: .extensionDecided
        case .supportSettled: .supportSettled
        case .suspended: .suspended
        case .voided: .voided
        case .calendarAdjusted: .calendarAdjusted
        case .unitRenamed: .unitRenamed
        case .unitClosed: .unitClosed
        case .personChanged: .personChanged
        case .personLeft: .personLeft
        case .leaveTaken: .leaveTaken
        case .leaveEnded: .leaveEnded
        case .corrected: .corrected
        case .handedBack: .handedBack
        case .transferred: .transferred
        case .reassigned: .reassigned
        case .parkingProposed: .parkingProposed
        case .parkingRefused: .parkingRefused
        case .reopened: .reopened
        case .limitAdjusted: .limitAdjusted
        case .limitRecounted: .limitRecounted
        case .supportAccepted: .supportAccepted
        case .supportTracked: .supportTracked
        case .undone: .undone
        case .restored: .restored
        case .recovered: .recovered
        case .yearClosed: .yearClosed
        case .erased: .erased
        case .contactKept: .contactKept
        case .contactShown: .contactShown
        case .contactErased: .contactErased
        case .phaseOrdered: .phaseOrdered
        case .campaignChanged: .campaignChanged
        case .frontlineNoted: .frontlineNoted
        case .carried: .carried
        case .mapDrawn: .mapDrawn
        case .ruled: .ruled
        case .meetingPlanned: .meetingPlanned
        case .meetingBegan: .meetingBegan
        case .meetingTurned: .meetingTurned
        case .meetingNoted: .meetingNoted
        case .topicAdded: .topicAdded
        case .meetingEnded: .meetingEnded
        case .meetingCancelled: .meetingCancelled
        case .routineAdded: .routineAdded
        case .routineTicked: .routineTicked
        case .routineEnded: .routineEnded
        case .eveningCounted: .eveningCounted
        case .reviewOpened: .reviewOpened
        case .reviewAnswered: .reviewAnswered
        case .reminded: .reminded
        case .slipDrafted: .slipDrafted
        case .slipSigned: .slipSigned
        case .slipDelivered: .slipDelivered
        case .slipAccepted: .slipAccepted
        case .slipAnswered: .slipAnswered
        case .slipVoided: .slipVoided
        case .stepPutOff: .stepPutOff
        case .talkHeld: .talkHeld
        case .householdsAdded: .householdsAdded
        case .householdVisited: .householdVisited
        case .householdsAssigned: .householdsAssigned
        case .householdRemoved: .householdRemoved
        case .caseOpened: .caseOpened
        case .precedentKept: .precedentKept
        case .turnOpened: .turnOpened
        }
    }

    /// Writes the payload alone; the kind stands in the envelope.
    package func encodePayload(to encoder: any Encoder) throws {
        switch self {
        case .founded(let value): try value.encode(to: encoder)
        case .calendarReplaced(let value): try value.encode(to: encoder)
        case .rulesReplaced(let value): try value.encode(to: encoder)
        case .supervisionStarted(let value): try value.encode(to: encoder)
        case .unitAdded(let value): try value.encode(to: encoder)
        case .personAdded(let value): try value.encode(to: encoder)
        case .gridAdded(let value): try value.encode(to: encoder)
        case .campaignAdded(let value): try value.encode(to: encoder)
        case .registered(let value): try value.encode(to: encoder)
        case .imported(let value): try value.encode(to: encoder)
        case .amended(let value): try value.encode(to: encoder)
        case .submitted(let value): try value.encode(to: encoder)
        case .issued(let value): try value.encode(to: encoder)
        case .declined(let value): try value.encode(to: encoder)
        case .accepted(let value): try value.encode(to: encoder)
        case .tracked(let value): try value.encode(to: encoder)
        case .stepAdded(let value): try value.encode(to: encoder)
        case .stepTicked(let value): try value.encode(to: encoder)
        case .answered(let value): try value.encode(to: encoder)
        case .reported(let value): try value.encode(to: encoder)
        case .sentBack(let value): try value.encode(to: encoder)
        case .settled(let value): try value.encode(to: encoder)
        case .struck(let value): try value.encode(to: encoder)
        case .archived(let value): try value.encode(to: encoder)
        case .parked(let value): try value.encode(to: encoder)
        case .resumed(let value): try value.encode(to: encoder)
        case .extensionAsked(let value): try value.encode(to: encoder)
        case .extensionDecided(let value): try value.encode(to: encoder)
        case .supportSettled(let value): try value.encode(to: encoder)
        case .suspended(let value): try value.encode(to: encoder)
        case .voided(let value): try value.encode(to: encoder)
        case .calendarAdjusted(let value): try value.encode(to: encoder)
        case .unitRenamed(let value): try value.encode(to: encoder)
        case .unitClosed(let value): try value.encode(to: encoder)
        case .personChanged(let value): try value.encode(to: encoder)
        case .personLeft(let value): try value.encode(to: encoder)
        case .leaveTaken(let value): try value.encode(to: encoder)
        case .leaveEnded(let value): try value.encode(to: encoder)
        case .corrected(let value): try value.encode(to: encoder)
        case .handedBack(let value): try value.encode(to: encoder)
        case .transferred(let value): try value.encode(to: encoder)
        case .reassigned(let value): try value.encode(to: encoder)
        case .parkingProposed(let value): try value.encode(to: encoder)
        case .parkingRefused(let value): try value.encode(to: encoder)
        case .reopened(let value): try value.encode(to: encoder)
        case .limitAdjusted(let value): try value.encode(to: encoder)
        case .limitRecounted(let value): try value.encode(to: encoder)
        case .supportAccepted(let value): try value.encode(to: encoder)
        case .supportTracked(let value): try value.encode(to: encoder)
        case .undone(let value): try value.encode(to: encoder)
        case .restored(let value): try value.encode(to: encoder)
        case .recovered(let value): try value.encode(to: encoder)
        case .yearClosed(let value): try value.encode(to: encoder)
        case .erased(let value): try value.encode(to: encoder)
        case .contactKept(let value): try value.encode(to: encoder)
        case .contactShown(let value): try value.encode(to: encoder)
        case .contactErased(let value): try value.encode(to: encoder)
        case .phaseOrdered(let value): try value.encode(to: encoder)
        case .campaignChanged(let value): try value.encode(to: encoder)
        case .frontlineNoted(let value): try value.encode(to: encoder)
        case .carried(let value): try value.encode(to: encoder)
        case .mapDrawn(let value): try value.encode(to: encoder)
        case .ruled(let value): try value.encode(to: encoder)
        case .meetingPlanned(let value): try value.encode(to: encoder)
        case .meetingBegan(let value): try value.encode(to: encoder)
        case .meetingTurned(let value): try value.encode(to: encoder)
        case .meetingNoted(let value): try value.encode(to: encoder)
        case .topicAdded(let value): try value.encode(to: encoder)
        case .meetingEnded(let value): try value.encode(to: encoder)
        case .meetingCancelled(let value): try value.encode(to: encoder)
        case .routineAdded(let value): try value.encode(to: encoder)
        case .routineTicked(let value): try value.encode(to: encoder)
        case .routineEnded(let value): try value.encode(to: encoder)
        case .eveningCounted(let value): try value.encode(to: encoder)
        case .reviewOpened(let value): try value.encode(to: encoder)
        case .reviewAnswered(let value): try value.encode(to: encoder)
        case .reminded(let value): try value.encode(to: encoder)
        case .slipDrafted(let value): try value.encode(to: encoder)
        case .slipSigned(let value): try value.encode(to: encoder)
        case .slipDelivered(let value): try value.encode(to: encoder)
        case .slipAccepted(let value): try value.encode(to: encoder)
        case .slipAnswered(let value): try value.encode(to: encoder)
        case .slipVoided(let value): try value.encode(to: encoder)
        case .stepPutOff(let value): try value.encode(to: encoder)
        case .talkHeld(let value): try value.encode(to: encoder)
        case .householdsAdded(let value): try value.encode(to: encoder)
        case .householdVisited(let value): try value.encode(to: encoder)
        case .householdsAssigned(let value): try value.encode(to: encoder)
        case .householdRemoved(let value): try value.encode(to: encoder)
        case .caseOpened(let value): try value.encode(to: encoder)
        case .precedentKept(let value): try value.encode(to: encoder)
        case .turnOpened(let value): try value.encode(to: encoder)
        }
    }

    /// Reads the payload of a fact of `kind`.
    package init(kind: Kind, from decoder: any Decoder) throws {
        switch kind {
        case .founded: self = .founded(try Founding(from: decoder))
        case .calendarReplaced: self = .calendarReplaced(try WorkCalendar(from: decoder))
        case .rulesReplaced: self = .rulesReplaced(try RulesEdition(from: decoder))
        case .supervisionStarted: self = .supervisionStarted(try SupervisionStart(from: decoder))
        case .unitAdded: self = .unitAdded(try Unit(from: decoder))
        case .personAdded: self = .personAdded(try Person(from: decoder))
        case .gridAdded: self = .gridAdded(try Grid(from: decoder))
        case .campaignAdded: self = .campaignAdded(try Campaign(from: decoder))
        case .registered: self = .registered(try Registration(from: decoder))
        case .imported: self = .imported(try Opening(from: decoder))
        case .amended: self = .amended(try Amendment(from: decoder))
        case .submitted: self = .submitted(try Note(from: decoder))
        case .issued: self = .issued(try Issue(from: decoder))
        case .declined: self = .declined(try Note(from: decoder))
        case .accepted: self = .accepted(try Note(from: decoder))
        case .tracked: self = .tracked(try Track(from: decoder))
        case .stepAdded: self = .stepAdded(try Step(from: decoder))
        case .stepTicked: self = .stepTicked(try StepTick(from: decoder))
        case .answered: self = .answered(try AnswerGiven(from: decoder))
        case .reported: self = .reported(try Report(from: decoder))
        case .sentBack: self = .sentBack(try SendBack(from: decoder))
        case .settled: self = .settled(try Settlement(from: decoder))
        case .struck: self = .struck(try Note(from: decoder))
        case .archived: self = .archived(try Note(from: decoder))
        case .parked: self = .parked(try ParkingOrder(from: decoder))
        case .resumed: self = .resumed(try Resumption(from: decoder))
        case .extensionAsked: self = .extensionAsked(try ExtensionAsked(from: decoder))
        case .extensionDecided: self = .extensionDecided(try ExtensionDecision(from: decoder))
        case .supportSettled: self = .supportSettled(try SupportSettlement(from: decoder))
        case .suspended: self = .suspended(try Note(from: decoder))
        case .voided: self = .voided(try Note(from: decoder))
        case .calendarAdjusted: self = .calendarAdjusted(try CalendarAdjustment(from: decoder))
        case .unitRenamed: self = .unitRenamed(try UnitRenaming(from: decoder))
        case .unitClosed: self = .unitClosed(try UnitClosing(from: decoder))
        case .personChanged: self = .personChanged(try PersonChange(from: decoder))
        case .personLeft: self = .personLeft(try PersonDeparture(from: decoder))
        case .leaveTaken: self = .leaveTaken(try Leave(from: decoder))
        case .leaveEnded: self = .leaveEnded(try LeaveEnd(from: decoder))
        case .corrected: self = .corrected(try Correction(from: decoder))
        case .handedBack: self = .handedBack(try Note(from: decoder))
        case .transferred: self = .transferred(try Transfer(from: decoder))
        case .reassigned: self = .reassigned(try Reassignment(from: decoder))
        case .parkingProposed: self = .parkingProposed(try ParkingOrder(from: decoder))
        case .parkingRefused: self = .parkingRefused(try Note(from: decoder))
        case .reopened: self = .reopened(try Reopening(from: decoder))
        case .limitAdjusted: self = .limitAdjusted(try LimitAdjustment(from: decoder))
        case .limitRecounted: self = .limitRecounted(try LimitRecount(from: decoder))
        case .supportAccepted: self = .supportAccepted(try ShareNote(from: decoder))
        case .supportTracked: self = .supportTracked(try ShareTrack(from: decoder))
        case .undone: self = .undone(try Undoing(from: decoder))
        case .restored: self = .restored(try Restoring(from: decoder))
        case .recovered: self = .recovered(try Recovery(from: decoder))
        case .yearClosed: self = .yearClosed(try YearClosing(from: decoder))
        case .erased: self = .erased(try Erasure(from: decoder))
        case .contactKept: self = .contactKept(try ContactNote(from: decoder))
        case .contactShown: self = .contactShown(try ContactNote(from: decoder))
        case .contactErased: self = .contactErased(try ContactNote(from: decoder))
        case .phaseOrdered: self = .phaseOrdered(try PhaseOrder(from: decoder))
        case .campaignChanged: self = .campaignChanged(try CampaignChange(from: decoder))
        case .frontlineNoted: self = .frontlineNoted(try FrontlineChange(from: decoder))
        case .carried: self = .carried(try Carrying(from: decoder))
        case .mapDrawn: self = .mapDrawn(try MapSheet(from: decoder))
        case .ruled: self = .ruled(try Ruling(from: decoder))
        case .meetingPlanned: self = .meetingPlanned(try Meeting(from: decoder))
        case .meetingBegan: self = .meetingBegan(try MeetingMark(from: decoder))
        case .meetingTurned: self = .meetingTurned(try MeetingTurn(from: decoder))
        case .meetingNoted: self = .meetingNoted(try MeetingNote(from: decoder))
        case .topicAdded: self = .topicAdded(try MeetingTopic(from: decoder))
        case .meetingEnded: self = .meetingEnded(try MeetingMark(from: decoder))
        case .meetingCancelled: self = .meetingCancelled(try MeetingMark(from: decoder))
        case .routineAdded: self = .routineAdded(try Routine(from: decoder))
        case .routineTicked: self = .routineTicked(try RoutineTick(from: decoder))
        case .routineEnded: self = .routineEnded(try RoutineEnd(from: decoder))
        case .eveningCounted: self = .eveningCounted(try EveningCount(from: decoder))
        case .reviewOpened: self = .reviewOpened(try ReviewOpening(from: decoder))
        case .reviewAnswered: self = .reviewAnswered(try ReviewOpinion(from: decoder))
        case .reminded: self = .reminded(try LadderNote(from: decoder))
        case .slipDrafted: self = .slipDrafted(try SlipDraft(from: decoder))
        case .slipSigned: self = .slipSigned(try SlipSigning(from: decoder))
        case .slipDelivered: self = .slipDelivered(try SlipNote(from: decoder))
        case .slipAccepted: self = .slipAccepted(try SlipNote(from: decoder))
        case .slipAnswered: self = .slipAnswered(try SlipAnswer(from: decoder))
        case .slipVoided: self = .slipVoided(try SlipNote(from: decoder))
        case .stepPutOff: self = .stepPutOff(try PutOff(from: decoder))
        case .talkHeld: self = .talkHeld(try LadderNote(from: decoder))
        case .householdsAdded: self = .householdsAdded(try HouseholdList(from: decoder))
        case .householdVisited: self = .householdVisited(try HouseholdVisit(from: decoder))
        case .householdsAssigned: self = .householdsAssigned(try HouseholdAssignment(from: decoder))
        case .householdRemoved: self = .householdRemoved(try HouseholdRemoval(from: decoder))
        case .caseOpened: self = .caseOpened(try CaseFile(from: decoder))
        case .precedentKept: self = .precedentKept(try Precedent(from: decoder))
        case .turnOpened: self = .turnOpened(try TurnOpening(from: decoder))
        }
    }
}
