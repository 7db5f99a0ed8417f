import Text

/// A drawing in Braille: two dots across and four down in each cell.
///
/// A cell can have one ink only, so what is drawn comes in layers, and in each cell the highest layer that has a dot
/// there takes all of it. Layers differ by texture as well, so that they can be told apart without colours.
package struct DotPlot: Sendable, Hashable {
    /// In cells.
    package let width: Int
    package let height: Int
    /// For each cell the dots of its highest layer, as the low byte of the Braille character.
    private var dots: [UInt8]
    private var layers: [Int8]

    package init(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
        dots = Array(repeating: 0, count: self.width * self.height)
        layers = Array(repeating: -1, count: self.width * self.height)
    }

    /// In dots.
    package var columns: Int { width * 2 }
    package var rows: Int { height * 4 }

    /// The layer that a cell belongs to; nil where nothing is drawn.
    package func layer(x: Int, y: Int) -> Int? {
        guard (0..<width).contains(x), (0..<height).contains(y) else { return nil }
        let layer = layers[y * width + x]
        return layer < 0 ? nil : Int(layer)
    }

    /// The row of dots for a value between `bottom` and `top`; row 0 is the highest.
    package func row(of value: Int64, from bottom: Int64, to top: Int64) -> Int {
        guard top > bottom else { return rows - 1 }
        let share = Int128(value - bottom) * Int128(rows - 1) / Int128(top - bottom)
        return rows - 1 - Int(clamping: share)
    }

    /// Sets a dot; outside the plot nothing happens.
    package mutating func set(x: Int, y: Int, layer: Int) {
        guard (0..<columns).contains(x), (0..<rows).contains(y) else { return }
        let cell = y / 4 * width + x / 2
        if Int(layers[cell]) > layer { return }
        if Int(layers[cell]) < layer {
            layers[cell] = Int8(layer)
            dots[cell] = 0
        }
        dots[cell] |= DotPlot.bits[y % 4][x % 2]
    }

    /// All dots of a column between two rows, both included.
    package mutating func fill(x: Int, from first: Int, through last: Int, layer: Int) {
        for y in max(0, min(first, last))...max(0, max(first, last)) { set(x: x, y: y, layer: layer) }
    }

    /// The Braille character of a cell; a blank where nothing is drawn.
    package func scalar(x: Int, y: Int) -> Unicode.Scalar {
        let bits = dots[y * width + x]
        return bits == 0 ? " " : Unicode.Scalar(0x2800 + UInt32(bits))!
    }

    private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
}

extension Canvas {
    /// Draws the dots, leaving what stands in empty cells.
    /// - Parameters:
    ///   - inks: of the layers from the lowest.
    ///   - marks: one sign for each layer, for a font without Braille.
    package func put(_ plot: DotPlot, x: Int, y: Int, inks: [Style], marks: [String] = []) {
        let isPlain = repertoire.glyphs == .ascii
        for row in 0..<plot.height {
            for column in 0..<plot.width {
                guard let layer = plot.layer(x: column, y: row) else { continue }
                let style = (inks.indices.contains(layer) ? inks[layer] : .text).drawn
                let sign = marks.indices.contains(layer) ? marks[layer] : "*"
                put(isPlain ? sign : String(plot.scalar(x: column, y: row)), x: x + column, y: y + row, style)
            }
        }
    }
}
