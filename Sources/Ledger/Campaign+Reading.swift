import Text

// What a campaign is on a day, and which of the office's function groups a group is.

extension Phase {
    /// The tighter the higher: what holds for the street and for a campaign is the tighter of both.
    package var rank: Int {
        switch self {
        case .normal: 0
        case .push: 1
        case .emergency: 2
        }
    }
}

extension Campaign {
    /// The phase its own orders give a day, whatever the street's.
    package func phase(on day: Day) -> Phase { phases?.last { $0.holds(on: day) }?.phase ?? phase }

    /// The four function groups of a headquarters (指挥部功能组).
    package enum GroupKind: String, Hashable, Sendable, CaseIterable {
        /// 综合业务
        case general
        /// 具体业务
        case work
        /// 疑难个案
        case cases
        /// 后勤保障
        case logistics
    }

    /// The group that does this, by its name.
    package func group(_ kind: GroupKind) -> FunctionGroup? { groups.first { $0.kind == kind } }

    /// What is said of it, for the parts that `facts` speak of.
    func says(of facts: CampaignFacts) -> CampaignFacts {
        var now = CampaignFacts()
        if facts.name != nil { now.name = name }
        if facts.goal != nil { now.goal = goal }
        if facts.head != nil { now.head = head }
        if facts.unit != nil { now.unit = unit }
        if facts.groups != nil { now.groups = groups }
        if facts.start != nil { now.start = start }
        if facts.due != nil { now.due = due }
        if facts.target != nil { now.target = target }
        if facts.measure != nil { now.measure = measure }
        if facts.branch != nil { now.branch = branch }
        return now
    }

    mutating func apply(_ facts: CampaignFacts) {
        name = facts.name ?? name
        goal = facts.goal ?? goal
        head = facts.head ?? head
        unit = facts.unit ?? unit
        groups = facts.groups ?? groups
        start = facts.start ?? start
        due = facts.due ?? due
        target = facts.target ?? target
        measure = facts.measure ?? measure
        branch = facts.branch ?? branch
    }
}

extension Campaign.FunctionGroup {
    /// Which of the four it is: offices call them by these words, with 组 behind or the campaign's name before.
    package var kind: Campaign.GroupKind? {
        let words: [(String, Campaign.GroupKind)] = [
            ("综合", .general), ("具体", .work), ("疑难", .cases), ("后勤", .logistics),
        ]
        return words.first { name.string.contains($0.0) }?.1
    }
}

extension Ledger {
    /// The phase in which a matter of a campaign, or of none, stands on a day: the tighter of the street's
    /// and the campaign's.
    package func phase(of campaign: CampaignID?, on day: Day) -> Phase {
        let street = phases.last { $0.holds(on: day) }?.phase ?? .normal
        let own = campaign.flatMap { campaigns[$0]?.phase(on: day) } ?? .normal
        return own.rank > street.rank ? own : street
    }

    /// Whether the phase of a campaign, or of the street, was ever ordered anew.
    package func hasPhaseOrders(_ campaign: CampaignID?) -> Bool {
        !phases.isEmpty || campaign.flatMap { campaigns[$0]?.phases } != nil
    }

    /// The order that holds on a day, of the street or of a campaign; nil where none was given.
    package func phaseOrder(of campaign: CampaignID?, on day: Day) -> PhaseOrder? {
        let orders = campaign.map { campaigns[$0]?.phases ?? [] } ?? phases
        return orders.last { $0.holds(on: day) }
    }

    /// Takes what happens to campaigns; false for any other fact.
    mutating func applyCampaign(_ event: Event, into touched: inout Touched) -> Bool {
        switch event.fact {
        case .phaseOrdered(let order):
            if let campaign = order.campaign {
                let before = campaigns[campaign]?.phases ?? []
                campaigns[campaign]?.phases = before + [order]
                touched.campaign = campaign
            } else {
                phases.append(order)
                touched.setting = true
            }
        case .campaignChanged(let change):
            campaigns[change.campaign]?.apply(change.after)
            touched.campaign = change.campaign
        case .frontlineNoted(let change):
            guard var campaign = campaigns[change.campaign] else { break }
            var entries = campaign.frontline ?? []
            if let dropped = change.dropped, let index = entries.firstIndex(of: dropped) { entries.remove(at: index) }
            if let added = change.added { entries.append(added) }
            campaign.frontline = entries.isEmpty ? nil : entries
            campaigns[change.campaign] = campaign
            touched.campaign = change.campaign
        default:
            return false
        }
        return true
    }
}
