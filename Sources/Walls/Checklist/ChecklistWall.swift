package import Canvas
package import Ledger
package import Supervision
import Words

/// The checklist (清单) in two parts: the recurring duties of the office by week with the record of the selected one, and
/// the steps of matters by week with all steps of the selected one. Tab goes from one to the other.
package struct ChecklistWall: Wall, Hashable {
    package var filter = Filter.none
    private var selected: MatterNumber?
    private var place = 0
    private var window = ScrollWindow()
    /// Weeks from the present one.
    private var weeks = 0
    /// What Tab chose; nil shows the duties where the office has any.
    private var chosen: Part?
    private var duty = DutyChoice()

    enum Part: Hashable {
        case duties, steps
    }

    package init() {}

    package var abilities: Set<Ability> { [.filter, .trouble, .nextPart, .previousPart] }

    package mutating func perform(_ ability: Ability, in frame: Frame) {
        switch ability {
        case .trouble: filter.isTroubleOnly.toggle()
        case .nextPart, .previousPart: chosen = part(in: frame) == .duties ? .steps : .duties
        default: break
        }
        settle(in: frame)
    }

    private func part(in frame: Frame) -> Part {
        if let chosen { return chosen }
        return frame.scene.ledger.diary.routines.values.contains { $0.ended == nil } ? .duties : .steps
    }

    private func monday(_ frame: Frame) -> Day { frame.scene.today - (frame.scene.today.weekday - 1) + weeks * 7 }

    private func duties(_ frame: Frame) -> DutyRows { DutyRows(frame.scene, monday: monday(frame), filter) }

    // MARK: Selection

    package mutating func settle(in frame: Frame) {
        if part(in: frame) == .duties {
            duty.settle(duties(frame), rows: ChecklistLayout(frame.size).rows)
            return
        }
        let rows = rows(frame)
        if let selected, let index = rows.place(selected) { place = index }
        place = max(0, min(place, rows.matters.count - 1))
        selected = rows.matters.isEmpty ? nil : rows.matters[place]
        window = window.showing(place, of: rows.matters.count, rows: ChecklistLayout(frame.size).rows)
    }

    package func selection(in frame: Frame) -> MatterNumber? { part(in: frame) == .steps ? selected : nil }

    package func turn(in frame: Frame) -> RoutineTurn? {
        part(in: frame) == .duties ? duty.turn(duties(frame)) : nil
    }

    package func activate(in frame: Frame) -> Response? {
        guard part(in: frame) == .duties else { return selected.map(Response.open) }
        guard let turn = duty.turn(duties(frame)) else { return nil }
        return turn.isDone ? nil : .tick(turn)
    }

    package mutating func select(_ number: MatterNumber, in frame: Frame) {
        guard let index = rows(frame).place(number) else { return }
        chosen = .steps
        selected = number
        place = index
        settle(in: frame)
    }

    package func matters(in frame: Frame) -> [MatterNumber] { rows(frame).matters }

    package mutating func move(_ motion: Motion, in frame: Frame) {
        settle(in: frame)
        if part(in: frame) == .duties {
            let step = duty.move(motion, duties(frame), rows: ChecklistLayout(frame.size).rows)
            weeks = max(-500, min(500, weeks + step))
            settle(in: frame)
            return
        }
        let matters = rows(frame).matters
        let page = max(1, ChecklistLayout(frame.size).rows - 1)
        if motion == .left { weeks = max(-500, weeks - 1) }
        if motion == .right { weeks = min(500, weeks + 1) }
        place = motion.place(from: place, of: matters.count, page: page)
        selected = matters.isEmpty ? nil : matters[place]
        settle(in: frame)
    }

    package mutating func click(_ point: Point, in frame: Frame) -> Bool {
        let layout = ChecklistLayout(frame.size)
        if layout.summary.contains(point) {
            guard let tab = ChecklistTabs(frame.scene).part(at: point.x) else { return false }
            chosen = tab
            settle(in: frame)
            return false
        }
        if part(in: frame) == .duties {
            let below = layout.below(rows: duties(frame).rows.count, of: frame.size)
            let grid = DutyGrid(scene: frame.scene, rows: duties(frame), filter: filter)
            if below.contains(point), let (calendar, place) = grid.calendar(of: duty, below.size),
                let day = calendar.day(at: Point(x: point.x - below.x - place.x, y: point.y - below.y - place.y))
            {
                weeks += (day - monday(frame) - (day < monday(frame) ? 6 : 0)) / 7
                duty.select(day)
                settle(in: frame)
                return false
            }
            let columns = DutyColumns(duties(frame), frame.scene, width: layout.grid.width)
            let isAgain = duty.click(point, layout.grid, columns, duties(frame))
            settle(in: frame)
            return isAgain
        }
        let matters = rows(frame).matters
        let visible = window.visible(of: matters.count, rows: layout.rows)
        let index = visible.lowerBound + point.y - layout.grid.y - 1
        guard layout.grid.contains(point), point.y > layout.grid.y, visible.contains(index) else { return false }
        let isAgain = selected == matters[index]
        selected = matters[index]
        settle(in: frame)
        return isAgain
    }

    private func rows(_ frame: Frame) -> ChecklistRows {
        frame.scene.derived(RowsKey(filter: filter)) { ChecklistRows(frame.scene, filter) }
    }

    private struct RowsKey: Hashable {
        var filter: Filter
    }

    // MARK: Drawing

    package func draw(in frame: Frame, on canvas: Canvas) {
        let layout = ChecklistLayout(frame.size)
        let summary = canvas.region(layout.summary)
        let part = part(in: frame)
        let used = ChecklistTabs(frame.scene).draw(part, on: summary)
        let beside = summary.region(x: used, y: 0, width: summary.width - used, height: 1)
        if part == .duties {
            let duties = duties(frame)
            let grid = DutyGrid(scene: frame.scene, rows: duties, filter: filter)
            grid.drawSummary(on: beside)
            grid.draw(duty, on: canvas.region(layout.grid))
            grid.drawRecord(of: duty, on: canvas.region(layout.below(rows: duties.rows.count, of: frame.size)))
            return
        }
        let rows = rows(frame)
        let grid = ChecklistGrid(scene: frame.scene, rows: rows, monday: monday(frame), filter: filter)
        grid.drawSummary(on: beside)
        grid.draw(window: window, selected: selected, marked: frame.marked, on: canvas.region(layout.grid))
        if let selected {
            grid.drawSteps(of: selected, on: canvas.region(layout.below(rows: rows.matters.count, of: frame.size)))
        }
    }
}

/// Where everything stands on the checklist.
struct ChecklistLayout {
    let summary: Rect
    /// The heads are its first row.
    let grid: Rect
    let steps: Rect

    var rows: Int { max(0, grid.height - 1) }

    /// What is told of the selected row, right under the last one where there are few.
    func below(rows count: Int, of size: Size) -> Rect {
        let y = min(steps.y, grid.y + 1 + max(1, count) + 1)
        return Rect(x: 0, y: y, width: size.width, height: size.height - y)
    }

    init(_ size: Size) {
        let top = size.height >= 27 ? 1 : 0
        summary = Rect(x: 0, y: top, width: size.width, height: 1)
        let y = summary.bottom + top
        let below = size.height < 27 ? 7 : max(9, size.height / 3)
        grid = Rect(x: 0, y: y, width: size.width, height: size.height - y - below - 1)
        steps = Rect(x: 0, y: grid.bottom + 1, width: size.width, height: below)
    }
}
