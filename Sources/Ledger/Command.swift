package import Text

/// What somebody asks the ledger to do. ``decide(_:in:by:)`` answers with events or a refusal.
package enum Command: Hashable, Sendable {
    case found(Founding)
    case startSupervision(Day)
    case addUnit(Unit)
    case addPerson(Person)
    case addGrid(Grid)
    case addCampaign(Campaign)
    /// 登记; the number in the registration is ignored and the next one given.
    case register(Registration)
    /// 导入 of one matter where it stands; keeps its number, or is given the next for number 0.
    case open(Opening)
    /// Corrects what a matter says.
    case amend(MatterNumber, Amendment)
    case act(MatterNumber, Action)

    /// The matter it is about: the working set must hold it where there is one.
    package var matter: MatterNumber? {
        switch self {
        case .amend(let number, _), .act(let number, _): number
        case .open(let opening): opening.registration.number == MatterNumber(0) ? nil : opening.registration.number
        default: nil
        }
    }
}

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
    /// 答复
    case answer(AnswerKind, CleanText)
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

    /// The name of an action, for tables, words and the command line.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case register, amend, submit, issue, decline, accept, track, addStep, tickStep, answer, report, sendBack, settle
        case strike, archive, park, resume, askExtension, grantExtension, refuseExtension, settleSupport, suspend, void
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

/// Who gives a command, and when.
package struct Context: Hashable, Sendable {
    package var actor: Actor
    package var now: Moment
    /// The day the fact belongs to, where it is not today: 补记, or imported history.
    package var day: Day?
    /// Fingerprint of the imported row. Imported history is taken as it was: who was allowed to do
    /// it, and whether a limit still lay ahead, was judged then.
    package var origin: Int64?

    package init(actor: Actor, now: Moment, day: Day? = nil, origin: Int64? = nil) {
        self.actor = actor
        self.now = now
        self.day = day
        self.origin = origin
    }
}
