import Ledger
import Text
import Walls
import Words

/// A matter being moved (m): the stages it can go to now, one of them chosen.
struct Moving: Hashable {
    let matter: MatterNumber
    let choices: [Choice]
    var index: Int

    struct Choice: Hashable {
        let kind: Action.Kind
        let stage: Stage

        func isOpen(_ matter: Matter, _ scene: Scene) -> Bool {
            Transition.of(kind).from.contains(matter.stage) && !scene.permission(kind, on: matter).isRefused
        }
    }

    /// Whether a matter can be moved anywhere.
    static func canMove(_ matter: Matter, _ scene: Scene) -> Bool { targets.contains { $0.isOpen(matter, scene) } }

    var target: Stage? { choices.indices.contains(index) ? choices[index].stage : nil }

    /// Where a matter can be moved; nil if nowhere. The next stage of its life is chosen first.
    init?(_ matter: Matter, _ scene: Scene) {
        self.matter = matter.number
        choices = Moving.targets.filter { $0.isOpen(matter, scene) }
        guard !choices.isEmpty else { return nil }
        let order = Moving.order(matter.stage)
        index = choices.firstIndex { Moving.order($0.stage) > order } ?? 0
    }

    mutating func choose(_ step: Int) { index = (index + step + choices.count) % choices.count }

    /// The choice under a column of the line that offers them.
    func choice(at x: Int, _ words: Words) -> Int? {
        var start = Moving.label(words).columns()
        for (index, choice) in choices.enumerated() {
            let width = words.name(choice.stage).columns() + 2
            if (start..<start + width).contains(x) { return index }
            start += width + 1
        }
        return nil
    }

    static func label(_ words: Words) -> String { words("移到 ", "move to ") }

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
