package import Ledger
package import Supervision

// What the overview (总览) says beside its rows.
extension Words {
    // MARK: Sections

    package var mustTrack: String { self("今日必跟踪", "to track today") }
    package var dueToday: String { self("今日到期", "due today") }
    package var overNight: String { self("过夜", "overnight") }
    package var toDecide: String { self("待决", "to decide") }
    package var unsigned: String { self("未签收", "unsigned") }
    package var campaigns: String { self("战役", "campaigns") }
    package var lastTwentyWorkdays: String { self("近 20 个工作日", "last 20 working days") }
    package var todaysMeetings: String { self("今日例会", "meetings today") }
    package var lastWorkday: String { self("上一工作日", "working day before") }
    /// The mark of a matter that stayed over night, and of one that waits for a decision.
    package var nightMark: String { self("夜", "NT") }
    package var decideMark: String { self("决", "DE") }
    /// 未: a track that is owed today.
    package var todoMark: String { self("未", "do") }

    // MARK: Heads of columns

    package var lightHead: String { self("灯", "") }
    package var numberHead: String { self("编号", "no.") }
    package var matterHead: String { self("事项", "matter") }
    package var leadHead: String { self("牵头单位", "lead unit") }
    package var personHead: String { self("责任人", "person") }
    package var limitHead: String { self("时限", "limit") }
    package var reasonHead: String { self("亮灯依据", "reason") }
    package var stepHead: String { self("建议", "step") }
    package var todayHead: String { self("今日", "today") }

    // MARK: Counts

    package func matters(_ count: Int) -> String { self("\(count) 件", count == 1 ? "1 matter" : "\(count) matters") }
    package func tracked(_ count: Int) -> String { self("已跟踪 \(count)", "\(count) tracked") }
    package var tracked: String { self("已跟踪", "tracked") }
    package var inHand: String { self("在办", "open") }
    package func longest(workdays: Int, isShort: Bool) -> String {
        isShort
            ? self("最长\(workdays)日", "max \(workdays)d")
            : self("最长 \(workdays) 个工作日", "longest \(workdays) workdays")
    }
    package func mostBehind(points: Int, isShort: Bool) -> String {
        isShort
            ? self("最多欠\(points)%", "max -\(points)%")
            : self("最多落后 \(points) 个百分点", "up to \(points) points")
    }
    package func dueToday(_ count: Int, isShort: Bool) -> String {
        isShort ? self("今日 \(count)", "today \(count)") : self("今日到期 \(count)", "due today \(count)")
    }
    package func longestNight(_ nights: Int) -> String { self("最长 \(nights) 夜", "up to \(nights)") }
    package func nights(_ count: Int) -> String { self("\(count) 夜", count == 1 ? "1 night" : "\(count) nights") }
    package func missed(_ count: Int, on day: Day, isShort: Bool) -> String {
        isShort
            ? self("漏跟踪 \(count)", "missed \(count)")
            : self("\(short(day)) 漏跟踪 \(count)", "missed \(short(day)): \(count)")
    }
    /// 「常 41 待 5 挂 2」
    package func quiet(green: Int, grey: Int, parked: Int, isShort: Bool) -> String {
        [(Light.green, green), (.grey, grey), (.parked, parked)].filter { $0.1 > 0 || $0.0 == .green }
            .map { letter($0.0) + (isShort ? "" : " ") + "\($0.1)" }.joined(separator: " ")
    }
    /// Who has to decide, in two characters: 分管, 书记.
    package func decider(_ request: ExtensionRequest, extensions: Int) -> String {
        extensions == 0 ? self("分管", "leader") : self("书记", "secretary")
    }
    package func extensionTo(_ day: Day) -> String { self("延期至 \(short(day))", "extend to \(short(day))") }
    package var reissuer: String { self("重批", "issue") }
    package var review: String { self("审核", "review") }
    package var recheck: String { self("复查", "re-check") }
    package var parkingRecheck: String { self("挂账复查", "parked, re-check") }
    package var notStarted: String { self("未启动", "not begun") }

    // MARK: Notes

