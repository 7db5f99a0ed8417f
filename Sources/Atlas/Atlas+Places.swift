import Ledger
import Text

extension Atlas {
    /// The grid whose drawing is the ground to stand on: the street, or below it the nearest that has no place there.
    func root(of key: GridID) -> GridID {
        guard key != MapSheet.street else { return key }
        return place(of: key) == nil ? key : root(of: parent(of: key))
    }

    func parent(of key: GridID) -> GridID { grids[key]?.parent ?? MapSheet.street }

    func chain(from root: GridID, to key: GridID) -> [GridID] {
        var chain: [GridID] = []
        var next = key
        while next != root, next != MapSheet.street {
            chain.append(next)
            next = parent(of: next)
        }
        return chain.reversed()
    }

    static let fine = 240

    /// Where a grid lies on the plane of its root; nil if it has no place.
    func place(of key: GridID) -> Extent? {
        let parent = parent(of: key)
        if let known = places[parent] { return known[key] }
        guard let layer = layer(of: parent) else {
            places[parent] = [:]
            return nil
        }
        let root = root(of: parent)
        let extent = parent == root ? frame(of: layer) : place(of: parent) ?? frame(of: layer)
        let window = Window(fitting: extent, width: Atlas.fine, height: Atlas.fine, stretch: 4)
        let grid = raster(window, Atlas.fine, Atlas.fine, from: root, opening: chain(from: root, to: parent))
        var found: [GridID: Extent] = [:]
        let own = Set(children[parent] ?? [])
        for y in 0..<grid.height {
            for x in 0..<grid.width where grid[x, y] > 0 {
                let id = GridID(Int(grid[x, y]))
                guard own.contains(id) else { continue }
                found[id, default: .none].take(window.x(of: x) - window.step.x / 2, window.y(of: y) - window.step.y / 2)
                found[id, default: .none].take(window.x(of: x) + window.step.x / 2, window.y(of: y) + window.step.y / 2)
            }
        }
        for id in own where found[id] == nil {
            guard let spot = anchor(of: id, below: parent, layer) else { continue }
            var small = Extent.none
            small.take(spot.x - window.step.x / 2, spot.y - window.step.y / 2)
            small.take(spot.x + window.step.x / 2, spot.y + window.step.y / 2)
            found[id] = small
        }
        places[parent] = found
        return found[key]
    }

    /// Where a grid too small to be seen stands, on the plane of the root.
    func anchor(of id: GridID, below parent: GridID, _ layer: Layer) -> Spot? {
        let spot: Spot?
        switch layer {
        case .cells(let cells): spot = cells.anchor(id.label)
        case .survey(let survey): spot = survey.anchor(id.label)
        case .cuts: spot = nil
        }
        let shift = shift(to: layer, of: parent, root(of: parent))
        return spot.map { Spot(x: shift.back(x: $0.x), y: shift.back(y: $0.y)) }
    }

    /// From the plane of the root to that of a layer.
    func shift(to layer: Layer, of key: GridID, _ root: GridID) -> Shift {
        guard key != root, let place = place(of: key) else { return .none }
        switch layer {
        case .cuts: return .none
        case .cells(let cells): return Shift(from: place, to: cells.frame)
        case .survey(let survey):
            if case .survey? = self.layer(of: root) { return .none }
            return Shift(from: place, to: survey.frame)
        }
    }

    func frame(of layer: Layer) -> Extent {
        switch layer {
        case .cells(let cells): cells.frame
        case .survey(let survey): survey.frame
        case .cuts: Extent(left: 0, top: 0, right: 176, bottom: 100)
        }
    }
}
