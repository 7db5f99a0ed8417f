import Canvas
import Ledger
import Supervision
import Text
import Words

/// What stands beside the lists of the overview: campaigns, the trend, what the working day before left.
struct OverviewSide {
    let scene: Scene
    private var words: Words { scene.words }

    init(scene: Scene) { self.scene = scene }

    // MARK: Campaigns

    /// Rows of one campaign: name, bar with the plan's tick, pace and forecast.
    static let rows = 3

    func drawCampaigns(on canvas: Canvas, hasGaps: Bool) {
        let standings = scene.standings
        let behind = standings.count { $0.light == .red || $0.light == .orange }
        canvas.rule(words.campaigns, right: words.lagging(campaigns: standings.count, behind: behind), y: 0)
        if standings.isEmpty { canvas.put(words.noCampaign, x: 3, y: 1, .dim) }
        // One ruler runs down all of them.
        let amounts = standings.reduce(14) { max($0, canvas.columns(self.amounts($1))) }
        let hasLabel = standings.allSatisfy { standing in
            let needed = standing.neededDaily.map { "\(words.neededShort) \(words.rate($0)) " } ?? ""
            let pace = needed + "\(words.recentShort) \(words.rate(standing.recentDaily))  "
            return 3 + canvas.columns(pace) + canvas.width(end(standing, hasLabel: true)) <= canvas.width
        }
        for (index, standing) in standings.enumerated() {
            let y = 1 + index * (OverviewSide.rows + (hasGaps ? 1 : 0))
            guard y + OverviewSide.rows <= canvas.height else { break }
            let area = canvas.region(x: 0, y: y, width: canvas.width, height: OverviewSide.rows)
            draw(standing, amounts: amounts, hasLabel: hasLabel, on: area)
        }
    }

    /// The campaign that ``drawCampaigns(on:hasGaps:)`` or ``drawCampaignRows(on:)`` puts into a row.
    func campaign(inRow y: Int, _ form: OverviewLayout.CampaignForm, hasGaps: Bool, height: Int) -> CampaignID? {
        let own = form == .row ? 1 : OverviewSide.rows
        let step = own + (form != .row && hasGaps ? 1 : 0)
        let index = y < 1 ? -1 : (y - 1) / step
        guard scene.standings.indices.contains(index), (y - 1) % step < own, 1 + index * step + own <= height
        else { return nil }
        return scene.standings[index].campaign
    }

    private func amounts(_ standing: Standing) -> String {
        let measure = scene.ledger.campaigns[standing.campaign]?.measure ?? ""
        return "\(words.amount(standing.done))/\(words.amount(standing.target)) \(measure)"
    }

    private func draw(_ standing: Standing, amounts amountWidth: Int, hasLabel: Bool, on canvas: Canvas) {
        guard let campaign = scene.ledger.campaigns[standing.campaign] else { return }
        let ink = standing.light.ink
        let right = canvas.width
        canvas.put(standing.light, words, x: 0, y: 0)
        let left = words.left(workdays: standing.workdaysLeft)
        let leftStyle = standing.workdaysLeft < 0 ? Style.red : .dim
        let room = right - 3 - canvas.put(left, right: right, y: 0, leftStyle) - 1
        canvas.put(campaign.name.string, x: 3, y: 0, Style.title.bold, width: room)

        canvas.put(amounts(standing), right: right, y: 1, .dim)
        let barWidth = max(8, right - 3 - amountWidth - 6)
        canvas.put(bar(standing), .plan, x: 3, y: 1, width: barWidth, light: ink)
        canvas.put(words.percent(standing.progress), right: 3 + barWidth + 5, y: 1, Style.title.bold)

        var x = 3
        if let needed = standing.neededDaily {
            x += canvas.put("\(words.neededShort) ", x: x, y: 2, .dim)
            x += canvas.put(words.rate(needed), x: x, y: 2, .text) + 1
        }
        x += canvas.put("\(words.recentShort) ", x: x, y: 2, .dim)
        x += canvas.put(words.rate(standing.recentDaily), x: x, y: 2, rateStyle(standing))
        let end = end(standing, hasLabel: hasLabel)
        if x + 1 + canvas.width(end) <= right { canvas.put(end, right: right, y: 2) }
    }

