import Atlas
import Canvas
import Ledger
import Supervision
import Text
import Words

/// The row over the map: where one is and how many grids that has, and by what they are shaded.
struct MapHeader {
    struct State {
        var focus: GridID?
        var measure: GridMeasure
        var isDeep: Bool
        var filter: Filter
    }

    enum Target {
        /// A level up; nil is the street.
        case crumb(GridID?)
        case measure(GridMeasure)
    }

    let scene: Scene
    let wall: State
    let width: Int

    private var words: Words { scene.words }

    private struct Piece {
        var runs: [Run]
        var x: Int
        var target: Target?
        var width: Int { runs.reduce(0) { $0 + $1.text.columns() } }
    }

    private var pieces: [Piece] { crumbs + measures }

    private var crumbs: [Piece] {
        let path: [GridID?] = [nil] + scene.atlas.path(to: wall.focus).map(Optional.some)
        var pieces: [Piece] = []
        var x = 1
        for (index, id) in path.enumerated() {
            let name = id.flatMap { scene.ledger.grids[$0] }.map(words.mapName) ?? words.wholeStreet
            let isLast = index == path.count - 1
            var piece = Piece(runs: [Run(name, isLast ? Style.title.bold : .dim)], x: x, target: .crumb(id))
            pieces.append(piece)
            x += piece.width
            if !isLast {
                piece = Piece(runs: [Run(" › ", .faint)], x: x)
                pieces.append(piece)
                x += piece.width
            }
        }
        let counts = counts
        let room = width >= 100 ? counts : Array(counts.prefix(1))
        pieces.append(Piece(runs: [Run(room.joined(separator: "  "), .dim)], x: x + 3))
        return pieces
    }

    /// 「10 社区」 「156 网格」 「1,786 微网格」: what lies below.
    private var counts: [String] {
        var counts: [Int: Int] = [:]
        var open = scene.atlas.children(of: wall.focus)
        while let id = open.popLast() {
            if let grid = scene.ledger.grids[id] { counts[grid.level, default: 0] += 1 }
            open += scene.atlas.children(of: id)
        }
        return counts.sorted { $0.key < $1.key }.map { words.gridCount($0.value, level: $0.key) }
    }

    /// All measures where there is room, else the chosen one.
    private var measures: [Piece] {
        let names = GridMeasure.allCases.map { ($0, words.name($0)) }
        let all = names.reduce(0) { $0 + $1.1.columns() + 2 }
        let end = crumbs.last.map { $0.x + $0.width } ?? 0
        let lead = words.mapShading.columns() + 4
        let shown = end + all + lead + 3 <= width ? names : names.filter { $0.0 == wall.measure }
        var x = width - shown.reduce(0) { $0 + $1.1.columns() + 2 } - lead
        var pieces = [
            Piece(runs: [Run(words.mapShading, .dim), Run(" s ", Style.gold.bold)], x: x, target: nil)
        ]
        x += lead - 1
        for (measure, name) in shown {
            let style: Style = measure == wall.measure ? .active : .dim
            let piece = Piece(runs: [Run(" \(name) ", style)], x: x, target: .measure(measure))
            pieces.append(piece)
            x += piece.width
        }
        return pieces
    }

    func draw(on canvas: Canvas) {
        for piece in pieces { canvas.put(piece.runs, x: piece.x, y: 0) }
    }

    func hit(_ x: Int) -> Target? { pieces.first { ($0.x..<$0.x + $0.width).contains(x) }?.target }
}

/// The row below the map: what the grounds mean.
struct MapLegend {
    let scene: Scene
    let measure: GridMeasure
    let plan: MapPlan
    let filter: Filter

    private var words: Words { scene.words }

    func draw(on canvas: Canvas) {
        var x = 1
        var end = canvas.width - 1
        if !filter.isEmpty {
            let hits = scene.matters(filter).count
            let text = words.hits(hits, of: scene.order.count)
            end -= canvas.put(text, right: end, y: 0, Style.gold.bold) + 2
        } else if plan.chart.isSketch {
            let text = canvas.width >= 100 ? "\(words.mapSketch)：\(words.mapSketchNote)" : words.mapSketch
            end -= canvas.put(text, right: end, y: 0, .dim) + 2
        }
        func put(_ runs: [Run], gap: Int = 2) {
            let width = canvas.width(runs)
            guard x + width <= end else { return }
            x += canvas.put(runs, x: x, y: 0) + gap
        }
        func swatch(_ shade: GridShade) -> Run {
            canvas.repertoire.hasWashes
                ? Run("  ", Style(.text, on: .wash(shade.wash)))
                : Run(shade.sample(isRich: canvas.repertoire.glyphs == .rich), .dim)
        }
        let isWide = canvas.width >= 100
        switch measure {
        case .light:
            for light in [Light.red, .orange, .yellow, .green, .grey] {
                let letter = Run(words.letter(light), light.style)
                let name = isWide ? [Run(" \(words.name(light))", .dim)] : []
                put([swatch(.light(light, 4)), Run(" "), letter] + name, gap: isWide ? 3 : 2)
            }
            if canvas.width >= 150 { put([Run(words.mapDeeper, .dim)], gap: 3) }
        case .overdue:
            put([Run("\(words.name(measure)) ", .dim)])
            for (count, text) in [(1, "1–2"), (4, "3–5"), (9, "6+")] {
                put([swatch(.light(.red, count)), Run(" \(text)", .text)])
            }
        default:
            put([Run(words.name(measure), .dim)], gap: 1)
            for (step, value) in measure.steps.enumerated() {
                let text = " \(words.stepStart(measure, value)) "
                if canvas.repertoire.hasWashes {
                    put([Run(text, Style(.title, on: .wash(Wash.ramp[step])))], gap: 0)
                } else {
                    put([swatch(.step(step)), Run(text, .text)], gap: 0)
                }
            }
            put([Run(" \(words.stepUnit(measure))", .dim)], gap: 3)
        }
        let problems = plan.chart.shown.reduce(0) { $0 + scene.grids(filter)[$1].problems }
        if problems > 0 { put([Run("!", .chipRed), Run(" \(words.mapProblemsOpen(problems))", .dim)]) }
        for kind in [MapSheet.Object.Kind.checkpoint, .post] {
            let count = plan.chart.points.count { $0.object.kind == kind }
            guard count > 0 else { continue }
            put([
                Run(kind.sign(canvas.repertoire), Style.title.bold), Run(" \(words.name(kind)) \(count)", .dim),
            ])
        }
        // A few names that did not fit stand here; many have a list of their own.
        guard plan.layout.list == nil else { return }
        for (index, id) in plan.numbered.enumerated() {
            guard let grid = scene.ledger.grids[id] else { continue }
            let chips = MapLabel.chips(scene.grids(filter)[id], words, limit: 1)
            put([Run("\(index + 1)", Style.title.bold), Run(" \(words.shortMapName(grid)) ", .text)] + chips)
        }
        if scene.ledger.maps.isEmpty, canvas.width >= 100 { put([Run(words.noMap, Style.gold)]) }
    }
}

/// Names that found no room in their areas, by number.
struct MapList {
    let scene: Scene
    let plan: MapPlan
    let place: GridID?
    let filter: Filter

    func draw(on canvas: Canvas) {
        let words = scene.words
        // The selected one is always among those shown.
        let selected = plan.numbered.firstIndex { $0 == place } ?? 0
        let window = ScrollWindow().showing(selected, of: plan.numbered.count, rows: canvas.height, margin: 0)
        for (row, index) in window.visible(of: plan.numbered.count, rows: canvas.height).enumerated() {
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
