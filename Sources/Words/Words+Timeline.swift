package import Ledger
import Supervision

// What the timeline (进度) says.
extension Words {
    // MARK: Toolbar

    package var byWeek: String { self("周", "week") }
    package var byMonth: String { self("月", "month") }
    package var byQuarter: String { self("季", "quarter") }
    package var zoomTitle: String { self("缩放", "zoom") }
    package func timelineGrouping(_ isByCampaign: Bool) -> String {
        isByCampaign ? self("按战役", "by campaign") : self("按单位", "by unit")
    }
    package var doneShort: String { self("已完成", "done") }
    package var owedShort: String { self("欠", "owed") }
    package var restShort: String { self("未到", "ahead") }
    package var atRecentPace: String { self("按近10日预计", "at the recent pace") }
    package var milestone: String { self("步骤", "step") }
    package func range(_ first: String, _ last: String) -> String { self("\(first) 至 \(last)", "\(first) to \(last)") }

    // MARK: Axis

    package func timelineHead(_ isByCampaign: Bool) -> String {
        isByCampaign ? self("战役 / 目标", "campaign / target") : self("单位 / 目标", "unit / target")
    }
    /// 「11月」, with the year where it begins.
    package func month(of day: Day, withYear: Bool) -> String {
        let (year, month, _) = day.civil
        if withYear { return self("\(year)年\(month)月", "\(monthName(month)) \(year)") }
        return self("\(month)月", monthName(month))
    }
    package var todayMark: String { self("今", "TD") }
    /// In the head of a column.
    package var todayHeadMark: String { self("今", "today") }
    package var makeUpMark: String { self("班", "WK") }
    package var restMark: String { self("休", "..") }
    package var estimated: String { self("估", "~") }

    // MARK: Rows

    /// What a red band can say, from the longest: never 「逾 0」 (PRACTICE §3).
    package func overdueBand(workdays: Int) -> [String] {
        workdays > 0
            ? [self("逾 \(workdays) 日", "late \(workdays)d"), self("逾\(workdays)", "\(workdays)d"), letter(.red)]
            : [self("已过时限", "past limit"), self("过", "pt")]
    }
    package var withoutCampaign: String { self("不属战役", "no campaign") }
    package var withoutUnit: String { self("未定单位", "no unit") }
    package var noCampaignYet: String {
        self("还没有已交办的目标任务。n 登记第一件。", "Nothing issued yet. Press n for the first matter.")
    }

    // MARK: Curve

    package var curveTitle: String { self("完成进度曲线", "progress curve") }
    package var noCurve: String {
        self(
            "选中的行没有定量，画不出曲线；选战役或有定量的目标。",
            "The selected row has no quantity to draw; choose a campaign or a target with one."
        )
    }
    package var planned: String { self("计划", "plan") }
    package var actual: String { self("实际", "done") }
    package var targetLabel: String { self("目标", "target") }
    package var doneLabel: String { self("已完成", "done") }
    package var shouldLabel: String { self("应完成", "planned") }
    package var behindLabel: String { self("落后", "behind") }
    package var aheadLabel: String { self("超前", "ahead") }
    package var earliest: String { self("最早", "earliest") }
    package var latest: String { self("最迟", "latest") }
    package var noTelling: String { self("说不准", "no telling") }
    package func points(_ points: Int) -> String { self("\(points) 个百分点", "\(points) points") }
    package func perDay(_ amount: Amount, _ measure: String) -> String {
        self("\(rate(amount)) \(measure)/日", "\(rate(amount)) \(measure)/day")
    }
    package func daysWithFigures(_ days: Int) -> String { self("有进度 \(days) 日", "\(days) days") }
    package func limitNote(_ day: Day, seenFrom today: Day) -> String {
        self("限 \(short(day, seenFrom: today))", "limit \(short(day, seenFrom: today))")
    }
    package func plannedNow(_ amount: Amount) -> String {
        self("应 \(self.amount(amount))", "plan \(self.amount(amount))")
    }
    package func actualNow(_ amount: Amount) -> String {
        self("实 \(self.amount(amount))", "done \(self.amount(amount))")
    }
}
