package import Ledger
import Text

#if canImport(Glibc)
    import Glibc
#endif

/// All that a ledger knows of its map, ready to be shown at any size: the street, a community, a grid.
///
/// Whatever was drawn is laid over the shape of its parent, so that the levels fit into one another; where nothing was
/// drawn the shape is cut into pieces of equal size (示意). What was prepared once is kept; an atlas stays on one thread.
package final class Atlas {
    private let grids: [GridID: Grid]
    private let maps: [GridID: MapSheet]
    /// In the order of the directory; the street has key 0.
    private let children: [GridID: [GridID]]
    /// Waters and roads, by the index of their label.
    package private(set) var objects: [MapSheet.Object] = []

    /// 卡口 and 值守点 of each sheet, on the plane of its layer; known once the layer is.
    private var points: [GridID: [(object: MapSheet.Object, spot: Spot)]] = [:]

    private lazy var system = findSystem()
    /// How much shorter a degree of longitude is than one of latitude.
    private lazy var narrowing = findNarrowing()
    private var layers: [GridID: Layer?] = [:]
    private var places: [GridID: [GridID: Extent]] = [:]
    private var charts: [ChartKey: Chart] = [:]
    private var chartOrder: [ChartKey] = []

    private struct ChartKey: Hashable {
        var focus: GridID
        var width: Int
        var height: Int
        var opens: Bool
    }

    package init(_ ledger: Ledger) {
        grids = ledger.grids
        maps = ledger.maps
        var children: [GridID: [GridID]] = [:]
        for grid in ledger.grids.values { children[grid.parent ?? MapSheet.street, default: []].append(grid.id) }
        self.children = children.mapValues { $0.sorted() }
    }

    /// Whether the ledger's grids and drawings are those this atlas was made of.
    package func shows(_ ledger: Ledger) -> Bool { ledger.maps == maps && ledger.grids == grids }

    package func children(of focus: GridID?) -> [GridID] { children[focus ?? MapSheet.street] ?? [] }

    /// The grids above one, from the top, itself last.
    package func path(to grid: GridID?) -> [GridID] {
        var path: [GridID] = []
        var next = grid
        while let id = next, let grid = grids[id], path.count < 8 {
            path.append(id)
            next = grid.parent
        }
        return path.reversed()
    }

    /// The map of what lies below `focus` (nil: the street) in `width` × `height` samples.
    /// - Parameter opens: whether the parts of the parts are wanted, too.
    package func chart(of focus: GridID?, width: Int, height: Int, opens: Bool = false) -> Chart {
        let key = ChartKey(focus: focus ?? MapSheet.street, width: width, height: height, opens: opens)
        if let known = charts[key] { return known }
        let chart = draw(key)
        charts[key] = chart
        chartOrder.append(key)
        if chartOrder.count > 12 { charts[chartOrder.removeFirst()] = nil }
        return chart
    }
}

// MARK: - Charts

extension Atlas {
    private func draw(_ key: ChartKey) -> Chart {
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
        if key.opens { chart.inner = inner(of: shown, window, root, grid) }
        chart.points = points(below: focus, root, window, in: grid)
        return chart
    }

