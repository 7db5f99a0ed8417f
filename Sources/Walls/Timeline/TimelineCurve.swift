import Canvas
import Ledger
import Supervision
import Text
import Words

/// Plan against done on the same days as the bars above it (完成进度曲线), and the numbers that it proves.
struct TimelineCurve {
    let scene: Scene
    let axis: DayAxis
    let labels: Int
    let subject: TimelineRows.Row?
    /// It has the whole page, with an axis of its own.
    let isAlone: Bool
    private var words: Words { scene.words }
    private var today: Day { scene.today }

    init(scene: Scene, axis: DayAxis, labels: Int, subject: TimelineRows.Row?, isAlone: Bool) {
        self.scene = scene
        self.axis = axis
        self.labels = labels
        self.subject = subject
        self.isAlone = isAlone
    }

    /// What is drawn: the selected matter, or where it has no figures its campaign.
    private var content: (title: String, light: Light, curve: Curve)? {
        scene.derived(ContentKey(subject: subject)) { make() }
    }

    private struct ContentKey: Hashable {
        var subject: TimelineRows.Row?
    }

    private func make() -> (title: String, light: Light, curve: Curve)? {
        switch subject {
        case .matter(let number)?:
            guard let matter = scene.matter(number) else { return nil }
            if let curve = scene.supervisor.curve(of: matter), matter.settled == nil {
                return (words.title(matter), scene.judgement(of: matter).light, curve)
            }
            return matter.campaign.flatMap(make)
        case .group(.campaign(let id))?: return make(id)
        case .group?, nil: return nil
        }
    }

    private func make(_ id: CampaignID) -> (title: String, light: Light, curve: Curve)? {
        guard let campaign = scene.ledger.campaigns[id],
            let standing = scene.standings.first(where: { $0.campaign == id })
        else { return nil }
        return (campaign.name.string, standing.light, scene.supervisor.curve(of: campaign))
    }

    // MARK: Drawing

    func draw(on canvas: Canvas) {
        guard let (title, light, curve) = content, curve.target > .zero else {
            canvas.rule(words.curveTitle, y: 0)
            canvas.put(words.noCurve, x: 2, y: 1, .dim, width: canvas.width - 2)
            return
        }
        let isStacked = isAlone && canvas.width < 110
        drawHeading(title, curve, light, on: canvas)
        if isStacked {
            // The numbers in a row, the curve over the full width below them.
            let rows = numbers(curve, light)
            let half = (rows.count + 1) / 2
            let column = canvas.width / 2
            for (index, row) in rows.enumerated() {
                let part = canvas.region(
                    x: index < half ? 0 : column,
                    y: 1 + index % half,
                    width: column,
                    height: 1
                )
                put(row, width: column - 1, y: 0, on: part)
            }
            let wide = DayAxis(zoom: axis.zoom, first: axis.first, width: canvas.width)
            chart(curve, light, wide)
                .draw(on: canvas.region(x: 0, y: half + 2, width: canvas.width, height: canvas.height - half - 2))
            return
        }
        drawNumbers(curve, light, on: canvas.region(x: 0, y: 1, width: labels - 2, height: canvas.height - 1))
        chart(curve, light, axis)
            .draw(on: canvas.region(x: labels, y: 1, width: axis.width, height: canvas.height - 1))
    }

    private func chart(_ curve: Curve, _ light: Light, _ axis: DayAxis) -> CurveChart {
        CurveChart(scene: scene, curve: curve, light: light, axis: axis, limit: limit(curve))
    }

    private func drawHeading(_ title: String, _ curve: Curve, _ light: Light, on canvas: Canvas) {
        let signs: [(Style, String)] = [
            (.dim, words.planned), (Style.title.bold, words.actual), (curve.tail(light), words.atRecentPace),
        ]
        var legend: [Run] = []
        if canvas.width >= 110 {
            for (index, (style, name)) in signs.enumerated() {
                let dots =
                    canvas.repertoire.glyphs == .ascii ? [". .", "###", "::"][index] : ["⠂⠂⠂", "⠶⠶⠶", "⠒⠒⠒"][index]
                legend += [Run("  \(dots) ", style.drawn), Run(name, .dim)]
            }
        }
        let room =
            canvas.width - legend.reduce(0) { $0 + canvas.columns($1.text) } - 12 - canvas.columns(words.curveTitle)
        let name = canvas.repertoire.cut(title, to: max(10, room))
        canvas.rule(
            [Run(name, Style.title.bold), Run("  \(words.curveTitle) \(curve.measure)", .dim)],
            right: legend,
            x: 1,
            y: 0
        )
    }

    // MARK: Numbers

    private struct Number {
        var label: String
        var value: String
        var note = ""
        var style = Style.text
    }

