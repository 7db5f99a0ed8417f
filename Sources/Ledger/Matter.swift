package import Text

/// One thing that somebody promised to get done by a day (事项), on whatever wall it hangs.
///
/// A matter is the fold of its events; ``Ledger/apply(_:)`` alone changes it.
///
/// It is handed on by reference and copied when it is changed: sixty fields are too many to be copied into every
/// array and closure of a screen over tens of thousands of matters.
package struct Matter: Sendable {
    private var storage: Storage

    /// A matter of which nothing more is known: where a store begins to read one.
    package init(number: MatterNumber, version: Int, kind: Kind, title: Prose, stage: Stage, source: Source) {
        self.init(Fields(number: number, version: version, kind: kind, title: title, stage: stage, source: source))
    }
}

// Each property is a line.
// swift-format-ignore
extension Matter {
    package var number: MatterNumber { get { storage.fields.number } _modify { yield &fields.number } }
    /// Counts the events on this matter; a form opened on one version conflicts with another.
    package var version: Int { get { storage.fields.version } _modify { yield &fields.version } }
    package var kind: Kind { get { storage.fields.kind } _modify { yield &fields.kind } }
    package var title: Prose { get { storage.fields.title } _modify { yield &fields.title } }
    package var stage: Stage { get { storage.fields.stage } _modify { yield &fields.stage } }

    // Where it comes from and belongs
    package var source: Source { get { storage.fields.source } _modify { yield &fields.source } }
    /// 来源文号 or 工单号.
    package var sourceDocument: CleanText { get { storage.fields.sourceDocument } _modify { yield &fields.sourceDocument } }
    package var campaign: CampaignID? { get { storage.fields.campaign } _modify { yield &fields.campaign } }
    package var parent: MatterNumber? { get { storage.fields.parent } _modify { yield &fields.parent } }
    package var grid: GridID? { get { storage.fields.grid } _modify { yield &fields.grid } }
    package var level: DecisionLevel? { get { storage.fields.level } _modify { yield &fields.level } }
    package var tags: [CleanText] { get { storage.fields.tags } _modify { yield &fields.tags } }
    /// 急: a demand that may not stay over night.
    package var isUrgent: Bool { get { storage.fields.isUrgent } _modify { yield &fields.isUrgent } }

    // Who
    package var lead: UnitID? { get { storage.fields.lead } _modify { yield &fields.lead } }
    package var supports: [Support] { get { storage.fields.supports } _modify { yield &fields.supports } }
    /// 责任领导
    package var leader: PersonID? { get { storage.fields.leader } _modify { yield &fields.leader } }

    // The four fixed
    package var person: PersonID? { get { storage.fields.person } _modify { yield &fields.person } }
    package var post: CleanText { get { storage.fields.post } _modify { yield &fields.post } }
    package var quantities: [QuantityLine] { get { storage.fields.quantities } _modify { yield &fields.quantities } }
    package var due: Deadline? { get { storage.fields.due } _modify { yield &fields.due } }

    // Time
    package var registered: Day { get { storage.fields.registered } _modify { yield &fields.registered } }
    package var issued: Day? { get { storage.fields.issued } _modify { yield &fields.issued } }
    /// Where the plan line begins; the day of issue unless said otherwise.
    package var start: Day? { get { storage.fields.start } _modify { yield &fields.start } }
    package var term: Term? { get { storage.fields.term } _modify { yield &fields.term } }
    /// The limit first given (原定时限); it never changes.
    package var originalDue: Deadline? { get { storage.fields.originalDue } _modify { yield &fields.originalDue } }
    /// 延期次数, granted.
    package var extensions: Int { get { storage.fields.extensions } _modify { yield &fields.extensions } }
    /// 待批的延期申请
    package var request: ExtensionRequest? { get { storage.fields.request } _modify { yield &fields.request } }
    package var accepted: Day? { get { storage.fields.accepted } _modify { yield &fields.accepted } }
    /// When the lead said it was done (上报办结); settled counts from here.
    package var reported: Moment? { get { storage.fields.reported } _modify { yield &fields.reported } }
    package var settled: Day? { get { storage.fields.settled } _modify { yield &fields.settled } }
    /// How it was checked when it was settled.
    package var check: Check? { get { storage.fields.check } _modify { yield &fields.check } }
    package var struck: Day? { get { storage.fields.struck } _modify { yield &fields.struck } }
    package var parking: Parking? { get { storage.fields.parking } _modify { yield &fields.parking } }
    /// Times it was sent back (退回重办).
    package var returns: Int { get { storage.fields.returns } _modify { yield &fields.returns } }

