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