    private func numbers(_ curve: Curve, _ light: Light) -> [Number] {
        let tempo = curve.tempo
        func amount(_ amount: Amount) -> String { "\(words.amount(amount)) \(curve.measure)" }
        func share(_ amount: Amount) -> String { words.percent(amount.share(of: curve.target)) }
        let bad: Style = light == .red || light == .orange ? Style(light.ink) : .text
        var numbers = [
            Number(
                label: words.targetLabel,
                value: amount(curve.target),
                note: limit(curve).map { words.limitNote($0, seenFrom: today) } ?? ""
            ),
            Number(label: words.doneLabel, value: amount(tempo.done), note: share(tempo.done)),
        ]
        let evening = scene.ledger.calendar.workday(onOrBefore: today - 1)
        if let planned = curve.planned(by: evening, scene.ledger.calendar) {
            numbers.append(Number(label: words.shouldLabel, value: amount(planned), note: share(planned)))
            let gap = planned - tempo.done
            let points = planned.share(of: curve.target) / 10 - tempo.done.share(of: curve.target) / 10
            numbers.append(
                Number(
                    label: gap > .zero ? words.behindLabel : words.aheadLabel,
                    value: amount(gap > .zero ? gap : .zero - gap),
                    note: points == 0 ? "" : words.points(abs(points)),
                    style: gap > .zero ? bad : .text
                )
            )
        }
        if let needed = tempo.neededDaily {
            numbers.append(
                Number(
                    label: words.needed,
                    value: words.perDay(needed, curve.measure),
                    note: words.left(workdays: tempo.workdaysLeft ?? 0)
                )
            )
        }
        let isSlow = tempo.neededDaily.map { tempo.recentDaily < $0 } ?? false
        numbers.append(
            Number(
                label: words.recent,
                value: words.perDay(tempo.recentDaily, curve.measure),
                style: isSlow ? bad : .text
            )
        )
        switch tempo.outlook {
        case .expected(let forecast):
            numbers.append(
                Number(
                    label: words.forecastHead,
                    value: words.finish(forecast.middle, seenFrom: today),
                    note: forecast.middle.workdaysLate.map { words.late(workdays: $0) } ?? "",
                    style: forecast.workdaysLate > 0 ? curve.tail(light) : .text
                )
            )
            numbers.append(Number(label: words.earliest, value: words.finish(forecast.earliest, seenFrom: today)))
            numbers.append(
                Number(
                    label: words.latest,
                    value: forecast.latest.map { words.finish($0, seenFrom: today) } ?? words.noTelling
                )
            )
        case .tooFewRecords(let days):
            numbers.append(
                Number(label: words.forecastHead, value: words.tooFewRecords, note: words.daysWithFigures(days))
            )
        case .done: numbers.append(Number(label: words.forecastHead, value: words.campaignDone))
        case .outOfSight: numbers.append(Number(label: words.forecastHead, value: words.noTelling))
        }
        return numbers
    }

    private func limit(_ curve: Curve) -> Day? {
        if let limit = curve.planLine?.limit { return limit }
        if case .matter(let number)? = subject { return scene.matter(number)?.due?.day(scene.ledger.offset) }
        return nil
    }

    private func drawNumbers(_ curve: Curve, _ light: Light, on canvas: Canvas) {
        let numbers = numbers(curve, light)
        // Blank rows between the three groups, where there are rows for them.
        let breaks: Set<String> = canvas.height >= numbers.count + 2 ? [words.needed, words.forecastHead] : []
        var y = 0
        for number in numbers {
            if breaks.contains(number.label), y > 0 { y += 1 }
            put(number, width: canvas.width, y: y, on: canvas)
            y += 1
        }
    }

    private func put(_ number: Number, width: Int, y: Int, on canvas: Canvas) {
        let label = words("近10日日均", "last 10 days").columns() + 1
        canvas.put(number.label, x: 1, y: y, .dim, width: label)
        let right = min(width - 1, 1 + label + (width >= 44 ? 15 : 12))
        let used = canvas.put(number.value, right: right, y: y, number.style)
        // A long value leaves no room for what stands beside it.
        if used > right - label - 1 { return }
        let room = width - right - 2
        if canvas.columns(number.note) <= room {
            canvas.put(number.note, x: right + 2, y: y, number.style == .text ? .dim : number.style)
        }
    }
}

/// One line about the selected row: who, how far, and when it will be done.
struct TimelineDetail {
    let scene: Scene

    init(_ scene: Scene) { self.scene = scene }

    func line(_ row: TimelineRows.Row) -> [Run] {
        let words = scene.words
        switch row {
        case .matter(let number):
            guard let matter = scene.matter(number) else { return [] }
            let judgement = scene.judgement(of: matter)
            var text = words.reason(judgement, of: matter)
            if matter.stage == .inHand, let tempo = scene.supervisor.tempo(of: matter), matter.progress < 1000 {
                text += words("；", "; ") + words.outlook(tempo.outlook)
            }
            return [
                Run("\(words.number(matter)) ", .dim), Run(words.title(matter), Style.title.bold), Run("  "),
                Run(text, .text),
            ]
        case .group(.campaign(let id)):
            guard let standing = scene.standings.first(where: { $0.campaign == id }) else { return [] }
            return [
                Run(words.campaign(id, in: scene.ledger), Style.title.bold), Run("  "),
                Run(words.outlook(standing.outlook), .text),
            ]
        case .group: return []
        }
    }
}
