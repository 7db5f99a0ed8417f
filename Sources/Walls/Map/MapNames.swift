import Atlas
import Canvas
import Ledger
import Supervision
import Text

/// Writes on the map what the plan found room for.
struct MapNames {
    let scene: Scene
    let plan: MapPlan
    let selected: GridID?
    /// By how much the measure changed since the evening before.
    let changes: [GridID: Int]
    /// Whether more of it is better.
    let isShare: Bool

    private static let selected = Style(.title, on: .active)

    func draw(on canvas: Canvas) {
        for name in plan.names { name.draw(on: canvas) }
        for label in plan.labels { draw(label, on: canvas) }
        for label in plan.labels { drawChange(label, on: canvas) }
        for point in plan.chart.points { draw(point, on: canvas) }
        for mark in plan.marks { canvas.put("!", x: mark.x, y: mark.y, .chipRed) }
    }

    private func draw(_ label: MapPlan.Label, on canvas: Canvas) {
        let hasWashes = canvas.repertoire.hasWashes
        let ground: Ground = hasWashes ? .wash(wash(of: label)) : .none
        for (row, runs) in label.lines.enumerated() {
            let width = canvas.width(runs)
            var x = label.x + (label.width - width) / 2
            for (index, run) in runs.enumerated() {
                // The name of the area one stands on; without colours it is reversed.
                let isName = row == 0 && index == 0 && label.isPart
                let isSelected = isName && label.grid == selected
                // On soft grounds the letters stand out by themselves, and weight would be sent with each step.
                let style: Style =
                    isSelected
                    ? hasWashes ? MapNames.selected : .active : isName && !hasWashes ? run.style.bold : run.style
                x += canvas.put(run.text, x: x, y: label.y + row, style.ground == .none ? style.on(ground) : style)
            }
        }
    }

    private func draw(_ point: Chart.Point, on canvas: Canvas) {
        var ground: Ground = .none
        if canvas.repertoire.hasWashes {
            ground = point.label > 0 ? .wash(plan.shades[point.label]?.wash ?? .around) : ground
        }
        canvas.put(point.object.kind.sign(canvas.repertoire), x: point.x, y: point.y / 2, Style.title.bold.on(ground))
    }

    /// 「▴2」 behind the name, in the ink of worse or better.
    private func drawChange(_ label: MapPlan.Label, on canvas: Canvas) {
        guard label.isPart, let change = changes[label.grid] else { return }
        let sign = canvas.repertoire[change > 0 ? .above : .below]
        let isWorse = isShare ? change < 0 : change > 0
        let style = Style(isWorse ? .red : .green).bold
        let ground: Ground = canvas.repertoire.hasWashes ? .wash(wash(of: label)) : .none
        canvas.put("\(sign)\(abs(change))", x: label.x + label.width + 1, y: label.y, style.on(ground))
    }

    private func wash(of label: MapPlan.Label) -> Wash {
        guard label.isPart else { return .around }
        // Where the parts are shaded, what lies under the name is one of them.
        if let inner = plan.chart.inner, plan.shades.count > plan.chart.shown.count,
            let shade = plan.shades[inner.label(label.x + label.width / 2, label.y * 2)]
        {
            return shade.wash
        }
        return plan.shades[label.grid.label]?.wash ?? .idle
    }
}
