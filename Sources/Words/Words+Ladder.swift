package import Ledger
package import Supervision
import Text

// The words of the ladder (督办阶梯) and of its slips.

extension Words {
    package func name(_ step: LadderStep) -> String {
        switch step {
        case .remind: self("提醒", "remind")
        case .press: self("催办单", "press")
        case .order: self("督办单", "order")
        case .circular: self("通报稿", "circular")
        case .talk: self("约谈", "talk")
        }
    }

    package func name(_ kind: Slip.Kind) -> String {
        switch kind {
        case .press: self("催办单", "press slip")
        case .order: self("督办单", "order slip")
        case .circular: self("通报稿", "draft circular")
        }
    }

    /// The number of a slip, 「（未编号）」 before it is signed.
    package func number(_ slip: Slip) -> String {
        if let number = slip.number { return number.text }
        return slip.kind.isNumbered ? self("（未编号）", "(no number)") : self("（文号由党政办编）", "(number by the party office)")
    }

    /// Where a slip stands: 「11-20 签发，11-20 送达，未签收，11-24 前回复」.
    package func state(_ slip: Slip) -> String {
        if let day = slip.voided { return self("\(short(day)) 作废", "void \(short(day))") }
        guard let signed = slip.signed else { return self("待签发", "to be signed") }
        var parts = [self("\(short(signed)) 签发", "signed \(short(signed))")]
        if let day = slip.delivered { parts.append(self("\(short(day)) 送达", "delivered \(short(day))")) }
        if let day = slip.accepted { parts.append(self("\(short(day)) 签收", "received \(short(day))")) }
        if let day = slip.answered {
            parts.append(self("\(short(day)) 回复", "answered \(short(day))"))
        } else if let day = slip.answerBy {
            parts.append(self("\(short(day)) 前回复", "answer by \(short(day))"))
        }
        return parts.joined(separator: self("，", ", "))
    }

    // MARK: Proposals

    /// Why a step is proposed: 「建议拟督办单：望街催〔2026〕31号答复期限 11-22 已过，尚未办结」.
    package func sentence(_ proposal: LadderProposal) -> String {
        let step = name(proposal.step)
        let verb =
            proposal.step.slip == nil
            ? self("建议\(step)", "suggested: \(step)") : self("建议拟\(step)", "draft the \(step)")
        return verb + self("：", ": ") + reason(proposal.reason)
    }

    package func reason(_ reason: LadderReason) -> String {
        switch reason {
        case .near(let limit, let left, _):
            left == 0
                ? self("今日到期", "due today")
                : self("时限 \(short(limit))，剩 \(left) 个工作日", "limit \(short(limit)), \(left) working days left")
        case .overdue(let limit, let workdays, let rule):
            self(
                "时限 \(short(limit))，逾 \(workdays) 个工作日（逾 \(rule) 个即催办）",
                "limit \(short(limit)), \(workdays) working days overdue (rule: \(rule))"
            )
        case .lagging(let points, let workdays, let rule):
            self(
                "落后 \(points) 个百分点，连续 \(workdays) 个工作日滞后（满 \(rule) 个即催办）",
                "\(points) points behind, \(workdays) working days running (rule: \(rule))"
            )
        case .pressPast(let number, let answerBy, let isAnswered):
            self(
                "\(number?.text ?? name(Slip.Kind.press))答复期限 \(short(answerBy)) 已过，\(isAnswered ? "虽已回复，" : "")尚未办结",
                "\(number?.text ?? "the press slip"): answer day \(short(answerBy)) is past, not settled"
            )
        case .orderPast(let number, let mendBy):
            self(
                "\(number?.text ?? name(Slip.Kind.order))整改期限 \(short(mendBy)) 已过，尚未办结",
                "\(number?.text ?? "the order"): day to mend \(short(mendBy)) is past, not settled"
            )
        case .circularAgain(let last, let workdays, let count):
            self(
                "\(short(last)) 第 \(count) 次通报后又过 \(workdays) 个工作日，尚未办结",
                "\(workdays) working days after circular \(count) of \(short(last)), not settled"
            )
        case .circulars(let count, let rule):
            self("已通报 \(count) 次（满 \(rule) 次建议约谈）", "\(count) circulars (rule: \(rule))")
        }
    }

    // MARK: The ladder in 亮灯依据

    package var ladderTitle: String { self("督办阶梯", "the ladder") }
    package var ladderFoot: String { self("只拟稿，不发布；责任人不因督办而改变。", "Drafts only; the owner never moves.") }

