import Canvas
import Ledger
import Supervision
import Text
import Words

/// Plan against done on the same days as the bars above it (完成进度曲线), and the numbers that it proves.
struct TimelineCurve {
    let scene: Scene
    let axis: DayAxis
    let labels: Int
    let subject: TimelineRows.Row?
    /// It has the whole page, with an axis of its own.
    let isAlone: Bool
    private var words: Words { scene.words }
    private var today: Day { scene.today }

    init(scene: Scene, axis: DayAxis, labels: Int, subject: TimelineRows.Row?, isAlone: Bool) {
        self.scene = scene
        self.axis = axis
        self.labels = labels
        self.subject = subject
        self.isAlone = isAlone
    }

    /// What is drawn: the selected matter, or where it has no figures its campaign.
    private var content: (title: String, light: Light, curve: Curve)? {
        scene.derived(ContentKey(subject: subject)) { make() }
    }

    private struct ContentKey: Hashable {
        var subject: TimelineRows.Row?
    }

    private func make() -> (title: String, light: Light, curve: Curve)? {
        switch subject {
        case .matter(let number)?:
            guard let matter = scene.matter(number) else { return nil }
            if let curve = scene.supervisor.curve(of: matter), matter.settled == nil {
                return (words.title(matter), scene.judgement(of: matter).light, curve)
            }
            return matter.campaign.flatMap(make)
        case .group(.campaign(let id))?: return make(id)
        case .group?, nil: return nil
        }
    }

    private func make(_ id: CampaignID) -> (title: String, light: Light, curve: Curve)? {
        guard let campaign = scene.ledger.campaigns[id],
            let standing = scene.standings.first(where: { $0.campaign == id })
        else { return nil }
        return (campaign.name.string, standing.light, scene.supervisor.curve(of: campaign))
    }

    // MARK: Drawing

    func draw(on canvas: Canvas) {
        guard let (title, light, curve) = content, curve.target > .zero else {
            canvas.rule(words.curveTitle, y: 0)
            canvas.put(words.noCurve, x: 2, y: 1, .dim, width: canvas.width - 2)
            return
        }
        let isStacked = isAlone && canvas.width < 110
        drawHeading(title, curve, light, on: canvas)
        if isStacked {
            // The numbers in a row, the curve over the full width below them.
            let rows = numbers(curve, light)
            let half = (rows.count + 1) / 2
            let column = canvas.width / 2
            for (index, row) in rows.enumerated() {
                let part = canvas.region(
                    x: index < half ? 0 : column,
                    y: 1 + index % half,
                    width: column,
                    height: 1
                )
                put(row, width: column - 1, y: 0, on: part)
            }
            let wide = DayAxis(zoom: axis.zoom, first: axis.first, width: canvas.width)
            drawChart(
                curve,
                light,
                wide,
                on: canvas.region(x: 0, y: half + 2, width: canvas.width, height: canvas.height - half - 2)
            )
            return
        }
        drawNumbers(curve, light, on: canvas.region(x: 0, y: 1, width: labels - 2, height: canvas.height - 1))
        drawChart(curve, light, axis, on: canvas.region(x: labels, y: 1, width: axis.width, height: canvas.height - 1))
    }

    private func drawHeading(_ title: String, _ curve: Curve, _ light: Light, on canvas: Canvas) {
        let signs: [(Style, String)] = [
            (.dim, words.planned), (Style.title.bold, words.actual), (tail(light, curve), words.atRecentPace),
        ]
        var legend: [Run] = []
        if canvas.width >= 110 {
            for (index, (style, name)) in signs.enumerated() {
                let dots =
                    canvas.repertoire.glyphs == .ascii ? [". .", "###", "::"][index] : ["⠂⠂⠂", "⠶⠶⠶", "⠒⠒⠒"][index]
                legend += [Run("  \(dots) ", style), Run(name, .dim)]
            }
        }
        let room =
            canvas.width - legend.reduce(0) { $0 + canvas.columns($1.text) } - 12 - canvas.columns(words.curveTitle)
        let name = canvas.repertoire.cut(title, to: max(10, room))
        canvas.rule(
            [Run(name, Style.title.bold), Run("  \(words.curveTitle) \(curve.measure)", .dim)],
            right: legend,
            x: 1,
            y: 0
        )
    }

    private func tail(_ light: Light, _ curve: Curve) -> Style {
        let isLate = (curve.tempo.forecast?.middle.workdaysLate ?? 0) > 0
        return light == .red ? .red : isLate ? .orange : .green
    }

    // MARK: Numbers

