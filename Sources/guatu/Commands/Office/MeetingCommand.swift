import ArgumentParser
import Journal
import Ledger
import Pages
import Supervision
import Text
import Walls
import Words

/// `guatu meeting`
struct MeetingCommand: Subcommand {
    static let name = "meeting"
    static let aliases = ["会议"]
    static let summary = Both("例会：定会、议程、记录、决定、纪要", "meetings: plan, agenda, notes, decisions, minutes")
    static let details: Both? = Both(
        """
        list 近期会议；plan 定会；begin 开会；agenda 议程（台账自动生成：上次议定事项、今日须定、逾期、过夜、今日到期）；
        turn 议到哪一件（大屏随之转到）；note 记一句，--matter 写几件就算这几件当日跟踪；decide 记决定，落实为事项；
        topic 加一个议题；end 散会；minutes 纪要；cancel 取消（写明理由；误点了开会、还没有记录的也可以取消）。
        不写 --id 就是正在开的会（没有在开的就是今日最近的一次）。
        """,
        """
        list, plan, begin; agenda is made by the ledger; turn to a matter (the wall follows); note serves every --matter as
        its track; decide records a decision that becomes a matter; topic, end, minutes; cancel with a reason, also one
        begun by mistake as long as nothing was noted. Without --id: the meeting
        under way, else the next of today.
        """
    )
    static let examples = [
        "guatu meeting plan --kind early --at 08:10", "guatu meeting begin", "guatu meeting turn --matter 问88",
        "guatu meeting note '泥浆池今日批，明日进场' --matter 督147 --matter 督150",
        "guatu meeting decide 先行垫付 --matter 问88 --level 书记 --person 贺知远 --due 11-27",
        "guatu meeting minutes --html 纪要.html",
    ]

    @Argument(help: .both("做什么", "what to do", value: Both("做什么", "WHAT"))) var what: String
    @Argument(
        help: .both("文字：记录、结论、议题、出席或理由", "the words: note, conclusion, topic, attendance or reason", value: .text)
    ) var text: String?
    @Option(help: .both("第几号会议", "number of the meeting", value: .number)) var id: Int?
    @Option(help: .both("事项；note 可写几次", "a matter; several for a note", value: .number)) var matter: [String] = []
    @Option(
        help: .both(
            "early 早会、late 晚会、weekly 周例会、special 专题会",
            "early, late, weekly or special",
            value: Both("类别", "KIND")
        )
    )
    var kind: String?
    @Option(help: .both("战役指挥部的会", "a meeting of this campaign's headquarters", value: Both("战役", "CAMPAIGN")))
    var campaign: String?
    @Option(help: .both("哪一天开", "on which day", value: .day)) var date: String?
    @Option(help: .both("几点开", "at what time", value: Both("时刻", "TIME"))) var at: String?
    @Option(help: .both("会议名称（专题会）", "what it is called", value: .text)) var name: String?
    @Option(help: .both("主持人", "who chairs", value: .person)) var chair: String?
    @Option(help: .both("地点", "where", value: .text)) var place: String?
    @OptionGroup var ruling: RulingOptions
    @Option(help: .both("纪要存为 HTML", "the minutes as HTML", value: .file)) var html: String?
    @Flag(help: .both("agenda 输出为编了号的行", "the agenda as numbered lines")) var plain = false
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    private static let reading: Set<String> = ["list", "agenda", "minutes"]

    func run(_ surroundings: Surroundings) throws {
        let isReading = Self.reading.contains(what)
        try withSession(surroundings, writing: !isReading) { session in
            let set = try session.journal.load(isReading ? .atHand : .reference)
            let view = MeetingView(
                supervisor: Supervisor(set.ledger, at: session.now),
                words: session.words,
                indented: session.output.isTerminal
            )
            switch what {
            case "list": try session.output.put(record.json ? view.listJSON() : view.list())
            case "agenda":
                let meeting = try chosen(set.ledger, session)
                if plain, !record.json {
                    let scene = try session.scene()
                    try session.output.put(MeetingPage(meeting.id, scene).plain(in: scene).text)
                    return
                }
                try session.output.put(record.json ? view.agendaJSON(meeting) : view.agenda(meeting))
            case "minutes": try writeMinutes(of: try chosen(set.ledger, session), session)
            default: try perform(set.ledger, session)
            }
        }
    }

