import Canvas
import Ledger
import Supervision
import Text
import Words

/// Draws the swimlanes of the board.
struct BoardLaneView {
    let scene: Scene
    let lanes: BoardLanes
    let size: Size
    let window: ScrollWindow
    let selected: MatterNumber?
    let filter: Filter
    let move: Frame.Move?
    let marked: Set<MatterNumber>
    private var words: Words { scene.words }
    private var layout: BoardLaneLayout { BoardLaneLayout(size, lanes) }

    init(
        scene: Scene,
        lanes: BoardLanes,
        size: Size,
        window: ScrollWindow,
        selected: MatterNumber?,
        filter: Filter,
        move: Frame.Move?,
        marked: Set<MatterNumber>
    ) {
        self.scene = scene
        self.lanes = lanes
        self.size = size
        self.window = window
        self.selected = selected
        self.filter = filter
        self.move = move
        self.marked = marked
    }

    func draw(on wall: Canvas) {
        let layout = layout
        let columns = layout.columns(label: lanes.labelWidth)
        if !lanes.isNarrow { drawHead(columns, on: wall.region(layout.head)) }
        let canvas = wall.region(layout.lanes)
        if lanes.lanes.isEmpty {
            canvas.put(filter.isEmpty ? words.empty(.inHand) : words.nothingMatches, x: 3, y: 0, .dim)
        }
        let visible = window.visible(of: lanes.lines.count, rows: canvas.height)
        var labelled: (lane: Int, y: Int)?
        // Rows of the first lane that are scrolled out above it.
        var above = 0
        for (y, index) in visible.enumerated() {
            switch lanes.lines[index] {
            case .rule(let lane):
                if lanes.isNarrow {
                    drawHeading(lane, y, on: canvas)
                } else if y > 0 {
                    canvas.put(.rule, x: 1, y: y, .faint, count: canvas.width - 2)
                }
            case .row(let lane, let row):
                if lanes.isNarrow {
                    let number = lanes.lanes[lane].cells[0][row]
                    drawRow(number, on: canvas.region(x: 0, y: y, width: canvas.width, height: 1))
                } else {
                    // The name stands on the first row of the lane that is to be seen.
                    if labelled?.lane != lane {
                        drawLabel(lane, columns, y, on: canvas)
                        labelled = (lane, y)
                        above = row
                    } else if labelled?.y == y - 1 {
                        let subtitle = lanes.lanes[lane].subtitle
                        let note = above > 0 ? "\(canvas.repertoire[.above]) \(words.rowsAbove(above))" : ""
                        canvas.put(
                            subtitle.isEmpty ? note : subtitle,
                            x: columns[0].lowerBound,
                            y: y,
                            subtitle.isEmpty ? .dim : .text,
                            width: columns[0].count
                        )
                    }
                    drawCells(lane, row, columns, y, on: canvas)
                }
            }
        }
        canvas.thumb(window, of: lanes.lines.count, x: canvas.width - 1, y: 0, rows: canvas.height, ink: .faint)
        if let idle = layout.idle { drawIdle(on: wall.region(idle)) }
        if let detail = layout.detail, let selected { drawDetail(selected, on: wall.region(detail)) }
    }

    /// The matter at a point of the wall.
    func matter(at point: Point) -> MatterNumber? {
        let layout = layout
        guard layout.lanes.contains(point) else { return nil }
        let visible = window.visible(of: lanes.lines.count, rows: layout.lanes.height)
        let index = visible.lowerBound + point.y - layout.lanes.y
        guard visible.contains(index), case .row(let lane, let row) = lanes.lines[index] else { return nil }
        let cells = lanes.lanes[lane].cells
        if lanes.isNarrow { return cells[0][row] }
        let columns = layout.columns(label: lanes.labelWidth)
        guard
            let column = (0..<3).first(where: {
                (columns[$0 + 1].lowerBound - 1..<columns[$0 + 1].upperBound).contains(point.x)
            }),
            cells[column].indices.contains(row)
        else { return nil }
        return cells[column][row]
    }

    /// The stage whose column stands at a point.
    func stage(at point: Point) -> Stage? {
        let layout = layout
        guard !lanes.isNarrow, layout.lanes.contains(point) else { return nil }
        let columns = layout.columns(label: lanes.labelWidth)
        return zip([Stage.issued, .inHand, .reported, .settled], columns.dropFirst())
            .first { ($1.lowerBound - 1...$1.upperBound).contains(point.x) }?.0
    }

