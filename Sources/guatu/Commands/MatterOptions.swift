import ArgumentParser
import Ledger
import Text
import Words

/// What can be said of a matter when it is registered or corrected.
struct MatterOptions: ParsableArguments {
    @Option(
        help: .both(
            "类别：target 目标任务、duty 清单事项、problem 问题、demand 诉求",
            "target, duty, problem or demand",
            value: Both("类别", "KIND")
        )
    )
    var kind: String?
    @Option(
        help: .both(
            "来源：上级交办、领导批示、会议议定、年度重点、民生实事、12345、信访、网格巡查、人大政协、口头交办",
            "superior, instruction, meeting, yearPlan, livelihood, hotline, petition, patrol, congress or spoken",
            value: Both("来源", "SOURCE")
        )
    )
    var source: String?
    @Option(
        help: .both(
            "完成时限：日期，或交办后的 5个工作日、7天、1个月、当日",
            "the limit: a day, or 5wd, 7d, 1mo from issue",
            value: Both("时限", "LIMIT")
        )
    )
    var due: String?
    @Option(help: .both("牵头单位", "lead unit", value: .unit)) var lead: String?
    @Option(help: .both("责任领导", "responsible leader", value: .person)) var leader: String?
    @Option(help: .both("责任人；同名的写 单位/姓名", "responsible person; of several with one name UNIT/PERSON", value: .person))
    var person: String?
    @Option(help: .both("岗位；不写则用责任人的岗", "post; else the person's own", value: Both("岗位", "POST"))) var post: String?
    @Option(help: .both("网格，名称或编码", "grid, by name or code", value: Both("网格", "GRID"))) var grid: String?
    @Option(
        help: .both(
            "定量，如 '480 户'；分组的写几次：'环湖组:32 户'",
            "quantity, as '480 户'; several for groups: 'group:32 户'",
            value: Both("量", "QUANTITY")
        )
    )
    var quantity: [String] = []
    @Option(help: .both("战役", "campaign", value: Both("战役", "CAMPAIGN"))) var campaign: String?

    func chosenKind(_ words: Words) throws(Complaint) -> Kind? {
        guard let kind else { return nil }
        return try choice(kind, option: "--kind", words) { $0.name($1) }
    }

    func chosenSource(_ words: Words) throws(Complaint) -> Source? {
        guard let source else { return nil }
        return try choice(source, option: "--source", words) { $0.name($1) }
    }

    /// The typed lines; what was done on a line of the same group and unit stays.
    func quantities(keeping old: [QuantityLine] = []) throws(Complaint) -> [QuantityLine]? {
        guard !quantity.isEmpty else { return nil }
        var lines: [QuantityLine] = []
        for text in quantity {
            var line = try QuantityLine(typed: text)
            if let same = old.first(where: { $0.group == line.group && $0.unit == line.unit }) { line.done = same.done }
            lines.append(line)
        }
        return lines
    }
}
