import Canvas
import Ledger
import Supervision
import Text
import Words

/// The row of counts over the desk, with the grouping in force at its right end.
struct DeskCounts {
    let scene: Scene
    let grouping: DeskWall.Grouping

    private var choices: [(DeskWall.Grouping, String)] {
        let words = scene.words
        return [(.light, words.byLight), (.unit, words.byUnit), (.person, words.byPerson)]
    }

    private func groupings(width: Int) -> [Run] {
        let change = [Run("g", Style.gold.bold), Run(" \(scene.words.changeGrouping)", .dim)]
        guard width >= 110 else {
            return [Run("\(choices.first { $0.0 == grouping }?.1 ?? "")  ", .dim)] + change
        }
        let names = choices.flatMap { choice, name in
            [Run(name, choice == grouping ? Style.title.bold : .dim), Run("  ", .dim)]
        }
        return names + [Run("  ")] + change
    }

    /// The grouping whose name stands at a column of a row of some width; over 换分组 the next one.
    func grouping(at x: Int, width: Int) -> DeskWall.Grouping? {
        let runs = groupings(width: width)
        var start = width - runs.reduce(0) { $0 + $1.text.columns() }
        guard x >= start else { return nil }
        if width >= 110 {
            for (choice, name) in choices {
                if (start..<start + name.columns()).contains(x) { return choice }
                start += name.columns() + 2
            }
            if x < start { return nil }
        }
        return DeskWall.Grouping(rawValue: (grouping.rawValue + 1) % DeskWall.Grouping.allCases.count)
    }

    func draw(on canvas: Canvas) {
        let words = scene.words
        let figures = scene.figures
        let right = groupings(width: canvas.width)
        let room = canvas.width - canvas.width(right) - 3
        canvas.put(right, right: canvas.width, y: 0)

        func pair(_ label: String, _ count: Int, _ style: Style = Style.title.bold) -> [Run] {
            [Run(" \(label) ", count > 0 ? .text : .dim), Run("\(count)  ", count > 0 ? style : .dim)]
        }
        var counts: [[Run]] = []
        let todo = figures.mustTrack - figures.tracked
        if figures.mustTrack > 0, todo == 0 {
            counts.append([Run(" \(words.allTracked(figures.mustTrack))  ", .green)])
        } else if !scene.isWorkday {
            let next = scene.ledger.calendar.workday(onOrAfter: scene.today)
            counts.append([Run(" \(words.restDay(next: next))  ", .dim)])
        } else {
            counts.append(pair(words.toTrack, figures.mustTrack))
            counts.append(pair(words.tracked, figures.tracked, .green))
            counts.append(pair(words.todo, todo, Style.gold.bold))
        }
        counts.append(pair(words.gapsBefore, scene.gapCount, Style.gold.bold))
        let kinds = scene.overviewRows
        counts.append(pair(words.toDecide, kinds.section(.decide)?.duties.count ?? 0))
        counts.append(pair(words.slipsToSign, scene.slipsToSign.count, Style.title.bold))
        counts.append(pair(words.unsigned, kinds.section(.unsigned)?.duties.count ?? 0))
        counts.append(pair(words.overNight, figures.overNight))
        // Only where something is amiss: most days it is not.
        let missed = scene.missedMeetings.reduce(0) { $0 + $1.turns.count }
        if missed > 0 { counts.append(pair(words.missedMeetings, missed, Style.gold.bold)) }
        var x = 0
        for runs in counts {
            // Whole counts only.
            if x + canvas.width(runs) > room + 2 { break }
            x += canvas.put(runs, x: x, y: 0)
        }
    }
}

extension Scene {
    /// Matters with a track of an earlier day that is still missing (前日缺).
    var gapCount: Int {
        derived(GapCountKey()) {
            duties.count {
                if case .gap = $0.kind { true } else { false }
            }
        }
    }
}

extension Scene {
    /// 待签发: slips that are drafted and slips that the ladder proposes.
    var slipsToSign: [Duty] {
        derived(SlipsKey()) {
            duties.filter { duty in
                switch duty.kind {
                case .signSlip: true
                case .propose(let proposal): proposal.step.slip != nil
                default: false
                }
            }
        }
    }
}

extension Scene {
    /// 例会未开, by the phase of each campaign.
    var missedMeetings: [MissedMeetings] { derived(MissedMeetingsKey()) { supervisor.missedMeetings() } }
}

private struct MissedMeetingsKey: Hashable {}
private struct GapCountKey: Hashable {}
private struct SlipsKey: Hashable {}
