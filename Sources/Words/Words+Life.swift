package import Ledger
import Text

extension Words {
    /// Why personal data, undo, a contact or 涂黑 is refused, and what would be allowed.
    func life(_ refusal: Refusal, in ledger: Ledger) -> String {
        switch refusal {
        case .personal(let found):
            self(
                "「\(found.text.string)」像\(name(found.kind))：台账不写居民的电话、证件、银行卡和门牌，没有记录。请改写；确须联系的，存入联系人：guatu contact add 编号 姓名 电话。",
                "“\(found.text.string)” looks like \(name(found.kind)): nothing was recorded. A ledger holds no phone, ID, card or "
                    + "door of a resident; reword it, and keep who must be called as a contact: guatu contact add NUMBER NAME PHONE."
            )
        case .cannotUndo(let obstacle): sentence(obstacle, in: ledger)
        case .keeping(let refusal): sentence(refusal)
        default: ""
        }
    }

    /// Why a command cannot be taken back (撤回), and what to do instead.
    package func sentence(_ obstacle: UndoObstacle, in ledger: Ledger) -> String {
        switch obstacle {
        case .nothing: self("您没有可以撤回的记录。", "There is nothing of yours to take back.")
        case .unknown(let id):
            self("没有「\(id)」这条命令；可撤回的见 guatu undo --list。", "There is no command “\(id)”; see guatu undo --list.")
        case .notOwn(let login):
            self("这是 \(login) 记的，只能由本人撤回。", "\(login) recorded that: only they can take it back.")
        case .notLast:
            self("之后您还有别的记录；请从最近的一条起，逐条撤回。", "You recorded something after it: take that back first.")
        case .undone: self("这条已经撤回过了。", "That was taken back already.")
        case .acted(let number, let login, let person):
            self(
                "事项 \(number) 之后又由\(who(login, person, ledger))记过，不能撤回；请用「更正」或相应的动作改正。",
                "\(who(login, person, ledger)) recorded something on matter \(number) since: correct it by another action."
            )
        case .recordedSince(let kind):
            self(
                "之后台账又有记录（\(name(kind))），可能已经用到它，不能撤回；请再改一次。",
                "Something was recorded since (\(name(kind))) that may rest on it: change it once more instead."
            )
        case .imported:
            self(
                "导入的内容不逐条撤回；请用导入前的备份恢复，或逐件更正。",
                "What an import brought is not taken back row by row: restore the backup made before it, or correct it."
            )
        case .documentNumber:
            self(
                "已经给出文号，不能撤回；请在文号登记簿里作废这个号。",
                "A document number was given: void it in its register instead."
            )
        case .final(let kind):
            self("「\(name(kind))」已成事实，不能撤回。", "“\(name(kind))” has happened and cannot be taken back.")
                + (insteadOfUndo(kind).map { self("", " ") + $0 } ?? "")
        }
    }

    /// How to put right what cannot be taken back; nil where nothing can or need be done.
    package func insteadOfUndo(_ kind: Fact.Kind) -> String? {
        switch kind {
        case .meetingPlanned:
            self("会议不开了，用 guatu meeting cancel 写明理由。", "Call the meeting off with guatu meeting cancel.")
        case .meetingBegan:
            self(
                "误点了开会，还没有记录的，用 guatu meeting cancel 写明理由取消，再重新定会：guatu meeting plan。",
                "Begun by mistake and nothing noted yet: call it off with guatu meeting cancel, then announce it anew with guatu meeting plan."
            )
        case .meetingTurned, .meetingNoted, .topicAdded, .meetingEnded:
            self(
                "再记一条更正：guatu meeting note；误录的文字可以涂黑：guatu blackout --meeting。",
                "Note what is right with guatu meeting note; a text typed by mistake is blacked out with guatu blackout --meeting."
            )
        case .meetingCancelled: self("要开就重新定会：guatu meeting plan。", "Announce it anew: guatu meeting plan.")
        case .ruled:
            self(
                "改了主意，再记一个决定：guatu decide；由此登记的事项可以单独更正、中止或作废。",
                "Record another decision with guatu decide; matters it made are corrected, suspended or voided by themselves."
            )
        case .phaseOrdered:
            self("再下一次即可：guatu phase 平时、攻坚或战时。", "Order the right one: guatu phase.")
        case .routineAdded, .routineEnded:
            self(
                "停办用 guatu duty end，重设用 guatu duty add。",
                "End it with guatu duty end, set it anew with guatu duty add."
            )
        case .routineTicked:
            self("勾错的，再勾一次并写明情况：guatu tick-duty。", "Tick it again and say what was wrong: guatu tick-duty.")
        case .eveningCounted:
            self("清点后的变化照常记在事项上，明早清单会带上。", "Record what changed on the matters; the morning's list has it.")
        case .householdVisited: self("再记一次正确的：guatu household visit。", "Record what is right: guatu household visit.")
        case .householdsAdded, .householdRemoved, .householdsAssigned:
            self(
                "用 guatu household add、remove、assign 改回。",
                "Change it back with guatu household add, remove or assign."
            )
        case .campaignChanged, .frontlineNoted:
            self("用 guatu campaign edit 或 frontline 改回。", "Change it back with guatu campaign edit or frontline.")
        case .rulesReplaced:
            self("把原来的规则再导入一次：guatu rules import。", "Import the former rules again: guatu rules import.")
        case .mapDrawn: self("再导入正确的图幅：guatu map import。", "Import the right sheet: guatu map import.")
        case .precedentKept: self("再留一次正确的口径，新的替换旧的。", "Keep the right one: it takes the place of the old.")
        case .restored:
            self("要换回去，恢复改名保留的那一份：guatu restore。", "To go back, restore the copy that was kept: guatu restore.")
        default: nil
        }
    }

