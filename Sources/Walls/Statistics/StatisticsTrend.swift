import Canvas
import Ledger
import Supervision
import Text
import Words

/// Overdue and settled matters of the street by working day, in Braille.
struct StatisticsTrend {
    let scene: Scene
    private var words: Words { scene.words }

    /// Rows at most: a steeper curve says no more.
    static let most = 36

    init(scene: Scene) { self.scene = scene }

    func draw(on canvas: Canvas) {
        let label = 5
        let width = canvas.width - label
        // Two cells a working day; the trail of open matters reaches back thirty.
        let count = min(30, width / 2)
        let days = scene.derived(TrendKey(count: count)) { scene.supervisor.trend(days: count) }
        let top = StatisticsTrend.top(over: days.map { max($0.overdue, $0.settled) }.max() ?? 0)
        canvas.rule(
            [Run(words.trendTitle(count), Style.title.bold)],
            right: [
                Run(canvas.repertoire.glyphs == .ascii ? "## " : "⠶⠶ ", Style.red.drawn),
                Run("\(words.overdueOpen)  ", .dim),
                Run(canvas.repertoire.glyphs == .ascii ? "|| " : "⡇⡇ ", Style.blue.drawn),
                Run(words.settledShort, .dim),
            ],
            y: 0
        )
        let height = canvas.height - 2
        guard height >= 2 else { return }
        // The days share the whole width, to the dot.
        func x(_ index: Int) -> Int { index * width * 2 / max(1, count) }
        var plot = DotPlot(width: width, height: height)
        let blank = plot
        func row(_ value: Int) -> Int { blank.row(of: Int64(value), from: 0, to: Int64(top)) }
        // Half of a day's width is its bar, so that days can be counted.
        let bar = max(1, width / max(1, count))
        var last: Int?
        for (index, day) in days.enumerated() {
            let start = x(index)
            let end = x(index + 1)
            for x in 0..<bar where day.settled > 0 {
                let column = start + (end - start - bar) / 2 + x
                plot.fill(x: column, from: row(day.settled), through: plot.rows - 1, layer: 0)
            }
            let y = row(day.overdue)
            for x in start..<end {
                plot.set(x: x, y: y, layer: 1)
                if x == start, let last { plot.fill(x: x, from: min(last, y), through: max(last, y), layer: 1) }
            }
            last = y
        }
        let parts = height >= 12 ? 4 : 2
        for part in 0...parts {
            let value = top * part / parts
            let y = 1 + row(value) / 4
            canvas.put("\(value)", right: label - 1, y: y, .dim)
            if part > 0, canvas.repertoire.hasFaintInk, canvas.repertoire.glyphs == .rich {
                canvas.put(.ruleDashed, x: label, y: y, .faint, count: width)
            }
        }
        canvas.put(plot, x: label, y: 1, inks: [.blue, .red], marks: ["|", "#"])
        canvas.put(.rule, x: label, y: height + 1, .faint, count: width)
        var free = 0
        for (index, day) in days.enumerated() where day.day.weekday == 1 || index == days.count - 1 {
            let text = words.short(day.day)
            let start = min(label + x(index) / 2, canvas.width - canvas.columns(text))
            guard start >= free else { continue }
            free = start + canvas.put(text, x: start, y: height + 1, .dim) + 2
        }
    }

    /// A round number that the highest fits under and that four parts share evenly.
    static func top(over value: Int) -> Int {
        var unit = 4
        while true {
            for factor in [1, 2, 3, 5] where unit * factor >= value { return unit * factor }
            unit *= 10
        }
    }

    private struct TrendKey: Hashable {
        var count: Int
    }
}