    /// When it will end and how late that is: 「预计 12-30 早 26」; with little room the day alone.
    private func end(_ standing: Standing, hasLabel: Bool) -> [Run] {
        guard let forecast = standing.forecast else {
            return [Run(standing.light == .blue ? words.campaignDone : words.noForecastShort, .dim)]
        }
        let isLate = forecast.workdaysLate > 0
        let ink = standing.light.ink
        let label = hasLabel && !forecast.isEstimated ? "\(words.forecastHead) " : ""
        return [
            Run("\(label)\(words.forecastDay(forecast)) ", .dim),
            Run(
                words.lateShort(workdays: forecast.workdaysLate),
                isLate ? Style(ink == .green ? .text : ink).bold : .dim
            ),
        ]
    }

    /// One row each; the columns are headed in the rule.
    func drawCampaignRows(on canvas: Canvas) {
        let width = canvas.width
        let hasBar = width >= 70
        let right = (
            late: width, day: width - 8, recent: width - 17, needed: width - 25, left: width - 33, done: width - 38
        )
        canvas.rule([Run(words.campaigns, Style.title.bold)], y: 0)
        for (end, text) in [
            (right.done, words.doneHead), (right.left, words.leftHead), (right.needed, words.neededShort),
            (right.recent, words.recentShort), (right.day, words.forecastHead), (right.late, words.workdays),
        ] {
            canvas.put(" \(text)", right: end, y: 0, .dim)
            if end < width { canvas.put(" ", x: end, y: 0) }
        }
        let nameWidth = hasBar ? 18 : right.done - 10
        for (index, standing) in scene.standings.enumerated() where index + 1 < canvas.height {
            guard let campaign = scene.ledger.campaigns[standing.campaign] else { continue }
            let y = index + 1
            canvas.put(standing.light, words, x: 2, y: y)
            canvas.put(campaign.name.string, x: 5, y: y, .text, width: nameWidth)
            if hasBar {
                let start = 5 + nameWidth + 1
                canvas.put(
                    bar(standing),
                    .plan,
                    x: start,
                    y: y,
                    width: right.done - 6 - start,
                    light: standing.light.ink
                )
            }
            canvas.put(words.percent(standing.progress), right: right.done, y: y, Style.title.bold)
            canvas.put("\(standing.workdaysLeft)", right: right.left, y: y, standing.workdaysLeft < 0 ? .red : .dim)
            if let needed = standing.neededDaily { canvas.put(words.rate(needed), right: right.needed, y: y, .text) }
            canvas.put(words.rate(standing.recentDaily), right: right.recent, y: y, rateStyle(standing))
            guard let forecast = standing.forecast else { continue }
            let isLate = forecast.workdaysLate > 0
            canvas.put(words.forecastDay(forecast), right: right.day, y: y, isLate ? .text : .dim)
            canvas.put(
                words.lateShort(workdays: forecast.workdaysLate),
                right: right.late,
                y: y,
                isLate ? Style(standing.light.ink) : .dim
            )
        }
    }

    private func bar(_ standing: Standing) -> Bar {
        Bar(done: standing.progress, planned: standing.expected < 1000 ? standing.expected : nil, total: 1000)
    }

    /// In the ink of the light where the pace does not suffice.
    private func rateStyle(_ standing: Standing) -> Style {
        guard let needed = standing.neededDaily, standing.recentDaily < needed else { return .text }
        return Style(standing.light == .green ? .text : standing.light.ink).bold
    }

    // MARK: Trend