    // What happened to its limit and its unit since
    /// From when the limit in force counts; nil where it was set as a day, not as a period.
    package var counted: Moment? { get { storage.fields.counted } _modify { yield &fields.counted } }
    /// Who issued it (交办人): may adjust its limit.
    package var issuer: PersonID? { get { storage.fields.issuer } _modify { yield &fields.issuer } }
    /// The day the present lead got it: of issue, or of the last transfer (转办).
    package var assigned: Day? { get { storage.fields.assigned } _modify { yield &fields.assigned } }
    /// 签收时限, where it is not the rules'.
    package var signTerm: Term? { get { storage.fields.signTerm } _modify { yield &fields.signTerm } }
    package var signDue: Deadline? { get { storage.fields.signDue } _modify { yield &fields.signDue } }
    /// Limits that were moved only after they had passed (逾期后调整).
    package var slips: Int { get { storage.fields.slips } _modify { yield &fields.slips } }
    /// Working days it was overdue under limits that were moved since; they stay, also in print.
    package var overdueBefore: Int { get { storage.fields.overdueBefore } _modify { yield &fields.overdueBefore } }
    /// 退单, 转办 and 重开, counted.
    package var handBacks: Int { get { storage.fields.handBacks } _modify { yield &fields.handBacks } }
    package var transfers: Int { get { storage.fields.transfers } _modify { yield &fields.transfers } }
    package var reopenings: Int { get { storage.fields.reopenings } _modify { yield &fields.reopenings } }
    /// 提出挂账, not yet answered.
    package var proposal: ParkingProposal? { get { storage.fields.proposal } _modify { yield &fields.proposal } }
    /// 反弹: the struck-off matter that came back as this one.
    package var reboundOf: MatterNumber? { get { storage.fields.reboundOf } _modify { yield &fields.reboundOf } }
    /// 疑难个案
    package var hardCase: CaseFile? { get { storage.fields.hardCase } _modify { yield &fields.hardCase } }
    /// 第 n 期, of work that comes again.
    package var turn: Turn? { get { storage.fields.turn } _modify { yield &fields.turn } }

    // Work
    package var steps: [Step] { get { storage.fields.steps } _modify { yield &fields.steps } }
    package var lastTrack: LastTrack? { get { storage.fields.lastTrack } _modify { yield &fields.lastTrack } }
    /// 卡点, from the last track that named one.
    package var blocker: Prose? { get { storage.fields.blocker } _modify { yield &fields.blocker } }
    /// 下一步, from the last track that named one.
    package var next: Prose? { get { storage.fields.next } _modify { yield &fields.next } }
    /// 答复, in the order in which they count.
    package var answers: [Answer] { get { storage.fields.answers } _modify { yield &fields.answers } }
    /// 决定 on it, oldest first.
    package var rulings: [RulingGiven] { get { storage.fields.rulings } _modify { yield &fields.rulings } }
    /// 会审 of the plan, where there is one.
    package var review: JointReview? { get { storage.fields.review } _modify { yield &fields.review } }
    /// 备注
    package var remark: Prose? { get { storage.fields.remark } _modify { yield &fields.remark } }
    /// Columns of an imported table that Guatu does not know, kept as they were.
    package var extras: [Extra] { get { storage.fields.extras } _modify { yield &fields.extras } }
    /// Taken over from an older ledger: no ladder and no gaps before 「启用督办」.
    package var isImported: Bool { get { storage.fields.isImported } _modify { yield &fields.isImported } }
    /// The ladder (督办阶梯): its slips, what was put off, what was said.
    package var ladder: LadderRecord { get { storage.fields.ladder } _modify { yield &fields.ladder } }
    /// The edition of the rules that gave the limit in force; nil where it was given before editions were kept.
    package var limitRules: Int? { get { storage.fields.limitRules } _modify { yield &fields.limitRules } }
    /// What the matter was on each of its recent days, for past lights and gaps.
    package var trail: [Trace] { get { storage.fields.trail } _modify { yield &fields.trail } }
    /// What its plan was made of before it was changed, oldest first, as far back as the trail.
    package var formerPlans: [FormerPlan] {
        get { storage.fields.formerPlans ?? [] }
        set { fields.formerPlans = newValue.isEmpty ? nil : newValue }
    }
}

