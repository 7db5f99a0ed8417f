/// Finds room for names on a map, in cells of the screen: a cell is two samples, one above the other.
package struct LabelFit {
    /// How many cells from each one on to the right belong to the same area and to its inside.
    private var runs: [Int32]
    private var labels: [Int32]
    private let width: Int
    private let height: Int
    private let grid: LabelGrid

    /// - Parameter grid: twice as high as the screen has rows.
    package init(_ grid: LabelGrid) {
        self.grid = grid
        width = grid.width
        height = grid.height / 2
        labels = Array(repeating: 0, count: width * height)
        runs = labels
        for y in 0..<height {
            for x in 0..<width {
                let label = grid[x, 2 * y]
                let isInside =
                    label != 0 && grid[x, 2 * y + 1] == label && grid.label(x - 1, 2 * y) == label
                    && grid.label(x + 1, 2 * y) == label && grid.label(x - 1, 2 * y + 1) == label
                    && grid.label(x + 1, 2 * y + 1) == label && grid.label(x, 2 * y - 1) == label
                    && grid.label(x, 2 * y + 2) == label
                labels[y * width + x] = isInside ? label : 0
            }
            count(y)
        }
    }

    private mutating func count(_ y: Int) {
        var run: Int32 = 0
        for x in (0..<width).reversed() {
            let index = y * width + x
            let isSame = x + 1 < width && labels[index + 1] == labels[index]
            run = labels[index] == 0 ? 0 : isSame ? run + 1 : 1
            runs[index] = run
        }
    }

    /// Where a block of cells fits into an area: the place with the widest margin, and of those the nearest to the
    /// anchor. Nil if it fits nowhere.
    package func place(columns: Int, rows: Int, in label: Int32, _ anchor: Chart.Anchor) -> (x: Int, y: Int)? {
        guard columns > 0, rows > 0, columns <= width, rows <= height else { return nil }
        for (marginX, marginY) in [(4, 1), (2, 1), (1, 0), (0, 0)] {
            if let found = place(columns, rows, marginX, marginY, label, anchor) { return found }
        }
        return nil
    }

    private func place(
        _ columns: Int,
        _ rows: Int,
        _ marginX: Int,
        _ marginY: Int,
        _ label: Int32,
        _ anchor: Chart.Anchor
    ) -> (x: Int, y: Int)? {
        let (wide, high) = (columns + 2 * marginX, rows + 2 * marginY)
        var best: (cost: Int, x: Int, y: Int)?
        let top = max(0, anchor.top / 2)
        let bottom = min(height, (anchor.bottom + 1) / 2) - high
        let left = max(0, anchor.left)
        let right = min(width, anchor.right) - wide
        guard top <= bottom, left <= right else { return nil }
        for y in top...bottom {
            for x in left...right {
                let cost = abs(x + wide / 2 - anchor.x) + abs(2 * y + high - anchor.y)
                guard cost < best?.cost ?? .max else { continue }
                let fits = (y..<y + high).allSatisfy { row in
                    labels[row * width + x] == label && Int(runs[row * width + x]) >= wide
                }
                if fits { best = (cost, x + marginX, y + marginY) }
            }
        }
        return best.map { ($0.x, $0.y) }
    }

    /// Takes cells for what was placed there, so that nothing else comes over it.
    package mutating func take(x: Int, y: Int, columns: Int, rows: Int) {
        for row in max(0, y)..<min(height, y + rows) {
            for column in max(0, x)..<min(width, x + columns) { labels[row * width + column] = 0 }
            count(row)
        }
    }

    /// A row that is all road over so many cells, for its name: the longest such stretch.
    package func stretch(of label: Int32, columns: Int) -> (x: Int, y: Int)? {
        var best: (run: Int, x: Int, y: Int)?
        for y in 0..<height {
            var run = 0
            for x in 0...width {
                if x < width, grid[x, 2 * y] == label || grid[x, 2 * y + 1] == label {
                    run += 1
                } else {
                    if run >= columns, run > best?.run ?? 0 { best = (run, x - run, y) }
                    run = 0
                }
            }
        }
        return best.map { ($0.x + ($0.run - columns) / 2, $0.y) }
    }

    /// A place in an area where a column of so many cells stands, for a name written downwards.
    package func column(of label: Int32, rows: Int) -> (x: Int, y: Int)? {
        guard rows <= height else { return nil }
        for y in stride(from: (height - rows) / 2, through: height - rows, by: 1).map(\.self)
            + stride(from: (height - rows) / 2 - 1, through: 0, by: -1).map(\.self)
        {
            for x in 0..<width - 1 {
                let fits = (y..<y + rows).allSatisfy { row in
                    [0, 1].allSatisfy { grid[x + $0, 2 * row] == label || grid[x + $0, 2 * row + 1] == label }
                }
                if fits { return (x, y) }
            }
        }
        return nil
    }
}