    private struct Number {
        var label: String
        var value: String
        var note = ""
        var style = Style.text
    }

    private func numbers(_ curve: Curve, _ light: Light) -> [Number] {
        let tempo = curve.tempo
        func amount(_ amount: Amount) -> String { "\(words.amount(amount)) \(curve.measure)" }
        func share(_ amount: Amount) -> String { words.percent(amount.share(of: curve.target)) }
        let bad: Style = light == .red || light == .orange ? Style(light.ink) : .text
        var numbers = [
            Number(
                label: words.targetLabel,
                value: amount(curve.target),
                note: limit(curve).map { words.limitNote($0, seenFrom: today) } ?? ""
            ),
            Number(label: words.doneLabel, value: amount(tempo.done), note: share(tempo.done)),
        ]
        let evening = scene.ledger.calendar.workday(onOrBefore: today - 1)
        if let planned = curve.planned(by: evening, scene.ledger.calendar) {
            numbers.append(Number(label: words.shouldLabel, value: amount(planned), note: share(planned)))
            let gap = planned - tempo.done
            let points = (planned.share(of: curve.target) - tempo.done.share(of: curve.target)) / 10
            numbers.append(
                Number(
                    label: gap > .zero ? words.behindLabel : words.aheadLabel,
                    value: amount(gap > .zero ? gap : .zero - gap),
                    note: points == 0 ? "" : words.points(abs(points)),
                    style: gap > .zero ? bad : .text
                )
            )
        }
        if let needed = tempo.neededDaily {
            numbers.append(
                Number(
                    label: words.needed,
                    value: words.perDay(needed, curve.measure),
                    note: words.left(workdays: tempo.workdaysLeft ?? 0)
                )
            )
        }
        let isSlow = tempo.neededDaily.map { tempo.recentDaily < $0 } ?? false
        numbers.append(
            Number(
                label: words.recent,
                value: words.perDay(tempo.recentDaily, curve.measure),
                style: isSlow ? bad : .text
            )
        )
        switch tempo.outlook {
        case .expected(let forecast):
            numbers.append(
                Number(
                    label: words.forecastHead,
                    value: words.finish(forecast.middle, seenFrom: today),
                    note: forecast.middle.workdaysLate.map { words.late(workdays: $0) } ?? "",
                    style: forecast.workdaysLate > 0 ? tail(light, curve) : .text
                )
            )
            numbers.append(Number(label: words.earliest, value: words.finish(forecast.earliest, seenFrom: today)))
            numbers.append(
                Number(
                    label: words.latest,
                    value: forecast.latest.map { words.finish($0, seenFrom: today) } ?? words.noTelling
                )
            )
        case .tooFewRecords(let days):
            numbers.append(
                Number(label: words.forecastHead, value: words.tooFewRecords, note: words.daysWithFigures(days))
            )
        case .done: numbers.append(Number(label: words.forecastHead, value: words.campaignDone))
        case .outOfSight: numbers.append(Number(label: words.forecastHead, value: words.noTelling))
        }
        return numbers
    }

    private func limit(_ curve: Curve) -> Day? {
        if let limit = curve.planLine?.limit { return limit }
        if case .matter(let number)? = subject { return scene.matter(number)?.due?.day(scene.ledger.offset) }
        return nil
    }

    private func drawNumbers(_ curve: Curve, _ light: Light, on canvas: Canvas) {
        let numbers = numbers(curve, light)
        // Blank rows between the three groups, where there are rows for them.
        let breaks: Set<String> = canvas.height >= numbers.count + 2 ? [words.needed, words.forecastHead] : []
        var y = 0
        for number in numbers {
            if breaks.contains(number.label), y > 0 { y += 1 }
            put(number, width: canvas.width, y: y, on: canvas)
            y += 1
        }
    }

    private func put(_ number: Number, width: Int, y: Int, on canvas: Canvas) {
        let label = words("近10日日均", "last 10 days").columns() + 1
        canvas.put(number.label, x: 1, y: y, .dim, width: label)
        let right = min(width - 1, 1 + label + (width >= 44 ? 15 : 12))
        let used = canvas.put(number.value, right: right, y: y, number.style)
        // A long value leaves no room for what stands beside it.
        if used > right - label - 1 { return }
        let room = width - right - 2
        if canvas.columns(number.note) <= room {
            canvas.put(number.note, x: right + 2, y: y, number.style == .text ? .dim : number.style)
        }
    }

    // MARK: Chart

    private enum Layer: Int {
        case plan, fan, done
    }

