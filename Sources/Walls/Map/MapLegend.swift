import Atlas
import Canvas
import Ledger
import Supervision
import Text
import Words

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
        } else if plan.chart.isSqueezed {
            end -= canvas.put(words.mapMovedNear, right: end, y: 0, .dim) + 2
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