    /// When a step comes by the rules: 「T-3」, 「T+1」, 「答复期满」.
    package func term(_ step: LadderStep, _ rules: Rules) -> String {
        switch step {
        case .remind: "T-\(rules.remindWorkdays)"
        case .press: "T+\(rules.pressWorkdays)"
        case .order: self("答复期满", "unanswered")
        case .circular: self("整改期满", "unmended")
        case .talk: self("\(rules.circularsForTalk) 次通报", "\(rules.circularsForTalk) circulars")
        }
    }

    /// What became of a step: 「11-05 望街催〔2026〕31号」.
    package func state(_ state: LadderRung.State) -> String {
        switch state {
        case .done(let day, let number): [short(day), number?.text].compactMap { $0 }.joined(separator: " ")
        case .drafted(let day): self("\(short(day)) 已拟，待签发", "drafted \(short(day)), to be signed")
        case .proposed: self("今日建议", "proposed today")
        case .putOff(let day): self("暂缓至 \(short(day))", "put off until \(short(day))")
        case .later: ""
        }
    }

    // MARK: Events

    func ladder(_ fact: Fact, seenFrom today: Day, in ledger: Ledger) -> String {
        switch fact {
        case .reminded(let note), .talkHeld(let note): text(note.text)
        case .slipDrafted(let draft): joined(name(draft.kind), text(draft.demand))
        case .slipSigned(let signing):
            joined(
                name(signing.kind),
                signing.number?.text ?? "",
                signing.answerBy.map {
                    self("\(short($0, seenFrom: today)) 前回复", "answer by \(short($0, seenFrom: today))")
                } ?? ""
            )
        case .slipDelivered(let note), .slipAccepted(let note), .slipVoided(let note):
            joined(self("第 \(note.place) 张", "slip \(note.place)"), text(note.text))
        case .slipAnswered(let answer):
            joined(
                text(answer.reply.done),
                text(answer.reply.reason),
                text(answer.reply.measure),
                answer.reply.promised.map {
                    self("承诺 \(short($0, seenFrom: today)) 前办结", "promised by \(short($0, seenFrom: today))")
                } ?? "",
                person(answer.reply.head, in: ledger)
            )
        case .stepPutOff(let putOff):
            joined(
                name(putOff.step) + self(" 至 ", " until ") + short(putOff.until, seenFrom: today),
                text(putOff.reason)
            )
        default: ""
        }
    }

    // MARK: Refusals

    func ladder(_ refusal: Refusal) -> String {
        switch refusal {
        case .noSuchSlip(let place):
            self("本事项没有第 \(place) 张单据；请先拟单，或用 guatu slips 查看。", "There is no slip \(place) on it; draft one first.")
        case .slipWaits(let kind, _):
            self("已有一张\(name(kind))待签发；请签发，或先作废。", "One \(name(kind)) waits to be signed already: sign or void it.")
        case .slipStands(let state):
            switch state {
            case .draft: self("这张单据还没有签发，没有编号。请先签发。", "The slip is not signed yet; sign it first.")
            case .signed: self("这张单据已经签发、送达。", "The slip is signed, or delivered, already.")
            case .undelivered: self("这张单据还没有送达。", "The slip is not delivered yet.")
            case .accepted: self("这张单据已经签收。", "The slip is signed for already.")
            case .answered: self("这张单据已经回复。", "The slip is answered already.")
            case .void: self("这张单据已作废；编号留在登记簿上，请另拟一张。", "The slip is void; its number stays. Draft another.")
            }
        case .circularNotOverdue:
            self("没有逾期的事项不通报，最多发督办单。", "What is not overdue is never circulated; an order at most.")
        case .notSupervised:
            self("从旧台账转来的事项，启用督办后才能催办：guatu supervise。", "Taken over from an older ledger: start supervision first.")
        case .rulesOutdated(let based, let inForce):
            self(
                "文件是照第 \(based) 版改的，台账现在是第 \(inForce) 版。请重新导出，在新文件上改。",
                "The file was made from edition \(based), in force is \(inForce): export again and change that."
            )
        case .noKeeper:
            self(
                "照这份规则，没有登录名能作督办员或督查负责人，以后谁也不能记录。请在「登录」里至少留一个。",
                "By these rules no login could keep the ledger: leave at least one clerk or head of supervision."
            )
        case .noSigner(let kind): self("「签发」里\(name(kind))没有写谁签发。", "Nobody signs the \(name(kind)).")
        default: ""
        }
    }

}
