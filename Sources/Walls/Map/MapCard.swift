import Atlas
import Canvas
import Ledger
import Supervision
import Text
import Words

/// The selected grid beside the map: the answer to "why is it this colour", and who is there to do something about it.
struct MapCard {
    let scene: Scene
    let grid: GridID?
    let figures: GridFigures
    let chart: Chart
    let matter: MatterNumber?
    let filter: Filter
    /// Whether there is room for everything.
    let isLarge: Bool

    var words: Words { scene.words }
    var ledger: Ledger { scene.ledger }

    func draw(on canvas: Canvas) {
        guard let grid, let it = ledger.grids[grid] else { return }
        drawHead(it, on: canvas)
        drawLights(y: 3, on: canvas)
        var y = 7
        y = drawCampaigns(y, on: canvas)
        let rest = canvas.height - y
        let history = history
        // What happened of late, and the waters and roads, take what the list leaves.
        let foot = foot(rest)
        let listed = min(figures.matters.count, limit, max(0, rest - 1 - foot))
        drawMatters(y, rows: listed, on: canvas)
        y += listed + 2
        if foot > 0, y + 1 < canvas.height { y = drawHistory(history, y, on: canvas) }
        // At the foot, where it stays while one walks.
        let bottom = drawObjects(y, on: canvas)
        drawPosition(y, bottom, on: canvas)
    }

    /// One line where there is no room for a card.
    func drawSummary(on canvas: Canvas) {
        guard let grid, let it = ledger.grids[grid] else { return }
        let chips = MapLabel.chips(figures, words, limit: 3)
        var runs = [Run(words.mapName(it), Style.gold.bold), Run(" ")] + chips
        runs.append(Run("  \(figures.open > 0 ? words.mapAtHand(figures.open) : words.mapNothing)", .text))
        if figures.overNight > 0 { runs.append(Run(" \(words.overNight)\(figures.overNight)", .text)) }
        if figures.dueToday > 0 { runs.append(Run(" \(words.dueToday)\(figures.dueToday)", .text)) }
        if figures.households > .zero {
            runs.append(Run("  \(words.basis(.households, of: figures))", .dim))
        }
        runs.append(Run("  \(words.gridHead(it.head, in: ledger))", .dim))
        canvas.put(runs, x: 1, y: 0, width: canvas.width - 2)
    }

    // MARK: Head

    private func drawHead(_ it: Grid, on canvas: Canvas) {
        let width = canvas.width
        let level = "\(words.gridLevel(it.level)) \(it.code.string)"
        let used = canvas.put(level, right: width, y: 0, .dim) + 1
        canvas.put(words.mapName(it), x: 0, y: 0, Style.gold.bold, width: max(0, width - used))
        let head = words.gridHead(it.head, in: ledger)
        let isMissing = it.head == nil
        canvas.put(head, x: 0, y: 1, isMissing ? Style.gold.bold : .text)
        canvas.put(members(of: it), right: width, y: 1, .dim)
    }

    /// 「下辖 16 网格 188 微网格」, on the lowest level the unit.
    private func members(of it: Grid) -> String {
        let parts = scene.gridCounts(below: it.id)
        if parts.isEmpty { return words.unit(it.unit, in: ledger) }
        return "\(words.mapBelow) \(parts.joined(separator: " "))"
    }

    // MARK: Lights

    private func drawLights(y: Int, on canvas: Canvas) {
        let shown: [Light] = [.red, .orange, .yellow, .green, .grey]
        let total = shown.reduce(0) { $0 + figures[$1] }
        var x = 0
        var done = 0
        for light in shown where figures[light] > 0 {
            done += figures[light]
            let end = light == shown.last { figures[$0] > 0 } ? canvas.width : canvas.width * done / max(1, total)
            let sign: String =
                canvas.repertoire.hasWashes && canvas.repertoire.glyphs == .rich
                ? canvas.repertoire[.full]
                : ["#", "/", ".", "-", " "][min(light.rank == 5 ? 4 : light.rank, 4)]
            canvas.put(
                String(repeating: sign, count: max(0, end - x)),
                x: x,
                y: y,
                canvas.repertoire.hasWashes ? MapCard.bar(light) : Style(light.ink)
            )
            x = end
        }
        if total == 0 { canvas.put(.rule, x: 0, y: y, .faint, count: canvas.width) }
        drawCounts(Array(shown.prefix(4)), y: y + 1, on: canvas)
        let open = figures.open > 0 ? "\(words.inHand) \(figures.open)" : words.mapNothing
        canvas.put(open, right: canvas.width, y: y + 1, .text)
        // What is always there comes first, so that it keeps its place from area to area.
        var facts = ["\(words.dueToday) \(figures.dueToday)", "\(words.name(.due)) \(figures.dueThisWeek)"]
        if figures.overNight > 0 { facts.append("\(words.overNight) \(figures.overNight)") }
        if figures.problems > 0 { facts.append(words.mapProblems(figures.problems)) }
        canvas.put(facts.joined(separator: "  "), x: 0, y: y + 2, .dim, width: canvas.width)
    }

    /// 「12 逾期  8 滞后」, each in a place of its own where there is room: what stays is not sent again.
    private func drawCounts(_ lights: [Light], y: Int, on canvas: Canvas) {
        let slot = min(11, (canvas.width - 10) / 4)
        let label = lights.map { canvas.columns(words.name($0)) }.max() ?? 0
        guard slot >= label + 4 else {
            var runs: [Run] = []
            for light in lights where figures[light] > 0 {
                if !runs.isEmpty { runs.append(Run("  ")) }
                runs.append(Run("\(figures[light])", Style(light.ink)))
                runs.append(Run(" \(words.name(light))", .dim))
            }
            canvas.put(runs, x: 0, y: y)
            return
        }
        for (place, light) in lights.enumerated() {
            let count = figures[light]
            let x = place * slot
            canvas.put("\(count)", right: x + 3, y: y, count > 0 ? .title : .faint)
            canvas.put(words.name(light), x: x + 4, y: y, Style(light.ink))
        }
    }

    private static func bar(_ light: Light) -> Style {
        switch light {
        case .red: .red
        case .orange: .orange
        case .yellow: .near
        case .green: .green
        default: .faint
        }
    }
}
