package import Canvas
package import Ledger
import Supervision
import Text
import Words

/// The timeline (进度): is a campaign where its plan says it should be today, and when will it end at this pace.
package struct TimelineWall: Wall, Hashable {
    package var filter = Filter.none
    private(set) var zoom = DayAxis.Zoom.month
    private(set) var grouping = Grouping.campaign
    /// Weeks (three in the zoom by quarter) that the axis was moved.
    private(set) var steps = 0
    private var folded: Set<TimelineRows.Group> = []
    private var selected: TimelineRows.Row?
    /// Where the selected row stands, for the day it is gone.
    private var place = 0
    private var window = ScrollWindow()
    private var isCurveOnly = false

    enum Grouping: Int, Hashable, CaseIterable {
        case campaign, unit
    }

    package init() {}

    package var abilities: Set<Ability> { [.group, .trouble, .filter, .nextPart, .previousPart, .zoom, .fold] }

    package mutating func perform(_ ability: Ability, in frame: Frame) {
        switch ability {
        case .group:
            grouping = Grouping(rawValue: (grouping.rawValue + 1) % Grouping.allCases.count)!
            if case .group? = selected { selected = nil }
        case .trouble: filter.isTroubleOnly.toggle()
        case .nextPart, .previousPart: isCurveOnly.toggle()
        case .zoom: zoom = DayAxis.Zoom(rawValue: (zoom.rawValue + 1) % DayAxis.Zoom.allCases.count)!
        case .fold: fold(in: frame)
        default: break
        }
        settle(in: frame)
    }

    /// On a group it folds or unfolds it; on a matter it folds the group and goes to its head.
    private mutating func fold(in frame: Frame) {
        let rows = rows(frame).rows
        guard let selected, let index = rows.firstIndex(of: selected),
            case .group(let group)? = rows[...index].last(where: { if case .group = $0 { true } else { false } })
        else { return }
        if folded.contains(group) { folded.remove(group) } else { folded.insert(group) }
        self.selected = .group(group)
    }

    // MARK: Selection

    package mutating func settle(in frame: Frame) {
        let rows = rows(frame)
        guard !rows.rows.isEmpty else {
            selected = nil
            place = 0
            return
        }
        if let selected, let index = rows.place(selected) {
            place = index
        } else {
            place = max(0, min(place, rows.rows.count - 1))
            selected = rows.rows[place]
        }
        window = window.showing(place, of: rows.rows.count, rows: layout(frame).rows.height)
    }

    package func selection(in frame: Frame) -> MatterNumber? {
        if case .matter(let number)? = selected { number } else { nil }
    }

    package func activate(in frame: Frame) -> Response? {
        switch selected {
        case .matter(let number)?: .open(number)
        case .group?: .perform(.fold)
        case nil: nil
        }
    }

    package mutating func select(_ number: MatterNumber, in frame: Frame) {
        guard let span = frame.scene.timelineSpan(number) else { return }
        let group: TimelineRows.Group =
            grouping == .campaign
            ? span.campaign.map { .campaign($0) } ?? .others : span.lead.map { .unit($0) } ?? .others
        folded.remove(group)
        guard rows(frame).place(.matter(number)) != nil else { return }
        selected = .matter(number)
        settle(in: frame)
    }

    package func matters(in frame: Frame) -> [MatterNumber] { rows(frame).matters }

    package mutating func move(_ motion: Motion, in frame: Frame) {
        settle(in: frame)
        let rows = rows(frame).rows
        let page = max(1, layout(frame).rows.height - 1)
        if motion == .left { steps = max(-600, steps - 1) }
        if motion == .right { steps = min(600, steps + 1) }
        place = motion.place(from: place, of: rows.count, page: page)
        selected = rows.isEmpty ? nil : rows[place]
        settle(in: frame)
    }

    package mutating func click(_ point: Point, in frame: Frame) -> Bool {
        let layout = layout(frame)
        if layout.toolbar.contains(point) {
            let toolbar = TimelineToolbar(frame.scene, zoom: zoom, grouping: grouping)
            if let chosen = toolbar.zoom(at: point.x) { zoom = chosen }
            settle(in: frame)
            return false
        }
        guard layout.rows.contains(point) else { return false }
        let rows = rows(frame)
        let index = window.visible(of: rows.rows.count, rows: layout.rows.height).lowerBound + point.y - layout.rows.y
        guard rows.rows.indices.contains(index) else { return false }
        let before = selected
        selected = rows.rows[index]
        settle(in: frame)
        if case .group? = selected, point.x < 3 {
            fold(in: frame)
            settle(in: frame)
            return false
        }
        return before == selected
    }

    // MARK: Prepared

    private func rows(_ frame: Frame) -> TimelineRows {
        let key = RowsKey(grouping: grouping, filter: filter, folded: folded)
        return frame.scene.derived(key) { TimelineRows(frame.scene, grouping, filter, folded: folded) }
    }

    private struct RowsKey: Hashable {
        var grouping: Grouping
        var filter: Filter
        var folded: Set<TimelineRows.Group>
    }

    private func layout(_ frame: Frame) -> TimelineLayout {
        TimelineLayout(frame.size, rows: rows(frame).rows.count, isCurveOnly: isCurveOnly)
    }

    // MARK: Drawing

    package func draw(in frame: Frame, on canvas: Canvas) {
        let scene = frame.scene
        let rows = rows(frame)
        let layout = layout(frame)
        let axis = DayAxis(zoom, today: scene.today, steps: steps, width: layout.axisWidth)
        TimelineToolbar(scene, zoom: zoom, grouping: grouping).draw(axis, on: canvas.region(layout.toolbar))
        if isCurveOnly {
            if let curve = layout.curve { drawCurve(axis, rows, layout, on: canvas.region(curve), scene) }
            return
        }
        drawHead(axis, layout, on: canvas.region(layout.head), scene)
        let area = canvas.region(layout.rows)
        if rows.rows.isEmpty {
            let text = filter.isEmpty ? scene.words.noCampaignYet : scene.words.nothingMatches
            area.put(text, x: 2, y: 1, .dim, width: area.width - 2)
        }
        let visible = window.visible(of: rows.rows.count, rows: area.height)
        let drawing = TimelineRowView(
            scene: scene,
            rows: rows,
            layout: layout,
            axis: axis,
            filter: filter,
            folded: folded,
            marked: frame.marked
        )
        for (offset, index) in visible.enumerated() {
            let row = area.region(x: 0, y: offset, width: area.width, height: 1)
            drawing.draw(rows.rows[index], isSelected: rows.rows[index] == selected, on: row)
        }
        let chart = canvas.region(x: layout.labels, y: layout.rows.y, width: axis.width, height: layout.rows.height)
        if let today = axis.cells(scene.today, through: scene.today) {
            for y in visible.count..<max(visible.count, chart.height) {
                chart.put(.wall, x: today.lowerBound, y: y, .gold)
            }
        }
        axis.shade(chart, scene.ledger.calendar, rows: 0..<chart.height)
        if let selected, let index = rows.place(selected), visible.contains(index) {
            area.mark(Rect(x: 0, y: index - visible.lowerBound, width: layout.labels - 1, height: 1))
        }
        area.thumb(window, of: rows.rows.count, x: layout.labels - 1, y: 0, rows: area.height, ink: .faint)
        if let curve = layout.curve { drawCurve(axis, rows, layout, on: canvas.region(curve), scene) }
        if let detail = layout.detail, let selected {
            let line = TimelineDetail(scene).line(selected)
            canvas.region(detail).put(line, x: 2, y: 0, width: detail.width - 3)
        }
    }

    private func drawHead(_ axis: DayAxis, _ layout: TimelineLayout, on canvas: Canvas, _ scene: Scene) {
        let words = scene.words
        let end = layout.labels - 2
        canvas.put(words.timelineHead(grouping == .campaign), x: 1, y: 0, .dim, width: end - 6)
        if layout.hasPersons {
            let x = TimelineRowView.personColumn(layout, scene)
            canvas.put(words.personHead, x: x, y: 0, .dim)
        }
        canvas.put(words.doneHead, right: end, y: 0, .dim)
        TimelineHead(axis: axis, scene: scene)
            .draw(on: canvas.region(x: layout.labels, y: 0, width: axis.width, height: TimelineHead.rows))
    }

    private func drawCurve(
        _ axis: DayAxis,
        _ rows: TimelineRows,
        _ layout: TimelineLayout,
        on canvas: Canvas,
        _ scene: Scene
    ) {
        TimelineCurve(scene: scene, axis: axis, labels: layout.labels, subject: selected, isAlone: isCurveOnly)
            .draw(on: canvas)
    }
}
