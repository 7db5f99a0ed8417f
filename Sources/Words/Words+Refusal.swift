package import Ledger
import Text

extension Words {
    /// Why a command was refused, and what to do.
    package func sentence(_ refusal: Refusal, in ledger: Ledger) -> String {
        switch refusal {
        case .unknownMatter(let number):
            self("没有编号为 \(number) 的事项。", "There is no matter number \(number).")
        case .unknownUnit(let id): self("没有这个单位（\(id)）。", "No such unit (\(id)).")
        case .unknownPerson(let id): self("没有这个人员（\(id)）。", "No such person (\(id)).")
        case .unknownGrid(let id): self("没有这个网格（\(id)）。", "No such grid (\(id)).")
        case .unknownCampaign(let id): self("没有这个战役（\(id)）。", "No such campaign (\(id)).")
        case .alreadyFounded: self("台账已经建好，不能再建。", "The ledger already exists.")
        case .notFounded: self("台账还没有建好，请先运行 guatu init。", "The ledger is not set up yet; run guatu init.")
        case .readOnly(let login):
            self(
                "登录名 \(login) 在本台账只能查看。请由建账人授权后再记录。",
                "Login \(login) may only read this ledger. Ask whoever set it up for a role."
            )
        case .notAllowed(.adjustLimit, let roles):
            self(
                "「调整时限」须由\(list(roles))或交办人本人作出。",
                "“\(name(.adjustLimit))” belongs to: \(list(roles)), and to whoever issued it."
            )
        case .otherVoice(let action, let person, let unit, let lead):
            otherVoice(action, person, unit, lead, in: ledger)
        case .putOffNotAhead(let day):
            self("暂缓须到今日以后的一天，\(day.iso) 不是。", "Put it off to a day after today; \(day.iso) is none.")
        case .notAllowed(let action, let roles):
            self(
                "「\(name(action))」须由\(list(roles))办理。",
                "“\(name(action))” belongs to: \(list(roles))."
            )
        case .needsBehalf(let action, let roles):
            self(
                "「\(name(action))」须由\(list(roles))作出；代录请写明经手人和方式（电话、微信、纸质、会上、现场）。",
                "“\(name(action))” is done by: \(list(roles)). To record it for them, say for whom and how the word came."
            )
        case .wrongStage(let action, let stage, let allowed):
            wrongStage(action, stage, allowed)
        case .emptyTitle: self("请写明事项名称。", "Please give the matter a title.")
        case .emptyText(let action): self("「\(name(action))」请写明内容或理由。", "“\(name(action))” needs words: what or why.")
        case .missingLead: self("还没有牵头单位，不能交办。请先定牵头单位。", "No lead unit yet; set one before issuing.")
        case .missing(let fixed):
            self("四定不全：\(missing(fixed))，不能交办。请先补齐。", "Not all four fixed: \(missing(fixed)). Complete them first.")
        case .needsDocument:
            self(
                "上级交办的事项销号、延期、挂账，12345 的延期，须写明上级同意的文号。",
                "A matter from above is struck off, extended or parked with the number of the consenting document."
            )
        case .limitNotAhead(let day):
            self("时限 \(day.iso) 已过，请另定时限。", "The limit \(day.iso) has passed; set a later one.")
        case .limitOutOfRange: self("时限须在 1 日至 10 年之间。", "A limit must lie between one day and ten years.")
        case .dayTooEarly(let first):
            self("不能早于登记、交办之日 \(first.iso)。", "It cannot be dated before \(first.iso), when the matter began.")
        case .needsCallBack:
            self(
                "诉求销号前须回访；已回访的写明结果，没有的写明原因，如「联系不上」。",
                "Whoever made the demand is called back before it is struck off: say what they said, or why there was no call."
            )
        case .needsCheck:
            self("请写明审核方式：现场、资料或回访。", "Say how it was checked: on site, by papers or by calling back.")
        case .dayAhead(let day): self("\(day.iso) 还没有到，不能先记。", "\(day.iso) has not come yet.")
        case .extensionTooLate(let limit, let cutoff):
            self(
                "申请延期须在时限日 \(limit.iso) \(time(minute: cutoff)) 前提出，现已超过；可由书记或交办人「调整时限」。",
                "An extension must be asked for before \(time(minute: cutoff)) on \(limit.iso); now only the secretary or the issuer may adjust the limit."
            )
        case .extensionNotLater(let limit):
            self("新时限须晚于现时限 \(limit.iso)。", "The new day must be after the limit \(limit.iso).")
        case .extensionsUsedUp(let count):
            self(
                "已延期 \(count) 次，不能再延；时限只能由书记或交办人「调整时限」。",
                "Already extended \(count) times; only the secretary or who issued it may still adjust the limit."
            )
        case .extensionPending: self("已有延期申请待批，批复后再提。", "An extension request is already waiting for an answer.")
        case .noExtensionPending: self("没有待批的延期申请。", "There is no extension request to answer.")
        case .recheckOutOfRange(let days):
            self("复查日须在明日起 \(days) 日以内。", "The day of re-check must be within \(days) days from tomorrow.")
        case .needsLimit: self("还没有定完成时限。", "No limit has been set yet.")
        case .noQuantity: self("该事项没有定量，不能报进度；请先定量。", "The matter has no quantity to report on; set one first.")
        case .noSuchLine(let line): self("没有第 \(line) 行定量。", "There is no quantity line \(line).")
        case .negativeAmount: self("数量不能小于零。", "A quantity cannot be below zero.")
        case .amountTooLarge: self("数量太大，请核对。", "The quantity is too large; please check it.")
        case .noSuchStep(let step): self("没有第 \(step) 步。", "There is no step \(step).")
        case .stepDone(let step): self("第 \(step) 步已经完成。", "Step \(step) is already done.")
        case .noSuchSupport(let unit):
            self("\(self.unit(unit, in: ledger))没有未办结的分办。", "\(self.unit(unit, in: ledger)) has no open share.")
        case .numberTaken(let number): self("编号 \(number) 已被占用。", "Number \(number) is taken.")
        case .numberOutOfRange(let number):
            self("编号 \(number) 须为 1 至 999999999 的整数。", "Number \(number) must lie between 1 and 999999999.")
        case .nameTaken(let name): self("已有「\(name.string)」。", "“\(name.string)” exists already.")
        case .codeTaken(let code): self("编码 \(code.string) 已被占用。", "Code \(code.string) is taken.")
        case .conflict(let number, let expected, let actual):
            self(
                "事项 \(number) 已被他人改动（您看到第 \(expected) 版，现为第 \(actual) 版）。请看过再存。",
                "Matter \(number) was changed by somebody else (you saw version \(expected), now \(actual))."
            )
        case .clockBehind(let moment):
            self(
                "本机时钟早于台账最近一次记录（\(moment.rfc3339(ledger.offset))），请先校准时间。",
                "This machine's clock is behind the last record (\(moment.rfc3339(ledger.offset))); set it first."
            )
        case .daily(let refusal): sentence(refusal, in: ledger)
        case .nothingChanged: self("没有改动。", "Nothing changed.")
        case .unitClosed, .unitInUse, .personLeft, .personElsewhere, .sameUnit, .samePerson, .noColleague,
            .noParkingProposed,
            .parkingProposed, .needsNewLimit, .limitIsIssued, .noRecount, .openShares, .shareAccepted, .notStruck,
            .approvalDay, .leaveOutOfOrder, .alreadyAway, .notAway, .standInAway, .noCalendarDays:
            course(refusal, in: ledger)
        case .personal, .cannotUndo, .keeping: life(refusal, in: ledger)
        case .phaseNotAllowed, .phaseNeedsBehalf, .phaseInPast, .endsBeforeStart, .measureInUse, .incompleteFrontline,
            .noSuchEntry, .tooDeep, .ownParent:
            campaign(refusal, in: ledger)
        case .gridElsewhere(let id, let parent): elsewhere(id, parent, in: ledger)
        case .noSuchSlip, .slipWaits, .slipStands, .circularNotOverdue, .notSupervised, .rulesOutdated, .noKeeper,
            .noSigner:
            ladder(refusal)
        case .unknownHousehold, .householdCode, .needsTrouble, .countedByHousehold, .noProblem, .incompleteCase,
            .noCase,
            .incompletePrecedent:
            household(refusal)
        case .noCycle, .turnIsOpen, .turnsAreOver: turn(refusal)
        }
    }

