package import Ledger
package import Supervision

// What the statistics (统计) say.
extension Words {
    package var periodTitle: String { self("期间", "period") }
    package var byYear: String { self("年", "year") }
    /// 「11月」, 「四季度」, 「2026年」; with the year where it is not plain.
    package func name(_ period: Statistics.Period, _ span: Statistics.Span) -> String {
        let (year, month, _) = period.first.civil
        switch span {
        case .month: return self("\(year)年\(month)月", "\(monthName(month)) \(year)")
        case .quarter:
            let quarter = (month - 1) / 3
            return self("\(year)年\(["一", "二", "三", "四"][quarter])季度", "Q\(quarter + 1) \(year)")
        case .year: return self("\(year)年", "\(year)")
        }
    }
    package var overdueOpen: String { self("逾期未结", "overdue") }
    package var ofStreet: String { self("全街道", "whole street") }
    package var ofUnits: String { self("各单位", "by unit") }
    package func settledIn(_ whose: String, _ period: String) -> String {
        self("\(whose) \(period)办结（未销号）", "\(whose), settled in \(period), not yet struck off")
    }
    package var noMattersAtHand: String {
        self(
            "这一格的事项都已销号或归档，不在手上；用 guatu list --all 查。",
            "All of these were struck off and lie in the file; see guatu list --all."
        )
    }

    // MARK: Rates

    package var rateTitle: String { self("按期办结率", "settled in time") }
    package var rateNote: String { self("按期办结占办结，│ 上期", "in time of settled, │ before") }
    package var rateNoteUnits: String { self("按单位目录排列，不排名", "in directory order; no ranking") }
    package var tooFewForRate: String {
        self("不足 \(Statistics.leastForRate) 件，不计率", "fewer than \(Statistics.leastForRate): no rate")
    }
    package var nothingSettled: String { self("本期没有办结的事项。", "Nothing settled in this period.") }

    package func figuresTitle(isByUnit: Bool) -> String {
        isByUnit ? self("各单位数字", "figures by unit") : self("各期数字", "figures by period")
    }

    // MARK: Durations

    package var durationTitle: String { self("办结用时", "time taken") }
    package var durationNote: String { self("交办至办结，未销号的", "issued to settled, at hand") }
    package var workdaysUnit: String { self(" 日", "d") }
    package var mostOfThem: String { self("八成", "80%") }
    package var halfOfThem: String { self("一半", "half") }
    package var median: String { self("中位", "median") }
    package func durationOf(_ kind: String) -> String { self("\(kind)办结用时", "time taken: \(kind)") }
    package var nothingSettledAtHand: String { self("手上没有已办结的事项。", "No settled matter at hand.") }

    // MARK: Ages

    package var ageTitle: String { self("逾期件龄", "age of overdue") }
    package func ageNote(_ total: Int, scale: Int) -> String {
        scale > 1
            ? self("未结 \(total) 件，一点 \(scale) 件；各列最久一件", "\(total) open, one mark \(scale); the oldest of each")
            : self("未结 \(total) 件；各列最久一件", "\(total) open; the oldest of each")
    }
    package func overdueDays(_ days: ClosedRange<Int>) -> String {
        days.upperBound == .max
            ? self("\(days.lowerBound) 日以上", "\(days.lowerBound)d and up")
            : self("\(max(1, days.lowerBound))–\(days.upperBound) 日", "\(max(1, days.lowerBound))–\(days.upperBound)d")
    }
    package func overdueFor(_ days: ClosedRange<Int>) -> String {
        self("逾期 \(overdueDays(days))", "overdue \(overdueDays(days))")
    }
    package func worst(_ title: String) -> String { self("最久：\(title)", "longest: \(title)") }

    // MARK: Sources

    package var sourcesTitle: String { self("在办来源", "in hand by source") }
    package func inHand(from source: Source) -> String { self("\(name(source))：在办", "\(name(source)): in hand") }

    // MARK: Trend

    package func trendTitle(_ days: Int) -> String {
        self("近 \(days) 个工作日", "last \(days) working days")
    }
}
