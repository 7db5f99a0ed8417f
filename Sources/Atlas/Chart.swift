package import Ledger

/// One map at one size: what covers each sample, and where each grid is best spoken of.
package struct Chart: Sendable {
    package let grid: LabelGrid
    /// The grids that the map is of and that have a place on it, in the order of the directory.
    package let shown: [GridID]
    /// Those without a place.
    package let unplaced: [GridID]
    /// Nobody drew these grids: they were laid out by the program (示意).
    package internal(set) var isSketch = false
    /// Parts that lie far from the rest (飞地) were moved near.
    package internal(set) var isSqueezed = false
    /// The parts of the parts, where they were asked for.
    package internal(set) var inner: LabelGrid?

    /// 卡口 and 值守点 that lie on it, in samples.
    package internal(set) var points: [Point] = []

    package struct Point: Hashable, Sendable {
        package var object: MapSheet.Object
        package var x: Int
        package var y: Int
        /// What it stands in.
        package var label: Int32
    }

    /// The middle of each label on the map, as far from its border as possible, in samples.
    package let anchors: [Int32: Anchor]
    /// Which labels of grids touch, and how long their common border is.
    package let borders: [Int32: [Int32: Int]]

    package struct Anchor: Hashable, Sendable {
        package var x: Int
        package var y: Int
        /// Steps to the border.
        package var depth: Int
        /// Samples in all.
        package var size: Int
        /// The smallest rectangle around it.
        package var left: Int
        package var top: Int
        package var right: Int
        package var bottom: Int
    }

    init(grid: LabelGrid, shown: [GridID], unplaced: [GridID]) {
        self.grid = grid
        self.shown = shown
        self.unplaced = unplaced
        anchors = Chart.anchors(of: grid)
        borders = Chart.borders(of: grid)
    }

    private static func anchors(of grid: LabelGrid) -> [Int32: Anchor] {
        struct Sums {
            var x = 0
            var y = 0
            var count = 0
            var left = Int.max
            var top = Int.max
            var right = 0
            var bottom = 0
        }
        var sums: [Int32: Sums] = [:]
        for y in 0..<grid.height {
            var x = 0
            while x < grid.width {
                let label = grid[x, y]
                let start = x
                while x < grid.width, grid[x, y] == label { x += 1 }
                guard label != 0 else { continue }
                let count = x - start
                sums[label, default: Sums()].x += (start + x - 1) * count / 2
                sums[label]!.y += y * count
                sums[label]!.count += count
                sums[label]!.left = min(sums[label]!.left, start)
                sums[label]!.right = max(sums[label]!.right, x)
                sums[label]!.top = min(sums[label]!.top, y)
                sums[label]!.bottom = max(sums[label]!.bottom, y + 1)
            }
        }
        let depths = grid.depths()
        var best: [Int32: (score: Int, index: Int)] = [:]
        for index in grid.labels.indices {
            let label = grid.labels[index]
            guard label > 0, let sum = sums[label] else { continue }
            let dx = index % grid.width - sum.x / sum.count
            let dy = index / grid.width - sum.y / sum.count
            // Far from the border, and of those as near to the middle as can be.
            let score = min(Int(depths[index]), 6) * 24 - dx.magnitude.asInt - dy.magnitude.asInt
            if score > best[label]?.score ?? .min { best[label] = (score, index) }
        }
        return sums.reduce(into: [:]) { anchors, entry in
            let (label, sum) = entry
            let index = best[label]?.index ?? (sum.y / sum.count) * grid.width + sum.x / sum.count
            anchors[label] = Anchor(
                x: index % grid.width,
                y: index / grid.width,
                depth: Int(depths[index]),
                size: sum.count,
                left: sum.left,
                top: sum.top,
                right: sum.right,
                bottom: sum.bottom
            )
        }
    }

    private static func borders(of grid: LabelGrid) -> [Int32: [Int32: Int]] {
        var borders: [Int32: [Int32: Int]] = [:]
        func touch(_ a: Int32, _ b: Int32) {
            guard a != b, a > 0, b > 0 else { return }
            borders[a, default: [:]][b, default: 0] += 1
            borders[b, default: [:]][a, default: 0] += 1
        }
        for y in 0..<grid.height {
            for x in 0..<grid.width {
                if x + 1 < grid.width { touch(grid[x, y], grid[x + 1, y]) }
                if y + 1 < grid.height { touch(grid[x, y], grid[x, y + 1]) }
            }
        }
        return borders
    }
}

extension UInt {
    fileprivate var asInt: Int { Int(self) }
}
