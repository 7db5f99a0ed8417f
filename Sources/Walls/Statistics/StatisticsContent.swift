import Canvas
import Ledger
import Supervision
import Text
import Words

/// The rows of the statistics wall, and what stands behind each. Made once for a scene and a span.
struct StatisticsContent {
    struct Row {
        var title: String
        /// The matters at hand that a number stands for.
        var matters: () -> [MatterNumber]
    }

    struct Rate {
        var name: String
        var counts: Statistics.Counts
        /// The period before; nil where there is none.
        var before: Statistics.Counts?
        /// Too few for a rate (PRACTICE §9).
        var isTooFew: Bool
        var row: Row
    }

    let scene: Scene
    let statistics: Statistics
    let rates: [Rate]
    let durations: [(kind: Kind, quantiles: Statistics.Quantiles)]
    let ages: [Statistics.Age]
    private var words: Words { scene.words }

    init(_ scene: Scene, _ span: Statistics.Span, isByUnit: Bool) {
        self.scene = scene
        let statistics = scene.supervisor.statistics(span)
        self.statistics = statistics
        let words = scene.words
        /// Settled in a period and still at hand: what was struck off since lies in the file.
        func settled(_ period: Statistics.Period, _ unit: UnitID?) -> [MatterNumber] {
            scene.ledger.matters.values
                .filter { matter in
                    matter.stage == .settled && matter.settled.map(period.contains) ?? false
                        && (unit == nil || matter.lead == unit)
                }
                .map(\.number).sorted()
        }
        if isByUnit {
            let period = statistics.periods[statistics.periods.count - 1]
            rates = scene.unitTree.compactMap { unit, _ in
                guard let counts = statistics.units[unit] else { return nil }
                let name = words.unit(unit, in: scene.ledger)
                let title = words.settledIn(name, words.name(period, span))
                return Rate(
                    name: name,
                    counts: counts.now,
                    before: counts.before.settled >= Statistics.leastForRate ? counts.before : nil,
                    isTooFew: counts.now.settled < Statistics.leastForRate,
                    row: Row(title: title) { settled(period, unit) }
                )
            }
        } else {
            rates = statistics.periods.indices.map { index in
                let period = statistics.periods[index]
                let name = words.name(period, span)
                return Rate(
                    name: name,
                    counts: statistics.street[index],
                    before: index > 0 ? statistics.street[index - 1] : nil,
                    isTooFew: false,
                    row: Row(title: words.settledIn(scene.ledger.committee.name.string, name)) { settled(period, nil) }
                )
            }
        }
        durations = Kind.allCases.compactMap { kind in statistics.durations[kind].map { (kind, $0) } }
        ages = statistics.ages
    }

    func rows(_ block: StatisticsWall.Block) -> [Row] {
        switch block {
        case .rates, .table: rates.map(\.row)
        case .durations:
            durations.map { kind, quantiles in
                Row(title: words.durationOf(words.name(kind))) { quantiles.matters }
            }
        case .ages: ages.map { age in Row(title: words.overdueFor(age.days)) { age.matters } }
        }
    }

    // MARK: Summary

    func drawSummary(_ span: Statistics.Span, isByUnit: Bool, on canvas: Canvas) {
        var x = 2 + canvas.put("Z", x: 1, y: 0, Style.gold.bold)
        x += canvas.put(words.periodTitle, x: x, y: 0, .dim) + 1
        for choice in Statistics.Span.allCases {
            let name =
                switch choice {
                case .month: words.byMonth
                case .quarter: words.byQuarter
                case .year: words.byYear
                }
            x += canvas.chip(name, x: x, y: 0, choice == span ? .active : .dim)
        }
        x += 1
        let counts = statistics.street[statistics.street.count - 1]
        let period = statistics.periods[statistics.periods.count - 1]
        let overdue = ages.reduce(0) { $0 + $1.matters.count }
        func put(_ runs: [Run]) {
            let width = runs.reduce(0) { $0 + canvas.columns($1.text) }
            if x + width <= canvas.width { x += canvas.put(runs, x: x, y: 0) + (canvas.width >= 110 ? 3 : 2) }
        }
        func pair(_ label: String, _ count: Int, _ style: Style = Style.title.bold) -> [Run] {
            [Run("\(label) ", .dim), Run("\(count)", count > 0 ? style : .dim)]
        }
        put([Run(words.name(period, span), Style.title.bold)])
        put(pair(words.settledShort, counts.settled))
        put(pair(words.onTime, counts.onTime))
        put(pair(words.settledLate, counts.settledLate))
        put(pair(words.overdueOpen, overdue, Style.red.bold))
        put(pair(words.registeredShort, counts.registered, .text))
        put([Run("g ", Style.gold.bold), Run(isByUnit ? words.ofUnits : words.ofStreet, .dim)])
    }

    // MARK: Durations

