import Canvas
import Ledger
import Supervision
import Text
import Words

/// 在办来源: where the matters in hand came from, in the fixed order of the sources, with how many of them are in trouble.
struct StatisticsSources {
    struct Origin {
        var source: Source
        var lights: [Light: Int]
        var count: Int { lights.values.reduce(0, +) }
    }

    let content: StatisticsContent
    private var words: Words { content.scene.words }

    init(content: StatisticsContent) { self.content = content }

    /// The lights that have a column; the others are in the sum.
    private static let columns: [Light] = [.red, .orange, .yellow]
    private static let cell = 5

    /// `━━╍╍╍──────  逾 滞 临 在办`: as long as there are matters, and of each trouble its part.
    func draw(selected: Int?, on canvas: Canvas) {
        canvas.rule(
            [Run(words.sourcesTitle, Style.title.bold)],
            y: 0,
            ink: selected == nil ? .faint : .gold
        )
        let right = (0...StatisticsSources.columns.count).map { canvas.width - $0 * StatisticsSources.cell }
        let head = right[right.count - 1] - StatisticsSources.cell
        canvas.put(String(repeating: " ", count: canvas.width - head), x: head, y: 0)
        let heads = [words.inHand] + StatisticsSources.columns.reversed().map(words.letter)
        for (end, head) in zip(right, heads) { canvas.put(head, right: end, y: 0, .dim) }
        guard !content.origins.isEmpty else {
            canvas.put(words.none, x: 2, y: 1, .dim, width: canvas.width - 2)
            return
        }
        let name = 2 + content.origins.reduce(4) { max($0, canvas.columns(words.name($1.source))) } + 2
        let room = max(0, right[right.count - 1] - StatisticsSources.cell - name)
        let most = content.origins.map(\.count).max() ?? 1
        for (index, origin) in content.origins.enumerated() where index + 1 < canvas.height {
            let y = index + 1
            canvas.put(
                words.name(origin.source),
                x: 2,
                y: y,
                index == selected ? Style.title.bold : .text,
                width: name - 3
            )
            draw(origin, cells: max(1, origin.count * room / most), x: name, y: y, on: canvas)
            canvas.put("\(origin.count)", right: right[0], y: y, Style.title.bold)
            for (end, light) in zip(right.dropFirst(), StatisticsSources.columns.reversed()) {
                guard let count = origin.lights[light], count > 0 else {
                    canvas.put(.dot, x: end - 1, y: y, .faint)
                    continue
                }
                canvas.put("\(count)", right: end, y: y, Style(light.ink))
            }
            if index == selected { canvas.mark(Rect(x: 0, y: y, width: canvas.width, height: 1)) }
        }
    }

    /// The parts differ by their sign, so that they can be told apart without colours.
    private func draw(_ origin: Origin, cells: Int, x: Int, y: Int, on canvas: Canvas) {
        let parts: [(Light, Glyph, Style)] = [
            (.red, .barDone, .red), (.orange, .barOwed, Style(Light.orange.ink)),
        ]
        var used = 0
        for (light, glyph, style) in parts {
            let count = origin.lights[light] ?? 0
            guard count > 0 else { continue }
            // No trouble is too small to be seen.
            let width = min(cells - used, max(1, count * cells / origin.count))
            canvas.put(glyph, x: x + used, y: y, style, count: width)
            used += width
        }
        canvas.put(.barRest, x: x + used, y: y, .bar, count: cells - used)
    }
}
