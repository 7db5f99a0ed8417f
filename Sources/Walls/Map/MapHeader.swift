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
        let counts = scene.gridCounts(below: wall.focus)
        let room = width >= 100 ? counts : Array(counts.prefix(1))
        pieces.append(Piece(runs: [Run(room.joined(separator: "  "), .dim)], x: x + 3))
        return pieces
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
