package import Text

/// Why a command is refused, with the numbers of its reason. Module Words makes the sentences.
package enum Refusal: Error, Hashable, Sendable {
    case unknownMatter(MatterNumber)
    case unknownUnit(UnitID)
    case unknownPerson(PersonID)
    case unknownGrid(GridID)
    case unknownCampaign(CampaignID)
    case alreadyFounded
    case notFounded
    /// The login only reads.
    case readOnly(login: String)
    /// The action belongs to other roles.
    case notAllowed(Action.Kind, to: [Role])
    /// The clerk may record it, but must say for whom and how the word came.
    case needsBehalf(Action.Kind, of: [Role])
    /// The word of a unit, given by somebody of another: who it was, and whose word it has to be.
    case otherVoice(Action.Kind, person: PersonID?, unit: UnitID?, of: UnitID)
    /// Another action must come first; `allowed` are the actions possible now.
    case wrongStage(Action.Kind, Stage, allowed: [Action.Kind])
    case emptyTitle
    case emptyText(Action.Kind)
    case missingLead
    /// 四定不全
    case missing([Fixed])
    case needsDocument
    case limitNotAhead(Day)
    /// 暂缓 leads to a day after today.
    case putOffNotAhead(Day)
    /// A period too short or too long to be meant.
    case limitOutOfRange
    case dayAhead(Day)
    /// The fact is dated before the day the matter was issued, or registered.
    case dayTooEarly(first: Day)
    /// A demand is struck off after a call back, or with words on why there was none.
    case needsCallBack
    /// A review must say how it was checked.
    case needsCheck
    case extensionTooLate(limit: Day, cutoff: Int)
    case extensionNotLater(limit: Day)
    case extensionsUsedUp(Int)
    case extensionPending
    case noExtensionPending
    case recheckOutOfRange(days: Int)
    case needsLimit
    case noQuantity
    case noSuchLine(Int)
    case negativeAmount
    /// More than ``Amount/limit``.
    case amountTooLarge
    case noSuchStep(Int)
    case stepDone(Int)
    case noSuchSupport(UnitID)
    case numberTaken(MatterNumber)
    case numberOutOfRange(MatterNumber)
    case nameTaken(CleanText)
    case codeTaken(CleanText)
    /// Somebody else changed the matter since the form was opened.
    case conflict(MatterNumber, expected: Int, actual: Int)
    /// A clock earlier than the last event.
    case clockBehind(Moment)
    case nothingChanged
    /// The unit was closed, and perhaps merged into another.
    case unitClosed(UnitID, on: Day, successor: UnitID?)
    /// A unit with open matters, or with units below it, cannot close.
    case unitInUse(UnitID, matters: Int, units: Int)
    case personLeft(PersonID, on: Day)
    /// 换人 stays inside the unit; to another it goes by 转办.
    case personElsewhere(PersonID, lead: UnitID)
    case sameUnit(UnitID)
    case samePerson(PersonID)
    /// Nobody else is in the unit to whom it could be given.
    case noColleague(UnitID)
    case noParkingProposed
    case parkingProposed
    /// The old limit has passed: a new one has to be set with it.
    case needsNewLimit(old: Day)
    /// A limit once issued moves by 延期 or 调整时限, not by a correction.
    case limitIsIssued
    /// The calendar gives the limit that stands.
    case noRecount
    /// 分办 still open.
    case openShares([UnitID])
    /// The share is signed for already.
    case shareAccepted(UnitID)
    /// 反弹 links to what was struck off; what was only settled is reopened.
    case notStruck(MatterNumber, Stage)
    /// The day of an approval lies after today, or before the matter was registered.
    case approvalDay(Day)
    case leaveOutOfOrder
    /// The day of leave is taken already.
    case alreadyAway(PersonID, through: Day)
    case notAway(PersonID)
    case standInAway(PersonID, through: Day)
    case noCalendarDays

    // Personal data, undo, contacts, 涂黑
    /// A text says something that does not belong into a ledger.
    case personal(PersonalData)
    case cannotUndo(UndoObstacle)
    case keeping(KeepingRefusal)
    // Campaigns
    /// A phase is ordered by these, and recorded for them by the office.
    case phaseNotAllowed(to: [Role])
    /// The clerk may record the order, but must say whose it is.
    case phaseNeedsBehalf(of: [Role])
    /// A phase begins today or later, so that what was judged stays judged.
    case phaseInPast(Day)
    case endsBeforeStart(start: Day, end: Day)
    /// The unit of measure that matters of the campaign are counted in already.
    case measureInUse(CampaignID, measure: String, matters: Int)
    /// An entry of the 四个一 names people, a place and a day.
    case incompleteFrontline(Frontline)
    case noSuchEntry(Int)
    /// Campaign, target, action: what hangs below a target has nothing below it.
    case tooDeep(MatterNumber)
    case ownParent(MatterNumber)
    /// A grid drawn below another than its own parent.
    case gridElsewhere(GridID, parent: GridID?)
    /// About answers, decisions, meetings, recurring duties, 会审.
    case daily(DailyRefusal)
    // The ladder and the rules
    /// No slip of that place on this matter.
    case noSuchSlip(Int)
    /// One of the kind waits to be signed already.
    case slipWaits(Slip.Kind, place: Int)
    /// What it needs first: signed, delivered; or what it is already.
    case slipStands(SlipState)
    /// What is not overdue gets at most a 督办单.
    case circularNotOverdue
    /// Taken over, and 启用督办 has not come.
    case notSupervised
    /// The rules file was made from another edition than the one in force.
    case rulesOutdated(based: Int, inForce: Int)
    /// Nobody would be left who may keep the ledger.
    case noKeeper
    case noSigner(Slip.Kind)
    // Households and hard cases
    case unknownHousehold(CleanText)
    /// A 户号 has a figure, and is no name, door number or phone.
    case householdCode(CleanText)
    /// A hard household says what makes it hard (疑难类别).
    case needsTrouble(CleanText)
    /// What is counted by household is reported by household.
    case countedByHousehold(MatterNumber, households: Int)
    /// Only a problem becomes a 疑难个案.
    case noProblem(MatterNumber, Kind)
    /// A hard case needs its knot (症结) and two ways to handle it.
    case incompleteCase
    /// A 口径 is kept of a case, and needs its kind and its words.
    case noCase(MatterNumber)
    /// Its limit is no cycle.
    case noCycle(MatterNumber)
    /// The next turn stands under this number.
    case turnIsOpen(MatterNumber)
    /// Stopped, or said to have been the last turn.
    case turnsAreOver(MatterNumber)
    case incompletePrecedent
}
