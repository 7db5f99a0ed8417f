import Atlas
package import Canvas
import Ledger

// Click and wheel.

extension MapWall {
    package mutating func click(_ point: Point, in frame: Frame) -> Bool {
        let plan = plan(frame)
        let layout = plan.layout
        if layout.header.contains(point) {
            clickHeader(point, frame)
            return false
        }
        if let card = layout.card, card.contains(point) {
            let inside = Point(x: point.x - card.x, y: point.y - card.y)
            guard let number = cardView(frame, plan).matter(at: inside, height: card.height) else { return false }
            let wasSelected = matter == number
            matter = number
            return wasSelected
        }
        guard let id = grid(at: point, plan, frame) else { return false }
        matter = nil
        if plan.chart.shown.contains(id) || plan.chart.unplaced.contains(id) {
            let wasSelected = place == id
            place = id
            return wasSelected
        }
        // A neighbour of what was opened.
        go(to: id, in: frame)
        return false
    }

    private mutating func clickHeader(_ point: Point, _ frame: Frame) {
        switch MapHeader(scene: frame.scene, wall: headerState, width: frame.size.width).hit(point.x) {
        case .crumb(let id)?:
            if let focus, id != focus {
                place = frame.scene.atlas.path(to: focus).first { frame.scene.ledger.grids[$0]?.parent == id }
            }
            focus = id
        case .measure(let chosen)?: measure = chosen
        case nil: break
        }
        settle(in: frame)
    }

    package mutating func wheel(_ rows: Int, at point: Point, in frame: Frame) {
        let plan = plan(frame)
        if let card = plan.layout.card, card.contains(point) {
            if matter == nil { matter = matters(in: frame).first }
            for _ in 0..<abs(rows) { move(rows < 0 ? .up : .down, in: frame) }
        } else if rows < 0 {
            if let id = grid(at: point, plan, frame), plan.chart.shown.contains(id) { place = id }
            open(in: frame)
        } else {
            matter = nil
            close()
        }
        settle(in: frame)
    }

    private func grid(at point: Point, _ plan: MapPlan, _ frame: Frame) -> GridID? {
        if let list = plan.layout.list, list.contains(point) {
            return MapList(scene: frame.scene, plan: plan, place: place, filter: filter)
                .hit(point.y - list.y, rows: list.height)
        }
        if let strip = plan.layout.unplaced, strip.contains(point) {
            return MapStrip(scene: frame.scene, grids: plan.chart.unplaced, width: strip.width, place: place)
                .hit(point.x - strip.x)
        }
        let map = plan.layout.map
        guard map.contains(point) else { return nil }
        let (x, y) = (point.x - map.x, (point.y - map.y) * 2)
        let label = [plan.chart.grid.label(x, y), plan.chart.grid.label(x, y + 1)].first { $0 > 0 }
        return label.map { GridID(Int($0)) }
    }
}
