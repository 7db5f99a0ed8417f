import Canvas

extension DeskColumns {
    /// How wide the columns want to be; which go first.
    struct Widths {
        var isWide: Bool
        var unit: Int
        var person: Int
        var reason: Int
        var strip: Int

        /// Title, unit, person, reason, strip, step.
        func places(in width: Int) -> [Range<Int>?] {
            let tracks: [Track] = [
                .flexible(20), .fixed(person, priority: 4), .fixed(reason, priority: 5), .fixed(strip, priority: 3),
                .fixed(8, priority: 2),
            ]
            guard isWide else {
                let places = Track.places(tracks, in: width)
                return [places[0], nil] + places[1...]
            }
            return Track.places([tracks[0], .fixed(unit, priority: 1)] + tracks[1...], in: width)
        }
    }
}
