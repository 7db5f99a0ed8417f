import ArgumentParser
import Journal
import Ledger
import Text
import Words

/// `guatu case`
struct CaseCommand: Subcommand {
    static let name = "case"
    static let summary = Both(
        "疑难个案：立案、列出待定的、记决定、留作口径、找同类口径",
        "hard cases: open, list, decide, keep, like"
    )
    static let details: Both? = Both(
        """
        open 由问题转来：--kind 疑难类别、症结一句、--way 写两次（两种处理方案）、--legal 法律意见；立案时列出同类口径。
        再 open 一次即改写。未答复前列在指挥部议程（guatu case list、guatu meeting agenda）。
        decide 记决定：--choose 采用第几个方案，或写结论；正在开的会就是决定的会，否则 --meeting 写会议名称，或代录领导批示。
        落实办法同 guatu decide（--person --due，或 --nothing）；--keep 同时留作口径。
        keep 把定了的结论留作口径，不写文字则取答复的原话。
        """,
        """
        open makes one of a problem: --kind, the knot, --way twice, --legal; precedents of its kind are listed. Until it is
        answered it stands on the agenda (guatu case list, guatu meeting agenda). decide records the decision: --choose takes one
        of the ways, else its words; the meeting under way decides, else --meeting or a leader. --keep keeps it as precedent.
        keep keeps what was decided; without words those of the answer.
        """
    )
    static let examples = [
        "guatu case open 问12 两人各持一份遗嘱 --kind 继承权属 --way 先签后分 --way 提存补偿款 --legal 以公证为准",
        "guatu case list --campaign 环湖片区土地整备",
        "guatu case decide 问12 --choose 1 --level 指挥部 --person 沈南枝 --due 11-27 --keep",
        "guatu case keep 问12 --kind 继承权属 先签约，补偿款提存", "guatu case like 继承权属",
    ]

