// Who may do something, and who may record it for them.

extension Decision {
    /// The role in force for something that any of `allowed` may do.
    func role(in allowed: [Role]) throws(Refusal) -> Role {
        if context.actor.roles.isEmpty { throw .readOnly(login: context.actor.login) }
        guard let role = allowed.first(where: context.actor.roles.contains) else {
            throw .notAllowed(.register, to: allowed)
        }
        return role
    }

    /// The role in force for an action on a matter, after checking stage, role and order in time.
    ///
    /// - Parameter doers: who may do it, where the table alone does not say.
    func permit(_ kind: Action.Kind, on matter: Matter, by doers: [Role]? = nil) throws(Refusal) -> Role {
        let row = Transition.of(kind)
        let roles = context.actor.roles
        if roles.isEmpty { throw .readOnly(login: context.actor.login) }
        guard row.from.contains(matter.stage) else {
            throw .wrongStage(kind, matter.stage, allowed: Transition.actions(on: matter))
        }
        try checkOrder(of: kind, on: matter)
        if isImport { return .clerk }
        let doers = doers ?? row.doers
        let recorder = row.recorders.first(where: roles.contains)
        if let behalf = context.actor.behalf, let recorder {
            try check(behalf, for: row, by: doers, on: matter)
            return recorder
        }
        if let doer = doers.first(where: roles.contains) { return doer }
        // Who stands in for somebody on leave may do what they may.
        if let person = context.actor.person {
            let lent = ledger.standInRoles(of: person, on: day)
            if let doer = doers.first(where: lent.contains) { return doer }
        }
        throw recorder == nil ? .notAllowed(kind, to: doers) : .needsBehalf(kind, of: doers)
    }

    /// Nothing happens to a matter before it was issued. Imported history may tell what went on
    /// before, but no matter ends before it began.
    private func checkOrder(of kind: Action.Kind, on matter: Matter) throws(Refusal) {
        let first: Day? =
            switch kind {
            case .report, .settle: matter.issued
            default: isImport ? nil : matter.issued ?? matter.registered
            }
        if let first, day < first { throw .dayTooEarly(first: first) }
    }

    /// Whoever records for somebody else says for whom; of an approval, for which person, and that
    /// person must be one who may give it.
    private func check(
        _ behalf: Behalf,
        for row: Transition,
        by doers: [Role],
        on matter: Matter
    ) throws(Refusal) {
        let isNamed = behalf.person != nil || (behalf.unit != nil && !row.isApproval)
        guard isNamed else { throw .needsBehalf(row.action, of: doers) }
        guard row.isApproval else { return }
        if let day = behalf.day, day > today || day < matter.registered { throw .approvalDay(day) }
        guard let roles = behalf.person.map({ ledger.roles(of: $0, on: behalf.day ?? day) }), !roles.isEmpty else {
            return
        }
        if roles.isDisjoint(with: doers) { throw .notAllowed(row.action, to: doers) }
    }
}
