package import Text

/// The shape of the last days in one row: `▃▃▂▃▅▆`.
package struct Trend: Sendable, Hashable {
    package var values: [Int]

    package init(_ values: [Int]) { self.values = values }

    /// The signs of `rows` rows from the top, nothing where a row is above the value.
    package func glyphs(rows: Int) -> [[Glyph?]] {
        let top = values.max() ?? 0
        // Six signs in the highest row of each, seven with the full block under it.
        let steps = rows * (Glyph.trend.count + 1)
        let levels = values.map { top > 0 && $0 > 0 ? max(1, $0 * steps / top) : 1 }
        return (0..<rows).map { row in
            let below = (rows - 1 - row) * (Glyph.trend.count + 1)
            return levels.map { level in
                level <= below ? nil : level - below > Glyph.trend.count ? .full : Glyph.trend[level - below - 1]
            }
        }
    }

    /// One sign per value, the highest value the highest sign; nothing at all is the lowest.
    package var glyphs: [Glyph] {
        let top = values.max() ?? 0
        return values.map { value in
            guard top > 0, value > 0 else { return .trend1 }
            return Glyph.trend[(value * (Glyph.trend.count - 1) + top - 1) / top]
        }
    }
}

extension Canvas {
    /// Draws the last values that fit, the newest in its own ink. Without the signs for it, numbers: they are what is
    /// read anyway, the shape is company.
    ///
    /// - Parameters:
    ///   - y: the lowest row.
    ///   - height: rows up from there.
    package func put(_ trend: Trend, x: Int, y: Int, width: Int, height: Int = 1, newest: Ink) {
        if height > 1, repertoire.glyphs == .rich, repertoire.hasFaintInk {
            let shown = Trend(trend.values.suffix(max(0, width)))
            for (row, glyphs) in shown.glyphs(rows: height).enumerated() {
                for (offset, glyph) in glyphs.enumerated() {
                    guard let glyph else { continue }
                    put(
                        glyph,
                        x: x + offset,
                        y: y - height + 1 + row,
                        Style(offset == glyphs.count - 1 ? newest : .faint)
                    )
                }
            }
            return
        }
        if repertoire.glyphs == .rich, repertoire.hasFaintInk {
            let glyphs = trend.glyphs.suffix(max(0, width))
            for (offset, glyph) in glyphs.enumerated() {
                put(glyph, x: x + offset, y: y, Style(offset == glyphs.count - 1 ? newest : .faint))
            }
            return
        }
        var right = x + width
        for (offset, value) in trend.values.reversed().enumerated() {
            let text = "\(value)"
            if right - text.count < x { break }
            right -= put(text, right: right, y: y, Style(offset == 0 ? newest : .dim)) + 1
        }
    }
}
