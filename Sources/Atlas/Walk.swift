/// Which way an arrow key points.
package enum Heading: Int, Hashable, Sendable, CaseIterable {
    case up, down, left, right

    /// Steps ahead and to the side that lead from one point to another.
    func split(dx: Int, dy: Int) -> (ahead: Int, aside: Int) {
        switch self {
        case .up: (-dy, abs(dx))
        case .down: (dy, abs(dx))
        case .left: (-dx, abs(dy))
        case .right: (dx, abs(dy))
        }
    }
}

/// Where the arrow keys lead on a map.
///
/// From each place to the nearest one ahead, neighbours across the border first. Where that would leave a place that no
/// way leads to, one arrow is bent: from every place every place can be reached.
package struct Walk: Sendable {
    /// A place to stand on: its label and its middle.
    package struct Stop: Hashable, Sendable {
        package var label: Int32
        package var x: Int
        package var y: Int

        package init(label: Int32, x: Int, y: Int) {
            self.label = label
            self.x = x
            self.y = y
        }
    }

    private var next: [[Int?]]
    private let stops: [Stop]
    private let index: [Int32: Int]

    package init(_ stops: [Stop], borders: [Int32: [Int32: Int]]) {
        self.stops = stops
        index = Dictionary(stops.enumerated().map { ($1.label, $0) }, uniquingKeysWith: { first, _ in first })
        next = stops.map { stop in Heading.allCases.map { Walk.nearest(stops, from: stop, $0, borders) } }
        connect()
    }

    package func step(from label: Int32, _ heading: Heading) -> Int32? {
        index[label].flatMap { next[$0][heading.rawValue] }.map { stops[$0].label }
    }

    private static func nearest(
        _ stops: [Stop],
        from stop: Stop,
        _ heading: Heading,
        _ borders: [Int32: [Int32: Int]]
    ) -> Int? {
        let own = borders[stop.label] ?? [:]
        var best: (cost: Int, index: Int)?
        for (index, other) in stops.enumerated() where other.label != stop.label {
            let (ahead, aside) = heading.split(dx: other.x - stop.x, dy: other.y - stop.y)
            guard ahead > 0, aside <= ahead * 4 else { continue }
            // Straight ahead beats aside; who touches is nearer than who does not.
            let cost = (ahead + aside * 2) * (own[other.label] == nil ? 2 : 1)
            if cost < best?.cost ?? .max { best = (cost, index) }
        }
        return best?.index
    }

    // MARK: Every place from every place

    private mutating func connect() {
        guard stops.count > 1 else { return }
        for _ in 0..<stops.count * 2 {
            let reached = reach(from: 0) { next[$0].compactMap(\.self) }
            if let lost = stops.indices.first(where: { !reached.contains($0) }) {
                lead(to: lost, from: reached)
                continue
            }
            let back = backwards()
            let returning = reach(from: 0) { back[$0] }
            guard let stuck = stops.indices.first(where: { !returning.contains($0) }) else { return }
            lead(out: stuck, into: returning)
        }
    }

    private func reach(from start: Int, _ onward: (Int) -> [Int]) -> Set<Int> {
        var reached: Set<Int> = [start]
        var open = [start]
        while let index = open.popLast() {
            for other in onward(index) where reached.insert(other).inserted { open.append(other) }
        }
        return reached
    }

    private func backwards() -> [[Int]] {
        var back = [[Int]](repeating: [], count: stops.count)
        for (index, targets) in next.enumerated() {
            for case let target? in targets { back[target].append(index) }
        }
        return back
    }

    /// Bends an arrow of the nearest place that is reached, and lets the lost one lead on to where that arrow led.
    private mutating func lead(to lost: Int, from reached: Set<Int>) {
        let from = reached.min { distance($0, lost) < distance($1, lost) }!
        let heading = heading(from: from, to: lost)
        if let old = next[from][heading.rawValue], old != lost {
            next[lost][self.heading(from: lost, to: old).rawValue] = old
        }
        next[from][heading.rawValue] = lost
        let back = self.heading(from: lost, to: from)
        if next[lost][back.rawValue] == nil { next[lost][back.rawValue] = from }
    }

    /// Lets a place that leads nowhere lead to the nearest one that leads on.
    private mutating func lead(out stuck: Int, into returning: Set<Int>) {
        let to = returning.min { distance($0, stuck) < distance($1, stuck) }!
        let wished = heading(from: stuck, to: to).rawValue
        let free = [wished] + Heading.allCases.map(\.rawValue).filter { next[stuck][$0] == nil }
        next[stuck][free.first { next[stuck][$0] == nil } ?? wished] = to
    }

    private func distance(_ a: Int, _ b: Int) -> Int {
        abs(stops[a].x - stops[b].x) + abs(stops[a].y - stops[b].y)
    }

    private func heading(from: Int, to: Int) -> Heading {
        let (dx, dy) = (stops[to].x - stops[from].x, stops[to].y - stops[from].y)
        if abs(dx) >= abs(dy) { return dx < 0 ? .left : .right }
        return dy < 0 ? .up : .down
    }
}
