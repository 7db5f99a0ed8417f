package import Text

extension Matter {
    /// What a matter holds, each field explained at the property of the same name.
    ///
    /// An ``Undoing`` keeps a whole matter in an event, under these keys: they are promises, and a field that is added
    /// must be optional.
    package struct Fields: Hashable, Sendable, Codable {
        package var number: MatterNumber
        package var version: Int
        package var kind: Kind
        package var title: Prose
        package var stage: Stage
        package var source: Source
        package var sourceDocument = CleanText("")
        package var campaign: CampaignID?
        package var parent: MatterNumber?
        package var grid: GridID?
        package var level: DecisionLevel?
        package var tags: [CleanText] = []
        package var isUrgent = false
        package var lead: UnitID?
        package var supports: [Support] = []
        package var leader: PersonID?
        package var person: PersonID?
        package var post = CleanText("")
        package var quantities: [QuantityLine] = []
        package var due: Deadline?
        package var registered = Day(number: 0)
        package var issued: Day?
        package var start: Day?
        package var term: Term?
        package var originalDue: Deadline?
        package var extensions = 0
        @Apart package var request: ExtensionRequest?
        package var accepted: Day?
        package var reported: Moment?
        package var settled: Day?
        package var struck: Day?
        @Apart package var parking: Parking?
        package var returns = 0
        package var counted: Moment?
        package var issuer: PersonID?
        package var assigned: Day?
        @Apart package var signTerm: Term?
        package var signDue: Deadline?
        package var slips = 0
        package var overdueBefore = 0
        package var handBacks = 0
        package var transfers = 0
        package var reopenings = 0
        @Apart package var proposal: ParkingProposal?
        package var reboundOf: MatterNumber?
        @Apart package var hardCase: CaseFile?
        @Apart package var turn: Turn?
        package var steps: [Step] = []
        package var lastTrack: LastTrack?
        package var blocker: Prose?
        package var next: Prose?
        package var answers: [Answer] = []
        package var rulings: [RulingGiven] = []
        @Apart package var review: JointReview?
        package var remark: Prose?
        package var extras: [Extra] = []
        package var isImported = false
        package var ladder = LadderRecord()
        package var limitRules: Int?
        package var trail: [Trace] = []
        @Apart package var formerPlans: [FormerPlan]?
        package var check: Check?

        package init(number: MatterNumber, version: Int, kind: Kind, title: Prose, stage: Stage, source: Source) {
            self.number = number
            self.version = version
            self.kind = kind
            self.title = title
            self.stage = stage
            self.source = source
        }
    }

    /// Never changed while two matters share it, and so Sendable.
    final class Storage: @unchecked Sendable {
        // Nothing reads a matter while it is changed, for then nothing shares it.
        @exclusivity(unchecked) var fields: Fields

        init(_ fields: consuming Fields) { self.fields = fields }
    }
}

extension Matter: Hashable {
    package static func == (left: Matter, right: Matter) -> Bool {
        left.isSame(as: right) || left.fields == right.fields
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(fields) }
}

extension Matter: Codable {
    package func encode(to encoder: any Encoder) throws { try fields.encode(to: encoder) }

    package init(from decoder: any Decoder) throws { self.init(try Fields(from: decoder)) }
}
