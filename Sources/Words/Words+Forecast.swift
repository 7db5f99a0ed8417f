package import Ledger
package import Supervision

// What is said of pace and end (预计).
extension Words {
    /// 「最早 12月21日，最迟 2027年1月7日（估）」.
    package func forecastRange(_ forecast: Forecast, seenFrom today: Day) -> String {
        let earliest = finish(forecast.earliest, seenFrom: today)
        guard let latest = forecast.latest else {
            return self("最早 \(earliest)，最迟说不准", "\(earliest) at the earliest, no telling at the latest")
        }
        let last = finish(latest, seenFrom: today)
        return self("最早 \(earliest)，最迟 \(last)", "\(earliest) at the earliest, \(last) at the latest")
    }

    /// 「12月21日」, in another year 「2027年1月7日」, with 估 where no notice covers it.
    package func finish(_ finish: Forecast.Finish, seenFrom today: Day) -> String {
        let day = finish.day.year == today.year ? monthDay(finish.day) : long(finish.day)
        return finish.isEstimated ? self("\(day)（估）", "\(day) (est.)") : day
    }

    /// The forecast of a whole, or why there is none.
    package func outlook(_ outlook: Outlook) -> String {
        switch outlook {
        case .done: self("已全部完成", "all done")
        case .tooFewRecords(let days): tooFewRecords(days: days)
        case .outOfSight: self("照目前进度，十年内完不成", "at the present pace not within ten years")
        case .expected(let forecast): self.forecast(forecast)
        }
    }

    /// 「近 10 个工作日有进度的只有 2 日，记录不足，暂不预计」.
    package func tooFewRecords(days: Int) -> String {
        self(
            "近 \(Tempo.window) 个工作日有进度的只有 \(days) 日，记录不足，暂不预计",
            "progress on \(days) of the last \(Tempo.window) working days: too little to forecast"
        )
    }

    package var tooFewRecords: String { self("记录不足", "too few records") }

    /// 「日均需 9.9 户，近10日日均 6.5 户」.
    package func tempo(_ tempo: Tempo, measure: String) -> String {
        let recent = self(
            "近10日日均 \(rate(tempo.recentDaily)) \(measure)",
            "last 10 days \(rate(tempo.recentDaily)) \(measure) a day"
        )
        guard let needed = tempo.neededDaily else { return recent }
        return self(
            "日均需 \(rate(needed)) \(measure)，\(recent)",
            "needs \(rate(needed)) \(measure) a day, \(recent)"
        )
    }
}
