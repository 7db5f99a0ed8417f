import Ledger

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
    static func kind(of points: [GeoPoint]) -> Kind? {
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

    /// Which number comes first.
    enum Order: Hashable {
        case east, north
    }

    /// Where the numbers of a few positions say it: in China longitude is 73 to 136 and latitude 3 to 54.
    static func order(of points: [GeoPoint], _ kind: Kind) -> Order? {
        guard kind == .degrees else { return nil }
        func isLongitude(_ value: Double) -> Bool { value >= 73 && value <= 136 }
        func isLatitude(_ value: Double) -> Bool { value >= 3 && value <= 54 }
        if points.allSatisfy({ isLongitude($0.x) && isLatitude($0.y) }) { return .east }
        return points.allSatisfy { isLatitude($0.x) && isLongitude($0.y) } ? .north : nil
    }

    /// Kilometres that a street may reach from end to end, with all that lies apart from it.
    static let widest = 300.0

    init(_ kind: Kind, low: GeoPoint, high: GeoPoint) {
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
    func outline(_ points: [GeoPoint]) -> [Outline.Point] {
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
