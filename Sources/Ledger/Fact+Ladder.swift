package import Text

// The payloads of the ladder (督办阶梯) and of its slips, and what is asked of it.

/// 提醒, 约谈: what was said, under which limit.
package struct LadderNote: Hashable, Sendable, Codable {
    package var text: Prose
    package var due: Deadline?

    package init(text: Prose, due: Deadline? = nil) {
        self.text = text
        self.due = due
    }
}

/// 拟单
package struct SlipDraft: Hashable, Sendable, Codable {
    package var kind: Slip.Kind
    package var demand: Prose?
    package var due: Deadline?

    package init(kind: Slip.Kind, demand: Prose? = nil, due: Deadline? = nil) {
        self.kind = kind
        self.demand = demand
        self.due = due
    }
}

/// 签发: the number is given now.
package struct SlipSigning: Hashable, Sendable, Codable {
    /// The slip's place on its matter, from 1.
    package var place: Int
    package var kind: Slip.Kind
    package var number: DocumentNumber?
    package var signer: PersonID?
    package var answerBy: Day?
    package var face: SlipFace

    package init(
        place: Int,
        kind: Slip.Kind,
        number: DocumentNumber?,
        signer: PersonID?,
        answerBy: Day?,
        face: SlipFace
    ) {
        self.place = place
        self.kind = kind
        self.number = number
        self.signer = signer
        self.answerBy = answerBy
        self.face = face
    }
}

/// 送达, 签收, 作废 of a slip.
package struct SlipNote: Hashable, Sendable, Codable {
    package var place: Int
    package var text: Prose?

    package init(place: Int, text: Prose? = nil) {
        self.place = place
        self.text = text
    }
}

/// 回复
package struct SlipAnswer: Hashable, Sendable, Codable {
    package var place: Int
    package var reply: SlipReply

    package init(place: Int, reply: SlipReply) {
        self.place = place
        self.reply = reply
    }
}

/// A rules file, read and ready to be taken.
package struct RulesReplacement: Hashable, Sendable {
    package var rules: Rules
    /// The file as it is, comments and all.
    package var text: String
    /// The edition it was made from.
    package var based: Int

    package init(rules: Rules, text: String, based: Int) {
        self.rules = rules
        self.text = text
        self.based = based
    }
}

/// What can be done with the ladder of a matter.
package enum LadderAction: Hashable, Sendable {
    /// 提醒
    case remind(CleanText)
    /// 拟单
    case draft(Slip.Kind, CleanText?)
    /// 签发 the draft of a place; nil where only one waits.
    case sign(Int?)
    /// 送达
    case deliver(Int, CleanText?)
    /// 签收
    case accept(Int, CleanText?)
    /// 回复
    case answer(Int, SlipReply)
    /// 作废
    case void(Int, CleanText)
    /// 暂缓 until a day, with the reason
    case putOff(LadderStep, until: Day, CleanText)
    /// 约谈
    case talk(CleanText)

    package var kind: Action.Kind {
        switch self {
        case .remind: .remind
        case .draft: .draftSlip
        case .sign: .signSlip
        case .deliver: .deliverSlip
        case .accept: .acceptSlip
        case .answer: .answerSlip
        case .void: .voidSlip
        case .putOff: .putOff
        case .talk: .talk
        }
    }
}

/// Where a slip stands, where that is why something is refused.
package enum SlipState: Hashable, Sendable {
    case draft, signed, undelivered, accepted, answered, void
}
