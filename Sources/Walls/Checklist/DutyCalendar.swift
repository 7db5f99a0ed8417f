import Canvas
import Ledger
import Supervision
import Text
import Words

/// The last weeks of one recurring duty, the newest on top: whether it was kept up is seen at once.
struct DutyCalendar {
    private let scene: Scene
    private let turns: [Day: RoutineTurn]
    private let monday: Day
    private let weeks: Int
    private var words: Words { scene.words }

    /// A quarter of a year; for so long the ticks of a daily duty are kept.
    private static let most = 13
    private static let label = 7
    private static let cell = 3
    static let width = label + 7 * cell

    /// - Returns: nil where a calendar would say no more than the list beside it.
    init?(_ scene: Scene, _ routine: RoutineID, rows: Int) {
        guard rows >= 5 else { return nil }
        self.scene = scene
        monday = scene.today - (scene.today.weekday - 1)
        let from = monday - 7 * (DutyCalendar.most - 1)
        let through = monday + 6
        let turns = scene.ledger.diary.routines[routine].map {
            scene.supervisor.turns(of: $0, from: from, through: through)
        }
        guard let turns, turns.count >= 3, let first = turns.first?.due else { return nil }
        self.turns = Dictionary(turns.map { ($0.due, $0) }) { first, _ in first }
        // The heading and the days of the week take two rows.
        weeks = min(rows - 2, (monday - first + 6) / 7 + 1, DutyCalendar.most)
    }

    func draw(_ chosen: Day?, on canvas: Canvas) {
        canvas.rule(words.lastWeeks(weeks), y: 0)
        for column in 0..<7 {
            let letter = String(words.weekdayLetter(monday + column).prefix(1))
            let isToday = monday + column == scene.today
            canvas.put(letter, x: x(column), y: 1, isToday ? Style.gold.bold : .dim)
        }
        for week in 0..<weeks {
            let first = monday - 7 * week
            canvas.put(
                words.short(first, seenFrom: scene.today),
                x: 1,
                y: week + 2,
                .dim,
                width: DutyCalendar.label - 2
            )
            for column in 0..<7 { draw(first + column, isChosen: first + column == chosen, column, week, on: canvas) }
        }
    }

    private func draw(_ day: Day, isChosen: Bool, _ column: Int, _ week: Int, on canvas: Canvas) {
        if let turn = turns[day] {
            canvas.put(turn.glyph, x: x(column), y: week + 2, turn.isDone ? turn.doneStyle : turn.style)
        } else {
            canvas.put(.dot, x: x(column), y: week + 2, .faint)
        }
        if isChosen { canvas.put(.rowMark, x: x(column) - 1, y: week + 2, .gold) }
    }

    private func x(_ column: Int) -> Int { DutyCalendar.label + column * DutyCalendar.cell }

    /// The day under a point of its area.
    func day(at point: Point) -> Day? {
        let week = point.y - 2
        let column = (point.x - DutyCalendar.label + 1) / DutyCalendar.cell
        guard (0..<weeks).contains(week), point.x >= DutyCalendar.label - 1, (0..<7).contains(column) else {
            return nil
        }
        return monday - 7 * week + column
    }
}

extension RoutineTurn {
    var glyph: Glyph {
        switch mark {
        case .done, .late: .check
        case .missed: .crossMark
        case .todo, .overdue, .ahead: .box
        }
    }

    /// Green is in time; what was made good later is quiet.
    var doneStyle: Style {
        if case .late = mark { .dim } else { .green }
    }

    /// Gold is what the hand can do today; red what was not done on its day.
    var style: Style {
        switch mark {
        case .done, .late: .dim
        case .todo: Style.gold.bold
        case .missed: Style.red.bold
        case .overdue: .red
        case .ahead: .dim
        }
    }
}
