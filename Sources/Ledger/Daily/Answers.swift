package import Text

/// What an answer (答复) promises beyond its words: who, by when, to whom, or which desk has it now.
///
/// A thing that was not said is nil, and not written.
package struct Commitment: Hashable, Sendable, Codable {
    /// Who carries the measure out; of 交值班 the leader on duty (带班领导).
    package var person: PersonID?
    /// By when the measure works.
    package var due: Day?
    /// To whom it is sent up.
    package var level: DecisionLevel?
    /// The telephone of the office's duty desk (值班电话), never a resident's.
    package var phone: CleanText?
    /// 须上会: no single person may decide it.
    package var needsMeeting: Bool?
    /// Given while the evening count went on, whatever the hour.
    package var isAtCount: Bool?

    package init(
        person: PersonID? = nil,
        due: Day? = nil,
        level: DecisionLevel? = nil,
        phone: CleanText? = nil,
        needsMeeting: Bool? = nil,
        isAtCount: Bool? = nil
    ) {
        self.person = person
        self.due = due
        self.level = level
        self.phone = phone
        self.needsMeeting = needsMeeting
        self.isAtCount = isAtCount
    }
}

/// 答复
package struct AnswerGiven: Hashable, Sendable, Codable {
    package var kind: AnswerKind
    package var text: Prose
    package var terms: Commitment?
    /// When it counts as given: for 补记 before the evening count of its day. Nil in older records.
    package var moment: Moment?

    package init(kind: AnswerKind, text: Prose, terms: Commitment? = nil, moment: Moment? = nil) {
        self.kind = kind
        self.text = text
        self.terms = terms
        self.moment = moment
    }
}

/// An answer (答复) to a problem: with it the problem does not stay over night.
package struct Answer: Hashable, Sendable, Codable {
    package var kind: AnswerKind
    package var day: Day
    package var text: Prose
    package var terms: Commitment
    package var moment: Moment
    /// From when on it holds no longer: what was said to be solved was sent back, or opened again.
    package var withdrawn: Moment?

    package init(
        kind: AnswerKind,
        day: Day,
        text: Prose,
        terms: Commitment = Commitment(),
        moment: Moment,
        withdrawn: Moment? = nil
    ) {
        self.kind = kind
        self.day = day
        self.text = text
        self.terms = terms
        self.moment = moment
        self.withdrawn = withdrawn
    }
}

/// What an answer of a kind must hold.
package enum AnswerPart: String, Hashable, Sendable, CaseIterable {
    /// 责任人, of a measure
    case person
    /// 日期, of a measure
    case day
    /// 提交哪一级
    case level
    /// 带班领导, of 交值班
    case leader
    /// 值班电话, of 交值班
    case phone
}

extension Matter {
    /// The last answer, whether it still holds or not.
    package var answer: Answer? { answers.last }

    /// The answer in force: none where it was withdrawn.
    package var standingAnswer: Answer? { answers.last.flatMap { $0.withdrawn == nil ? $0 : nil } }

    /// Whether it may not stay over night (过夜): problems, and demands marked 急.
    package var staysOverNight: Bool { kind == .problem || (kind == .demand && isUrgent) }

    /// Whether it waits for an answer at all: neither reported nor settled nor stopped.
    package var awaitsAnswer: Bool {
        staysOverNight && [.draft, .pending, .issued, .inHand].contains(stage)
    }

    /// 待决: the level it was sent up to and that has not decided yet. Handing it to the duty desk for
    /// the rest days does not take it from there.
    package var pendingLevel: DecisionLevel? {
        guard stage.isOpen, let answer = answers.last(where: { $0.kind != .handedToDuty && $0.withdrawn == nil }),
            answer.kind == .sentUp
        else { return nil }
        return answer.terms.level ?? level
    }

    /// Since when it waits there.
    package var pendingSince: Day? {
        guard pendingLevel != nil else { return nil }
        return answers.last { $0.kind == .sentUp && $0.withdrawn == nil }?.day
    }

    /// 须上会: said when it was sent up.
    package var needsMeeting: Bool {
        guard pendingLevel != nil else { return false }
        return answers.last { $0.kind == .sentUp }?.terms.needsMeeting ?? false
    }

    /// Takes an answer in the order of the moments at which they count.
    mutating func take(_ given: AnswerGiven, event: Event) {
        let moment = given.moment ?? event.recorded
        let answer = Answer(
            kind: given.kind,
            day: event.day,
            text: given.text,
            terms: given.terms ?? Commitment(),
            moment: moment
        )
        let place = answers.lastIndex { ($0.day, $0.moment) <= (answer.day, moment) }.map { $0 + 1 } ?? 0
        answers.insert(answer, at: place)
        if place == answers.count - 1, let level = answer.terms.level { self.level = level }
    }

    /// What was said to be solved is not: the problem asks for an answer again.
    mutating func withdrawAnswer(at moment: Moment) {
        guard let last = answers.indices.last, answers[last].withdrawn == nil else { return }
        answers[last].withdrawn = moment
    }
}

extension DecisionLevel {
    /// The three levels of 三级联动, lowest first, and the bodies above them.
    package var rank: Int {
        switch self {
        case .community: 0
        case .viceLeader: 1
        case .secretary: 2
        case .headquarters: 3
        case .committee: 4
        }
    }

    /// Where a problem goes next when it is sent up and nobody said to whom.
    package var above: DecisionLevel? {
        switch self {
        case .community: .viceLeader
        case .viceLeader: .secretary
        case .secretary: .committee
        case .headquarters: .committee
        case .committee: nil
        }
    }

    /// Bodies decide together: none of their members alone.
    package var isCollective: Bool { self == .headquarters || self == .committee }

    /// Who decides on this level.
    package var deciders: [Role] {
        switch self {
        case .community: [.communitySecretary]
        case .viceLeader: [.viceLeader]
        case .secretary: [.secretary, .director]
        case .headquarters: [.commander, .secretary, .director]
        case .committee: [.secretary]
        }
    }
}