    private func writeMinutes(of meeting: Meeting, _ session: Session) throws {
        let paper = try MinutesPrint(session).paper(of: meeting)
        guard let html else { return try session.output.put(String(decoding: paper.text(), as: UTF8.self)) }
        try Files.write(paper.html(), to: html)
        session.output.say(session.words("已存 HTML：\(html)", "HTML written: \(html)"))
    }

    // MARK: Recording

    private func perform(_ ledger: Ledger, _ session: Session) throws {
        let command = try command(ledger, session)
        let receipt = try session.journal.perform(.daily(command), by: try record.context(in: session))
        try session.tell(receipt)
        if case .planMeeting = command, case .meetingPlanned(let meeting)? = receipt.records.first?.event.fact {
            session.output.say(session.words("第 \(meeting.id) 号会议", "meeting \(meeting.id)"))
        }
        for number in receipt.created {
            try Outcome(session).tell(TypedNumber(number: number, kind: nil), asJSON: record.json)
        }
    }

    private func command(_ ledger: Ledger, _ session: Session) throws -> OfficeCommand {
        let words = text.map { CleanText($0) }
        let numbers = try matter.flatMap { try TypedNumber.list($0) }.map(\.number)
        switch what {
        case "plan": return .planMeeting(try planned(session))
        case "begin": return .beginMeeting(try chosen(ledger, session).id)
        case "turn": return .turnMeeting(try chosen(ledger, session).id, to: numbers.first)
        case "note": return .noteInMeeting(try chosen(ledger, session).id, numbers, words ?? "")
        case "topic": return .addTopic(try chosen(ledger, session).id, numbers.first, words)
        case "end": return .endMeeting(try chosen(ledger, session).id, words)
        case "cancel": return .cancelMeeting(try chosen(ledger, session).id, words ?? "")
        case "decide":
            let about = try numbers.first.flatMap { try session.journal.load(.matters([$0])).ledger.matters[$0] }
            var draft = try ruling.draft(about: about, conclusion: text ?? "", way: .meeting, in: session)
            draft.matter = numbers.first
            let meeting = try chosen(ledger, session)
            draft.meeting = meeting.id
            if draft.followUps.first?.campaign == nil, !draft.followUps.isEmpty {
                draft.followUps[0].campaign = meeting.campaign
            }
            return .rule(draft)
        default:
            throw Complaint.notOneOf(
                option: Self.name,
                text: what,
                allowed: [
                    "list", "plan", "begin", "agenda", "turn", "note", "decide", "topic", "end", "minutes", "cancel",
                ]
            )
        }
    }

    private func planned(_ session: Session) throws -> Meeting {
        let finder = NameFinder(session)
        let kind: MeetingKind =
            try kind.map { try choice($0, option: "--kind", session.words) { $0.name($1) } } ?? .special
        var meeting = Meeting(
            kind: kind,
            day: try date.map { try DayPhrase.day($0, option: "--date", in: session, looking: .ahead) } ?? session.today
        )
        meeting.campaign = try campaign.map { try finder.campaign($0).id }
        meeting.minute = try at.map { try Minute(typed: $0, option: "--at").value }
        meeting.title = name.map { CleanText($0) }
        meeting.chair = try chair.map { try finder.person($0).id }
        meeting.place = place.map { CleanText($0) }
        return meeting
    }

    /// The meeting that is meant.
    private func chosen(_ ledger: Ledger, _ session: Session) throws -> Meeting {
        if let id {
            guard let meeting = ledger.diary.meetings[MeetingID(id)] else {
                throw JournalError.refused(.daily(.noSuchMeeting(MeetingID(id))))
            }
            return meeting
        }
        let today = Supervisor(ledger, at: session.now).meetings(on: session.today)
        let meeting = ledger.diary.underWay ?? today.first { $0.isPlanned } ?? today.last
        guard let meeting else {
            throw Complaint.arguments(
                session.words("今日没有会议，请用 --id 写明，或先 guatu meeting plan。", "No meeting today: say --id, or plan one."),
                command: Self.name
            )
        }
        return meeting
    }
}
