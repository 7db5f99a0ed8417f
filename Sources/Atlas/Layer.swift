import Ledger

/// A point of the plane a map lies on: samples of a letter picture, tiles, or what was surveyed.
struct Spot: Hashable, Sendable {
    var x: Double
    var y: Double
}

/// An upright rectangle of the plane.
struct Extent: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
    var centre: Spot { Spot(x: (left + right) / 2, y: (top + bottom) / 2) }

    static let none = Extent(left: .infinity, top: .infinity, right: -.infinity, bottom: -.infinity)
    var isEmpty: Bool { !(width > 0 && height > 0) }

    mutating func take(_ x: Double, _ y: Double) {
        left = min(left, x)
        top = min(top, y)
        right = max(right, x)
        bottom = max(bottom, y)
    }

    func union(_ other: Extent) -> Extent {
        Extent(
            left: min(left, other.left),
            top: min(top, other.top),
            right: max(right, other.right),
            bottom: max(bottom, other.bottom)
        )
    }

    func contains(_ spot: Spot) -> Bool { spot.x >= left && spot.x < right && spot.y >= top && spot.y < bottom }
}

/// The grids below one parent, ready to be asked what covers a point.
enum Layer {
    /// A picture of cells, laid over the shape of the parent.
    case cells(CellLayer)
    /// Straight cuts through the shape of the parent: where nobody drew anything.
    case cuts(CutLayer)
    /// Outlines where they were surveyed.
    case survey(SurveyLayer)
}

/// A picture of cells: letters or tiles.
final class CellLayer {
    /// The picture at 1, 2, 4 … times its size.
    private var sizes: [LabelGrid]
    private let isRounded: Bool
    /// What is drawn, without the empty margin.
    let frame: Extent
    /// The height of a cell in widths.
    let stretch: Double
    /// Roads and rivers stay whole when the picture is made smaller.
    private let roads: Set<Int32>

    /// - Parameters:
    ///   - fills: whether what is outside takes the nearest grid, because the parent's shape bounds it anyway.
    init(_ picture: LabelGrid, roads: Set<Int32>, stretch: Double, isRounded: Bool, fills: Bool) {
        var picture = picture
        var frame = Extent.none
        for y in 0..<picture.height {
            for x in 0..<picture.width where picture[x, y] != 0 {
                frame.take(Double(x), Double(y))
                frame.take(Double(x + 1), Double(y + 1))
            }
        }
        if fills { picture.spread(into: { $0 == 0 }, from: { $0 > 0 }) }
        self.frame = Extent(
            left: frame.left,
            top: frame.top * stretch,
            right: frame.right,
            bottom: frame.bottom * stretch
        )
        self.stretch = stretch
        self.isRounded = isRounded
        self.roads = roads.union(picture.narrowObjects)
        sizes = [picture]
    }

    private static let largest = 1_600

    /// The picture at a size where a cell is at most `step` wide.
    private func picture(for step: Double) -> (LabelGrid, scale: Double) {
        var index = 0
        var scale = 1.0
        while isRounded, step * scale < 1, sizes[index].width * 2 <= CellLayer.largest {
            if index + 1 == sizes.count { sizes.append(sizes[index].doubled()) }
            index += 1
            scale *= 2
        }
        return (sizes[index], scale)
    }

    /// A quick way to ask for many points `step` apart.
    func sampler(step: Spot) -> (Spot) -> Int32 {
        let (picture, scale) = picture(for: min(step.x, step.y / stretch))
        let base = sizes[0]
        let (roads, stretch) = (roads, stretch)
        // Just far enough that no cell falls between two samples, and with a little more no corner.
        let reach = (x: max(0, step.x - 1) / 2 + 0.1, y: max(0, step.y / stretch - 1) / 2 + 0.1)
        let mayLose = !roads.isEmpty && (step.x > 1 || step.y / stretch > 1)
        return { spot in
            let (x, y) = (spot.x, spot.y / stretch)
            let cellX = min(max(Int(x * scale), 0), picture.width - 1)
            let cellY = min(max(Int(y * scale), 0), picture.height - 1)
            let label = picture[cellX, cellY]
            guard mayLose, !roads.contains(label) else { return label }
            for row in Int(max(0, y - reach.y))...max(Int(max(0, y - reach.y)), Int(y + reach.y - 1e-9)) {
                for column in Int(max(0, x - reach.x))...max(Int(max(0, x - reach.x)), Int(x + reach.x - 1e-9)) {
                    let label = base.label(column, row)
                    if roads.contains(label) { return label }
                }
            }
            return label
        }
    }

    /// Where a label stands: its middle cell.
    func anchor(_ label: Int32) -> Spot? {
        let picture = sizes[0]
        var (x, y, count) = (0.0, 0.0, 0.0)
        for index in picture.labels.indices where picture.labels[index] == label {
            x += Double(index % picture.width) + 0.5
            y += Double(index / picture.width) + 0.5
            count += 1
        }
        return count > 0 ? Spot(x: x / count, y: y / count * stretch) : nil
    }
}