    /// One line for each kind on one scale: ─ from 10 to 90 percent, ━ the middle half, │ the median.
    func drawDurations(selected: Int?, on canvas: Canvas) {
        canvas.rule(
            [Run(words.durationTitle, Style.title.bold)],
            right: [Run(words.durationNote, .dim)],
            y: 0,
            ink: selected == nil ? .faint : .gold
        )
        guard !durations.isEmpty else {
            canvas.put(words.nothingSettledAtHand, x: 2, y: 1, .dim, width: canvas.width - 2)
            return
        }
        let top = max(5, durations.map(\.quantiles.high).max() ?? 5)
        let name = 2 + durations.reduce(8) { max($0, canvas.columns(words.name($1.kind))) } + 1
        let width = canvas.width - name - 15
        func x(_ value: Int) -> Int { name + min(width - 1, value * (width - 1) / top) }
        for (index, (kind, quantiles)) in durations.enumerated() where index + 1 < canvas.height {
            let y = index + 1
            canvas.put(words.name(kind), x: 2, y: y, index == selected ? Style.title.bold : .text, width: name - 3)
            canvas.put(.barRest, x: x(quantiles.low), y: y, .dim, count: x(quantiles.high) - x(quantiles.low) + 1)
            canvas.put(
                .barDone,
                x: x(quantiles.quarter),
                y: y,
                .bar,
                count: x(quantiles.threeQuarters) - x(quantiles.quarter) + 1
            )
            canvas.put(.barPlan, x: x(quantiles.median), y: y, Style.title.bold)
            canvas.put(
                [Run("\(quantiles.median)", Style.title.bold), Run(words.workdaysUnit, .dim)],
                right: canvas.width - 6,
                y: y
            )
            canvas.put(words.matters(quantiles.matters.count), right: canvas.width, y: y, .dim)
            if index == selected { canvas.mark(Rect(x: 0, y: y, width: canvas.width, height: 1)) }
        }
        let y = durations.count + 1
        guard y < canvas.height else { return }
        let legend: [Run] = [
            Run(canvas.repertoire[.barRest] + canvas.repertoire[.barRest], .dim), Run(" \(words.mostOfThem)  ", .dim),
            Run(canvas.repertoire[.barDone] + canvas.repertoire[.barDone], .bar), Run(" \(words.halfOfThem)  ", .dim),
            Run(canvas.repertoire[.barPlan], Style.title.bold),
            Run(" \(words.median)  0–\(top) \(words.workdays)", .dim),
        ]
        canvas.put(legend, x: name, y: y, width: canvas.width - name)
    }

    // MARK: Ages

    func drawAges(selected: Int?, on canvas: Canvas) {
        let total = ages.reduce(0) { $0 + $1.matters.count }
        // Beyond twenty one mark stands for more than one.
        let most = ages.map(\.matters.count).max() ?? 0
        let scale = most > 20 ? (most + 19) / 20 : 1
        canvas.rule(
            [Run(words.ageTitle, Style.title.bold)],
            right: [Run(words.ageNote(total, scale: scale), .dim)],
            y: 0,
            ink: selected == nil ? .faint : .gold
        )
        func marks(_ count: Int) -> Int { count == 0 ? 0 : max(1, count / scale) }
        // The oldest of each stand in one column.
        let oldest = max(24, 15 + marks(most) + 1 + String(most).count + 2)
        for (index, age) in ages.enumerated() where index + 1 < canvas.height {
            let y = index + 1
            let name = words.overdueDays(age.days)
            canvas.put(name, x: 2, y: y, index == selected ? Style.title.bold : .text, width: 12)
            let count = age.matters.count
            let marks = marks(count)
            if count == 0 { canvas.put(.dot, x: 15, y: y, .faint) }
            canvas.put(.square, x: 15, y: y, .red, count: marks)
            let used = 15 + max(1, marks) + 1
            canvas.put("\(count)", x: used, y: y, count > 0 ? Style.red.bold : .dim)
            if let first = age.matters.first, let matter = scene.matter(first) {
                canvas.put(words.title(matter), x: oldest, y: y, .dim, width: canvas.width - oldest)
            }
            if index == selected { canvas.mark(Rect(x: 0, y: y, width: canvas.width, height: 1)) }
        }
    }
}

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

/// Overdue and settled matters of the street by working day, in Braille.
struct StatisticsTrend {
    let scene: Scene
    private var words: Words { scene.words }

    init(scene: Scene) { self.scene = scene }

    func draw(on canvas: Canvas) {
        let label = 5
        let width = canvas.width - label
        // Two cells a working day; the trail of open matters reaches back thirty.
        let count = min(30, width / 2)
        let days = scene.derived(TrendKey(count: count)) { scene.supervisor.trend(days: count) }
        let top = max(4, days.map { max($0.overdue, $0.settled, $0.registered) }.max() ?? 4)
        canvas.rule(
            [Run(words.trendTitle(count), Style.title.bold)],
            right: [
                Run(canvas.repertoire.glyphs == .ascii ? "## " : "⠶⠶ ", .red), Run("\(words.overdueOpen)  ", .dim),
                Run(canvas.repertoire.glyphs == .ascii ? "|| " : "⡇⡇ ", .blue), Run(words.settledShort, .dim),
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
        var last: Int?
        for (index, day) in days.enumerated() {
            let start = x(index)
            let end = x(index + 1)
            if day.settled > 0 {
                plot.fill(x: (start + end) / 2, from: row(day.settled), through: plot.rows - 1, layer: 0)
            }
            let y = row(day.overdue)
            for x in start..<end {
                plot.set(x: x, y: y, layer: 1)
                if x == start, let last { plot.fill(x: x, from: min(last, y), through: max(last, y), layer: 1) }
            }
            last = y
        }
        for (value, y) in [(top, 1), (top / 2, 1 + height / 2), (0, height)] {
            canvas.put("\(value)", right: label - 1, y: y, .dim)
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

    private struct TrendKey: Hashable {
        var count: Int
    }
}
