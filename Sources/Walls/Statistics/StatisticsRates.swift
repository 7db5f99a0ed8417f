import Canvas
import Ledger
import Supervision
import Text
import Words

/// 按期办结率: of the street period by period, or of units in directory order.
struct StatisticsRates {
    let content: StatisticsContent
    private var words: Words { content.scene.words }

    init(content: StatisticsContent) { self.content = content }

    /// Below the heading; of the table below the heads of its columns.
    static func rows(in rect: Rect?) -> Int { max(0, (rect?.height ?? 0) - 1) }

    func draw(window: ScrollWindow, selected: Int?, on canvas: Canvas) {
        let isByUnit = content.rates.contains { $0.isTooFew } || content.rates.count != content.statistics.periods.count
        canvas.rule(
            [Run(words.rateTitle, Style.title.bold)],
            right: [Run(isByUnit ? words.rateNoteUnits : words.rateNote, .dim)],
            y: 0,
            ink: selected == nil ? .faint : .gold
        )
        guard !content.rates.isEmpty else {
            canvas.put(words.nothingSettled, x: 2, y: 1, .dim, width: canvas.width - 2)
            return
        }
        let name = 2 + content.rates.reduce(8) { max($0, canvas.columns($1.name)) } + 2
        let bar = canvas.width - name - 24
        let visible = window.visible(of: content.rates.count, rows: canvas.height - 1)
        for (offset, index) in visible.enumerated() {
            let rate = content.rates[index]
            let y = offset + 1
            canvas.put(rate.name, x: 2, y: y, index == selected ? Style.title.bold : .text, width: name - 3)
            canvas.put(
                rate.isTooFew ? "\(rate.counts.settled)" : "\(rate.counts.onTime)/\(rate.counts.settled)",
                right: name + bar + 12,
                y: y,
                rate.counts.settled > 0 ? .text : .dim
            )
            if rate.isTooFew {
                canvas.put(words.tooFewForRate, x: name, y: y, .dim, width: bar)
            } else if let share = rate.counts.share {
                canvas.put(
                    Bar(done: share, planned: rate.before?.share, total: 1000),
                    .plan,
                    x: name,
                    y: y,
                    width: bar,
                    light: .bar
                )
                canvas.put(words.percent(share), right: name + bar + 18, y: y, Style.title.bold)
                if let before = rate.before?.share {
                    let change = share / 10 - before / 10
                    let text = change > 0 ? "+\(change)" : "\(change)"
                    // A fall is bold and nothing is red: a rate is no limit.
                    canvas.put(text, right: canvas.width, y: y, change <= -5 ? Style.title.bold : .dim)
                }
            } else {
                canvas.put(.barRest, x: name, y: y, .faint, count: bar)
            }
            if index == selected { canvas.mark(Rect(x: 0, y: y, width: canvas.width, height: 1)) }
        }
        canvas.thumb(window, of: content.rates.count, x: canvas.width, y: 1, rows: canvas.height - 1, ink: .faint)
    }
}
