package import Ledger
package import Supervision

extension Words {
    /// The reason of a light in at most ten columns: 「逾 12 日」, 「欠22%」, 「剩 2 日」.
    package func brief(_ judgement: Judgement) -> String {
        switch judgement.reason {
        case .past(_, 0, _): self("已过时限", "past")
        case .past(_, let workdays, _): self("逾 \(workdays) 日", "\(workdays)d late")
        case .pastEvening, .pastHour: self("已过时限", "past")
        case .unsignedPast(_, _, 0): self("未按时签收", "unsigned")
        case .unsignedPast(_, _, let workdays): self("未签 \(workdays) 日", "unsigned \(workdays)d")
        case .reportedLate(_, _, let workdays): self("逾 \(workdays) 日报", "rep. \(workdays)d late")
        case .behind(let plan): self("欠\(plan.pointsBehind)%", "-\(plan.pointsBehind)%")
        case .unsigned(_, let workdays, _): self("未签 \(workdays) 日", "unsigned \(workdays)d")
        case .waitingSignature, .waitingSignatureUntil: self("待签收", "to sign")
        case .lastWorkday(_, _, true): self("今日报结", "report today")
        case .lastWorkday(let limit, _, false): self("限 \(short(limit))", "by \(short(limit))")
        case .near(_, 0): self("今日到期", "due today")
        case .near(_, let left): self("剩 \(left) 日", "\(left)d left")
        case .onCourse(_, 0, _): self("今日到期", "due today")
        case .onCourse(_, let left, _): self("剩 \(left) 日", "\(left)d left")
        case .waitingReview(_, 0, _): self("待审核", "in review")
        case .waitingReview(_, let workdays, _): self("待审 \(workdays) 日", "review \(workdays)d")
        case .noLimit: self("缺定时", "no limit")
        case .notIssued(let stage): name(stage)
        case .startsLater(let day): self("\(short(day)) 起", "from \(short(day))")
        case .settled(_, _, let late) where late > 0: self("晚 \(late) 日", "\(late)d late")
        case .settled(_, _, let late) where late < 0: self("早 \(-late) 日", "\(-late)d early")
        case .settled: self("按期", "on time")
        case .parked(_, let recheck):
            recheck.map { self("\(short($0)) 复查", "check \(short($0))") } ?? self("挂账", "parked")
        case .suspended: self("中止", "suspended")
        case .void: self("作废", "void")
        }
    }

    /// The reason with its unit, for a wide column: 「逾 12 个工作日」, 「18/32 户 欠22%」.
    package func reason(_ judgement: Judgement, of matter: Matter) -> String {
        switch judgement.reason {
        case .past(_, let workdays, _) where workdays > 0: self("逾 \(workdays) 个工作日", "\(workdays) workdays late")
        case .reportedLate(_, _, let workdays): self("逾 \(workdays) 个工作日上报", "reported \(workdays) workdays late")
        case .behind(let plan):
            (matter.quantity.map { quantity($0) + " " } ?? "")
                + self("欠\(plan.pointsBehind)%", "-\(plan.pointsBehind)%")
        case .unsigned(_, let workdays, _): self("未签收 \(workdays) 日", "unsigned \(workdays) workdays")
        case .near(_, let left) where left > 0: self("剩 \(left) 个工作日", "\(left) workdays left")
        case .near, .onCourse(_, 0, _):
            self("今日到期", "due today") + (matter.hasPlan ? matter.quantity.map { " " + quantity($0) } ?? "" : "")
        case .onCourse(_, let left, _): self("剩 \(left) 个工作日", "\(left) workdays left")
        case .waitingReview(_, 0, _): self("已报办结，待审核", "reported, in review")
        case .waitingReview(_, let workdays, _): self("已报办结，待审核 \(workdays) 日", "reported, in review \(workdays)d")
        case .settled(_, _, let late) where late > 0: self("晚 \(late) 个工作日", "\(late) workdays late")
        case .settled(_, _, let late) where late < 0: self("早 \(-late) 个工作日", "\(-late) workdays early")
        default: brief(judgement)
        }
    }

