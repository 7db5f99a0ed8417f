import Canvas

/// Where everything stands on the map wall.
struct MapLayout {
    private(set) var header: Rect
    /// The map itself.
    private(set) var map: Rect
    /// Names of areas that were too small for them, beside the map.
    private(set) var list: Rect?
    private(set) var card: Rect?
    /// Grids without a place.
    private(set) var unplaced: Rect?
    /// The selected grid in one line, where there is no card.
    private(set) var summary: Rect?
    private(set) var legend: Rect

    static let listWidth = 20

    init(_ size: Size, hasUnplaced: Bool, hasList: Bool) {
        let isTall = size.height >= 30
        header = Rect(x: 0, y: 0, width: size.width, height: 1)
        let side = size.width >= 200 ? 58 : size.width >= 118 ? 44 : size.width >= 100 ? 38 : 0
        var bottom = size.height
        func row() -> Rect {
            bottom -= 1
            return Rect(x: 0, y: bottom, width: size.width, height: 1)
        }
        legend = row()
        if side == 0 { summary = row() }
        if isTall { bottom -= 1 }
        if hasUnplaced { unplaced = row() }
        let top = isTall ? 2 : 1
        let gap = side > 0 ? 2 : 0
        var width = size.width - side - gap
        if hasList {
            width -= MapLayout.listWidth
            list = Rect(x: width, y: top, width: MapLayout.listWidth, height: max(0, bottom - top))
        }
        map = Rect(x: 0, y: top, width: max(0, width), height: max(0, bottom - top))
        if side > 0 {
            card = Rect(
                x: size.width - side,
                y: top,
                width: side - 1,
                height: max(0, legend.y - top - (isTall ? 1 : 0))
            )
        }
    }
}
