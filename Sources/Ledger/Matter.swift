package import Text

/// One thing that somebody promised to get done by a day (事项), on whatever wall it hangs.
///
/// A matter is the fold of its events; ``Ledger/apply(_:)`` alone changes it. An ``Undoing`` holds a whole
/// one, so a field that is added once ledgers hold such events must be optional.
package struct Matter: Hashable, Sendable, Codable {
    package var number: MatterNumber
    /// Counts the events on this matter; a form opened on one version conflicts with another.
    package var version: Int
    package var kind: Kind
    package var title: Prose
    package var stage: Stage

    // Where it comes from and belongs
    package var source: Source
    /// 来源文号 or 工单号.
    package var sourceDocument: CleanText
    package var campaign: CampaignID?
    package var parent: MatterNumber?
    package var grid: GridID?
    package var level: DecisionLevel?
    package var tags: [CleanText]
    /// 急: a demand that may not stay over night.
    package var isUrgent: Bool

    // Who
    package var lead: UnitID?
    package var supports: [Support]
    /// 责任领导
    package var leader: PersonID?

    // The four fixed
    package var person: PersonID?
    package var post: CleanText
    package var quantities: [QuantityLine]
    package var due: Deadline?

    // Time
    package var registered: Day
    package var issued: Day?
    /// Where the plan line begins; the day of issue unless said otherwise.
    package var start: Day?
    package var term: Term?
    /// The limit first given (原定时限); it never changes.
    package var originalDue: Deadline?
    /// 延期次数, granted.
    package var extensions: Int
    /// 待批的延期申请
    package var request: ExtensionRequest?
    package var accepted: Day?
    /// When the lead said it was done (上报办结); settled counts from here.
    package var reported: Moment?
    package var settled: Day?
    package var struck: Day?
    package var parking: Parking?
    /// Times it was sent back (退回重办).
    package var returns: Int

    // What happened to its limit and its unit since
    /// From when the limit in force counts; nil where it was set as a day, not as a period.
    package var counted: Moment?
    /// Who issued it (交办人): may adjust its limit.
    package var issuer: PersonID?
    /// The day the present lead got it: of issue, or of the last transfer (转办).
    package var assigned: Day?
    /// 签收时限, where it is not the rules'.
    package var signTerm: Term?
    package var signDue: Deadline?
    /// Limits that were moved only after they had passed (逾期后调整).
    package var slips = 0
    /// Working days it was overdue under limits that were moved since; they stay, also in print.
    package var overdueBefore = 0
    /// 退单, 转办 and 重开, counted.
    package var handBacks = 0
    package var transfers = 0
    package var reopenings = 0
    /// 提出挂账, not yet answered.
    package var proposal: ParkingProposal?
    /// 反弹: the struck-off matter that came back as this one.
    package var reboundOf: MatterNumber?
    /// 疑难个案
    package var hardCase: CaseFile?
    /// 第 n 期, of work that comes again.
    package var turn: Turn?

    // Work
    package var steps: [Step]
    package var lastTrack: LastTrack?
    /// 卡点, from the last track that named one.
    package var blocker: Prose?
    /// 下一步, from the last track that named one.
    package var next: Prose?
    /// 答复, in the order in which they count.
    package var answers: [Answer] = []
    /// 决定 on it, oldest first.
    package var rulings: [RulingGiven] = []
    /// 会审 of the plan, where there is one.
    package var review: JointReview?
    /// 备注
    package var remark: Prose?
    /// Columns of an imported table that Guatu does not know, kept as they were.
    package var extras: [Extra]
    /// Taken over from an older ledger: no ladder and no gaps before 「启用督办」.
    package var isImported: Bool
    /// The ladder (督办阶梯): its slips, what was put off, what was said.
    package var ladder = LadderRecord()
    /// The edition of the rules that gave the limit in force; nil where it was given before editions were kept.
    package var limitRules: Int?
    /// What the matter was on each of its recent days, for past lights and gaps.
    package var trail: [Trace]

    /// A matter of which nothing more is known: where a store begins to read one.
    package init(number: MatterNumber, version: Int, kind: Kind, title: Prose, stage: Stage, source: Source) {
        self.number = number
        self.version = version
        self.kind = kind
        self.title = title
        self.stage = stage
        self.source = source
        sourceDocument = CleanText("")
        tags = []
        isUrgent = false
        supports = []
        post = CleanText("")
        quantities = []
        registered = Day(number: 0)
        extensions = 0
        returns = 0
        steps = []
        extras = []
        isImported = false
        trail = []
    }
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
