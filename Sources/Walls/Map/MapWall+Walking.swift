import Atlas
import Ledger

// The arrows: to the neighbour ahead, over the border of what was opened, and through the list of matters.

extension MapWall {
    package mutating func move(_ motion: Motion, in frame: Frame) {
        settle(in: frame)
        if let matter {
            move(motion, from: matter, in: frame)
            return
        }
        switch motion {
        case .up: step(.up, in: frame)
        case .down: step(.down, in: frame)
        case .left: step(.left, in: frame)
        case .right: step(.right, in: frame)
        case .home: place = frame.scene.atlas.children(of: focus).first
        case .end: place = frame.scene.atlas.children(of: focus).last
        case .pageUp: turn(-1, in: frame)
        case .pageDown: turn(1, in: frame)
        }
        settle(in: frame)
    }

    private mutating func step(_ heading: Heading, in frame: Frame) {
        guard let place else { return }
        let plan = plan(frame)
        if let label = plan.walk.step(from: place.label, heading) {
            self.place = GridID(Int(label))
        } else if let next = neighbour(of: place, heading, plan.chart, in: frame) {
            // Over the border of what was opened: on into its neighbour.
            cross(to: next, from: place, plan.chart, in: frame)
        }
    }

    /// A neighbour of the opened grid that lies ahead.
    private func neighbour(of place: GridID, _ heading: Heading, _ chart: Chart, in frame: Frame) -> GridID? {
        guard focus != nil, let here = chart.anchors[place.label] else { return nil }
        let own = Set(chart.shown.map(\.label))
        let around = chart.anchors.filter { $0.key > 0 && !own.contains($0.key) }
        let ahead = around.filter { entry in
            switch heading {
            case .up: entry.value.y < here.y
            case .down: entry.value.y > here.y
            case .left: entry.value.x < here.x
            case .right: entry.value.x > here.x
            }
        }
        let nearest = ahead.min { left, right in
            let a = abs(left.value.x - here.x) + abs(left.value.y - here.y)
            let b = abs(right.value.x - here.x) + abs(right.value.y - here.y)
            return (a, left.key) < (b, right.key)
        }
        guard let nearest, !frame.scene.atlas.children(of: GridID(Int(nearest.key))).isEmpty else { return nil }
        return GridID(Int(nearest.key))
    }

    /// Opens a neighbour and stands where one came in.
    private mutating func cross(to next: GridID, from place: GridID, _ chart: Chart, in frame: Frame) {
        let old = focus
        focus = next
        path = frame.scene.atlas.path(to: next)
        let opened = plan(frame).chart
        guard let old, let back = opened.anchors[old.label] else {
            self.place = nil
            return
        }
        self.place = opened.shown.min { left, right in
            func distance(_ id: GridID) -> Int {
                guard let anchor = opened.anchors[id.label] else { return .max }
                return abs(anchor.x - back.x) + abs(anchor.y - back.y)
            }
            return distance(left) < distance(right)
        }
    }

    /// The grid before or after in the order of the directory.
    private mutating func turn(_ by: Int, in frame: Frame) {
        let own = frame.scene.atlas.children(of: focus)
        guard let place, let index = own.firstIndex(of: place) else { return }
        self.place = own[(index + by + own.count) % own.count]
    }

    private mutating func move(_ motion: Motion, from number: MatterNumber, in frame: Frame) {
        let list = matters(in: frame)
        guard let index = list.firstIndex(of: number) else { return }
        let next: Int? =
            switch motion {
            case .up: index - 1
            case .down: index + 1
            case .pageUp: index - 8
            case .pageDown: index + 8
            case .home: 0
            case .end: list.count - 1
            case .left, .right: nil
            }
        matter = next.map { list[max(0, min($0, list.count - 1))] }
    }
}
