import ArgumentParser
import Journal
import Ledger
import Supervision
import Text
import Walls
import Words

/// `guatu show`
struct ShowCommand: Subcommand {
    static let name = "show"
    static let summary = Both("一件事项的全部情况和经过", "everything about a matter, with its history")
    static let examples = ["guatu show 147", "guatu show 督147 --json", "guatu show 147 --plain"]

    @Argument(
        help: .both(
            "编号，可带类别字；几件写 147,150-152",
            "number, with or without its letter; several as 147,150-152",
            value: .number
        )
    )
    var number: String
    @Flag(help: .both("输出 JSON", "JSON")) var json = false
    @Flag(help: .both("事项页输出为编了号的行，没有线框和颜色", "the matter's page as numbered lines, without frames and colours"))
    var plain = false
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        let typed = try TypedNumber.list(number)
        if json, plain { throw Complaint.excludes("--json", "--plain") }
        try withSession(surroundings) { session in
            if plain { return try printPlain(typed, session) }
            let views = try MatterFinder(session).views(typed)
            // A history names units and people that have nothing to do with the matter any more.
            let directory = try session.journal.load(.reference).ledger
            var damage: JournalError?
            for (index, view) in views.enumerated() {
                var history: [Record] = []
                do throws(JournalError) { history = try session.journal.history(of: view.matter.number) } catch {
                    // What is sound is shown all the same.
                    guard case .damaged = error else { throw error }
                    damage = error
                }
                let page = MatterPage(view: view, history: history, directory: directory, session: session)
                if json {
                    try session.output.line(page.json(indented: session.output.isTerminal && views.count == 1))
                } else {
                    if index > 0 { try session.output.line("") }
                    try session.output.put(page.text())
                }
            }
            if let damage { throw damage }
        }
    }

    /// The page of the screen with all its parts, made of what the ledger has at hand.
    private func printPlain(_ typed: [TypedNumber], _ session: Session) throws {
        let scene = try session.scene()
        let asked = try session.journal.load(.matters(typed.map(\.number))).ledger
        for (index, typed) in typed.enumerated() {
            let matter = try MatterFinder(session).check(typed, in: asked)
            var page = Walls.MatterPage(matter.number)
            page.fetched = matter
            page.history = try session.journal.history(of: matter.number).reversed().map(\.event)
            if index > 0 { try session.output.line("") }
            try session.output.put(page.plain(in: scene).text)
        }
    }
}

/// Finds matters by the numbers typed.
struct MatterFinder {
    private let session: Session

    init(_ session: Session) { self.session = session }

    /// The matters with their lights and the names they need. All must exist.
    func views(_ typed: [TypedNumber]) throws -> [MatterView] {
        let ledger = try session.journal.load(.matters(typed.map(\.number))).ledger
        let judge = Judge(ledger, at: session.now)
        return try typed.map { typed in
            let matter = try check(typed, in: ledger)
            var view = MatterView(
                matter: matter,
                judgement: judge.judge(matter),
                ledger: ledger,
                words: session.words
            )
            view.judge = judge
            return view
        }
    }

    /// The matter with a typed number; a letter must be that of its kind, for else the number is
    /// likely to be another's.
    func check(_ typed: TypedNumber, in ledger: Ledger) throws(Complaint) -> Matter {
        guard let matter = ledger.matters[typed.number] else { throw .noSuchMatter(typed.number) }
        if let kind = typed.kind, kind != matter.kind { throw .otherKind(matter.number, matter.kind) }
        return matter
    }
}
