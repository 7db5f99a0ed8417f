import Atlas
package import Canvas
package import Ledger
package import Supervision
import Words

/// The grids on three levels (作战图), shaded by what one asks.
///
/// The arrows walk to the neighbour in that direction, Enter opens an area, Esc goes back up; Tab goes into the list of
/// its matters.
package struct MapWall: Wall {
    /// What was opened; nil is the whole street.
    package private(set) var focus: GridID?
    /// The area one stands on.
    package private(set) var place: GridID?
    package private(set) var measure: GridMeasure = .light
    package var filter = Filter.none
    /// Shades the parts of the parts.
    private var isDeep = false
    /// The matter one stands on in the card; nil on the map.
    private var matter: MatterNumber?
    /// The grids down to ``focus``; kept by ``settle(in:)``, which sees the ledger.
    private var path: [GridID] = []

    package init() {}

    package var abilities: Set<Ability> {
        [.trouble, .filter, .nextPart, .previousPart, .group, .measure, .zoomIn, .zoomOut]
    }

    package mutating func perform(_ ability: Ability, in frame: Frame) {
        switch ability {
        case .trouble: filter.isTroubleOnly.toggle()
        case .group: isDeep.toggle()
        case .measure:
            let all = GridMeasure.allCases
            measure = all[(all.firstIndex(of: measure)! + 1) % all.count]
        case .nextPart, .previousPart: matter = matter == nil ? matters(in: frame).first : nil
        case .zoomIn: open(in: frame)
        case .zoomOut: close()
        default: break
        }
        settle(in: frame)
    }

    // MARK: Selection

    package mutating func settle(in frame: Frame) {
        let atlas = frame.scene.atlas
        if let focus, atlas.children(of: focus).isEmpty || frame.scene.ledger.grids[focus] == nil { self.focus = nil }
        path = atlas.path(to: focus)
        let own = atlas.children(of: focus)
        if place.map({ !own.contains($0) }) ?? true { place = worst(of: own, in: frame) }
        if let matter, !matters(in: frame).contains(matter) { self.matter = nil }
    }

    /// Where the eye should go first.
    private func worst(of grids: [GridID], in frame: Frame) -> GridID? {
        let survey = frame.scene.grids(filter)
        return grids.max { left, right in
            let (a, b) = (survey[left], survey[right])
            return (a[.red], a[.orange], a.open, -left.rawValue) < (b[.red], b[.orange], b.open, -right.rawValue)
        }
    }

    package func selection(in frame: Frame) -> MatterNumber? { matter }

    package func matters(in frame: Frame) -> [MatterNumber] {
        guard let place else { return [] }
        return frame.scene.grids(filter)[place].matters
    }

    package mutating func select(_ number: MatterNumber, in frame: Frame) {
        guard let grid = frame.scene.matter(number)?.grid else { return }
        if matter != nil { matter = number }
        if let place, !matters(in: frame).contains(number) || place == grid { go(to: grid, in: frame) }
    }

    /// Goes to a grid: opens what it lies in and stands on it.
    package mutating func go(to grid: GridID, in frame: Frame) {
        let path = frame.scene.atlas.path(to: grid)
        focus = path.dropLast().last
        place = grid
        matter = nil
        settle(in: frame)
    }

    private mutating func open(in frame: Frame) {
        guard let place, !frame.scene.atlas.children(of: place).isEmpty else { return }
        focus = place
        self.place = nil
        matter = nil
    }

    private mutating func close() {
        if matter != nil {
            matter = nil
        } else if let focus {
            place = focus
            self.focus = parent
        }
    }

    private var parent: GridID? { path.dropLast().last }

    package func activate(in frame: Frame) -> Response? {
        if let matter { return .open(matter) }
        guard let place else { return nil }
        if !frame.scene.atlas.children(of: place).isEmpty { return .perform(.zoomIn) }
        return matters(in: frame).isEmpty ? nil : .perform(.nextPart)
    }

    // MARK: Walking

    package mutating func move(_ motion: Motion, in frame: Frame) {
        settle(in: frame)
        if let matter {
            move(motion, from: matter, in: frame)
            return
        }
        switch motion {
        case .up: step(.up, in: frame)
        case .down: step(.down, in: frame)
        case .left: step(.left, in: frame)
        case .right: step(.right, in: frame)
        case .home: place = frame.scene.atlas.children(of: focus).first
        case .end: place = frame.scene.atlas.children(of: focus).last
        case .pageUp: turn(-1, in: frame)
        case .pageDown: turn(1, in: frame)
        }
        settle(in: frame)
    }

    private mutating func step(_ heading: Heading, in frame: Frame) {
        guard let place else { return }
        let plan = plan(frame)
        if let label = plan.walk.step(from: place.label, heading) {
            self.place = GridID(Int(label))
        } else if let next = neighbour(of: place, heading, plan.chart, in: frame) {
            // Over the border of what was opened: on into its neighbour.
            cross(to: next, from: place, plan.chart, in: frame)
        }
    }

    /// A neighbour of the opened grid that lies ahead.
    private func neighbour(of place: GridID, _ heading: Heading, _ chart: Chart, in frame: Frame) -> GridID? {
        guard focus != nil, let here = chart.anchors[place.label] else { return nil }
        let own = Set(chart.shown.map(\.label))
        let around = chart.anchors.filter { $0.key > 0 && !own.contains($0.key) }
        let ahead = around.filter { entry in
            switch heading {
            case .up: entry.value.y < here.y
            case .down: entry.value.y > here.y
            case .left: entry.value.x < here.x
            case .right: entry.value.x > here.x
            }
        }
        let nearest = ahead.min { left, right in
            let a = abs(left.value.x - here.x) + abs(left.value.y - here.y)
            let b = abs(right.value.x - here.x) + abs(right.value.y - here.y)
            return (a, left.key) < (b, right.key)
        }
        guard let nearest, !frame.scene.atlas.children(of: GridID(Int(nearest.key))).isEmpty else { return nil }
        return GridID(Int(nearest.key))
    }

    /// Opens a neighbour and stands where one came in.
    private mutating func cross(to next: GridID, from place: GridID, _ chart: Chart, in frame: Frame) {
        let old = focus
        focus = next
        path = frame.scene.atlas.path(to: next)
        let opened = plan(frame).chart
        guard let old, let back = opened.anchors[old.label] else {
            self.place = nil
            return
        }
        self.place = opened.shown.min { left, right in
            func distance(_ id: GridID) -> Int {
                guard let anchor = opened.anchors[id.label] else { return .max }
                return abs(anchor.x - back.x) + abs(anchor.y - back.y)
            }
            return distance(left) < distance(right)
        }
    }

    /// The grid before or after in the order of the directory.
    private mutating func turn(_ by: Int, in frame: Frame) {
        let own = frame.scene.atlas.children(of: focus)
        guard let place, let index = own.firstIndex(of: place) else { return }
        self.place = own[(index + by + own.count) % own.count]
    }

    private mutating func move(_ motion: Motion, from number: MatterNumber, in frame: Frame) {
        let list = matters(in: frame)
        guard let index = list.firstIndex(of: number) else { return }
        let next: Int? =
            switch motion {
            case .up: index - 1
            case .down: index + 1
            case .pageUp: index - 8
            case .pageDown: index + 8
            case .home: 0
            case .end: list.count - 1
            case .left, .right: nil
            }
        matter = next.map { list[max(0, min($0, list.count - 1))] }
    }

    // MARK: Mouse

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
            let row = point.y - list.y
            return plan.numbered.indices.contains(row) ? plan.numbered[row] : nil
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

    // MARK: Drawing

    private func plan(_ frame: Frame) -> MapPlan {
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

    private var headerState: MapHeader.State {
        MapHeader.State(focus: focus, measure: measure, isDeep: isDeep, filter: filter)
    }

    private func cardView(_ frame: Frame, _ plan: MapPlan) -> MapCard {
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
