import ArgumentParser
import Journal
import Ledger
import Text
import Words

/// `guatu add`
struct AddCommand: Subcommand {
    static let name = "add"
    static let summary = Both("登记一件事项", "register a matter")
    static let details: Both? = Both(
        "登记后为「拟稿」：guatu submit 提交，guatu issue 批准交办。不写类别为目标任务，不写来源为口头交办。\n标题中不写居民姓名、电话、门牌；严禁录入涉密信息。",
        "A new matter is a draft: guatu submit, then guatu issue. The kind is target and the source spoken unless said otherwise.\nNo names, phones or door numbers of residents in titles."
    )
    static let examples = [
        "guatu add 拓宽湖东路辅道 --due 年底 --lead 城建办 --quantity '3600 米' --source 年度重点",
        "guatu add 荷花里路灯不亮 --kind 问题 --source 网格巡查 --due 3个工作日 --lead 荷塘社区",
    ]

    @Argument(help: .both("事项名称", "title", value: Both("事项", "TITLE"))) var title: String
    @OptionGroup var about: MatterOptions
    @Flag(help: .both("台账没有的单位、人员就地新建并列出", "create and list units and people the ledger does not know"))
    var createMissing = false
    @Flag(help: .both("急：诉求不能过夜", "urgent: a demand that may not stay over night")) var urgent = false
    @Option(help: .both("反弹：已销号后又冒出来的原事项", "the struck-off matter that came back", value: .number)) var rebound: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: true) { session in
            let context = try record.context(in: session)
            var registration = try registration(in: session)
            let created: [MatterNumber]
            let missing = try createMissing ? missing(in: session) : nil
            if let missing, !missing.isEmpty {
                created = try register(&registration, creating: missing, by: context, in: session)
            } else {
                try fillNames(of: &registration, in: session)
                created = try session.journal.perform(.register(registration), by: context).created
            }
            for number in created {
                try Outcome(session).tell(TypedNumber(number: number, kind: nil), asJSON: record.json)
            }
            if let number = created.first { try SimilarMatters(session).tell(of: number, titled: title) }
            if about.source == nil {
                session.output.say(
                    session.words(
                        "来源未写，记为「口头交办」；更正：guatu set 编号 --source 来源",
                        "No source given: spoken. Correct it with guatu set NUMBER --source SOURCE."
                    )
                )
            }
        }
    }

    private func registration(in session: Session) throws -> Registration {
        var registration = Registration(
            kind: try about.chosenKind(session.words) ?? .target,
            title: Prose(CleanText(title)),
            source: try about.chosenSource(session.words) ?? .spoken
        )
        registration.isUrgent = urgent
        registration.term = try about.due.map { try DayPhrase.limit($0, in: session) }
        registration.quantities = try about.quantities() ?? []
        registration.supports = try about.supports(in: session) ?? []
        registration.signTerm = try about.signTerm(in: session)
        registration.reboundOf = try rebound.map { try TypedNumber.single($0).number }
        if let post = about.post { registration.post = CleanText(post) }
        registration.sourceDocument = CleanText(about.sourceDocument ?? "")
        registration.remark = about.remark.map { Prose(CleanText($0)) }
        return registration
    }

    private func fillNames(of registration: inout Registration, in session: Session) throws {
        let finder = NameFinder(session)
        registration.lead = try about.lead.map { try finder.unit($0).id }
        registration.leader = try about.leader.map { try finder.person($0).id }
        registration.person = try about.person.map { try finder.person($0, home: registration.lead).id }
        registration.grid = try about.grid.map { try finder.grid($0).id }
        registration.campaign = try about.campaign.map { try finder.campaign($0).id }
        registration.parent = try about.parent.map { try TypedNumber.single($0).number }
    }

    // MARK: Names that are not there yet

    /// Names to be created: a unit, and people in it. Grids and campaigns have more to them than a
    /// name and are never made on the way.
    private struct Missing {
        var unit: String?
        var people: [String] = []
        var isEmpty: Bool { unit == nil && people.isEmpty }
    }

    private func missing(in session: Session) throws -> Missing {
        let finder = NameFinder(session)
        var missing = Missing()
        if let lead = about.lead, try finder.unitIfKnown(lead) == nil { missing.unit = lead }
        for name in [about.leader, about.person].compactMap({ $0 }) where try finder.personIfKnown(name) == nil {
            if !missing.people.contains(name) { missing.people.append(name) }
        }
        // A person belongs to a unit; without one there is nothing to create them in.
        if about.lead == nil, let person = missing.people.first { _ = try finder.person(person) }
        return missing
    }

    /// Creates names and registers in one transaction, so that nothing is left half done.
    private func register(
        _ registration: inout Registration,
        creating missing: Missing,
        by context: Context,
        in session: Session
    ) throws -> [MatterNumber] {
        let finder = NameFinder(session)
        if let grid = about.grid { registration.grid = try finder.grid(grid).id }
        if let campaign = about.campaign { registration.campaign = try finder.campaign(campaign).id }
        let knownLead = missing.unit == nil ? try about.lead.map { try finder.unit($0).id } : nil
        var known: [String: PersonID] = [:]
        for name in [about.leader, about.person].compactMap({ $0 }) where !missing.people.contains(name) {
            known[name] = try finder.person(name, home: knownLead).id
        }
        let command = registration
        var created: [MatterNumber] = []
        try session.journal.bulk(at: context.now) { bulk throws(JournalError) in
            var command = command
            var people = known
            command.lead = knownLead
            if let name = missing.unit {
                let unit = Unit(id: UnitID(0), name: CleanText(name), kind: UnitKind(guessing: name))
                for case .unitAdded(let added) in try bulk.perform(.addUnit(unit), by: context).map(\.fact) {
                    command.lead = added.id
                }
            }
            for name in missing.people {
                guard let home = command.lead else { break }
                let person = Person(id: PersonID(0), name: CleanText(name), unit: home)
                for case .personAdded(let added) in try bulk.perform(.addPerson(person), by: context).map(\.fact) {
                    people[name] = added.id
                }
            }
            command.leader = about.leader.flatMap { people[$0] }
            command.person = about.person.flatMap { people[$0] }
            created = try bulk.perform(.register(command), by: context).compactMap(\.matter)
            return .commit
        }
        let words = session.words
        if let unit = missing.unit { session.output.say(words("新建单位：\(unit)", "unit created: \(unit)")) }
        for person in missing.people { session.output.say(words("新建人员：\(person)", "person created: \(person)")) }
        return created
    }
}

extension UnitKind {
    /// What kind of unit a name sounds like.
    init(guessing name: String) {
        let endings: [(UnitKind, [String])] = [
            (.community, ["社区", "社区党委", "居委会", "村"]), (.taskForce, ["专班", "指挥部", "工作组", "攻坚组"]),
            (.temporaryBranch, ["临时党支部", "临时支部"]), (.leadership, ["领导班子", "班子"]),
            (.partner, ["公司", "学校", "小学", "中学", "医院", "银行", "大学"]),
        ]
        self = endings.first { $0.1.contains(where: name.hasSuffix) }?.0 ?? .office
    }
}
