import Ledger
import Supervision

/// The cards of the board by stage. Made once for a scene and a filter.
struct BoardRows {
    /// The stages of the board from left to right. What is not issued yet stands left of 待签收 and what is parked right
    /// of 已办结: four columns fit on most screens, h and l bring the others in.
    static let stages: [Stage] = [.draft, .pending, .issued, .inHand, .reported, .settled, .parked]

    struct Column {
        let stage: Stage
        /// Worst light first, then by days.
        let cards: [MatterNumber]
        /// All matters in the stage, whatever the filter.
        let total: Int
        /// The one fact in the head of the column.
        let fact: Fact
    }

    enum Fact: Hashable {
        case none
        case signLimit(workdays: Int)
        /// Tracks that are still to be written today.
        case notTracked(Int)
        /// The longest review, and whether it is beyond its limit.
        case longestReview(workdays: Int, isDue: Bool)
        case onTime(Int)
        case recheck(Day)
        case incomplete(Int)
    }

    let columns: [Column]
    /// Cards in all columns.
    let count: Int
    private let places: NumberMap

    struct Place: Hashable {
        var column: Int
        var row: Int
    }

    /// The column and row of a card.
    func place(_ number: MatterNumber) -> Place? {
        places[number].map { Place(column: $0 % BoardRows.stages.count, row: $0 / BoardRows.stages.count) }
    }

    init(_ scene: Scene, _ filter: Filter) {
        let byStage = scene.figures.byStage
        let facts = scene.facts
        var cards: [[Int]] = BoardRows.stages.map { _ in [] }
        var places = NumberMap(scene.ledger)
        for row in scene.rows(filter) {
            guard let column = BoardRows.column(of: facts[row].stage) else { continue }
            places[facts[row].number] = cards[column].count * BoardRows.stages.count + column
            cards[column].append(row)
        }
        columns = zip(BoardRows.stages, cards).map { stage, rows in
            let cards = rows.lazy.map { facts[$0] }
            let stopped = stage == .parked ? byStage[.suspended] ?? 0 : 0
            return Column(
                stage: stage,
                cards: Array(cards.map(\.number)),
                total: (byStage[stage] ?? 0) + stopped,
                fact: BoardRows.fact(stage, cards, scene)
            )
        }
        count = cards.reduce(0) { $0 + $1.count }
        self.places = places
    }

    /// The column a stage stands in; 中止 stands with 挂账.
    static func column(of stage: Stage) -> Int? { stages.firstIndex(of: stage == .suspended ? .parked : stage) }

    private static func fact(_ stage: Stage, _ cards: some Collection<MatterFact>, _ scene: Scene) -> Fact {
        guard !cards.isEmpty else { return .none }
        let rules = scene.ledger.rules(on: scene.today)
        switch stage {
        case .draft, .pending:
            let count = cards.count(where: \.isIncomplete)
            return count > 0 ? .incomplete(count) : .none
        case .issued: return .signLimit(workdays: rules.signWorkdays)
        case .inHand:
            let todo = scene.figures.mustTrack - scene.figures.tracked
            return todo > 0 ? .notTracked(todo) : .none
        case .reported:
            let longest = cards.reduce(0) { longest, card in
                if case .waitingReview(_, let waited, _)? = scene.judgement(card.number)?.reason {
                    max(longest, waited)
                } else {
                    longest
                }
            }
            return longest > 0 ? .longestReview(workdays: longest, isDue: longest >= rules.reviewWorkdays) : .none
        case .settled: return .onTime(cards.count(where: \.isOnTime))
        case .parked:
            let first = cards.map(\.recheck).min() ?? .max
            return first < .max ? .recheck(Day(number: Int(first))) : .none
        default: return .none
        }
    }
}