    @Argument(
        help: .both("open、list、decide、keep 或 like", "open, list, decide, keep or like", value: Both("做什么", "WHAT"))
    ) var what: String
    @Argument(help: .both("问题的编号；like 为疑难类别", "the problem; of like the kind", value: .number)) var number: String?
    @Argument(
        help: .both("症结；decide 为结论，keep 为口径", "the knot; of decide the conclusion, of keep the precedent", value: .text)
    ) var text: String?
    @Option(help: .both("疑难类别", "kind of trouble", value: Both("类别", "KIND"))) var kind: String?
    @Option(help: .both("处理方案，写两次", "a way to handle it; twice", value: .text)) var way: [String] = []
    @Option(help: .both("法律意见", "what the law says", value: .text)) var legal: String?
    @Option(help: .both("哪场战役", "of this campaign", value: Both("战役", "CAMPAIGN"))) var campaign: String?
    @Option(help: .both("decide：采用第几个方案", "decide: the way that is taken", value: Both("第几个", "PLACE"))) var choose:
        Int?
    @Option(help: .both("decide：会议名称", "decide: the meeting by its name", value: .text)) var meeting: String?
    @Flag(help: .both("decide：同时留作口径", "decide: keep it as precedent, too")) var keep = false
    @OptionGroup var ruling: RulingOptions
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: ["open", "decide", "keep"].contains(what)) { session in
            switch what {
            case "list": try list(session)
            case "like": try session.output.put(try like(number ?? kind ?? "", nil, session))
            case "open":
                let number = try TypedNumber.single(number ?? "").number
                let file = CaseFile(
                    kind: CleanText(kind ?? ""),
                    knot: Prose(CleanText(text ?? "")),
                    ways: way.map { Prose(CleanText($0)) },
                    legal: legal.map { Prose(CleanText($0)) }
                )
                let context = try record.context(in: session)
                try session.tell(try session.journal.perform(.openCase(number, file), by: context))
                let matter = try session.journal.load(.matters([number])).ledger.matters[number]
                try session.output.put(try like(file.kind.string, matter?.campaign, session, besides: number))
            case "decide": try decide(session)
            case "keep":
                let number = try TypedNumber.single(number ?? "").number
                let command = Command.keepPrecedent(number, kind: CleanText(kind ?? ""), CleanText(text ?? ""))
                try session.tell(try session.journal.perform(command, by: try record.context(in: session)))
            default:
                throw Complaint.notOneOf(
                    option: Self.name,
                    text: what,
                    allowed: ["open", "list", "decide", "keep", "like"]
                )
            }
        }
    }

    /// The decision on a case, and where that is wanted its 口径, in one command.
    private func decide(_ session: Session) throws {
        let typed = try TypedNumber.single(number ?? "")
        let matter = try MatterFinder(session).check(
            typed,
            in: try session.journal.load(.matters([typed.number])).ledger
        )
        guard let file = matter.hardCase else { throw JournalError.refused(.noCase(matter.number)) }
        let underWay = try session.journal.load(.reference).ledger.diary.underWay
        let isMeeting = meeting != nil || underWay != nil
        var draft = try ruling.draft(
            about: matter,
            conclusion: try conclusion(file, session),
            way: isMeeting ? .meeting : .instruction,
            in: session
        )
        draft.meetingName = meeting.map { CleanText($0) }
        if meeting == nil { draft.meeting = underWay?.id }
        var commands = [Command.daily(.rule(draft))]
        if keep { commands.append(.keepPrecedent(matter.number, kind: CleanText(kind ?? ""), CleanText(""))) }
        let receipt = try session.journal.perform(commands, by: try record.context(in: session), expecting: [:])
        try session.tell(receipt)
        for number in receipt.created {
            try Outcome(session).tell(TypedNumber(number: number, kind: nil), asJSON: record.json)
        }
    }

    /// The words of the way that was chosen, or those that were typed.
    private func conclusion(_ file: CaseFile, _ session: Session) throws -> String {
        if let choose, text == nil {
            guard file.ways.indices.contains(choose - 1) else {
                throw Complaint.notOneOf(
                    option: "--choose",
                    text: "\(choose)",
                    allowed: file.ways.indices.map { "\($0 + 1)" }
                )
            }
            return file.ways[choose - 1].text?.string ?? ""
        }
        guard let text, choose == nil else {
            throw Complaint.arguments(
                session.words("请写结论，或用 --choose 写采用第几个方案", "Say what was decided, or --choose a way"),
                command: Self.name
            )
        }
        return text
    }

    /// 同类口径
    private func like(
        _ kind: String,
        _ campaign: CampaignID?,
        _ session: Session,
        besides own: MatterNumber? = nil
    ) throws -> String {
        let words = session.words
        let ledger = try session.journal.load(.reference).ledger
        let found = ledger.precedents(like: CleanText(kind), in: campaign).filter { $0.matter != own }
        guard !found.isEmpty else { return words("没有「\(kind)」的口径。", "No precedent for “\(kind)”.") + "\n" }
        var lines = [words("同类口径 \(found.count) 条", "Precedents: \(found.count)")]
        for precedent in found {
            let from = words.number(precedent.matter, .problem)
            let day = words.short(precedent.day, seenFrom: session.today)
            lines.append("  \(day) \(from) \(words.campaign(precedent.campaign, in: ledger))")
            lines.append("     " + words.text(precedent.text))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func list(_ session: Session) throws {
        let words = session.words
        let ledger = try session.journal.load(.atHand).ledger
        let campaign = try campaign.map { try NameFinder(session).campaign($0).id }
        let cases = ledger.casesToDecide(in: campaign)
        var lines = [words("疑难个案待定 \(cases.count) 件", "Hard cases to decide: \(cases.count)")]
        for matter in cases {
            guard let file = matter.hardCase else { continue }
            let place = words.campaign(matter.campaign, in: ledger)
            lines.append(
                "\(words.number(matter)) \(words.title(matter))"
                    + (place.isEmpty ? "" : words("（\(place)）", " (\(place))"))
            )
            lines.append("  \(file.kind.string)" + words("　症结：", "  knot: ") + words.text(file.knot))
            lines += words.lines(ofCase: matter, in: ledger).map { "  " + $0 }
        }
        try session.output.line(lines.joined(separator: "\n"))
    }
}
