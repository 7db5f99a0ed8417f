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

    /// Which keeps this in its memory, and would never go if it were held here.
    unowned let scene: Scene
    let statistics: Statistics
    let rates: [Rate]
    let durations: [(kind: Kind, quantiles: Statistics.Quantiles)]
    let ages: [Statistics.Age]
    /// Sources that something in hand came from, in their fixed order.
    let origins: [StatisticsSources.Origin]
    private var words: Words { scene.words }

    init(_ scene: Scene, _ span: Statistics.Span, isByUnit: Bool) {
        self.scene = scene
        let statistics = scene.supervisor.statistics(span, judgement: scene.judgement(of:))
        self.statistics = statistics
        let words = scene.words
        /// Settled in a period and still at hand: what was struck off since lies in the file.
        let settled = { [unowned scene] (period: Statistics.Period, unit: UnitID?) -> [MatterNumber] in
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
        origins = Source.allCases.compactMap { source in
            statistics.open[source].map { StatisticsSources.Origin(source: source, lights: $0) }
        }
    }

    func rows(_ block: StatisticsWall.Block) -> [Row] {
        switch block {
        case .rates, .table: rates.map(\.row)
        case .durations:
            durations.map { kind, quantiles in
                Row(title: words.durationOf(words.name(kind))) { quantiles.matters }
            }
        case .ages: ages.map { age in Row(title: words.overdueFor(age.days)) { age.matters } }
        case .sources:
            origins.map { origin in
                Row(title: words.inHand(from: origin.source)) {
                    scene.order.filter { number in
                        scene.matter(number).map { $0.stage.isOpen && $0.source == origin.source } ?? false
                    }
                }
            }
        }
    }

    // MARK: Summary

    private func name(_ span: Statistics.Span) -> String {
        switch span {
        case .month: words.byMonth
        case .quarter: words.byQuarter
        case .year: words.byYear
        }
    }

    private func whose(isByUnit: Bool) -> [Run] {
        [Run("g ", Style.gold.bold), Run(isByUnit ? words.ofUnits : words.ofStreet, .dim)]
    }

    func drawSummary(_ span: Statistics.Span, isByUnit: Bool, on canvas: Canvas) {
        var x = 2 + canvas.put("Z", x: 1, y: 0, Style.gold.bold)
        x += canvas.put(words.periodTitle, x: x, y: 0, .dim) + 1
        for choice in Statistics.Span.allCases {
            x += canvas.chip(name(choice), x: x, y: 0, choice == span ? .active : .dim)
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
        if canvas.width >= 110 { put(whose(isByUnit: isByUnit)) }
        put([Run(words.name(period, span), Style.title.bold)])
        put(pair(words.settledShort, counts.settled))
        put(pair(words.onTime, counts.onTime))
        put(pair(words.settledLate, counts.settledLate))
        put(pair(words.overdueOpen, overdue, Style.red.bold))
        put(pair(words.registeredShort, counts.registered, .text))
        if canvas.width < 110 { put(whose(isByUnit: isByUnit)) }
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
