import Canvas

/// Where everything stands on the desk.
struct DeskLayout {
    private(set) var counts: Rect
    /// The heading is its first row.
    private(set) var list: Rect
    private(set) var basis: Rect?
    private(set) var legend: Rect?
    private(set) var isNarrow: Bool
    /// Days of the strip.
    private(set) var days: Int

    init(_ size: Size, isBasisShown: Bool) {
        isNarrow = size.width < 110
        let top = !isNarrow && size.height >= 30 ? 1 : 0
        counts = Rect(x: 0, y: top, width: size.width, height: 1)
        let y = counts.bottom + (isNarrow ? 0 : 1)
        let height = size.height - y
        days = size.width >= 140 ? 10 : 5
        if isNarrow {
            // Six lines of 亮灯依据 under the list.
            let below = isBasisShown && height >= 14 ? 7 : 0
            list = Rect(x: 0, y: y, width: size.width, height: height - below)
            if below > 0 { basis = Rect(x: 0, y: list.bottom, width: size.width, height: below) }
            return
        }
        let side = isBasisShown ? (size.width >= 150 ? 44 : 42) : 0
        let gap = isBasisShown ? (size.width >= 150 ? 5 : 3) : 0
        let hasLegend = height >= 28
        list = Rect(x: 0, y: y, width: size.width - side - gap, height: height - (hasLegend ? 2 : 0))
        if isBasisShown { basis = Rect(x: size.width - side, y: y, width: side, height: height) }
        if hasLegend { legend = Rect(x: 0, y: size.height - 1, width: list.width, height: 1) }
    }
}
