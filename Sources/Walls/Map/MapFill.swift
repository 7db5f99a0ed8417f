import Atlas
import Canvas
import Ledger
import Supervision
import Text

/// Draws the areas of a map: on soft grounds with half blocks, on soft grounds without any risky sign, or with lines and
/// patterns where there are no grounds.
struct MapFill {
    let chart: Chart
    /// How each area is shaded, by its label; with parts of areas among them these are shaded.
    let shades: [Int32: GridShade]
    let objects: [MapSheet.Object]
    let selected: GridID?

    private var grid: LabelGrid { chart.grid }

    func draw(on canvas: Canvas) {
        if !canvas.repertoire.hasWashes {
            drawLines(on: canvas)
        } else if canvas.repertoire.glyphs == .rich {
            drawHalves(on: canvas)
        } else {
            drawCells(on: canvas)
        }
    }

    // MARK: Samples

    private func kind(_ label: Int32) -> MapSheet.Object.Kind? {
        guard label < 0, objects.indices.contains(LabelGrid.index(of: label)) else { return nil }
        return objects[LabelGrid.index(of: label)].kind
    }

    private var selectedLabel: Int32 { selected?.label ?? -1_000_000 }

    /// Whether a sample belongs to the ring around the selected area: the gap between it and its neighbours, and where
    /// it has no neighbour its own edge. So a step of the selection changes little else than gaps.
    private func isRing(_ x: Int, _ y: Int) -> Bool {
        let own = grid[x, y]
        let selected = selectedLabel
        let right = grid.label(x + 1, y)
        let below = grid.label(x, y + 1)
        guard own == selected else {
            return own > 0 && (right == selected || below == selected || grid.label(x + 1, y + 1) == selected)
        }
        return right != selected || below != selected || grid.label(x - 1, y) <= 0 || grid.label(x, y - 1) <= 0
    }

    /// The ground of each sample; nil is the terminal's own.
    private func washes() -> [Wash?] {
        var washes = [Wash?](repeating: nil, count: grid.labels.count)
        let inner = chart.inner
        let isDeep = inner != nil && shades.count > chart.shown.count
        let selected = selectedLabel
        let grounds = shades.mapValues(\.wash)
        // Side by side mostly lies the same: what was looked up last is asked for next.
        var last: (label: Int32, own: Wash?) = (0, nil)
        var lastPart: (label: Int32, ground: Wash?) = (0, nil)
        for y in 0..<grid.height {
            for x in 0..<grid.width {
                let label = grid[x, y]
                let index = y * grid.width + x
                guard label != 0 else { continue }
                if label != last.label {
                    last = (label, label > 0 ? grounds[label] : kind(label) == .road ? .road : .water)
                }
                guard label > 0 else {
                    washes[index] = last.own
                    continue
                }
                let right = grid.label(x + 1, y)
                let below = grid.label(x, y + 1)
                // A gap one sample wide between neighbours; around the selected area the ring divides.
                let isGap = (right > 0 && right != label) || (below > 0 && below != label)
                if isGap, label != selected { continue }
                guard let own = last.own else {
                    washes[index] = .around
                    continue
                }
                guard let inner else {
                    washes[index] = own
                    continue
                }
                let part = inner[x, y]
                if isDeep, part != lastPart.label { lastPart = (part, grounds[part]) }
                let ground = isDeep ? lastPart.ground ?? own : own
                let nextPart = inner.label(x + 1, y)
                let partBelow = inner.label(x, y + 1)
                let isSeam = (right == label && nextPart != part) || (below == label && partBelow != part)
                // Streets inside an area are seams, too.
                washes[index] = part < 0 || isSeam ? ground.seam : ground
            }
        }
        if selected > 0, let anchor = chart.anchors[selected] {
            for y in max(0, anchor.top - 1)..<min(grid.height, anchor.bottom + 1) {
                for x in max(0, anchor.left - 1)..<min(grid.width, anchor.right + 1) where isRing(x, y) {
                    washes[y * grid.width + x] = .ring
                }
            }
        }
        return washes
    }

    // MARK: Half blocks

    private func drawHalves(on canvas: Canvas) {
        let washes = washes()
        let width = grid.width
        for y in 0..<grid.height / 2 {
            var x = 0
            while x < width {
                let (top, bottom) = (washes[2 * y * width + x], washes[(2 * y + 1) * width + x])
                var end = x + 1
                while end < width, washes[2 * y * width + end] == top, washes[(2 * y + 1) * width + end] == bottom {
                    end += 1
                }
                draw(top, bottom, on: canvas.region(x: x, y: y, width: end - x, height: 1))
                x = end
            }
        }
        drawWaves(on: canvas)
    }

    /// Draws cells of one kind: two samples, one over the other.
    private func draw(_ top: Wash?, _ bottom: Wash?, on canvas: Canvas) {
        func put(_ glyph: Glyph, _ ink: Wash, _ ground: Ground = .none) {
            canvas.put(glyph, x: 0, y: 0, Style(.wash(ink), on: ground), count: canvas.width)
        }
        switch (top, bottom) {
        case (nil, nil): break
        case (.ring?, .ring?): put(.full, .ring)
        case (let top?, let bottom?) where top == bottom:
            canvas.fill(Rect(x: 0, y: 0, width: canvas.width, height: 1), Style(.text, on: .wash(top)))
        case (let top?, .ring?): put(.lowerHalf, .ring, .wash(top))
        case (let top?, let bottom?): put(.upperHalf, top, .wash(bottom))
        case (let top?, nil): put(.upperHalf, top)
        case (nil, let bottom?): put(.lowerHalf, bottom)
        }
    }

