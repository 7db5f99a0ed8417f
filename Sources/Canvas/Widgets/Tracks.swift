/// One column of a table or one part of a screen, before its place is known.
package struct Track: Sendable, Hashable {
    package var minimum: Int
    package var maximum: Int
    /// Share of the room that is left over.
    package var weight: Int
    /// When there is not enough room the track with the lowest number goes first. A name that is cut is worse than a
    /// column that is not there.
    package var priority: Int

    /// Exactly so many cells.
    package static func fixed(_ width: Int, priority: Int = .max) -> Track {
        Track(minimum: width, maximum: width, weight: 0, priority: priority)
    }

    /// At least so many cells, and a share of what is left over.
    package static func flexible(_ minimum: Int, upTo maximum: Int = .max, weight: Int = 1, priority: Int = .max)
        -> Track
    {
        Track(minimum: minimum, maximum: maximum, weight: weight, priority: priority)
    }

    /// The places of all tracks within `total` cells, `gap` cells apart; nil for those that had to go.
    ///
    /// Tracks of priority `.max` never go: if not even they fit, the last ones get what is left.
    package static func places(_ tracks: [Track], in total: Int, gap: Int = 1) -> [Range<Int>?] {
        var kept = Array(tracks.indices)
        func needed() -> Int { kept.reduce(0) { $0 + tracks[$1].minimum } + gap * max(0, kept.count - 1) }
        while needed() > total {
            let goes = kept.filter { tracks[$0].priority < .max }
                .min { (tracks[$0].priority, -$0) < (tracks[$1].priority, -$1) }
            guard let goes else { break }
            kept.removeAll { $0 == goes }
        }

        var widths = Dictionary(uniqueKeysWithValues: kept.map { ($0, tracks[$0].minimum) })
        var spare = total - needed()
        while spare > 0 {
            let growing = kept.filter { tracks[$0].weight > 0 && widths[$0]! < tracks[$0].maximum }
            let weights = growing.reduce(0) { $0 + tracks[$1].weight }
            if weights == 0 { break }
            let room = spare
            for index in growing {
                // At least one cell, so that the loop ends; never beyond the maximum.
                let share = max(1, room * tracks[index].weight / weights)
                let more = min(share, spare, tracks[index].maximum - widths[index]!)
                widths[index]! += more
                spare -= more
            }
        }

        var places: [Range<Int>?] = Array(repeating: nil, count: tracks.count)
        var start = 0
        for index in kept {
            let width = min(widths[index]!, total - start)
            if width <= 0 { break }
            places[index] = start..<start + width
            start += width + gap
        }
        return places
    }
}

extension Rect {
    /// Parts side by side, left to right.
    package func columns(_ tracks: [Track], gap: Int = 0) -> [Rect?] {
        Track.places(tracks, in: width, gap: gap).map { place in
            place.map { Rect(x: x + $0.lowerBound, y: y, width: $0.count, height: height) }
        }
    }

    /// Parts one below the other.
    package func rows(_ tracks: [Track], gap: Int = 0) -> [Rect?] {
        Track.places(tracks, in: height, gap: gap).map { place in
            place.map { Rect(x: x, y: y + $0.lowerBound, width: width, height: $0.count) }
        }
    }
}
