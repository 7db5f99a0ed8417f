import ArgumentParser
import Journal
import Ledger
import Text
import Words

/// `guatu contact`
struct ContactCommand: Subcommand {
    static let name = "contact"
    static let aliases = ["联系人"]
    static let summary = Both("事项的联系人：查看、add 保存、erase 删除", "the contacts of a matter: show, add, erase")
    static let details: Both? = Both(
        """
        联系人单独存放，不进记录、导出、打印和大屏；只有「联系人管理」可以查看，每次查看都记在事项的经过里。
        默认保留 90 日，到期自动删除。
        """,
        """
        Contacts lie apart: in no record, export, print or wall. Only their keeper may see them, and each look is in
        the history of the matter. They are erased after 90 days unless said otherwise.
        """
    )
    static let examples = [
        "guatu contact 147", "guatu contact add 147 张三 13900000000 --until 12-31", "guatu contact erase 1203",
    ]

    @Argument(help: .both("编号，或 add、erase", "a matter number, or add, erase", value: Both("做什么", "WHAT"))) var what:
        String
    @Argument(
        help: .both(
            "add：编号 姓名 电话；erase：联系人号",
            "add: NUMBER NAME PHONE; erase: the contact's number",
            value: Both("内容", "VALUE")
        )
    )
    var values: [String] = []
    @Option(help: .both("保留到哪天", "kept until", value: .day)) var until: String?
    @Flag(help: .both("输出 JSON", "JSON")) var json = false
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: true) { session in
            switch what {
            case "add": try add(session)
            case "erase": try erase(session)
            default: try show(session)
            }
        }
    }

    private func add(_ session: Session) throws {
        guard values.count == 3 else {
            throw Complaint.arguments(
                session.words("请写：guatu contact add 编号 姓名 电话。", "Write: guatu contact add NUMBER NAME PHONE."),
                command: Self.name
            )
        }
        let matter = try TypedNumber.single(values[0])
        _ = try MatterFinder(session).views([matter])
        let until = try until.map { try DayPhrase.day($0, option: "--until", in: session, looking: .ahead) }
        let contact = Contact(
            matter: matter.number,
            name: CleanText(values[1]),
            phone: CleanText(values[2]),
            until: until ?? session.today + Contact.days
        )
        let receipt = try session.journal.perform(.keepContact(contact), by: try session.context())
        let words = session.words
        try session.output.line(
            words(
                "已存联系人 \(receipt.position.number)，保留至 \(contact.until.iso)。",
                "contact \(receipt.position.number) kept until \(contact.until.iso)."
            )
        )
    }

    private func erase(_ session: Session) throws {
        guard values.count == 1, let number = Int(values[0]) else {
            throw Complaint.arguments(
                session.words("请写：guatu contact erase 联系人号。", "Write: guatu contact erase NUMBER."),
                command: Self.name
            )
        }
        try session.journal.perform(.eraseContact(number), by: try session.context())
        try session.output.line(session.words("已删联系人 \(number)。", "contact \(number) erased."))
    }

    private func show(_ session: Session) throws {
        let typed = try TypedNumber.single(what)
        let view = try MatterFinder(session).views([typed])[0]
        let contacts = try session.journal.contacts(of: typed.number, by: try session.context())
        if json {
            var json = JSONText(indented: session.output.isTerminal)
            json.object { json in
                json.field("schema", 1)
                json.field("matter", typed.number.rawValue)
                json.field("contacts", array: contacts) { json, contact in
                    json.object { json in
                        json.field("number", contact.number)
                        json.field("name", contact.name.string)
                        json.field("phone", contact.phone.string)
                        json.field("until", contact.until.iso)
                    }
                }
            }
            return try session.output.line(json.text)
        }
        try session.output.line("\(view.number) \(view.title)")
        for contact in contacts {
            let kept = session.words("保留至 \(contact.until.iso)", "until \(contact.until.iso)")
            try session.output.line("  \(contact.number)  \(contact.name.string)  \(contact.phone.string)  \(kept)")
        }
        session.output.say(session.words("这次查看已记入经过。", "This look was recorded."))
    }
}

