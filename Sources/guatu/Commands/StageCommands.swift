import ArgumentParser
import Journal
import Ledger
import Text
import Words

// One command for each row of the state machine (办理流程), in its order. What is possible when, and
// for whom, is the ledger's to say.

/// `guatu submit`
struct SubmitCommand: ActionCommand {
    static let name = "submit"
    static let summary = Both("提交立项：拟稿 → 待批准", "submit a draft for approval")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("说明", "a remark", value: .text)) var text: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) -> Command {
        .act(matter.number, .submit(text.map { CleanText($0) }))
    }
}

/// `guatu issue`
struct IssueCommand: ActionCommand {
    static let name = "issue"
    static let summary = Both("批准交办：待批准 → 待签收", "approve and issue")
    static let examples = ["guatu issue 督147 --due 5个工作日"]

    @Argument(help: .matters) var number: String
    @Argument(help: .both("批示", "a remark", value: .text)) var text: String?
    @Option(help: .both("完成时限；不写则用登记时的", "the limit; else the registered one", value: Both("时限", "LIMIT"))) var due:
        String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        let term = try due.map { try DayPhrase.limit($0, in: session) }
        return .act(matter.number, .issue(term, text.map { CleanText($0) }))
    }
}

/// `guatu decline`
struct DeclineCommand: ActionCommand {
    static let name = "decline"
    static let summary = Both("退回修改：待批准 → 拟稿", "send a draft back")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("理由", "why", value: .reason)) var reason: String
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) -> Command {
        .act(matter.number, .decline(CleanText(reason)))
    }
}

/// `guatu accept`
struct AcceptCommand: ActionCommand {
    static let name = "accept"
    static let summary = Both("签收：待签收 → 办理中", "sign for")
    static let examples = ["guatu accept 147,150-152 --behalf 柳堤社区 --channel 电话"]

    @Argument(help: .matters) var number: String
    @Argument(help: .both("说明", "a remark", value: .text)) var text: String?
    @Option(help: .both("只签收这个配合单位的分办", "signs for the share of this unit only", value: .unit)) var share: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        let text = text.map { CleanText($0) }
        if let share { return .act(matter.number, .acceptSupport(try NameFinder(session).unit(share).id, text)) }
        return .act(matter.number, .accept(text))
    }
}

/// `guatu report`
struct ReportCommand: ActionCommand {
    static let name = "report"
    static let summary = Both("上报办结；或 daily weekly monthly 出日报周报月报", "report done; or make a report")
    static let details: Both? = Both(
        """
        写编号即上报办结。写 daily（日报）、weekly（周报）、monthly（月报）、units（各单位事项数，供内部核对）即由当日、当周、
        当月的记录出报告，不用另写。周一至周三的 weekly 为上周；--day 写过去的一天（weekly、monthly 为那一周、那个月的任一天），
        报告按当日（周末、月末）结束时的台账出，并写明数据截至。monthly 与上月相比。
        --pdf、--html 存成纸面。
        """,
        """
        With a number it reports that matter done. daily, weekly, monthly and units (figures of units, for checking inside)
        make a report from what was recorded. weekly on Monday to Wednesday means last week; --day names a past day (some day
        of the week or month), and the report is made from the ledger as it stood at the end of that time. monthly compares
        with the month before. --pdf and --html make paper of it.
        """
    )
    static let examples = [
        "guatu report 147 已全部签约", "guatu report daily", "guatu report monthly --day 10-31 --pdf 月报.pdf",
    ]

    @Argument(
        help: .both("编号；或 daily、weekly、monthly、units", "number; or daily, weekly, monthly, units", value: .number)
    ) var number: String
    @Argument(help: .both("办结情况", "how it was done", value: .text)) var text: String?
    @Option(help: .both("报告存为 PDF", "the report as PDF", value: .file)) var pdf: String?
    @Option(help: .both("报告存为 HTML", "the report as HTML", value: .file)) var html: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        guard let kind = ReportKind.named(number) else { return try act(surroundings) }
        try withSession(surroundings) { session in
            let day = try record.day.map { try DayPhrase.day($0, option: "--day", in: session, looking: .back) }
            try ReportPrint(session, kind, day: day).deliver(pdf: pdf, html: html)
        }
    }

    func notice(of receipt: Receipt, after matter: Matter, in session: Session) throws -> String? {
        try Notices(session).short(matter)
    }

    func command(on matter: Matter, in session: Session) throws -> Command {
        guard let text else {
            throw Complaint.arguments(session.words("请写办结情况。", "Say how it was done."), command: Self.name)
        }
        return .act(matter.number, .report(CleanText(text)))
    }
}

/// `guatu return`
struct ReturnCommand: ActionCommand {
    static let name = "return"
    static let summary = Both("退回重办：待审核 → 办理中", "send back to work")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("理由", "why", value: .reason)) var reason: String
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) -> Command {
        .act(matter.number, .sendBack(CleanText(reason)))
    }
}

/// `guatu settle`
struct SettleCommand: ActionCommand {
    static let name = "settle"
    static let summary = Both("审核办结：待审核 → 已办结", "pass the review; or settle a unit's share")

    @Argument(help: .matters) var number: String
    @Argument(help: .both("审核意见", "a remark", value: .text)) var text: String?
    @Option(help: .both("怎样核实：现场、资料、回访", "how it was checked: onSite, papers, callBack", value: Both("方式", "WAY")))
    var check: String?
    @Option(help: .both("只办结这个配合单位的分办", "settles the share of this unit only", value: .unit)) var share: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        let text = text.map { CleanText($0) }
        if let share { return .act(matter.number, .settleSupport(try NameFinder(session).unit(share).id, text)) }
        let way: Check? = try check.map { try choice($0, option: "--check", session.words) { $0.name($1) } }
        return .act(matter.number, .settle(way, text))
    }

    func notice(of receipt: Receipt, after matter: Matter, in session: Session) throws -> String? {
        share == nil ? try Notices(session).short(matter) : nil
    }
}

/// `guatu strike`
struct StrikeCommand: ActionCommand {
    static let name = "strike"
    static let summary = Both("销号：已办结 → 已销号", "strike off")

    @Argument(help: .matters) var number: String
    @Argument(
        help: .both("说明；上级交办的写同意销号的文号", "a remark; for a matter from above the consenting document", value: .text)
    ) var text: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) -> Command {
        .act(matter.number, .strike(text.map { CleanText($0) }))
    }
}

/// `guatu archive`
struct ArchiveCommand: ActionCommand {
    static let name = "archive"
    static let summary = Both("归档：已销号 → 已归档", "archive")

    @Argument(help: .matters) var number: String
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) -> Command { .act(matter.number, .archive) }
}

extension ArgumentHelp {
    /// The matters an action is for.
    static var matters: ArgumentHelp {
        .both("编号，可带类别字；几件写 147,150-152", "number, with or without its letter; several as 147,150-152", value: .number)
    }
}
