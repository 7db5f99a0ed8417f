import Ledger
import Text

extension Atlas {
    func draw(_ key: ChartKey) -> Chart {
        let focus = key.focus
        let shown = children[focus] ?? []
        guard key.width > 0, key.height > 0, let layer = layer(of: focus) else {
            return Chart(grid: LabelGrid(width: key.width, height: key.height), shown: [], unplaced: shown)
        }
        let root = root(of: focus)
        var extent = focus == root ? frame(of: layer) : place(of: focus) ?? frame(of: layer)
        let margin = focus == root ? 0.015 : 0.1
        extent = Extent(
            left: extent.left - extent.width * margin,
            top: extent.top - extent.height * margin,
            right: extent.right + extent.width * margin,
            bottom: extent.bottom + extent.height * margin
        )
        let window = Window(fitting: extent, width: key.width, height: key.height, stretch: 1.45)
        var grid = raster(window, key.width, key.height, from: root, opening: chain(from: root, to: focus))
        grid.smooth()
        keepAll(shown, of: focus, layer, window, in: &grid)
        let present = Set(grid.labels)
        var chart = Chart(
            grid: grid,
            shown: shown.filter { present.contains($0.label) },
            unplaced: shown.filter { !present.contains($0.label) }
        )
        if case .cuts = layer { chart.isSketch = true }
        if case .survey = layer, focus == root { chart.isSqueezed = !squeeze.isEmpty }
        if key.opens { chart.inner = inner(of: shown, window, root, grid) }
        chart.points = points(below: focus, root, window, in: grid)
        return chart
    }

    /// The points of the sheets that are seen: from the root down to what is opened, and of its parts.
    func points(below focus: GridID, _ root: GridID, _ window: Window, in grid: LabelGrid) -> [Chart.Point] {
        let seen = [root] + chain(from: root, to: focus) + (children[focus] ?? [])
        var found: [Chart.Point] = []
        for key in Set(seen).sorted() where maps[key]?.objects.contains(where: \.kind.isPoint) ?? false {
            guard let layer = layer(of: key), self.root(of: key) == root else { continue }
            let shift = shift(to: layer, of: key, root)
            for (object, spot) in points[key] ?? [] {
                let x = Int(window.column(shift.back(x: spot.x)).rounded(.down))
                let y = Int(window.row(shift.back(y: spot.y)).rounded(.down))
                guard (0..<grid.width).contains(x), (0..<grid.height).contains(y), grid[x, y] != 0 else { continue }
                found.append(Chart.Point(object: object, x: x, y: y, label: grid[x, y]))
            }
        }
        return found
    }

    /// Even the smallest grid has a sample to stand on.
    func keepAll(
        _ shown: [GridID],
        of focus: GridID,
        _ layer: Layer,
        _ window: Window,
        in grid: inout LabelGrid
    ) {
        var counts: [Int32: Int] = [:]
        for label in grid.labels { counts[label, default: 0] += 1 }
        for id in shown where counts[id.label] == nil {
            guard let spot = anchor(of: id, below: focus, layer) else { continue }
            let x = min(max(Int(window.column(spot.x)), 0), grid.width - 1)
            let y = min(max(Int(window.row(spot.y)), 0), grid.height - 1)
            // Not at the cost of another one's only sample.
            let old = grid[x, y]
            guard counts[old, default: 0] > 1 || old <= 0 else { continue }
            counts[old, default: 1] -= 1
            counts[id.label] = 1
            grid[x, y] = id.label
        }
    }

    func inner(of shown: [GridID], _ window: Window, _ root: GridID, _ grid: LabelGrid) -> LabelGrid {
        var inner = grid
        let all = Set(shown.map(\.label))
        var present: Set<Int32> = []
        for label in grid.labels where all.contains(label) { present.insert(label) }
        for id in shown where present.contains(id.label) {
            if let layer = layer(of: id) { paint(layer, of: id, root, into: &inner, window) { $0 == id.label } }
        }
        // Seen from far, the streets inside an area are but its borders.
        for index in inner.labels.indices where inner.labels[index] < 0 && grid.labels[index] > 0 {
            inner.labels[index] = Int32.min
        }
        inner.spread(into: { $0 == Int32.min }) { $0 > 0 }
        return inner
    }

    func raster(_ window: Window, _ width: Int, _ height: Int, from root: GridID, opening chain: [GridID])
        -> LabelGrid
    {
        var grid = LabelGrid(width: width, height: height)
        if let layer = layer(of: root) { paint(layer, of: root, root, into: &grid, window) { $0 == 0 } }
        thinRoads(in: &grid)
        for id in chain {
            guard let layer = layer(of: id) else { continue }
            paint(layer, of: id, root, into: &grid, window) { $0 == id.label }
            thinRoads(in: &grid)
        }
        return grid
    }

    func thinRoads(in grid: inout LabelGrid) {
        grid.thin { label in
            label < 0 && label > Int32.min && objects[LabelGrid.index(of: label)].kind == .road
        }
    }

    func paint(
        _ layer: Layer,
        of key: GridID,
        _ root: GridID,
        into grid: inout LabelGrid,
        _ window: Window,
        where mask: (Int32) -> Bool
    ) {
        let shift = shift(to: layer, of: key, root)
        switch layer {
        case .cells(let cells):
            let sample = cells.sampler(step: Spot(x: window.step.x * shift.scale.x, y: window.step.y * shift.scale.y))
            for y in 0..<grid.height {
                let spotY = shift.y(window.y(of: y))
                if key == root, spotY < cells.frame.top || spotY >= cells.frame.bottom { continue }
                for x in 0..<grid.width where mask(grid[x, y]) {
                    let spotX = shift.x(window.x(of: x))
                    if key == root, spotX < cells.frame.left || spotX >= cells.frame.right { continue }
                    let label = sample(Spot(x: spotX, y: spotY))
                    if label != 0 { grid[x, y] = label }
                }
            }
        case .cuts(let cuts):
            let extent = frame(of: layer)
            for y in 0..<grid.height {
                for x in 0..<grid.width where mask(grid[x, y]) {
                    let spot = Spot(x: window.x(of: x), y: window.y(of: y))
                    if key == root, !extent.contains(spot) { continue }
                    grid[x, y] = cuts.label(at: spot)
                }
            }
        case .survey(let survey):
            let own = Set(survey.shapes.map(\.label))
            survey.paint(into: &grid, window.moved(by: shift)) { key == root || mask($0) || own.contains($0) }
            if key == root {
                // Slivers between neighbours that were measured apart.
                grid.closeGaps()
            } else {
                grid.spread(into: { $0 == key.label }, limit: 3) { own.contains($0) }
            }
        }
    }
}