    private func drawWaves(on canvas: Canvas) {
        for y in 0..<grid.height / 2 {
            for x in 0..<grid.width where isWave(x, y) && isWater(x, y) {
                canvas.put("~", x: x, y: y, Style(.wash(.wave), on: .wash(.water)))
            }
        }
    }

    /// Three in ten columns, staggered by row.
    private func isWave(_ x: Int, _ y: Int) -> Bool { (x + (y % 3) * 4) % 10 < 3 }

    private func isWater(_ x: Int, _ y: Int) -> Bool {
        kind(grid[x, 2 * y]) == .water && kind(grid[x, 2 * y + 1]) == .water
    }

    // MARK: Whole cells

    /// Without half blocks a cell is one thing or a border: no sign that a terminal could draw too wide.
    private func drawCells(on canvas: Canvas) {
        let washes = washes()
        let width = grid.width
        for y in 0..<grid.height / 2 {
            for x in 0..<width {
                let (top, bottom) = (washes[2 * y * width + x], washes[(2 * y + 1) * width + x])
                if top == .ring || bottom == .ring {
                    canvas.put("#", x: x, y: y, .gold)
                    continue
                }
                if top == .road || bottom == .road {
                    canvas.put("=", x: x, y: y, Style(.wash(.roadName)))
                    continue
                }
                // Borders are empty cells; what is narrower than a cell still shows.
                guard let wash = top == bottom ? top : nil else { continue }
                canvas.fill(Rect(x: x, y: y, width: 1, height: 1), Style(.text, on: .wash(wash)))
            }
        }
        drawWaves(on: canvas)
    }

    // MARK: Lines

    private func drawLines(on canvas: Canvas) {
        let isRich = canvas.repertoire.glyphs == .rich
        for y in 0..<grid.height / 2 {
            for x in 0..<grid.width {
                let label = grid[x, 2 * y]
                let below = grid[x, 2 * y + 1]
                if kind(label) == .road || kind(below) == .road {
                    if isRich { canvas.put(.ruleHeavy, x: x, y: y, .dim) } else { canvas.put("=", x: x, y: y, .dim) }
                } else if kind(label) == .water || kind(below) == .water {
                    if isWave(x, y) { canvas.put("~", x: x, y: y, .dim) }
                } else if !drawBorder(x, y, isRich, on: canvas), label > 0, let shade = shade(x, y, label),
                    let (character, ink) = shade.pattern(x: x, y: y, isRich: isRich)
                {
                    canvas.put(String(character), x: x, y: y, Style(ink))
                }
            }
        }
    }

    private func shade(_ x: Int, _ y: Int, _ label: Int32) -> GridShade? {
        if let inner = chart.inner, let shade = shades[inner[x, 2 * y]] { return shade }
        return shades[label]
    }

    /// What stands at a corner of cells: areas that are neither water nor road.
    private func corner(_ x: Int, _ y: Int) -> Int32 {
        let label = grid.label(x, 2 * y)
        return label < 0 ? -1 : label
    }

    /// Draws the border through a cell, from the labels at its four corners; false if none goes through.
    private func drawBorder(_ x: Int, _ y: Int, _ isRich: Bool, on canvas: Canvas) -> Bool {
        let corners = [corner(x, y), corner(x + 1, y), corner(x, y + 1), corner(x + 1, y + 1)]
        func differ(_ a: Int, _ b: Int) -> Bool { corners[a] != corners[b] && corners[a] >= 0 && corners[b] >= 0 }
        let (up, down, left, right) = (differ(0, 1), differ(2, 3), differ(0, 2), differ(1, 3))
        guard up || down || left || right else { return false }
        let isSelected = corners.contains(selectedLabel)
        let style = isSelected ? Style.gold.bold : Style.dim
        guard isRich else {
            let sign =
                isSelected ? "#" : up || down ? (left || right ? (down ? "." : "'") : "|") : "-"
            canvas.put(sign, x: x, y: y, style)
            return true
        }
        let index = (up ? 1 : 0) | (down ? 2 : 0) | (left ? 4 : 0) | (right ? 8 : 0)
        canvas.put(isSelected ? MapFill.heavy[index] : MapFill.light[index], x: x, y: y, style)
        return true
    }

    /// By up 1, down 2, left 4, right 8.
    private static let light: [Glyph] = [
        .wall, .wall, .wall, .wall, .rule, .bottomRight, .topRight, .teeLeft, .rule, .bottomLeft, .topLeft, .teeRight,
        .rule,
        .teeUp, .teeDown, .cross,
    ]
    private static let heavy: [Glyph] = [
        .wallHeavy, .wallHeavy, .wallHeavy, .wallHeavy, .ruleHeavy, .heavyBottomRight, .heavyTopRight, .heavyTeeLeft,
        .ruleHeavy, .heavyBottomLeft, .heavyTopLeft, .heavyTeeRight, .ruleHeavy, .heavyTeeUp, .heavyTeeDown,
        .heavyCross,
    ]
}
