import Canvas
import Ledger
import Supervision
import Text
import Words

/// The row over the roster: how many units, people, vacant posts; and that nothing is ranked.
struct RosterSummary {
    let scene: Scene
    let rows: RosterRows
    /// Named here where there is no tree to show it.
    let unit: UnitID?

    func draw(on canvas: Canvas) {
        let words = scene.words
        let away = scene.ledger.leaves.filter { $0.holds(on: scene.today) }
        let present = Set(away.map(\.person))
        func pair(_ label: String, _ count: Int, _ style: Style = Style.title.bold) -> [Run] {
            [Run("\(label) ", .dim), Run("\(count)   ", count == 0 ? .dim : style)]
        }
        var runs: [Run] = []
        if let unit { runs.append(Run("\(words.unit(unit, in: scene.ledger))   ", Style.title.bold)) }
        runs += pair(words.peopleCount, rows.people)
        runs += pair(words.busyCount, rows.busy)
        runs += pair(words.vacantPost, rows.vacancies, Style.gold.bold)
        runs += pair(words.unmanned, rows.unmanned, Style.gold.bold)
        runs += pair(words.awayToday, present.count, .text)
        let used = canvas.put(runs, x: 1, y: 0, width: canvas.width - 1)
        let note = words.rosterNote
        if used + canvas.columns(note) + 3 <= canvas.width { canvas.put(note, right: canvas.width - 1, y: 0, .dim) }
    }
}

/// The tree of units, each with its people and what they have in hand.
struct RosterTree {
    let scene: Scene
    let units: [UnitID?]
    let selected: UnitID?
    let isFocused: Bool

    func draw(window: ScrollWindow, on canvas: Canvas) {
        let words = scene.words
        canvas.rule(
            [Run(words.unitHead, Style.title.bold)],
            right: [Run("\(words.peopleShort)  \(words.toDo)", .dim)],
            x: 1,
            y: 0,
            width: canvas.width - 1,
            ink: isFocused ? .gold : .faint
        )
        let depths = Dictionary(uniqueKeysWithValues: scene.unitTree.map { ($0.unit, $0.depth) })
        let heads = canvas.columns(words.peopleShort) + 2 + canvas.columns(words.toDo)
        let visible = window.visible(of: units.count, rows: canvas.height - RosterLayout.headRows)
        for (offset, index) in visible.enumerated() {
            let y = offset + RosterLayout.headRows
            let unit = units[index]
            let isSelected = unit == selected
            let style: Style = isSelected ? Style.title.bold : .text
            let totals: (people: Int, inHand: Int)
            let right = canvas.width
            let people = right - canvas.columns(words.toDo) - 2
            if let unit {
                let indent = 2 + min(3, depths[unit] ?? 0) * 2
                canvas.put(
                    words.unit(unit, in: scene.ledger),
                    x: indent,
                    y: y,
                    style,
                    width: canvas.width - heads - 2 - indent
                )
                totals = scene.unitTotals[unit] ?? (0, 0)
            } else {
                canvas.put(scene.ledger.committee.name.string, x: 2, y: y, style, width: canvas.width - heads - 3)
                totals = (
                    scene.membersByUnit.values.reduce(0) { $0 + $1.count },
                    scene.rosterFigures.inHand.values.reduce(0, +)
                )
            }
            canvas.put("\(totals.people)", right: people, y: y, totals.people > 0 ? .text : .faint)
            if totals.inHand > 0 { canvas.put("\(totals.inHand)", right: right, y: y, .text) }
            guard isSelected else { continue }
            let row = Rect(x: 0, y: y, width: canvas.width, height: 1)
            if isFocused { canvas.mark(row) } else { canvas.restyle(row) { $0.ground == .none ? $0.on(.active) : $0 } }
        }
        canvas.thumb(window, of: units.count, x: canvas.width, y: 1, rows: canvas.height - 1, ink: .faint)
    }
}
