import ArgumentParser
import Journal
import Ledger
import Text
import Words

/// `guatu household`
struct HouseholdCommand: Subcommand {
    static let name = "household"
    static let summary = Both(
        "包户台账：list、visit、set、assign、add、remove",
        "households of a campaign: list, visit, set, assign, add, remove"
    )
    static let details: Both? = Both(
        """
        户号是本单位自编的（H08-017），不写姓名、门牌、电话。状态：未谈、洽谈、已签、已腾、疑难（须写 --trouble 疑难类别）。
        事项的目标量、完成量是各户之和：记到户，事项的累计自动跟着变，不再另报。
        """,
        """
        Household numbers are the office's own (H08-017): no names, doors or phones. States: untouched, talking, signed,
        vacated, hard (with --trouble). The matter's quantity is the sum of its households and follows them.
        """
    )
    static let examples = [
        "guatu household list 督668", "guatu household list --state 疑难", "guatu household visit H08-017 约周五再谈",
        "guatu household visit H08-017 --state 已签", "guatu household set H08-019 --state 疑难 --trouble 继承权属",
        "guatu household assign H08-017、H08-018 --to 沈南枝", "guatu household add 督668 H01-045、H01-046 --to 沈南枝",
    ]

    @Argument(help: .both("做什么", "what to do", value: Both("做什么", "WHAT"))) var what: String
    @Argument(
        help: .both(
            "户号，几户用顿号隔开；list、add 为事项编号",
            "household numbers; of list and add the matter",
            value: Both("户号或编号", "WHICH")
        )
    )
    var which: String?
    @Argument(help: .both("一句话；add 为户号，remove 为理由", "words; of add the numbers, of remove the reason", value: .text))
    var text: String?
    @Option(help: .both("状态", "state", value: Both("状态", "STATE"))) var state: String?
    @Option(help: .both("疑难类别", "what makes it hard", value: Both("类别", "KIND"))) var trouble: String?
    @Option(help: .both("组", "group", value: Both("组", "GROUP"))) var group: String?
    @Option(help: .both("包户干部", "the cadre", value: .person)) var to: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: what != "list") { session in
            guard what != "list" else { return try list(session) }
            let ledger = try session.journal.load(.reference).ledger
            let command = try command(session, ledger)
            let receipt = try session.journal.perform(command, by: try record.context(in: session))
            let after = try session.journal.load(.matters([command.matter].compactMap(\.self))).ledger
            let names = try session.journal.load(.reference).ledger
            for record in receipt.records { try session.output.line(session.words.sentence(record.event, in: names)) }
            if let matter = command.matter.flatMap({ after.matters[$0] }) {
                let figure = matter.quantity.map { session.words.quantity($0) } ?? ""
                try session.output.line("\(session.words.number(matter)) \(session.words.title(matter)) \(figure)")
            }
        }
    }

    private func codes(_ text: String?) -> [CleanText] {
        (text ?? "").split(whereSeparator: { "、,，;； ".contains($0) }).map { CleanText(String($0)) }
    }

    private func command(_ session: Session, _ ledger: Ledger) throws -> Command {
        let finder = NameFinder(session)
        let state: Household.State? = try state.map { try choice($0, option: "--state", session.words) { $0.name($1) } }
        let cadre = try to.map { try finder.person($0).id }
        let text = text.map { CleanText($0) }
        if what == "add" {
            let matter = try TypedNumber.single(which ?? "").number
            let households = codes(self.text).map { code in
                var household = Household(code: code, group: CleanText(group ?? ""), cadre: cadre)
                household.state = state ?? .untouched
                household.trouble = CleanText(trouble ?? "")
                return household
            }
            return .household(matter, .add(households))
        }
        let codes = codes(which)
        guard let first = codes.first else {
            throw Complaint.arguments(session.words("请写户号。", "Give the household number."), command: Self.name)
        }
        guard let matter = ledger.households[first]?.matter else {
            let near = nearest(to: first.string, in: ledger.households.keys.map(\.string), limit: 5, farthest: 2)
            let hint =
                near.isEmpty ? "" : session.words("相近的有：", " Near: ") + near.joined(separator: session.words("、", ", "))
            throw Complaint.arguments(
                session.words("台账里没有户号「\(first.string)」。\(hint)", "There is no household \(first.string).\(hint)"),
                command: Self.name
            )
        }
        let kind = trouble.map { CleanText($0) }
        switch what {
        case "visit": return .household(matter, .visit(first, state, trouble: kind, text))
        case "set":
            return .household(matter, .set(first, state, trouble: kind, group: group.map { CleanText($0) }, text))
        case "assign":
            guard let cadre else {
                throw Complaint.arguments(
                    session.words("请用 --to 写包户干部。", "Give the cadre with --to."),
                    command: Self.name
                )
            }
            return .household(matter, .assign(codes, cadre))
        case "remove": return .household(matter, .remove(first, text ?? CleanText("")))
        default:
            throw Complaint.notOneOf(
                option: Self.name,
                text: what,
                allowed: ["list", "visit", "set", "assign", "add", "remove"]
            )
        }
    }

    // MARK: List

    private func list(_ session: Session) throws {
        let words = session.words
        let ledger = try session.journal.load(.reference).ledger
        let matter = try which.map { try TypedNumber.single($0).number }
        let state: Household.State? = try state.map { try choice($0, option: "--state", words) { $0.name($1) } }
        let cadre = try to.map { try NameFinder(session).person($0).id }
        let shown = ledger.households.values.filter { household in
            (matter == nil || household.matter == matter) && (state == nil || household.state == state)
                && (cadre == nil || household.cadre == cadre) && (group == nil || household.group.string == group)
                && (trouble == nil || household.trouble.string == trouble)
        }
        .sorted { $0.code.string < $1.code.string }
        if record.json {
            var json = JSONText(indented: session.output.isTerminal)
            json.object { json in
                json.field("schema", 1)
                json.field("households", array: shown) { json, household in
                    json.object { json in
                        json.field("code", household.code.string)
                        json.field("matter", household.matter.rawValue)
                        json.field("group", household.group.string)
                        json.field("cadre", words.person(household.cadre, in: ledger))
                        json.field("state", household.state.rawValue)
                        json.field("visited", household.visited?.iso)
                        json.field("trouble", household.trouble.string)
                    }
                }
            }
            return try session.output.line(json.text)
        }
        var table = TextTable(columns: [
            .init(title: words("户号", "number")), .init(title: words("组", "group")),
            .init(title: words("包户干部", "cadre")),
            .init(title: words("状态", "state")), .init(title: words("最近上门", "last visit")),
            .init(title: words("疑难类别", "trouble"), isFlexible: true),
        ])
        for household in shown {
            table.add([
                household.code.string, household.group.string, words.person(household.cadre, in: ledger),
                words.name(household.state), household.visited.map { words.short($0, seenFrom: session.today) } ?? "",
                household.trouble.string,
            ])
        }
        try session.output.put(table.text(fitting: session.output.isTerminal ? session.output.columns : nil))
        let counts = Household.State.allCases.compactMap { state in
            let count = shown.count { $0.state == state }
            return count > 0 ? "\(words.name(state)) \(count)" : nil
        }
        let tail = counts.isEmpty ? "" : words("：", ": ") + counts.joined(separator: words("、", ", "))
        try session.output.line(words("共 \(shown.count) 户", "\(shown.count) households") + tail)
    }
}
