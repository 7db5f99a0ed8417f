import Text

// Geometries: rings, lines and points, whatever they are nested in.

extension GeoReader {
    mutating func read(_ geometry: JSONNode, into shape: inout GeoShape, depth: Int = 0) {
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

    private mutating func rings(_ node: JSONNode?, _ geometry: JSONNode, into shape: inout GeoShape) {
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

    private mutating func line(_ node: JSONNode?, _ geometry: JSONNode, into shape: inout GeoShape) {
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
}
