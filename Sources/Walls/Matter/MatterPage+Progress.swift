import Canvas
import Ledger
import Supervision
import Text
import Words

// 进度: how much is done of what, at what pace, and where there is room plan against done by day.
extension MatterPage {
    /// Rows without the picture: the heading, how much, at what pace, and the bar that stands for the picture.
    private func figureRows(_ matter: Matter, _ scene: Scene) -> Int { paceForms(matter, scene).isEmpty ? 2 : 3 }

    /// The rows that 进度 takes in a column of `height`, of which everything else wants `others`.
    func progressRows(_ matter: Matter, _ frame: Frame, height: Int, others: Int) -> Int {
        guard matter.hasPlan else { return 0 }
        let figures = figureRows(matter, frame.scene)
        guard MatterPage.isWide(frame), frame.scene.curve(of: matter) != nil else { return figures + 1 }
        let rows = min(height >= 50 ? 22 : height >= 32 ? 13 : 9, height - others - figures)
        guard rows >= MatterPage.leastPicture else { return figures + 1 }
        // A lower picture still tells, and the history below gets a record more.
        return figures + max(MatterPage.leastPicture, min(rows, height - others - figures - 3))
    }

    /// A lower picture shows nothing that the bar does not.
    private static let leastPicture = 6

    func drawProgress(_ matter: Matter, _ scene: Scene, _ canvas: Canvas) {
        let words = scene.words
        let judgement = scene.judgement(of: matter)
        let plan = plan(of: matter, judgement, scene)
        let note = plan.map {
            words("计划按 \($0.workdays) 个工作日\($0.isBySteps ? "、步骤" : "匀速")", "plan over \($0.workdays) working days")
        }
        canvas.rule(words("进度", "Progress"), right: note ?? "", y: 0)
        canvas.put(amountRuns(matter, judgement, plan, words), x: 2, y: 1, width: canvas.width - 2)
        let paces = paceForms(matter, scene)
        if let pace = paces.first(where: { canvas.width($0) <= canvas.width - 2 }) ?? paces.last {
            canvas.put(pace, x: 2, y: 2, width: canvas.width - 2)
        }
        let top = figureRows(matter, scene)
        if canvas.height - top >= MatterPage.leastPicture, let curve = scene.curve(of: matter) {
            let area = canvas.region(x: 2, y: top, width: canvas.width - 4, height: canvas.height - top)
            CurveChart(curve, of: matter, scene, width: area.width).draw(on: area)
            return
        }
        canvas.put(
            Bar(done: matter.progress, planned: plan?.expected, total: 1000),
            .plan,
            x: 2,
            y: top,
            width: canvas.width - 4,
            light: judgement.light.ink
        )
    }

    private func plan(of matter: Matter, _ judgement: Judgement, _ scene: Scene) -> Plan? {
        judgement.plan
            ?? matter.due.flatMap { scene.supervisor.judge.plan(of: matter, limit: $0.day(scene.ledger.offset)) }
    }

    /// 「已完成 18/32 户 56%    序时 78%    落后 22 个百分点」
    private func amountRuns(_ matter: Matter, _ judgement: Judgement, _ plan: Plan?, _ words: Words) -> [Run] {
        let light = Style(judgement.light.ink).bold
        var runs: [Run] = []
        if let line = matter.quantity {
            runs += [Run(words("已完成 ", "done "), .dim), Run(words.amount(line.done), light)]
            runs += [Run("/\(words.amount(line.target)) \(line.unit) ")]
        }
        let shares = plan.map(words.shares)
        let isPlanned = plan.map { $0.pointsBehind > 0 && $0.done == matter.progress } ?? false
        let done = isPlanned ? shares?.done : nil
        runs.append(Run(done ?? words.percent(matter.progress), Style.title.bold))
        if let plan, let shares {
            runs.append(Run(words("    序时 ", "    plan "), .dim))
            runs.append(Run(isPlanned ? shares.expected : words.percent(plan.expected)))
            if plan.pointsBehind > 0 {
                runs += [
                    Run(words("    落后 ", "    behind "), .dim),
                    Run(isPlanned ? shares.behind : "\(plan.pointsBehind)", light),
                ]
                runs += [Run(words(" 个百分点", " points"), .dim)]
            }
        }
        return runs
    }

    /// 「日均需 1.3 户/日    近10日日均 0.8 户/日    预计 12月15日 晚 7 个工作日」, from long to short; empty where nothing
    /// goes on.
    private func paceForms(_ matter: Matter, _ scene: Scene) -> [[Run]] {
        guard matter.stage == .inHand, let curve = scene.curve(of: matter), curve.tempo.remaining > .zero else {
            return []
        }
        let light = scene.judgement(of: matter).light
        return [(4, false), (2, false), (2, true)].map { gap, isShort in
            paceRuns(curve, light, gap: String(repeating: " ", count: gap), isShort: isShort, scene)
        }
    }

    private func paceRuns(_ curve: Curve, _ light: Light, gap: String, isShort: Bool, _ scene: Scene) -> [Run] {
        let words = scene.words
        let tempo = curve.tempo
        let bad: Style = light == .red || light == .orange ? Style(light.ink).bold : .text
        func pace(_ amount: Amount) -> String {
            (isShort ? "\(words.rate(amount)) \(curve.measure)" : words.perDay(amount, curve.measure)) + gap
        }
        var runs: [Run] = []
        if let needed = tempo.neededDaily { runs += [Run("\(words.needed) ", .dim), Run(pace(needed))] }
        let isSlow = tempo.neededDaily.map { tempo.recentDaily < $0 } ?? false
        runs += [
            Run("\(words.recent) ", .dim), Run(pace(tempo.recentDaily), isSlow ? bad : .text),
            Run("\(words.forecastHead) ", .dim),
        ]
        switch tempo.outlook {
        case .expected(let forecast):
            let end = forecast.middle
            let day = words.short(end.day, seenFrom: scene.today)
            let short = (end.isEstimated ? words.estimated + " " : "") + day
            runs.append(Run(isShort ? short : words.finish(end, seenFrom: scene.today)))
            if let late = end.workdaysLate { runs.append(Run(" \(words.late(workdays: late))", late > 0 ? bad : .dim)) }
        case .tooFewRecords: runs.append(Run(words.tooFewRecords, .dim))
        case .done: runs.append(Run(words.campaignDone, .dim))
        case .outOfSight: runs.append(Run(words.noTelling, bad))
        }
        return runs
    }

    /// On a narrow screen a page of its own.
    func drawProgressPage(_ matter: Matter, _ area: Rect, _ frame: Frame, _ canvas: Canvas) {
        let page = Rect(x: 0, y: area.y - 1, width: area.width, height: area.height + 1)
        drawProgress(matter, frame.scene, canvas.region(page))
    }
}
