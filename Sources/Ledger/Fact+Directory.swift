package import Text

// The payloads of what changes in the directory (名录) and in the calendar.

/// 本地休息日、调休
package struct CalendarAdjustment: Hashable, Sendable, Codable {
    package var days: [WorkCalendar.Exception]
    package init(days: [WorkCalendar.Exception]) { self.days = days }
}

/// 单位更名, from the day of the event on.
package struct UnitRenaming: Hashable, Sendable, Codable {
    package var unit: UnitID
    package var name: CleanText
    package var shortName: CleanText

    package init(unit: UnitID, name: CleanText, shortName: CleanText) {
        self.unit = unit
        self.name = name
        self.shortName = shortName
    }
}

/// 单位撤销, 并入, on the day of the event.
package struct UnitClosing: Hashable, Sendable, Codable {
    package var unit: UnitID
    package var successor: UnitID?

    package init(unit: UnitID, successor: UnitID? = nil) {
        self.unit = unit
        self.successor = successor
    }
}

/// What changes of a person; nil leaves a thing as it is.
package struct PersonChange: Hashable, Sendable, Codable {
    package var person: PersonID
    package var name: CleanText?
    package var unit: UnitID?
    package var posts: [CleanText]?
    package var roles: [Role]?

    package init(person: PersonID) { self.person = person }
}

/// 离任, on the day of the event.
package struct PersonDeparture: Hashable, Sendable, Codable {
    package var person: PersonID
    package init(person: PersonID) { self.person = person }
}

/// 请假, and who stands in (代理) meanwhile.
package struct Leave: Hashable, Sendable, Codable {
    package var person: PersonID
    package var from: Day
    /// The last day of it.
    package var through: Day
    package var standIn: PersonID?
    /// What the absent person may do, and so the stand-in for as long.
    package var roles: [Role]

    package init(person: PersonID, from: Day, through: Day, standIn: PersonID? = nil, roles: [Role] = []) {
        self.person = person
        self.from = from
        self.through = through
        self.standIn = standIn
        self.roles = roles
    }

    /// Whether it covers a day.
    package func holds(on day: Day) -> Bool { from <= day && day <= through }
}

/// 销假
package struct LeaveEnd: Hashable, Sendable, Codable {
    package var person: PersonID
    /// The first day back.
    package var day: Day

    package init(person: PersonID, day: Day) {
        self.person = person
        self.day = day
    }
}