    // MARK: Heads and labels

    private func drawHead(_ columns: [Range<Int>], on canvas: Canvas) {
        let label = columns[0]
        canvas.put(words.inHand, right: label.upperBound - 4, y: 0, .dim)
        canvas.put(words.letter(Light.red), right: label.upperBound, y: 0, .dim)
        canvas.put(.rule, x: label.lowerBound, y: 1, .faint, count: label.count)
        for (index, stage) in [Stage.issued, .inHand, .reported, .settled].enumerated() {
            let range = columns[index + 1]
            canvas.put(
                [Run("\(words.name(stage)) ", Style.title.bold), Run("\(lanes.counts[index])", Style.title.bold)],
                x: range.lowerBound,
                y: 0,
                width: range.count
            )
            canvas.put(.rule, x: range.lowerBound, y: 1, .faint, count: range.count)
        }
    }

    private func drawLabel(_ index: Int, _ columns: [Range<Int>], _ y: Int, on canvas: Canvas) {
        let lane = lanes.lanes[index]
        let range = columns[0]
        canvas.put(lane.title, x: range.lowerBound, y: y, Style.title.bold, width: range.count - 9)
        canvas.put("\(lane.open)", right: range.upperBound - 4, y: y, .text)
        if lane.overdue > 0 {
            canvas.put("\(lane.overdue)", right: range.upperBound, y: y, Style.red.bold)
        } else {
            canvas.put(.dot, x: range.upperBound - 1, y: y, .faint)
        }
        // The settled ones as small squares: what is done has a place, but no words.
        let done = columns[4]
        guard lane.settled > 0 else { return }
        let used = canvas.put("\(lane.settled)", right: done.upperBound, y: y, .dim)
        canvas.put(.square, x: done.lowerBound, y: y, .blue, count: min(lane.settled, done.count - used - 1))
    }

    private func drawHeading(_ index: Int, _ y: Int, on canvas: Canvas) {
        let lane = lanes.lanes[index]
        var right = [Run("\(words.inHand) \(lane.open)", .dim)]
        if lane.overdue > 0 {
            right += [Run("  \(words.letter(Light.red)) ", .dim), Run("\(lane.overdue)", Style.red.bold)]
        }
        let title = [Run(lane.title, Style.title.bold), Run(lane.subtitle.isEmpty ? "" : "  " + lane.subtitle, .text)]
        canvas.rule(title, right: right, y: y, width: canvas.width - 2)
    }

    private func drawIdle(on canvas: Canvas) {
        var names: [String] = []
        var used = 40
        for name in lanes.idle {
            used += canvas.columns(name) + 2
            if used > canvas.width { break }
            names.append(name)
        }
        canvas.put(words.idleLanes(names, lanes.idle.count), x: 1, y: 0, .dim, width: canvas.width - 2)
    }

    // MARK: Matters

    private func drawCells(_ index: Int, _ row: Int, _ columns: [Range<Int>], _ y: Int, on canvas: Canvas) {
        for (column, cell) in lanes.lanes[index].cells.enumerated() where cell.indices.contains(row) {
            let range = columns[column + 1]
            let number = cell[row]
            let region = canvas.region(x: range.lowerBound - 1, y: y, width: range.count + 1, height: 1)
            draw(number, hasQuantity: column == 1, on: region)
            if number == selected { region.mark(region.bounds) }
        }
    }

    private func draw(_ number: MatterNumber, hasQuantity: Bool, on canvas: Canvas) {
        guard let matter = scene.matter(number), let judgement = scene.judgement(number) else { return }
        canvas.put(judgement.light, words, x: 1, y: 0)
        if marked.contains(number) { canvas.putMark(x: 3, y: 0) }
        var end = canvas.width
        if let move, move.matter == number {
            end -= canvas.put(words.moving(to: move.to), right: end, y: 0, .gold) + 1
        } else if canvas.width >= 24 {
            let isWrong = [.red, .orange, .yellow].contains(judgement.light)
            end -= canvas.put(words.brief(judgement), right: end, y: 0, isWrong ? Style(judgement.light.ink) : .dim) + 2
            if hasQuantity, canvas.width >= 44, matter.hasPlan, let line = matter.quantity {
                let amounts = "\(words.amount(line.done))/\(words.amount(line.target))"
                end = min(end, canvas.width - 12)
                end -= canvas.put(amounts, right: end, y: 0, .text) + 1
            }
        }
        let style = number == selected ? Style.title.bold : .text
        canvas.put(words.title(matter), x: 4, y: 0, style, width: end - 4, finding: filter)
    }

