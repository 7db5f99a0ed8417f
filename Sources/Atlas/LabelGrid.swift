/// Which thing covers each sample of a map. A sample is one column wide and half a row high: square on a screen.
///
/// A label is the key of a grid, 0 outside of everything, and below zero an object (``object(_:)``): water, a road. Because
/// every sample has just one label, neighbours share their border exactly, whatever the map was drawn with.
package struct LabelGrid: Hashable, Sendable {
    package let width: Int
    package let height: Int
    package var labels: [Int32]

    package static let outside: Int32 = 0

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
        labels = Array(repeating: 0, count: width * height)
    }

    package subscript(x: Int, y: Int) -> Int32 {
        get { labels[y * width + x] }
        set { labels[y * width + x] = newValue }
    }

    /// The label at a place, and outside of the grid ``outside``.
    package func label(_ x: Int, _ y: Int) -> Int32 {
        x >= 0 && y >= 0 && x < width && y < height ? labels[y * width + x] : 0
    }

    /// The label of the object with this index, and back.
    package static func object(_ index: Int) -> Int32 { Int32(-1 - index) }
    package static func index(of label: Int32) -> Int { Int(-1 - label) }
}

extension LabelGrid {
    /// Twice as large by Scale2x: steps become slopes, and no label appears that was not there.
    func doubled() -> LabelGrid {
        var large = LabelGrid(width: width * 2, height: height * 2)
        for y in 0..<height {
            for x in 0..<width {
                let centre = self[x, y]
                let above = y > 0 ? self[x, y - 1] : centre
                let below = y + 1 < height ? self[x, y + 1] : centre
                let left = x > 0 ? self[x - 1, y] : centre
                let right = x + 1 < width ? self[x + 1, y] : centre
                let isCorner = above != below && left != right
                large[2 * x, 2 * y] = isCorner && left == above ? left : centre
                large[2 * x + 1, 2 * y] = isCorner && above == right ? right : centre
                large[2 * x, 2 * y + 1] = isCorner && left == below ? left : centre
                large[2 * x + 1, 2 * y + 1] = isCorner && below == right ? right : centre
            }
        }
        return large
    }

    /// Objects of which most samples lie at their edge: rivers, roads.
    var narrowObjects: Set<Int32> {
        var counts: [Int32: (all: Int, inside: Int)] = [:]
        for y in 0..<height {
            for x in 0..<width where self[x, y] < 0 {
                let own = self[x, y]
                let isInside =
                    label(x - 1, y) == own && label(x + 1, y) == own && label(x, y - 1) == own && label(x, y + 1) == own
                counts[own, default: (0, 0)].all += 1
                counts[own]!.inside += isInside ? 1 : 0
            }
        }
        return Set(counts.filter { $0.value.inside * 2 < $0.value.all }.keys)
    }

    /// Gives every sample that `isOpen` the label of the nearest one that is not, going step by step.
    /// - Parameter limit: how many steps at most.
    mutating func spread(into isOpen: (Int32) -> Bool, limit: Int = .max, from isSource: (Int32) -> Bool) {
        var front: [Int] = []
        for index in labels.indices where isSource(labels[index]) { front.append(index) }
        var steps = 0
        while !front.isEmpty, steps < limit {
            var next: [Int] = []
            for index in front {
                let (x, y) = (index % width, index / width)
                for (nx, ny) in [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)]
                where nx >= 0 && ny >= 0 && nx < width && ny < height {
                    let neighbour = ny * width + nx
                    guard isOpen(labels[neighbour]) else { continue }
                    labels[neighbour] = labels[index]
                    next.append(neighbour)
                }
            }
            front = next
            steps += 1
        }
    }

    /// Takes single stray samples of areas away: what stands alone among five of another label becomes like them.
    mutating func smooth() {
        let before = self
        for y in 1..<max(1, height - 1) {
            for x in 1..<max(1, width - 1) {
                let own = before[x, y]
                guard own >= 0 else { continue }
                var same = 0
                var other: Int32 = 0
                var others = 0
                for dy in -1...1 {
                    for dx in -1...1 where dx != 0 || dy != 0 {
                        let label = before[x + dx, y + dy]
                        if label == own {
                            same += 1
                        } else if label > 0 {
                            if others == 0 { other = label }
                            others += label == other ? 1 : 0
                        }
                    }
                }
                if same <= 1, others >= 5 { self[x, y] = other }
            }
        }
    }

    /// Makes roads that a close look has made broad narrow again: their middle stays, and the rest goes to who lies beside.
    mutating func thin(_ isRoad: (Int32) -> Bool) {
        // Steps to the nearest sample that is no road; the edge of the grid is none.
        var depth = labels.map { isRoad($0) ? Int32(1_000) : 0 }
        func relax(_ x: Int, _ y: Int, _ dx: Int, _ dy: Int) {
            let (nx, ny) = (x + dx, y + dy)
            guard nx >= 0, ny >= 0, nx < width, ny < height else { return }
            depth[y * width + x] = min(depth[y * width + x], depth[ny * width + nx] + 1)
        }
        for y in 0..<height {
            for x in 0..<width where depth[y * width + x] > 0 {
                relax(x, y, -1, 0)
                relax(x, y, 0, -1)
            }
        }
        for y in (0..<height).reversed() {
            for x in (0..<width).reversed() where depth[y * width + x] > 0 {
                relax(x, y, 1, 0)
                relax(x, y, 0, 1)
            }
        }
        guard depth.contains(where: { $0 > 2 && $0 < 1_000 }) else { return }
        let open = Int32.min
        let before = depth
        for y in 0..<height {
            for x in 0..<width where before[y * width + x] > 0 {
                let own = before[y * width + x]
                var highest = own
                for dy in -2...2 {
                    for dx in -2...2 where x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height {
                        highest = max(highest, before[(y + dy) * width + x + dx])
                    }
                }
                if own < highest - 1, own > 1 || highest > 3 { labels[y * width + x] = open }
            }
        }
        spread(into: { $0 == open }) { $0 >= 0 }
        for index in labels.indices where labels[index] == open { labels[index] = 0 }
    }

    /// How many steps each sample lies from another label or from the edge.
    func depths() -> [Int32] {
        var depth = [Int32](repeating: 0, count: labels.count)
        for y in 0..<height {
            for x in 0..<width {
                let label = self[x, y]
                guard label > 0, x > 0, y > 0, self[x - 1, y] == label, self[x, y - 1] == label else { continue }
                depth[y * width + x] = min(depth[y * width + x - 1], depth[(y - 1) * width + x]) + 1
            }
        }
        for y in (0..<height).reversed() {
            for x in (0..<width).reversed() {
                let label = self[x, y]
                let index = y * width + x
                guard label > 0, x + 1 < width, y + 1 < height, self[x + 1, y] == label, self[x, y + 1] == label else {
                    depth[index] = 0
                    continue
                }
                depth[index] = min(depth[index], min(depth[index + 1], depth[index + width]) + 1)
            }
        }
        return depth
    }
}
