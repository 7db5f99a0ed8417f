import Ledger
import Supervision
import Text
import Words

extension ChecklistWall {
    /// Both parts, one after the other: what is turned by Tab on a screen has room here.
    package func plain(in scene: Scene, onPaper: Bool) -> PlainPage {
        let words = scene.words
        let monday = scene.today - (scene.today.weekday - 1)
        let week = "\(words.weekName(of: monday)) \(words.range(words.short(monday), words.short(monday + 6)))"
        var page = scene.plainPage(words("清单", "Checklist"), [week] + scene.plainNotes(filter))
        page.add(DutyRows(scene, monday: monday, filter), scene)
        page.add(ChecklistRows(scene, filter), isFiltered: !filter.isEmpty, scene)
        return page
    }
}

extension PlainPage {
    fileprivate mutating func add(_ duties: DutyRows, _ scene: Scene) {
        let words = scene.words
        let counts = duties.sheet.counts
        guard !duties.rows.isEmpty else {
            say(words.dutiesTab, duties.sheet.rows.isEmpty ? words.noDuties : words.nothingMatches)
            return
        }
        say(
            words.dutiesTab,
            words.plainCount(words.dutiesDue, counts.due),
            words.plainCount(words.dutiesDone, counts.done + counts.late),
            words.plainCount(words.dutiesLate, counts.late),
            words.plainCount(words.dutiesMissed, counts.missed),
            words.plainCount(words.dutiesOverdue, counts.overdue),
            words.plainCount(words.dutiesToday, counts.todo)
        )
        for row in duties.rows {
            let turns = row.turns.map { turn in
                "\(words.weekday(turn.due)) \(words.plainTurn(turn, today: scene.today, in: scene.ledger))"
            }
            say(
                "\(words.dutiesTab) \(row.routine.name.string)",
                [
                    words.rhythm(row.routine, in: scene.ledger),
                    words.thisMonth(row.doneThisMonth, of: row.dueThisMonth),
                ] + (turns.isEmpty ? [words("本周不用办", "nothing due this week")] : turns)
            )
        }
    }

    fileprivate mutating func add(_ rows: ChecklistRows, isFiltered: Bool, _ scene: Scene) {
        let words = scene.words
        guard !rows.matters.isEmpty else {
            say(words.stepsTitle, isFiltered ? words.nothingMatches : words.noSteps)
            return
        }
        say(
            words.stepsTitle,
            words.plainCount(words.stepsOpen, rows.open),
            words.plainCount(words.stepsLate, rows.late),
            words.plainCount(words.stepsToday, rows.today)
        )
        for number in rows.matters {
            guard let matter = scene.matter(number), let judgement = scene.judgement(number) else { continue }
            let done = matter.steps.count { $0.done != nil }
            let state = words("已办 \(done)/\(matter.steps.count)", "done \(done)/\(matter.steps.count)")
            say(words.stepsTitle, scene.plainFacts(matter, judgement) + [state])
            for (index, step) in matter.steps.enumerated() where step.done == nil {
                say("\(words.stepsTitle) \(words.number(matter))", scene.plainStep(step, index, of: matter))
            }
        }
    }
}

extension Scene {
    /// 「第 3 步，共 5 步；泥浆池报批；贺知远；11-25 应办」
    func plainStep(_ step: Step, _ index: Int, of matter: Matter) -> [String] {
        let count = matter.steps.count
        let place = words("第 \(index + 1) 步，共 \(count) 步", "step \(index + 1) of \(count)")
        let state: String
        if let day = step.done {
            state = words.doneOn(day)
        } else if let due = step.due {
            let late = ledger.calendar.workdays(after: due, through: today)
            state =
                due < today && late > 0
                ? words.stepBehind(due, workdays: late) : words.limitNote(due, seenFrom: today)
        } else {
            state = words("未定日期", "no day set")
        }
        let person = words.person(step.person ?? matter.person, in: ledger)
        return [place, words.text(step.title), person, state]
    }
}

extension Words {
    fileprivate func plainTurn(_ turn: RoutineTurn, today: Day, in ledger: Ledger) -> String {
        switch turn.mark {
        case .done(let tick):
            [name(turn.mark), who(tick, in: ledger)].filter { !$0.isEmpty }.joined(separator: " ")
        case .late(let tick):
            [mark(turn, seenFrom: today), who(tick, in: ledger)].filter { !$0.isEmpty }
                .joined(separator: " ")
        case .todo, .ahead: name(turn.mark)
        case .missed, .overdue: mark(turn, seenFrom: today)
        }
    }
}
