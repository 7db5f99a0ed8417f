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
    /// Roads stay whole when the picture is made smaller.
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
        self.roads = roads
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
        let reach = (x: step.x / 2, y: step.y / 2 / stretch)
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

/// A tree of straight cuts; each leaf is a grid.
struct CutLayer {
    indirect enum Node {
        case leaf(Int32)
        /// Points with `x · dx + y · dy` below the limit lie in the first part.
        case cut(dx: Double, dy: Double, limit: Double, Node, Node)
    }

    let root: Node

    func label(at spot: Spot) -> Int32 {
        var node = root
        while true {
            switch node {
            case .leaf(let label): return label
            case .cut(let dx, let dy, let limit, let first, let second):
                node = spot.x * dx + spot.y * dy < limit ? first : second
            }
        }
    }

    /// Cuts a shape into pieces of equal size, in the order of the labels, each time across its longer side and a little
    /// askew, so that it looks like streets and not like a table. The same shape and labels always give the same cuts.
    init(_ shape: [Spot], labels: [Int32]) {
        root = labels.isEmpty ? .leaf(0) : CutLayer.cut(shape, labels[...], depth: 0)
    }

    private static func cut(_ shape: [Spot], _ labels: ArraySlice<Int32>, depth: Int) -> Node {
        guard labels.count > 1 else { return .leaf(labels.first!) }
        var extent = Extent.none
        for spot in shape { extent.take(spot.x, spot.y) }
        let half = labels.count / 2
        // A small wobble that follows from the labels alone.
        let seed = UInt32(bitPattern: labels.first!) &* 2_654_435_761 &+ UInt32(labels.count) &* 40_503
        let lean = (Double(seed >> 16 & 0xFF) / 255 - 0.5) * 0.36
        let isWide = extent.width >= extent.height
        let (dx, dy) = isWide ? (1.0, lean) : (lean, 1.0)
        let ordered = shape.map { (place: $0.x * dx + $0.y * dy, spot: $0) }.sorted { $0.place < $1.place }
        let middle = min(max(shape.count * half / labels.count, 1), max(1, shape.count - 1))
        let limit = ordered.isEmpty ? 0 : ordered[min(middle, ordered.count - 1)].place
        let first = ordered.prefix(middle).map(\.spot)
        let second = ordered.dropFirst(middle).map(\.spot)
        let firstLabels = labels.prefix(half)
        return .cut(
            dx: dx,
            dy: dy,
            limit: limit,
            cut(first.isEmpty ? shape : first, firstLabels, depth: depth + 1),
            cut(second.isEmpty ? shape : second, labels.dropFirst(half), depth: depth + 1)
        )
    }

    /// Tiles in reading order, for a street that nobody drew: rows of equal height, the last one filled up.
    init(tiling labels: [Int32], in extent: Extent) {
        let count = labels.count
        let columns = max(1, Int((Double(count) * 0.8).squareRoot().rounded(.up)))
        let rows = max(1, (count + columns - 1) / columns)
        func row(_ index: Int) -> Node {
            let own = Array(labels[index * columns..<min(count, (index + 1) * columns)])
            return CutLayer.slice(
                own.map(Node.leaf),
                isWide: true,
                from: extent.left,
                step: extent.width / Double(own.count)
            )
        }
        root =
            count == 0
            ? .leaf(0)
            : CutLayer.slice((0..<rows).map(row), isWide: false, from: extent.top, step: extent.height / Double(rows))
    }

    private static func slice(_ nodes: [Node], isWide: Bool, from start: Double, step: Double) -> Node {
        guard nodes.count > 1 else { return nodes[0] }
        let half = nodes.count / 2
        return .cut(
            dx: isWide ? 1 : 0,
            dy: isWide ? 0 : 1,
            limit: start + Double(half) * step,
            slice(Array(nodes[..<half]), isWide: isWide, from: start, step: step),
            slice(Array(nodes[half...]), isWide: isWide, from: start + Double(half) * step, step: step)
        )
    }
}

/// Outlines on the plane.
final class SurveyLayer {
    struct Shape {
        var label: Int32
        var rings: [[Spot]]
        var lines: [[Spot]] = []
        var extent: Extent
    }

    let shapes: [Shape]
    let frame: Extent

    init(_ shapes: [Shape]) {
        self.shapes = shapes
        frame = shapes.reduce(Extent.none) { $0.union($1.extent) }
    }

    func anchor(_ label: Int32) -> Spot? {
        let own = shapes.filter { $0.label == label }
        guard !own.isEmpty else { return nil }
        return own.reduce(Extent.none) { $0.union($1.extent) }.centre
    }

