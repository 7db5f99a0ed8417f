package import Text

/// What happened (记录): the payload of an event. Each case carries one value, which is what is
/// stored; a name once used is never used for another payload.
package indirect enum Fact: Hashable, Sendable {
    // The ledger
    case founded(Founding)
    case calendarReplaced(WorkCalendar)
    case rulesReplaced(RulesEdition)
    case supervisionStarted(SupervisionStart)
    case unitAdded(Unit)
    case personAdded(Person)
    case gridAdded(Grid)
    case campaignAdded(Campaign)
    // A matter
    case registered(Registration)
    case imported(Opening)
    case amended(Amendment)
    case submitted(Note)
    case issued(Issue)
    case declined(Note)
    case accepted(Note)
    case tracked(Track)
    case stepAdded(Step)
    case stepTicked(StepTick)
    case answered(AnswerGiven)
    case reported(Report)
    case sentBack(SendBack)
    case settled(Settlement)
    case struck(Note)
    case archived(Note)
    case parked(ParkingOrder)
    case resumed(Resumption)
    case extensionAsked(ExtensionAsked)
    case extensionDecided(ExtensionDecision)
    case supportSettled(SupportSettlement)
    case suspended(Note)
    case voided(Note)
    // Live units, people and calendar
    case calendarAdjusted(CalendarAdjustment)
    case unitRenamed(UnitRenaming)
    case unitClosed(UnitClosing)
    case personChanged(PersonChange)
    case personLeft(PersonDeparture)
    case leaveTaken(Leave)
    case leaveEnded(LeaveEnd)
    // The rest of a matter's life
    case corrected(Correction)
    case handedBack(Note)
    case transferred(Transfer)
    case reassigned(Reassignment)
    case parkingProposed(ParkingOrder)
    case parkingRefused(Note)
    case reopened(Reopening)
    case limitAdjusted(LimitAdjustment)
    case limitRecounted(LimitRecount)
    case supportAccepted(ShareNote)
    case supportTracked(ShareTrack)
    // A journal for life
    case undone(Undoing)
    case restored(Restoring)
    case recovered(Recovery)
    case yearClosed(YearClosing)
    case erased(Erasure)
    case contactKept(ContactNote)
    case contactShown(ContactNote)
    case contactErased(ContactNote)
    // Campaigns
    case phaseOrdered(PhaseOrder)
    case campaignChanged(CampaignChange)
    case frontlineNoted(FrontlineChange)
    case carried(Carrying)
    // The map
    case mapDrawn(MapSheet)
    // The office's own day
    case ruled(Ruling)
    case meetingPlanned(Meeting)
    case meetingBegan(MeetingMark)
    case meetingTurned(MeetingTurn)
    case meetingNoted(MeetingNote)
    case topicAdded(MeetingTopic)
    case meetingEnded(MeetingMark)
    case meetingCancelled(MeetingMark)
    case routineAdded(Routine)
    case routineTicked(RoutineTick)
    case routineEnded(RoutineEnd)
    case eveningCounted(EveningCount)
    case reviewOpened(ReviewOpening)
    case reviewAnswered(ReviewOpinion)
    // The ladder and its slips, see Fact+Ladder.swift
    case reminded(LadderNote)
    case slipDrafted(SlipDraft)
    case slipSigned(SlipSigning)
    case slipDelivered(SlipNote)
    case slipAccepted(SlipNote)
    case slipAnswered(SlipAnswer)
    case slipVoided(SlipNote)
    case stepPutOff(PutOff)
    case talkHeld(LadderNote)
    case householdsAdded(HouseholdList)
    case householdVisited(HouseholdVisit)
    case householdsAssigned(HouseholdAssignment)
    case householdRemoved(HouseholdRemoval)
    case caseOpened(CaseFile)
    case precedentKept(Precedent)
    // Work that comes again
    case turnOpened(TurnOpening)
}

/// A ledger began; the login that founds it holds all roles until the rules say otherwise.
package struct Founding: Hashable, Sendable, Codable {
    package var committee: Committee
    package var calendar: WorkCalendar
    package var rules: Rules

    package init(committee: Committee, calendar: WorkCalendar, rules: Rules) {
        self.committee = committee
        self.calendar = calendar
        self.rules = rules
    }
}

/// 启用督办: from this day matters taken over from older ledgers are supervised too.
package struct SupervisionStart: Hashable, Sendable, Codable {
    package var day: Day
    package init(day: Day) { self.day = day }
}

/// Words alone: a remark, or the reason (理由) where one is asked for.
package struct Note: Hashable, Sendable, Codable {
    package var text: Prose?
    /// The turn whose signature holds for this one too (沿用); nil where somebody signed.
    package var carried: MatterNumber?

    package init(text: Prose? = nil, carried: MatterNumber? = nil) {
        self.text = text
        self.carried = carried
    }
}

/// What is known of a matter when it is registered (登记).
package struct Registration: Hashable, Sendable, Codable {
    package var number: MatterNumber
    package var kind: Kind
    package var title: Prose
    package var source: Source
    package var sourceDocument: CleanText
    package var campaign: CampaignID?
    package var parent: MatterNumber?
    package var grid: GridID?
    package var level: DecisionLevel?
    package var tags: [CleanText]
    package var isUrgent: Bool
    package var lead: UnitID?
    package var supports: [Support]
    package var leader: PersonID?
    package var person: PersonID?
    package var post: CleanText
    package var quantities: [QuantityLine]
    package var term: Term?
    package var start: Day?
    package var steps: [Step]
    package var remark: Prose?
    /// 反弹: the struck-off matter that came back as this one.
    package var reboundOf: MatterNumber?
    /// 签收时限, where it is not the rules'.
    package var signTerm: Term?
    /// 第 n 期, of one that follows another.
    package var turn: Turn?

    package init(number: MatterNumber = MatterNumber(0), kind: Kind, title: Prose, source: Source) {
        self.number = number
        self.kind = kind
        self.title = title
        self.source = source
        sourceDocument = CleanText("")
        tags = []
        isUrgent = false
        supports = []
        post = CleanText("")
        quantities = []
        steps = []
    }
}

/// A matter taken over from a table, where it stands (导入).
package struct Opening: Hashable, Sendable, Codable {
    package var registration: Registration
    package var stage: Stage
    package var registered: Day
    package var issued: Day?
    package var due: Deadline?
    package var originalDue: Deadline?
    package var extensions: Int
    package var settled: Day?
    package var parking: Parking?
    /// 进展情况
    package var progress: Prose?
    /// 存在问题
    package var problem: Prose?
    package var extras: [Extra]
    package var isUnderSupervision: Bool

    package init(registration: Registration, stage: Stage, registered: Day) {
        self.registration = registration
        self.stage = stage
        self.registered = registered
        extensions = 0
        extras = []
        isUnderSupervision = false
    }
}

/// A correction of what a matter says; nil leaves a thing as it is.
package struct Amendment: Hashable, Sendable, Codable {
    package var title: Prose?
    package var kind: Kind?
    package var source: Source?
    package var campaign: CampaignID?
    package var grid: GridID?
    package var lead: UnitID?
    package var leader: PersonID?
    package var person: PersonID?
    package var post: CleanText?
    package var quantities: [QuantityLine]?
    package var term: Term?
    package var supports: [Support]?
    package var signTerm: Term?
    package var parent: MatterNumber?
    /// 来源文号, 工单号
    package var sourceDocument: CleanText?
    /// 备注, 批示原文
    package var remark: Prose?

    package init() {}
}
