import Canvas
import Ledger
import Supervision
import Text
import Words

/// Plan against done by day as a picture: the plan as a faint line, what is done as a thick one, and behind today the end
/// as it is expected. Under the timeline, and on the page of a matter.
struct CurveChart {
    let scene: Scene
    let curve: Curve
    let light: Light
    let axis: DayAxis
    let limit: Day?
    private var words: Words { scene.words }
    private var today: Day { scene.today }

    init(scene: Scene, curve: Curve, light: Light, axis: DayAxis, limit: Day?) {
        self.scene = scene
        self.curve = curve
        self.light = light
        self.axis = axis
        self.limit = limit
    }

    private enum Layer: Int {
        case plan, fan, done
    }

    func draw(on canvas: Canvas) {
        let height = canvas.height - 1
        guard height >= 3 else { return }
        let plot = plot(height: height)
        let top = scale
        // The scale first: where the curve needs the cells, it has them.
        let parts = height >= 12 ? 4 : 2
        for part in 0...parts {
            let value = top.thousandths / Int64(parts) * Int64(part)
            let y = min(height - 1, plot.row(of: value, from: 0, to: top.thousandths) / 4)
            let text = words.amount(Amount(thousandths: value / 1000 * 1000))
            // Half a number would be another number, and of small ones a whole one would stand beside its place.
            guard value % 1000 == 0 || top.thousandths >= 100_000,
                (0..<canvas.columns(text)).allSatisfy({ plot.layer(x: $0, y: y) == nil })
            else { continue }
            canvas.put(text, x: 0, y: y, .dim)
        }
        if let limit, let cells = axis.cells(limit, through: limit) {
            let x = cells.upperBound - 1
            canvas.put(.wall, x: x, y: 0, .dim, down: height)
        }
        if let x = axis.cells(today, through: today)?.lowerBound { canvas.put(.wall, x: x, y: 0, .gold, down: height) }
        canvas.put(
            plot,
            x: 0,
            y: 0,
            inks: [.dim, curve.tail(light), .title],
            marks: [".", ":", "#"]
        )
        putWords(plot, top, on: canvas)
        drawFoot(y: height, on: canvas)
        axis.shade(canvas, scene.ledger.calendar, rows: 0..<height)
    }

    /// The highest value of the scale.
    private var scale: Amount { max(curve.target, curve.tempo.done) }

    private func plot(height: Int) -> DotPlot {
        var plot = DotPlot(width: axis.width, height: height)
        let top = scale.thousandths
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
            if day > today { drawFan(column, at, row, into: &plot) }
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
    private func putWords(_ plot: DotPlot, _ top: Amount, on canvas: Canvas) {
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
            // What is behind is judged by the evening before, as the figures beside the curve are.
            let evening = scene.ledger.calendar.workday(onOrBefore: today - 1)
            if let planned = curve.planned(by: evening, scene.ledger.calendar), planned != curve.tempo.done {
                let text = words.plannedNow(planned)
                let width = canvas.columns(text)
                let at = y(planned)
                for place in [at - 1, at, at - 2] where isFree(cell - width - 1, place, width) {
                    canvas.put(text, x: cell - width - 1, y: place, .dim)
                    break
                }
            }
        }
        guard let limit, let cells = axis.cells(limit, through: limit), limit != today else { return }
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
    private func drawFoot(y: Int, on canvas: Canvas) {
        canvas.put(.rule, x: 0, y: y, .faint, count: axis.width)
        var free = 0
        // Beside a label of each week no line would be left to see.
        let gap = axis.zoom == .month ? 4 : 2
        for day in axis.days where axis.zoom == .quarter ? day.dayOfMonth == 1 : day.weekday == 1 {
            let x = axis.cells(of: day).lowerBound
            guard x >= free, x + 5 <= axis.width else { continue }
            free = x + canvas.put(words.short(day), x: x, y: y, .dim) + gap
        }
    }
}

extension Curve {
    /// The ink of the end as it is expected.
    func tail(_ light: Light) -> Style {
        let isLate = (tempo.forecast?.middle.workdaysLate ?? 0) > 0
        return light == .red ? .red : isLate ? .orange : .green
    }
}
