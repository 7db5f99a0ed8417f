import ArgumentParser
import Glibc
import Journal
import Ledger
import Walls
import Words

/// `guatu` alone: opens the last ledger, or offers what can be done without one.
struct OpenCommand: Subcommand {
    static let name = ""
    static let summary = Both("打开上次的台账；不在终端中则输出总览", "open the last ledger; without a terminal print the overview")
    static let details: Both? = Both(
        """
        --plain 把任何一面挂图输出为编了号的行：没有线框、颜色和图形，一行就能单独听懂，给读屏软件和脚本用。
        一件事项的全部：guatu show 编号 --plain；会议大屏：guatu wall --plain；议程：guatu meeting agenda。
        """,
        """
        --plain prints any wall as numbered lines without frames, colours or signs, each understandable alone: for
        screen readers and scripts. One matter: guatu show NUMBER --plain; the meeting wall: guatu wall --plain; its agenda:
        guatu meeting agenda.
        """
    )
    static let examples = [
        "guatu --plain", "guatu --plain --wall 督办 --by unit", "guatu --plain --wall map --measure overdue",
        "guatu --plain --wall list --filter '逾 城建办' --as-of 昨天",
    ]

    @OptionGroup var plain: PlainOptions
    @OptionGroup var screen: ScreenOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        if try plain.isAsked {
            return try withSession(surroundings) { session in try session.output.put(try plain.page(session).text) }
        }
        if LedgerPlace.find(global, surroundings) == nil, surroundings.isInteractive {
            return try Welcome(surroundings).offer(screen)
        }
        guard let path = LedgerPlace.find(global, surroundings) else { throw Complaint.noLedger }
        var session = try Opening.open(path, global, surroundings)
        if surroundings.isInteractive { session.askWho() }
        if surroundings.isInteractive { LedgerPlace.remember(session.path, surroundings) }
        try session.speaking { try Opening(session).show(screen) }
    }
}

/// Shows an open ledger: the screen on a terminal, else the overview as text.
struct Opening {
    private let session: Session

    init(_ session: Session) { self.session = session }

    /// Without a terminal nothing will be written.
    static func open(_ path: String, _ options: GlobalOptions, _ surroundings: Surroundings) throws -> Session {
        surroundings.isInteractive
            ? try Session.openForScreen(path, options, surroundings)
            : try Session.open(path, options, surroundings, writing: false)
    }

    func show(_ options: ScreenOptions, withTour: Bool = false) throws {
        guard session.surroundings.isInteractive else { return try printOverview() }
        do {
            try Screen.run(session, options, withTour: withTour)
            if let damage = session.damage { session.output.say(damage) }
        } catch let failure as ScreenFailure {
            session.output.say(session.words.sentence(failure))
            try printOverview()
        }
    }

    private func printOverview() throws {
        let ledger = try session.journal.load(.atHand).ledger
        var text = OverviewText(ledger, at: session.now, words: session.words).text()
        if let warning = BackupAge.warning(session, ledger) { text += "\n" + warning + "\n" }
        try session.output.put(text)
        guard let damage = session.damage else { return }
        session.output.say(damage)
        throw Ended(status: ExitStatus.partly)
    }
}

extension Session {
    /// 「我是谁」, where several share the login; without an answer it only reads.
    mutating func askWho() {
        let people = candidates
        guard !people.isEmpty else { return }
        let names = Session.names(people, in: settings)
        let list = names.enumerated().map { "  \($0.offset + 1)  \($0.element)" }.joined(separator: "\n")
        let question = words(
            "这个登录名由几人共用。我是谁？\n\(list)\n写编号或姓名；直接回车只查看：",
            "This login is shared. Who are you?\n\(list)\nNumber or name; Enter only to read: "
        )
        try? output.put(question)
        guard let said = readLine()?.trimmingCharacters, !said.isEmpty else { return }
        let index = Int(said).map { $0 - 1 } ?? names.firstIndex(of: said) ?? -1
        if people.indices.contains(index) { claim(people[index]) }
    }
}

/// What is offered where there is no ledger yet.
struct Welcome {
    private let surroundings: Surroundings

    init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    func offer(_ screen: ScreenOptions) throws {
        let words = surroundings.words
        let output = surroundings.output
        try output.put(
            words(
                """
                挂图：还没有台账。
                  1  看示例（虚构的望湖街道，随便试）
                  2  新建台账
                  3  新建台账，并导入已有的表（CSV 或文件夹）
                  q  退出
                请选择：
                """,
                """
                Guatu: there is no ledger yet.
                  1  look at the sample (a fictional street)
                  2  set up a ledger
                  3  set up a ledger and import a table (CSV, or a folder)
                  q  leave
                Your choice:
                """
            ) + " "
        )
        switch readLine().map({ $0.trimmingCharacters }) {
        case "1": try run(DemoCommand.self, [])
        case "2":
            guard try setUp() else { return }
            try run(OpenCommand.self, [])
        case "3":
            guard try setUp(), let table = ask("表或文件夹：", "File or folder: ") else { return }
            try run(ImportCommand.self, [table, "--create-missing"])
            try run(OpenCommand.self, [])
        default: return
        }
    }

    private func setUp() throws -> Bool {
        guard let name = ask("街道名称：", "Name of the street: ") else { return false }
        try run(InitCommand.self, ["--name", name])
        return true
    }

    private func ask(_ zh: String, _ en: String) -> String? {
        try? surroundings.output.put(surroundings.words(zh, en))
        guard let line = readLine()?.trimmingCharacters, !line.isEmpty else { return nil }
        return line
    }

    private func run<Chosen: Subcommand>(_ command: Chosen.Type, _ arguments: [String]) throws {
        try command.parsed(arguments).run(surroundings)
    }
}

extension String {
    /// Without blanks around it.
    fileprivate var trimmingCharacters: String { String(drop { $0.isWhitespace }).trimmingEnd }
}
