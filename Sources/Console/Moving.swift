import Ledger
import Text
import Walls
import Words

/// A matter being moved (m), or all that are marked: the stages they can go to now, one of them chosen.
struct Moving: Hashable {
    /// The first of them.
    let matter: MatterNumber
    let count: Int
    let choices: [Choice]
    var index: Int

    struct Choice: Hashable {
        let kind: Action.Kind
        let stage: Stage

        /// Whether all of some matters can go there.
        func isOpen(_ matters: [Matter], _ scene: Scene) -> Bool {
            guard matters.count == 1 || State.bulkKinds.contains(kind) else { return false }
            return matters.allSatisfy { matter in
                Transition.of(kind).from.contains(matter.stage) && !scene.permission(kind, on: matter).isRefused
            }
        }
    }

    /// Whether matters can be moved anywhere, all of them.
    static func canMove(_ matters: [Matter], _ scene: Scene) -> Bool { targets.contains { $0.isOpen(matters, scene) } }

    var target: Stage? { choices.indices.contains(index) ? choices[index].stage : nil }

    /// Where matters can be moved, all of them; nil if nowhere. The next stage of the first one's life is chosen first.
    init?(_ matters: [Matter], _ scene: Scene) {
        guard let first = matters.first else { return nil }
        matter = first.number
        count = matters.count
        choices = Moving.targets.filter { $0.isOpen(matters, scene) }
        guard !choices.isEmpty else { return nil }
        let order = Moving.order(first.stage)
        index = choices.firstIndex { Moving.order($0.stage) > order } ?? 0
    }

    /// - Returns: whether it can be moved there.
    mutating func choose(_ stage: Stage) -> Bool {
        guard let place = choices.firstIndex(where: { $0.stage == stage }) else { return false }
        index = place
        return true
    }

    mutating func choose(_ step: Int) { index = (index + step + choices.count) % choices.count }

    /// The choice under a column of the line that offers them.
    func choice(at x: Int, _ words: Words) -> Int? {
        var start = label(words).columns()
        for (index, choice) in choices.enumerated() {
            let width = words.name(choice.stage).columns() + 2
            if (start..<start + width).contains(x) { return index }
            start += width + 1
        }
        return nil
    }

    func label(_ words: Words) -> String {
        count == 1 ? words("移到 ", "move to ") : words("\(count) 件移到 ", "move \(count) to ")
    }

    /// Whether an action takes a matter to another stage, so that m offers it.
    static func leads(_ kind: Action.Kind) -> Bool { targets.contains { $0.kind == kind } }

    private static func order(_ stage: Stage) -> Int { Stage.allCases.firstIndex(of: stage)! }

    /// What leads to which stage, in the order of a matter's life.
    private static let targets: [Choice] = [
        Choice(kind: .decline, stage: .draft), Choice(kind: .submit, stage: .pending),
        Choice(kind: .issue, stage: .issued), Choice(kind: .accept, stage: .inHand),
        Choice(kind: .sendBack, stage: .inHand), Choice(kind: .resume, stage: .inHand),
        Choice(kind: .report, stage: .reported), Choice(kind: .settle, stage: .settled),
        Choice(kind: .strike, stage: .struck), Choice(kind: .archive, stage: .archived),
        Choice(kind: .park, stage: .parked), Choice(kind: .suspend, stage: .suspended),
        Choice(kind: .void, stage: .void),
    ]
}

/// A text that is read in full, with its rows scrolled.
struct Reading: Hashable {
    let title: String
    let lines: [Line]
    var first = 0

    struct Line: Hashable {
        /// Dim, before the text; empty for plain text.
        let label: String
        let text: String
    }
}
