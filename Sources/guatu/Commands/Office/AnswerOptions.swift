import ArgumentParser
import Ledger
import Text
import Words

/// What an answer promises (答复): who, by when, to whom.
struct PromiseOptions: ParsableArguments {
    @Option(help: .both("措施由谁落实；不写为责任人", "who carries the measure out; else who is responsible", value: .person))
    var person: String?
    @Option(help: .both("措施何时见效", "by when the measure works", value: .day)) var by: String?
    @Option(
        help: .both(
            "提交哪一级：社区党委、分管领导、书记、指挥部、党工委会；不写为上一级",
            "sent up to which level; else the next",
            value: Both("层级", "LEVEL")
        )
    )
    var to: String?
    @Flag(help: .both("须上会，不能由一人批示", "needs a meeting")) var mustMeet = false
    @Flag(help: .both("在当日清点时答复，几点记都算当晚之前", "given at the evening count, whatever the hour")) var atCount = false

    func commitment(on matter: Matter, in session: Session) throws -> Commitment {
        Commitment(
            person: try person.map { try NameFinder(session).person($0, home: matter.lead).id },
            due: try by.map { try DayPhrase.day($0, option: "--by", in: session, looking: .ahead) },
            level: try to.map { try DecisionLevel(typed: $0, option: "--to", session.words) },
            needsMeeting: mustMeet ? true : nil,
            isAtCount: atCount ? true : nil
        )
    }
}

extension DecisionLevel {
    /// A level by any of its names: 书记、主任 and 书记 are one.
    init(typed text: String, option: String, _ words: Words) throws(Complaint) {
        let others: [String: DecisionLevel] = [
            "书记": .secretary, "主任": .secretary, "分管": .viceLeader, "社区": .community, "指挥部": .headquarters,
            "党工委": .committee,
        ]
        if let level = others[text] {
            self = level
        } else {
            self = try choice(text, option: option, words) { $0.name($1) }
        }
    }
}

/// `guatu hand-to-duty`
struct HandToDutyCommand: ActionCommand {
    static let name = "hand-to-duty"
    static let aliases = ["交值班"]
    static let summary = Both("交值班：休息日前的第五种答复", "hand to the duty desk before rest days")
    static let examples = ["guatu hand-to-duty 问88 '雨停前每 4 小时看一次' --leader 顾长河 --phone 0571-88120000"]

    @Argument(help: .matters) var number: String
    @Argument(help: .both("交代什么", "what is asked of the desk", value: .text)) var text: String
    @Option(help: .both("带班领导", "the leader on duty", value: .person)) var leader: String
    @Option(help: .both("值班室电话（办公电话，不是居民电话）", "telephone of the office's duty desk", value: Both("电话", "PHONE")))
    var phone: String
    @Flag(help: .both("在当日清点时交", "at the evening count")) var atCount = false
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        let terms = Commitment(
            person: try NameFinder(session).person(leader).id,
            phone: CleanText(phone),
            isAtCount: atCount ? true : nil
        )
        return .act(matter.number, .answer(.handedToDuty, CleanText(text), terms))
    }
}
