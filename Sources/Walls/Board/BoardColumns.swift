import Canvas
import Ledger
import Supervision
import Text
import Words

/// Draws the columns of the board, or on a narrow screen the strip of stages and one of them.
struct BoardColumns {
    struct State {
        var focus: Stage
        var selected: MatterNumber?
        /// The first column shown.
        var first: Int
        var windows: [Stage: ScrollWindow]
        var filter: Filter
        var move: Frame.Move?
        var marked: Set<MatterNumber> = []
    }

    let scene: Scene
    let rows: BoardRows
    let layout: BoardLayout
    let state: State
    private var words: Words { scene.words }

    init(scene: Scene, rows: BoardRows, layout: BoardLayout, state: State) {
        self.scene = scene
        self.rows = rows
        self.layout = layout
        self.state = state
    }

    /// The columns on the screen.
    private var shown: Range<Int> {
        if layout.form == .strip {
            let focus = BoardRows.column(of: state.focus)!
            return focus..<focus + 1
        }
        return state.first..<min(rows.columns.count, state.first + layout.columns)
    }

    func draw(on canvas: Canvas) {
        let heads = canvas.region(layout.head)
        if layout.form == .strip {
            drawStrip(on: heads)
        } else {
            for (place, index) in shown.enumerated() { drawHead(index, place, on: heads) }
        }
        for (place, index) in shown.enumerated() { drawCards(index, place, on: canvas) }
        if let move = state.move { drawMove(move, on: canvas) }
    }

    /// The column at a point, and the row of its card there.
    func hit(_ point: Point) -> (column: Int, row: Int?)? {
        if layout.form == .strip, point.y == layout.head.y {
            return strip(layout.head.width).first { $0.cells.contains(point.x - layout.head.x) }.map { ($0.index, nil) }
        }
        for (place, index) in shown.enumerated() {
            let x = layout.x(place)
            guard point.x >= x - 1, point.x <= x + layout.columnWidth, point.y >= layout.head.y else { continue }
            let column = rows.columns[index]
            let cards = visible(column)
            let top = layout.cards.y + topOffset(column, cards)
            guard point.y >= top else { return (index, nil) }
            let row = cards.lowerBound + (point.y - top) / layout.cardHeight(column.stage)
            return (index, cards.contains(row) ? row : nil)
        }
        return nil
    }

    private func visible(_ column: BoardRows.Column) -> Range<Int> {
        let count = column.cards.count
        let window = state.windows[column.stage] ?? ScrollWindow()
        return window.visible(of: count, rows: layout.capacity(column.stage, count: count))
    }

    /// Rows over the first card: the note on what is above.
    private func topOffset(_ column: BoardRows.Column, _ cards: Range<Int>) -> Int {
        (cards.lowerBound > 0 ? 1 : 0) + (state.move.map { isTarget(column, $0) } ?? false ? 4 : 0)
    }

    private func isTarget(_ column: BoardRows.Column, _ move: Frame.Move) -> Bool {
        layout.form == .columns && BoardRows.column(of: move.to) == BoardRows.column(of: column.stage)
    }

    // MARK: Heads

    private func drawHead(_ index: Int, _ place: Int, on canvas: Canvas) {
        let column = rows.columns[index]
        let x = layout.x(place)
        let width = layout.columnWidth
        let isFocused = column.stage == state.focus
        var runs = [Run("\(words.name(column.stage)) ", Style.title.bold)]
        runs += count(column)
        let used = canvas.put(runs, x: x, y: 0, width: width)
        let (fact, style) = fact(column)
        let hasMore = index == shown.upperBound - 1 && index < rows.columns.count - 1
        let end = x + width - (hasMore ? 1 : 0)
        if !fact.isEmpty, used + 3 + canvas.columns(fact) <= width { canvas.put(fact, right: end, y: 0, style) }
        canvas.put(isFocused ? .ruleHeavy : .rule, x: x, y: 1, Style(isFocused ? .gold : .faint), count: width)
        // More columns beyond the edges.
        if place == 0, index > 0 { canvas.put(.left, x: 0, y: 0, .gold) }
        if hasMore { canvas.put(.right, x: x + width, y: 0, .gold) }
    }

    private func count(_ column: BoardRows.Column) -> [Run] {
        if state.filter.isEmpty { return [Run("\(column.total)", Style.title.bold)] }
        return [Run("\(column.cards.count)", Style.gold.bold), Run("/\(column.total)", .dim)]
    }

    /// Gold where the office itself owes something.
    private func fact(_ column: BoardRows.Column) -> (String, Style) {
        let isOwed =
            switch column.fact {
            case .none, .signLimit, .onTime: false
            case .longestReview(_, let isDue): isDue
            case .recheck(let day): day <= scene.today
            case .notTracked, .incomplete: true
            }
        return (words.fact(column.fact), isOwed ? .gold : .dim)
    }

    /// The stages of the strip with their cells: as many as fit around the one in focus.
    private func strip(_ width: Int) -> [(index: Int, cells: Range<Int>)] {
        let focus = BoardRows.column(of: state.focus)!
        let widths = rows.columns.map { column in
            words.name(column.stage).columns() + count(column).reduce(3) { $0 + $1.text.columns() }
        }
        var range = focus..<focus + 1
        // 待签收 to 已办结 before the others.
        for index in [2, 3, 4, 5, 1, 6, 0] {
            let wider = min(range.lowerBound, index)..<max(range.upperBound, index + 1)
            if wider.reduce(0, { $0 + widths[$1] }) <= width - 4 { range = wider }
        }
        var x = 1
        return range.map { index in
            defer { x += widths[index] }
            return (index, x..<x + widths[index])
        }
    }

