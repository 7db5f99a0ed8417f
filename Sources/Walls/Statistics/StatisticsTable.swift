import Canvas
import Ledger
import Supervision
import Text
package import Words

/// The statistics as figures: a row for each period of the street, or for each unit in the order of the directory.
///
/// The same values go on the screen, to the clipboard and on paper.
struct StatisticsTable {
    let content: StatisticsContent
    let isByUnit: Bool
    let span: Statistics.Span
    private var words: Words { content.scene.words }

    init(content: StatisticsContent, isByUnit: Bool, span: Statistics.Span) {
        self.content = content
        self.isByUnit = isByUnit
        self.span = span
    }

    var head: [String] {
        [
            isByUnit ? words.unitHead : words.periodTitle, words.registeredShort, words.settledShort, words.onTime,
            words.settledLate, words.rateTitle, words("比上期", "change"),
        ]
    }

    /// Too few for a rate are too few for what a rate is made of.
    var rows: [[String]] {
        content.rates.map { rate in
            let counts = rate.counts
            let figures = [rate.name, "\(counts.registered)", "\(counts.settled)"]
            if rate.isTooFew { return figures + ["", "", words.tooFewForRate, ""] }
            let share = counts.share.map(words.percent) ?? ""
            return figures + ["\(counts.onTime)", "\(counts.settledLate)", share, change(rate)]
        }
    }

    private func change(_ rate: StatisticsContent.Rate) -> String {
        guard let share = rate.counts.share, let before = rate.before?.share else { return "" }
        let change = share / 10 - before / 10
        return change > 0 ? "+\(change)" : "\(change)"
    }

    /// Lines of cells with tabs between them, as a spreadsheet takes them.
    var text: String { ([head] + rows).map { $0.joined(separator: "\t") + "\n" }.joined() }

    // MARK: Drawing

    func draw(window: ScrollWindow, selected: Int?, on canvas: Canvas) {
        let rows = rows
        let cells = [head] + rows
        // As wide as what stands in them, and never so far apart that the eye loses the row.
        let widths = head.indices.map { column in cells.reduce(0) { max($0, canvas.columns($1[column])) } }
        let total = widths.reduce(0, +) + 2
        let gap = max(1, min(8, (canvas.width - 3 - total) / max(1, widths.count - 1)))
        func put(_ cells: [String], y: Int, _ style: (Int) -> Style) {
            var x = 2
            for (column, cell) in cells.enumerated() {
                let width = widths[column]
                if column == 0 {
                    canvas.put(cell, x: x, y: y, style(column), width: width)
                } else if x + width <= canvas.width {
                    canvas.put(cell, right: x + width, y: y, style(column))
                }
                x += width + gap
            }
        }
        put(head, y: 0) { _ in .dim }
        guard !rows.isEmpty else {
            canvas.put(words.nothingSettled, x: 2, y: 1, .dim, width: canvas.width - 2)
            return
        }
        for (offset, index) in window.visible(of: rows.count, rows: canvas.height - 1).enumerated() {
            let y = offset + 1
            let isSelected = index == selected
            put(rows[index], y: y) { column in
                column == 0 ? (isSelected ? Style.title.bold : .text) : column == 5 ? Style.title.bold : .text
            }
            if isSelected { canvas.mark(Rect(x: 0, y: y, width: canvas.width - 1, height: 1)) }
        }
        canvas.thumb(window, of: rows.count, x: canvas.width - 1, y: 1, rows: canvas.height - 1, ink: .faint)
    }
}

extension StatisticsWall {
    private func table(in scene: Scene) -> StatisticsTable {
        StatisticsTable(content: StatisticsContent(scene, span, isByUnit: isByUnit), isByUnit: isByUnit, span: span)
    }

    package func copied(in scene: Scene) -> String { table(in: scene).text }

    package func script(in scene: Scene) -> Script {
        let words = scene.words
        let table = table(in: scene)
        let content = table.content
        let durations = content.durations.map { kind, quantiles in
            [
                words.name(kind), "\(quantiles.median)",
                words.range("\(quantiles.quarter)", "\(quantiles.threeQuarters)"),
                words.range("\(quantiles.low)", "\(quantiles.high)"), "\(quantiles.matters.count)",
            ]
        }
        let ages = content.ages.map { [words.overdueFor($0.days), "\($0.matters.count)"] }
        let lights: [Light] = [.red, .orange, .yellow]
        let origins = content.origins.map { origin in
            [words.name(origin.source), "\(origin.count)"] + lights.map { "\(origin.lights[$0] ?? 0)" }
        }
        let whose = isByUnit ? words.ofUnits : words.ofStreet
        return Script(
            title: words(
                "\(scene.ledger.committee.name.string)统计",
                "\(scene.ledger.committee.name.string): statistics"
            ),
            subtitle: "\(words.long(scene.today)) \(words.weekday(scene.today))  \(whose)",
            sections: [
                Script.Section(
                    words.rateTitle,
                    lines: isByUnit ? [words.rateNoteUnits + words("。", ".")] : [],
                    head: table.head,
                    rows: table.rows
                ),
                Script.Section(
                    words("办结用时（工作日）", "time taken, working days"),
                    lines: [words.durationNote + words("。", ".")],
                    head: [
                        words("类别", "kind"), words.median, words.halfOfThem, words.mostOfThem, words("件数", "matters"),
                    ],
                    rows: durations
                ),
                Script.Section(words.ageTitle, head: [words.ageTitle, words("件数", "matters")], rows: ages),
                Script.Section(
                    words.sourcesTitle,
                    head: [words("来源", "source"), words.inHand] + lights.map(words.name),
                    rows: origins
                ),
            ]
        )
    }
}
