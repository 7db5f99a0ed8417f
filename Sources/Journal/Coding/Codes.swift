import Ledger

/// The closed lists of the field as one byte each. A value keeps its place for ever: new ones are
/// added at the end, whatever their order in the sources.
enum Codes {
    static let kinds: [Kind] = [.target, .duty, .problem, .demand]
    static let stages: [Stage] = [
        .draft, .pending, .issued, .inHand, .reported, .settled, .struck, .archived, .parked, .suspended, .void,
    ]
    static let sources: [Source] = [
        .superior, .instruction, .meeting, .yearPlan, .livelihood, .hotline, .petition, .patrol, .congress, .spoken,
    ]
    static let roles: [Role] = [
        .secretary, .director, .viceLeader, .dutyLeader, .supervisionHead, .clerk, .unitHead, .communitySecretary,
        .handler, .gridHead, .commander, .reader, .contactKeeper,
    ]
    static let channels: [Channel] = [.phone, .wechat, .paper, .meeting, .onSite]
    static let checks: [Check] = [.onSite, .papers, .callBack]
    static let levels: [DecisionLevel] = [.community, .viceLeader, .secretary, .headquarters, .committee]
    static let answers: [AnswerKind] = [.solved, .measure, .decided, .sentUp, .handedToDuty]
    static let ways: [RulingWay] = [.instruction, .meeting]
    static let verdicts: [JointReview.Verdict] = [.agree, .amend, .object]
    static let modes: [Support.Mode] = [.share, .assist]
    static let unitKinds: [UnitKind] = [.leadership, .office, .community, .taskForce, .temporaryBranch, .partner]
    static let phases: [Phase] = [.normal, .push, .emergency]
}