    private func drawChart(_ curve: Curve, _ light: Light, _ axis: DayAxis, on canvas: Canvas) {
        let height = canvas.height - 1
        guard height >= 3 else { return }
        let plot = plot(curve, axis, height: height)
        let top = scale(curve)
        // The scale first: where the curve needs the cells, it has them.
        let parts = height >= 12 ? 4 : 2
        for part in 0...parts {
            let value = top.thousandths / Int64(parts) * Int64(part)
            let y = min(height - 1, plot.row(of: value, from: 0, to: top.thousandths) / 4)
            let text = words.amount(Amount(thousandths: value / 1000 * 1000))
            // Half a number would be another number.
            guard (0..<canvas.columns(text)).allSatisfy({ plot.layer(x: $0, y: y) == nil }) else { continue }
            canvas.put(text, x: 0, y: y, .dim)
        }
        if let limit = limit(curve), let cells = axis.cells(limit, through: limit) {
            let x = cells.upperBound - 1
            canvas.put(.wall, x: x, y: 0, .dim, down: height)
        }
        if let x = axis.cells(today, through: today)?.lowerBound { canvas.put(.wall, x: x, y: 0, .gold, down: height) }
        canvas.put(
            plot,
            x: 0,
            y: 0,
            inks: [.dim, tail(light, curve), .title],
            marks: [".", ":", "#"]
        )
        putWords(curve, plot, axis, top, on: canvas)
        drawFoot(axis, y: height, on: canvas)
        axis.shade(canvas, scene.ledger.calendar, rows: 0..<height)
    }

    /// The highest value of the scale.
    private func scale(_ curve: Curve) -> Amount { max(curve.target, curve.tempo.done) }

    private func plot(_ curve: Curve, _ axis: DayAxis, height: Int) -> DotPlot {
        var plot = DotPlot(width: axis.width, height: height)
        let top = scale(curve).thousandths
        let blank = plot
        func row(_ value: Amount) -> Int { blank.row(of: value.thousandths, from: 0, to: top) }
        let calendar = scene.ledger.calendar
        /// The value at a column of dots: between the evenings of two days in even parts.
        func at(_ column: Int, _ value: (Day) -> Amount?) -> Amount? {
            let cell = column / 2
            let days = axis.days(at: cell)
            switch axis.zoom {
            case .quarter: return value(column % 2 == 0 ? days.lowerBound : days.upperBound)
            case .month, .week:
                let day = days.lowerBound
                let parts = Int64(axis.zoom == .month ? 2 : 4)
                let part = Int64(axis.zoom == .month ? column % 2 + 1 : column % 4 + 1)
                guard let after = value(day) else { return nil }
                guard let before = value(day - 1) else { return part == parts ? after : nil }
                let step = Int128(after.thousandths - before.thousandths) * Int128(part) / Int128(parts)
                return Amount(thousandths: before.thousandths + Int64(step))
            }
        }
        var last: Int?
        for column in 0..<plot.columns {
            let planned = at(column) { day in
                guard let line = curve.planLine, day >= line.start, day <= line.limit else { return nil }
                return curve.planned(by: day, calendar)
            }
            if column % 2 == 0, let planned { plot.set(x: column, y: row(planned), layer: Layer.plan.rawValue) }
            let day = axis.days(at: column / 2).lowerBound
            if day > today { drawFan(column, curve, at, row, into: &plot) }
            let isBegun = curve.planLine.map { day >= $0.start } ?? true
            guard isBegun || (curve.record.done(by: day) ?? .zero) > .zero,
                let value = at(column, { curve.record.done(by: $0) })
            else { continue }
            let y = row(value)
            // Two dots thick, and no gap where it rises steeply.
            let before = last ?? y
            plot.fill(
                x: column,
                from: min(before, y),
                through: min(plot.rows - 1, max(before, y + 1)),
                layer: Layer.done.rawValue
            )
            last = y
        }
        return plot
    }

    /// The end as it is expected: the middle solid, the range as scattered dots.
    private func drawFan(
        _ column: Int,
        _ curve: Curve,
        _ at: (Int, (Day) -> Amount?) -> Amount?,
        _ row: (Amount) -> Int,
        into plot: inout DotPlot
    ) {
        guard let forecast = curve.tempo.forecast else { return }
        func expected(_ finish: Forecast.Finish?) -> Amount? {
            at(column) { day in
                guard day >= today, let finish else { return day >= today ? curve.tempo.done : nil }
                let worked = max(0, scene.ledger.calendar.workdays(after: today, through: day))
                let needed = max(1, scene.ledger.calendar.workdays(after: today, through: finish.day))
                let gained = Int128(curve.tempo.remaining.thousandths) * Int128(min(worked, needed)) / Int128(needed)
                return curve.tempo.done + Amount(thousandths: Int64(gained))
            }
        }
        guard let low = expected(forecast.latest), let high = expected(forecast.earliest),
            let middle = expected(forecast.middle)
        else { return }
        let end = forecast.latest?.day ?? forecast.middle.day
        guard axis.days(at: column / 2).lowerBound <= max(end, forecast.middle.day) else { return }
        if column % 3 == 0 {
            for y in row(high)...max(row(high), row(low)) where y % 2 == 0 {
                plot.set(x: column, y: y, layer: Layer.fan.rawValue)
            }
        }
        if axis.days(at: column / 2).lowerBound <= forecast.middle.day {
            plot.set(x: column, y: row(middle), layer: Layer.fan.rawValue)
        }
    }

