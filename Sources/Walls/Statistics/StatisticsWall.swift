package import Canvas
package import Ledger
import Supervision
import Text
import Words

/// Statistics (统计): is more settled in time than before, how long does it take, and how old is what is overdue.
///
/// The street first; units only when asked (g) and never below ten matters; persons never; nothing is ranked.
package struct StatisticsWall: Wall, Hashable {
    package var filter = Filter.none
    private(set) var span = Statistics.Span.month
    private(set) var isByUnit = false
    private var block = Block.rates
    private var row = 0
    /// Nobody has moved yet: the running period is what one comes for.
    private var isFresh = true
    private var window = ScrollWindow()

    enum Block: Int, Hashable, CaseIterable {
        case rates, durations, ages, sources
        /// The rates with all that they rest on, as figures; where there is no room beside the rest, a page of its own.
        case table
    }

    package init() {}

    package var abilities: Set<Ability> { [.group, .zoom, .nextPart, .previousPart] }

    package mutating func perform(_ ability: Ability, in frame: Frame) {
        let all = Block.allCases
        switch ability {
        case .group:
            isByUnit.toggle()
            go(to: block == .table ? .table : .rates, in: frame)
        case .zoom:
            span = Statistics.Span(rawValue: (span.rawValue + 1) % Statistics.Span.allCases.count)!
            if block == .rates || block == .table { go(to: block, in: frame) }
        case .nextPart: go(to: all[(block.rawValue + 1) % all.count], in: frame)
        case .previousPart: go(to: all[(block.rawValue + all.count - 1) % all.count], in: frame)
        default: break
        }
        settle(in: frame)
    }

    /// Periods are read from the running one, everything else from the top.
    private mutating func go(to other: Block, in frame: Frame) {
        block = other
        row = (other == .rates || other == .table) && !isByUnit ? content(frame).rates.count - 1 : 0
    }

    // MARK: Selection

    package mutating func settle(in frame: Frame) {
        let rows = content(frame).rows(block)
        if isFresh {
            isFresh = false
            row = rows.count - 1
        }
        row = max(0, min(row, rows.count - 1))
        if block == .rates || block == .table {
            window = window.showing(row, of: rows.count, rows: StatisticsRates.rows(in: layout(frame)[block]))
        }
    }

    package func selection(in frame: Frame) -> MatterNumber? { nil }
    package mutating func select(_ number: MatterNumber, in frame: Frame) {}

    package func matters(in frame: Frame) -> [MatterNumber] {
        let rows = content(frame).rows(block)
        return rows.indices.contains(row) ? rows[row].matters() : []
    }

    /// Every number opens into the list of its matters.
    package func activate(in frame: Frame) -> Response? {
        let rows = content(frame).rows(block)
        guard rows.indices.contains(row) else { return nil }
        let matters = rows[row].matters()
        return matters.isEmpty
            ? .read(title: rows[row].title, text: frame.scene.words.noMattersAtHand)
            : .list(title: rows[row].title, matters)
    }

    package mutating func move(_ motion: Motion, in frame: Frame) {
        settle(in: frame)
        let count = content(frame).rows(block).count
        switch motion {
        case .up:
            if row == 0, block == .ages { return leave(to: .durations, atEnd: true, in: frame) }
            if row == 0, block == .sources { return leave(to: .ages, atEnd: true, in: frame) }
            row -= 1
        case .down:
            if row >= count - 1, block == .durations { return leave(to: .ages, atEnd: false, in: frame) }
            if row >= count - 1, block == .ages { return leave(to: .sources, atEnd: false, in: frame) }
            row += 1
        case .pageUp: row -= 10
        case .pageDown: row += 10
        case .home: row = 0
        case .end: row = count - 1
        case .left: if block != .rates, block != .table { go(to: .rates, in: frame) }
        case .right: if block == .rates { go(to: .durations, in: frame) }
        }
        settle(in: frame)
    }

    private mutating func leave(to other: Block, atEnd: Bool, in frame: Frame) {
        let count = content(frame).rows(other).count
        guard count > 0 else { return }
        block = other
        row = atEnd ? count - 1 : 0
        settle(in: frame)
    }

    package mutating func click(_ point: Point, in frame: Frame) -> Bool {
        let layout = layout(frame)
        for other in Block.allCases {
            guard let rect = layout[other], rect.contains(point) else { continue }
            let first =
                other == .rates || other == .table
                ? window.visible(of: content(frame).rates.count, rows: StatisticsRates.rows(in: rect)).lowerBound : 0
            let index = first + point.y - rect.y - 1
            guard point.y > rect.y, content(frame).rows(other).indices.contains(index) else { return false }
            let isAgain = block == other && row == index
            block = other
            row = index
            settle(in: frame)
            return isAgain
        }
        return false
    }

    // MARK: Prepared

    private func layout(_ frame: Frame) -> StatisticsLayout {
        StatisticsLayout(frame.size, content: content(frame), block: block)
    }

    private func content(_ frame: Frame) -> StatisticsContent {
        frame.scene.derived(ContentKey(span: span, isByUnit: isByUnit)) {
            StatisticsContent(frame.scene, span, isByUnit: isByUnit)
        }
    }

    private struct ContentKey: Hashable {
        var span: Statistics.Span
        var isByUnit: Bool
    }

    // MARK: Drawing

    package func draw(in frame: Frame, on canvas: Canvas) {
        let content = content(frame)
        let layout = layout(frame)
        content.drawSummary(span, isByUnit: isByUnit, on: canvas.region(layout.summary))
        if let rect = layout.rates {
            StatisticsRates(content: content)
                .draw(window: window, selected: block == .rates ? row : nil, on: canvas.region(rect))
        }
        if let rect = layout.table {
            if layout.rates != nil {
                canvas.rule(
                    [Run(frame.scene.words.figuresTitle(isByUnit: isByUnit), Style.title.bold)],
                    x: rect.x,
                    y: rect.y - 1,
                    width: rect.width,
                    ink: block == .table ? .gold : .faint
                )
            }
            StatisticsTable(content: content, isByUnit: isByUnit, span: span)
                .draw(window: window, selected: block == .table ? row : nil, on: canvas.region(rect))
        }
        if let rect = layout.durations {
            content.drawDurations(selected: block == .durations ? row : nil, on: canvas.region(rect))
        }
        if let rect = layout.ages {
            content.drawAges(selected: block == .ages ? row : nil, on: canvas.region(rect))
        }
        if let rect = layout.sources {
            StatisticsSources(content: content).draw(selected: block == .sources ? row : nil, on: canvas.region(rect))
        }
        if let rect = layout.trend { StatisticsTrend(scene: frame.scene).draw(on: canvas.region(rect)) }
    }
}

