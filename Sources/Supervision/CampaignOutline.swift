package import Ledger

/// A campaign rolled up: campaign → target → action, and what is not in order with it (挂图作战, A1, A10, A11, A14).
package struct CampaignOutline: Hashable, Sendable {
    package var campaign: CampaignID
    package var phase: Phase
    /// The order behind the phase; nil where it is the one the campaign began in, or the street's.
    package var order: PhaseOrder?
    /// Its targets at hand, worst first, each with what hangs below it.
    package var targets: [Node]
    /// Its open problems, demands and duties.
    package var others: [Kind: Int]
    /// What its leaves add up to in the campaign's own unit of measure, settled ones included.
    package var leaves: Amount
    package var frontline: [Setup]
    package var warnings: [CampaignWarning]

    /// A target with the actions below it.
    package struct Node: Hashable, Sendable {
        package var matter: MatterNumber
        package var judgement: Judgement
        /// Of the target itself, or where actions below it have the same unit of measure, their sum.
        package var quantity: QuantityLine?
        /// The worst light at it and below it.
        package var worst: Light
        package var actions: [Node]
    }

    /// One of the 四个一: set up when an entry names people, a place and a day.
    package struct Setup: Hashable, Sendable {
        package var kind: Frontline
        package var entries: [FrontlineEntry]
        package var isSet: Bool { !entries.isEmpty }
    }
}

/// What is not in order with a campaign.
package enum CampaignWarning: Hashable, Sendable {
    case noHead
    /// 「项目负责人和党组织书记同步配」: a head, but no branch or no secretary of it.
    case noSecretary
    case groupsMissing([Campaign.GroupKind])
    case groupsWithoutHead([Campaign.GroupKind])
    case frontlineMissing([Frontline])
    /// Leaf targets that count neither for the campaign nor hang below a target, where others do.
    case leavesWithoutParent([MatterNumber])
    case leavesWithoutLimit([MatterNumber])
    /// A target, and the actions below it that add up to something else.
    case actionsDiffer(MatterNumber, actions: QuantityLine, target: Amount)
    /// The leaves add up to something else than the campaign has to reach.
    case quantityDiffers(leaves: Amount, campaign: Amount, measure: String)
}

extension Supervisor {
    /// A campaign rolled up; over the matters at hand and the sums of all.
    package func outline(of campaign: Campaign) -> CampaignOutline {
        let own = ledger.matters.values.filter { $0.campaign == campaign.id && $0.stage.isAtHand }
        let below = Dictionary(grouping: own.filter { $0.parent != nil }) { $0.parent! }
        let targets = own.filter { $0.kind == .target && ($0.parent == nil || ledger.matters[$0.parent!] == nil) }
        let nodes = targets.map { node($0, below: below) }.sorted {
            ($0.worst.rank, $0.judgement, $0.matter) < ($1.worst.rank, $1.judgement, $1.matter)
        }
        var others: [Kind: Int] = [:]
        for matter in own where matter.stage.isOpen && (matter.kind != .target || followsUp(matter)) {
            others[matter.kind, default: 0] += 1
        }
        let differing = targets.compactMap { target in difference(target, below: below[target.number] ?? []) }
        var leaves = ledger.sums[.campaign(campaign.id)]?.target ?? .zero
        for case .actionsDiffer(_, let actions, let target) in differing where actions.unit == campaign.measure {
            leaves += actions.target - target
        }
        let setups = Frontline.allCases.map { kind in
            CampaignOutline.Setup(kind: kind, entries: (campaign.frontline ?? []).filter { $0.kind == kind })
        }
        return CampaignOutline(
            campaign: campaign.id,
            phase: ledger.phase(of: campaign.id, on: today),
            order: ledger.phaseOrder(of: campaign.id, on: today),
            targets: nodes,
            others: others,
            leaves: leaves,
            frontline: setups,
            warnings: warnings(of: campaign, own, below, setups, leaves) + differing
        )
    }

    /// What carries out a decision on a problem: it clears the way for a target, whose figure holds its households
    /// already, and is told beside the targets.
    private func followsUp(_ matter: Matter) -> Bool {
        matter.kind == .target && (matter.parent.flatMap { ledger.matters[$0] }.map { $0.kind != .target } ?? false)
    }

    private func node(_ matter: Matter, below: [MatterNumber: [Matter]]) -> CampaignOutline.Node {
        let actions = (below[matter.number] ?? []).map { node($0, below: [:]) }.sorted {
            ($0.judgement, $0.matter) < ($1.judgement, $1.matter)
        }
        let judgement = judge.judge(matter)
        let worst = ([judgement.light] + actions.map(\.worst)).min { $0.rank < $1.rank }!
        return CampaignOutline.Node(
            matter: matter.number,
            judgement: judgement,
            quantity: sum(of: below[matter.number] ?? [], like: matter) ?? matter.quantity,
            worst: worst,
            actions: actions
        )
    }

    /// What actions add up to in their target's unit of measure; nil where none is counted in it.
    private func sum(of actions: [Matter], like target: Matter) -> QuantityLine? {
        guard let unit = target.quantity?.unit else { return nil }
        let lines = actions.filter { $0.stage != .void }.flatMap(\.quantities).filter { $0.unit == unit }
        guard !lines.isEmpty else { return nil }
        return QuantityLine(
            target: lines.reduce(Amount.zero) { $0 + $1.target },
            done: lines.reduce(Amount.zero) { $0 + $1.done },
            unit: unit
        )
    }

    private func difference(_ target: Matter, below actions: [Matter]) -> CampaignWarning? {
        guard let own = target.quantity, let sum = sum(of: actions, like: target), sum.target != own.target else {
            return nil
        }
        return .actionsDiffer(target.number, actions: sum, target: own.target)
    }

    private func warnings(
        of campaign: Campaign,
        _ own: [Matter],
        _ below: [MatterNumber: [Matter]],
        _ setups: [CampaignOutline.Setup],
        _ leaves: Amount
    ) -> [CampaignWarning] {
        var warnings: [CampaignWarning] = []
        if campaign.head == nil { warnings.append(.noHead) }
        if campaign.head != nil, campaign.branch?.secretary == nil { warnings.append(.noSecretary) }
        let missing = Campaign.GroupKind.allCases.filter { campaign.group($0) == nil }
        if !missing.isEmpty { warnings.append(.groupsMissing(missing)) }
        let headless = Campaign.GroupKind.allCases.filter { campaign.group($0).map { $0.head == nil } ?? false }
        if !headless.isEmpty { warnings.append(.groupsWithoutHead(headless)) }
        let unset = setups.filter { !$0.isSet }.map(\.kind)
        if !unset.isEmpty { warnings.append(.frontlineMissing(unset)) }

        let open = own.filter { $0.kind == .target && $0.stage.isOpen && below[$0.number] == nil }
        if !below.isEmpty {
            let loose = open.filter { leaf in
                leaf.parent == nil && !leaf.quantities.contains { $0.unit == campaign.measure }
            }
            if !loose.isEmpty { warnings.append(.leavesWithoutParent(loose.map(\.number).sorted())) }
        }
        let limitless = open.filter { $0.due == nil && $0.term == nil }
        if !limitless.isEmpty { warnings.append(.leavesWithoutLimit(limitless.map(\.number).sorted())) }
        if campaign.target > .zero, leaves != campaign.target {
            warnings.append(.quantityDiffers(leaves: leaves, campaign: campaign.target, measure: campaign.measure))
        }
        return warnings
    }
}