    /// The reason as one whole sentence; `why` in JSON.
    package func sentence(_ judgement: Judgement) -> String {
        switch judgement.reason {
        case .past(let limit, 0, _):
            self("已过时限 \(limit.iso)，其后尚无工作日", "past its limit \(limit.iso), no working day since")
        case .past(let limit, let workdays, _):
            self("时限 \(limit.iso) 已过，逾 \(workdays) 个工作日", "past its limit \(limit.iso) by \(workdays) working days")
        case .pastEvening(let limit, let minute):
            self(
                "当日事项，\(limit.iso) \(time(minute: minute)) 当日清点时未办结",
                "due the same day, not settled at the evening count of \(limit.iso) \(time(minute: minute))"
            )
        case .reportedLate(let limit, let reported, let workdays):
            self(
                "时限 \(limit.iso)，\(reported.iso) 才上报办结，逾 \(workdays) 个工作日",
                "limit \(limit.iso), reported done only on \(reported.iso), \(workdays) working days late"
            )
        case .behind(let plan): behind(plan)
        case .unsigned(let issued, let workdays, let limit):
            self(
                "\(issued.iso) 交办，\(workdays) 个工作日未签收（应在 \(limit) 个工作日内）",
                "issued \(issued.iso), not signed for in \(workdays) working days (limit \(limit))"
            )
        case .pastHour(let limit, let minute):
            self(
                "时限 \(limit.iso) \(time(minute: minute)) 已过",
                "past its limit \(limit.iso) \(time(minute: minute))"
            )
        case .unsignedPast(let limit, let minute, _):
            self(
                "应于 \(limit.iso)\(minute.map { " " + time(minute: $0) } ?? "") 前签收，尚未签收",
                "to be signed for by \(limit.iso)\(minute.map { " " + time(minute: $0) } ?? ""), not signed for yet"
            )
        case .waitingSignatureUntil(let limit, let minute):
            self(
                "待签收，签收时限 \(limit.iso)\(minute.map { " " + time(minute: $0) } ?? "")",
                "to be signed for by \(limit.iso)\(minute.map { " " + time(minute: $0) } ?? "")"
            )
        case .waitingSignature(let issued, let workdays, let limit):
            self(
                "\(issued.iso) 交办，待签收 \(workdays) 个工作日（应在 \(limit) 个工作日内）",
                "issued \(issued.iso), waiting to be signed for \(workdays) working days (limit \(limit))"
            )
        case .lastWorkday(let limit, let by, _): restLimit(limit, reportBy: by)
        case .near(let limit, 0): self("今日（\(limit.iso)）到期", "due today, \(limit.iso)")
        case .near(let limit, let left):
            self("时限 \(limit.iso)，剩 \(left) 个工作日", "limit \(limit.iso), \(left) working days left")
        case .onCourse(let limit, let left, let plan):
            self("时限 \(limit.iso)，剩 \(left) 个工作日", "limit \(limit.iso), \(left) working days left")
                + (plan.map { self("，", ", ") + onPlan($0) } ?? "")
        case .waitingReview(let reported, let workdays, let limit):
            self(
                "\(reported.iso) 已报办结，待审核 \(workdays) 个工作日（应在 \(limit) 个工作日内）",
                "reported done \(reported.iso), in review \(workdays) working days (limit \(limit))"
            )
        case .noLimit: self("未定完成时限", "no limit set")
        case .notIssued(let stage): self("\(name(stage))，尚未交办", "\(name(stage)), not issued yet")
        case .startsLater(let day): self("\(day.iso) 起办理", "starts on \(day.iso)")
        case .settled(let day, let limit, let late): settled(day, limit: limit, late: late)
        case .parked(let since, let recheck):
            self("\(since.iso) 起挂账", "parked since \(since.iso)")
                + (recheck.map { self("，\($0.iso) 复查", ", to be checked again on \($0.iso)") } ?? "")
        case .suspended: self("已中止", "suspended")
        case .void: self("已作废", "void")
        }
    }

    private func behind(_ plan: Plan) -> String {
        let shares = shares(of: plan)
        return self(
            "应完成 \(shares.expected)，实 \(shares.done)，落后 \(shares.behind) 个百分点"
                + "（计划 \(plan.workdays) 个工作日\(plan.isBySteps ? "按步骤" : "匀速")，至上一工作日已过 \(plan.elapsed)）",
            "should be at \(shares.expected), is at \(shares.done), \(shares.behind) points behind"
                + " (\(plan.workdays) working days \(plan.isBySteps ? "by steps" : "evenly"), \(plan.elapsed) passed)"
        )
    }

    private func onPlan(_ plan: Plan) -> String {
        self(
            "应 \(percent(plan.expected))，实 \(percent(plan.done))",
            "should be at \(percent(plan.expected)), is at \(percent(plan.done))"
        )
    }

    private func settled(_ day: Day?, limit: Day?, late: Int) -> String {
        let when = day.map { $0.iso + " " } ?? ""
        guard limit != nil else { return when + self("办结", "settled") }
        if late > 0 { return when + self("逾期办结，晚 \(late) 个工作日", "settled \(late) working days late") }
        if late < 0 { return when + self("办结，早 \(-late) 个工作日", "settled \(-late) working days early") }
        return when + self("按期办结", "settled on time")
    }
}
