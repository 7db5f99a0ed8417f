import ArgumentParser
import Canvas
import Journal
import Ledger
import Walls
import Words

/// `guatu wall`
struct WallCommand: Subcommand {
    static let name = "wall"
    static let summary = Both("会议大屏：轮流显示，只读", "the meeting wall: pages in turn, read-only")
    static let details: Both? = Both(
        "键：→ ← 翻页，空格 暂停，编号+回车 看一件，Esc 返回，x 有外部人员时不显姓名，b 黑屏，q 退出。\n"
            + "大屏不显示：漏跟踪、拟发的通报、群众诉求的事由、单位间比率。",
        "Keys: → ← turn, space pauses, a number and Enter show one matter, Esc returns, x hides names, b is black, q quits.\n"
            + "Never shown: missed tracks, proposed circulars, the text of demands, rates between units."
    )
    static let examples = [
        "guatu wall", "guatu wall --meeting evening", "guatu wall --campaign 湖东路片区 --seconds 30",
        "guatu wall --plain --outsiders",
    ]

    @Option(
        help: .both(
            "会议 morning 早会、evening 晚会、weekly 周例会",
            "morning, evening or weekly",
            value: Both("会议", "MEETING")
        )
    )
    var meeting: String = "morning"
    @Option(help: .both("只看一个战役", "one campaign only", value: Both("战役", "CAMPAIGN"))) var campaign: String?
    @Option(help: .both("每页秒数，默认 20", "seconds a page, 20 by default", value: Both("秒", "SECONDS"))) var seconds: Int =
        20
    @Flag(help: .both("有外部人员：不显姓名", "outsiders are present: no names")) var outsiders = false
    @Flag(help: .both("输出为编了号的行，没有线框和颜色", "numbered lines without frames and colours")) var plain = false
    @OptionGroup var screen: ScreenOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings) { session in
            guard let kind = MeetingAgenda.Kind(rawValue: meeting) else {
                throw Complaint.notOneOf(
                    option: "--meeting",
                    text: meeting,
                    allowed: MeetingAgenda.Kind.allCases.map(\.rawValue)
                )
            }
            var agenda = MeetingAgenda(
                kind,
                audience: outsiders || session.settings.rules.audience == .outside ? .outsiders : .inside
            )
            if let campaign {
                agenda.campaign = try NameFinder(session).campaign(campaign).id
            }
            guard surroundings.isInteractive, !plain else { return try printPages(agenda, session) }
            do {
                try MeetingScreen.run(session, agenda, screen, seconds: seconds)
            } catch let failure as ScreenFailure {
                session.output.say(session.words.sentence(failure))
                try printPages(agenda, session)
            }
        }
    }

    /// Without a terminal: what the room would read, one page after another.
    private func printPages(_ agenda: MeetingAgenda, _ session: Session) throws {
        let ledger = try session.journal.load(.atHand).ledger
        var show = MeetingShow(
            agenda,
            words: session.words,
            typecase: .empty,
            size: Size(width: 100, height: 24),
            at: session.now
        )
        show.update(.ledger(ledger))
        try session.output.put(plain ? show.plain().text : show.text())
    }
}