    /// Paints the shapes into a grid that shows `window`, where `mask` allows: scan lines through the middles of samples,
    /// inside by the even-odd rule.
    func paint(into grid: inout LabelGrid, _ window: Window, where mask: (Int32) -> Bool) {
        var crossings: [Double] = []
        for shape in shapes where !shape.rings.isEmpty {
            let top = max(0, Int(window.row(shape.extent.top)))
            let bottom = min(grid.height - 1, Int(window.row(shape.extent.bottom).rounded(.up)))
            guard top <= bottom, window.column(shape.extent.right) > 0,
                window.column(shape.extent.left) < Double(grid.width)
            else { continue }
            // Edges by the rows they cross, so that a row looks at its own edges alone.
            var edges: [[(a: Spot, b: Spot)]] = Array(repeating: [], count: bottom - top + 1)
            for ring in shape.rings {
                var before = ring[ring.count - 1]
                for spot in ring {
                    let (low, high) = before.y < spot.y ? (before, spot) : (spot, before)
                    if low.y < high.y {
                        let first = max(top, Int((window.row(low.y) - 0.5).rounded(.up)))
                        let last = min(bottom, Int((window.row(high.y) - 0.5).rounded(.up)) - 1)
                        if first <= last { for row in first...last { edges[row - top].append((low, high)) } }
                    }
                    before = spot
                }
            }
            for row in top...bottom where !edges[row - top].isEmpty {
                let y = window.y(of: row)
                crossings.removeAll(keepingCapacity: true)
                for (low, high) in edges[row - top] {
                    crossings.append(window.column(low.x + (y - low.y) / (high.y - low.y) * (high.x - low.x)))
                }
                crossings.sort()
                for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
                    let from = max(0, Int(max(-1, crossings[pair] - 0.5).rounded(.up)))
                    let to = min(grid.width, Int(min(Double(grid.width + 1), crossings[pair + 1] - 0.5).rounded(.up)))
                    if from < to {
                        for column in from..<to where mask(grid[column, row]) { grid[column, row] = shape.label }
                    }
                }
            }
        }
        for shape in shapes {
            for line in shape.lines { stroke(line, shape.label, into: &grid, window, where: mask) }
        }
    }

    /// A line without a gap: every sample shares a side with the next.
    private func stroke(
        _ line: [Spot],
        _ label: Int32,
        into grid: inout LabelGrid,
        _ window: Window,
        where mask: (Int32) -> Bool
    ) {
        for (from, to) in zip(line, line.dropFirst()) {
            let start = (x: window.column(from.x), y: window.row(from.y))
            let end = (x: window.column(to.x), y: window.row(to.y))
            let steps = Int(min(20_000, max((end.x - start.x).magnitude, (end.y - start.y).magnitude) * 2 + 1))
            for step in 0...steps {
                let share = Double(step) / Double(steps)
                let x = (start.x + (end.x - start.x) * share).rounded(.down)
                let y = (start.y + (end.y - start.y) * share).rounded(.down)
                guard x >= 0, y >= 0, x < Double(grid.width), y < Double(grid.height) else { continue }
                if mask(grid[Int(x), Int(y)]) { grid[Int(x), Int(y)] = label }
            }
        }
    }
}

/// The part of the plane that a grid of samples shows.
struct Window: Hashable {
    var origin: Spot
    /// The plane under one sample.
    var step: Spot

    func column(_ x: Double) -> Double { (x - origin.x) / step.x }
    func row(_ y: Double) -> Double { (y - origin.y) / step.y }
    func x(of column: Int) -> Double { origin.x + (Double(column) + 0.5) * step.x }
    func y(of row: Int) -> Double { origin.y + (Double(row) + 0.5) * step.y }

    /// Shows an extent in the middle of `width` × `height` samples; its sides may be stretched against each other up to
    /// `stretch` to fill them.
    init(fitting extent: Extent, width: Int, height: Int, stretch: Double) {
        let extent = extent.isEmpty ? Extent(left: 0, top: 0, right: 1, bottom: 1) : extent
        let across = extent.width / Double(max(1, width))
        let down = extent.height / Double(max(1, height))
        let step = max(across, down)
        self.step = Spot(x: max(across, step / stretch), y: max(down, step / stretch))
        origin = Spot(
            x: extent.centre.x - self.step.x * Double(width) / 2,
            y: extent.centre.y - self.step.y * Double(height) / 2
        )
    }
}