/// `guatu blackout`
struct BlackoutCommand: Subcommand {
    static let name = "blackout"
    static let aliases = ["涂黑"]
    static let summary = Both("涂黑误录的文字：永久删去，记录的链条不断", "remove texts for good; the chain of records stays whole")
    static let details: Both? = Both(
        """
        涂黑的文字从台账文件里抹去，不能恢复；理由另记一条，guatu verify 报「涂黑」，不算损坏。
        此前的备份里还有原文，留 14 份，逐日替换；急须清除的请删去那些备份。
        会上的记录、议题、出席和常规职责的说明不属于哪件事项：--meeting 几号会，或编号、会议都不写，查找全部这类文字。
        会上一句记到几件事项的，各件的跟踪一并涂黑。
        """,
        """
        The texts are wiped from the file for good, the reason is recorded, and guatu verify counts them as blacked out.
        Backups made before still hold them until they are replaced day by day; remove those if it is urgent. What was said in
        meetings and with recurring duties belongs to no matter: name the --meeting, or neither, for all such texts.
        """
    )
    static let examples = [
        "guatu blackout 147 --containing 13912345678 --reason 误录电话", "guatu blackout 147 --record 1203 --reason 误录",
        "guatu blackout --meeting 12 --containing 陈某 --reason 误录姓名",
    ]

    @Argument(help: .both("编号", "matter number", value: .number)) var number: String?
    @Option(help: .both("几号会议（见 meeting list）", "a meeting by its number", value: .number)) var meeting: Int?
    @Flag(help: .both("该事项、该会议的全部文字", "all texts of the matter or meeting")) var all = false
    @Option(help: .both("只这一条记录的文字（序号见 show --json）", "the texts of one record (see show --json)", value: .number))
    var record: Int?
    @Option(help: .both("只含有这段文字的", "the texts that contain this", value: .text)) var containing: String?
    @Option(help: .both("理由", "why", value: .reason)) var reason: String
    @Flag(help: .both("记录后输出 JSON", "then print the matter as JSON")) var json = false
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        let typed = try number.map { try TypedNumber.single($0) }
        if typed != nil, meeting != nil { throw Complaint.excludes("--meeting", surroundings.words("编号", "NUMBER")) }
        let what = try chosen()
        // All that was ever said in meetings is more than anybody can mean.
        if typed == nil, meeting == nil, what == .all {
            throw Complaint.arguments(
                surroundings.words("--all 须写编号或 --meeting", "--all needs a matter or a --meeting"),
                command: Self.name
            )
        }
        try withSession(surroundings, writing: true) { session in
            let reason = CleanText(reason)
            let command: Command
            if let typed {
                _ = try MatterFinder(session).views([typed])
                command = .blackOut(typed.number, what, reason: reason)
            } else {
                command = .blackOutDiary(meeting.map { MeetingID($0) }, what, reason: reason)
            }
            let receipt = try session.journal.perform(command, by: try session.context())
            if json, let typed { return try Outcome(session).tell(typed, asJSON: true) }
            try session.tell(receipt, naming: true)
            let old = DailyBackups(of: session.path).days
            guard !old.isEmpty else { return }
            let folder = DailyBackups(of: session.path).folder
            session.output.say(
                session.words(
                    "注意：\(folder) 里的 \(old.count) 份备份可能还有原文，14 份轮换后才没有。",
                    "Note: the \(old.count) backups in \(folder) may still hold them, until 14 newer ones took their place."
                )
            )
        }
    }

    private func chosen() throws -> BlackOut {
        switch (all, record, containing) {
        case (true, nil, nil): return .all
        case (false, let record?, nil): return .record(record)
        case (false, nil, let text?) where !CleanText(text).isEmpty: return .containing(CleanText(text))
        default: throw Complaint.excludes("--all", "--record / --containing")
        }
    }
}
