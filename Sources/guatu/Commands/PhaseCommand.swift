import ArgumentParser
import Journal
import Ledger
import Text
import Words

/// `guatu phase`
struct PhaseCommand: Subcommand {
    static let name = "phase"
    static let summary = Both("平时、攻坚、战时：查看或切换全街道或一场战役的阶段", "normal, push or emergency, of the street or a campaign")
    static let details: Both? = Both(
        """
        不写阶段即列出现在的阶段。全街道由书记、主任决定，战役还可由总指挥决定；督办员代录用 --behalf、--channel。
        街道和战役各有阶段时，以紧的为准：攻坚、战时每个工作日跟踪滞后事项，过夜按天计。
        """,
        """
        Without a phase it lists those in force. The street's is ordered by the secretary or director, a campaign's also
        by its head; a clerk records it with --behalf and --channel. Of street and campaign the tighter holds: in push and
        emergency what lags is tracked each working day and nights are counted by the day.
        """
    )
    static let examples = [
        "guatu phase", "guatu phase 战时 --through 11-30 --behalf 林秋白 --channel 会上", "guatu phase 攻坚 --campaign 环湖片区土地整备",
    ]

    @Argument(help: .both("平时、攻坚或战时", "normal, push or emergency", value: Both("阶段", "PHASE"))) var phase: String?
    @Option(help: .both("哪场战役；不写为全街道", "of this campaign, else of the street", value: Both("战役", "CAMPAIGN")))
    var campaign: String?
    @Option(help: .both("从哪天起；不写为今日", "from this day, else today", value: .day)) var from: String?
    @Option(help: .both("到哪天止；不写即到下次切换", "through this day, else until changed", value: .day)) var through: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: phase != nil) { session in
            guard let phase else { return try session.output.put(PhaseList(session).text()) }
            let order = PhaseOrder(
                campaign: try campaign.map { try NameFinder(session).campaign($0).id },
                phase: try choice(phase, option: "phase", session.words) { $0.name($1) },
                from: try from.map { try DayPhrase.day($0, option: "--from", in: session, looking: .ahead) }
                    ?? session.today,
                until: try through.map { try DayPhrase.day($0, option: "--through", in: session, looking: .ahead) }
            )
            let receipt = try session.journal.perform(.orderPhase(order), by: try record.context(in: session))
            try session.tell(receipt)
        }
    }
}

/// The phases in force.
struct PhaseList {
    private let ledger: Ledger
    private let session: Session

    init(_ session: Session) throws {
        ledger = try session.journal.load(.reference).ledger
        self.session = session
    }

    func text() -> String {
        let words = session.words
        let today = session.today
        var table = TextTable(
            columns: [.init(title: words("范围", "of")), .init(title: words("阶段", "phase"))],
            hasTitles: false
        )
        let street = ledger.phase(of: nil, on: today)
        table.add([
            words("全街道", "the street"),
            words.phase(street, ledger.phaseOrder(of: nil, on: today), seenFrom: today, in: ledger),
        ])
        for campaign in ledger.campaigns.values.sorted(by: { $0.id < $1.id }) {
            let own = campaign.phase(on: today)
            let order = ledger.phaseOrder(of: campaign.id, on: today)
            var said = words.phase(own, order, seenFrom: today, in: ledger)
            if street.rank > own.rank {
                said += words("，随全街道按\(words.name(street))", ", with the street: \(words.name(street))")
            }
            table.add([campaign.name.string, said])
        }
        return table.text(fitting: nil)
    }
}
