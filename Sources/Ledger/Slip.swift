package import Text

/// A step of the ladder (督办阶梯), in its order.
package enum LadderStep: String, Hashable, Sendable, Codable, CaseIterable {
    /// 提醒, by phone; the program sends nothing.
    case remind
    /// 催办单
    case press
    /// 督办单
    case order
    /// 通报稿
    case circular
    /// 约谈
    case talk

    /// The paper that carries the step.
    package var slip: Slip.Kind? {
        switch self {
        case .press: .press
        case .order: .order
        case .circular: .circular
        case .remind, .talk: nil
        }
    }
}

/// A paper of supervision on one matter (单据). It adds eyes and never moves the owner.
package struct Slip: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// 催办单
        case press
        /// 督办单
        case order
        /// 通报稿: an official document, so its number is left blank for the 党政办.
        case circular

        /// Whether a number is given when it is signed.
        package var isNumbered: Bool { self != .circular }
    }

    package var kind: Kind
    package var drafted: Day
    /// 督办意见, 通报事由
    package var demand: Prose?
    /// The limit in force when it was drafted: a new one begins the ladder anew.
    package var due: Deadline?
    package var number: DocumentNumber?
    package var signed: Day?
    package var signer: PersonID?
    /// 答复期限 of a 催办单, 整改期限 of a 督办单.
    package var answerBy: Day?
    /// What the paper says of the matter, as it stood when it was signed.
    package var face: SlipFace?
    /// 送达
    package var delivered: Day?
    /// 签收
    package var accepted: Day?
    /// 回复
    package var reply: SlipReply?
    package var answered: Day?
    /// 作废: the number stays in the register.
    package var voided: Day?
    package var voidReason: Prose?

    package init(kind: Kind, drafted: Day, demand: Prose? = nil, due: Deadline? = nil) {
        self.kind = kind
        self.drafted = drafted
        self.demand = demand
        self.due = due
    }

    /// Signed and not void.
    package var isInForce: Bool { signed != nil && voided == nil }
    /// 待签发
    package var isDraft: Bool { signed == nil && voided == nil }
}

/// 文号: one series per type and year, given when the slip is signed, never twice.
package struct DocumentNumber: Hashable, Sendable, Codable {
    /// 机关代字 and the letter of the type: 望街催.
    package var prefix: CleanText
    package var year: Int
    package var serial: Int

    package init(prefix: CleanText, year: Int, serial: Int) {
        self.prefix = prefix
        self.year = year
        self.serial = serial
    }

    /// 「望街催〔2026〕31号」: the year in full, the number without zeros in front (GB/T 9704).
    package var text: String { "\(prefix.string)〔\(year)〕\(serial)号" }
}

/// What a slip says of its matter. Paper does not change with the ledger.
package struct SlipFace: Hashable, Sendable, Codable {
    package var lead: UnitID?
    package var leader: PersonID?
    package var person: PersonID?
    package var originalDue: Deadline?
    package var due: Deadline?
    /// Working days overdue; nil where the limit lies ahead.
    package var overdue: Int?
    package var quantity: QuantityLine?

    package init(_ matter: Matter, overdue: Int?) {
        lead = matter.lead
        leader = matter.leader
        person = matter.person
        originalDue = matter.originalDue
        due = matter.due
        self.overdue = overdue
        quantity = matter.quantity
    }
}

/// 回执: what the unit answers.
package struct SlipReply: Hashable, Sendable, Codable {
    /// 完成情况
    package var done: Prose
    /// 未完成原因
    package var reason: Prose?
    /// 措施
    package var measure: Prose?
    /// 承诺时限: a promise, no new limit.
    package var promised: Day?
    /// 负责人
    package var head: PersonID?

    package init(
        done: Prose,
        reason: Prose? = nil,
        measure: Prose? = nil,
        promised: Day? = nil,
        head: PersonID? = nil
    ) {
        self.done = done
        self.reason = reason
        self.measure = measure
        self.promised = promised
        self.head = head
    }
}

/// A step put off (暂缓): it comes back on a day.
package struct PutOff: Hashable, Sendable, Codable {
    package var step: LadderStep
    package var until: Day
    package var reason: Prose
    package var due: Deadline?

    package init(step: LadderStep, until: Day, reason: Prose, due: Deadline?) {
        self.step = step
        self.until = until
        self.reason = reason
        self.due = due
    }
}

/// A step taken by word of mouth: 提醒, 约谈.
package struct SpokenStep: Hashable, Sendable, Codable {
    package var step: LadderStep
    package var day: Day
    package var due: Deadline?

    package init(step: LadderStep, day: Day, due: Deadline?) {
        self.step = step
        self.day = day
        self.due = due
    }
}

/// How far the ladder went for one matter.
package struct LadderRecord: Hashable, Sendable, Codable {
    /// In the order they were drafted; a slip is named by its place, from 1.
    package var slips: [Slip] = []
    package var putOffs: [PutOff] = []
    package var spoken: [SpokenStep] = []

    package init() {}

    package var isEmpty: Bool { slips.isEmpty && putOffs.isEmpty && spoken.isEmpty }

    /// The last slip of a kind that is signed and not void, under a limit.
    package func inForce(_ kind: Slip.Kind, under due: Deadline?) -> Slip? {
        slips.last { $0.kind == kind && $0.isInForce && $0.due == due }
    }

    /// The place of the draft that waits to be signed, from 1.
    package func draft(_ kind: Slip.Kind) -> Int? {
        slips.lastIndex { $0.kind == kind && $0.isDraft }.map { $0 + 1 }
    }
}

/// A series of document numbers: a type and a year.
package struct DocumentSeries: Hashable, Sendable, Codable {
    package var kind: Slip.Kind
    package var year: Int

    package init(kind: Slip.Kind, year: Int) {
        self.kind = kind
        self.year = year
    }
}

/// The last number given of each series.
package struct DocumentCounters: Hashable, Sendable {
    package var last: [DocumentSeries: Int] = [:]

    package init() {}

    /// A number was given: it is never given again, whatever comes.
    package mutating func take(_ number: DocumentNumber, _ kind: Slip.Kind) {
        let series = DocumentSeries(kind: kind, year: number.year)
        last[series] = max(last[series] ?? 0, number.serial)
    }

    /// Numbers given elsewhere count, too: after a restore no number comes twice.
    package mutating func take(_ other: DocumentCounters) {
        last.merge(other.last) { max($0, $1) }
    }
}

extension DocumentCounters: Codable {
    private struct Row: Codable {
        var kind: Slip.Kind
        var year: Int
        var serial: Int
    }

    package init(from decoder: any Decoder) throws {
        for row in try [Row](from: decoder) {
            last[DocumentSeries(kind: row.kind, year: row.year)] = row.serial
        }
    }

    package func encode(to encoder: any Encoder) throws {
        try last.map { Row(kind: $0.key.kind, year: $0.key.year, serial: $0.value) }
            .sorted { ($0.year, $0.kind.rawValue) < ($1.year, $1.kind.rawValue) }
            .encode(to: encoder)
    }
}
