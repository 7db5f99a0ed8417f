import Ledger
import Supervision
import Text
import Words

extension OverviewWall {
    package func plain(in scene: Scene, onPaper: Bool) -> PlainPage {
        let words = scene.words
        var page = scene.plainPage(words("总览", "Overview"))
        for line in scene.outlookLines { page.say(scene.words("日历", "calendar"), line) }
        page.addCounts(of: scene, hasGaps: !onPaper)
        for section in scene.overviewRows.sections { page.add(section, scene) }
        for standing in scene.standings { page.add(standing, scene) }
        page.addLookBack(scene, hasGaps: !onPaper)
        for meeting in scene.todaysMeetings {
            page.say(
                words.todaysMeetings,
                words.time(minute: meeting.minute ?? meeting.kind.usualMinute),
                words.title(meeting, in: scene.ledger),
                words.state(of: meeting)
            )
        }
        return page
    }
}

extension PlainPage {
    /// The counts with their change since the working day before, a line each.
    fileprivate mutating func addCounts(of scene: Scene, hasGaps: Bool) {
        let words = scene.words
        let figures = scene.figures
        let before = scene.lookBack.lastWorkday
        func count(_ light: Light) -> Int { figures.byLight[light] ?? 0 }
        func change(_ now: Int, _ then: Int) -> String {
            now == then
                ? words("与上一工作日相同", "as on the working day before") : words.sinceYesterday(now - then)
        }
        say(
            words.name(Light.red),
            words.matters(count(.red)),
            change(count(.red), before.byLight[.red] ?? 0),
            figures.longestOverdue > 0 ? words.longest(workdays: figures.longestOverdue, isShort: false) : ""
        )
        say(
            words.name(Light.orange),
            words.matters(count(.orange)),
            change(count(.orange), before.byLight[.orange] ?? 0),
            figures.mostPointsBehind > 0 ? words.mostBehind(points: figures.mostPointsBehind, isShort: false) : ""
        )
        let near = figures.near + figures.dueToday
        say(
            words.name(Light.yellow),
            words.matters(near),
            change(near, before.near),
            words.dueToday(figures.dueToday, isShort: false)
        )
        say(
            words.overNight,
            words.matters(figures.overNight),
            change(figures.overNight, before.overNight),
            figures.overNight > 0 ? words.longestNight(figures.longestNight) : ""
        )
        say(
            words.mustTrack,
            words.matters(figures.mustTrack),
            words.tracked(figures.tracked),
            hasGaps ? words.missed(before.missed.count, on: before.day, isShort: false) : ""
        )
        let quiet = [Light.green, .grey, .parked].map { words.plainCount(words.name($0), count($0)) }
        say(words.inHand, [words.matters(figures.open)] + quiet)
    }

    fileprivate mutating func add(_ section: OverviewRows.Section, _ scene: Scene) {
        let words = scene.words
        let name = section.kind.name(words)
        guard !section.duties.isEmpty else {
            let isRest = section.kind == .track && !scene.isWorkday
            let next = scene.ledger.calendar.workday(onOrAfter: scene.today)
            say(name, isRest ? words.restDay(next: next) : words.none)
            return
        }
        for (index, duty) in section.duties.enumerated() {
            guard let matter = scene.matter(duty.matter) else { continue }
            let place = words("第 \(index + 1) 件，共 \(section.duties.count) 件", "\(index + 1) of \(section.duties.count)")
            say(name, [place] + scene.plainFacts(matter, duty.judgement) + [words.plainTask(duty, scene.ledger)])
        }
    }

    /// A campaign: its light, how much of what, the pace it has and needs, and when it will end.
    mutating func add(_ standing: Standing, _ scene: Scene) {
        let words = scene.words
        guard let campaign = scene.ledger.campaigns[standing.campaign] else { return }
        let measure = campaign.measure
        say(
            words("战役 ", "campaign ") + campaign.name.string,
            words.name(standing.light),
            words("完成 ", "done ") + words.percent(standing.progress),
            "\(words.amount(standing.done))/\(words.amount(standing.target)) \(measure)",
            words("序时 ", "plan ") + words.percent(standing.expected),
            words.left(workdays: standing.workdaysLeft),
            standing.neededDaily.map { "\(words.needed) \(words.rate($0)) \(measure)" } ?? "",
            "\(words.recent) \(words.rate(standing.recentDaily)) \(measure)",
            words.outlook(standing.outlook)
        )
    }

    fileprivate mutating func addLookBack(_ scene: Scene, hasGaps: Bool) {
        let words = scene.words
        let last = scene.lookBack.lastWorkday
        say(
            "\(words.lastWorkday) \(words.short(last.day)) \(words.weekday(last.day))",
            hasGaps ? words.plainCount(words.owed, last.owed) : "",
            hasGaps ? words.plainCount(words.recorded, last.tracked) : "",
            hasGaps ? words.plainCount(words.missed, last.missed.count) : "",
            words.plainCount(words.settledShort, last.settled),
            words.plainCount(words.settledLate, last.settledLate),
            words.plainCount(words.registeredShort, last.registered)
        )
        addTrend(scene.lookBack.trend, words)
    }

    /// Overdue matters by working day, the latest last.
    mutating func addTrend(_ days: [TrendDay], _ words: Words) {
        guard let first = days.first, let last = days.last else { return }
        let span = words.range(words.short(first.day), words.short(last.day))
        let title = words("近 \(days.count) 个工作日（\(span)）", "last \(days.count) working days (\(span)), ")
        say(title + words.overdueOpen, days.map { "\($0.overdue)" }.joined(separator: " "))
        say(title + words.settledShort, days.map { "\($0.settled)" }.joined(separator: " "))
    }
}

extension OverviewRows.Kind {
    func name(_ words: Words) -> String {
        switch self {
        case .track: words.mustTrack
        case .overdue: words.name(Light.red)
        case .dueToday: words.dueToday
        case .overNight: words.overNight
        case .decide: words.toDecide
        case .unsigned: words.unsigned
        case .near: words.name(Light.yellow)
        }
    }
}

extension Words {
    /// What a duty asks for; empty where the light says it already.
    func plainTask(_ duty: Duty, _ ledger: Ledger) -> String {
        switch duty.kind {
        case .overdue: ""
        case .propose(let proposal): self("建议 ", "step ") + name(proposal.step)
        case .share(let id, let standing):
            self("\(unit(id, in: ledger))分办 \(brief(standing))", "share of \(unit(id, in: ledger)) \(brief(standing))")
        default: line(duty)
        }
    }
}
