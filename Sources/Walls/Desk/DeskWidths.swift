import Canvas

extension DeskColumns {
    /// How wide the columns want to be; which go first.
    struct Widths {
        var isWide: Bool
        var unit: Int
        var person: Int
        var reason: Int
        var strip: Int
        /// 卡点 and 下一步 have a column; the title then takes what titles take.
        var hasNote: Bool

        /// Title, unit, person, reason, note, strip, step.
        func places(in width: Int) -> [Range<Int>?] {
            let title: Track = hasNote ? .flexible(36, upTo: 44) : .flexible(20)
            let tracks: [Track?] = [
                title, isWide ? .fixed(unit, priority: 1) : nil, .fixed(person, priority: 4),
                .fixed(reason, priority: 5), hasNote ? .flexible(20, weight: 3, priority: 0) : nil,
                .fixed(strip, priority: 3), .fixed(8, priority: 2),
            ]
            var places = Track.places(tracks.compactMap { $0 }, in: width)[...]
            return tracks.map { track in track == nil ? nil : places.removeFirst() }
        }
    }
}
