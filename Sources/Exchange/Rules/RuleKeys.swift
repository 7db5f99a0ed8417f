import Ledger
import Words

/// One number of the rules file: its section and key, what it means, and what may stand there.
struct RuleKey: Sendable {
    enum Form: Sendable {
        case count(ClosedRange<Int>)
        /// A time of day, `18:00`.
        case time(ClosedRange<Int>)
    }

    let section: String
    let key: String
    let path: any WritableKeyPath<Rules, Int> & Sendable
    let form: Form
    /// 说明, as it stands over the key in the file.
    let about: String

    init(
        _ section: String,
        _ key: String,
        _ path: any WritableKeyPath<Rules, Int> & Sendable,
        _ form: Form,
        _ about: String
    ) {
        self.section = section
        self.key = key
        self.path = path
        self.form = form
        self.about = about
    }

    /// Every number of the rules, in the order of the file.
    static let all: [RuleKey] = [
        RuleKey("亮灯", "临期工作日", \.nearWorkdays, .count(0...60), "剩几个工作日以内亮「临」"),
        RuleKey("亮灯", "短期限工作日", \.shortPeriod, .count(0...250), "期限不足这么多个工作日的，按下面的占比亮「临」"),
        RuleKey("亮灯", "短期限临期占比", \.nearShare, .count(1...100), "剩期限的百分之几以内亮「临」"),
        RuleKey("亮灯", "滞后百分点", \.behindPoints, .count(1...100), "比序时落后几个百分点以上亮「滞」"),
        RuleKey("亮灯", "滞后工作日", \.behindWorkdays, .count(1...60), "短期限的，落后几个工作日以上也亮「滞」"),
        RuleKey("亮灯", "滞后短期限", \.behindPeriod, .count(0...250), "上一条用于期限几个工作日以内的事项"),
        RuleKey("亮灯", "起步占比", \.graceShare, .count(0...100), "期限的头百分之几不判「滞」"),
        RuleKey("时限", "签收工作日", \.signWorkdays, .count(1...60), "交办后几个工作日内签收，过了亮橙灯，不算逾期"),
        RuleKey("时限", "审核工作日", \.reviewWorkdays, .count(1...60), "上报办结后几个工作日内审核；待审核期间不逾期"),
        RuleKey("时限", "定人工作日", \.namePersonWorkdays, .count(1...60), "交办时「待定人」的，几个工作日内定人"),
        RuleKey("时限", "当日清点", \.eveningCount, .time(12 * 60...24 * 60 - 1), "当日事项到这时为止，也是过夜清点的时刻"),
        RuleKey("时限", "每日截止", \.dayEnd, .time(12 * 60...24 * 60), "时限日到几点为止；24:00 即到当天末（民法典 203 条）"),
        RuleKey("时限", "延期申请截止", \.extensionCutoff, .time(8 * 60...24 * 60), "时限日几点以前可以申请延期"),
        RuleKey("时限", "延期次数", \.extensionsAllowed, .count(0...9), "一件事项最多延期几次；第二次起书记批"),
        RuleKey("时限", "挂账复查天数", \.recheckDays, .count(1...366), "挂账后几天（自然日）以内复查"),
        RuleKey("工作时间", "上午起", \.morningStart, .time(0...24 * 60), "工作时从这里计起"),
        RuleKey("工作时间", "上午止", \.morningEnd, .time(0...24 * 60), "上午下班"),
        RuleKey("工作时间", "下午起", \.afternoonStart, .time(0...24 * 60), "下午上班"),
        RuleKey("工作时间", "下午止", \.afternoonEnd, .time(0...24 * 60), "下午下班"),
        RuleKey("督办阶梯", "提醒提前工作日", \.remindWorkdays, .count(0...60), "时限前几个工作日建议提醒（打电话；程序不发消息）"),
        RuleKey("督办阶梯", "催办逾期工作日", \.pressWorkdays, .count(1...60), "逾期满几个工作日建议发催办单"),
        RuleKey("督办阶梯", "滞后催办工作日", \.laggingWorkdays, .count(1...60), "未逾期但连续滞后几个工作日，也建议催办；这类最多发到督办单"),
        RuleKey("督办阶梯", "再通报工作日", \.circularWorkdays, .count(1...60), "通报后几个工作日仍未办结，建议再通报"),
        RuleKey("督办阶梯", "约谈通报次数", \.circularsForTalk, .count(1...20), "通报满几次建议约谈"),
        RuleKey("督办阶梯", "恢复工作日", \.recoverWorkdays, .count(1...20), "差距连续几个工作日缩小即算恢复，不再往上走"),
        RuleKey("文号", "起始年份", \.seriesYear, .count(0...9999), "接着纸质登记簿编号的那一年；0 表示都从 1 编起"),
        RuleKey("文号", "催办单起始号", \.firstPress, .count(1...99_999), "起始年份里，催办单从几号编起"),
        RuleKey("文号", "督办单起始号", \.firstOrder, .count(1...99_999), "起始年份里，督办单从几号编起"),
    ]

    /// The sections of the file, in order, with what stands over each.
    static let sections: [(name: String, about: String)] = [
        ("亮灯", "亮灯：什么时候亮「临」「滞」。改了只影响以后，过去的灯不变。"),
        ("时限", "时限：签收、审核、延期、挂账。已定的时限不因改规则而变。"),
        ("工作时间", "工作时间：按「工作时」计的时限用。"),
        ("督办阶梯", "督办阶梯：提醒 → 催办单 → 督办单 → 通报稿 → 约谈。只提建议，由人确认；责任人不因督办而改变。"),
        ("节奏", "节奏：平时、攻坚、战时各有一套，随战役的状态切换。"),
        ("签发", "签发：哪种单据由谁签。角色名同「登录」。"),
        ("文号", "文号：如 望街催〔2026〕31号；机关代字在建账时定，每类每年一个序列，作废不重用。"),
        ("时限预设", "时限预设：本街道常用的时限，登记时写名称即可。"),
        ("打印对象", "打印对象：内部 写全名；外部 只写单位和岗位。管逾期清单、会议纪要和会议大屏；单据总写全名。"),
        ("登录", "登录：哪个登录名是谁、能办什么。不写这一段，建账人能办一切，别人只能看。"),
    ]

    /// Sections of older files that no longer mean anything, with what to do instead. They are taken with a notice.
    static let retired = [
        (
            name: "周期工作",
            chinese: "常规职责用 guatu duty 记，事项的周期写在时限里（每周五、每月25日）",
            english: "recurring duties are kept with guatu duty, the cycle of a matter is its limit"
        )
    ]

    /// A phase's own numbers (节奏).
    static let phaseKeys = ["滞后跟踪", "过夜计法", "催办答复工作日", "督办整改工作日", "例会"]
    static let phaseAbout =
        "滞后跟踪 写 每周 或 每日；过夜计法 写 工作日（周五到周一算一夜）或 每天；中间两个是发单后几个工作日内答复、整改；"
        + "例会 是指挥部多久开一次会，写 每周、早晚（每个工作日早会和晚会）、每日（休息日也开）或 不定"
}
