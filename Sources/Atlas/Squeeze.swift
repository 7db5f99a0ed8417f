/// Brings near what lies far from the rest (飞地): a street that reaches sixty kilometres for one housing estate would else
/// be two specks on the screen.
///
/// Along each axis, an empty stretch much wider than a third of what is covered is made narrow. What lies on either side
/// keeps its shape and its order.
struct Squeeze: Hashable, Sendable {
    private var columns: [Stretch] = []
    private var rows: [Stretch] = []

    /// An empty stretch, and how much of it is taken away.
    private struct Stretch: Hashable, Sendable {
        var start: Double
        var end: Double
        var cut: Double

        func moved(_ value: Double) -> Double {
            value <= start ? 0 : value >= end ? cut : cut * (value - start) / (end - start)
        }
    }

    static let none = Squeeze([])

    /// - Parameter extents: of all that stands apart.
    init(_ extents: [Extent]) {
        columns = Self.stretches(extents.map { ($0.left, $0.right) })
        rows = Self.stretches(extents.map { ($0.top, $0.bottom) })
    }

    var isEmpty: Bool { columns.isEmpty && rows.isEmpty }

    private static func stretches(_ spans: [(start: Double, end: Double)]) -> [Stretch] {
        var covered: [(start: Double, end: Double)] = []
        for span in spans.sorted(by: { $0.start < $1.start }) {
            if let last = covered.last, span.start <= last.end {
                covered[covered.count - 1].end = max(last.end, span.end)
            } else {
                covered.append(span)
            }
        }
        let length = covered.reduce(0) { $0 + $1.end - $1.start }
        return zip(covered, covered.dropFirst()).compactMap { before, after in
            let gap = after.start - before.end
            return gap > length * 0.4 ? Stretch(start: before.end, end: after.start, cut: gap - length * 0.1) : nil
        }
    }

    func moved(_ spot: Spot) -> Spot {
        Spot(
            x: columns.reduce(spot.x) { $0 - $1.moved(spot.x) },
            y: rows.reduce(spot.y) { $0 - $1.moved(spot.y) }
        )
    }
}
