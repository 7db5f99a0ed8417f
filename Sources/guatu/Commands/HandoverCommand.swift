import ArgumentParser
import Journal
import Ledger
import Text
import Words

/// `guatu handover`
struct HandoverCommand: Subcommand {
    static let name = "handover"
    static let summary = Both("交接：一个人名下的事项一次交给另一人", "hand over everything a person answers for")
    static let details: Both? = Both(
        "全部交或一件不交：有一件不能交的，说明是哪件、为什么。接手人须在同一单位；不在的先用 guatu transfer 转办。",
        "All or nothing: where one cannot be handed over it says which and why. The successor must be in the same unit."
    )
    static let examples = ["guatu handover 沈南枝 罗文舟 --reason 轮岗"]

    @Argument(help: .both("交出的人", "who hands over", value: .person)) var from: String
    @Argument(help: .both("接手的人", "who takes over", value: .person)) var to: String
    @Option(help: .both("理由", "why", value: .reason)) var reason: String?
    @OptionGroup var record: RecordOptions
    @OptionGroup var global: GlobalOptions

    func run(_ surroundings: Surroundings) throws {
        try withSession(surroundings, writing: true) { session in
            let finder = NameFinder(session)
            let old = try finder.person(from)
            let new = try finder.person(to, home: old.unit)
            var query = Query(order: .number)
            query.people = [old.id]
            let ledger = try session.journal.load(.matching(query)).ledger
            let commands = ledger.handover(from: old.id, to: new.id, reason: reason.map { CleanText($0) })
            let words = session.words
            guard !commands.isEmpty else {
                return try session.output.line(
                    words("\(old.name.string)名下没有在手的事项。", "\(old.name.string) has no open matter.")
                )
            }
            try session.journal.perform(commands, by: try record.context(in: session), expecting: [:])
            for number in commands.compactMap(\.matter) {
                guard let matter = ledger.matters[number] else { continue }
                try session.output.line("\(words.number(matter)) \(words.title(matter))")
            }
            try session.output.line(
                words(
                    "共 \(commands.count) 件，由\(old.name.string)交\(new.name.string)。",
                    "\(commands.count) matters from \(old.name.string) to \(new.name.string)."
                )
            )
        }
    }
}
