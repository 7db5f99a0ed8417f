import Ledger
import Text

/// The map as outlines: GeoJSON (RFC 7946) from whoever measured the street.
///
/// A feature is a grid where one of its properties names one, else water or a road where its kind or name says so.
struct GeoFile {
    let bytes: [UInt8]
    let file: String
    let options: MapFile.Options
    let names: GridNames

    static let pointLimit = 400_000

    init(_ bytes: [UInt8], file: String, options: MapFile.Options, names: GridNames) {
        self.bytes = bytes
        self.file = file
        self.options = options
        self.names = names
    }

    func reading() -> MapReading {
        var reader = GeoReader(self)
        do throws(JSONParser.Failure) {
            reader.read(try JSONParser.parse(bytes))
        } catch {
            reader.problem(.map(error.fault), at: error.offset)
        }
        if reader.reading.problems.isEmpty { reader.finish() }
        return reader.reading
    }
}

struct GeoPoint: Equatable {
    var x: Double
    var y: Double
}

/// One feature, understood.
struct GeoShape {
    var subject: Subject
    var polygons: [[GeoPoint]] = []
    var lines: [[GeoPoint]] = []
    /// 卡口 and 值守点.
    var points: [GeoPoint] = []
    var offset: Int

    enum Subject {
        case grid(Grid)
        case object(MapSheet.Object.Kind, String)
    }

    /// What it begins with.
    var first: [GeoPoint] { polygons.first ?? lines.first ?? points }

    /// Lines that come back to where they began are the border of an area, as drawing programs leave it.
    mutating func closeLines() {
        for line in lines where line.count >= 4 && line.first == line.last { polygons.append(line.dropLast()) }
        lines = []
    }
}

/// Reads the features of a file one after the other, and makes sheets of them at the end.
struct GeoReader {
    let source: GeoFile
    var reading = MapReading()
    var shapes: [GeoShape] = []
    /// Grids whose features have no shape, or only a point.
    var withoutShape: [CleanText] = []
    var withPoint = 0
    var closed = 0
    var skipped = 0
    var points = 0
    /// Features in which no property names a grid: how many, and the first.
    var unnamed: (count: Int, offset: Int, known: [String])?

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
        if let unnamed { problem(.map(.noLabel(unnamed.known, features: unnamed.count)), at: unnamed.offset) }
    }

    private mutating func read(feature: JSONNode) {
        guard feature["type"]?.string == "Feature" else {
            let type = CleanText(feature["type"]?.string ?? "")
            return problem(.map(.notGeoJSON(type)), at: feature["type"]?.offset ?? feature.offset)
        }
        var shape = GeoShape(subject: .object(.water, ""), offset: feature.offset)
        let before = reading.problems.count
        if let geometry = feature["geometry"], !geometry.isNull { read(geometry, into: &shape) }
        guard reading.problems.count == before, let subject = subject(of: feature, shape) else { return }
        shape.subject = subject
        switch subject {
        case .object(let kind, _) where kind.isPoint && !shape.points.isEmpty: break
        case .object:
            skipped += shape.points.count
            shape.points = []
        case .grid(let grid):
            shape.closeLines()
            if shape.polygons.isEmpty {
                withoutShape.append(grid.name)
                withPoint += shape.points.isEmpty ? 0 : 1
            }
            skipped += shape.points.count
            shape.points = []
        }
        if !shape.first.isEmpty { shapes.append(shape) }
    }
}
