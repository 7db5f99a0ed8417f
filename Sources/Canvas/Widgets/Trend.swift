package import Text

/// The shape of the last days in one row: `▃▃▂▃▅▆`.
package struct Trend: Sendable, Hashable {
    package var values: [Int]

    package init(_ values: [Int]) { self.values = values }

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
    package func put(_ trend: Trend, x: Int, y: Int, width: Int, newest: Ink) {
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
