import ArgumentParser
import Journal
import Ledger
import Text
import Words

/// `guatu init`
struct InitCommand: Subcommand {
    static let name = "init"
    static let summary = Both("新建台账", "set up a new ledger")
    static let details: Both? = Both(
        "建账的登录名拥有全部角色。不写 --ledger 就放在数据文件夹中，文件名同街道名。",
        "The login that sets it up holds all roles. Without --ledger the file goes to the data folder, named after the street."
    )
    static let examples = ["guatu init --name 望湖街道 --prefix 望街", "guatu init --name 练习 --rehearsal --ledger 练习.guatu"]

    @Option(help: .both("街道名称", "name of the street", value: Both("名称", "NAME"))) var name: String
    @Option(help: .both("全称，如 中共望湖街道工作委员会", "full name, for formal paper", value: Both("全称", "NAME"))) var fullName:
        String?
    @Option(help: .both("机关代字，如 望街", "prefix of document numbers", value: Both("代字", "PREFIX"))) var prefix: String?
    @Option(help: .both("落款单位", "who signs papers", value: .unit)) var signsAs: String?
    @Flag(help: .both("演练台账：允许用 --now 记录", "a rehearsal ledger, which may be written with --now")) var rehearsal = false
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        let title = CleanText(name)
        guard !title.isEmpty else { throw Complaint.emptyName }
        let path = try global.ledger ?? surroundings.newLedgerPath(named: title.string)
        let committee = Committee(
            name: title,
            fullName: fullName.map { CleanText($0) },
            prefix: CleanText(prefix ?? ""),
            signsAs: signsAs.map { CleanText($0) },
            isRehearsal: rehearsal
        )
        let now = try surroundings.clock(stated: global.now, committee)
        let context = Context(actor: Actor(login: surroundings.login, roles: Set(Role.allCases)), now: now)
        let founding = Founding(committee: committee, calendar: .china, rules: .standard)
        _ = try SQLiteJournal.create(path, founding, by: context)
        LedgerPlace.remember(path, surroundings)
        let words = surroundings.words
        try surroundings.output.line(Files.resolved(path) ?? path)
        surroundings.output.say(
            words(
                "已建好「\(title.string)」台账。下一步：guatu import 文件夹或事项.csv 导入，或 guatu add 登记，或直接运行 guatu。",
                "The ledger of \(title.string) is ready. Next: guatu import FOLDER|FILE.csv, guatu add, or just guatu."
            )
        )
    }
}

extension Surroundings {
    /// Where a new ledger goes unless a place is named. Its folder is made.
    func newLedgerPath(named name: String) throws(Complaint) -> String {
        try Files.makeFolder(dataFolder)
        let safe = String(name.map { "/\\:*?\"<>|".contains($0) ? "-" : $0 })
        return dataFolder + "/" + (safe.hasPrefix(".") ? "-" + safe.dropFirst() : safe) + ".guatu"
    }

    /// The moment of a ledger that is being founded; a stated one only for a rehearsal.
    func clock(stated text: String?, _ committee: Committee) throws(Complaint) -> Moment {
        guard let text else { return clock }
        guard committee.isRehearsal else { throw .statedClock }
        guard let moment = Moment(text, offset: committee.offset) else { throw .notAMoment(text) }
        return moment
    }
}
