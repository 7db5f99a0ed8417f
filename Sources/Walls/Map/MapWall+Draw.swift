import Atlas
package import Canvas
import Ledger
import Supervision
import Words

// The whole wall: header, map, card and legend.

extension MapWall {
    func plan(_ frame: Frame) -> MapPlan {
        let key = MapPlan.Key(
            focus: focus,
            size: frame.size,
            measure: measure,
            filter: filter,
            isDeep: isDeep
        )
        return frame.scene.derived(key) { MapPlan(frame.scene, key) }
    }

    /// By how much the measure of each area changed.
    private func changes(in scene: Scene, since before: Scene, _ plan: MapPlan) -> [GridID: Int] {
        let (now, then) = (scene.grids(filter), before.grids(filter))
        return plan.chart.shown.reduce(into: [:]) { changes, id in
            let change = now[id].change(measure, since: then[id], today: scene.today)
            if change != 0 { changes[id] = change }
        }
    }

    var headerState: MapHeader.State {
        MapHeader.State(focus: focus, measure: measure, isDeep: isDeep, filter: filter)
    }

    func cardView(_ frame: Frame, _ plan: MapPlan) -> MapCard {
        MapCard(
            scene: frame.scene,
            grid: place,
            figures: place.map { frame.scene.grids(filter)[$0] } ?? GridFigures(),
            chart: plan.chart,
            matter: matter,
            filter: filter,
            isLarge: frame.size.width >= 150
        )
    }

    package func draw(in frame: Frame, on canvas: Canvas) {
        let scene = frame.scene
        let plan = plan(frame)
        let layout = plan.layout
        MapHeader(scene: scene, wall: headerState, width: canvas.width).draw(on: canvas.region(layout.header))
        guard !scene.ledger.grids.isEmpty else {
            canvas.put(scene.words.noGrids, x: 2, y: 2, .dim)
            return
        }
        let map = canvas.region(layout.map)
        MapFill(chart: plan.chart, shades: plan.shades, objects: scene.atlas.objects, selected: place).draw(on: map)
        let changes = frame.before.map { self.changes(in: scene, since: $0, plan) } ?? [:]
        MapNames(scene: scene, plan: plan, selected: place, changes: changes, isShare: measure.isShare).draw(on: map)
        if let list = layout.list {
            MapList(scene: scene, plan: plan, place: place, filter: filter).draw(on: canvas.region(list))
        }
        if let strip = layout.unplaced {
            MapStrip(scene: scene, grids: plan.chart.unplaced, width: strip.width, place: place)
                .draw(on: canvas.region(strip))
        }
        let card = cardView(frame, plan)
        if let area = layout.card { card.draw(on: canvas.region(area)) }
        if let row = layout.summary { card.drawSummary(on: canvas.region(row)) }
        MapLegend(scene: scene, measure: measure, plan: plan, filter: filter).draw(on: canvas.region(layout.legend))
        if canvas.cursor == nil, let label = plan.labels.first(where: { $0.grid == place }) {
            map.placeCursor(x: label.x, y: label.y, isShown: false)
        }
    }
}
