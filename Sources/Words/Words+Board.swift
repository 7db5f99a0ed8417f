package import Ledger
import Text

// What the task board (任务板) says beside its cards.
extension Words {
    // MARK: Over the columns

    package var grouping: String { self("分组", "group") }
    package var byStage: String { self("阶段", "stage") }
    package var units: String { self("单位", "unit") }
    package var functionGroups: String { self("功能组", "group") }
    package var outsideCampaigns: String { self("不属战役", "no campaign") }
    package func functionGroup(_ kind: Campaign.GroupKind?, of campaign: Campaign, in ledger: Ledger) -> String {
        guard let kind, let group = campaign.group(kind) else { return self("未分功能组", "in no group") }
        let head = person(group.head, in: ledger)
        return head.isEmpty ? group.name.string : "\(group.name.string) \(head)"
    }
    package var people: String { self("人员", "person") }
    package var boardOrder: String { self("按灯、再按期限排", "by light, then limit") }
    package func hits(_ count: Int, of total: Int) -> String { self("中 \(count) 件，共 \(total)", "\(count) of \(total)") }

    /// 「签收限 2 日」
    package func signLimit(workdays: Int) -> String { self("签收限 \(workdays) 日", "to sign in \(workdays)d") }
    package func notTracked(_ count: Int) -> String { self("今日未记 \(count)", "\(count) to track") }
    package func longestReview(workdays: Int) -> String { self("最久 \(workdays) 日", "longest \(workdays)d") }
    package func onTime(_ count: Int) -> String { self("按期 \(count)", "\(count) on time") }
    package func nextRecheck(_ day: Day) -> String { self("\(short(day)) 复查", "check \(short(day))") }
    package func incomplete(_ count: Int) -> String { self("四定未全 \(count)", "\(count) incomplete") }

    // MARK: Cards

    package var missingPerson: String { self("缺定人", "no person") }
    package func signBy(_ day: Day) -> String { self("\(short(day)) 前签收", "sign by \(short(day))") }
    package func reportedOn(_ day: Day) -> String { self("\(short(day)) 报", "rep. \(short(day))") }
    package func limit(_ day: Day) -> String { self("限 \(short(day))", "by \(short(day))") }
    package func stuck(_ text: String) -> String { self("卡 \(text)", "stuck: \(text)") }
    package func cardsBelow(_ count: Int) -> String { self("还有 \(count) 张", "\(count) more") }
    package func rowsAbove(_ count: Int) -> String { self("上有 \(count) 行", "\(count) rows above") }
    package func cardsAbove(_ count: Int) -> String { self("上有 \(count) 张", "\(count) above") }
    package func place(_ range: Range<Int>, of count: Int) -> String {
        "\(range.lowerBound + 1)-\(range.upperBound) / \(count)"
    }
    package func empty(_ stage: Stage) -> String { self("没有\(name(stage))", "None \(name(stage))") }
    /// 「正移往 待审核」
    package func moving(to stage: Stage) -> String { self("正移往 \(name(stage))", "moving to \(name(stage))") }
    /// 「差 29」 of a quantity.
    package func short(of line: QuantityLine) -> String {
        line.done < line.target
            ? self("欠 \(amount(line.target - line.done))", "\(amount(line.target - line.done)) to go") : ""
    }
    package var lead: String { self("牵头", "lead") }
    package func period(from start: Day, to limit: Day) -> String {
        self("\(short(start)) 至 \(short(limit))", "\(short(start)) to \(short(limit))")
    }
    package func periodWorkdays(_ count: Int) -> String { self("期 \(count) 个工作日", "\(count) workdays") }
    package func shouldBe(_ amount: String) -> String { self("应完成 \(amount)", "should be \(amount)") }

    // MARK: Lanes

    package var laneUnit: String { self("单位", "unit") }
    package var lanePerson: String { self("责任人", "person") }
    package var selectedMatter: String { self("选中", "selected") }
    package func idleLanes(_ names: [String], _ count: Int) -> String {
        let list = names.joined(separator: self("  ", ", "))
        return self(
            "\(list)\(names.count < count ? " 等" : "")    无在办事项，已折起 \(count) 条泳道",
            "\(list)\(names.count < count ? " …" : "")    nothing open: \(count) \(count == 1 ? "lane" : "lanes") folded"
        )
    }
}
