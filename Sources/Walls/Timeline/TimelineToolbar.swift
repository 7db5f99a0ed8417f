import Canvas
import Ledger
import Supervision
import Text
import Words

/// The row over the timeline: zoom, grouping, the legend drawn with the very signs, the days shown.
struct TimelineToolbar {
    let scene: Scene
    let zoom: DayAxis.Zoom
    let grouping: TimelineWall.Grouping
    private var words: Words { scene.words }

    init(_ scene: Scene, zoom: DayAxis.Zoom, grouping: TimelineWall.Grouping) {
        self.scene = scene
        self.zoom = zoom
        self.grouping = grouping
    }

    /// The choices of zoom and the cells of their chips.
    private var chips: [(zoom: DayAxis.Zoom, cells: Range<Int>)] {
        var x = 3 + words.zoomTitle.columns() + 1
        return DayAxis.Zoom.allCases.map { zoom in
            let width = name(zoom).columns() + 2
            defer { x += width }
            return (zoom, x..<x + width)
        }
    }

    private func name(_ zoom: DayAxis.Zoom) -> String {
        switch zoom {
        case .week: words.byWeek
        case .month: words.byMonth
        case .quarter: words.byQuarter
        }
    }

    func zoom(at x: Int) -> DayAxis.Zoom? { chips.first { $0.cells.contains(x) }?.zoom }

    func draw(_ axis: DayAxis, on canvas: Canvas) {
        canvas.put("Z", x: 1, y: 0, Style.gold.bold)
        canvas.put(words.zoomTitle, x: 3, y: 0, .dim)
        for chip in chips {
            canvas.chip(name(chip.zoom), x: chip.cells.lowerBound, y: 0, chip.zoom == zoom ? .active : .dim)
        }
        var x = (chips.last?.cells.upperBound ?? 0) + 1
        let range =
            canvas.width >= 110
            ? words.range(axis.first.iso, axis.last.iso)
            : words.range(words.short(axis.first), words.short(axis.last))
        let end = canvas.width - 1 - canvas.put(range, right: canvas.width - 1, y: 0, .dim) - 2
        func put(_ runs: [Run]) {
            let width = runs.reduce(0) { $0 + canvas.columns($1.text) }
            guard x + width <= end else { return }
            x += canvas.put(runs, x: x, y: 0) + (canvas.width >= 150 ? 3 : 2)
        }
        put([Run("g ", Style.gold.bold), Run(words.timelineGrouping(grouping == .campaign), .dim)])
        func sign(_ glyph: Glyph, _ count: Int) -> String {
            String(repeating: canvas.repertoire[glyph], count: count)
        }
        put([Run(sign(.barDone, 3), .bar), Run(" \(words.doneShort)", .dim)])
        put([Run(sign(.barOwed, 3), .orange), Run(" \(words.owedShort)", .dim)])
        put([Run(sign(.barRest, 3), .dim), Run(" \(words.restShort)", .dim)])
        put([Run(" \(words.letter(Light.red)) ", .chipRed), Run(" \(words.name(Light.red))", .dim)])
        put([
            Run(sign(.tail, 2) + sign(.tailRange, 1) + sign(.tailMiddle, 1) + sign(.tailRange, 1), .orange),
            Run(" \(words.atRecentPace)", .dim),
        ])
        put([Run(sign(.flag, 1), Style.title.bold), Run(" \(words.milestone)", .dim)])
    }
}
