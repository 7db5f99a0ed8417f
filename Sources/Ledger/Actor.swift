/// Who is at the keyboard, as a command is given.
package struct Actor: Hashable, Sendable {
    /// The login name that belongs to the process's uid, never `$USER`.
    package var login: String
    package var person: PersonID?
    /// Everything the login may act as. Empty: it only reads.
    package var roles: Set<Role>
    /// Set when the command says what somebody else said or signed.
    package var behalf: Behalf?

    package init(login: String, person: PersonID? = nil, roles: Set<Role> = [], behalf: Behalf? = nil) {
        self.login = login
        self.person = person
        self.roles = roles
        self.behalf = behalf
    }
}

/// Whose word is recorded (经手人) and how it came (代录方式).
package struct Behalf: Hashable, Sendable, Codable {
    package var unit: UnitID?
    package var person: PersonID?
    package var channel: Channel
    /// The day an approval was given or signed (批准日); a decision on an approval sets it where it
    /// was not said, and leaves it out of everything else.
    package var day: Day?

    package init(unit: UnitID? = nil, person: PersonID? = nil, channel: Channel, day: Day? = nil) {
        self.unit = unit
        self.person = person
        self.channel = channel
        self.day = day
    }
}

/// Who stands behind an event: the actor with the one role that was in force.
package struct Signature: Hashable, Sendable, Codable {
    package var login: String
    package var person: PersonID?
    package var role: Role
    package var behalf: Behalf?

    package init(login: String, person: PersonID? = nil, role: Role, behalf: Behalf? = nil) {
        self.login = login
        self.person = person
        self.role = role
        self.behalf = behalf
    }
}
