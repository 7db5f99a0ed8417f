import ArgumentParser
import Journal
import Ledger
import Supervision
import Text
import Words

/// `guatu campaign`
struct CampaignCommand: Subcommand {
    static let name = "campaign"
    static let summary = Both(
        "战役：list、show、add、edit、branch、frontline、phase",
        "campaigns: list, show, add, edit, branch, frontline, phase"
    )
    static let details: Both? = Both(
        """
        show 列出指挥部、临时党支部、四个一、小目标和行动，以及不齐之处。
        branch 名称 支部 --secretary 书记；frontline 名称 力量|组织|党员|考察 --people 甲、乙 --place 地点，--drop 序号 撤下一条。
        """,
        """
        show lists the headquarters, the branch, the four on the spot, targets and actions, and what is not in order.
        branch NAME UNIT --secretary PERSON; frontline NAME force|branch|members|cadres --people A,B --place PLACE, --drop N.
        """
    )
    static let examples = [
        "guatu campaign list", "guatu campaign show 环湖片区土地整备",
        "guatu campaign add 年底清零 --due 12-31 --target '300 件' --head 顾长河 --group 疑难个案组:周启明",
        "guatu campaign edit 年底清零 --due 1-15 --goal 应清尽清",
        "guatu campaign frontline 环湖片区土地整备 党员 --people 沈南枝、唐予宁 --place '环湖 8 组' --text 党员责任区",
    ]

