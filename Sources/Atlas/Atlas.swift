package import Ledger
import Text

/// All that a ledger knows of its map, ready to be shown at any size: the street, a community, a grid.
///
/// Whatever was drawn is laid over the shape of its parent, so that the levels fit into one another; where nothing was
/// drawn the shape is cut into pieces of equal size (示意). What was prepared once is kept; an atlas stays on one thread.
package final class Atlas {
    let grids: [GridID: Grid]
    let maps: [GridID: MapSheet]
    /// In the order of the directory; the street has key 0.
    let children: [GridID: [GridID]]
    /// Waters and roads, by the index of their label.
    package internal(set) var objects: [MapSheet.Object] = []

    /// 卡口 and 值守点 of each sheet, on the plane of its layer; known once the layer is.
    var points: [GridID: [(object: MapSheet.Object, spot: Spot)]] = [:]

    lazy var system = findSystem()
    /// How much shorter a degree of longitude is than one of latitude.
    lazy var narrowing = findNarrowing()
    lazy var squeeze = system == nil ? Squeeze.none : findSqueeze()
    var layers: [GridID: Layer?] = [:]
    var places: [GridID: [GridID: Extent]] = [:]
    var charts: [ChartKey: Chart] = [:]
    var chartOrder: [ChartKey] = []

    struct ChartKey: Hashable {
        var focus: GridID
        var width: Int
        var height: Int
        var opens: Bool
    }

    package init(_ ledger: Ledger) {
        grids = ledger.grids
        maps = ledger.maps
        var children: [GridID: [GridID]] = [:]
        for grid in ledger.grids.values { children[grid.parent ?? MapSheet.street, default: []].append(grid.id) }
        self.children = children.mapValues { $0.sorted() }
    }

    /// Whether the ledger's grids and drawings are those this atlas was made of.
    package func shows(_ ledger: Ledger) -> Bool { ledger.maps == maps && ledger.grids == grids }

    package func children(of focus: GridID?) -> [GridID] { children[focus ?? MapSheet.street] ?? [] }

    /// The grids above one, from the top, itself last.
    package func path(to grid: GridID?) -> [GridID] {
        var path: [GridID] = []
        var next = grid
        while let id = next, let grid = grids[id], path.count < 8 {
            path.append(id)
            next = grid.parent
        }
        return path.reversed()
    }

    /// The map of what lies below `focus` (nil: the street) in `width` × `height` samples.
    /// - Parameter opens: whether the parts of the parts are wanted, too.
    package func chart(of focus: GridID?, width: Int, height: Int, opens: Bool = false) -> Chart {
        let key = ChartKey(focus: focus ?? MapSheet.street, width: width, height: height, opens: opens)
        if let known = charts[key] { return known }
        let chart = draw(key)
        charts[key] = chart
        chartOrder.append(key)
        if chartOrder.count > 12 { charts[chartOrder.removeFirst()] = nil }
        return chart
    }
}
