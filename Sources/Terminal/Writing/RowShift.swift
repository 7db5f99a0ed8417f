import Canvas

/// Rows that moved up or down together, as a list does that is scrolled: the terminal can move them by itself.
struct RowShift: Sendable, Hashable {
    /// The region that moves, rows that fall out of it included.
    var region: Range<Int>
    /// How far its rows move up; negative: down.
    var distance: Int

    /// The shift that saves the most; nil: none is worth its sequence.
    /// - Parameters:
    ///   - own: how many cells of each row differ from the frame before.
    ///   - isSame: whether a row of the frame is another row of the one before.
    ///   - differs: how many cells of the two differ; nil for an empty row.
    init?(own: [Int], isSame: (_ new: Int, _ old: Int) -> Bool, differs: (_ new: Int, _ old: Int?) -> Int) {
        guard let first = own.firstIndex(where: { $0 > 0 }), let last = own.lastIndex(where: { $0 > 0 }),
            last - first >= 2
        else { return nil }
        var best: (saved: Int, shift: RowShift)?
        for size in 1...min(RowShift.furthest, last - first) {
            for distance in [size, -size] {
                // Rows that are found again as they were.
                let found = (first...last).filter {
                    own[$0] > 0 && (first...last).contains($0 + distance) && isSame($0, $0 + distance)
                }
                guard found.count > 1, let top = found.first, let bottom = found.last else { continue }
                let region = min(top, top + distance)..<max(bottom, bottom + distance) + 1
                var saved = -RowShift.cost
                for row in region {
                    let old = row + distance
                    saved += own[row] - differs(row, region.contains(old) ? old : nil)
                }
                if saved > best?.saved ?? 0 { best = (saved, RowShift(region: region, distance: distance)) }
            }
        }
        guard let best else { return nil }
        self = best.shift
    }

    private init(region: Range<Int>, distance: Int) {
        self.region = region
        self.distance = distance
    }

    /// Further ones are rare, and each is tried with every frame.
    private static let furthest = 6
    /// Cells that its sequence is worth.
    static let cost = 24

    /// Appends the sequence. The cursor stands at the top left afterwards.
    func write(to bytes: inout [UInt8]) {
        bytes += "\u{1B}[\(region.lowerBound + 1);\(region.upperBound)r".utf8
        if distance > 0 {
            bytes += "\u{1B}[\(region.upperBound)H".utf8
            bytes += repeatElement(0x0A, count: distance)
        } else {
            bytes += "\u{1B}[\(region.lowerBound + 1)H".utf8
            for _ in 0 ..< -distance { bytes += "\u{1B}M".utf8 }
        }
        bytes += "\u{1B}[r".utf8
    }
}
