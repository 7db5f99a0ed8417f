import Canvas
import Ledger
import Supervision
import Text
import Words

/// One row of the Gantt chart, cell by cell: plan, done, owed, past the limit, and the end as it is expected.
struct TimelineBar {
    var start: Day
    var limit: Day
    var light: Light
    var isCampaign = false
    /// Thousandths; nil where progress cannot be told in figures.
    var progress: Int?
    /// The day that the done share stands for on the plan line: left or right of today *is* behind or ahead.
    var doneThrough: Day?
    var settled: Day?
    /// Until when it stood overdue, and for how many working days; 0 on the rest days right after the limit.
    var overdue: (through: Day, workdays: Int)?
    var outlook: Outlook?
    var milestones: [Milestone] = []

    struct Milestone {
        var day: Day
        var isDone: Bool
    }

    var forecast: Forecast? {
        if case .expected(let forecast)? = outlook { forecast } else { nil }
    }

    // MARK: Of what

    init?(_ matter: Matter, _ scene: Scene) {
        let offset = scene.ledger.offset
        guard let issued = matter.issued ?? matter.start, let due = matter.due?.day(offset) else { return nil }
        start = min(matter.start ?? issued, due)
        limit = due
        let judgement = scene.judgement(of: matter)
        light = judgement.light
        settled = matter.settled
        let curve = settled == nil ? scene.supervisor.curve(of: matter) : nil
        if settled != nil {
            progress = 1000
        } else if curve != nil || matter.progress > 0 {
            progress = matter.progress
            let line = scene.supervisor.judge.planLine(of: matter) ?? PlanLine(start: start, limit: limit)
            doneThrough = line.day(of: matter.progress, scene.ledger.calendar)
            if matter.progress <= 0 { doneThrough = nil }
        }
        if judgement.light == .red {
            var end = scene.today
            if case .reportedLate(_, let reported, _) = judgement.reason { end = reported }
            overdue = (end, judgement.overdueWorkdays)
        }
        let goesOn = matter.stage == .inHand && matter.progress < 1000 && (matter.start ?? issued) <= scene.today
        if goesOn { outlook = curve?.tempo.outlook }
        milestones = matter.steps.compactMap { step in
            step.due.map { Milestone(day: $0, isDone: step.done != nil) }
        }
    }

    init(_ campaign: Campaign, _ standing: Standing, _ scene: Scene) {
        start = min(campaign.start, campaign.due)
        limit = campaign.due
        light = standing.light
        isCampaign = true
        progress = standing.progress
        let line = PlanLine(start: start, limit: limit)
        if standing.progress > 0 { doneThrough = line.day(of: standing.progress, scene.ledger.calendar) }
        if standing.light == .red { overdue = (scene.today, max(0, -standing.workdaysLeft)) }
        if standing.light != .blue, start <= scene.today { outlook = standing.outlook }
    }

    // MARK: Drawing

    func draw(on canvas: Canvas, _ axis: DayAxis, today: Day, _ words: Words) {
        func put(_ glyph: Glyph, _ from: Day, _ through: Day, _ style: Style) {
            guard let cells = axis.cells(from, through: through) else { return }
            canvas.put(glyph, x: cells.lowerBound, y: 0, style, count: cells.count)
        }
        let owed: Style = light == .red || light == .orange ? Style(light.ink) : .faint
        if let settled {
            put(.barDone, start, settled, .blue)
            if settled < limit { put(.barRest, settled + 1, limit, .faint) }
        } else {
            put(.barRest, start, limit, light == .grey || light == .parked ? .faint : .dim)
            let from = max(start, (doneThrough ?? start - 1) + 1)
            let isOwed = progress != nil && (light == .red || light == .orange)
            if isOwed { put(.barOwed, from, min(today, limit), owed) }
            if let doneThrough { put(.barDone, start, doneThrough, isCampaign ? .title : .bar) }
        }
        drawToday(on: canvas, axis, today)
        if light != .red || settled != nil { putLimit(on: canvas, axis) }
        if let forecast { draw(forecast, on: canvas, axis, today, words) }
        if let overdue, overdue.through > limit {
            drawOverdue(limit + 1, overdue.through, overdue.workdays, on: canvas, axis, words)
        }
        for milestone in milestones {
            guard let cells = axis.cells(milestone.day, through: milestone.day) else { continue }
            // A step due on the limit stands under the mark of the limit.
            guard milestone.day != limit, canvas[cells.lowerBound, 0].style.ground == .none else { continue }
            canvas.put(.flag, x: cells.lowerBound, y: 0, milestone.isDone ? .dim : Style.title.bold)
        }
    }

    /// A gold line through all rows; where it crosses a bar, a cross.
    private func drawToday(on canvas: Canvas, _ axis: DayAxis, _ today: Day) {
        guard let x = axis.cells(today, through: today)?.lowerBound else { return }
        let isOnBar = canvas[x, 0].text != " "
        canvas.put(isOnBar ? .cross : .wall, x: x, y: 0, .gold)
    }

    private func putLimit(on canvas: Canvas, _ axis: DayAxis) {
        let x = axis.cells(of: limit).upperBound - 1
        guard (0..<axis.width).contains(x) else { return }
        canvas.put(.teeLeft, x: x, y: 0, canvas[x, 0].style.ink == .gold ? .gold : .dim)
    }

    private func drawOverdue(
        _ from: Day,
        _ through: Day,
        _ workdays: Int,
        on canvas: Canvas,
        _ axis: DayAxis,
        _ words: Words
    ) {
        guard let cells = axis.cells(from, through: through) else { return }
        canvas.fill(Rect(x: cells.lowerBound, y: 0, width: cells.count, height: 1), .chipRed)
        if let text = words.overdueBand(workdays: workdays).first(where: { canvas.columns($0) <= cells.count }) {
            canvas.put(text, centredIn: cells.count, x: cells.lowerBound, y: 0, .chipRed)
        }
    }

    /// From tomorrow to the earliest day, on to the latest, the middle marked; dim as long as the limit is ahead.
    private func draw(_ forecast: Forecast, on canvas: Canvas, _ axis: DayAxis, _ today: Day, _ words: Words) {
        let end = forecast.latest?.day ?? max(axis.last + 1, forecast.middle.day)
        let isLate = (forecast.middle.workdaysLate ?? 0) > 0
        let late: Style = light == .red ? .red : isLate ? .orange : .green
        func put(_ glyph: Glyph, _ from: Day, _ through: Day) {
            guard let cells = axis.cells(max(from, today + 1), through: through) else { return }
            for x in cells {
                let day = axis.days(at: x).upperBound
                canvas.put(
                    glyph,
                    x: x,
                    y: 0,
                    day <= limit ? (glyph == .tail ? .dim : Style(isLate ? .orange : .green)) : late
                )
            }
        }
        put(.tail, today + 1, forecast.earliest.day - 1)
        put(.tailRange, forecast.earliest.day, end)
        put(.tailMiddle, forecast.middle.day, forecast.middle.day)
        if light != .red { putLimit(on: canvas, axis) }
        let stop = axis.cells(of: end).upperBound
        if stop > axis.width, axis.last > today {
            canvas.put(.more, x: axis.width - 1, y: 0, late)
        } else if isLate, stop > 0 {
            let text = (forecast.isEstimated ? words.estimated : "") + words.short(forecast.middle.day)
            if stop + 1 + canvas.columns(text) <= axis.width { canvas.put(text, x: stop + 1, y: 0, .dim) }
        }
    }
}