/// Where everything stands on the statistics wall.
struct StatisticsLayout {
    private(set) var summary: Rect
    private(set) var rates: Rect?
    private(set) var durations: Rect?
    private(set) var ages: Rect?
    private(set) var sources: Rect?
    private(set) var trend: Rect?
    private(set) var table: Rect?

    subscript(block: StatisticsWall.Block) -> Rect? {
        switch block {
        case .rates: rates
        case .durations: durations
        case .ages: ages
        case .sources: sources
        case .table: table
        }
    }

    /// Whether the table stands beside everything else.
    private static func hasRoom(_ size: Size, _ content: StatisticsContent) -> Bool {
        size.width >= 110 && StatisticsLayout(size, content: content, block: .rates).table != nil
    }

    init(_ size: Size, content: StatisticsContent, block: StatisticsWall.Block) {
        let isTall = size.height >= 27
        let top = isTall ? 1 : 0
        summary = Rect(x: 0, y: top, width: size.width, height: 1)
        let y = summary.bottom + 1
        if block == .table, !StatisticsLayout.hasRoom(size, content) {
            table = Rect(x: 0, y: y, width: size.width, height: size.height - y)
            return
        }
        let durationRows = max(1, content.durations.count) + 2
        let ageRows = content.ages.count + 1
        let sourceRows = max(1, content.origins.count) + 1
        guard size.width >= 110 else {
            // Three pages: the rates; the sources; everything else.
            if block == .rates {
                rates = Rect(x: 0, y: y, width: size.width, height: size.height - y)
                return
            }
            var rest = y + sourceRows + 1
            if block == .sources {
                sources = Rect(x: 0, y: y, width: size.width, height: min(sourceRows, size.height - y))
            } else {
                durations = Rect(x: 0, y: y, width: size.width, height: durationRows)
                ages = Rect(x: 0, y: y + durationRows + 1, width: size.width, height: ageRows)
                rest = y + durationRows + ageRows + 2
            }
            if size.height - rest >= 5 {
                trend = Rect(x: 0, y: rest, width: size.width, height: size.height - rest)
            }
            return
        }
        let left = size.width * 55 / 100
        let upper = max(durationRows + ageRows + 1, min(content.rates.count + 2, (size.height - y) * 3 / 5))
        rates = Rect(x: 0, y: y, width: left, height: upper)
        let x = left + 3
        let rest = y + upper + 1
        let isLow = size.height - rest < 6
        // Where the sources do not fit below, they come behind Tab.
        if block == .sources, size.height - rest < sourceRows {
            sources = Rect(x: x, y: y, width: size.width - x, height: min(sourceRows, size.height - y))
            return
        }
        durations = Rect(x: x, y: y, width: size.width - x, height: durationRows)
        ages = Rect(x: x, y: y + durationRows + 1, width: size.width - x, height: ageRows)
        if isLow { return }
        trend = Rect(x: 0, y: rest, width: left, height: min(StatisticsTrend.most, size.height - rest))
        sources = Rect(x: x, y: rest, width: size.width - x, height: min(sourceRows, size.height - rest))
        // A tall screen has room for the figures too, below a heading.
        let below = rest + sourceRows + 2
        if size.height - below >= content.rates.count + 1 {
            table = Rect(x: x, y: below, width: size.width - x, height: content.rates.count + 1)
        }
    }
}
