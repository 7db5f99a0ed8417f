extension Ledger {
    /// A new edition of the rules comes into force. Only the last one keeps its text.
    mutating func take(_ edition: RulesEdition) {
        for index in rulesHistory.indices { rulesHistory[index].text = nil }
        rulesHistory.append(edition)
        if let logins = edition.rules.logins {
            authority = Dictionary(logins.map { ($0.login, Set($0.roles)) }) { $0.union($1) }
        }
    }

    /// What the rules in force say of the phase (平时/攻坚/战时) that a matter lives in.
    package func pace(of matter: Matter, on day: Day) -> PhaseRules {
        self[rulesOn: day][phase(of: matter.campaign, on: day)]
    }

    // MARK: Who is at the keyboard

    /// What a login is in this ledger.
    package enum Access: Hashable, Sendable {
        /// A person, or nobody in particular, with roles; without any it only reads.
        case known(PersonID?, Set<Role>)
        /// 「我是谁」: several people share the login, and one of them has to be named first.
        case shared([PersonID])
    }

    /// Who works under a login. `claimed` is who they say they are, where several share it.
    ///
    /// The working set must hold the people of the login.
    package func access(of login: String, claiming claimed: PersonID? = nil, on day: Day) -> Access {
        guard let rule = rules.logins?.first(where: { $0.login == login }) else {
            return .known(nil, authority[login] ?? [])
        }
        let person: PersonID?
        switch rule.people.count {
        case 0: person = nil
        case 1: person = rule.people[0]
        default:
            guard let claimed, rule.people.contains(claimed) else { return .shared(rule.people) }
            person = claimed
        }
        let own = person.map { roles(of: $0, on: day) } ?? []
        return .known(person, Set(rule.roles).union(own))
    }
}
