import Ledger
import Text

#if canImport(Glibc)
    import Glibc
#endif

extension Atlas {
    func layer(of key: GridID) -> Layer? {
        if let known = layers[key] { return known }
        let layer = makeLayer(of: key)
        layers[key] = layer
        return layer
    }

    func makeLayer(of key: GridID) -> Layer? {
        guard let own = children[key], !own.isEmpty else { return nil }
        let sheet = maps[key]
        if let sheet, sheet.places.contains(where: \.form.isCells) { return .cells(cells(of: sheet, key)) }
        let shapes = own.flatMap { self.shapes(of: $0, as: $0.label) }
        if !shapes.isEmpty { return .survey(SurveyLayer(shapes + objectShapes(of: sheet))) }
        return .cuts(cuts(of: key, own))
    }

    func cuts(of key: GridID, _ own: [GridID]) -> CutLayer {
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

    func cells(of sheet: MapSheet, _ key: GridID) -> CellLayer {
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
    func shapes(of id: GridID, as label: Int32) -> [SurveyLayer.Shape] {
        let sheet = maps[parent(of: id)]
        if let sheet, let survey = sheet.survey, survey == system,
            let place = sheet.places.first(where: { $0.grid == id }), case .area(let outline) = place.form
        {
            let rings = rings(outline)
            if !rings.isEmpty { return [SurveyLayer.Shape(label: label, rings: rings, extent: Atlas.extent(rings))] }
        }
        return (children[id] ?? []).flatMap { shapes(of: $0, as: label) }
    }

    func objectShapes(of sheet: MapSheet?) -> [SurveyLayer.Shape] {
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
    func findSystem() -> MapSheet.Survey? {
        let systems = maps.sorted { $0.key < $1.key }.compactMap { $0.value.places.isEmpty ? nil : $0.value.survey }
        return systems.first
    }

    func rings(_ outline: Outline) -> [[Spot]] { outline.rings.filter { $0.count >= 2 }.map { $0.map(spot) } }

    func spots(_ outline: Outline) -> [Spot] { outline.rings.joined().map(spot) }

    /// On a plane that grows to the east and to the south; a degree of longitude is as long as it is there.
    func spot(_ point: Outline.Point) -> Spot {
        squeeze.moved(plain(point))
    }

    private func plain(_ point: Outline.Point) -> Spot {
        Spot(x: Double(point.x) * (system == .degrees ? narrowing : 1), y: -Double(point.y))
    }

    /// What the outlines of the street leave empty; where it has none, those of its parts.
    func findSqueeze() -> Squeeze {
        let drawn = maps.sorted { $0.key < $1.key }.filter { $0.value.survey == system && !$0.value.places.isEmpty }
        let sheets = drawn.first?.key == MapSheet.street ? Array(drawn.prefix(1)) : drawn
        var extents: [Extent] = []
        for place in sheets.flatMap(\.value.places) {
            guard case .area(let outline) = place.form else { continue }
            for ring in outline.rings where ring.count > 2 {
                var extent = Extent.none
                for point in ring {
                    let spot = plain(point)
                    extent.take(spot.x, spot.y)
                }
                extents.append(extent)
            }
        }
        return Squeeze(extents)
    }

    func findNarrowing() -> Double {
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

    static func extent(_ rings: [[Spot]]) -> Extent {
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
