import Ledger
import Text

/// The map as outlines: GeoJSON (RFC 7946) from whoever measured the street.
///
/// A feature is a grid where one of its properties names one, else water or a road where its kind or name says so.
struct GeoFile {
    private let bytes: [UInt8]
    private let file: String
    private let options: MapFile.Options
    private let names: GridNames

    static let pointLimit = 400_000

    init(_ bytes: [UInt8], file: String, options: MapFile.Options, names: GridNames) {
        self.bytes = bytes
        self.file = file
        self.options = options
        self.names = names
    }

    func reading() -> MapReading {
        var reader = Reader(self)
        do throws(JSONParser.Failure) {
            reader.read(try JSONParser.parse(bytes))
        } catch {
            reader.problem(.map(error.fault), at: error.offset)
        }
        if reader.reading.problems.isEmpty { reader.finish() }
        return reader.reading
    }

    /// One feature, understood.
    private struct Shape {
        var subject: Subject
        var polygons: [[GeoPoint]] = []
        var lines: [[GeoPoint]] = []
        /// 卡口 and 值守点.
        var points: [GeoPoint] = []
        var offset: Int
    }

    private enum Subject {
        case grid(Grid)
        case object(MapSheet.Object.Kind, String)
    }

    struct GeoPoint {
        var x: Double
        var y: Double
    }

    // MARK: Reading

    private struct Reader {
        private let source: GeoFile
        var reading = MapReading()
        private var shapes: [Shape] = []
        private var withoutShape: [CleanText] = []
        private var closed = 0
        private var skipped = 0
        private var points = 0

        init(_ source: GeoFile) { self.source = source }

        mutating func problem(_ fault: ImportProblem.Fault, at offset: Int) {
            guard reading.problems.count < ImportReport.problemLimit else { return }
            let place = source.bytes.place(at: offset)
            reading.problems.append(ImportProblem(file: source.file, place: place, fault: fault))
        }

        mutating func read(_ root: JSONNode) {
            switch root["type"]?.string {
            case "FeatureCollection":
                guard case .array(let features)? = root["features"]?.value, !features.isEmpty else {
                    return problem(.map(.noFeatures), at: root["features"]?.offset ?? root.offset)
                }
                for feature in features { read(feature: feature) }
            case "Feature": read(feature: root)
            case let type: problem(.map(.notGeoJSON(CleanText(type ?? ""))), at: root["type"]?.offset ?? root.offset)
            }
        }

        private mutating func read(feature: JSONNode) {
            guard feature["type"]?.string == "Feature" else {
                let type = CleanText(feature["type"]?.string ?? "")
                return problem(.map(.notGeoJSON(type)), at: feature["type"]?.offset ?? feature.offset)
            }
            var shape = Shape(subject: .object(.water, ""), offset: feature.offset)
            let before = reading.problems.count
            if let geometry = feature["geometry"], !geometry.isNull { read(geometry, into: &shape) }
            guard reading.problems.count == before, let subject = subject(of: feature, shape) else { return }
            shape.subject = subject
            if case .object(let kind, _) = subject, kind.isPoint, !shape.points.isEmpty {
                shapes.append(shape)
                return
            }
            skipped += shape.points.count
            shape.points = []
            if shape.polygons.isEmpty, shape.lines.isEmpty {
                switch subject {
                case .grid(let grid): withoutShape.append(grid.name)
                case .object: break
                }
            } else {
                shapes.append(shape)
            }
        }

        // MARK: Names

        private static let codeProperties = [
            "code", "编码", "网格编码", "网格编号", "gridcode", "grid_code", "wgbh", "wgbm", "gbcode", "adcode", "xzqdm",
            "strcoding",
            "bm", "bh", "id", "fid",
        ]
        private static let nameProperties = [
            "name", "名称", "网格名称", "网格", "社区", "gridname", "grid_name", "wgmc", "sqmc", "mc", "qmc", "xzqmc", "cunmc",
            "cjmc",
            "cun_name", "村名", "village", "community", "social", "street", "area_name", "area", "down_name", "comname",
            "town_name", "label", "title",
        ]
        private static let kindProperties = [
            "kind", "类别", "类型", "type", "natural", "waterway", "water", "highway", "fclass",
        ]

        private mutating func subject(of feature: JSONNode, _ shape: Shape) -> Subject? {
            guard case .object(let members)? = feature["properties"]?.value else {
                problem(.map(.noLabel([])), at: feature["properties"]?.offset ?? feature.offset)
                return nil
            }
            let labels = self.labels(members, feature)
            guard let labels else { return nil }
            var fault: (NameFault, Int)?
            for (label, offset) in labels {
                switch source.names.grid(label) {
                case .success(let grid): return .grid(grid)
                case .failure(let wrong):
                    fault =
                        fault.map { known in
                            // That a name is borne by several says more than that a code is not known.
                            if case .several = wrong { return (wrong, offset) }
                            return known
                        } ?? (wrong, offset)
                }
            }
            let name = labels.last?.label ?? ""
            for property in Reader.kindProperties {
                guard let node = Reader.member(property, of: members) else { continue }
                if let word = node.string, let kind = ObjectWord.kind(word) ?? ObjectWord.kind(property) {
                    return .object(kind, name)
                }
            }
            if let kind = ObjectWord.kind(endOf: name) { return .object(kind, name) }
            if !shape.lines.isEmpty, shape.polygons.isEmpty { return .object(.road, name) }
            if let fault { problem(fault.0.fault, at: fault.1) }
            return nil
        }

