import ArgumentParser
import Journal
import Ledger
import Text
import Words

/// What a decision says beside its words; `guatu decide` and `guatu meeting decide` take the same.
struct RulingOptions: ParsableArguments {
    @Option(
        help: .both(
            "由哪一级决定，共同决定写几次：社区党委、分管领导、书记、指挥部、党工委会",
            "the deciding level; repeat where several decide together",
            value: Both("层级", "LEVEL")
        )
    )
    var level: [String] = []
    @Option(help: .both("由谁落实", "who carries it out", value: .person)) var person: String?
    @Option(help: .both("由哪个单位落实；不写为责任人的单位", "the unit that carries it out", value: .unit)) var lead: String?
    @Option(help: .both("何时完成", "by when", value: Both("时限", "LIMIT"))) var due: String?
    @Option(help: .both("落实事项的名称；不写即结论", "title of the matter it makes; else the conclusion", value: .text)) var title:
        String?
    @Option(help: .both("落实的量，如 '3 处'；不写为 1 件", "quantity; 1 件 unless said", value: Both("量", "QUANTITY")))
    var quantity: String?
    @Flag(help: .both("不需落实", "nothing has to be carried out")) var nothing = false

    func draft(about matter: Matter?, conclusion: String, way: RulingWay, in session: Session) throws -> RulingDraft {
        let finder = NameFinder(session)
        var levels = try level.map { try DecisionLevel(typed: $0, option: "--level", session.words) }
        if levels.isEmpty, let pending = matter?.pendingLevel { levels = [pending] }
        var draft = RulingDraft(
            matter: matter?.number,
            levels: levels,
            way: way,
            conclusion: CleanText(conclusion),
            isNothingToDo: nothing
        )
        guard !nothing, person != nil || lead != nil || due != nil else { return draft }
        var made = Registration(kind: .target, title: Prose(CleanText(title ?? conclusion)), source: .meeting)
        made.lead = try lead.map { try finder.unit($0).id }
        made.person = try person.map { try finder.person($0, home: made.lead ?? matter?.lead).id }
        made.term = try due.map { try DayPhrase.limit($0, in: session) }
        made.quantities = try quantity.map { [try QuantityLine(typed: $0)] } ?? []
        made.campaign = matter?.campaign
        made.grid = matter?.grid
        draft.followUps = [made]
        return draft
    }
}

/// `guatu decide`
struct DecideCommand: Subcommand {
    static let name = "decide"
    static let summary = Both(
        "记录决定：谁决定、结论、由谁落实、何时完成",
        "record a decision: who decided, what, who carries it out by when"
    )
    static let details: Both? = Both(
        """
        决定落实为一件事项（四定齐全，直接交办），或写 --nothing「不需落实」。
        批示：--behalf 写批示的领导，--channel 写方式。会议：--meeting 写会议名称。
        须上会的、指挥部和党工委会的，只能由会议决定。
        """,
        """
        A decision makes a matter with its four fixed, issued at once, or says --nothing.
        By instruction: --behalf names the leader. By meeting: --meeting names the meeting.
        """
    )
    static let examples = [
        "guatu decide 问88 先行垫付，后由街道结算 --level 书记 --person 贺知远 --due 11-27 --behalf 林秋白 --channel 纸质",
        "guatu decide 问88 按继承公证办 --level 党工委会 --meeting 第31次党工委会 --nothing",
    ]

    @Argument(help: .matters) var number: String
    @Argument(help: .both("结论", "the conclusion", value: .text)) var text: String
    @OptionGroup var ruling: RulingOptions
    @Option(help: .both("会议决定：会议名称", "decided by a meeting: its name", value: .text)) var meeting: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        let typed = try TypedNumber.single(number)
        try withSession(surroundings, writing: true) { session in
            let known = try session.journal.load(.matters([typed.number])).ledger
            let matter = try MatterFinder(session).check(typed, in: known)
            var draft = try ruling.draft(
                about: matter,
                conclusion: text,
                way: meeting == nil ? .instruction : .meeting,
                in: session
            )
            draft.meetingName = meeting.map { CleanText($0) }
            let receipt = try session.journal.perform(.daily(.rule(draft)), by: try record.context(in: session))
            try session.tell(receipt)
            for number in receipt.created {
                try Outcome(session).tell(TypedNumber(number: number, kind: nil), asJSON: record.json)
            }
        }
    }
}
