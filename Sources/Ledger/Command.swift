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
