package import Text

package typealias MeetingID = Key<Meeting>

/// What kind of meeting (例会).
package enum MeetingKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// 早会
    case early
    /// 晚会
    case late
    /// 周例会
    case weekly
    /// 专题会
    case special

    /// When it is held where nobody says otherwise, in minutes after midnight.
    package var usualMinute: Int {
        switch self {
        case .early: 8 * 60 + 10
        case .weekly: 9 * 60
        case .special: 14 * 60
        case .late: 17 * 60 + 30
        }
    }
}

/// A meeting of the street or of a campaign's headquarters, with what was said and decided in it.
package struct Meeting: Hashable, Sendable, Codable {
    package var id: MeetingID
    package var kind: MeetingKind
    /// Nil for the street's own.
    package var campaign: CampaignID?
    package var day: Day
    /// When it begins, in minutes after midnight.
    package var minute: Int?
    /// What it is called, where the kind does not say it.
    package var title: CleanText?
    package var chair: PersonID?
    package var place: CleanText?
    /// What somebody put on the agenda by hand, after what the ledger puts there.
    package var topics: [Topic]
    package var began: Moment?
    package var ended: Moment?
    package var cancelled: Day?
    /// 出席 and 缺席 as they were typed.
    package var attendance: Prose?
    /// The matter that desk and meeting wall look at.
    package var spotlight: MatterNumber?
    package var entries: [Entry]

    /// A point of the agenda.
    package struct Topic: Hashable, Sendable, Codable {
        package var matter: MatterNumber?
        package var text: Prose?

        package init(matter: MatterNumber? = nil, text: Prose? = nil) {
            self.matter = matter
            self.text = text
        }
    }

    /// What was said (a note) or decided, in order.
    package struct Entry: Hashable, Sendable, Codable {
        package var matters: [MatterNumber]
        package var text: Prose
        /// The decision, where it was one.
        package var ruling: Ruling?

        package init(matters: [MatterNumber], text: Prose, ruling: Ruling? = nil) {
            self.matters = matters
            self.text = text
            self.ruling = ruling
        }
    }

    package init(
        id: MeetingID = MeetingID(0),
        kind: MeetingKind,
        campaign: CampaignID? = nil,
        day: Day,
        minute: Int? = nil,
        title: CleanText? = nil,
        chair: PersonID? = nil,
        place: CleanText? = nil
    ) {
        self.id = id
        self.kind = kind
        self.campaign = campaign
        self.day = day
        self.minute = minute
        self.title = title
        self.chair = chair
        self.place = place
        topics = []
        entries = []
    }

    /// Begun, neither ended nor called off.
    package var isUnderWay: Bool { began != nil && ended == nil && cancelled == nil }
    /// Announced, neither begun nor called off.
    package var isPlanned: Bool { began == nil && cancelled == nil }

    /// The matters that its decisions made (议定事项).
    package var made: [MatterNumber] { entries.flatMap { $0.ruling?.made ?? [] } }
}

/// Began, ended, or was called off, with the words that go with it.
package struct MeetingMark: Hashable, Sendable, Codable {
    package var meeting: MeetingID
    /// Of the end: who was there; of a cancellation: why.
    package var text: Prose?

    package init(meeting: MeetingID, text: Prose? = nil) {
        self.meeting = meeting
        self.text = text
    }
}

/// The meeting turned to a matter, or away from it.
package struct MeetingTurn: Hashable, Sendable, Codable {
    package var meeting: MeetingID
    package var matter: MatterNumber?

    package init(meeting: MeetingID, matter: MatterNumber?) {
        self.meeting = meeting
        self.matter = matter
    }
}

/// One note, serving as many matters as it speaks of; each of them is tracked by an event of its own.
package struct MeetingNote: Hashable, Sendable, Codable {
    package var meeting: MeetingID
    package var matters: [MatterNumber]
    package var text: Prose

    package init(meeting: MeetingID, matters: [MatterNumber], text: Prose) {
        self.meeting = meeting
        self.matters = matters
        self.text = text
    }
}

/// A point added to the agenda.
package struct MeetingTopic: Hashable, Sendable, Codable {
    package var meeting: MeetingID
    package var topic: Meeting.Topic

    package init(meeting: MeetingID, topic: Meeting.Topic) {
        self.meeting = meeting
        self.topic = topic
    }
}
