package import Canvas
package import Ledger
import Supervision
import Text
import Words

/// The supervision desk (督办台): whom to ask today, what was missed, and why each light shows.
package struct DeskWall: Wall, Hashable {
    package var filter = Filter.none
    private(set) var grouping = Grouping.light
    private var selected: MatterNumber?
    /// The line of the selected matter, for the day the matter is gone.
    private var line = 0
    private var window = ScrollWindow()
    private var isBasisShown = true

    enum Grouping: Int, Hashable, CaseIterable {
        case light, unit, person
    }

    package init() {}

    package var abilities: Set<Ability> { [.group, .trouble, .filter, .basis, .nextPart, .previousPart, .line] }

    package mutating func perform(_ ability: Ability, in frame: Frame) {
        switch ability {
        case .group: grouping = Grouping(rawValue: (grouping.rawValue + 1) % Grouping.allCases.count)!
        case .trouble: filter.isTroubleOnly.toggle()
        case .basis: isBasisShown.toggle()
        case .nextPart: step(1, in: frame)
        case .previousPart: step(-1, in: frame)
        default: break
        }
        settle(in: frame)
    }

    // MARK: Selection

    package mutating func settle(in frame: Frame) {
        let layout = DeskLayout(frame.size, isBasisShown: isBasisShown)
        let rows = rows(frame, layout)
        guard !rows.matters.isEmpty else {
            selected = nil
            return
        }
        if let selected, let place = rows.place(selected) {
            line = place
        } else {
            // A matter that is gone leaves the mark on the row that took its place.
            line = nearestRow(min(line, rows.lines.count - 1), rows)
            selected = rows.row(rows.lines[line])?.matter
        }
        window = window.showing(line, of: rows.lines.count, rows: visible(layout, frame))
        // The first row of a group brings its heading into view.
        if line == 1 || line == 0 { window = ScrollWindow() }
    }

    package func selection(in frame: Frame) -> MatterNumber? { selected }

    package mutating func select(_ number: MatterNumber, in frame: Frame) {
        guard rows(frame, DeskLayout(frame.size, isBasisShown: isBasisShown)).place(number) != nil else { return }
        selected = number
        settle(in: frame)
    }

    /// On to the next matter whose track is still owed today; where there is none the mark stays.
    package mutating func advance(in frame: Frame) {
        let matters = matters(in: frame)
        let place = matters.firstIndex { $0 == selected } ?? 0
        let next = (matters[place...].dropFirst() + matters[..<place]).first { number in
            frame.scene.duties(of: number).contains { duty in
                if case .track = duty.kind { !duty.isDone } else { false }
            }
        }
        if let next { select(next, in: frame) }
    }

    package func matters(in frame: Frame) -> [MatterNumber] {
        rows(frame, DeskLayout(frame.size, isBasisShown: isBasisShown)).matters
    }

    package mutating func move(_ motion: Motion, in frame: Frame) {
        settle(in: frame)
        let layout = DeskLayout(frame.size, isBasisShown: isBasisShown)
        let rows = rows(frame, layout)
        guard !rows.matters.isEmpty else { return }
        let page = max(1, visible(layout, frame) - 1)
        let last = rows.lines.count - 1
        switch motion {
        case .up: go(to: line - 1, by: -1, rows)
        case .down: go(to: line + 1, by: 1, rows)
        case .pageUp: go(to: max(0, line - page), by: -1, rows)
        case .pageDown: go(to: min(last, line + page), by: 1, rows)
        case .home: go(to: 0, by: 1, rows)
        case .end: go(to: last, by: -1, rows)
        case .left, .right: break
        }
        settle(in: frame)
    }

    package mutating func click(_ point: Point, in frame: Frame) -> Bool {
        let layout = DeskLayout(frame.size, isBasisShown: isBasisShown)
        let rows = rows(frame, layout)
        if layout.counts.contains(point) {
            let counts = DeskCounts(scene: frame.scene, grouping: grouping)
            if let chosen = counts.grouping(at: point.x, width: frame.size.width) { grouping = chosen }
            settle(in: frame)
            return false
        }
        guard layout.list.contains(point) else { return false }
        let shown = DeskList.shown(rows, window: window, layout: layout, line: frame.line == nil ? nil : line)
        guard let index = shown[point.y - layout.list.y - 1, default: nil],
            let matter = rows.row(rows.lines[index])?.matter
        else { return false }
        defer {
            selected = matter
            settle(in: frame)
        }
        return selected == matter
    }

    /// Goes to the first row from a line on, in a direction; stays where there is none.
    private mutating func go(to start: Int, by step: Int, _ rows: DeskRows) {
        for direction in [step, -step] {
            var index = start
            while rows.lines.indices.contains(index) {
                if let row = rows.row(rows.lines[index]) {
                    selected = row.matter
                    return
                }
                index += direction
            }
            // Past an end of the list, the step itself does nothing.
            if abs(start - line) == 1 { return }
        }
    }

    private func nearestRow(_ start: Int, _ rows: DeskRows) -> Int {
        (start..<rows.lines.count).first { rows.row(rows.lines[$0]) != nil }
            ?? (0..<start).last { rows.row(rows.lines[$0]) != nil } ?? 0
    }

    /// The first row of the next group, round and round.
    private mutating func step(_ by: Int, in frame: Frame) {
        let rows = rows(frame, DeskLayout(frame.size, isBasisShown: isBasisShown))
        guard !rows.groups.isEmpty, rows.lines.indices.contains(line), case .row(let at, _) = rows.lines[line] else {
            return
        }
        let next = (at + by + rows.groups.count) % rows.groups.count
        self.selected = rows.groups[next].rows.first?.matter
    }

    private func visible(_ layout: DeskLayout, _ frame: Frame) -> Int {
        max(1, layout.list.height - 1 - (frame.line == nil ? 0 : 1))
    }

    private func rows(_ frame: Frame, _ layout: DeskLayout) -> DeskRows {
        let key = DeskKey(grouping: grouping, filter: filter, isNarrow: layout.isNarrow)
        return frame.scene.derived(key) {
            DeskRows(
                frame.scene,
                grouping,
                filter,
                hasHeadings: !layout.isNarrow || grouping != .light,
                hasGaps: !layout.isNarrow
            )
        }
    }

    private struct DeskKey: Hashable {
        var grouping: Grouping
        var filter: Filter
        var isNarrow: Bool
    }

    // MARK: Drawing

    package func draw(in frame: Frame, on canvas: Canvas) {
        let layout = DeskLayout(frame.size, isBasisShown: isBasisShown)
        let rows = rows(frame, layout)
        DeskCounts(scene: frame.scene, grouping: grouping).draw(on: canvas.region(layout.counts))
        let list = DeskList(scene: frame.scene, rows: rows, layout: layout, grouping: grouping, filter: filter)
        list.draw(
            window: window,
            marked: frame.marked,
            selected: rows.matters.isEmpty ? nil : line,
            typing: frame.line,
            on: canvas
        )
        if let basis = layout.basis, let selected {
            BasisPanel(frame.scene, selected).draw(on: canvas.region(basis))
        }
    }
}
