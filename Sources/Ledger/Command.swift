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
    /// 换日历: the notice of a new year, or a corrected one.
    case replaceCalendar(WorkCalendar)
    /// Local rest days and make-up days (本地休息日、调休).
    case adjustCalendar([WorkCalendar.Exception])
    /// 单位更名, from the day of the command on.
    case renameUnit(UnitID, name: CleanText, shortName: CleanText?)
    /// 撤销 a unit; or, with a successor, 并入 it.
    case closeUnit(UnitID, successor: UnitID?)
    case changePerson(PersonChange)
    /// 离任, on the day of the command.
    case dismissPerson(PersonID)
    /// 请假, with who stands in (代理) meanwhile.
    case takeLeave(PersonID, from: Day, through: Day, standIn: PersonID?)
    /// 销假: back from this day on.
    case endLeave(PersonID, on: Day)
    /// 撤回 the last command of one's own; with its name, only if it is that one. The journal finds it.
    case undo(String?)
    /// 涂黑: removes texts of a matter for good, with the reason.
    case blackOut(MatterNumber, BlackOut, reason: CleanText)
    /// 涂黑 of what was said in a meeting; without one, of what belongs to no matter: meetings and ticks of duties.
    case blackOutDiary(MeetingID?, BlackOut, reason: CleanText)
    /// Keeps a resident who must be called about a matter (联系人).
    case keepContact(Contact)
    /// Shows the contacts of a matter; that they were shown is recorded.
    case showContacts(MatterNumber)
    case eraseContact(Int)
    /// Erases the contacts whose time is over; does nothing where there are none.
    case expireContacts
    // Campaigns
    /// 平时/攻坚/战时 of the street or a campaign.
    case orderPhase(PhaseOrder)
    /// Changes what is said of a campaign.
    case changeCampaign(CampaignID, CampaignFacts)
    /// 四个一: adds an entry, or drops the one with this place, counted from 0.
    case noteFrontline(CampaignID, FrontlineEdit)
    /// 导入图幅: how the grids below one parent lie on the map.
    case drawMap(MapSheet)
    /// What concerns the office's own day: decisions, meetings, recurring duties, 会审, the evening count.
    case daily(OfficeCommand)
    /// 换规则: a rules file as it was read, with its text and the edition it was made from.
    case replaceRules(RulesReplacement)
    /// 包户台账 of a matter.
    case household(MatterNumber, HouseholdAction)
    /// 疑难个案: makes one of a problem, or changes what stands in it.
    case openCase(MatterNumber, CaseFile)
    /// 口径: keeps what was decided of a case for later ones of its kind.
    case keepPrecedent(MatterNumber, kind: CleanText, CleanText)
    /// 开下一期 of work that comes again; settling a turn does it by itself.
    case openTurn(MatterNumber)
    /// 不再开下一期
    case endTurns(MatterNumber, CleanText?)

    /// The matter it is about: the working set must hold it where there is one.
    package var matter: MatterNumber? {
        switch self {
        case .amend(let number, _), .act(let number, _), .household(let number, _), .openCase(let number, _),
            .keepPrecedent(let number, _, _), .openTurn(let number), .endTurns(let number, _):
            number
        case .open(let opening): opening.registration.number == MatterNumber(0) ? nil : opening.registration.number
        case .daily(let command): command.matter
        default: nil
        }
    }

    /// Matters it refers to beside its own: the working set must hold those that exist.
    package var references: [MatterNumber] {
        switch self {
        case .register(let registration): [registration.reboundOf, registration.parent].compactMap { $0 }
        case .open(let opening): [opening.registration.parent].compactMap { $0 }
        case .amend(_, let amendment): [amendment.parent].compactMap { $0 }
        case .daily(let command): command.references
        default: []
        }
    }

    /// Whether the rules ask about units and people at large: the working set must hold all of them.
    package var needsDirectory: Bool {
        switch self {
        case .renameUnit, .closeUnit, .changePerson, .dismissPerson, .takeLeave, .endLeave: true
        case .act(_, let action): action.kind.asksForDirectory
        case .daily(let command): command.needsDirectory
        case .replaceRules: true
        default: false
        }
    }

    /// Whether it reads or writes the diary: the working set must hold it.
    package var needsDiary: Bool {
        if case .daily(let command) = self { command.needsDiary } else { false }
    }

    /// Whether the rules count the households of its matter: the working set must hold those.
    package var needsHouseholds: Bool {
        switch self {
        case .household: true
        case .act(_, .track(_, let progress)): !progress.isEmpty
        default: false
        }
    }

    /// The scopes whose running sums the rules ask for.
    package var scopes: [Scope] {
        switch self {
        case .closeUnit(let unit, _): [.unit(unit)]
        case .changeCampaign(let campaign, let facts) where facts.measure != nil: [.campaign(campaign)]
        default: []
        }
    }
}

extension Action.Kind {
    /// Who is of which unit decides whether it may be done, and by whom.
    fileprivate var asksForDirectory: Bool {
        switch self {
        case .reassign, .transfer, .accept, .report, .askExtension, .handBack, .acceptSlip, .answerSlip, .acceptSupport,
            .strike:
            true
        default: false
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

/// Who gives a command, and when.
package struct Context: Hashable, Sendable {
    package var actor: Actor
    package var now: Moment
    /// The day the fact belongs to, where it is not today: 补记, or imported history.
    package var day: Day?
    /// Fingerprint of the imported row. Imported history is taken as it was: who was allowed to do
    /// it, and whether a limit still lay ahead, was judged then.
    package var origin: Int64?
    /// Document numbers and attachments that belong to the record.
    package var references: [Reference]

    package init(
        actor: Actor,
        now: Moment,
        day: Day? = nil,
        origin: Int64? = nil,
        references: [Reference] = []
    ) {
        self.actor = actor
        self.now = now
        self.day = day
        self.origin = origin
        self.references = references
    }
}
