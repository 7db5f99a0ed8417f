import ArgumentParser
import Journal
import Ledger
import Text
import Words

/// `guatu unit`
struct UnitCommand: Subcommand {
    static let name = "unit"
    static let summary = Both("单位：add 新增、rename 更名、close 撤销或并入", "units: add, rename, close or merge")
    static let details: Both? = Both(
        "更名从 --day（不写为今日）起用，旧日子的纸仍是旧名。还牵头未结事项的单位不能撤销。",
        "A new name holds from --day (else today); old paper keeps the old one. A unit that leads open matters cannot close."
    )
    static let examples = [
        "guatu unit add 网格中心 --kind 办公室 --parent 党政办公室", "guatu unit rename 城建办 城市建设和更新办公室 --short 城更办",
        "guatu unit close 雨污分流专班 --into 城建办",
    ]

    @Argument(help: .both("add、rename 或 close", "add, rename or close", value: Both("做什么", "WHAT"))) var what: String
    @Argument(help: .both("单位", "the unit", value: .unit)) var unit: String
    @Argument(help: .both("新名称（更名）", "the new name", value: Both("新名称", "NAME"))) var newName: String?
    @Option(help: .both("简称", "short name", value: Both("简称", "NAME"))) var short: String?
    @Option(help: .both("类别：办公室、社区、专班……", "kind: office, community, taskForce…", value: Both("类别", "KIND"))) var kind:
        String?
    @Option(help: .both("上级单位", "the unit above", value: .unit)) var parent: String?
    @Option(help: .both("并入哪个单位", "merged into", value: .unit)) var into: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: true) { session in
            let receipt = try session.journal.perform(try command(session), by: try record.context(in: session))
            try session.tell(receipt)
        }
    }

    private func command(_ session: Session) throws -> Command {
        let finder = NameFinder(session)
        switch what {
        case "add":
            let kind: UnitKind =
                try kind.map { try choice($0, option: "--kind", session.words) { $0.name($1) } } ?? .office
            return .addUnit(
                Unit(
                    id: UnitID(0),
                    name: CleanText(unit),
                    shortName: short.map { CleanText($0) },
                    parent: try parent.map { try finder.unit($0).id },
                    kind: kind
                )
            )
        case "rename":
            guard let newName else {
                throw Complaint.arguments(session.words("请写新名称。", "Give the new name."), command: Self.name)
            }
            return .renameUnit(
                try finder.unit(unit).id,
                name: CleanText(newName),
                shortName: short.map { CleanText($0) }
            )
        case "close":
            return .closeUnit(try finder.unit(unit).id, successor: try into.map { try finder.unit($0).id })
        default:
            throw Complaint.notOneOf(option: Self.name, text: what, allowed: ["add", "rename", "close"])
        }
    }
}

/// `guatu person`
struct PersonCommand: Subcommand {
    static let name = "person"
    static let summary = Both("人员：add 新增、set 变动、leave 请假、back 销假、left 离任", "people: add, set, leave, back, left")
    static let examples = [
        "guatu person add 许砚秋 --unit 城建办 --post 巡查岗 --role 经办",
        "guatu person leave 顾长河 --from 11-23 --through 11-27 --stand-in 周望舒", "guatu person left 沈南枝 --day 昨天",
    ]

