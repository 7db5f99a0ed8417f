import Canvas
import Text
import Words

/// The two parts of the checklist by name, in the first row: what Tab turns and the mouse clicks.
struct ChecklistTabs {
    private let names: [(part: ChecklistWall.Part, name: String)]

    init(_ scene: Scene) {
        names = [(.duties, scene.words.dutiesTab), (.steps, scene.words.stepsTitle)]
    }

    /// - Returns: the columns taken, with the gap behind them.
    func draw(_ part: ChecklistWall.Part, on canvas: Canvas) -> Int {
        for (name, x) in placed {
            canvas.put(" \(name.name) ", x: x, y: 0, name.part == part ? .active : .dim)
        }
        return (placed.last.map { $0.x + $0.name.name.columns() } ?? 0) + 4
    }

    func part(at x: Int) -> ChecklistWall.Part? {
        placed.first { ($0.x..<$0.x + $0.name.name.columns() + 2).contains(x) }?.name.part
    }

    private var placed: [(name: (part: ChecklistWall.Part, name: String), x: Int)] {
        var x = 1
        return names.map { name in
            defer { x += name.name.columns() + 3 }
            return (name, x)
        }
    }
}
