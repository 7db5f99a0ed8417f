import Canvas
import Ledger
import Supervision
import Text
import Words

/// The row over the board: how it is grouped, and how many matters show which light.
struct BoardToolbar {
    let scene: Scene
    let grouping: BoardWall.Grouping
    let filter: Filter
    /// Matters the filter lets through.
    let hits: Int

    private var choices: [(BoardWall.Grouping, String)] {
        let words = scene.words
        return [
            (.stage, words.byStage), (.unit, words.units), (.person, words.people), (.group, words.functionGroups),
        ]
    }

    /// The grouping whose name stands at a column.
    func grouping(at x: Int) -> BoardWall.Grouping? {
        var start = 3 + scene.words.grouping.columns() + 1
        for (choice, name) in choices {
            let end = start + name.columns() + 2
            if (start..<end).contains(x) { return choice }
            start = end
        }
        return nil
    }

    func draw(on canvas: Canvas) {
        let words = scene.words
        let figures = scene.figures
        var x = 2 + canvas.put("g", x: 1, y: 0, Style.gold.bold)
        x += canvas.put(words.grouping, x: x, y: 0, .dim) + 1
        for (choice, name) in choices {
            x += canvas.chip(name, x: x, y: 0, choice == grouping ? .active : .dim)
        }
        // What was asked for stands at the right end; the counts take what is left.
        var end = canvas.width - 1
        if !filter.isEmpty {
            let shown = words.hits(hits, of: figures.byStage.values.reduce(0, +))
            end -= canvas.put(shown, right: end, y: 0, Style.gold.bold) + 3
        } else if canvas.width >= 150 {
            end -= canvas.put(words.boardOrder, right: end, y: 0, .dim) + 3
        }
        x += canvas.width >= 110 ? 4 : 1
        func put(_ runs: [Run], gap: Int) {
            let width = canvas.width(runs)
            guard x + width <= end else { return }
            x += canvas.put(runs, x: x, y: 0) + gap
        }
        let gap = canvas.width >= 110 ? 3 : 1
        put([Run("\(words.inHand) ", .dim), Run("\(figures.open)", Style.title.bold)], gap: gap + 1)
        for light in [Light.red, .orange, .yellow, .green] {
            let count = figures.byLight[light] ?? 0
            put([Run(words.letter(light), count > 0 ? light.style : .dim), Run(" \(count)", .text)], gap: gap)
        }
        for stage in [Stage.draft, .pending, .parked] {
            let count = figures.byStage[stage] ?? 0
            if count > 0 { put([Run("\(words.name(stage)) \(count)", .dim)], gap: gap) }
        }
    }
}
