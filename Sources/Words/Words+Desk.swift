import Ledger
package import Supervision

// What the supervision desk (督办台) says beside its rows.
extension Words {
    // MARK: Groups

    package var byLight: String { self("按灯", "by light") }
    package var byUnit: String { self("按单位", "by unit") }
    package var byPerson: String { self("按责任人", "by person") }
    package var changeGrouping: String { self("换分组", "group") }
    package var missedBefore: String { self("漏跟踪待补", "missed before") }
    package var personToName: String { self("待定人", "to be named") }
    package var slipsToSign: String { self("待签发", "slips") }
    package var sharesAndReports: String { self("分办、反馈", "shares, reports") }
    package var noUnit: String { self("未定单位", "no unit") }
    package var noPerson: String { self("缺定人", "no person") }
    package var deskTitle: String { self("今日督办", "today's duties") }

    // MARK: Counts

    package var toTrack: String { self("必跟踪", "to track") }
    package var todo: String { self("未", "to do") }
    /// Gaps of earlier days that are not made good.
    package var gapsBefore: String { self("前日缺", "gaps") }
    /// 「今日应跟踪 9 件，已全部记下」
    package func allTracked(_ count: Int) -> String {
        self("今日应跟踪 \(count) 件，已全部记下", "all \(count) of today's tracks are written")
    }
    package var nothingLate: String { self("没有逾期和滞后的事项。", "Nothing is overdue or behind.") }
    package var nothingMatches: String { self("没有符合的事项。", "Nothing matches.") }

    // MARK: The strip

    package func letter(_ mark: Mark) -> String {
        switch mark {
        case .late: self("补", "l")
        case .gap: self("缺", "x")
        case .todo: self("未", "?")
        case .tracked, .notRequired: ""
        }
    }
    package func name(_ mark: Mark) -> String {
        switch mark {
        case .tracked: self("已记", "written")
        case .late: self("补记", "written late")
        case .gap: self("漏跟踪", "missed")
        case .todo: self("今日待记", "to do today")
        case .notRequired: self("当日不需", "not required")
        }
    }

    // MARK: 亮灯依据

    package var basis: String { self("亮灯依据", "why this light") }
    package var todaysDuties: String { self("今日要办", "today") }
    package var lastTrack: String { self("上次跟踪", "last track") }
    package var today: String { self("今日", "today") }
    package var lastShort: String { self("上次", "last") }
    package var progressTitle: String { self("进度", "progress") }
    package var blocker: String { self("卡点", "stuck") }
    package var nextStep: String { self("下一步", "next") }
    package var neverTracked: String { self("尚无跟踪记录。", "Not tracked yet.") }
    package var supports: String { self("配合单位", "supporting units") }

    /// What a duty asks for, in one line of the panel.
    package func line(_ duty: Duty) -> String {
        switch duty.kind {
        case .track(let pace):
            self(pace == .weekly ? "每周跟踪" : "每日跟踪", pace == .weekly ? "weekly track" : "daily track")
                + self(duty.isDone ? "，今日已记" : "，今日未记", duty.isDone ? ", done" : ", not yet")
        case .gap(let days):
            self("漏跟踪 ", "missed ") + days.map(short).joined(separator: self("、", ", ")) + self(" 可补记", "")
        case .overdue: self("逾期，催办", "overdue: press")
        case .dueToday: self("今日到期，提醒", "due today: remind")
        case .near: self("临期，提醒", "near: remind")
        case .overNight(let nights):
            self("过夜 \(self.nights(nights))，须答复", "\(self.nights(nights)): needs an answer")
        case .handedOver(let answer): handedOver(answer)
        case .decide(let pending): sentence(pending)
        case .sign: self("催签收", "remind to sign")
        case .review: self("待审核已到限", "review is due")
        case .decideExtension(let request):
            self("批延期：至 \(short(request.to))", "decide: extend to \(short(request.to))")
        case .decideParking(let proposal):
            self("批挂账：复查 \(short(proposal.recheck))", "decide: park until \(short(proposal.recheck))")
        case .reissue: self("退单，待重新交办", "handed back: issue again")
        case .recheck: self("挂账复查日已到", "re-check is due")
        case .namePerson: self("待定人，须定人", "a person must be named")
        case .share(_, let standing): self("分办：", "share: ") + brief(standing)
        case .propose, .signSlip, .milestone, .recount: sentence(duty)
        }
    }
}
