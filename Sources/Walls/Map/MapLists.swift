import Atlas
import Canvas
import Ledger
import Supervision
import Text
import Words

/// Names that found no room in their areas, by number.
struct MapList {
    let scene: Scene
    let plan: MapPlan
    let place: GridID?
    let filter: Filter

    /// The rows shown: the selected one is always among them.
    private func visible(rows: Int) -> Range<Int> {
        let selected = plan.numbered.firstIndex { $0 == place } ?? 0
        let window = ScrollWindow().showing(selected, of: plan.numbered.count, rows: rows, margin: 0)
        return window.visible(of: plan.numbered.count, rows: rows)
    }

    func hit(_ row: Int, rows: Int) -> GridID? {
        let visible = visible(rows: rows)
        return row < visible.count ? plan.numbered[visible.lowerBound + row] : nil
    }

    func draw(on canvas: Canvas) {
        let words = scene.words
        for (row, index) in visible(rows: canvas.height).enumerated() {
            let id = plan.numbered[index]
            guard let grid = scene.ledger.grids[id] else { continue }
            canvas.put("\(index + 1)", right: 4, y: row, Style.title.bold)
            let chips = MapLabel.chips(scene.grids(filter)[id], words, limit: 1)
            let room = canvas.width - 5 - canvas.width(chips) - 1
            canvas.put(words.shortMapName(grid), x: 5, y: row, .text, width: room)
            canvas.put(chips, right: canvas.width, y: row)
            if id == place { canvas.mark(Rect(x: 0, y: row, width: canvas.width, height: 1)) }
        }
    }
}

/// Grids that have no place on the map: never left out, one walks down to them.
struct MapStrip {
    let scene: Scene
    let grids: [GridID]
    let width: Int
    let place: GridID?

    private var pieces: [(id: GridID, text: String, x: Int)] {
        let lead = scene.words.mapUnplaced.columns() + String(grids.count).count + 4
        var pieces: [(GridID, String, Int)] = []
        var x = lead
        // Begins with the selected one where not all fit.
        let names = grids.compactMap { id in scene.ledger.grids[id].map { (id, " \(scene.words.mapName($0)) ") } }
        let total = names.reduce(lead) { $0 + $1.1.columns() }
        let first = total > width ? max(0, (grids.firstIndex { $0 == place } ?? 0) - 1) : 0
        for (id, text) in names.dropFirst(first) {
            guard x + text.columns() <= width else { break }
            pieces.append((id, text, x))
            x += text.columns()
        }
        return pieces
    }

    func draw(on canvas: Canvas) {
        canvas.put([Run(scene.words.mapUnplaced, .dim), Run(" \(grids.count)", Style.title.bold)], x: 1, y: 0)
        for piece in pieces { canvas.put(piece.text, x: piece.x, y: 0, piece.id == place ? .active : .text) }
    }

    func hit(_ x: Int) -> GridID? { pieces.first { ($0.x..<$0.x + $0.text.columns()).contains(x) }?.id }
}