    @Argument(help: .both("做什么", "what to do", value: Both("做什么", "WHAT"))) var what: String
    @Argument(help: .both("战役", "the campaign", value: Both("战役", "CAMPAIGN"))) var campaign: String?
    @Argument(help: .both("支部、四个一的哪一个、阶段", "branch, which of the four, phase", value: Both("哪个", "WHICH"))) var which:
        String?
    @Option(help: .both("改名", "a new name", value: Both("名称", "NAME"))) var rename: String?
    @Option(help: .both("目标（一句话）", "the goal in a sentence", value: .text)) var goal: String?
    @Option(help: .both("总指挥", "head", value: .person)) var head: String?
    @Option(help: .both("牵头单位", "lead unit", value: .unit)) var unit: String?
    @Option(
        help: .both(
            "功能组，可写几次：疑难个案组:周启明",
            "a function group, as NAME:PERSON; may be repeated",
            value: Both("组", "GROUP")
        )
    )
    var group: [String] = []
    @Option(help: .both("起日；阶段起日；四个一从哪天起", "first day, of campaign, phase or entry", value: .day)) var from: String?
    @Option(help: .both("完成时限；阶段止日", "last day", value: .day)) var due: String?
    @Option(help: .both("目标量，如 '480 户'", "quantity, as '480 户'", value: Both("量", "QUANTITY"))) var target: String?
    @Option(help: .both("临时党支部书记", "secretary of the branch", value: .person)) var secretary: String?
    @Option(help: .both("四个一的人员，顿号隔开", "people of an entry", value: .person)) var people: String?
    @Option(help: .both("四个一的地点", "place of an entry", value: Both("地点", "PLACE"))) var place: String?
    @Option(help: .both("四个一的名目，如 党员责任区", "what it is called", value: .text)) var text: String?
    @Option(help: .both("撤下第几条", "drop this entry", value: Both("序号", "ENTRY"))) var drop: Int?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    private static let reading = ["list", "show"]

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: !Self.reading.contains(what)) { session in
            switch what {
            case "list": try session.output.put(CampaignPage(session).list(asJSON: record.json))
            case "show":
                let id = try NameFinder(session).campaign(try named(session)).id
                try session.output.put(CampaignPage(session).page(of: id, asJSON: record.json))
            default:
                let command = try command(session)
                try session.tell(try session.journal.perform(command, by: try record.context(in: session)))
            }
        }
    }

    private func named(_ session: Session) throws -> String {
        guard let campaign else {
            throw Complaint.arguments(session.words("请写战役名称。", "Name the campaign."), command: Self.name)
        }
        return campaign
    }

    private func command(_ session: Session) throws -> Command {
        let finder = NameFinder(session)
        let name = try named(session)
        switch what {
        case "add": return .addCampaign(try made(name, session))
        case "edit": return .changeCampaign(try finder.campaign(name).id, try facts(session))
        case "branch":
            var facts = CampaignFacts()
            let old = try finder.campaign(name)
            guard let unit = try which.map({ try finder.unit($0).id }) ?? old.branch?.unit else {
                throw Complaint.arguments(session.words("请写支部。", "Name the branch."), command: Self.name)
            }
            facts.branch = TemporaryBranch(
                unit: unit,
                secretary: try secretary.map { try finder.person($0).id } ?? old.branch?.secretary,
                founded: try day(from, "--from", session, .back) ?? old.branch?.founded
            )
            return .changeCampaign(old.id, facts)
        case "frontline": return .noteFrontline(try finder.campaign(name).id, try edit(session))
        case "phase":
            return .orderPhase(
                PhaseOrder(
                    campaign: try finder.campaign(name).id,
                    phase: try choice(which ?? "", option: "phase", session.words) { $0.name($1) },
                    from: try day(from, "--from", session, .ahead) ?? session.today,
                    until: try day(due, "--due", session, .ahead)
                )
            )
        default:
            throw Complaint.notOneOf(
                option: Self.name,
                text: what,
                allowed: Self.reading + ["add", "edit", "branch", "frontline", "phase"]
            )
        }
    }

    private func day(_ text: String?, _ option: String, _ session: Session, _ looking: DateDirection) throws -> Day? {
        try text.map { try DayPhrase.day($0, option: option, in: session, looking: looking) }
    }

    private func facts(_ session: Session) throws -> CampaignFacts {
        let finder = NameFinder(session)
        var facts = CampaignFacts()
        facts.name = rename.map { CleanText($0) }
        facts.goal = goal.map { CleanText($0) }
        facts.head = try head.map { try finder.person($0).id }
        facts.unit = try unit.map { try finder.unit($0).id }
        facts.start = try day(from, "--from", session, .back)
        facts.due = try day(due, "--due", session, .ahead)
        if let target {
            let line = try QuantityLine(typed: target)
            facts.target = line.target
            facts.measure = line.unit
        }
        if !group.isEmpty {
            facts.groups = try group.map { text in
                let parts = text.split(maxSplits: 1, whereSeparator: { $0 == ":" || $0 == "：" }).map(String.init)
                return Campaign.FunctionGroup(
                    name: CleanText(parts.first ?? ""),
                    head: try parts.count > 1 ? finder.person(parts[1]).id : nil
                )
            }
        }
        return facts
    }

    private func made(_ name: String, _ session: Session) throws -> Campaign {
        let facts = try facts(session)
        guard let due = facts.due else {
            throw Complaint.arguments(
                session.words("请用 --due 写完成时限。", "Give the last day with --due."),
                command: Self.name
            )
        }
        return Campaign(
            id: CampaignID(0),
            name: CleanText(name),
            goal: facts.goal ?? CleanText(""),
            head: facts.head,
            unit: facts.unit,
            groups: facts.groups ?? [],
            start: facts.start ?? session.today,
            due: due,
            target: facts.target ?? .zero,
            measure: facts.measure ?? ""
        )
    }

    private func edit(_ session: Session) throws -> FrontlineEdit {
        if let drop { return .drop(drop - 1) }
        let kinds: [(String, Frontline)] = [("力量", .force), ("组织", .branch), ("党员", .members), ("考察", .cadres)]
        let which = which ?? ""
        let kind: Frontline
        if let short = kinds.first(where: { which.contains($0.0) }) {
            kind = short.1
        } else {
            kind = try choice(which, option: "frontline", session.words) { $0.name($1) }
        }
        let names = (people ?? "").split(whereSeparator: { "、,，;； ".contains($0) }).map(String.init)
        return .add(
            FrontlineEntry(
                kind: kind,
                people: try names.map { try NameFinder(session).person($0).id },
                place: CleanText(place ?? ""),
                day: try day(from, "--from", session, .back) ?? session.today,
                text: CleanText(text ?? "")
            )
        )
    }
}
