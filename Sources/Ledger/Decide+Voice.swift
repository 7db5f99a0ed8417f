// Whose word something of a unit is: nobody signs, reports or asks for time in the name of another unit.

extension Decision {
    /// What only the lead, or the unit of a share, says of itself is said by somebody of it (签收、退单、上报办结、申请延期,
    /// the receipt and the answer of a slip).
    func checkVoice(of action: Action, on matter: Matter) throws(Refusal) {
        guard !isImport, let unit = speakingUnit(of: action, on: matter) else { return }
        let actor = context.actor
        if let behalf = actor.behalf {
            if let person = behalf.person {
                guard isVoice(person, of: unit, on: matter) else {
                    throw .otherVoice(action.kind, person: person, unit: nil, of: unit)
                }
            } else if let other = behalf.unit, !isNear(other, unit) {
                throw .otherVoice(action.kind, person: nil, unit: other, of: unit)
            }
            return
        }
        // The office does what it may do in its own name.
        guard actor.roles.isDisjoint(with: Transition.office), let person = actor.person else { return }
        guard isVoice(person, of: unit, on: matter) else {
            throw .otherVoice(action.kind, person: person, unit: nil, of: unit)
        }
    }

    private func speakingUnit(of action: Action, on matter: Matter) -> UnitID? {
        switch action {
        case .accept, .report, .askExtension, .handBack, .ladder(.accept), .ladder(.answer): matter.lead
        case .acceptSupport(let unit, _): unit
        default: nil
        }
    }

    /// People of the unit, of one below or above it (the leadership stands above all and speaks for none); whoever has
    /// the matter, heads its campaign or its grid; and who stands in for one of these.
    private func isVoice(_ person: PersonID, of unit: UnitID, on matter: Matter) -> Bool {
        let absent = ledger.leaves.filter { $0.standIn == person && $0.holds(on: day) }.map(\.person)
        let known = [
            matter.person, matter.campaign.flatMap { ledger.campaigns[$0]?.head },
            matter.grid.flatMap { ledger.grids[$0]?.head },
        ]
        return ([person] + absent).contains { person in
            known.contains(person) || ledger.people[person].map { isNear($0.unit, unit) } ?? true
        }
    }

    private func isNear(_ one: UnitID, _ other: UnitID) -> Bool {
        if one != other, ledger.units[one]?.kind == .leadership { return false }
        return ledger.isUnit(one, within: other) || ledger.isUnit(other, within: one)
    }
}
