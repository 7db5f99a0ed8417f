import Ledger

/// The matters in hand that have steps, soonest open step first. Made once for a scene and a filter.
struct ChecklistRows {
    let matters: [MatterNumber]
    /// Open steps whose day is past, is today, and steps done in all.
    let late: Int
    let today: Int
    let open: Int
    private let places: [MatterNumber: Int]

    func place(_ number: MatterNumber) -> Int? { places[number] }

    init(_ scene: Scene, _ filter: Filter) {
        var keyed: [(next: Int, number: MatterNumber)] = []
        var (late, today, open) = (0, 0, 0)
        for number in scene.matters(filter) {
            guard let matter = scene.matter(number), matter.stage == .issued || matter.stage == .inHand,
                !matter.steps.isEmpty
            else { continue }
            let waiting = matter.steps.filter { $0.done == nil }
            open += waiting.count
            late += waiting.count { $0.due.map { $0 < scene.today } ?? false }
            today += waiting.count { $0.due == scene.today }
            keyed.append((waiting.compactMap(\.due).min()?.number ?? .max, number))
        }
        keyed.sort { $0 < $1 }
        matters = keyed.map(\.number)
        places = Dictionary(uniqueKeysWithValues: matters.enumerated().map { ($0.element, $0.offset) })
        self.late = late
        self.today = today
        self.open = open
    }
}
