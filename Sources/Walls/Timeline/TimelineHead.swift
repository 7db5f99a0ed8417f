import Canvas
import Ledger
import Text
import Words

/// The three rows over a time axis: months, Mondays, and what the days are.
struct TimelineHead {
    let axis: DayAxis
    let scene: Scene
    private var words: Words { scene.words }
    private var calendar: WorkCalendar { scene.ledger.calendar }

    static let rows = 3

    func draw(on canvas: Canvas) {
        drawMonths(on: canvas)
        switch axis.zoom {
        case .week: drawWeek(on: canvas)
        case .month, .quarter: drawDays(on: canvas)
        }
        axis.shade(canvas, calendar, rows: 1..<TimelineHead.rows)
    }

    // MARK: Months

    private func drawMonths(on canvas: Canvas) {
        var day = axis.first
        var free = 0
        while day <= axis.last {
            let x = max(0, axis.cells(of: day).lowerBound)
            let isYear = day.month == 1 || (day == axis.first && day.year != scene.today.year)
            let name = words.month(of: day, withYear: isYear)
            let width = canvas.columns(name)
            if x >= free, x + width <= axis.width {
                canvas.put(name, x: x, y: 0, Style.title.bold)
                free = x + width + 1
            }
            day = day.endOfMonth + 1
        }
    }

    // MARK: Two cells a day

    private func drawWeek(on canvas: Canvas) {
        for day in axis.days {
            let x = axis.cells(of: day).lowerBound
            if day == scene.today {
                canvas.put(words.todayMark, x: x, y: 1, TimelineHead.today)
            } else if let exception = calendar.exception(on: day) {
                canvas.put(
                    exception.isWorkday ? words.makeUpMark : words.restMark,
                    x: x,
                    y: 1,
                    exception.isWorkday ? Style.title.bold : .dim
                )
            } else {
                canvas.put(words.weekdayLetter(day), x: x, y: 1, calendar.isWorkday(day) ? .text : .dim)
            }
        }
        var free = 0
        for day in axis.days where day.weekday == 1 {
            let x = axis.cells(of: day).lowerBound
            free = x + canvas.put(words.short(day), x: x, y: 2, .dim, width: axis.width - x) + 1
        }
        free = 0
        eachHoliday { holiday, cells in
            let name = words.holiday(holiday)
            // Beside the date of the Monday.
            let start = (cells.lowerBound..<cells.upperBound).first { x in
                (x..<x + canvas.columns(name)).allSatisfy { $0 < axis.width && canvas[$0, 2].text == " " }
            }
            if let start, start >= free { free = start + canvas.put(name, x: start, y: 2, .dim) + 1 }
        }
        drawEstimated(y: 2, on: canvas)
    }

    // MARK: One cell a day, or less

    private func drawDays(on canvas: Canvas) {
        var free = 0
        for day in axis.days where axis.zoom == .month ? day.weekday == 1 : [1, 11, 21].contains(day.dayOfMonth) {
            let x = axis.cells(of: day).lowerBound
            let text = "\(day.dayOfMonth)"
            guard x >= free, x + text.count <= axis.width else { continue }
            free = x + canvas.put(text, x: x, y: 1, .dim) + 1
        }
        // Without colours these points are the only sign of a rest day.
        if axis.zoom == .month {
            for x in 0..<axis.width where !calendar.isWorkday(axis.days(at: x).lowerBound) {
                canvas.put(.dot, x: x, y: 2, .dim)
            }
        }
        drawEstimated(y: 2, on: canvas)
        free = 0
        eachHoliday { holiday, cells in
            let name = words.holiday(holiday)
            let width = canvas.columns(name)
            let short = words.shortHoliday(holiday)
            let shown = width <= cells.count + 1 ? name : canvas.columns(short) <= cells.count + 1 ? short : ""
            guard !shown.isEmpty, cells.lowerBound >= free, cells.lowerBound + canvas.columns(shown) <= axis.width
            else { return }
            free = cells.lowerBound + canvas.put(shown, x: cells.lowerBound, y: 2, .dim) + 1
        }
        if axis.zoom == .month {
            for exception in calendar.exceptions where exception.isWorkday {
                guard let cells = axis.cells(exception.day, through: exception.day) else { continue }
                canvas.put(words.makeUpMark, x: cells.lowerBound, y: 2, Style.title.bold)
            }
        }
        if let cells = axis.cells(scene.today, through: scene.today) {
            canvas.put(words.todayMark, x: cells.lowerBound, y: 2, TimelineHead.today)
        }
    }

    /// 估 from the first day of which no notice tells.
    private func drawEstimated(y: Int, on canvas: Canvas) {
        guard let day = axis.days.first(where: calendar.isEstimated),
            day > scene.today || calendar.isEstimated(scene.today)
        else { return }
        canvas.put(words.estimated, x: max(0, axis.cells(of: day).lowerBound), y: y, Style.title.bold)
    }

    /// The runs of days of one holiday, and their cells.
    private func eachHoliday(_ body: (String, Range<Int>) -> Void) {
        var day = axis.first
        while day <= axis.last {
            guard let name = calendar.holiday(on: day) else {
                day = day + 1
                continue
            }
            var end = day
            while calendar.holiday(on: end + 1) == name { end = end + 1 }
            if let cells = axis.cells(day, through: end) { body(name, cells) }
            day = end + 1
        }
    }

    static let today = Style.gold.bold.reversed
}
