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
            "来源文号或 12345 工单号",
            "number of the source's paper, or of the work order",
            value: Both("文号", "NUMBER")
        )
    )
    var sourceDocument: String?
    @Option(help: .both("备注，如批示原文", "a remark, such as the words of an instruction", value: .text)) var remark: String?
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
    @Option(
        help: .both(
            "分办单位，可带量和时限，可写几次：'柳堤社区 32户 !11-20'",
            "a unit with a share of its own, with quantity and limit: 'UNIT 32户 !11-20'; may be repeated",
            value: Both("单位", "SHARE")
        )
    )
    var share: [String] = []
    @Option(help: .both("协助单位，可写几次", "a unit that is only told; may be repeated", value: .unit)) var assist: [String] =
        []
    @Option(
        help: .both("签收时限，如 2小时、当日；不写按规则", "limit for signing, as 2h; else by the rules", value: Both("时限", "LIMIT"))
    )
    var signBy: String?
    @Option(help: .both("战役", "campaign", value: Both("战役", "CAMPAIGN"))) var campaign: String?
    @Option(help: .both("挂在哪个小目标下（编号）", "the target it hangs below", value: .number)) var parent: String?

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

    /// The supporting units as typed; what a unit has done of its share stays.
    func supports(keeping old: [Support] = [], in session: Session) throws -> [Support]? {
        guard !share.isEmpty || !assist.isEmpty else { return nil }
        let finder = NameFinder(session)
        var supports: [Support] = []
        for text in share {
            let parts = text.split(whereSeparator: { " \u{3000}".contains($0) }).map(String.init)
            let unit = try finder.unit(parts.first ?? "").id
            var support = old.first { $0.unit == unit } ?? Support(unit: unit)
            support.mode = .share
            for part in parts.dropFirst() {
                if let mark = part.first, "!！".contains(mark) {
                    let day = try DayPhrase.day(
                        String(part.dropFirst()),
                        option: "--share",
                        in: session,
                        looking: .ahead
                    )
                    support.due = .endOfDay(day)
                } else {
                    var line = try QuantityLine(typed: part)
                    line.done = support.quantity?.done ?? .zero
                    support.quantity = line
                }
            }
            supports.append(support)
        }
        for name in assist { supports.append(Support(unit: try finder.unit(name).id)) }
        return supports
    }

    func signTerm(in session: Session) throws(Complaint) -> Term? {
        guard let signBy else { return nil }
        return try DayPhrase.limit(signBy, in: session)
    }
}