    /// A row over the full width of a narrow screen, its stage named.
    private func drawRow(_ number: MatterNumber, on canvas: Canvas) {
        guard let matter = scene.matter(number), let judgement = scene.judgement(number) else { return }
        canvas.put(judgement.light, words, x: 2, y: 0)
        if marked.contains(number) { canvas.putMark(x: 1, y: 0) }
        canvas.put(words.number(matter), x: 5, y: 0, .dim)
        let start = 5 + scene.measures.number + 1
        let isWrong = [.red, .orange, .yellow].contains(judgement.light)
        var end = canvas.width - 2
        let brief = words.brief(judgement)
        if brief != words.name(matter.stage) {
            canvas.put(brief, x: end - 10, y: 0, isWrong ? Style(judgement.light.ink) : .dim, width: 11)
        }
        end -= 11
        let stage = move.map { $0.matter == number } ?? false ? words.moving(to: move!.to) : words.name(matter.stage)
        end -= max(8, canvas.put(stage, right: end, y: 0, stage == words.name(matter.stage) ? .dim : .gold)) + 1
        let style = number == selected ? Style.title.bold : .text
        canvas.put(words.title(matter), x: start, y: 0, style, width: end - start, finding: filter)
        if number == selected { canvas.mark(canvas.bounds) }
    }

    /// The selected matter in three lines under a rule.
    private func drawDetail(_ number: MatterNumber, on canvas: Canvas) {
        guard let matter = scene.matter(number), let judgement = scene.judgement(number) else { return }
        canvas.rule(
            words.selectedMatter,
            right: "\(words.number(matter))  \(words.name(matter.kind))  \(words.name(matter.stage))",
            x: 1,
            y: 0,
            width: canvas.width - 2
        )
        canvas.put(judgement.light, words, x: 1, y: 1)
        let reason = words.reason(judgement, of: matter)
        let end = canvas.width - 1 - canvas.put(reason, right: canvas.width - 1, y: 1, judgement.light.reasonStyle) - 2
        let campaign = words.campaign(matter.campaign, in: scene.ledger)
        canvas.put(
            [
                Run(words.title(matter), Style.title.bold),
                Run("   \(words.unit(matter.lead, in: scene.ledger))", .text),
                Run(" \(words.person(matter.person, in: scene.ledger))", .text),
                Run("   \(matter.post.string)", .dim), Run(campaign.isEmpty ? "" : "   \(campaign)", .dim),
            ],
            x: 4,
            y: 1,
            width: end - 4
        )
        var x = 4
        if matter.hasPlan, let line = matter.quantity {
            let width = min(40, canvas.width / 4)
            canvas.put(
                Bar(done: matter.progress, planned: judgement.plan?.expected ?? 1000, total: 1000),
                .owed,
                x: x,
                y: 2,
                width: width,
                light: judgement.light.ink
            )
            x += width + 2
            x += canvas.put(words.quantity(line), x: x, y: 2, .text) + 3
            if let plan = judgement.plan {
                let expected = Amount(thousandths: line.target.thousandths * Int64(plan.expected) / 1000)
                x += canvas.put(words.shouldBe(words.rate(expected)), x: x, y: 2, .dim) + 3
            }
        } else {
            canvas.put(words.sentence(judgement), x: x, y: 2, .text, width: canvas.width - 20)
        }
        if let due = matter.due {
            canvas.put(words.limit(due.day(scene.ledger.offset)), right: canvas.width - 1, y: 2, .dim)
        }
        let duties = scene.duties(of: number).map(words.line).joined(separator: "   ")
        if !duties.isEmpty {
            canvas.put([Run("\(words.todaysDuties)  ", .dim), Run(duties, .text)], x: 4, y: 3, width: canvas.width - 5)
        }
    }
}