    /// All stages in one row.
    private func drawStrip(on canvas: Canvas) {
        let focus = BoardRows.column(of: state.focus)!
        let places = strip(canvas.width)
        let range = places[0].index..<places[places.count - 1].index + 1
        let x = places[places.count - 1].cells.upperBound
        if range.lowerBound > 0 { canvas.put(.left, x: 0, y: 0, .gold) }
        for (index, cells) in places {
            let column = rows.columns[index]
            let isFocused = index == focus
            let isTarget = state.move.map { BoardRows.column(of: $0.to) == index } ?? false
            let runs =
                [Run(" \(words.name(column.stage)) ", isTarget ? Style.gold.bold : .text)] + count(column) + [
                    Run(" ", .text)
                ]
            canvas.put(
                runs.map { Run($0.text, isFocused ? $0.style.on(.active) : $0.style) },
                x: cells.lowerBound,
                y: 0
            )
        }
        if range.upperBound < rows.columns.count { canvas.put(.right, x: x + 1, y: 0, .gold) }
        let (fact, style) = fact(rows.columns[focus])
        if x + 3 + canvas.columns(fact) < canvas.width { canvas.put(fact, right: canvas.width - 1, y: 0, style) }
        canvas.put(.rule, x: 1, y: 1, .faint, count: canvas.width - 2)
    }

    // MARK: Cards

    private func drawCards(_ index: Int, _ place: Int, on wall: Canvas) {
        let column = rows.columns[index]
        let canvas = wall.region(layout.cards)
        let x = layout.x(place)
        let width = layout.columnWidth
        let cards = visible(column)
        if column.cards.isEmpty {
            let text = state.filter.isEmpty ? words.empty(column.stage) : words.nothingMatches
            canvas.put(text, x: x + 3, y: topOffset(column, cards), .dim, width: width - 3)
            return
        }
        let above = cards.lowerBound
        let below = column.cards.count - cards.upperBound
        if above > 0 {
            canvas.put([Run(canvas.repertoire[.above], .dim), Run(" \(words.cardsAbove(above))", .dim)], x: x, y: 0)
        }
        var y = topOffset(column, cards)
        let height = layout.cardHeight(column.stage)
        var last = cards.lowerBound
        for row in cards where y + height - 1 <= canvas.height - (below > 0 ? 1 : 0) {
            let number = column.cards[row]
            let rect = Rect(x: x - 1, y: y, width: width + 1, height: height - 1)
            let card = canvas.region(rect)
            BoardCard(scene, number, filter: state.filter)?
                .draw(isWide: layout.form == .strip, isSelected: number == state.selected, on: card)
            if number == state.selected { card.mark(card.bounds) }
            if state.marked.contains(number) { card.putMark(x: 3, y: 0) }
            y += height
            last = row + 1
        }
        if last < column.cards.count {
            let bottom = canvas.height - 1
            let more = words.cardsBelow(column.cards.count - last)
            canvas.put([Run(canvas.repertoire[.below], .dim), Run(" \(more)", .dim)], x: x, y: bottom)
            canvas.put(words.place(cards.lowerBound..<last, of: column.cards.count), right: x + width, y: bottom, .dim)
        }
        let window = state.windows[column.stage] ?? ScrollWindow()
        let capacity = layout.capacity(column.stage, count: column.cards.count)
        if column.cards.count > capacity, layout.form == .columns {
            drawThumb(window, column.cards.count, capacity, x: x + width, on: canvas)
        }
    }

    private func drawThumb(_ window: ScrollWindow, _ count: Int, _ capacity: Int, x: Int, on canvas: Canvas) {
        let rows = canvas.height - 1
        let length = max(2, rows * capacity / count)
        let first = window.visible(of: count, rows: capacity).lowerBound
        let start = first * (rows - length) / max(1, count - capacity)
        canvas.put(.thumb, x: x, y: start, .faint, down: length)
    }

    // MARK: Moving

    /// The card becomes a ghost that says where it goes; its new place is a dashed frame; all else steps back.
    private func drawMove(_ move: Frame.Move, on canvas: Canvas) {
        canvas.veil()
        let heads = canvas.region(layout.head)
        let target = BoardRows.column(of: move.to)
        let source = rows.place(move.matter)?.column
        if layout.form == .strip {
            drawStrip(on: heads)
        } else {
            for (place, index) in shown.enumerated() where index == source || index == target {
                drawHead(index, place, on: heads)
            }
        }
        let cards = canvas.region(layout.cards)
        for (place, index) in shown.enumerated() {
            let x = layout.x(place)
            let width = layout.columnWidth
            if index == target, layout.form == .columns {
                let frame = cards.frame(
                    Rect(x: x, y: 0, width: width, height: 3),
                    ink: .gold,
                    isDashed: true
                )
                frame.put(scene.matter(move.matter).map(words.title) ?? "", x: 0, y: 0, .gold, width: frame.width)
            }
            if index == source, let row = rows.place(move.matter)?.row {
                let column = rows.columns[index]
                let visible = visible(column)
                guard visible.contains(row) else { continue }
                let height = layout.cardHeight(column.stage)
                let y = topOffset(column, visible) + (row - visible.lowerBound) * height
                cards.fill(Rect(x: x, y: y + 1, width: width, height: height - 2))
                cards.put(
                    [Run(words.moving(to: move.to), .gold), Run(" \(cards.repertoire[.more])", .gold)],
                    x: x + 3,
                    y: y + 1
                )
                cards.restyle(Rect(x: x - 1, y: y, width: 1, height: height - 1)) { _ in .gold }
            }
        }
    }
}
