import Ledger
import Supervision
import Text
import Words

extension StatisticsWall {
    /// The street first; units only when asked, never below ten matters; nothing is ranked (PRACTICE §9).
    package func plain(in scene: Scene, onPaper: Bool) -> PlainPage {
        let words = scene.words
        let whose = isByUnit ? words.ofUnits : words.ofStreet
        let content = StatisticsContent(scene, span, isByUnit: isByUnit)
        var page = scene.plainPage(
            words("统计", "Statistics"),
            [whose, isByUnit ? words.rateNoteUnits : ""]
        )
        page.addPeriod(content, span, words)
        if content.rates.isEmpty { page.say(words.rateTitle, words.nothingSettled) }
        for rate in content.rates { page.add(rate, words) }
        if content.durations.isEmpty { page.say(words.durationTitle, words.nothingSettledAtHand) }
        for (kind, quantiles) in content.durations { page.add(kind, quantiles, words) }
        for age in content.ages {
            let worst = age.matters.first.flatMap(scene.matter).map { words.worst(scene.plainName($0)) } ?? ""
            page.say(words.plainAge(age.days), words.matters(age.matters.count), worst)
        }
        for origin in content.origins {
            let troubles: [Light] = [.red, .orange, .yellow]
            page.say(
                words.inHand(from: origin.source),
                [words.matters(origin.count)]
                    + troubles.map { words.plainCount(words.name($0), origin.lights[$0] ?? 0) }
            )
        }
        page.addTrend(scene.supervisor.trend(days: 30), words)
        return page
    }
}

extension PlainPage {
    fileprivate mutating func addPeriod(_ content: StatisticsContent, _ span: Statistics.Span, _ words: Words) {
        guard let counts = content.statistics.street.last, let period = content.statistics.periods.last else { return }
        say(
            words.name(period, span),
            words.plainCount(words.settledShort, counts.settled),
            words.plainCount(words.onTime, counts.onTime),
            words.plainCount(words.settledLate, counts.settledLate),
            words.plainCount(words.overdueOpen, content.ages.reduce(0) { $0 + $1.matters.count }),
            words.plainCount(words.registeredShort, counts.registered)
        )
    }

    fileprivate mutating func add(_ rate: StatisticsContent.Rate, _ words: Words) {
        let counts = rate.counts
        var facts: [String] = []
        if rate.isTooFew {
            facts.append(words.tooFewForRate)
        } else if let share = counts.share {
            facts.append(words.percent(share))
        }
        facts.append(words.plainCount(words.settledShort, counts.settled))
        // From so few a rate must not be made in the head either.
        if !rate.isTooFew { facts.append(words.plainCount(words.onTime, counts.onTime)) }
        if !rate.isTooFew, let share = counts.share, let before = rate.before?.share {
            let change = share / 10 - before / 10
            facts.append(words.sinceBefore(points: change))
        }
        say("\(words.rateTitle) \(rate.name)", facts)
    }

    fileprivate mutating func add(_ kind: Kind, _ quantiles: Statistics.Quantiles, _ words: Words) {
        say(
            words.durationOf(words.name(kind)),
            words("中位 \(quantiles.median) 个工作日", "median \(quantiles.median) working days"),
            "\(words.halfOfThem) \(words.range("\(quantiles.quarter)", "\(quantiles.threeQuarters)"))",
            "\(words.mostOfThem) \(words.range("\(quantiles.low)", "\(quantiles.high)"))",
            words.matters(quantiles.matters.count)
        )
    }
}

extension Words {
    fileprivate func sinceBefore(points: Int) -> String {
        if points == 0 { return self("与上期持平", "as in the period before") }
        return points > 0
            ? self("比上期高 \(points) 个百分点", "\(points) points more than before")
            : self("比上期低 \(-points) 个百分点", "\(-points) points less than before")
    }

    /// 「逾期 1 至 3 个工作日」
    fileprivate func plainAge(_ days: ClosedRange<Int>) -> String {
        if days.upperBound == .max {
            return self("逾期 \(days.lowerBound) 个工作日以上", "overdue \(days.lowerBound) working days and more")
        }
        let first = max(1, days.lowerBound)
        return self(
            "逾期 \(first) 至 \(days.upperBound) 个工作日",
            "overdue \(first) to \(days.upperBound) working days"
        )
    }
}
