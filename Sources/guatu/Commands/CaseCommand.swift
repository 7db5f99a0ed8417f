import ArgumentParser
import Journal
import Ledger
import Text
import Words

/// `guatu case`
struct CaseCommand: Subcommand {
    static let name = "case"
    static let summary = Both("疑难个案：open 立案、list 待定、keep 留作口径、like 同类口径", "hard cases: open, list, keep, like")
    static let details: Both? = Both(
        """
        open 由问题转来：--kind 疑难类别、症结一句、--way 写两次（两种处理方案）、--legal 法律意见；立案时列出同类口径。
        未答复前列在指挥部议程（guatu case list）。定了之后 keep 把结论留作口径，不写文字则取答复的原话。
        """,
        """
        open makes one of a problem: --kind, the knot, --way twice, --legal; precedents of its kind are listed. Until it is
        answered it stands on the agenda (guatu case list). keep keeps what was decided; without words those of the answer.
        """
    )
    static let examples = [
        "guatu case open 问12 两人各持一份遗嘱 --kind 继承权属 --way 先签后分 --way 提存补偿款 --legal 以公证为准",
        "guatu case list --campaign 环湖片区土地整备", "guatu case keep 问12 --kind 继承权属 先签约，补偿款提存", "guatu case like 继承权属",
    ]

    @Argument(help: .both("open、list、keep 或 like", "open, list, keep or like", value: Both("做什么", "WHAT"))) var what:
        String
    @Argument(help: .both("问题的编号；like 为疑难类别", "the problem; of like the kind", value: .number)) var number: String?
    @Argument(help: .both("症结；keep 为口径", "the knot; of keep what was decided", value: .text)) var text: String?
    @Option(help: .both("疑难类别", "kind of trouble", value: Both("类别", "KIND"))) var kind: String?
    @Option(help: .both("处理方案，写两次", "a way to handle it; twice", value: .text)) var way: [String] = []
    @Option(help: .both("法律意见", "what the law says", value: .text)) var legal: String?
    @Option(help: .both("哪场战役", "of this campaign", value: Both("战役", "CAMPAIGN"))) var campaign: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: ["open", "keep"].contains(what)) { session in
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
            case "keep":
                let number = try TypedNumber.single(number ?? "").number
                let command = Command.keepPrecedent(number, kind: CleanText(kind ?? ""), CleanText(text ?? ""))
                try session.tell(try session.journal.perform(command, by: try record.context(in: session)))
            default: throw Complaint.notOneOf(option: Self.name, text: what, allowed: ["open", "list", "keep", "like"])
            }
        }
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
            for (index, way) in file.ways.enumerated() {
                lines.append("  " + words.way(index + 1) + words.text(way))
            }
            if let legal = file.legal { lines.append("  " + words.lawSays + words.text(legal)) }
            let known = ledger.precedents(like: file.kind, in: matter.campaign).filter { $0.matter != matter.number }
            for precedent in known {
                lines.append("  " + words("同类口径：", "precedent: ") + words.text(precedent.text))
            }
        }
        try session.output.line(lines.joined(separator: "\n"))
    }
}
