package import Ledger

/// What nobody answers for, or nothing ends (缺定、无主、无期、空岗).
package enum Flaw: Hashable, Sendable {
    /// 缺定: issued or awaiting approval without one of the four fixed.
    case missing(MatterNumber, [Fixed])
    /// 无主: no lead unit, or one that has closed.
    case withoutLead(MatterNumber, closed: UnitID?)
    /// 无主: who was responsible has left.
    case ownerLeft(MatterNumber, PersonID)
    /// 无期
    case withoutLimit(MatterNumber)
    /// 空岗: who is responsible is away and nobody stands in.
    case ownerAway(MatterNumber, PersonID, through: Day)
    /// 空岗: a grid without a head, or whose head has left.
    case gridWithoutHead(GridID)
    /// 空岗: a unit that leads open matters without anybody in charge of it.
    case unitWithoutHead(UnitID)
    /// 空岗: a function group of a campaign without a head.
    case groupWithoutHead(CampaignID, place: Int)

    /// The heading it stands under.
    package enum Kind: Int, Hashable, Sendable, CaseIterable {
        /// 缺定
        case missing
        /// 无主
        case ownerless
        /// 无期
        case endless
        /// 空岗
        case vacant
    }

    package var kind: Kind {
        switch self {
        case .missing: .missing
        case .withoutLead, .ownerLeft: .ownerless
        case .withoutLimit: .endless
        case .ownerAway, .gridWithoutHead, .unitWithoutHead, .groupWithoutHead: .vacant
        }
    }

    package var matter: MatterNumber? {
        switch self {
        case .missing(let number, _), .withoutLead(let number, _), .ownerLeft(let number, _), .withoutLimit(let number),
            .ownerAway(let number, _, _):
            number
        default: nil
        }
    }
}

extension Supervisor {
    /// Everything that is incomplete, by kind and number; over open matters and the whole directory.
    package func flaws() -> [Flaw] {
        var flaws: [Flaw] = []
        for matter in ledger.matters.values.sorted(by: { $0.number < $1.number }) where matter.stage.isOpen {
            flaws += self.flaws(of: matter)
        }
        flaws += vacancies()
        return Flaw.Kind.allCases.flatMap { kind in flaws.filter { $0.kind == kind } }
    }

    package func flaws(of matter: Matter) -> [Flaw] {
        var flaws: [Flaw] = []
        // A draft is still being written.
        if matter.stage != .draft {
            let missing = matter.missing.filter { $0 != .time }
            if !missing.isEmpty { flaws.append(.missing(matter.number, missing)) }
        }
        if let lead = matter.lead {
            if let unit = ledger.units[lead], !unit.isOpen(on: today) {
                flaws.append(.withoutLead(matter.number, closed: lead))
            }
        } else {
            flaws.append(.withoutLead(matter.number, closed: nil))
        }
        if let id = matter.person {
            if let left = ledger.people[id]?.left, left <= today {
                flaws.append(.ownerLeft(matter.number, id))
            } else if let leave = ledger.leaves.first(where: {
                $0.person == id && $0.from <= today && today <= $0.through
            }),
                leave.standIn == nil
            {
                flaws.append(.ownerAway(matter.number, id, through: leave.through))
            }
        }
        if matter.due == nil, matter.term == nil { flaws.append(.withoutLimit(matter.number)) }
        return flaws
    }

    private func vacancies() -> [Flaw] {
        func isThere(_ id: PersonID?) -> Bool {
            guard let id, let person = ledger.people[id] else { return false }
            return person.left.map { $0 > today } ?? true
        }
        let grids = ledger.grids.values.filter { !isThere($0.head) }.map(\.id).sorted().map(Flaw.gridWithoutHead)
        var headed: Set<UnitID> = []
        for person in ledger.people.values
        where isThere(person.id)
            && !Set(person.roles).isDisjoint(with: [.unitHead, .communitySecretary, .supervisionHead, .commander])
        {
            headed.insert(person.unit)
        }
        let leads = Set(ledger.matters.values.filter { $0.stage.isOpen }.compactMap(\.lead))
        let units = leads.filter { id in
            guard let unit = ledger.units[id], unit.isOpen(on: today) else { return false }
            return unit.kind != .leadership && unit.kind != .partner && !headed.contains(id)
        }
        .sorted().map(Flaw.unitWithoutHead)
        let groups = ledger.campaigns.values.sorted { $0.id < $1.id }.flatMap { campaign in
            campaign.groups.indices.filter { !isThere(campaign.groups[$0].head) }
                .map { Flaw.groupWithoutHead(campaign.id, place: $0) }
        }
        return grids + units + groups
    }
}
