import Canvas
import Ledger

/// Days laid out over the cells of a row (时间轴).
struct DayAxis: Hashable {
    enum Zoom: Int, Hashable, CaseIterable {
        /// Two cells a day, so that a Chinese character fits.
        case week
        /// One cell a day.
        case month
        /// One cell for three days.
        case quarter
    }

    let zoom: Zoom
    let first: Day
    let width: Int

    /// The axis on which `today` stands at one third, moved by `steps`. It begins on a Monday.
    init(_ zoom: Zoom, today: Day, steps: Int, width: Int) {
        self.zoom = zoom
        self.width = max(1, width)
        let shown = zoom == .week ? width / 2 : zoom == .month ? width : width * 3
        let start = today - shown / 3
        first = start - (start.weekday - 1) + steps * (zoom == .quarter ? 21 : 7)
    }

    init(zoom: Zoom, first: Day, width: Int) {
        self.zoom = zoom
        self.first = first
        self.width = max(1, width)
    }

    /// The most detailed axis on which all of these days can be seen; it begins on a Monday. Where only some of the first
    /// days find no room, they are left out rather than all days made small.
    init(showing days: ClosedRange<Day>, width: Int) {
        let first = days.lowerBound - (days.lowerBound.weekday - 1)
        let count = days.upperBound - first + 1
        let isCut = count > width && count <= width * 3 / 2
        let zoom: Zoom = count * 2 <= width ? .week : count <= width || isCut ? .month : .quarter
        self.init(zoom: zoom, first: isCut ? days.upperBound - (width - 1) : first, width: width)
    }

    /// The last day of which a cell is shown.
    var last: Day { days(at: width - 1).upperBound }

    /// The cells of a day, which may lie outside the axis.
    func cells(of day: Day) -> Range<Int> {
        let distance = day - first
        return switch zoom {
        case .week: distance * 2..<distance * 2 + 2
        case .month: distance..<distance + 1
        case .quarter: DayAxis.floor(distance, 3)..<DayAxis.floor(distance, 3) + 1
        }
    }

    /// The cells of a range of days that are on the axis; nil where none is.
    func cells(_ from: Day, through: Day) -> Range<Int>? {
        guard from <= through else { return nil }
        let start = max(0, cells(of: from).lowerBound)
        let end = min(width, cells(of: through).upperBound)
        return start < end ? start..<end : nil
    }

    func days(at x: Int) -> ClosedRange<Day> {
        switch zoom {
        case .week: first + DayAxis.floor(x, 2)...first + DayAxis.floor(x, 2)
        case .month: first + x...first + x
        case .quarter: first + x * 3...first + (x * 3 + 2)
        }
    }

    /// The days of the axis of which cells are shown.
    var days: ClosedRange<Day> { first...max(first, last) }

    private static func floor(_ value: Int, _ divisor: Int) -> Int {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }
}

// MARK: - Grounds

extension DayAxis {
    /// What lies under a cell: rest days and public holidays; a make-up day is a working day.
    func ground(at x: Int, _ calendar: WorkCalendar) -> Ground {
        let days = days(at: x)
        // Of three days the middle one speaks, and a weekend would be a stripe in every second cell.
        let day = zoom == .quarter ? days.lowerBound + 1 : days.lowerBound
        guard !calendar.isWorkday(day) else { return .none }
        if calendar.holiday(on: day) != nil { return .holiday }
        return zoom == .quarter ? .none : .rest
    }

    /// Puts the grounds under what is already drawn.
    func shade(_ canvas: Canvas, _ calendar: WorkCalendar, rows: Range<Int>) {
        var x = 0
        while x < width {
            let ground = ground(at: x, calendar)
            var end = x + 1
            while end < width, self.ground(at: end, calendar) == ground { end += 1 }
            if ground != .none {
                canvas.restyle(Rect(x: x, y: rows.lowerBound, width: end - x, height: rows.count)) {
                    $0.ground == .none ? $0.on(ground) : $0
                }
            }
            x = end
        }
    }
}

extension WorkCalendar {
    /// The public holiday that a rest day belongs to. The calendar lists only days that differ from the plain week; the
    /// weekend that touches a holiday is part of it.
    func holiday(on day: Day) -> String? {
        guard !isWorkday(day) else { return nil }
        for step in [-1, 1] {
            var at = day
            while !isWorkday(at), abs(at - day) < 10 {
                if let exception = exception(on: at) { return exception.name }
                at = at + step
            }
        }
        return nil
    }
}