        private static func member(_ name: String, of members: [(key: String, node: JSONNode)]) -> JSONNode? {
            members.first { $0.key == name }?.node ?? members.first { $0.key.lowercased() == name }?.node
        }

        /// What may name the grid, most particular first.
        private mutating func labels(
            _ members: [(key: String, node: JSONNode)],
            _ feature: JSONNode
        ) -> [(label: String, offset: Int)]? {
            let chosen = [source.options.codeProperty, source.options.nameProperty].compactMap { $0 }
            let properties = chosen.isEmpty ? Reader.codeProperties + Reader.nameProperties : chosen
            let known = members.map(\.key)
            for property in chosen where !known.contains(property) {
                problem(.map(.noProperty(property, known: known)), at: feature["properties"]!.offset)
                return nil
            }
            let labels = properties.compactMap { property in
                Reader.member(property, of: members).flatMap { node in node.label.map { ($0, node.offset) } }
            }
            if labels.isEmpty {
                problem(.map(.noLabel(known)), at: feature["properties"]!.offset)
                return nil
            }
            return labels
        }

        // MARK: Shapes

        private mutating func read(_ geometry: JSONNode, into shape: inout Shape, depth: Int = 0) {
            let coordinates = geometry["coordinates"]
            let type = geometry["type"]?.string
            switch type {
            case "Polygon": rings(coordinates, geometry, into: &shape)
            case "MultiPolygon":
                guard case .array(let parts)? = coordinates?.value else { return bad(geometry) }
                for part in parts { rings(part, geometry, into: &shape) }
            case "LineString": line(coordinates, geometry, into: &shape)
            case "MultiLineString":
                guard case .array(let parts)? = coordinates?.value else { return bad(geometry) }
                for part in parts { line(part, geometry, into: &shape) }
            case "Point", "MultiPoint":
                guard let coordinates else { return bad(geometry) }
                if type == "Point", case .numbers(let numbers) = coordinates.value, numbers.count >= 2 {
                    shape.points.append(GeoPoint(x: numbers[0], y: numbers[1]))
                    points += 1
                } else if type == "MultiPoint", let several = positions(coordinates) {
                    shape.points += several
                } else {
                    bad(geometry)
                }
            case "GeometryCollection":
                guard depth < 4, case .array(let parts)? = geometry["geometries"]?.value else { return bad(geometry) }
                for part in parts { read(part, into: &shape, depth: depth + 1) }
            default: bad(geometry)
            }
        }

        private mutating func bad(_ geometry: JSONNode) {
            let type = CleanText(geometry["type"]?.string ?? "")
            problem(.map(.notAGeometry(type)), at: geometry["coordinates"]?.offset ?? geometry.offset)
        }

        private mutating func rings(_ node: JSONNode?, _ geometry: JSONNode, into shape: inout Shape) {
            guard case .array(let rings)? = node?.value else { return bad(geometry) }
            for ring in rings {
                guard var points = positions(ring) else { return }
                if points.count > 1, points[0].x == points.last!.x, points[0].y == points.last!.y {
                    points.removeLast()
                } else {
                    closed += 1
                }
                guard points.count >= 3 else {
                    return problem(.map(.shortRing(points: points.count)), at: ring.offset)
                }
                shape.polygons.append(points)
            }
        }

        private mutating func line(_ node: JSONNode?, _ geometry: JSONNode, into shape: inout Shape) {
            guard let node else { return bad(geometry) }
            guard let points = positions(node) else { return }
            if points.count > 1 { shape.lines.append(points) }
        }

        private mutating func positions(_ node: JSONNode) -> [GeoPoint]? {
            guard case .array(let nodes) = node.value else {
                problem(.map(.notAPosition), at: node.offset)
                return nil
            }
            var points: [GeoPoint] = []
            points.reserveCapacity(nodes.count)
            for node in nodes {
                guard case .numbers(let numbers) = node.value, numbers.count >= 2 else {
                    problem(.map(.notAPosition), at: node.offset)
                    return nil
                }
                points.append(GeoPoint(x: numbers[0], y: numbers[1]))
            }
            self.points += points.count
            return points
        }

        // MARK: Sheets

