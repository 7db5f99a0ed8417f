/// The state machine as one table: from where an action is possible, who may do it, and who may
/// record it for them (domain §2.3 with PRACTICE §1–2). Where it leads is ``Matter``'s `apply`.
package struct Transition: Hashable, Sendable {
    package let action: Action.Kind
    package let from: Set<Stage>
    /// Who may do it in their own name; the first is named in a refusal.
    package let doers: [Role]
    /// Who may record that one of the doers did it.
    package let recorders: [Role]
    /// Whether words (理由) must be given.
    package let needsText: Bool

    private init(
        _ action: Action.Kind,
        from: Set<Stage>,
        by doers: [Role],
        recordedBy recorders: [Role] = [.clerk, .supervisionHead],
        needsText: Bool = false
    ) {
        self.action = action
        self.from = from
        self.doers = doers
        self.recorders = recorders
        self.needsText = needsText
    }

    /// The row of an action.
    package static func of(_ action: Action.Kind) -> Transition { rows[action]! }

    /// The actions possible in a stage, in the order of the table.
    package static func actions(in stage: Stage) -> [Action.Kind] {
        table.filter { $0.from.contains(stage) }.map(\.action)
    }

    /// Those of them for which a matter has what they need: an extension to grant, a share to settle, a slip to deliver.
    package static func actions(on matter: Matter) -> [Action.Kind] {
        let slips = matter.ladder.slips.filter { $0.voided == nil }
        return actions(in: matter.stage).filter { action in
            switch action {
            case .grantExtension, .refuseExtension: matter.request != nil
            case .approveParking, .refuseParking: matter.proposal != nil
            case .settleSupport, .acceptSupport, .trackSupport: !matter.openShares.isEmpty
            case .tickStep: matter.steps.contains { $0.done == nil }
            case .signSlip: slips.contains { $0.signed == nil }
            case .deliverSlip, .acceptSlip, .answerSlip: slips.contains { $0.signed != nil }
            case .voidSlip: !slips.isEmpty
            // Only a calendar that was changed asks for it, and says so.
            case .recountLimit: false
            default: true
            }
        }
    }

    /// Whether it belongs to leaders and the office alone (审批、签发、挂账、销号): whoever records it
    /// for one of them names the person.
    package var isApproval: Bool { doers.allSatisfy((Transition.leaders + [.supervisionHead, .commander]).contains) }

    private static let rows = Dictionary(uniqueKeysWithValues: table.map { ($0.action, $0) })

    private static let leaders: [Role] = [.secretary, .director, .viceLeader]
    /// 督办员 and 督查负责人, who keep the ledger.
    static let office: [Role] = [.clerk, .supervisionHead]
    private static let unit: [Role] = [.unitHead, .communitySecretary, .handler, .gridHead, .commander]
    private static let heads: [Role] = [.unitHead, .communitySecretary, .commander]
    private static let approvers: [Role] = [.supervisionHead] + leaders
    private static let everyone: [Role] = office + unit + leaders + [.dutyLeader]
    private static let work: Set<Stage> = [.issued, .inHand, .parked]
    /// From issue to the review, set aside or not.
    private static let underway: Set<Stage> = [.issued, .inHand, .reported, .parked, .suspended, .settled]

    package static let table: [Transition] = [
        Transition(.register, from: [], by: everyone),
        Transition(.amend, from: [.draft, .pending, .issued, .inHand, .reported, .parked], by: office),
        Transition(.submit, from: [.draft], by: office + unit),
        Transition(.issue, from: [.pending], by: [.supervisionHead] + leaders + [.commander], recordedBy: [.clerk]),
        Transition(.decline, from: [.pending], by: [.supervisionHead] + leaders, recordedBy: [.clerk], needsText: true),
        Transition(.accept, from: [.issued], by: unit),
        // What was given by word of mouth is worked on, and tracked, before its paper is approved.
        Transition(.track, from: work.union([.draft, .pending, .reported]), by: everyone, needsText: true),
        Transition(.addStep, from: work.union([.draft, .pending]), by: office + unit, needsText: true),
        Transition(.tickStep, from: [.inHand, .parked], by: office + unit),
        Transition(.answer, from: work.union([.draft, .pending]), by: everyone, needsText: true),
        Transition(.report, from: [.inHand], by: unit, needsText: true),
        Transition(.sendBack, from: [.reported], by: [.supervisionHead], recordedBy: [.clerk], needsText: true),
        Transition(.settle, from: [.reported], by: [.supervisionHead], recordedBy: [.clerk]),
        Transition(.strike, from: [.settled], by: [.supervisionHead, .secretary], recordedBy: [.clerk]),
        Transition(.archive, from: [.struck], by: office),
        Transition(.park, from: [.inHand], by: [.secretary, .director], needsText: true),
        Transition(.resume, from: [.parked, .suspended], by: office),
        Transition(.askExtension, from: [.inHand], by: unit, needsText: true),
        Transition(.grantExtension, from: [.inHand], by: [.viceLeader, .secretary, .director]),
        Transition(.refuseExtension, from: [.inHand], by: [.viceLeader, .secretary, .director], needsText: true),
        Transition(.settleSupport, from: [.issued, .inHand, .reported, .settled], by: office + unit),
        Transition(.suspend, from: [.issued, .inHand, .parked], by: [.secretary, .director], needsText: true),
        Transition(.void, from: [.draft, .pending], by: office, needsText: true),
        Transition(.handBack, from: [.issued], by: unit, needsText: true),
        Transition(.transfer, from: [.issued, .inHand], by: approvers, recordedBy: [.clerk], needsText: true),
        Transition(.reassign, from: work.union([.pending, .reported, .suspended]), by: office + heads),
        Transition(.proposeParking, from: [.inHand], by: [.viceLeader], needsText: true),
        Transition(.approveParking, from: [.inHand], by: [.secretary, .director]),
        Transition(.refuseParking, from: [.inHand], by: [.secretary, .director], needsText: true),
        Transition(.reopen, from: [.settled], by: approvers, recordedBy: [.clerk], needsText: true),
        Transition(.adjustLimit, from: [.issued, .inHand], by: [.secretary], needsText: true),
        Transition(.recountLimit, from: work.union([.suspended]), by: office),
        Transition(.acceptSupport, from: [.issued, .inHand, .reported], by: office + unit),
        Transition(.trackSupport, from: [.issued, .inHand, .reported], by: everyone, needsText: true),
        // The ladder never touches what is reported or settled; its papers may still be answered then.
        Transition(.remind, from: [.issued, .inHand], by: office, needsText: true),
        Transition(.draftSlip, from: [.inHand], by: office),
        Transition(.signSlip, from: [.inHand], by: [.supervisionHead, .viceLeader, .secretary], recordedBy: [.clerk]),
        Transition(.deliverSlip, from: underway, by: office),
        Transition(.acceptSlip, from: underway, by: unit),
        Transition(.answerSlip, from: underway, by: unit, needsText: true),
        Transition(.voidSlip, from: underway, by: office, needsText: true),
        Transition(.putOff, from: [.issued, .inHand], by: office, needsText: true),
        Transition(.talk, from: [.inHand], by: leaders, needsText: true),
    ]
}
