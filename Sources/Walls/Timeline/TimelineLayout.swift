import Canvas

/// Where everything stands on the timeline.
struct TimelineLayout {
    private(set) var toolbar: Rect
    /// The heads of the label columns and the axis.
    private(set) var head: Rect
    /// The rows of the Gantt chart, labels included.
    private(set) var rows: Rect
    /// The numbers and the curve; nil where they have a page of their own.
    private(set) var curve: Rect?
    /// One line about the selected row, where there is no curve to say it.
    private(set) var detail: Rect?
    /// Cells of the labels left of the axis.
    private(set) var labels: Int
    private(set) var hasPersons: Bool

    var axisWidth: Int { rows.width - labels }

    init(_ size: Size, rows count: Int, isCurveOnly: Bool) {
        let isTall = size.height >= 30
        hasPersons = size.width >= 150
        labels = size.width < 110 ? 29 : size.width < 150 ? 37 : size.width < 200 ? 47 : 56
        let top = isTall ? 1 : 0
        toolbar = Rect(x: 0, y: top, width: size.width, height: 1)
        let y = toolbar.bottom + (isTall ? 1 : 0)
        head = Rect(x: 0, y: y, width: size.width, height: TimelineHead.rows)
        let room = size.height - head.bottom
        if isCurveOnly {
            rows = Rect(x: 0, y: head.bottom, width: size.width, height: 0)
            curve = Rect(x: 0, y: y, width: size.width, height: size.height - y)
            head = Rect(x: 0, y: y, width: size.width, height: 0)
            return
        }
        guard size.height >= 30 else {
            rows = Rect(x: 0, y: head.bottom, width: size.width, height: room - 1)
            detail = Rect(x: 0, y: size.height - 1, width: size.width, height: 1)
            return
        }
        // Few rows leave their room to the curve, up to where it gets no clearer.
        let least = min(14, room * 2 / 5)
        let wanted = max(6, min(count, room - least - 1))
        let height = min(24, room - wanted - 1)
        rows = Rect(x: 0, y: head.bottom, width: size.width, height: room - height - 1)
        curve = Rect(x: 0, y: rows.bottom + 1, width: size.width, height: height)
    }
}
