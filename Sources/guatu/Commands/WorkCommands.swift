import ArgumentParser
import Journal
import Ledger
import Text
import Words

/// `guatu track`
struct TrackCommand: ActionCommand {
    static let name = "track"
    static let summary = Both("跟踪一句，可同时报进度", "write down a track, with figures where there are any")
    static let details: Both? = Both(
        "文字中「卡：…」「下一步：…」「请示：…」会记为卡点、下一步和需领导定。\n--done 写 53 是累计 53，写 +3 是新增 3，写 -2 是核减 2。",
        "Clauses that begin with 卡： 下一步： 请示： are kept as what blocks, what comes next, and what leaders must decide.\n--done 53 is the total, +3 adds, -2 takes away."
    )
    static let examples = [
        "guatu track 督147 '7号井已贯通；卡：泥浆池未批；下一步：11-25 前复测' --done 2180",
        "guatu track 147 已约谈 --done +1 --behalf 沈南枝 --channel 电话", "guatu track 147 现场已清理 --day 昨天",
    ]

    @Argument(help: .matters) var number: String
    @Argument(help: .both("跟踪情况", "what was found", value: .text)) var text: String
    @Option(
        parsing: .unconditionalSingleValue,
        help: .both("进度：累计数，或 +新增、-核减", "the total so far, or +added, -taken away", value: Both("数", "N"))
    )
    var done: [String] = []
    @Option(
        help: .both("进度属于第几行定量（分组的事项）", "which line of the quantity, for matters in groups", value: Both("行", "LINE"))
    )
    var line: Int = 1
    @Option(help: .both("跟踪这个配合单位的分办", "tracks the share of this unit", value: .unit)) var share: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        if let share {
            let figure = try done.last.map { try Progress.Figure(typed: $0) }
            return .act(matter.number, .trackSupport(try NameFinder(session).unit(share).id, CleanText(text), figure))
        }
        let progress = try done.map { Progress(line: line - 1, try Progress.Figure(typed: $0)) }
        return .act(matter.number, .track(CleanText(text), progress))
    }

    func notice(of receipt: Receipt, after matter: Matter, in session: Session) throws -> String? {
        try Notices(session).reportedToday(receipt, of: matter, isAddition: done.contains { $0.hasPrefix("+") })
    }
}

/// `guatu step`
struct StepCommand: ActionCommand {
    static let name = "step"
    static let summary = Both("加一个步骤", "add a step")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("步骤", "the step", value: .text)) var text: String
    @Option(help: .both("由谁做", "who does it", value: .person)) var person: String?
    @Option(help: .both("哪天做完", "by when", value: .day)) var due: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        let person = try person.map { try NameFinder(session).person($0, home: matter.lead).id }
        let due = try due.map { try DayPhrase.day($0, option: "--due", in: session, looking: .ahead) }
        return .act(matter.number, .addStep(CleanText(text), person, due))
    }
}

/// `guatu tick`
struct TickCommand: ActionCommand {
    static let name = "tick"
    static let summary = Both("勾掉第几步", "tick a step")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("第几步，从 1 起", "which step, from 1", value: Both("步", "STEP"))) var step: Int
    @Argument(help: .both("说明", "a remark", value: .text)) var text: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) -> Command {
        .act(matter.number, .tickStep(step - 1, text.map { CleanText($0) }))
    }
}

/// `guatu answer`
struct AnswerCommand: ActionCommand {
    static let name = "answer"
    static let summary = Both("答复问题，不过夜", "answer a problem, so that it does not stay over night")
    static let details: Both? = Both(
        """
        四种才算答复：已解决；有措施、有人、有日期；已决定（用 guatu decide）；已提交上级研究。「正在协调」不算。
        休息日前一天还可以「交值班」（guatu hand-to-duty）。
        """,
        """
        Four things are an answer: solved; a measure with person and day; decided (guatu decide); sent up. Being
        coordinated is none. On the evening before rest days there is a fifth, guatu hand-to-duty.
        """
    )
    static let examples = [
        "guatu answer 问88 measure 先加装围挡 --person 贺知远 --by 11-24 --behalf 城建办 --channel 电话",
        "guatu answer 问88 sentUp 继承口径不一 --to 书记 --must-meet",
    ]

    @Argument(help: .matters) var number: String
    @Argument(
        help: .both(
            "solved 已解决、measure 有措施、sentUp 已提交上级",
            "solved, measure or sentUp",
            value: Both("答复", "KIND")
        )
    )
    var kind: String
    @Argument(help: .both("答复内容", "what was answered", value: .text)) var text: String
    @OptionGroup var promise: PromiseOptions
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        let answer: AnswerKind = try choice(kind, option: words(session), session.words) { $0.name($1) }
        return .act(matter.number, .answer(answer, CleanText(text), try promise.commitment(on: matter, in: session)))
    }

    private func words(_ session: Session) -> String { session.words("答复", "KIND") }
}

/// `guatu amend`
struct AmendCommand: ActionCommand {
    static let name = "amend"
    static let aliases = ["set"]
    static let summary = Both("更正事项，补齐四定（人、岗、量、时）", "correct a matter, fill in the four fixed")
    static let details: Both? = Both(
        "已交办事项的时限不在这里改：延期用 guatu extend。",
        "The limit of an issued matter is not changed here: see guatu extend."
    )
    static let examples = ["guatu set 147 --person 沈南枝 --quantity '480 户' --due 年底"]

    @Argument(help: .matters) var number: String
    @Option(help: .both("事项名称", "title", value: .text)) var title: String?
    @OptionGroup var about: MatterOptions
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func notice(of receipt: Receipt, after matter: Matter, in session: Session) throws -> String? {
        try Notices(session).personElsewhere(matter)
    }

    func command(on matter: Matter, in session: Session) throws -> Command {
        let finder = NameFinder(session)
        var amendment = Amendment()
        amendment.title = title.map { Prose(CleanText($0)) }
        amendment.kind = try about.chosenKind(session.words)
        amendment.source = try about.chosenSource(session.words)
        amendment.campaign = try about.campaign.map { try finder.campaign($0).id }
        amendment.parent = try about.parent.map { try TypedNumber.single($0).number }
        amendment.grid = try about.grid.map { try finder.grid($0).id }
        amendment.lead = try about.lead.map { try finder.unit($0).id }
        let home = amendment.lead ?? matter.lead
        amendment.leader = try about.leader.map { try finder.person($0).id }
        amendment.person = try about.person.map { try finder.person($0, home: home).id }
        amendment.post = about.post.map { CleanText($0) }
        amendment.term = try about.due.map { try DayPhrase.limit($0, in: session) }
        amendment.quantities = try about.quantities(keeping: matter.quantities)
        amendment.supports = try about.supports(keeping: matter.supports, in: session)
        amendment.signTerm = try about.signTerm(in: session)
        amendment.sourceDocument = about.sourceDocument.map { CleanText($0) }
        amendment.remark = about.remark.map { Prose(CleanText($0)) }
        return .amend(matter.number, amendment)
    }
}