    func drawTrend(on canvas: Canvas) {
        let days = scene.lookBack.trend
        canvas.rule(words.lastTwentyWorkdays, right: words.untilToday, y: 0)
        let week = days.filter { scene.today - $0.day < scene.today.weekday }
        let before = days.count > 10 ? days[days.count - 11].overdue : 0
        let lines: [(String, [Int], Ink, String)] = [
            (words.name(Light.red), days.map(\.overdue), .red, words.daysAgo(10, count: before)),
            (words.settledShort, days.map(\.settled), .blue, words.thisWeek(week.reduce(0) { $0 + $1.settled })),
            (
                words.registeredShort, days.map(\.registered), .dim,
                words.thisWeek(week.reduce(0) { $0 + $1.registered })
            ),
        ]
        // With the height for it each is a small chart of its own.
        let height = max(1, (canvas.height - 1) / lines.count)
        let labelWidth = lines.reduce(0) { max($0, canvas.columns($1.0)) }
        for (index, line) in lines.enumerated() {
            let y = 1 + index * height + max(0, height - 2)
            let start = canvas.width - 41 + labelWidth + 1
            let end = canvas.width - 12
            canvas.put(line.0, x: canvas.width - 41, y: y, .dim)
            let latest = line.1.last ?? 0
            let style = latest > 0 && line.2 != .dim ? Style(line.2).bold : Style.title.bold
            // Where the trend is numbers, the newest is already the last of them.
            let hasShape = canvas.repertoire.hasFaintInk && canvas.repertoire.glyphs == .rich
            let values = hasShape ? line.1 : line.1.dropLast()
            canvas.put(
                Trend(Array(values)),
                x: start,
                y: y,
                width: min(20, end - 4 - start),
                height: max(1, height - 1),
                newest: hasShape ? line.2 : .dim
            )
            canvas.put("\(latest)", right: end, y: y, latest > 0 ? style : .dim)
            canvas.put(line.3, right: canvas.width, y: y, .dim)
        }
    }

    // MARK: Meetings

    /// 今日例会: each with its hour and how it stands.
    func drawMeetings(_ meetings: [Meeting], on canvas: Canvas) {
        canvas.rule(words.todaysMeetings, right: "\(meetings.count)", y: 0)
        for (index, meeting) in meetings.prefix(max(0, canvas.height - 1)).enumerated() {
            let y = index + 1
            let time = words.time(minute: meeting.minute ?? meeting.kind.usualMinute)
            let used = canvas.put(time, x: 3, y: y, .dim) + 2
            let state = canvas.put(words.state(of: meeting), right: canvas.width, y: y, .dim)
            let room = canvas.width - 3 - used - state - 2
            canvas.put(words.title(meeting, in: scene.ledger), x: 3 + used, y: y, .text, width: room)
        }
    }

    // MARK: The working day before

    func drawLastWorkday(on canvas: Canvas) {
        let last = scene.lookBack.lastWorkday
        canvas.rule(words.lastWorkday, right: "\(words.monthDay(last.day)) \(words.weekday(last.day))", y: 0)
        func pair(_ label: String, _ count: Int, _ style: Style = .text) -> [Run] {
            [Run("\(label) ", .dim), Run("\(count)  ", style)]
        }
        let missed = last.missed.count
        canvas.put(
            pair(words.owed, last.owed) + pair(words.recorded, last.tracked)
                + pair(words.missed, missed, missed > 0 ? Style.gold.bold : .text),
            x: 3,
            y: 1
        )
        if missed > 0 { list(words.missed, last.missed, y: 2, on: canvas) }
        canvas.put(
            pair(words.settledShort, last.settled) + pair(words.onTime, last.settled - last.settledLate)
                + pair(words.settledLate, last.settledLate) + pair(words.registeredShort, last.registered),
            x: 3,
            y: missed > 0 ? 3 : 2
        )
        let waiting = scene.figures.byStage[.reported] ?? 0
        canvas.put(pair(words.name(Stage.reported), waiting), x: 3, y: missed > 0 ? 4 : 3)
    }

    /// As many numbers as fit.
    private func list(_ label: String, _ numbers: [MatterNumber], y: Int, on canvas: Canvas) {
        var x = 3 + canvas.put("\(label) ", x: 3, y: y, .dim)
        for (index, number) in numbers.enumerated() {
            guard let matter = scene.matter(number) else { continue }
            let text = words.number(matter)
            let isLast = index == numbers.count - 1
            if x + canvas.columns(text) + (isLast ? 0 : 3) > canvas.width {
                canvas.put(canvas.repertoire.ellipsis, x: x, y: y, .dim)
                return
            }
            x += canvas.put(text, x: x, y: y, .text) + 2
        }
    }
}
