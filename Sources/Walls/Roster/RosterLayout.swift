import Canvas

/// Where everything stands on the roster.
struct RosterLayout {
    private(set) var summary: Rect
    /// The tree of units; nil where it became a crumb in the summary.
    private(set) var tree: Rect?
    /// The people: heads, rule, rows.
    private(set) var table: Rect
    /// Who is away; the matters of the selected row; vacant posts.
    private(set) var away: Rect?
    private(set) var detail: Rect?
    private(set) var vacant: Rect?

    static let headRows = 1

    /// Rows of people; the last row of the table holds their sum.
    var rows: Int { max(0, table.height - RosterLayout.headRows - 1) }

    /// - Parameter lists: rows that the longest of the lists below would take, its heading included.
    init(_ size: Size, lists: Int) {
        let isWide = size.width >= 110
        let isTall = size.height >= 27
        let top = isTall ? 1 : 0
        summary = Rect(x: 0, y: top, width: size.width, height: 1)
        let y = summary.bottom + (isTall ? 1 : 0)
        // The people get the rows that the lists below do not fill.
        let most = size.height < 40 ? 9 : size.height < 55 ? 12 : 16
        let below = size.height < 27 ? 0 : max(6, min(most, lists))
        let height = size.height - y - (below > 0 ? below + 1 : 0)
        let side = isWide ? (size.width < 150 ? 28 : size.width < 200 ? 31 : 36) : 0
        let gap = isWide ? 2 : 0
        if isWide { tree = Rect(x: 0, y: y, width: side, height: height) }
        table = Rect(x: side + gap, y: y, width: size.width - side - gap, height: height)
        guard below > 0 else { return }
        let start = table.bottom + 1
        // Ten days with a blank between the weeks want a little more than the tree does.
        let left = isWide ? max(side, 30) : 0
        if isWide { away = Rect(x: 0, y: start, width: left, height: below) }
        let rest = size.width - left - gap
        let vacantWidth = size.width < 110 ? 0 : max(36, rest * 2 / 5)
        detail = Rect(x: left + gap, y: start, width: rest - vacantWidth - (vacantWidth > 0 ? 2 : 0), height: below)
        if vacantWidth > 0 {
            vacant = Rect(x: size.width - vacantWidth, y: start, width: vacantWidth, height: below)
        }
    }
}
