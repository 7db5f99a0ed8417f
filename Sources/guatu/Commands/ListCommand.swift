import ArgumentParser
import CMemory
import Journal
import Ledger
import Supervision
import Text
import Words

/// `guatu list`
struct ListCommand: Subcommand {
    static let name = "list"
    static let aliases = ["ls"]
    static let summary = Both("列出事项；不写选项即全部在办", "list matters; without options all open ones")
    static let details: Both? = Both(
        """
        几个条件同时写，须同时满足；同一选项写几次，满足其一即可。
        --csv 的表头与导入用的事项表相同；重定向到文件时加 BOM（Excel、WPS 才认得中文），在管道中不加。
        """,
        """
        Conditions hold together; an option given several times is met by any of its values.
        --csv has the header of the matters file; it begins with a BOM only when written to a file, for spreadsheets.
        """
    )
    static let examples = [
        "guatu list --overdue", "guatu list --lead 柳堤社区 --lagging", "guatu list --all --match 管网 --csv > 管网.csv",
    ]

    @Flag(help: .both("包括已办结、已销号、已归档、作废", "settled, struck off and void ones too")) var all = false
    @Flag(help: .both("只看逾期", "only overdue")) var overdue = false
    @Flag(help: .both("只看滞后", "only lagging")) var lagging = false
    @Flag(help: .both("只看今日到期", "only due today")) var dueToday = false
    @Flag(help: .both("只看待决：已提交上级研究，还没有决定", "only what was sent up and waits for a decision")) var pendingDecision =
        false
    @Option(help: .both("待决在哪一级，如 书记、分管领导", "waiting with this level, as secretary", value: Both("层级", "LEVEL")))
    var level: [String] = []
    @Option(help: .both("只看这种状态，如 办理中、待审核", "only this stage, as inHand", value: Both("状态", "STAGE"))) var stage:
        [String] = []
    @Option(help: .both("牵头单位", "lead unit", value: .unit)) var lead: [String] = []
    @Option(help: .both("责任人", "responsible person", value: .person)) var person: [String] = []
    @Option(help: .both("网格（含下级），名称或编码", "grid and those below it, by name or code", value: Both("网格", "GRID")))
    var grid: [String] = []
    @Option(help: .both("战役", "campaign", value: Both("战役", "CAMPAIGN"))) var campaign: [String] = []
    @Option(help: .both("类别：目标任务、清单事项、问题、诉求", "target, duty, problem or demand", value: Both("类别", "KIND")))
    var kind: [String] = []
    @Option(help: .both("事项名称中含有", "the title contains", value: .text)) var match: String?
    @Option(help: .both("至多列多少件", "at most so many", value: Both("件数", "COUNT"))) var limit: Int?
    @Option(
        help: .both(
            "排序：light 轻重、due 时限、number 编号、directory 名录",
            "light (worst first), due, number or directory",
            value: Both("次序", "ORDER")
        )
    )
    var sort: String?
    @OptionGroup var form: FormOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        let form = try form.chosen()
        // Tens of thousands of rows may come.
        if limit == nil { cmemory_take_large_pieces() }
        try withSession(surroundings) { session in
            let query = try query(in: session)
            let levels = try level.map { try DecisionLevel(typed: $0, option: "--level", session.words) }
            var list = MatterList(form, session)
            let search = MatterSearch(session, query, order: try order(), limit: limit)
            do {
                try search.each {
                    keeps($0, $1, session, levels)
                } show: {
                    list.add($0, $1, $2)
                }
            } catch let error as JournalError {
                // What could be read of a damaged file is shown all the same.
                if case .damaged = error { try list.write() }
                throw error
            }
            try list.write()
        }
    }

    private func order() throws -> MatterSearch.Order {
        // The worst overdue is the one with the oldest limit, and that order can be read off the index.
        guard let sort else { return overdue ? .due : .light }
        guard let order = MatterSearch.Order(rawValue: sort) else {
            throw Complaint.notOneOf(option: "--sort", text: sort, allowed: MatterSearch.Order.allCases.map(\.rawValue))
        }
        return order
    }

    private func query(in session: Session) throws -> Query {
        let finder = NameFinder(session)
        var query = all ? Query() : Query.open
        if let limit, limit < 0 {
            throw Complaint.notOneOf(option: "--limit", text: String(limit), allowed: ["0", "50"])
        }
        if !stage.isEmpty {
            query.stages = Set(try stage.map { try choice($0, option: "--stage", session.words) { $0.name($1) } })
        }
        // What can be red or orange at all, so that no other matter needs to be read.
        if overdue {
            query.stages = (query.stages ?? Set(Stage.allCases)).intersection([.inHand, .reported])
            query.dueThrough = session.today
        }
        if lagging { query.stages = (query.stages ?? Set(Stage.allCases)).intersection([.inHand, .issued]) }
        if dueToday {
            query.dueFrom = session.today
            query.dueThrough = session.today
        }
        if !kind.isEmpty {
            query.kinds = Set(try kind.map { try choice($0, option: "--kind", session.words) { $0.name($1) } })
        }
        if !lead.isEmpty { query.leads = Set(try lead.map { try finder.unit($0).id }) }
        if !person.isEmpty { query.people = Set(try person.map { try finder.person($0).id }) }
        if !grid.isEmpty { query.grids = try grid.reduce(into: []) { $0.formUnion(try finder.gridAndBelow($1)) } }
        if !campaign.isEmpty { query.campaigns = Set(try campaign.map { try finder.campaign($0).id }) }
        if let match { query.text = CleanText(match).string }
        return query
    }

    /// What only the judged light can tell.
    private func keeps(_ matter: Matter, _ judgement: Judgement, _ session: Session, _ levels: [DecisionLevel]) -> Bool
    {
        if pendingDecision || !levels.isEmpty {
            guard let pending = matter.pendingLevel, levels.isEmpty || levels.contains(pending) else { return false }
        }
        if overdue, judgement.light != .red { return false }
        if lagging, judgement.light != .orange { return false }
        if dueToday, !matter.stage.isOpen { return false }
        return true
    }
}
