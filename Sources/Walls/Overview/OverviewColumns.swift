import Canvas
import Words

extension OverviewLists {
    /// The columns of a list of some width. Names are never cut: when they do not fit, the column goes.
    struct Columns {
        let title: Range<Int>
        let unit: Range<Int>?
        let person: Range<Int>?
        let limit: Range<Int>?
        let reason: Range<Int>?
        let isReasonLong: Bool
        let step: Range<Int>?

        init(width: Int, _ scene: Scene) {
            let measures = scene.measures
            let isEnglish = scene.words.language == .en
            isReasonLong = width >= 100
            let titleStart = 5 + measures.number + 1
            let reasonWidth = isReasonLong ? DeskColumns.longReason : isEnglish ? 12 : 10
            var tracks: [Track] = [
                .flexible(24), .fixed(measures.person, priority: 4), .fixed(reasonWidth, priority: 5),
                .fixed(8, priority: 1),
            ]
            // A narrow list keeps the longer title.
            if isReasonLong { tracks += [.fixed(measures.unit, priority: 3), .fixed(5, priority: 2)] }
            let order = isReasonLong ? [0, 4, 1, 5, 2, 3] : [0, 1, 2, 3]
            let places = Track.places(order.map { tracks[$0] }, in: width - titleStart - 3)
            func place(_ track: Int) -> Range<Int>? {
                guard let index = order.firstIndex(of: track), let range = places[index] else { return nil }
                return range.lowerBound + titleStart..<range.upperBound + titleStart
            }
            title = place(0) ?? titleStart..<width
            person = place(1)
            reason = place(2)
            step = place(3)
            unit = place(4)
            limit = place(5)
        }
    }
}
