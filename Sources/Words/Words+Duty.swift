import Ledger
package import Supervision

extension Words {
    /// What a duty asks for and why, as one sentence.
    package func sentence(_ duty: Duty) -> String {
        switch duty.kind {
        case .track(let pace):
            self(
                "\(sentence(duty.judgement))；\(pace == .weekly ? "每周" : "每日")跟踪，今日\(duty.isDone ? "已记" : "未记")",
                "\(sentence(duty.judgement)); to be tracked \(pace == .weekly ? "weekly" : "daily"), today \(duty.isDone ? "done" : "not yet")"
            )
        case .gap(let days):
            self(
                "漏跟踪 \(days.count) 个工作日：\(days.map(short).joined(separator: "、"))，可补记",
                "not tracked on \(days.count) working days: \(days.map(short).joined(separator: ", ")); may be written down late"
            )
        case .overdue, .dueToday, .near: sentence(duty.judgement)
        case .overNight(let nights):
            sentence(nights)
        case .sign: sentence(duty.judgement) + self("，请催签收", "; remind the unit")
        case .review: sentence(duty.judgement) + self("，请审核", "; please review")
        case .decideExtension(let request):
            self(
                "\(short(request.asked)) 申请延期至 \(short(request.to))：\(text(request.reason))",
                "extension to \(short(request.to)) asked on \(short(request.asked)): \(text(request.reason))"
            )
        case .decideParking(let proposal):
            self(
                "\(short(proposal.asked)) 提出挂账，复查 \(short(proposal.recheck))：\(text(proposal.reason))",
                "parking proposed on \(short(proposal.asked)), to be checked \(short(proposal.recheck)): \(text(proposal.reason))"
            )
        case .reissue(let since):
            self(
                "\(short(since)) 退单，待重新批准交办，时限照走",
                "handed back on \(short(since)), to be issued again; its limit runs on"
            )
        case .recheck: self("挂账复查日已到", "the day to look at it again has come")
        case .handedOver(let answer): handedOver(answer)
        case .decide(let pending): sentence(pending)
        case .namePerson: self("交办时待定人，已满 1 个工作日", "issued without a person; one is due by now")
        case .propose(let proposal): sentence(proposal)
        case .signSlip(let kind, _): self("\(name(kind))（未编号）待签发", "\(name(kind)) waits to be signed")
        case .share(_, let standing): self("分办：", "share: ") + sentence(standing)
        case .milestone(let milestone, let day):
            self("13710：\(name(milestone))，\(short(day)) 应有，尚无", "13710: \(name(milestone)) by \(short(day)), not yet")
        case .recount(let due):
            self(
                "日历已变，按新日历时限为 \(short(due))，请定是否采用",
                "by the new calendar the limit would be \(short(due)): accept or keep"
            )
        }
    }

    /// What the office should do next about it, in a few columns.
    package func step(_ duty: Duty) -> String {
        switch duty.kind {
        case .track(.weekly): self("每周跟踪", "weekly")
        case .track: self("每日跟踪", "daily")
        case .gap: self("补记", "fill in")
        case .overdue: self("催办", "press")
        case .dueToday, .near: self("提醒", "remind")
        case .overNight: self("答复", "answer")
        case .sign: self("催签收", "sign")
        case .review: self("审核", "review")
        case .decideExtension: self("批延期", "decide")
        case .decideParking: self("批挂账", "decide")
        case .reissue: self("重新交办", "issue")
        case .recheck: self("复查", "re-check")
        case .namePerson: self("定人", "name")
        case .handedOver: self("接回", "take back")
        case .propose(let proposal): name(proposal.step)
        case .signSlip: self("签发", "sign")
        case .share: self("催分办", "share")
        case .milestone: self("催反馈", "13710")
        case .recount: self("重算", "recount")
        case .decide: self("呈决", "put up")
        }
    }
}
