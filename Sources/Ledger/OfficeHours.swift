/// The hours in which an office works (工作时): mornings and afternoons of working days.
package struct OfficeHours: Hashable, Sendable {
    /// Minutes after midnight, in order and apart.
    package let spans: [Range<Int>]

    /// The hours of the rules; spans that make no sense are left out.
    package init(_ rules: Rules) {
        let day = 0...24 * 60
        func span(_ start: Int, _ end: Int) -> [Range<Int>] {
            day.contains(start) && day.contains(end) && start < end ? [start..<end] : []
        }
        let morning = span(rules.morningStart, rules.morningEnd)
        let afternoon = span(max(rules.afternoonStart, morning.first?.upperBound ?? 0), rules.afternoonEnd)
        spans = morning + afternoon
    }

    /// Minutes of work in a working day.
    package var minutes: Int { spans.reduce(0) { $0 + $1.count } }

    /// The moment at which `count` office hours have passed since `start`: what begins in a break or
    /// on a rest day begins to count when the office opens next.
    package func moment(_ count: Int, hoursAfter start: Moment, calendar: WorkCalendar, offset: Offset) -> Moment {
        guard minutes > 0 else { return Moment(milliseconds: start.milliseconds + Int64(count) * 3_600_000) }
        var left = count * 60
        var day = start.day(offset)
        var minute = start.minute(offset)
        if !calendar.isWorkday(day) {
            day = calendar.day(1, workdaysAfter: day)
            minute = 0
        }
        // Whole days at once, then span by span.
        while true {
            let spans = spans.map { max($0.lowerBound, minute)..<max($0.upperBound, minute) }
            let today = spans.reduce(0) { $0 + $1.count }
            if left <= today {
                for span in spans where !span.isEmpty {
                    if left <= span.count { return Moment(day, minute: span.lowerBound + left, offset: offset) }
                    left -= span.count
                }
            }
            left -= today
            let whole = max(0, (left - 1) / minutes)
            left -= whole * minutes
            day = calendar.day(whole + 1, workdaysAfter: day)
            minute = 0
        }
    }
}