    private func who(_ login: String, _ person: PersonID?, _ ledger: Ledger) -> String {
        person.map { self.person($0, in: ledger) } ?? login
    }

    /// What an event of this part did.
    func life(_ fact: Fact, in ledger: Ledger) -> String {
        switch fact {
        case .undone(let undoing):
            undoing.kinds.compactMap(Fact.Kind.init).map(name).joined(separator: self("、", ", "))
        case .restored(let restoring):
            self(
                "到第 \(restoring.number) 条（校验码 \(restoring.head.prefix(8))）",
                "to record \(restoring.number) (check code \(restoring.head.prefix(8)))"
            )
                + (restoring.replacedHead.map {
                    self("，替换了校验码 \($0.prefix(8))", ", in place of \($0.prefix(8))")
                } ?? "")
        case .recovered(let recovery):
            self(
                "丢失 \(recovery.lost.reduce(0) { $0 + $1[1] - $1[0] + 1 }) 条记录",
                "\(recovery.lost.reduce(0) { $0 + $1[1] - $1[0] + 1 }) records lost"
            )
        case .yearClosed(let closing):
            self(
                "\(closing.year) 年，到第 \(closing.number) 条（校验码 \(closing.head.prefix(8))）",
                "\(closing.year), to record \(closing.number) (check code \(closing.head.prefix(8)))"
            )
        case .erased(let erasure):
            self("文字 \(erasure.texts) 处：", "\(erasure.texts) texts: ") + text(erasure.reason)
        case .contactKept(let note):
            note.until.map { self("保留至 \($0.iso)", "until \($0.iso)") } ?? ""
        case .contactErased(let note): note.isExpired == true ? self("到期", "its time was over") : ""
        default: ""
        }
    }

    /// Why a contact or a blacking out is refused, and what would be allowed.
    private func sentence(_ refusal: KeepingRefusal) -> String {
        switch refusal {
        case .contactRole:
            self(
                "联系人只有「\(name(Role.contactKeeper))」可以查看和保存。",
                "Contacts may be seen and kept only by: \(name(Role.contactKeeper))."
            )
        case .contactIncomplete: self("请写明联系人的姓名和电话。", "Give the name and the phone of the contact.")
        case .contactDays(let days):
            self("联系人最多保留 \(days) 日，且不早于今日。", "A contact is kept for at most \(days) days from today.")
        case .noContact(let number):
            number.map { self("没有第 \($0) 号联系人。", "There is no contact number \($0).") }
                ?? self("该事项没有联系人。", "The matter has no contact.")
        case .nothingToBlackOut: self("没有找到要涂黑的文字。", "There is no such text to black out.")
        case .needsReason: self("请写明涂黑的理由（--reason）。", "Say why it is blacked out (--reason).")
        case .noSuchRecord(let number):
            self("该事项没有第 \(number) 条记录；各条的序号见 guatu show 编号 --json。", "The matter has no record \(number).")
        case .role(let roles):
            self(
                "须由\(roles.map(name).joined(separator: "、"))办理。",
                "This belongs to: \(roles.map(name).joined(separator: ", "))."
            )
        case .yearNotOver(let year): self("\(year) 年还没有过完，不能归档。", "\(year) is not over yet.")
        case .yearEmpty(let year): self("\(year) 年及以前没有记录。", "There is no record of \(year) or before.")
        }
    }

    /// 「像电话号码，请改写：台账不写居民信息」, while it is typed.
    package func personal(_ found: PersonalData) -> String {
        self(
            "「\(found.text.string)」像\(name(found.kind))，请改写：台账不写居民信息",
            "“\(found.text.string)” looks like \(name(found.kind)): residents' data stay out"
        )
    }

    package func name(_ kind: PersonalData.Kind) -> String {
        switch kind {
        case .phone: self("电话号码", "a phone number")
        case .identity: self("身份证号", "an ID number")
        case .card: self("银行卡号", "a bank card")
        case .door: self("门牌号", "the door of a household")
        }
    }
}