    /// 应 394 and 实 312 at the line of today, 限 12-15 at the limit: words beside their lines, not in a box.
    private func putWords(_ curve: Curve, _ plot: DotPlot, _ axis: DayAxis, _ top: Amount, on canvas: Canvas) {
        func y(_ value: Amount) -> Int {
            max(0, min(plot.height - 1, plot.row(of: value.thousandths, from: 0, to: top.thousandths) / 4))
        }
        func isFree(_ x: Int, _ y: Int, _ width: Int) -> Bool {
            x >= 0 && x + width <= axis.width && (0..<plot.height).contains(y)
                && (x..<x + width).allSatisfy { plot.layer(x: $0, y: y) == nil && canvas[$0, y].text == " " }
        }
        let cell = axis.cells(today, through: today)?.lowerBound
        if let cell {
            let text = words.actualNow(curve.tempo.done)
            let width = canvas.columns(text)
            let at = y(curve.tempo.done)
            for place in [at + 1, at, at + 2] where isFree(cell + 2, place, width) {
                canvas.put(text, x: cell + 2, y: place, Style.title.bold)
                break
            }
            if let planned = curve.planned(by: today, scene.ledger.calendar), planned != curve.tempo.done {
                let text = words.plannedNow(planned)
                let width = canvas.columns(text)
                let at = y(planned)
                for place in [at - 1, at, at - 2] where isFree(cell - width - 1, place, width) {
                    canvas.put(text, x: cell - width - 1, y: place, .dim)
                    break
                }
            }
        }
        guard let limit = limit(curve), let cells = axis.cells(limit, through: limit), limit != today else { return }
        let text = words.limitNote(limit, seenFrom: today)
        let width = canvas.columns(text)
        let right = cells.upperBound + 1
        for place in [plot.height - 1, plot.height - 2] {
            if isFree(right, place, width) {
                canvas.put(text, x: right, y: place, .dim)
                return
            }
            if isFree(cells.lowerBound - width - 1, place, width) {
                canvas.put(text, x: cells.lowerBound - width - 1, y: place, .dim)
                return
            }
        }
    }

    /// The days below the curve: the axis of the bars is out of sight.
    private func drawFoot(_ axis: DayAxis, y: Int, on canvas: Canvas) {
        canvas.put(.rule, x: 0, y: y, .faint, count: axis.width)
        var free = 0
        for day in axis.days where axis.zoom == .quarter ? day.dayOfMonth == 1 : day.weekday == 1 {
            let x = axis.cells(of: day).lowerBound
            guard x >= free, x + 5 <= axis.width else { continue }
            free = x + canvas.put(words.short(day), x: x, y: y, .dim) + 2
        }
    }
}

/// One line about the selected row: who, how far, and when it will be done.
struct TimelineDetail {
    let scene: Scene

    init(_ scene: Scene) { self.scene = scene }

    func line(_ row: TimelineRows.Row) -> [Run] {
        let words = scene.words
        switch row {
        case .matter(let number):
            guard let matter = scene.matter(number) else { return [] }
            let judgement = scene.judgement(of: matter)
            var text = words.reason(judgement, of: matter)
            if matter.stage == .inHand, let tempo = scene.supervisor.tempo(of: matter), matter.progress < 1000 {
                text += words("；", "; ") + words.outlook(tempo.outlook)
            }
            return [
                Run("\(words.number(matter)) ", .dim), Run(words.title(matter), Style.title.bold), Run("  "),
                Run(text, .text),
            ]
        case .group(.campaign(let id)):
            guard let standing = scene.standings.first(where: { $0.campaign == id }) else { return [] }
            return [
                Run(words.campaign(id, in: scene.ledger), Style.title.bold), Run("  "),
                Run(words.outlook(standing.outlook), .text),
            ]
        case .group: return []
        }
    }
}
