import Canvas
import Ledger
import Supervision
import Text
import Words

/// The row of counts over the desk, with the grouping in force at its right end.
struct DeskCounts {
    let scene: Scene
    let grouping: DeskWall.Grouping
    private var words: Words { scene.words }

    /// One count: its words, and the duties that it counts, for a click.
    private struct Count {
        var runs: [Run]
        var title = ""
        var duties: (Scene) -> [Duty] = { _ in [] }
    }

    /// The matters that the count in a column stands for.
    func matters(at x: Int, width: Int) -> Response? {
        let places = drawCounts(on: Canvas(width: width, height: 1))
        guard let count = places.first(where: { $0.cells.contains(x) })?.count else { return nil }
        var seen: Set<MatterNumber> = []
        let matters: [MatterNumber] = count.duties(scene).map(\.matter).filter { seen.insert($0).inserted }
        return matters.isEmpty ? nil : .list(title: count.title, matters)
    }

    private func groupings(width: Int) -> [Run] {
        let choices: [(DeskWall.Grouping, String)] = [
            (.light, words.byLight), (.unit, words.byUnit), (.person, words.byPerson),
        ]
        let change = [Run("g", Style.gold.bold), Run(" \(words.changeGrouping)", .dim)]
        guard width >= 110 else {
            return [Run("\(choices.first { $0.0 == grouping }?.1 ?? "")  ", .dim)] + change
        }
        let names = choices.flatMap { choice, name in
            [Run(name, choice == grouping ? Style.title.bold : .dim), Run("  ", .dim)]
        }
        return names + [Run("  ")] + change
    }

    func draw(on canvas: Canvas) { _ = drawCounts(on: canvas) }

    /// - Returns: where each count stands.
    private func drawCounts(on canvas: Canvas) -> [(count: Count, cells: Range<Int>)] {
        let figures = scene.figures
        let right = groupings(width: canvas.width)
        let room = canvas.width - canvas.width(right) - 3
        canvas.put(right, right: canvas.width, y: 0)

        func pair(
            _ label: String,
            _ count: Int,
            _ style: Style = Style.title.bold,
            duties: @escaping (Scene) -> [Duty]
        ) -> Count {
            let runs = [Run(" \(label) ", count > 0 ? .text : .dim), Run("\(count)  ", count > 0 ? style : .dim)]
            return Count(runs: runs, title: label, duties: duties)
        }
        func section(_ kind: OverviewRows.Kind) -> (Scene) -> [Duty] {
            { $0.overviewRows.section(kind).map { Array($0.duties) } ?? [] }
        }
        var counts: [Count] = []
        let todo = figures.mustTrack - figures.tracked
        if figures.mustTrack > 0, todo == 0 {
            counts.append(Count(runs: [Run(" \(words.allTracked(figures.mustTrack))  ", .green)]))
        } else if !scene.isWorkday {
            let next = scene.ledger.calendar.workday(onOrAfter: scene.today)
            counts.append(Count(runs: [Run(" \(words.restDay(next: next))  ", .dim)]))
        } else {
            let tracks = section(.track)
            counts.append(pair(words.toTrack, figures.mustTrack, duties: tracks))
            counts.append(pair(words.tracked, figures.tracked, .green) { tracks($0).filter(\.isDone) })
            counts.append(pair(words.todo, todo, Style.gold.bold) { tracks($0).filter { !$0.isDone } })
        }
        counts.append(pair(words.gapsBefore, scene.gapCount, Style.gold.bold) { $0.duties.filter(\.isGap) })
        let kinds = scene.overviewRows
        counts.append(pair(words.toDecide, kinds.section(.decide)?.duties.count ?? 0, duties: section(.decide)))
        counts.append(pair(words.slipsToSign, scene.slipsToSign.count) { $0.slipsToSign })
        counts.append(pair(words.unsigned, kinds.section(.unsigned)?.duties.count ?? 0, duties: section(.unsigned)))
        counts.append(pair(words.overNight, figures.overNight, duties: section(.overNight)))
        // Only where something is amiss: most days it is not.
        let missed = scene.missedMeetings.reduce(0) { $0 + $1.turns.count }
        if missed > 0 { counts.append(pair(words.missedMeetings, missed, Style.gold.bold) { _ in [] }) }
        var x = 0
        var places: [(count: Count, cells: Range<Int>)] = []
        for count in counts {
            // Whole counts only.
            if x + canvas.width(count.runs) > room + 2 { break }
            let start = x
            x += canvas.put(count.runs, x: x, y: 0)
            places.append((count, start..<x))
        }
        return places
    }
}

extension Duty {
    fileprivate var isGap: Bool { if case .gap = kind { true } else { false } }
}

extension Scene {
    /// Matters with a track of an earlier day that is still missing (前日缺).
    var gapCount: Int {
        derived(GapCountKey()) {
            duties.count(where: \.isGap)
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
