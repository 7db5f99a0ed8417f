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

    /// What a count in the toolbar stands for, for a click: all in hand, a light, a stage.
    private enum Count {
        case open
        case light(Light)
        case stage(Stage)
    }

    /// The matters that the count in a column stands for.
    func matters(at x: Int, width: Int) -> Response? {
        let places = drawCounts(on: Canvas(width: width, height: 1))
        guard let count = places.first(where: { $0.cells.contains(x) })?.count else { return nil }
        let words = scene.words
        let (title, matters) =
            switch count {
            case .open: (words.inHand, scene.open)
            case .light(let light): (words.name(light), scene.order.filter { scene.judgement($0)?.light == light })
            case .stage(let stage): (words.name(stage), scene.order.filter { scene.matter($0)?.stage == stage })
            }
        return matters.isEmpty ? nil : .list(title: title, matters)
    }

    func draw(on canvas: Canvas) { _ = drawCounts(on: canvas) }

    /// - Returns: where each count stands.
    private func drawCounts(on canvas: Canvas) -> [(count: Count, cells: Range<Int>)] {
        let words = scene.words
        let figures = scene.figures
        var x = 2 + canvas.put("g", x: 1, y: 0, Style.gold.bold)
        x += canvas.put(words.grouping, x: x, y: 0, .dim) + 1
        let choices: [(BoardWall.Grouping, String)] = [
            (.stage, words.byStage), (.unit, words.units), (.person, words.people), (.group, words.functionGroups),
        ]
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
        var places: [(count: Count, cells: Range<Int>)] = []
        func put(_ runs: [Run], _ count: Count, gap: Int) {
            let width = canvas.width(runs)
            guard x + width <= end else { return }
            places.append((count, x..<x + width))
            x += canvas.put(runs, x: x, y: 0) + gap
        }
        let gap = canvas.width >= 110 ? 3 : 1
        put([Run("\(words.inHand) ", .dim), Run("\(figures.open)", Style.title.bold)], .open, gap: gap + 1)
        for light in [Light.red, .orange, .yellow, .green] {
            let count = figures.byLight[light] ?? 0
            put(
                [Run(words.letter(light), count > 0 ? light.style : .dim), Run(" \(count)", .text)],
                .light(light),
                gap: gap
            )
        }
        for stage in [Stage.draft, .pending, .parked] {
            let count = figures.byStage[stage] ?? 0
            if count > 0 { put([Run("\(words.name(stage)) \(count)", .dim)], .stage(stage), gap: gap) }
        }
        return places
    }
}
