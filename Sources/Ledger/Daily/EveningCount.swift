/// 当日清点, as it was closed: what was asked for and what stayed without an answer.
package struct EveningCount: Hashable, Sendable, Codable {
    package var day: Day
    /// Problems and urgent demands that were gone through.
    package var asked: [MatterNumber]
    /// Of these, without an answer when the count was closed: they stay over night.
    package var left: [MatterNumber]
    /// Of these, handed to the duty desk (交值班).
    package var handed: [MatterNumber]

    package init(day: Day, asked: [MatterNumber], left: [MatterNumber], handed: [MatterNumber]) {
        self.day = day
        self.asked = asked
        self.left = left
        self.handed = handed
    }
}

/// An evening count with who closed it when.
package struct EveningClosed: Hashable, Sendable, Codable {
    package var count: EveningCount
    package var moment: Moment
    package var signature: Signature

    package init(count: EveningCount, moment: Moment, signature: Signature) {
        self.count = count
        self.moment = moment
        self.signature = signature
    }
}
