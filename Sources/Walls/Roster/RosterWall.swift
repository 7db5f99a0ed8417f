package import Canvas
package import Ledger
import Supervision
import Text
import Words

/// The roster (队伍): who is there, what each has to do by when, which posts are vacant and where somebody is missing.
///
/// In the order of the directory and never by load: it is for handing out work, not for comparing people.
package struct RosterWall: Wall, Hashable {
    package var filter = Filter.none
    /// The unit whose people are shown; nil is the whole street.
    private(set) var unit: UnitID?
    private var isTreeFocused = false
    private var selected: RosterRows.Row?
    private var place = 0
    private var window = ScrollWindow()
    private var treeWindow = ScrollWindow()

    package init() {}

    package var abilities: Set<Ability> { [.filter, .trouble, .group, .nextPart, .previousPart] }

    package mutating func perform(_ ability: Ability, in frame: Frame) {
        switch ability {
        case .nextPart, .previousPart: if layout(frame).tree != nil { isTreeFocused.toggle() }
        case .group: stepUnit(1, in: frame)
        case .trouble: filter.isTroubleOnly.toggle()
        default: break
        }
        settle(in: frame)
    }

    /// The units of the tree, the whole street first; closed ones without people are left out.
    private func units(_ frame: Frame) -> [UnitID?] {
        let scene = frame.scene
        return [nil]
            + scene.unitTree.map(\.unit).filter { id in
                scene.unitTotals[id] != nil || (scene.ledger.units[id]?.isOpen(on: scene.today) ?? false)
            }
            .map(Optional.some)
    }

    private mutating func stepUnit(_ by: Int, in frame: Frame) {
        let units = units(frame)
        let at = units.firstIndex { $0 == unit } ?? 0
        go(to: units[(at + by + units.count) % units.count])
    }

    private mutating func go(to other: UnitID?) {
        guard other != unit else { return }
        unit = other
        selected = nil
        place = 0
        window = ScrollWindow()
    }

    // MARK: Selection

    package mutating func settle(in frame: Frame) {
        let layout = layout(frame)
        if layout.tree == nil { isTreeFocused = false }
        if let unit, frame.scene.ledger.units[unit] == nil { self.unit = nil }
        let rows = rows(frame)
        if let selected, let index = rows.place(selected) {
            place = index
        } else {
            place = max(0, min(place, rows.rows.count - 1))
            selected = rows.rows.isEmpty ? nil : rows.rows[place]
        }
        window = window.showing(place, of: rows.rows.count, rows: layout.rows)
        if let tree = layout.tree {
            let units = units(frame)
            let at = units.firstIndex { $0 == unit } ?? 0
            treeWindow = treeWindow.showing(at, of: units.count, rows: tree.height - RosterLayout.headRows)
        }
    }

    /// People are no matters: what keys do to a matter does not apply here.
    package func selection(in frame: Frame) -> MatterNumber? { nil }
    package mutating func select(_ number: MatterNumber, in frame: Frame) {}

    /// The matters of the selected row.
    package func matters(in frame: Frame) -> [MatterNumber] {
        selected.map { RosterDetail(frame.scene).matters(of: $0) } ?? []
    }

    package func activate(in frame: Frame) -> Response? {
        if isTreeFocused { return .perform(.nextPart) }
        guard let selected else { return nil }
        let matters = matters(in: frame)
        guard !matters.isEmpty else { return nil }
        return .list(title: RosterDetail(frame.scene).title(of: selected), matters)
    }

    package mutating func move(_ motion: Motion, in frame: Frame) {
        settle(in: frame)
        let hasTree = layout(frame).tree != nil
        switch motion {
        case .left:
            if hasTree { isTreeFocused = true } else { stepUnit(-1, in: frame) }
        case .right:
            if hasTree { isTreeFocused = false } else { stepUnit(1, in: frame) }
        default: isTreeFocused ? moveTree(motion, in: frame) : moveRows(motion, in: frame)
        }
        settle(in: frame)
    }

    private mutating func moveTree(_ motion: Motion, in frame: Frame) {
        let units = units(frame)
        let at = units.firstIndex { $0 == unit } ?? 0
        let page = max(1, (layout(frame).tree?.height ?? 2) - 2)
        let next =
            switch motion {
            case .up: at - 1
            case .down: at + 1
            case .pageUp: at - page
            case .pageDown: at + page
            case .home: 0
            case .end: units.count - 1
            case .left, .right: at
            }
        go(to: units[max(0, min(next, units.count - 1))])
    }

    private mutating func moveRows(_ motion: Motion, in frame: Frame) {
        let rows = rows(frame).rows
        let page = max(1, layout(frame).rows - 1)
        place = motion.place(from: place, of: rows.count, page: page)
        selected = rows.isEmpty ? nil : rows[place]
    }

    package mutating func click(_ point: Point, in frame: Frame) -> Bool {
        let layout = layout(frame)
        if let tree = layout.tree, tree.contains(point) {
            let units = units(frame)
            let visible = treeWindow.visible(of: units.count, rows: tree.height - RosterLayout.headRows)
            let index = visible.lowerBound + point.y - tree.y - RosterLayout.headRows
            guard visible.contains(index) else { return false }
            isTreeFocused = true
            go(to: units[index])
            settle(in: frame)
            return false
        }
        let rows = rows(frame).rows
        let visible = window.visible(of: rows.count, rows: layout.rows)
        let index = visible.lowerBound + point.y - layout.table.y - RosterLayout.headRows
        guard layout.table.contains(point), point.y >= layout.table.y + RosterLayout.headRows, visible.contains(index)
        else { return false }
        let isAgain = !isTreeFocused && selected == rows[index]
        isTreeFocused = false
        selected = rows[index]
        settle(in: frame)
        return isAgain
    }

    package mutating func wheel(_ count: Int, at point: Point, in frame: Frame) {
        settle(in: frame)
        let isInTree = layout(frame).tree?.contains(point) ?? false
        for _ in 0..<abs(count) {
            let motion: Motion = count < 0 ? .up : .down
            if isInTree { moveTree(motion, in: frame) } else { moveRows(motion, in: frame) }
        }
        settle(in: frame)
    }

    // MARK: Prepared

    private func layout(_ frame: Frame) -> RosterLayout {
        RosterLayout(frame.size, lists: RosterDetail(frame.scene).listRows(unit))
    }

    private func rows(_ frame: Frame) -> RosterRows {
        frame.scene.derived(RowsKey(unit: unit, filter: filter)) { RosterRows(frame.scene, unit: unit, filter) }
    }

    private struct RowsKey: Hashable {
        var unit: UnitID?
        var filter: Filter
    }

    // MARK: Drawing

    package func draw(in frame: Frame, on canvas: Canvas) {
        let scene = frame.scene
        let layout = layout(frame)
        let rows = rows(frame)
        RosterSummary(scene: scene, rows: rows, unit: layout.tree == nil ? unit : nil)
            .draw(on: canvas.region(layout.summary))
        if let tree = layout.tree {
            RosterTree(scene: scene, units: units(frame), selected: unit, isFocused: isTreeFocused)
                .draw(window: treeWindow, on: canvas.region(tree))
        }
        RosterTable(scene: scene, rows: rows, filter: filter)
            .draw(window: window, selected: selected, isFocused: !isTreeFocused, on: canvas.region(layout.table))
        let detail = RosterDetail(scene)
        if let away = layout.away { detail.drawAway(unit, on: canvas.region(away)) }
        if let rect = layout.detail, let selected { detail.draw(selected, on: canvas.region(rect)) }
        if let rect = layout.vacant { detail.drawVacant(unit, on: canvas.region(rect)) }
    }
}
