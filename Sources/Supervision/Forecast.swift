package import Ledger

/// When something will be done at the pace of its last working days (预计), as a range.
///
/// The middle rests on their mean. The ends rest on the 20th and the 80th percentile of the pace: of the means of all
/// runs of neighbouring days that are half as long, five where ten are known. Single days would say nothing, for most
/// units report every few days or once a week; each such run holds their whole rhythm. The range is never narrower than
/// a tenth of the pace to either side.
package struct Forecast: Hashable, Sendable {
    package var earliest: Finish
    package var middle: Finish
    /// nil where the slow days brought nothing, or would take more than ten years.
    package var latest: Finish?

    package init(earliest: Finish, middle: Finish, latest: Finish?) {
        self.earliest = earliest
        self.middle = middle
        self.latest = latest
    }

    /// One end of the range.
    package struct Finish: Hashable, Sendable {
        package var day: Day
        /// Working days of work until then, today being the first.
        package var workdays: Int
        /// Rests on years without a published calendar (估).
        package var isEstimated: Bool
        /// Working days after the limit; negative when earlier; nil without a limit.
        package var workdaysLate: Int?

        package init(day: Day, workdays: Int, isEstimated: Bool = false, workdaysLate: Int?) {
            self.day = day
            self.workdays = workdays
            self.isEstimated = isEstimated
            self.workdaysLate = workdaysLate
        }
    }

    /// Those of ``middle``.
    package var day: Day { middle.day }
    package var isEstimated: Bool { middle.isEstimated }
    package var workdaysLate: Int { middle.workdaysLate ?? 0 }
}

/// How fast something goes on, and how fast it has to (日均需, 近10日日均).
package struct Tempo: Hashable, Sendable {
    package var done: Amount
    package var target: Amount
    package var remaining: Amount { max(.zero, target - done) }
    /// Working days from tomorrow through the limit; negative when past, nil without a limit.
    package var workdaysLeft: Int?
    /// 日均需: what each of them has to bring; nil when done, past or due today.
    package var neededDaily: Amount?
    /// 近10日日均, of ``days`` working days.
    package var recentDaily: Amount
    /// The working days before today that it rests on: ten, or those since the start where they are fewer.
    package var days: Int
    /// How many of them brought something.
    package var daysWithFigures: Int
    package var outlook: Outlook

    package var forecast: Forecast? {
        if case .expected(let forecast) = outlook { forecast } else { nil }
    }
}

/// What can be said of the end.
package enum Outlook: Hashable, Sendable {
    /// 已全部完成
    case done
    /// 记录不足: nobody can tell a pace from fewer than three days with figures.
    case tooFewRecords(days: Int)
    /// At this pace it would take more than ten years.
    case outOfSight
    case expected(Forecast)
}

extension Tempo {
    /// Days with figures that a forecast asks for.
    package static let leastDays = 3
    /// Working days that a pace is taken from.
    package static let window = 10
    private static let furthest = 2500

    /// - Parameters:
    ///   - daily: what the last working days before today brought, oldest first.
    ///   - limit: nil where there is none.
    package init(
        done: Amount,
        target: Amount,
        daily: [Amount],
        limit: Day?,
        today: Day,
        calendar: WorkCalendar
    ) {
        self.done = done
        self.target = target
        let remaining = max(.zero, target - done)
        let left = limit.map { calendar.workdays(after: today, through: $0) }
        workdaysLeft = left
        if let left, left > 0, remaining > .zero {
            neededDaily = Amount(thousandths: remaining.thousandths / Int64(left))
        }
        days = daily.count
        daysWithFigures = daily.count { $0 > .zero }
        recentDaily = Tempo.mean(daily[...])
        guard remaining > .zero else {
            outlook = .done
            return
        }
        guard daysWithFigures >= Tempo.leastDays, recentDaily > .zero else {
            outlook = .tooFewRecords(days: daysWithFigures)
            return
        }
        func finish(_ rate: Amount) -> Forecast.Finish? {
            guard rate > .zero else { return nil }
            let rest = remaining.thousandths
            let workdays = Int(clamping: rest / rate.thousandths + (rest % rate.thousandths > 0 ? 1 : 0))
            guard workdays <= Tempo.furthest else { return nil }
            let day = calendar.day(workdays, workdaysAfter: today - 1)
            return Forecast.Finish(
                day: day,
                workdays: workdays,
                isEstimated: calendar.isEstimated(day),
                workdaysLate: limit.map { calendar.workdays(after: $0, through: day) }
            )
        }
        let (slow, fast) = Tempo.range(daily, mean: recentDaily)
        guard let middle = finish(recentDaily), let earliest = finish(fast) else {
            outlook = .outOfSight
            return
        }
        outlook = .expected(Forecast(earliest: earliest, middle: middle, latest: finish(slow)))
    }

    private static func mean(_ daily: ArraySlice<Amount>) -> Amount {
        guard !daily.isEmpty else { return .zero }
        return Amount(thousandths: daily.reduce(Amount.zero, +).thousandths / Int64(daily.count))
    }

    /// The 20th and 80th percentile of the pace, at least a tenth away from the mean.
    private static func range(_ daily: [Amount], mean middle: Amount) -> (slow: Amount, fast: Amount) {
        let length = (daily.count + 1) / 2
        let runs = (0...(daily.count - length)).map { mean(daily[$0..<$0 + length]) }.sorted()
        // Nearest rank.
        func percentile(_ share: Int) -> Amount { runs[max(0, (share * runs.count + 99) / 100 - 1)] }
        let tenth = middle.thousandths / 10
        return (
            max(.zero, min(percentile(20), Amount(thousandths: middle.thousandths - tenth))),
            max(percentile(80), Amount(thousandths: middle.thousandths + tenth))
        )
    }
}