    /// The points of the sheets that are seen: from the root down to what is opened, and of its parts.
    private func points(below focus: GridID, _ root: GridID, _ window: Window, in grid: LabelGrid) -> [Chart.Point] {
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
    private func keepAll(
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

    private func inner(of shown: [GridID], _ window: Window, _ root: GridID, _ grid: LabelGrid) -> LabelGrid {
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

    private func raster(_ window: Window, _ width: Int, _ height: Int, from root: GridID, opening chain: [GridID])
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

    private func thinRoads(in grid: inout LabelGrid) {
        grid.thin { label in
            label < 0 && label > Int32.min && objects[LabelGrid.index(of: label)].kind == .road
        }
    }

    private func paint(
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

// MARK: - Places

extension Atlas {
    /// The grid whose drawing is the ground to stand on: the street, or below it the nearest that has no place there.
    private func root(of key: GridID) -> GridID {
        guard key != MapSheet.street else { return key }
        return place(of: key) == nil ? key : root(of: parent(of: key))
    }

    private func parent(of key: GridID) -> GridID { grids[key]?.parent ?? MapSheet.street }

    private func chain(from root: GridID, to key: GridID) -> [GridID] {
        var chain: [GridID] = []
        var next = key
        while next != root, next != MapSheet.street {
            chain.append(next)
            next = parent(of: next)
        }
        return chain.reversed()
    }

    private static let fine = 240

    /// Where a grid lies on the plane of its root; nil if it has no place.
    private func place(of key: GridID) -> Extent? {
        let parent = parent(of: key)
        if let known = places[parent] { return known[key] }
        guard let layer = layer(of: parent) else {
            places[parent] = [:]
            return nil
        }
        let root = root(of: parent)
        let extent = parent == root ? frame(of: layer) : place(of: parent) ?? frame(of: layer)
        let window = Window(fitting: extent, width: Atlas.fine, height: Atlas.fine, stretch: 4)
        let grid = raster(window, Atlas.fine, Atlas.fine, from: root, opening: chain(from: root, to: parent))
        var found: [GridID: Extent] = [:]
        let own = Set(children[parent] ?? [])
        for y in 0..<grid.height {
            for x in 0..<grid.width where grid[x, y] > 0 {
                let id = GridID(Int(grid[x, y]))
                guard own.contains(id) else { continue }
                found[id, default: .none].take(window.x(of: x) - window.step.x / 2, window.y(of: y) - window.step.y / 2)
                found[id, default: .none].take(window.x(of: x) + window.step.x / 2, window.y(of: y) + window.step.y / 2)
            }
        }
        for id in own where found[id] == nil {
            guard let spot = anchor(of: id, below: parent, layer) else { continue }
            var small = Extent.none
            small.take(spot.x - window.step.x / 2, spot.y - window.step.y / 2)
            small.take(spot.x + window.step.x / 2, spot.y + window.step.y / 2)
            found[id] = small
        }
        places[parent] = found
        return found[key]
    }

    /// Where a grid too small to be seen stands, on the plane of the root.
    private func anchor(of id: GridID, below parent: GridID, _ layer: Layer) -> Spot? {
        let spot: Spot?
        switch layer {
        case .cells(let cells): spot = cells.anchor(id.label)
        case .survey(let survey): spot = survey.anchor(id.label)
        case .cuts: spot = nil
        }
        let shift = shift(to: layer, of: parent, root(of: parent))
        return spot.map { Spot(x: shift.back(x: $0.x), y: shift.back(y: $0.y)) }
    }

    /// From the plane of the root to that of a layer.
    private func shift(to layer: Layer, of key: GridID, _ root: GridID) -> Shift {
        guard key != root, let place = place(of: key) else { return .none }
        switch layer {
        case .cuts: return .none
        case .cells(let cells): return Shift(from: place, to: cells.frame)
        case .survey(let survey):
            if case .survey? = self.layer(of: root) { return .none }
            return Shift(from: place, to: survey.frame)
        }
    }

    private func frame(of layer: Layer) -> Extent {
        switch layer {
        case .cells(let cells): cells.frame
        case .survey(let survey): survey.frame
        case .cuts: Extent(left: 0, top: 0, right: 176, bottom: 100)
        }
    }
}

// MARK: - Layers

extension Atlas {
    private func layer(of key: GridID) -> Layer? {
        if let known = layers[key] { return known }
        let layer = makeLayer(of: key)
        layers[key] = layer
        return layer
    }

    private func makeLayer(of key: GridID) -> Layer? {
        guard let own = children[key], !own.isEmpty else { return nil }
        let sheet = maps[key]
        if let sheet, sheet.places.contains(where: \.form.isCells) { return .cells(cells(of: sheet, key)) }
        let shapes = own.flatMap { self.shapes(of: $0, as: $0.label) }
        if !shapes.isEmpty { return .survey(SurveyLayer(shapes + objectShapes(of: sheet))) }
        return .cuts(cuts(of: key, own))
    }

    private func cuts(of key: GridID, _ own: [GridID]) -> CutLayer {
        // While this is made nobody may ask for the layer itself.
        let labels = own.map(\.label)
        guard key != MapSheet.street, let place = place(of: key) else {
            return CutLayer(tiling: labels, in: Extent(left: 0, top: 0, right: 176, bottom: 100))
        }
        let parent = parent(of: key)
        let root = root(of: parent)
        let window = Window(fitting: place, width: Atlas.fine / 2, height: Atlas.fine / 2, stretch: 4)
        let grid = raster(window, Atlas.fine / 2, Atlas.fine / 2, from: root, opening: chain(from: root, to: parent))
        var shape: [Spot] = []
        for y in 0..<grid.height {
            for x in 0..<grid.width where grid[x, y] == key.label {
                shape.append(Spot(x: window.x(of: x), y: window.y(of: y)))
            }
        }
        return CutLayer(shape, labels: labels)
    }

    private func cells(of sheet: MapSheet, _ key: GridID) -> CellLayer {
        var letters: [Character: Int32] = [:]
        var tiles: [(label: Int32, row: Int, column: Int, rows: Int, columns: Int)] = []
        var roads: Set<Int32> = []
        func take(_ form: MapSheet.Form, _ label: Int32) {
            switch form {
            case .letter(let letter): if let letter = letter.first { letters[letter] = label }
            case .tile(let row, let column, let rows, let columns): tiles.append((label, row, column, rows, columns))
            case .area, .line: break
            }
        }
        for object in sheet.objects where object.form.isCells && !object.kind.isPoint {
            let label = LabelGrid.object(objects.count)
            objects.append(object)
            if object.kind == .road { roads.insert(label) }
            take(object.form, label)
        }
        for place in sheet.places { take(place.form, place.grid.label) }
        let rows = sheet.rows.map { $0.map { letters[$0] ?? 0 } }
        let width = max(rows.map(\.count).max() ?? 0, tiles.map { $0.column + $0.columns - 1 }.max() ?? 0)
        let height = max(rows.count, tiles.map { $0.row + $0.rows - 1 }.max() ?? 0)
        var picture = LabelGrid(width: max(1, width), height: max(1, height))
        for (y, row) in rows.enumerated() {
            for (x, label) in row.enumerated() { picture[x, y] = label }
        }
        points[key] = Atlas.points(of: sheet, in: &picture)
        for tile in tiles {
            for y in max(1, tile.row)..<max(1, tile.row) + tile.rows where y <= picture.height {
                for x in max(1, tile.column)..<max(1, tile.column) + tile.columns where x <= picture.width {
                    picture[x - 1, y - 1] = tile.label
                }
            }
        }
        return CellLayer(
            picture,
            roads: roads,
            stretch: sheet.isSquare ? 1 : 2,
            isRounded: !sheet.rows.isEmpty,
            fills: key != MapSheet.street
        )
    }

    /// The outlines of a grid, or where it has none those of its parts.
    private func shapes(of id: GridID, as label: Int32) -> [SurveyLayer.Shape] {
        let sheet = maps[parent(of: id)]
        if let sheet, let survey = sheet.survey, survey == system,
            let place = sheet.places.first(where: { $0.grid == id }), case .area(let outline) = place.form
        {
            let rings = rings(outline)
            if !rings.isEmpty { return [SurveyLayer.Shape(label: label, rings: rings, extent: Atlas.extent(rings))] }
        }
        return (children[id] ?? []).flatMap { shapes(of: $0, as: label) }
    }

    private func objectShapes(of sheet: MapSheet?) -> [SurveyLayer.Shape] {
        guard let sheet, sheet.survey == system else { return [] }
        let points = sheet.objects.filter(\.kind.isPoint)
        self.points[sheet.key] = points.flatMap { object -> [(object: MapSheet.Object, spot: Spot)] in
            guard case .line(let outline) = object.form else { return [] }
            return spots(outline).map { (object, $0) }
        }
        return sheet.objects.filter { !$0.kind.isPoint }.compactMap { object in
            let label = LabelGrid.object(objects.count)
            switch object.form {
            case .area(let outline):
                let rings = rings(outline)
                guard !rings.isEmpty else { return nil }
                objects.append(object)
                return SurveyLayer.Shape(label: label, rings: rings, extent: Atlas.extent(rings))
            case .line(let outline):
                let lines = rings(outline)
                guard !lines.isEmpty else { return nil }
                objects.append(object)
                return SurveyLayer.Shape(label: label, rings: [], lines: lines, extent: Atlas.extent(lines))
            case .letter, .tile: return nil
            }
        }
    }

    /// What the outlines of this ledger are measured in.
    private func findSystem() -> MapSheet.Survey? {
        let systems = maps.sorted { $0.key < $1.key }.compactMap { $0.value.places.isEmpty ? nil : $0.value.survey }
        return systems.first
    }

    private func rings(_ outline: Outline) -> [[Spot]] { outline.rings.filter { $0.count >= 2 }.map { $0.map(spot) } }

    private func spots(_ outline: Outline) -> [Spot] { outline.rings.joined().map(spot) }

    /// On a plane that grows to the east and to the south; a degree of longitude is as long as it is there.
    private func spot(_ point: Outline.Point) -> Spot {
        Spot(x: Double(point.x) * (system == .degrees ? narrowing : 1), y: -Double(point.y))
    }

    private func findNarrowing() -> Double {
        for (_, sheet) in maps.sorted(by: { $0.key < $1.key }) where sheet.survey == .degrees {
            for place in sheet.places {
                guard case .area(let outline) = place.form, let point = outline.rings.first?.first else { continue }
                // Rounded, so that the sheets of one street agree.
                let latitude = (Double(point.y) / 1e6).rounded()
                return max(0.1, cos(latitude * .pi / 180))
            }
        }
        return 1
    }

    private static func extent(_ rings: [[Spot]]) -> Extent {
        var extent = Extent.none
        for spot in rings.joined() { extent.take(spot.x, spot.y) }
        return extent
    }
}

/// From one plane to another: scaled and moved, each axis by itself.
struct Shift {
    var scale: Spot
    var offset: Spot

    static let none = Shift(scale: Spot(x: 1, y: 1), offset: Spot(x: 0, y: 0))

    init(scale: Spot, offset: Spot) {
        self.scale = scale
        self.offset = offset
    }

    init(from: Extent, to: Extent) {
        guard !from.isEmpty, !to.isEmpty else {
            self = .none
            return
        }
        scale = Spot(x: to.width / from.width, y: to.height / from.height)
        offset = Spot(x: to.left - from.left * scale.x, y: to.top - from.top * scale.y)
    }

    func x(_ x: Double) -> Double { x * scale.x + offset.x }
    func y(_ y: Double) -> Double { y * scale.y + offset.y }
    func back(x: Double) -> Double { (x - offset.x) / scale.x }
    func back(y: Double) -> Double { (y - offset.y) / scale.y }
}

extension Window {
    func moved(by shift: Shift) -> Window {
        var window = self
        window.origin = Spot(x: shift.x(origin.x), y: shift.y(origin.y))
        window.step = Spot(x: step.x * shift.scale.x, y: step.y * shift.scale.y)
        return window
    }
}

extension LabelGrid {
    /// Gives gaps of up to two samples between areas to a neighbour; what opens to the outside stays.
    mutating func closeGaps() {
        for _ in 0..<2 {
            let before = self
            for y in 0..<height {
                for x in 0..<width where before[x, y] == 0 {
                    let sides = [
                        before.label(x - 1, y), before.label(x + 1, y), before.label(x, y - 1), before.label(x, y + 1),
                    ]
                    let isBetween = (sides[0] > 0 && sides[1] > 0) || (sides[2] > 0 && sides[3] > 0)
                    if isBetween { self[x, y] = sides.first { $0 > 0 }! }
                }
            }
        }
    }
}

extension GridID {
    /// What its samples are labelled with.
    package var label: Int32 { Int32(truncatingIfNeeded: rawValue) }
}

extension MapSheet.Form {
    fileprivate var isCells: Bool {
        switch self {
        case .letter, .tile: true
        case .area, .line: false
        }
    }
}
