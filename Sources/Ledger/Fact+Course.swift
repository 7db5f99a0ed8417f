package import Text

// The payloads of what may turn the course of a matter: another unit, person or limit.

/// A limit set anew, with how it was set.
package struct NewLimit: Hashable, Sendable, Codable {
    package var due: Deadline
    package var term: Term?
    /// From when a limit in hours counts.
    package var from: Moment?
    /// The edition of the rules that it was counted by.
    package var rules: Int?

    package init(due: Deadline, term: Term? = nil, from: Moment? = nil, rules: Int? = nil) {
        self.due = due
        self.term = term
        self.from = from
        self.rules = rules
    }
}

/// 转办: another unit takes over; the old one stays in the history.
package struct Transfer: Hashable, Sendable, Codable {
    package var from: UnitID?
    package var to: UnitID
    package var person: PersonID?
    package var post: CleanText?
    package var reason: Prose
    /// nil: the limit stays.
    package var limit: NewLimit?
    package var signDue: Deadline?

    package init(from: UnitID?, to: UnitID, person: PersonID? = nil, post: CleanText? = nil, reason: Prose) {
        self.from = from
        self.to = to
        self.person = person
        self.post = post
        self.reason = reason
    }
}

/// 换人 inside the unit; the limit stays.
package struct Reassignment: Hashable, Sendable, Codable {
    package var from: PersonID?
    package var to: PersonID
    package var post: CleanText?
    package var text: Prose?

    package init(from: PersonID?, to: PersonID, post: CleanText? = nil, text: Prose? = nil) {
        self.from = from
        self.to = to
        self.post = post
        self.text = text
    }
}

/// 重开
package struct Reopening: Hashable, Sendable, Codable {
    package var reason: Prose
    /// nil: the old limit still lies ahead.
    package var limit: NewLimit?
    /// Working days it was settled after its old limit, where a new one was set; nil if it was in time.
    package var overdue: Int?

    package init(reason: Prose, limit: NewLimit? = nil, overdue: Int? = nil) {
        self.reason = reason
        self.limit = limit
        self.overdue = overdue
    }
}

/// 调整时限
package struct LimitAdjustment: Hashable, Sendable, Codable {
    package var from: Deadline
    package var limit: NewLimit
    package var reason: Prose
    /// Working days it was past the old limit; nil where that still lay ahead.
    package var overdue: Int?

    package init(from: Deadline, limit: NewLimit, reason: Prose, overdue: Int? = nil) {
        self.from = from
        self.limit = limit
        self.reason = reason
        self.overdue = overdue
    }
}

/// 时限重算: what a person decided after the calendar had changed.
package struct LimitRecount: Hashable, Sendable, Codable {
    package var from: Deadline
    /// The limit by the calendar in force.
    package var due: Deadline
    /// Whether it was taken; otherwise the old one is kept as a day that moves no more.
    package var isTaken: Bool
    package var text: Prose?

    package init(from: Deadline, due: Deadline, isTaken: Bool, text: Prose? = nil) {
        self.from = from
        self.due = due
        self.isTaken = isTaken
        self.text = text
    }
}

/// 分办签收
package struct ShareNote: Hashable, Sendable, Codable {
    package var unit: UnitID
    package var text: Prose?
    /// The turn whose signature holds for this one too (沿用).
    package var carried: MatterNumber?

    package init(unit: UnitID, text: Prose? = nil, carried: MatterNumber? = nil) {
        self.unit = unit
        self.text = text
        self.carried = carried
    }
}

/// 分办跟踪
package struct ShareTrack: Hashable, Sendable, Codable {
    package var unit: UnitID
    package var text: Prose
    package var from: Amount?
    package var to: Amount?

    package init(unit: UnitID, text: Prose, from: Amount? = nil, to: Amount? = nil) {
        self.unit = unit
        self.text = text
        self.from = from
        self.to = to
    }
}

/// 更正: what a matter said before and what it says now, of the things that were corrected.
package struct Correction: Hashable, Sendable, Codable {
    package var before: Amendment
    package var after: Amendment

    package init(before: Amendment, after: Amendment) {
        self.before = before
        self.after = after
    }
}
