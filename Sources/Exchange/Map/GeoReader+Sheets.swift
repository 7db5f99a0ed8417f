import Ledger
import Text

// From features to sheets of the map.

extension GeoReader {
    mutating func finish() {
        guard points <= GeoFile.pointLimit else {
            return problem(.map(.tooManyPoints(points, limit: GeoFile.pointLimit)), at: 0)
        }
        guard !shapes.isEmpty else {
            return problem(.map(withPoint > 0 ? .onlyPoints(withPoint) : .noShapes), at: 0)
        }
        guard let system = system() else { return }
        var sheets: [GridID: MapSheet] = [:]
        for shape in shapes {
            var parent: GridID?
            if case .grid(let grid) = shape.subject { parent = grid.parent }
            let key = parent ?? MapSheet.street
            var sheet = sheets[key] ?? MapSheet(parent: parent, survey: system.survey)
            put(shape, system, into: &sheet)
            sheets[key] = sheet.isEmpty ? nil : sheet
        }
        guard !sheets.isEmpty else { return problem(.map(.noShapes), at: 0) }
        addObjects(to: &sheets, system)
        reading.sheets = sheets.keys.sorted().map { .init(sheet: sheets[$0]!, place: .file) }
        if system.isSwapped { reading.notes.append(system.survey == .metres ? .northFirst : .swapped) }
        if system.survey == .metres { reading.notes.append(.projected) }
        if closed > 0 { reading.notes.append(.ringsClosed(closed)) }
        if skipped > 0 { reading.notes.append(.pointsSkipped(skipped)) }
        if !withoutShape.isEmpty { reading.notes.append(.withoutShape(withoutShape)) }
        noteOtherSurveys(sheets, system)
    }

    private mutating func put(_ shape: GeoShape, _ system: GeoSystem, into sheet: inout MapSheet) {
        let rings = shape.polygons.map(system.outline).filter { $0.count >= 3 }
        let lines = shape.lines.map(system.outline).filter { $0.count >= 2 }
        switch shape.subject {
        case .grid(let grid):
            guard !rings.isEmpty else { return withoutShape.append(grid.name) }
            if let index = sheet.places.firstIndex(where: { $0.grid == grid.id }) {
                // One grid in several features is one grid of several parts.
                guard case .area(let known) = sheet.places[index].form else { return }
                sheet.places[index].form = .area(Outline(known.rings + rings))
            } else {
                sheet.places.append(.init(grid: grid.id, form: .area(Outline(rings))))
            }
        case .object(let kind, let name):
            let name = CleanText(name)
            guard !kind.isPoint else {
                let points = shape.points.map { system.outline([$0]) }
                return sheet.objects.append(.init(kind: kind, name: name, form: .line(Outline(points))))
            }
            if !rings.isEmpty { sheet.objects.append(.init(kind: kind, name: name, form: .area(Outline(rings)))) }
            if !lines.isEmpty { sheet.objects.append(.init(kind: kind, name: name, form: .line(Outline(lines)))) }
        }
    }

    /// Waters, roads and points without a grid of the first level come to what is drawn of the street, and never in its
    /// place.
    private mutating func addObjects(to sheets: inout [GridID: MapSheet], _ system: GeoSystem) {
        guard let new = sheets[MapSheet.street], new.places.isEmpty else { return }
        let ledger = source.names.ledger
        let count = new.objects.count
        guard var old = ledger.maps[MapSheet.street], !old.places.isEmpty else {
            let drawn = Array(sheets.values) + Array(ledger.maps.values)
            if !drawn.contains(where: { !$0.places.isEmpty && $0.survey == system.survey }) {
                problem(.map(.objectsAlone(count)), at: 0)
            }
            return
        }
        guard old.survey == system.survey else {
            // Letters and tiles have no coordinates.
            sheets[MapSheet.street] = nil
            if sheets.isEmpty {
                problem(.map(.noCoordinates(count)), at: 0)
            } else {
                reading.notes.append(.objectsLeftOut(count))
            }
            return
        }
        for object in new.objects {
            old.objects.removeAll { !$0.name.isEmpty && $0.name == object.name && $0.kind == object.kind }
        }
        old.objects += new.objects
        sheets[MapSheet.street] = old
        reading.notes.append(.objectsAdded(count))
    }

    /// Sheets of another survey than this file's cannot lie on it.
    private mutating func noteOtherSurveys(_ sheets: [GridID: MapSheet], _ system: GeoSystem) {
        let ledger = source.names.ledger
        let others = ledger.maps.sorted { $0.key < $1.key }.filter { key, sheet in
            sheets[key] == nil && !sheet.places.isEmpty && sheet.survey != nil && sheet.survey != system.survey
        }
        let names = others.map { key, _ in ledger.grids[key]?.name ?? ledger.committee.name }
        if !names.isEmpty { reading.notes.append(.otherSurvey(names)) }
    }

    // MARK: What the numbers are

    /// What the numbers of the whole file are; nil after a problem.
    private mutating func system() -> GeoSystem? {
        var first: GeoSystem.Kind?
        var order: GeoSystem.Order?
        var low = GeoPoint(x: .infinity, y: .infinity)
        var high = GeoPoint(x: -.infinity, y: -.infinity)
        for shape in shapes {
            for point in (shape.polygons + shape.lines + [shape.points]).joined() {
                low = GeoPoint(x: min(low.x, point.x), y: min(low.y, point.y))
                high = GeoPoint(x: max(high.x, point.x), y: max(high.y, point.y))
            }
            let points = shape.first
            guard let kind = GeoSystem.kind(of: points) else {
                problem(.map(.outOfRange("\(points[0].x), \(points[0].y)")), at: shape.offset)
                return nil
            }
            if let first, first != kind {
                problem(.map(.mixedSystems), at: shape.offset)
                return nil
            }
            first = kind
            let own = GeoSystem.order(of: points, kind)
            if let own, let order, own != order {
                problem(.map(.mixedOrder), at: shape.offset)
                return nil
            }
            order = order ?? own
        }
        guard let first else { return nil }
        let system = GeoSystem(first, low: low, high: high)
        if system.kilometres > GeoSystem.widest {
            problem(.map(.farApart(kilometres: Int(min(system.kilometres, 1e6)))), at: farthest)
            return nil
        }
        return system
    }

    /// Where the feature begins that lies farthest from most of them.
    private var farthest: Int {
        func middle(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
        let starts = shapes.map { $0.first[0] }
        let (x, y) = (middle(starts.map(\.x)), middle(starts.map(\.y)))
        func distance(_ shape: GeoShape) -> Double {
            (shape.polygons + shape.lines + [shape.points]).joined()
                .reduce(0) { max($0, ($1.x - x).magnitude + ($1.y - y).magnitude) }
        }
        return shapes.max { distance($0) < distance($1) }!.offset
    }
}