    @Argument(help: .both("add、set、leave、back 或 left", "add, set, leave, back or left", value: Both("做什么", "WHAT")))
    var what: String
    @Argument(help: .both("姓名", "the person", value: .person)) var person: String
    @Option(help: .both("改名", "a corrected name", value: .person)) var rename: String?
    @Option(help: .both("单位", "the unit", value: .unit)) var unit: String?
    @Option(help: .both("岗位，可写几次", "posts", value: Both("岗位", "POST"))) var post: [String] = []
    @Option(help: .both("角色，可写几次", "roles", value: Both("角色", "ROLE"))) var role: [String] = []
    @Option(help: .both("请假起日；销假日", "first day of leave; first day back", value: .day)) var from: String?
    @Option(help: .both("请假止日", "last day of leave", value: .day)) var through: String?
    @Option(help: .both("谁代理", "who stands in", value: .person)) var standIn: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: true) { session in
            let command = try command(session)
            let receipt = try session.journal.perform(command, by: try record.context(in: session))
            try session.tell(receipt)
            if case .dismissPerson(let id) = command { try tellLeft(id, session) }
            if case .takeLeave(let id, _, _, nil) = command { try tellLeft(id, session) }
        }
    }

    /// Whose matters are left without anybody: they are handed over in one go (PRACTICE §1).
    private func tellLeft(_ id: PersonID, _ session: Session) throws {
        var query = Query()
        query.people = [id]
        query.stages = Set(Stage.allCases.filter(\.isOpen))
        let numbers = try session.journal.matters(query).map(session.words.number)
        guard !numbers.isEmpty else { return }
        let shown = numbers.prefix(5).joined(separator: session.words("、", ", "))
        session.output.say(
            session.words(
                "\(person)名下还有 \(numbers.count) 件未结（\(shown)\(numbers.count > 5 ? "…" : "")）：用 guatu handover \(person) 接手人 一次交接，可打印交接清单。",
                "\(numbers.count) open matters are \(person)'s (\(shown)\(numbers.count > 5 ? "…" : "")): guatu handover \(person) SUCCESSOR hands them on."
            )
        )
    }

    private func command(_ session: Session) throws -> Command {
        let finder = NameFinder(session)
        let roles: [Role] = try role.map { try choice($0, option: "--role", session.words) { $0.name($1) } }
        // Leave is often told when it has begun: a day without a year that would be more than half a year ahead is
        // the one that has passed.
        func day(_ text: String?, _ option: String) throws -> Day {
            guard let text else { return session.today }
            let ahead = try DayPhrase.day(text, option: option, in: session, looking: .ahead)
            return ahead - session.today > 183
                ? try DayPhrase.day(text, option: option, in: session, looking: .back) : ahead
        }
        switch what {
        case "add":
            guard let unit else {
                throw Complaint.arguments(
                    session.words("请用 --unit 写明单位。", "Give the unit with --unit."),
                    command: Self.name
                )
            }
            return .addPerson(
                Person(
                    id: PersonID(0),
                    name: CleanText(person),
                    unit: try finder.unit(unit).id,
                    posts: post.map { CleanText($0) },
                    roles: roles
                )
            )
        case "set":
            var change = PersonChange(person: try finder.person(person).id)
            change.name = rename.map { CleanText($0) }
            change.unit = try unit.map { try finder.unit($0).id }
            change.posts = post.isEmpty ? nil : post.map { CleanText($0) }
            change.roles = roles.isEmpty ? nil : roles
            return .changePerson(change)
        case "leave":
            return .takeLeave(
                try finder.person(person).id,
                from: try day(from, "--from"),
                through: try day(through ?? from, "--through"),
                standIn: try standIn.map { try finder.person($0).id }
            )
        case "back": return .endLeave(try finder.person(person).id, on: try day(from, "--from"))
        case "left": return .dismissPerson(try finder.person(person).id)
        default:
            throw Complaint.notOneOf(option: Self.name, text: what, allowed: ["add", "set", "leave", "back", "left"])
        }
    }
}

extension Session {
    /// What was recorded, one line an event, as the history says it.
    ///
    /// - Parameter naming: with the matter before each, where a command speaks of several.
    func tell(_ receipt: Receipt, naming: Bool = false) throws {
        var set = try journal.load(.reference)
        var numbers = Array(receipt.touched)
        for case .meetingTurned(let turn) in receipt.records.map(\.event.fact) {
            numbers += [turn.matter].compactMap { $0 }
        }
        try journal.fetch(numbers, into: &set)
        for record in receipt.records {
            let matter = naming ? record.event.matter.flatMap { set.ledger.matters[$0] }.map(words.number) : nil
            try output.line((matter.map { $0 + " " } ?? "") + words.sentence(record.event, in: set.ledger))
        }
    }
}
