package import Text

/// What can be done with a matter (办理动作).
package enum Action: Hashable, Sendable {
    /// 提交立项
    case submit(CleanText?)
    /// 批准交办; a term given here takes the place of the registered one.
    case issue(Term?, CleanText?)
    /// 退回修改
    case decline(CleanText)
    /// 签收
    case accept(CleanText?)
    /// 跟踪, 报进度
    case track(CleanText, [Progress])
    /// 加步骤
    case addStep(CleanText, PersonID?, Day?)
    /// 勾步骤, counted from 0
    case tickStep(Int, CleanText?)
    /// 答复, with what it promises
    case answer(AnswerKind, CleanText, Commitment = Commitment())
    /// 上报办结
    case report(CleanText)
    /// 退回重办
    case sendBack(CleanText)
    /// 审核通过, 办结
    case settle(Check?, CleanText?)
    /// 销号; for a matter from above the document that consents.
    case strike(CleanText?)
    /// 归档
    case archive
    /// 挂账 with a reason until the day of the re-check
    case park(CleanText, Day)
    /// 恢复, with a new limit where one is set
    case resume(Day?, CleanText?)
    /// 申请延期
    case askExtension(Day, CleanText)
    /// 同意延期
    case grantExtension(CleanText?)
    /// 不同意延期
    case refuseExtension(CleanText)
    /// 分办办结
    case settleSupport(UnitID, CleanText?)
    /// 中止
    case suspend(CleanText)
    /// 作废
    case void(CleanText)
    /// 退单: not our duty; back to 待批准
    case handBack(CleanText)
    /// 转办 to another unit, with a person and a limit where they are set, and the reason
    case transfer(UnitID, PersonID?, Term?, CleanText)
    /// 换人 inside the unit; keeps the limit
    case reassign(PersonID, CleanText?)
    /// 提出挂账 with a reason until the day of the re-check
    case proposeParking(CleanText, Day)
    /// 同意挂账 as it was proposed
    case approveParking(CleanText?)
    /// 不同意挂账
    case refuseParking(CleanText)
    /// 重开 with a reason; and with a limit, where the old one has passed
    case reopen(CleanText, Term?)
    /// 调整时限: the leader sets another limit with a reason
    case adjustLimit(Term, CleanText)
    /// 时限重算: takes the limit that the calendar of today gives, or keeps the old one
    case recountLimit(isTaken: Bool, CleanText?)
    /// 分办签收
    case acceptSupport(UnitID, CleanText?)
    /// 分办跟踪, with the share's figure
    case trackSupport(UnitID, CleanText, Progress.Figure?)
    /// A step of the ladder, or something about its papers (督办阶梯、单据)
    case ladder(LadderAction)

    /// The name of an action, for tables, words and the command line.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case register, amend, submit, issue, decline, accept, track, addStep, tickStep, answer, report, sendBack, settle
        case strike, archive, park, resume, askExtension, grantExtension, refuseExtension, settleSupport, suspend, void
        case handBack, transfer, reassign, proposeParking, approveParking, refuseParking, reopen, adjustLimit
        case recountLimit, acceptSupport, trackSupport
        // The ladder
        case remind, draftSlip, signSlip, deliverSlip, acceptSlip, answerSlip, voidSlip, putOff, talk
    }

    package var kind: Kind {
        switch self {
        case .submit: .submit
        case .issue: .issue
        case .decline: .decline
        case .accept: .accept
        case .track: .track
        case .addStep: .addStep
        case .tickStep: .tickStep
        case .answer: .answer
        case .report: .report
        case .sendBack: .sendBack
        case .settle: .settle
        case .strike: .strike
        case .archive: .archive
        case .park: .park
        case .resume: .resume
        case .askExtension: .askExtension
        case .grantExtension: .grantExtension
        case .refuseExtension: .refuseExtension
        case .settleSupport: .settleSupport
        case .suspend: .suspend
        case .void: .void
        case .handBack: .handBack
        case .transfer: .transfer
        case .reassign: .reassign
        case .proposeParking: .proposeParking
        case .approveParking: .approveParking
        case .refuseParking: .refuseParking
        case .reopen: .reopen
        case .adjustLimit: .adjustLimit
        case .recountLimit: .recountLimit
        case .acceptSupport: .acceptSupport
        case .trackSupport: .trackSupport
        case .ladder(let action): action.kind
        }
    }
}

/// A figure reported with a track (报进度). Figures are cumulative; adding is decided in the
/// transaction, so that two who add at once both count.
package struct Progress: Hashable, Sendable {
    /// Index of the quantity line.
    package var line: Int
    package var figure: Figure

    package enum Figure: Hashable, Sendable {
        /// 累计
        case total(Amount)
        /// 新增 (or, negative, 核减)
        case added(Amount)
    }

    package init(line: Int = 0, _ figure: Figure) {
        self.line = line
        self.figure = figure
    }
}
