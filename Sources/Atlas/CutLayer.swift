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
