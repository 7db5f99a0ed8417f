import Text

extension Canvas {
    /// A heading and its rule over the full width: `今日必跟踪 ──────── 9 件  已跟踪 2`.
    package func rule(_ title: [Run], right: [Run] = [], x: Int = 0, y: Int, width: Int? = nil, ink: Ink = .faint) {
        let end = x + (width ?? self.width - x)
        var start = x
        if !title.isEmpty { start += put(title, x: x, y: y, width: end - x) + 1 }
        var stop = end
        let noteWidth = right.reduce(0) { $0 + columns($1.text) }
        // The heading is worth more than the note on it.
        if noteWidth > 0, end - noteWidth - 1 > start {
            put(right, right: end, y: y)
            stop = end - noteWidth - 1
        }
        put(.rule, x: start, y: y, Style(ink), count: stop - start)
    }

    package func rule(_ title: String, right: String = "", x: Int = 0, y: Int, width: Int? = nil, ink: Ink = .faint) {
        rule(
            title.isEmpty ? [] : [Run(title, Style.title.bold)],
            right: right.isEmpty ? [] : [Run(right, .dim)],
            x: x,
            y: y,
            width: width,
            ink: ink
        )
    }

    /// A word on its ground with a blank on both sides: ` 逾期 4 `. Returns the columns it took.
    @discardableResult
    package func chip(_ text: String, x: Int, y: Int, _ style: Style) -> Int {
        put(" \(text) ", x: x, y: y, style)
    }

    /// A box over what is there, emptied, with a title in its upper edge. Returns the canvas inside, one blank column
    /// from the walls. Veil the rest first.
    @discardableResult
    package func frame(_ rect: Rect, title: String = "", ink: Ink = .dim, isDashed: Bool = false) -> Canvas {
        fill(rect)
        let style = Style(ink)
        let horizontal: Glyph = isDashed ? .ruleDashed : .rule
        guard rect.width >= 2, rect.height >= 2 else { return region(rect) }
        for y in [rect.y, rect.bottom - 1] { put(horizontal, x: rect.x + 1, y: y, style, count: rect.width - 2) }
        for x in [rect.x, rect.right - 1] { put(.wall, x: x, y: rect.y + 1, style, down: rect.height - 2) }
        put(.topLeft, x: rect.x, y: rect.y, style)
        put(.topRight, x: rect.right - 1, y: rect.y, style)
        put(.bottomLeft, x: rect.x, y: rect.bottom - 1, style)
        put(.bottomRight, x: rect.right - 1, y: rect.bottom - 1, style)
        if !title.isEmpty, rect.width > 6 {
            let name = repertoire.cut(title, to: rect.width - 6)
            put(" \(name) ", x: rect.x + 2, y: rect.y, Style.title.bold)
        }
        return region(rect.inset(x: 2, y: 1))
    }

    /// A thin thumb right of a list that scrolls; nothing if all of it is to be seen.
    package func thumb(_ window: ScrollWindow, of count: Int, x: Int, y: Int, rows: Int, ink: Ink = .dim) {
        guard let range = window.thumb(of: count, rows: rows) else { return }
        put(.thumb, x: x, y: y + range.lowerBound, Style(ink), down: range.count)
    }
}
