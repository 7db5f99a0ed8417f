import Journal
import Ledger
import Text
import Words

/// The matters that one just registered may be the same as (相近的事项): number, title, stage.
struct SimilarMatters {
    /// Up to here all are looked at; where the ledger holds more, only for a person at a terminal, and only open ones,
    /// so that a script's registering costs the same in a ledger of any size.
    private static let few = 2_000

    private let session: Session

    init(_ session: Session) { self.session = session }

    func tell(of number: MatterNumber, titled title: String) throws {
        let isSmall = number.rawValue <= SimilarMatters.few
        guard isSmall || session.output.isTerminal else { return }
        var query = isSmall ? Query(order: .number) : Query.open
        if isSmall { query.stages = Set(Stage.allCases).subtracting([.void]) }
        // The titles alone: all but a few of the matters are not asked for.
        let titles = try session.titles(query).filter { $0.0 != number }
        let alike = TextColumn(titles.map(\.1)).alike(title, atLeast: 60, limit: 3).map { titles[$0.row].0 }
        guard !alike.isEmpty else { return }
        let words = session.words
        let matters = try session.journal.load(.matters(alike)).ledger.matters
        let lines = alike.compactMap { matters[$0] }.map {
            "  \(words.number($0)) \(words.title($0)) \(words.name($0.stage))"
        }
        session.output.say(
            words(
                "相近的事项（是同一件的，作废新登记的：guatu void \(number) 理由）：",
                "Alike (if it is the same, void the new one: guatu void \(number) REASON):"
            )
        )
        for line in lines { session.output.say(line) }
    }
}
