package import Text

/// How a decision was taken (决策方式).
package enum RulingWay: String, Hashable, Sendable, Codable, CaseIterable {
    /// 批示: one leader, on paper or by word.
    case instruction
    /// 会议
    case meeting
}

/// A decision (决定): of one level, of several together, or of a body.
///
/// It makes matters with their four fixed, or says 「不需落实」: then `made` is empty.
package struct Ruling: Hashable, Sendable, Codable {
    /// Who decided; the highest is the last deciding level (办结层级).
    package var levels: [DecisionLevel]
    package var way: RulingWay
    package var meeting: MeetingID?
    /// What the meeting was called, where it has no record of its own here.
    package var meetingName: CleanText?
    /// 结论
    package var conclusion: Prose
    /// Who carries it out, and by when.
    package var unit: UnitID?
    package var person: PersonID?
    package var due: Day?
    /// The matters made by it.
    package var made: [MatterNumber]
    /// When it counts as an answer: of one recorded later, before the evening count of its day.
    package var moment: Moment?

    package init(
        levels: [DecisionLevel],
        way: RulingWay,
        meeting: MeetingID? = nil,
        meetingName: CleanText? = nil,
        conclusion: Prose,
        unit: UnitID? = nil,
        person: PersonID? = nil,
        due: Day? = nil,
        made: [MatterNumber] = []
    ) {
        self.levels = levels
        self.way = way
        self.meeting = meeting
        self.meetingName = meetingName
        self.conclusion = conclusion
        self.unit = unit
        self.person = person
        self.due = due
        self.made = made
    }

    /// 办结层级
    package var level: DecisionLevel { levels.max { $0.rank < $1.rank } ?? .community }
}

/// A decision on a matter, with its day.
package struct RulingGiven: Hashable, Sendable, Codable {
    package var day: Day
    package var ruling: Ruling

    package init(day: Day, ruling: Ruling) {
        self.day = day
        self.ruling = ruling
    }
}

/// A decision as somebody asks for it to be recorded.
package struct RulingDraft: Hashable, Sendable {
    /// The problem it is about; a meeting may also decide what is no matter yet.
    package var matter: MatterNumber?
    package var levels: [DecisionLevel]
    package var way: RulingWay
    package var meeting: MeetingID?
    package var meetingName: CleanText?
    package var conclusion: CleanText
    /// What has to be done now; empty says 「不需落实」 and has to be said with ``isNothingToDo``.
    package var followUps: [Registration]
    package var isNothingToDo: Bool

    package init(
        matter: MatterNumber? = nil,
        levels: [DecisionLevel],
        way: RulingWay,
        meeting: MeetingID? = nil,
        meetingName: CleanText? = nil,
        conclusion: CleanText,
        followUps: [Registration] = [],
        isNothingToDo: Bool = false
    ) {
        self.matter = matter
        self.levels = levels
        self.way = way
        self.meeting = meeting
        self.meetingName = meetingName
        self.conclusion = conclusion
        self.followUps = followUps
        self.isNothingToDo = isNothingToDo
    }
}
