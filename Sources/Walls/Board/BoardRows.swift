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
        var cards: [MatterNumber] = []
        /// All matters in the stage, whatever the filter.
        let total: Int
        /// The one fact in the head of the column.
        var fact = Fact.none
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
    /// The column and row of each card.
    let places: [MatterNumber: Place]

    struct Place: Hashable {
        var column: Int
        var row: Int
    }

    var count: Int { places.count }

    init(_ scene: Scene, _ filter: Filter) {
        let byStage = scene.figures.byStage
        var columns = BoardRows.stages.map { stage in
            let stopped = stage == .parked ? byStage[.suspended] ?? 0 : 0
            return Column(stage: stage, total: (byStage[stage] ?? 0) + stopped)
        }
        var places: [MatterNumber: Place] = [:]
        for number in scene.matters(filter) {
            guard let matter = scene.matter(number), let column = BoardRows.column(of: matter.stage) else { continue }
            places[number] = Place(column: column, row: columns[column].cards.count)
            columns[column].cards.append(number)
        }
        for index in columns.indices { columns[index].fact = BoardRows.fact(columns[index], scene) }
        self.columns = columns
        self.places = places
    }

    /// The column a stage stands in; 中止 stands with 挂账.
    static func column(of stage: Stage) -> Int? { stages.firstIndex(of: stage == .suspended ? .parked : stage) }

    private static func fact(_ column: Column, _ scene: Scene) -> Fact {
        guard !column.cards.isEmpty else { return .none }
        let matters = column.cards.lazy.compactMap(scene.matter)
        switch column.stage {
        case .draft, .pending:
            let count = matters.count { !$0.missing.isEmpty }
            return count > 0 ? .incomplete(count) : .none
        case .issued: return .signLimit(workdays: scene.ledger.rules(on: scene.today).signWorkdays)
        case .inHand:
            let todo = scene.figures.mustTrack - scene.figures.tracked
            return todo > 0 ? .notTracked(todo) : .none
        case .reported:
            var longest = 0
            for number in column.cards {
                if case .waitingReview(_, let waited, _)? = scene.judgement(number)?.reason {
                    longest = max(longest, waited)
                }
            }
            let limit = scene.ledger.rules(on: scene.today).reviewWorkdays
            return longest > 0 ? .longestReview(workdays: longest, isDue: longest >= limit) : .none
        case .settled:
            return .onTime(
                matters.count { matter in
                    guard let settled = matter.settled, let due = matter.due else { return true }
                    return settled <= due.day(scene.ledger.offset)
                }
            )
        case .parked: return matters.compactMap(\.parking?.recheck).min().map(Fact.recheck) ?? .none
        default: return .none
        }
    }
}
