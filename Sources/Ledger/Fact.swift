package import Text

/// What happened (记录): the payload of an event. Each case carries one value, which is what is
/// stored; a name once used is never used for another payload.
package enum Fact: Hashable, Sendable {
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
    package init(text: Prose? = nil) { self.text = text }
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

    package init() {}
}

/// 批准交办
package struct Issue: Hashable, Sendable, Codable {
    package var due: Deadline
    /// How the limit was set, where that was said only now.
    package var term: Term?
    /// 待定人: issued to the unit's head, who names a person within a working day.
    package var isWithoutPerson: Bool
    package var text: Prose?

    package init(due: Deadline, term: Term? = nil, isWithoutPerson: Bool = false, text: Prose? = nil) {
        self.due = due
        self.term = term
        self.isWithoutPerson = isWithoutPerson
        self.text = text
    }
}

/// 跟踪, 报进度
package struct Track: Hashable, Sendable, Codable {
    package var text: Prose
    package var measures: [Measure]

    package init(text: Prose, measures: [Measure] = []) {
        self.text = text
        self.measures = measures
    }

    /// A new cumulative figure of one quantity line.
    package struct Measure: Hashable, Sendable, Codable {
        package var line: Int
        package var from: Amount
        package var to: Amount

        package init(line: Int, from: Amount, to: Amount) {
            self.line = line
            self.from = from
            self.to = to
        }
    }
}

/// 勾步骤
package struct StepTick: Hashable, Sendable, Codable {
    package var index: Int
    package var text: Prose?

    package init(index: Int, text: Prose? = nil) {
        self.index = index
        self.text = text
    }
}

/// 答复
package struct AnswerGiven: Hashable, Sendable, Codable {
    package var kind: AnswerKind
    package var text: Prose

    package init(kind: AnswerKind, text: Prose) {
        self.kind = kind
        self.text = text
    }
}

/// 上报办结
package struct Report: Hashable, Sendable, Codable {
    package var moment: Moment
    package var text: Prose

    package init(moment: Moment, text: Prose) {
        self.moment = moment
        self.text = text
    }
}

/// 退回重办; the limit moves only by the days spent in review.
package struct SendBack: Hashable, Sendable, Codable {
    package var reason: Prose
    package var due: Deadline?

    package init(reason: Prose, due: Deadline? = nil) {
        self.reason = reason
        self.due = due
    }
}

/// 办结: the review passed; the matter counts as settled on the day it was reported.
package struct Settlement: Hashable, Sendable, Codable {
    package var check: Check?
    package var settled: Day
    package var text: Prose?

    package init(check: Check?, settled: Day, text: Prose? = nil) {
        self.check = check
        self.settled = settled
        self.text = text
    }
}

/// 挂账
package struct ParkingOrder: Hashable, Sendable, Codable {
    package var reason: Prose
    package var recheck: Day

    package init(reason: Prose, recheck: Day) {
        self.reason = reason
        self.recheck = recheck
    }
}

/// 恢复
package struct Resumption: Hashable, Sendable, Codable {
    package var due: Deadline?
    package var text: Prose?

    package init(due: Deadline?, text: Prose? = nil) {
        self.due = due
        self.text = text
    }
}

/// 申请延期
package struct ExtensionAsked: Hashable, Sendable, Codable {
    package var to: Day
    package var reason: Prose

    package init(to: Day, reason: Prose) {
        self.to = to
        self.reason = reason
    }
}

/// 同意延期, 不同意延期
package struct ExtensionDecision: Hashable, Sendable, Codable {
    package var isGranted: Bool
    package var due: Deadline?
    package var text: Prose?

    package init(isGranted: Bool, due: Deadline?, text: Prose? = nil) {
        self.isGranted = isGranted
        self.due = due
        self.text = text
    }
}

/// 分办办结
package struct SupportSettlement: Hashable, Sendable, Codable {
    package var unit: UnitID
    package var text: Prose?

    package init(unit: UnitID, text: Prose? = nil) {
        self.unit = unit
        self.text = text
    }
}
