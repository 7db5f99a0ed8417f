import Canvas

/// Where everything stands on the board by unit or person.
struct BoardLaneLayout {
    let toolbar: Rect
    /// Heads and rule of the columns; empty on a narrow screen, where each lane has a heading.
    let head: Rect
    let lanes: Rect
    /// The line of folded lanes.
    private(set) var idle: Rect?
    /// The selected matter in four lines.
    private(set) var detail: Rect?

    init(_ size: Size, _ content: BoardLanes) {
        let isTall = size.height >= 27
        let top = isTall ? 1 : 0
        toolbar = Rect(x: 0, y: top, width: size.width, height: 1)
        let y = toolbar.bottom + (isTall ? 1 : 0)
        head = Rect(x: 0, y: y, width: size.width, height: content.isNarrow ? 0 : 2)
        var bottom = size.height
        if isTall {
            detail = Rect(x: 0, y: bottom - 4, width: size.width, height: 4)
            bottom -= 5
        }
        if !content.idle.isEmpty {
            idle = Rect(x: 0, y: bottom - 1, width: size.width, height: 1)
            bottom -= isTall ? 2 : 1
        }
        lanes = Rect(x: 0, y: head.bottom, width: size.width, height: max(1, bottom - head.bottom))
    }

    /// Label, three columns of matters, the settled ones.
    func columns(label: Int) -> [Range<Int>] {
        let tracks: [Track] = [
            .fixed(min(label, 16) + 10), .flexible(16, weight: 3), .flexible(24, weight: 5), .flexible(12, weight: 3),
            .fixed(lanes.width >= 150 ? 16 : 10),
        ]
        return Track.places(tracks, in: lanes.width - 2, gap: 3).map {
            $0.map { $0.lowerBound + 1..<$0.upperBound + 1 } ?? 0..<0
        }
    }
}
