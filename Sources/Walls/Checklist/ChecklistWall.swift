package import Canvas
package import Ledger
import Supervision
import Words

/// The checklist (清单): the steps of matters in a week grid, and all steps of the selected one.
package struct ChecklistWall: Wall, Hashable {
    package var filter = Filter.none
    private var selected: MatterNumber?
    private var place = 0
    private var window = ScrollWindow()
    /// Weeks from the present one.
    private var weeks = 0

    package init() {}

    package var abilities: Set<Ability> { [.filter, .trouble] }

    package mutating func perform(_ ability: Ability, in frame: Frame) {
        if ability == .trouble { filter.isTroubleOnly.toggle() }
        settle(in: frame)
    }

    // MARK: Selection

    package mutating func settle(in frame: Frame) {
        let rows = rows(frame)
        if let selected, let index = rows.place(selected) { place = index }
        place = max(0, min(place, rows.matters.count - 1))
        selected = rows.matters.isEmpty ? nil : rows.matters[place]
        window = window.showing(place, of: rows.matters.count, rows: ChecklistLayout(frame.size).rows)
    }

    package func selection(in frame: Frame) -> MatterNumber? { selected }

    package mutating func select(_ number: MatterNumber, in frame: Frame) {
        guard let index = rows(frame).place(number) else { return }
        selected = number
        place = index
        settle(in: frame)
    }

    package func matters(in frame: Frame) -> [MatterNumber] { rows(frame).matters }

    package mutating func move(_ motion: Motion, in frame: Frame) {
        settle(in: frame)
        let matters = rows(frame).matters
        let page = max(1, ChecklistLayout(frame.size).rows - 1)
        switch motion {
        case .up: place -= 1
        case .down: place += 1
        case .pageUp: place -= page
        case .pageDown: place += page
        case .home: place = 0
        case .end: place = matters.count - 1
        case .left: weeks = max(-500, weeks - 1)
        case .right: weeks = min(500, weeks + 1)
        }
        place = max(0, min(place, matters.count - 1))
        selected = matters.isEmpty ? nil : matters[place]
        settle(in: frame)
    }

    package mutating func click(_ point: Point, in frame: Frame) -> Bool {
        let layout = ChecklistLayout(frame.size)
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
        let rows = rows(frame)
        let monday = frame.scene.today - (frame.scene.today.weekday - 1) + weeks * 7
        let grid = ChecklistGrid(scene: frame.scene, rows: rows, monday: monday, filter: filter)
        grid.drawSummary(on: canvas.region(layout.summary))
        grid.draw(window: window, selected: selected, on: canvas.region(layout.grid))
        if let selected { grid.drawSteps(of: selected, on: canvas.region(layout.steps)) }
    }
}

/// Where everything stands on the checklist.
struct ChecklistLayout {
    let summary: Rect
    /// The heads are its first row.
    let grid: Rect
    let steps: Rect

    var rows: Int { max(0, grid.height - 1) }

    init(_ size: Size) {
        let top = size.height >= 27 ? 1 : 0
        summary = Rect(x: 0, y: top, width: size.width, height: 1)
        let y = summary.bottom + top
        let below = size.height < 27 ? 7 : max(9, size.height / 3)
        grid = Rect(x: 0, y: y, width: size.width, height: size.height - y - below - 1)
        steps = Rect(x: 0, y: grid.bottom + 1, width: size.width, height: below)
    }
}