    package var nightNote: String { self("早会前须有答复、决定或提交上级", "each needs an answer before the morning meeting") }
    package func nearNote(workdays: Int) -> String { self("\(workdays) 个工作日内", "within \(workdays) workdays") }
    package func more(before: Int, after: Int) -> String {
        switch (before, after) {
        case (0, _): self("另 \(after) 件", "\(after) more")
        case (_, 0): self("前有 \(before) 件", "\(before) before")
        default: self("前有 \(before) 件，另 \(after) 件", "\(before) before, \(after) more")
        }
    }
    package func lagging(campaigns: Int, behind: Int) -> String {
        behind > 0
            ? self("\(campaigns) 场  \(behind) 场落后", "\(campaigns), \(behind) behind")
            : self("\(campaigns) 场", "\(campaigns)")
    }
    package var untilToday: String { self("至今日", "to today") }
    package func daysAgo(_ days: Int, count: Int) -> String { self("\(days) 日前 \(count)", "\(days)d ago \(count)") }
    package func thisWeek(_ count: Int) -> String { self("本周 \(count)", "week \(count)") }
    package var settledShort: String { self("办结", "settled") }
    package var registeredShort: String { self("新立", "new") }
    package var owed: String { self("应跟踪", "owed") }
    package var recorded: String { self("已记", "done") }
    package var missed: String { self("漏跟踪", "missed") }
    package var onTime: String { self("按期", "on time") }
    package var settledLate: String { self("逾期办结", "late") }

    // MARK: Campaigns

    package func left(workdays: Int) -> String {
        if workdays < 0 { return self("逾 \(-workdays) 个工作日", "\(-workdays) workdays late") }
        return workdays == 0 ? self("今日到期", "due today") : self("剩 \(workdays) 个工作日", "\(workdays) workdays left")
    }
    package func left(workdays: Int, isShort: Bool) -> String {
        isShort && workdays > 0 ? self("剩 \(workdays) 日", "\(workdays)d left") : left(workdays: workdays)
    }
    package var needed: String { self("日均需", "need/day") }
    package var neededShort: String { self("日均需", "need") }
    package var recent: String { self("近10日日均", "10d mean") }
    package var recentShort: String { self("近10日", "10d") }
    package var doneHead: String { self("完成", "%") }
    package var leftHead: String { self("剩", "left") }
    package var forecastHead: String { self("预计", "forecast") }
    /// 「01-14」, beyond the published calendar 「估 01-14」.
    package func forecastDay(_ forecast: Forecast) -> String {
        (forecast.isEstimated ? self("估 ", "est. ") : "") + short(forecast.day)
    }
    package func late(workdays: Int) -> String {
        switch workdays {
        case 0: self("按期", "on time")
        case 1...: self("晚 \(workdays) 个工作日", "\(workdays) workdays late")
        default: self("早 \(-workdays) 个工作日", "\(-workdays) workdays early")
        }
    }
    /// The same under a head that says what is counted.
    package func lateShort(workdays: Int) -> String {
        switch workdays {
        case 0: self("按期", "on time")
        case 1...: self("晚 \(workdays)", "+\(workdays)")
        default: self("早 \(-workdays)", "-\(-workdays)")
        }
    }
    package var workdays: String { self("工作日", "days") }
    package var noForecastShort: String { self("暂不预计", "no forecast") }
    package var campaignDone: String { self("已全部完成", "all done") }
    package var noCampaign: String { self("没有战役。", "No campaign.") }

    // MARK: Empty

    package var none: String { self("没有。", "None.") }
    /// 「没有。最近一件 11-23 到期：督195。」
    package func none(next due: Day, _ number: String) -> String {
        self("没有。最近一件 \(short(due)) 到期：\(number)。", "None. The next is due on \(short(due)): \(number).")
    }
    /// 「今日为休息日，不需跟踪；下一工作日 11-23 周一。」
    package func restDay(next: Day) -> String {
        self(
            "今日为休息日，不需跟踪；下一工作日 \(short(next)) \(weekday(next))。",
            "A rest day, nothing to track; the next working day is \(weekday(next)) \(short(next))."
        )
    }
    package var emptyLedger: String {
        self(
            "台账是空的。按 n 登记第一件；已有的台账用 guatu import 导入。",
            "The ledger is empty. Press n for the first matter; guatu import takes over what you have."
        )
    }
}