    /// Why not, when it would be possible, and what is possible now.
    private func wrongStage(_ action: Action.Kind, _ stage: Stage, _ allowed: [Action.Kind]) -> String {
        let from = Transition.of(action).from
        let stages = Stage.allCases.filter(from.contains).map(name)
        let needed =
            stages.isEmpty || stages.count > 4
            ? ""
            : self(
                "（须为「\(stages.joined(separator: "」「"))」）",
                " (it must be “\(stages.joined(separator: "” or “"))”)"
            )
        return self(
            "现为「\(name(stage))」，不能「\(name(action))」\(needed)；现在可以：\(list(allowed))。",
            "The matter is “\(name(stage))”: cannot \(name(action))\(needed). Possible now: \(list(allowed))."
        )
    }

    private func otherVoice(
        _ action: Action.Kind,
        _ person: PersonID?,
        _ unit: UnitID?,
        _ lead: UnitID,
        in ledger: Ledger
    ) -> String {
        let home = person.flatMap { ledger.people[$0]?.unit }.map { self.unit($0, in: ledger) } ?? ""
        let who =
            person.map { self.person($0, in: ledger) + (home.isEmpty ? "" : self("（\(home)）", " (\(home))")) }
            ?? self.unit(unit, in: ledger)
        let own = self.unit(lead, in: ledger)
        return self(
            "「\(name(action))」须由\(own)的人作出，\(who)不是；经手人请写该单位的人，或写 \(own)。",
            "“\(name(action))” is the word of \(own), and \(who) does not belong to it; name somebody of it, or \(own) itself."
        )
    }

    func list(_ roles: [Role]) -> String { roles.map(name).joined(separator: self("、", ", ")) }

    private func list(_ actions: [Action.Kind]) -> String {
        actions.isEmpty ? self("无", "nothing") : actions.map(name).joined(separator: self("、", ", "))
    }
}
