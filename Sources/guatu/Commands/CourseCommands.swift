import ArgumentParser
import Ledger
import Text
import Words

// What changes who does it and until when: 退单, 转办, 换人, 重开, 调整时限, 时限重算.

/// `guatu handback`
struct HandBackCommand: ActionCommand {
    static let name = "handback"
    static let summary = Both("退单：不属本单位职责，退回待批准", "hand back: not our duty")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("理由", "why", value: .reason)) var reason: String
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) -> Command {
        .act(matter.number, .handBack(CleanText(reason)))
    }
}

/// `guatu transfer`
struct TransferCommand: ActionCommand {
    static let name = "transfer"
    static let summary = Both("转办给另一单位", "transfer to another unit")
    static let examples = ["guatu transfer 147 属地管理 --to 柳堤社区 --person 罗文舟"]

    @Argument(help: .matters) var number: String
    @Argument(help: .both("理由", "why", value: .reason)) var reason: String
    @Option(help: .both("转给哪个单位", "to which unit", value: .unit)) var to: String
    @Option(help: .both("责任人", "responsible person", value: .person)) var person: String?
    @Option(help: .both("另定的时限", "another limit", value: Both("时限", "LIMIT"))) var due: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        let finder = NameFinder(session)
        let unit = try finder.unit(to).id
        let person = try person.map { try finder.person($0, home: unit).id }
        let term = try due.map { try DayPhrase.limit($0, in: session) }
        return .act(matter.number, .transfer(unit, person, term, CleanText(reason)))
    }
}

/// `guatu reassign`
struct ReassignCommand: ActionCommand {
    static let name = "reassign"
    static let summary = Both("换人（单位内，时限不变）", "another person of the same unit; the limit stays")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("说明", "a remark", value: .text)) var text: String?
    @Option(help: .both("换成谁", "who", value: .person)) var to: String
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        let person = try NameFinder(session).person(to, home: matter.lead).id
        return .act(matter.number, .reassign(person, text.map { CleanText($0) }))
    }
}

/// `guatu turn`
struct TurnCommand: ActionCommand {
    static let name = "turn"
    static let aliases = ["下一期"]
    static let summary = Both("周期事项开下一期（平时自动开）", "open the next turn of work that comes again")
    static let details: Both? = Both(
        """
        时限写 每周五、每月25日、每季度 等的事项，办结时自动开下一期；到期未办结的，次日第一次记录或打开屏幕时开下一期，旧的一期照旧催办。
        下一期是另一件事项，沿用牵头单位、责任人、量和步骤，不用再批、再签收（经过中写明沿用）；责任人已离岗的，由单位重新签收并定人。--last 从此不再开。
        """,
        """
        A matter whose limit is a cycle opens its next turn when it is settled, or with the first record, or when the
        screen is opened, after its period has ended. The next turn is a matter of its own and needs
        no new approval or signature; where the person has left, the unit signs anew and names somebody. --last: no more turns.
        """
    )
    static let examples = ["guatu turn 督12", "guatu turn 督12 整治期已过 --last"]

    @Argument(help: .matters) var number: String
    @Argument(help: .both("不再开的理由", "why there are no more", value: .text)) var text: String?
    @Flag(help: .both("不再开下一期", "no more turns")) var last = false
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) -> Command {
        last ? .endTurns(matter.number, text.map { CleanText($0) }) : .openTurn(matter.number)
    }
}

/// `guatu reopen`
struct ReopenCommand: ActionCommand {
    static let name = "reopen"
    static let summary = Both("重开：已办结 → 办理中", "reopen what was settled")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("理由", "why", value: .reason)) var reason: String
    @Option(help: .both("原时限已过的，另定时限", "a limit, where the old one has passed", value: Both("时限", "LIMIT"))) var due:
        String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        let term = try due.map { try DayPhrase.limit($0, in: session) }
        return .act(matter.number, .reopen(CleanText(reason), term))
    }
}

/// `guatu adjust`
struct AdjustCommand: ActionCommand {
    static let name = "adjust"
    static let summary = Both("调整时限（书记或交办人）", "set another limit; for the secretary or who issued it")
    static let details: Both? = Both("原定时限和已逾天数照样保留、照样打印。", "The first limit and the days overdue stay, also in print.")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("理由", "why", value: .reason)) var reason: String
    @Option(help: .both("新的时限", "the new limit", value: Both("时限", "LIMIT"))) var due: String
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        .act(matter.number, .adjustLimit(try DayPhrase.limit(due, in: session), CleanText(reason)))
    }
}

/// `guatu recount`
struct RecountCommand: ActionCommand {
    static let name = "recount"
    static let summary = Both("换日历后重算时限", "count the limit anew by the calendar of today")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("说明", "a remark", value: .text)) var text: String?
    @Flag(help: .both("不改，仍用原来算的", "keep the old one")) var keep = false
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) -> Command {
        .act(matter.number, .recountLimit(isTaken: !keep, text.map { CleanText($0) }))
    }
}