// MARK: - Held by reference

extension Matter {
    package init(_ fields: consuming Fields) { storage = Storage(fields) }

    /// Sets many fields at once.
    package mutating func fill<Fault: Error>(_ fill: (inout Fields) throws(Fault) -> Void) throws(Fault) {
        try fill(&fields)
    }

    private(set) var fields: Fields {
        get { storage.fields }
        @inline(__always)
        _modify {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.fields) }
            yield &storage.fields
        }
    }

    /// Whether both are one and the same, neither changed since; far quicker than `==`, which may be true where this
    /// is not.
    package func isSame(as other: Matter) -> Bool { storage === other.storage }
}

/// A supporting unit (配合单位).
package struct Support: Hashable, Sendable, Codable {
    package var unit: UnitID
    package var mode: Mode
    /// The unit's own quantity and limit, for a share.
    package var quantity: QuantityLine?
    package var due: Deadline?
    package var settled: Day?
    /// 分办签收
    package var accepted: Day?

    package enum Mode: String, Hashable, Sendable, Codable {
        /// 分办: its own share, must be settled.
        case share
        /// 协助: told, nothing to sign.
        case assist
    }

    package init(
        unit: UnitID,
        mode: Mode = .assist,
        quantity: QuantityLine? = nil,
        due: Deadline? = nil,
        settled: Day? = nil,
        accepted: Day? = nil
    ) {
        self.unit = unit
        self.mode = mode
        self.quantity = quantity
        self.due = due
        self.settled = settled
        self.accepted = accepted
    }
}

/// A step (步骤) of a matter; steps with days make its plan line.
package struct Step: Hashable, Sendable, Codable {
    package var title: Prose
    package var person: PersonID?
    package var due: Day?
    package var done: Day?

    package init(title: Prose, person: PersonID? = nil, due: Day? = nil, done: Day? = nil) {
        self.title = title
        self.person = person
        self.due = due
        self.done = done
    }
}

/// 挂账: cannot be solved now, looked at again on a day.
package struct Parking: Hashable, Sendable, Codable {
    package var since: Day
    package var reason: Prose
    package var recheck: Day

    package init(since: Day, reason: Prose, recheck: Day) {
        self.since = since
        self.reason = reason
        self.recheck = recheck
    }
}

/// 挂账 that 分管 proposed and nobody has answered yet.
package struct ParkingProposal: Hashable, Sendable, Codable {
    package var asked: Day
    package var reason: Prose
    package var recheck: Day

    package init(asked: Day, reason: Prose, recheck: Day) {
        self.asked = asked
        self.reason = reason
        self.recheck = recheck
    }
}

/// 延期申请 that nobody has answered yet.
package struct ExtensionRequest: Hashable, Sendable, Codable {
    package var asked: Day
    package var to: Day
    package var reason: Prose

    package init(asked: Day, to: Day, reason: Prose) {
        self.asked = asked
        self.to = to
        self.reason = reason
    }
}

/// The latest track (跟踪) of a matter.
package struct LastTrack: Hashable, Sendable, Codable {
    package var day: Day
    package var text: Prose
    package var signature: Signature

    package init(day: Day, text: Prose, signature: Signature) {
        self.day = day
        self.text = text
        self.signature = signature
    }
}

/// A column that came with an imported table.
package struct Extra: Hashable, Sendable, Codable {
    package var name: CleanText
    package var value: Prose

    package init(name: CleanText, value: Prose) {
        self.name = name
        self.value = value
    }
}

/// What a matter was at the end of one day. Between two traces nothing changed.
package struct Trace: Hashable, Sendable, Codable {
    package var day: Day
    package var stage: Stage
    package var due: Deadline?
    /// Done, in thousandths of what is to be done.
    package var progress: Int
    /// Something that counts as a track was recorded for this day.
    package var isTracked: Bool
    /// It was recorded on a later day (补记).
    package var isLate: Bool

    package init(day: Day, stage: Stage, due: Deadline?, progress: Int, isTracked: Bool = false, isLate: Bool = false) {
        self.day = day
        self.stage = stage
        self.due = due
        self.progress = progress
        self.isTracked = isTracked
        self.isLate = isLate
    }
}