        mutating func finish() {
            guard points <= GeoFile.pointLimit else {
                return problem(.map(.tooManyPoints(points, limit: GeoFile.pointLimit)), at: 0)
            }
            guard !shapes.isEmpty else { return problem(.map(.noFeatures), at: 0) }
            guard let system = system() else { return }
            var sheets: [GridID: MapSheet] = [:]
            var order: [GridID] = []
            for shape in shapes {
                var parent: GridID?
                if case .grid(let grid) = shape.subject { parent = grid.parent }
                let key = parent ?? MapSheet.street
                if sheets[key] == nil { order.append(key) }
                var sheet = sheets[key] ?? MapSheet(parent: parent, survey: system.survey)
                put(shape, system, into: &sheet)
                sheets[key] = sheet
            }
            reading.sheets = order.sorted().map { .init(sheet: sheets[$0]!, place: .file) }
            if system.isSwapped { reading.notes.append(.swapped) }
            if system.survey == .metres { reading.notes.append(.projected) }
            if closed > 0 { reading.notes.append(.ringsClosed(closed)) }
            if skipped > 0 { reading.notes.append(.pointsSkipped(skipped)) }
            if !withoutShape.isEmpty { reading.notes.append(.withoutShape(withoutShape)) }
        }

        private func put(_ shape: Shape, _ system: GeoSystem, into sheet: inout MapSheet) {
            let rings = shape.polygons.map(system.outline).filter { $0.count >= 3 }
            let lines = shape.lines.map(system.outline).filter { $0.count >= 2 }
            switch shape.subject {
            case .grid(let grid):
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
                if !rings.isEmpty {
                    sheet.objects.append(.init(kind: kind, name: name, form: .area(Outline(rings))))
                }
                if !lines.isEmpty { sheet.objects.append(.init(kind: kind, name: name, form: .line(Outline(lines)))) }
            }
        }

        /// What the numbers of the whole file are; nil after a problem.
        private mutating func system() -> GeoSystem? {
            var first: GeoSystem.Kind?
            var low = GeoPoint(x: .infinity, y: .infinity)
            var high = GeoPoint(x: -.infinity, y: -.infinity)
            for shape in shapes {
                for point in (shape.polygons + shape.lines + [shape.points]).joined() {
                    low = GeoPoint(x: min(low.x, point.x), y: min(low.y, point.y))
                    high = GeoPoint(x: max(high.x, point.x), y: max(high.y, point.y))
                }
                let points = shape.polygons.first ?? shape.lines.first ?? shape.points
                guard let kind = GeoSystem.kind(of: points) else {
                    problem(.map(.outOfRange("\(points[0].x), \(points[0].y)")), at: shape.offset)
                    return nil
                }
                if let first, first != kind {
                    problem(.map(.mixedSystems), at: shape.offset)
                    return nil
                }
                first = kind
            }
            guard let first else { return nil }
            let system = GeoSystem(first, low: low, high: high)
            if system.kilometres > 300 {
                problem(.map(.farApart(kilometres: Int(min(system.kilometres, 1e6)))), at: 0)
                return nil
            }
            return system
        }
    }
}

/// What the numbers of a map file mean.
struct GeoSystem {
    enum Kind: Hashable {
        case degrees, metres
    }

    let survey: MapSheet.Survey
    /// The second number is the one that goes east.
    let isSwapped: Bool
    /// Across, at most.
    let kilometres: Double

    /// What a few positions look like; nil for what is neither degrees nor metres.
    static func kind(of points: [GeoFile.GeoPoint]) -> Kind? {
        if points.allSatisfy({
            $0.x.magnitude <= 180 && $0.y.magnitude <= 180 && min($0.x.magnitude, $0.y.magnitude) <= 90
        }) {
            return .degrees
        }
        return points.allSatisfy {
            max($0.x.magnitude, $0.y.magnitude) > 360 && max($0.x.magnitude, $0.y.magnitude) < 1e8
        }
            ? .metres : nil
    }

    init(_ kind: Kind, low: GeoFile.GeoPoint, high: GeoFile.GeoPoint) {
        let (width, height) = (high.x - low.x, high.y - low.y)
        switch kind {
        case .degrees:
            survey = .degrees
            // In China longitude is 73 to 136 and latitude 3 to 54; elsewhere only what cannot be a latitude tells.
            let isChinaSwapped = low.x >= 3 && high.x <= 54 && low.y >= 73 && high.y <= 136
            isSwapped = isChinaSwapped || max(low.y.magnitude, high.y.magnitude) > 90
            kilometres = max(width, height) * 111
        case .metres:
            survey = .metres
            // A northing in China is 400 to 6,000 km and has seven digits; an easting has six, or eight with its zone.
            func isNorth(_ low: Double, _ high: Double) -> Bool { low >= 1_000_000 && high < 6_500_000 }
            func isEast(_ low: Double, _ high: Double) -> Bool {
                (low >= 100_000 && high < 1_000_000) || (low >= 13_000_000 && high < 46_000_000)
            }
            isSwapped = isNorth(low.x, high.x) && isEast(low.y, high.y)
            kilometres = max(width, height) / 1000
        }
    }

    /// Whole numbers, east first; what falls together is one point.
    func outline(_ points: [GeoFile.GeoPoint]) -> [Outline.Point] {
        let scale = survey == .degrees ? 1e6 : 10
        var outline: [Outline.Point] = []
        outline.reserveCapacity(points.count)
        for point in points {
            let (x, y) = isSwapped ? (point.y, point.x) : (point.x, point.y)
            let next = Outline.Point(x: Int((x * scale).rounded()), y: Int((y * scale).rounded()))
            if next != outline.last { outline.append(next) }
        }
        return outline
    }
}
