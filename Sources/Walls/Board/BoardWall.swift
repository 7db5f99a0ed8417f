package import Canvas
package import Ledger
import Supervision
import Words

/// The task board (任务板): where work piles up, and which card needs a hand.
///
/// Cards by stage, or swimlanes by unit, person or function group. No column has a limit: nobody may refuse work because
/// a column is full.
package struct BoardWall: Wall, Hashable {
    package var filter = Filter.none
    private(set) var grouping = Grouping.stage
    private var selected: MatterNumber?
    /// The column with the focus, which may be empty.
    private var focus = Stage.inHand
    /// The row of the selected card, for the day the card is gone.
    private var row = 0
    /// The first column shown, and the part of each column that is shown.
    private var firstColumn = 2
    private var windows: [Stage: ScrollWindow] = [:]
    private var laneWindow = ScrollWindow()
    private var isDetailShown = true

    enum Grouping: Int, Hashable, CaseIterable {
        case stage, unit, person, group
    }

    package init() {}

    package var abilities: Set<Ability> { [.group, .trouble, .filter, .basis, .nextPart, .previousPart] }

    package mutating func perform(_ ability: Ability, in frame: Frame) {
        switch ability {
        case .group:
            grouping = Grouping(rawValue: (grouping.rawValue + 1) % Grouping.allCases.count)!
            laneWindow = ScrollWindow()
        case .trouble: filter.isTroubleOnly.toggle()
        case .basis: isDetailShown.toggle()
        case .nextPart: grouping == .stage ? shift(1, in: frame) : stepLane(1, in: frame)
        case .previousPart: grouping == .stage ? shift(-1, in: frame) : stepLane(-1, in: frame)
        default: break
        }
        settle(in: frame)
    }

    // MARK: Selection

    package mutating func settle(in frame: Frame) {
        if grouping == .stage { settleColumns(in: frame) } else { settleLanes(in: frame) }
    }

    package func selection(in frame: Frame) -> MatterNumber? { selected }

    package mutating func select(_ number: MatterNumber, in frame: Frame) {
        guard rows(frame).place(number) != nil else { return }
        selected = number
        settle(in: frame)
    }

    package func matters(in frame: Frame) -> [MatterNumber] {
        grouping == .stage ? rows(frame).columns.flatMap(\.cards) : lanes(frame).matters
    }

    package mutating func move(_ motion: Motion, in frame: Frame) {
        settle(in: frame)
        if grouping != .stage {
            moveLanes(motion, in: frame)
        } else {
            let column = rows(frame).columns[BoardRows.column(of: focus)!]
            let page = max(1, layout(frame).capacity(focus, count: column.cards.count) - 1)
            if motion == .left { shift(-1, in: frame) }
            if motion == .right { shift(1, in: frame) }
            if motion != .left, motion != .right {
                row = motion.place(from: row, of: column.cards.count, page: page)
                selected = column.cards.isEmpty ? nil : column.cards[row]
            }
        }
        settle(in: frame)
    }

    package func response(at point: Point, in frame: Frame) -> Response? {
        let area = grouping == .stage ? layout(frame).toolbar : BoardLaneLayout(frame.size, lanes(frame)).toolbar
        guard area.contains(point) else { return nil }
        return toolbar(frame).matters(at: point.x, width: area.width)
    }

    package mutating func click(_ point: Point, in frame: Frame) -> Bool {
        let before = selected
        if grouping != .stage {
            guard let number = drawnLanes(frame).matter(at: point) else { return false }
            selected = number
        } else {
            let layout = layout(frame)
            let rows = rows(frame)
            guard
                let (index, row) = BoardColumns(scene: frame.scene, rows: rows, layout: layout, state: state(frame))
                    .hit(point)
            else { return false }
            focus = BoardRows.stages[index]
            if let row { selected = rows.columns[index].cards[row] } else { selected = nil }
        }
        settle(in: frame)
        return selected != nil && before == selected
    }

    package func stage(at point: Point, in frame: Frame) -> Stage? {
        if grouping != .stage { return drawnLanes(frame).stage(at: point) }
        return BoardColumns(scene: frame.scene, rows: rows(frame), layout: layout(frame), state: state(frame))
            .hit(point).map { BoardRows.stages[$0.column] }
    }

    package mutating func wheel(_ rows: Int, at point: Point, in frame: Frame) {
        for _ in 0..<abs(rows) { move(rows < 0 ? .up : .down, in: frame) }
    }

    // MARK: Columns

    private mutating func settleColumns(in frame: Frame) {
        let rows = rows(frame)
        let layout = layout(frame)
        if let selected, let place = rows.place(selected) {
            // The focus follows a card that moved to another stage.
            focus = BoardRows.stages[place.column]
            row = place.row
        } else {
            let cards = rows.columns[BoardRows.column(of: focus)!].cards
            row = max(0, min(row, cards.count - 1))
            selected = cards.isEmpty ? nil : cards[row]
        }
        let column = BoardRows.column(of: focus)!
        let count = rows.columns[column].cards.count
        windows[focus] = (windows[focus] ?? ScrollWindow())
            .showing(row, of: count, rows: layout.capacity(focus, count: count), margin: 0)
        // The column with the focus and the one a card is moved to are in view.
        var shown = column...column
        if let to = frame.move.flatMap({ BoardRows.column(of: $0.to) }), abs(to - column) < layout.columns {
            shown = min(to, column)...max(to, column)
        }
        firstColumn = min(firstColumn, shown.lowerBound)
        firstColumn = max(firstColumn, shown.upperBound - layout.columns + 1)
        firstColumn = max(0, min(firstColumn, BoardRows.stages.count - layout.columns))
    }

    /// Goes to a neighbouring column, to the card at about the same height.
    private mutating func shift(_ by: Int, in frame: Frame) {
        let rows = rows(frame)
        let layout = layout(frame)
        let column = BoardRows.column(of: focus)! + by
        guard rows.columns.indices.contains(column) else { return }
        let offset = row - (windows[focus]?.first ?? 0)
        focus = BoardRows.stages[column]
        let cards = rows.columns[column].cards
        let window = windows[focus] ?? ScrollWindow()
        let visible = window.visible(of: cards.count, rows: layout.capacity(focus, count: cards.count))
        row = max(0, min(visible.lowerBound + offset, visible.upperBound - 1))
        selected = cards.isEmpty ? nil : cards[row]
    }

    // MARK: Lanes

    private mutating func settleLanes(in frame: Frame) {
        let lanes = lanes(frame)
        if selected.flatMap(lanes.place) == nil { selected = lanes.matters.first }
        guard let selected, let place = lanes.place(selected) else { return }
        if let matter = frame.scene.matter(selected) { focus = matter.stage == .suspended ? .parked : matter.stage }
        let height = BoardLaneLayout(frame.size, lanes).lanes.height
        laneWindow = laneWindow.showing(place.line, of: lanes.lines.count, rows: height, margin: 2)
    }

    private mutating func moveLanes(_ motion: Motion, in frame: Frame) {
        let lanes = lanes(frame)
        guard let selected, let place = lanes.place(selected) else { return }
        let page = max(1, BoardLaneLayout(frame.size, lanes).lanes.height - 2)
        let next: MatterNumber? =
            switch motion {
            case .up: lanes.next(from: place, by: -1)
            case .down: lanes.next(from: place, by: 1)
            case .pageUp: lanes.nearest(line: place.line - page, column: place.column)
            case .pageDown: lanes.nearest(line: place.line + page, column: place.column)
            case .home: lanes.nearest(line: 0, column: place.column)
            case .end: lanes.nearest(line: .max, column: place.column)
            case .left: lanes.beside(place, by: -1)
            case .right: lanes.beside(place, by: 1)
            }
        if let next { self.selected = next }
    }

    private mutating func stepLane(_ by: Int, in frame: Frame) {
        let lanes = lanes(frame)
        guard let selected, let place = lanes.place(selected), !lanes.lanes.isEmpty else { return }
        let lane = (place.lane + by + lanes.lanes.count) % lanes.lanes.count
        self.selected = lanes.lanes[lane].cells.first { !$0.isEmpty }?.first
    }

    // MARK: Prepared

    private func rows(_ frame: Frame) -> BoardRows {
        let filter = filter
        return frame.scene.derived(RowsKey(filter: filter)) { BoardRows(frame.scene, filter) }
    }

    private func lanes(_ frame: Frame) -> BoardLanes {
        let isNarrow = frame.size.width < 110
        let key = LanesKey(filter: filter, grouping: grouping, isNarrow: isNarrow)
        return frame.scene.derived(key) { BoardLanes(frame.scene, grouping, filter, isNarrow: isNarrow) }
    }

    private func layout(_ frame: Frame) -> BoardLayout { BoardLayout(frame.size, isDetailShown: isDetailShown) }

    private func toolbar(_ frame: Frame) -> BoardToolbar {
        BoardToolbar(scene: frame.scene, grouping: grouping, filter: filter, hits: rows(frame).count)
    }

    private func state(_ frame: Frame) -> BoardColumns.State {
        BoardColumns.State(
            focus: focus,
            selected: selected,
            first: firstColumn,
            windows: windows,
            filter: filter,
            move: frame.move,
            marked: frame.marked
        )
    }

    private struct RowsKey: Hashable {
        var filter: Filter
    }

    private struct LanesKey: Hashable {
        var filter: Filter
        var grouping: Grouping
        var isNarrow: Bool
    }

    private func drawnLanes(_ frame: Frame) -> BoardLaneView {
        BoardLaneView(
            scene: frame.scene,
            lanes: lanes(frame),
            size: frame.size,
            window: laneWindow,
            selected: selected,
            filter: filter,
            move: frame.move,
            marked: frame.marked
        )
    }

    // MARK: Drawing

    package func draw(in frame: Frame, on canvas: Canvas) {
        let scene = frame.scene
        let layout = layout(frame)
        let rows = rows(frame)
        let toolbar = toolbar(frame)
        guard grouping == .stage else {
            toolbar.draw(on: canvas.region(BoardLaneLayout(frame.size, lanes(frame)).toolbar))
            drawnLanes(frame).draw(on: canvas)
            return
        }
        toolbar.draw(on: canvas.region(layout.toolbar))
        if let detail = layout.detail, let selected {
            BoardDetail(scene, selected).draw(on: canvas.region(detail))
        }
        let columns = BoardColumns(scene: scene, rows: rows, layout: layout, state: state(frame))
        columns.draw(on: canvas)
    }
}
