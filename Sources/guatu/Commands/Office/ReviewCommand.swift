import ArgumentParser
import Journal
import Ledger
import Text
import Words

/// `guatu review`
struct ReviewCommand: ActionCommand {
    static let name = "review"
    static let aliases = ["会审"]
    static let summary = Both("方案会审：送审，各单位答复", "joint review of a plan: send it, answer it")
    static let details: Both? = Both(
        "会审单位没有全部答复当前一稿之前，方案不能批准交办。",
        "A plan cannot be issued before all reviewers have answered its present version."
    )
    static let examples = [
        "guatu review 督31 send 疏导方案第一稿 --unit 城建办 --unit 综合执法队", "guatu review 督31 amend '增加夜间疏导' --unit 城建办",
    ]

    @Argument(help: .matters) var number: String
    @Argument(help: .both("send、agree、amend 或 object", "send, agree, amend or object", value: Both("做什么", "WHAT")))
    var what: String
    @Argument(help: .both("稿名，或意见", "the version, or the opinion", value: .text)) var text: String?
    @Option(help: .both("会审单位；送审可写几次", "the reviewing unit; several when sending", value: .unit)) var unit: [String] =
        []
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func command(on matter: Matter, in session: Session) throws -> Command {
        let units = try unit.map { try NameFinder(session).unit($0).id }
        if what == "send" || what == "送审" {
            return .daily(.openReview(matter.number, CleanText(text ?? ""), units))
        }
        let verdict: JointReview.Verdict = try choice(what, option: Self.name, session.words) { $0.name($1) }
        guard let reviewer = units.first, units.count == 1 else {
            throw Complaint.arguments(
                session.words("请用 --unit 写明是哪个单位的意见。", "Name the one reviewing unit with --unit."),
                command: Self.name
            )
        }
        return .daily(.giveOpinion(matter.number, reviewer, verdict, text.map { CleanText($0) }))
    }
}
