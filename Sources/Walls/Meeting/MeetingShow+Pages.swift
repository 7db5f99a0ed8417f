import Canvas
import Ledger
import Supervision
import Text
import Words

extension MeetingShow {
    /// One campaign: how many days are left, how much is done against the plan, and when it will end at this pace.
    func draw(_ campaign: MeetingCampaign, on canvas: Canvas) {
        let standing = campaign.standing
        let ink = Style(Ink(standing.light))
        let sizes = [scale.heading, scale.words, scale.lesser, .ordinary]
        var y = drawHead(campaign.name, Style.title.bold, sizes, on: canvas) + 1
        y = drawDaysLeft(standing.workdaysLeft, y: y, on: canvas) + 1
        y = drawBar(standing, ink, y: y, on: canvas) + 1
        let amounts = "\(words.amount(standing.done))/\(words.amount(standing.target))\(campaign.unit)"
        let done = canvas.fitting(amounts + " 100%", [scale.words, scale.lesser, .ordinary], width: canvas.width)
        canvas.put(amounts, x: 0, y: y, Style.title.bold, done)
        canvas.put(words.percent(standing.progress), right: canvas.width, y: y, ink, done)
        y += done.rows + 1
        if let forecast = standing.forecast, standing.light != .blue {
            let text = words.forecast(forecast)
            let size = canvas.fitting(text, [scale.lesser, .ordinary], width: canvas.width)
            canvas.put(text, x: 0, y: y, forecast.workdaysLate > 0 ? .red : .green, size)
            y += size.rows + 1
        }
        let target = standing.target.thousandths
        let planned = Amount(thousandths: target / 1000 * Int64(standing.expected))
        let plan = words.planLine(
            planned: words.rate(planned),
            done: words.amount(standing.done),
            unit: campaign.unit
        )
        let pace = words.pace(
            needed: standing.neededDaily.map(words.rate),
            recent: words.rate(standing.recentDaily),
            unit: campaign.unit
        )
        for line in [plan, pace, words.limitOn(campaign.due)] where y < canvas.height - 1 {
            canvas.put(line, x: 0, y: y, .dim, width: canvas.width)
            y += 1
        }
    }

    /// 「还剩 18 个工作日」 on one base line, only the number in gold.
    private func drawDaysLeft(_ left: Int, y: Int, on canvas: Canvas) -> Int {
        let label = left < 0 ? words.pastBy : words.stillLeft
        let size = scale.words
        let number = scale.number
        let base = y + number.rows
        var x = canvas.put(label, x: 0, y: base - size.rows, .title, size) + 3
        x += canvas.put("\(abs(left))", x: x, y: y, left < 0 ? .red : .gold, number) + 3
        canvas.put(words.workdayUnit, x: x, y: base - size.rows, .title, size)
        return base
    }

    /// The bar over the whole width, with a mark where it should be today.
    private func drawBar(_ standing: Standing, _ ink: Style, y: Int, on canvas: Canvas) -> Int {
        let rows = scale.step == .small ? 1 : 2
        let bar = Bar(done: standing.progress, planned: standing.expected, total: 1000)
        for (x, part) in bar.parts(canvas.width, .plan).enumerated() {
            for row in 0..<rows {
                switch part {
                case .done: canvas.put(.full, x: x, y: y + row, ink)
                case .plan: canvas.put(.full, x: x, y: y + row, .title)
                case .owed, .rest: canvas.put(.lowerHalf, x: x, y: y + rows - 1, .faint)
                }
            }
        }
        return y + rows
    }

    /// One matter for the whole room.
    func draw(spotlight matter: Matter, on canvas: Canvas) {
        guard let scene else { return }
        let judgement = scene.judgement(of: matter)
        let writer = ItemWriter(scene, agenda.audience)
        let item = writer.item(matter, judgement, measure: "")
        let ink = Style(Ink(judgement.light))
        var y = drawHead(item.label, ink.bold, [scale.heading, scale.words, .ordinary], on: canvas) + 1
        let size = canvas.fitting(item.title, [scale.words, scale.lesser, .ordinary], width: canvas.width)
        if size.isOrdinary {
            for line in item.title.wrapped(to: canvas.width, canvas.repertoire.ambiguity).prefix(3) {
                canvas.put(line, x: 0, y: y, Style.title.bold)
                y += 1
            }
        } else {
            canvas.put(item.title, x: 0, y: y, .title, size)
            y += size.rows
        }
        y += 1
        let reason = words.reason(judgement, of: matter)
        let large = canvas.fitting(reason, [scale.words, scale.lesser, .ordinary], width: canvas.width)
        canvas.put(reason, x: 0, y: y, ink, large)
        y += large.rows + 1
        var lines = [
            [item.unit, item.owner, matter.due.map { words.limitOn($0.day(scene.ledger.offset)) } ?? ""]
                .filter { !$0.isEmpty }.joined(separator: "  ")
        ]
        if let sentence = writer.sentence(of: matter) { lines.append(sentence) }
        for line in lines {
            for part in line.wrapped(to: min(canvas.width, 110), canvas.repertoire.ambiguity)
            where y < canvas.height - 1 {
                canvas.put(part, x: 0, y: y, .text)
                y += 1
            }
            y += 1
        }
    }
}
