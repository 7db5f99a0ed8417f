import ArgumentParser
import Journal
import Ledger
import Supervision
import Text
import Words

/// `guatu slip`
struct SlipCommand: ActionCommand {
    static let name = "slip"
    static let summary = Both(
        "单据：draft 拟单、sign 签发，送达、签收、回复、作废",
        "slips: draft, sign, deliver, accept, answer, void"
    )
    static let details: Both? = Both(
        """
        签发时给出文号（如 望街催〔2026〕31号），不能收回，只能作废，号留在登记簿上；通报稿的文号由党政办编。
        事项后面可以用 --slip 写明第几张；不写就是最近能办的一张。签发由督查负责人、分管领导、书记作出，代录写 --behalf。
        """,
        """
        The number is given when a slip is signed; it can only be voided then, and the number stays in the register.
        --slip names the slip by its place on the matter; else the latest that fits is meant.
        """
    )
    static let examples = [
        "guatu slip draft 147 请三日内复工 --kind 催办单", "guatu slip sign 147 --behalf 苏见山 --channel 纸质",
        "guatu slip answer 147 钻机已进场 --measure 夜间施工 --promise 11-25 --behalf 贺知远 --channel 电话",
    ]

    @Argument(
        help: .both(
            "draft、sign、deliver、accept、answer 或 void",
            "draft, sign, deliver, accept, answer or void",
            value: Both("做什么", "WHAT")
        )
    )
    var what: String
    @Argument(help: .matters) var number: String
    @Argument(help: .both("意见、完成情况或理由", "remark, state of the work, or reason", value: .text)) var text: String?
    @Option(help: .both("催办单、督办单或通报稿", "press, order or circular", value: Both("单据", "KIND"))) var kind: String?
    @Option(help: .both("第几张", "the place of the slip", value: Both("第几张", "PLACE"))) var slip: Int?
    @Option(help: .both("回复：未完成原因", "answer: why it is not done", value: .text)) var reason: String?
    @Option(help: .both("回复：措施", "answer: the measure", value: .text)) var measure: String?
    @Option(help: .both("回复：承诺时限（不改时限）", "answer: the day promised (moves no limit)", value: .day)) var promise: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        let words = session.words
        let text = text.map { CleanText($0) }
        let action: LadderAction
        switch what {
        case "draft":
            let chosen: Slip.Kind? = try kind.map { try choice($0, option: "--kind", words) { $0.name($1) } }
            action = .draft(try chosen ?? proposed(matter, session), text)
        case "sign": action = .sign(slip)
        case "deliver": action = .deliver(place(matter) { $0.delivered == nil }, text)
        case "accept": action = .accept(place(matter) { $0.accepted == nil }, text)
        case "void": action = .void(slip ?? max(1, matter.ladder.slips.count), text ?? CleanText(""))
        case "answer":
            var reply = SlipReply(done: Prose(text ?? CleanText("")))
            reply.reason = reason.map { Prose(CleanText($0)) }
            reply.measure = measure.map { Prose(CleanText($0)) }
            reply.promised = try promise.map {
                try DayPhrase.day($0, option: "--promise", in: session, looking: .ahead)
            }
            if let behalf = record.behalf { reply.head = try NameFinder(session).personIfKnown(behalf)?.id }
            action = .answer(place(matter) { $0.reply == nil }, reply)
        default:
            throw Complaint.notOneOf(
                option: Self.name,
                text: what,
                allowed: ["draft", "sign", "deliver", "accept", "answer", "void"]
            )
        }
        return .act(matter.number, .ladder(action))
    }

    /// The latest slip in force that fits, or the last of all, whose refusal says what is wrong.
    private func place(_ matter: Matter, where fits: (Slip) -> Bool) -> Int {
        if let slip { return slip }
        let slips = matter.ladder.slips
        return (slips.lastIndex { $0.isInForce && fits($0) } ?? max(0, slips.count - 1)) + 1
    }

    /// What the ladder proposes now; 催办单 where it proposes no paper.
    private func proposed(_ matter: Matter, _ session: Session) throws -> Slip.Kind {
        let ledger = try session.journal.load(.matters([matter.number])).ledger
        let supervisor = Supervisor(ledger, at: session.now)
        return supervisor.proposal(matter, supervisor.judge.judge(matter))?.step.slip ?? .press
    }
}

/// `guatu remind`
struct RemindCommand: ActionCommand {
    static let name = "remind"
    static let summary = Both("记一次提醒（打了电话；程序不发消息）", "write down a reminder; the program sends nothing")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("提醒了谁、怎么答的", "whom, and what they said", value: .text)) var text: String
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) -> Command {
        .act(matter.number, .ladder(.remind(CleanText(text))))
    }
}

/// `guatu talk`
struct TalkCommand: ActionCommand {
    static let name = "talk"
    static let summary = Both("记一次约谈", "write down a talk")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("约谈情况", "what was said", value: .text)) var text: String
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) -> Command {
        .act(matter.number, .ladder(.talk(CleanText(text))))
    }
}

/// `guatu put-off`
struct PutOffCommand: ActionCommand {
    static let name = "put-off"
    static let summary = Both("暂缓督办建议，到那天再看", "put a proposed step off until a day")
    static let examples = ["guatu put-off 147 环保批复今日可到 --until 11-24"]

    @Argument(help: .matters) var number: String
    @Argument(help: .both("理由", "why", value: .reason)) var reason: String
    @Option(help: .both("暂缓到哪天", "until which day", value: .day)) var until: String
    @Option(
        help: .both(
            "哪一步：提醒、催办单、督办单、通报稿、约谈；不写就是现在建议的",
            "remind, press, order, circular or talk; else the one proposed",
            value: Both("步骤", "STEP")
        )
    )
    var step: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        let day = try DayPhrase.day(until, option: "--until", in: session, looking: .ahead)
        var chosen: LadderStep? = try step.map { try choice($0, option: "--step", session.words) { $0.name($1) } }
        if chosen == nil {
            let ledger = try session.journal.load(.matters([matter.number])).ledger
            let supervisor = Supervisor(ledger, at: session.now)
            chosen = supervisor.proposal(matter, supervisor.judge.judge(matter))?.step
        }
        return .act(matter.number, .ladder(.putOff(chosen ?? .press, until: day, CleanText(reason))))
    }
}
