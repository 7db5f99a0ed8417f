import Atlas
import Canvas
import Ledger
import Supervision
import Text
import Words

/// What is written on the map, and where: worked out once for a size, a measure and a filter, and drawn at every key.
struct MapPlan {
    let chart: Chart
    let layout: MapLayout
    private(set) var labels: [Label] = []
    /// Areas that got a number in place of a name, in the order of the numbers.
    private(set) var numbered: [GridID] = []
    /// `!` for problems without an answer.
    private(set) var marks: [Point] = []
    /// Names of waters and roads.
    private(set) var names: [MapObjectName] = []
    let walk: Walk
    let shades: [Int32: GridShade]

    struct Label {
        var grid: GridID
        var x: Int
        var y: Int
        var lines: [[Run]]
        var width: Int
        /// A neighbour of what was opened, or one of its parts.
        var isPart: Bool
    }

    struct Key: Hashable {
        var focus: GridID?
        var size: Size
        var measure: GridMeasure
        var filter: Filter
        var isDeep: Bool
    }

    /// Over so many columns the parts of the parts are drawn, and heads named.
    private static let wide = 150
    /// More names than these do not fit: then they stand in a list beside the map.
    private static let fewNumbers = 4

    init(_ scene: Scene, _ key: Key) {
        let plan = MapPlan(scene, key, hasList: false)
        if plan.numbered.count > MapPlan.fewNumbers, key.size.width >= 72 {
            self = MapPlan(scene, key, hasList: true)
        } else {
            self = plan
        }
    }

    private init(_ scene: Scene, _ key: Key, hasList: Bool) {
        let atlas = scene.atlas
        var layout = MapLayout(key.size, hasUnplaced: false, hasList: hasList)
        let isWide = layout.map.width >= MapPlan.wide || (layout.map.width >= 108 && key.focus != nil && !hasList)
        func chart() -> Chart {
            atlas.chart(
                of: key.focus,
                width: layout.map.width,
                height: layout.map.height * 2,
                opens: key.isDeep || layout.map.width >= MapPlan.wide
            )
        }
        var chart = chart()
        if !chart.unplaced.isEmpty {
            layout = MapLayout(key.size, hasUnplaced: true, hasList: hasList)
            chart = atlas.chart(
                of: key.focus,
                width: layout.map.width,
                height: layout.map.height * 2,
                opens: key.isDeep || layout.map.width >= MapPlan.wide
            )
        }
        self.chart = chart
        self.layout = layout
        walk = MapPlan.walk(chart)
        let survey = scene.grids(key.filter)
        var shades: [Int32: GridShade] = [:]
        let deep = key.isDeep ? chart.inner?.labels ?? [] : []
        for id in chart.shown { shades[id.label] = survey[id].shade(key.measure, today: scene.today) }
        for label in Set(deep) where label > 0 && shades[label] == nil {
            shades[label] = survey[GridID(Int(label))].shade(key.measure, today: scene.today)
        }
        self.shades = shades
        var fit = LabelFit(chart.grid)
        names = MapObjectName.all(of: atlas, on: chart, fit)
        // They stand where they stand; names go round them.
        for point in chart.points { fit.take(x: point.x - 1, y: point.y / 2, columns: 3, rows: 1) }
        placeLabels(scene, key, survey, hasHeads: isWide, &fit)
    }

    private static func walk(_ chart: Chart) -> Walk {
        var stops: [Walk.Stop] = chart.shown.compactMap { id in
            chart.anchors[id.label].map { Walk.Stop(label: id.label, x: $0.x, y: $0.y) }
        }
        let step = max(1, chart.grid.width / max(1, chart.unplaced.count + 1))
        for (index, id) in chart.unplaced.enumerated() {
            stops.append(Walk.Stop(label: id.label, x: (index + 1) * step, y: chart.grid.height + 4))
        }
        return Walk(stops, borders: chart.borders)
    }

    // MARK: Names of areas

    private mutating func placeLabels(
        _ scene: Scene,
        _ key: Key,
        _ survey: GridSurvey,
        hasHeads: Bool,
        _ fit: inout LabelFit
    ) {
        let ledger = scene.ledger
        // The largest first: it has the most to say, and the small ones have no choice.
        let order = chart.shown.sorted { (chart.anchors[$0.label]?.size ?? 0) > (chart.anchors[$1.label]?.size ?? 0) }
        var without: [GridID] = []
        for id in order {
            guard let grid = ledger.grids[id], let anchor = chart.anchors[id.label] else { continue }
            let words = MapLabel(scene, grid, survey[id], key.measure, hasHead: hasHeads)
            var isPlaced = false
            for lines in words.blocks {
                let width = lines.map { $0.reduce(0) { $0 + $1.text.columns() } }.max() ?? 0
                guard let (x, y) = fit.place(columns: width, rows: lines.count, in: id.label, anchor) else { continue }
                fit.take(x: x - 1, y: y, columns: width + 2, rows: lines.count)
                labels.append(Label(grid: id, x: x, y: y, lines: lines, width: width, isPart: true))
                isPlaced = true
                break
            }
            if !isPlaced { without.append(id) }
        }
        for id in chart.shown where without.contains(id) {
            numbered.append(id)
            let text = "\(numbered.count)"
            let anchor = chart.anchors[id.label]!
            let place = fit.place(columns: text.count, rows: 1, in: id.label, anchor) ?? (anchor.x, anchor.y / 2)
            fit.take(x: place.0, y: place.1, columns: text.count, rows: 1)
            labels.append(
                Label(
                    grid: id,
                    x: min(place.0, max(0, chart.grid.width - text.count)),
                    y: place.1,
                    lines: [[Run(text, Style.title.bold)]],
                    width: text.count,
                    isPart: true
                )
            )
        }
        for id in chart.shown where survey[id].problems > 0 {
            guard let anchor = chart.anchors[id.label] else { continue }
            let label = labels.first { $0.grid == id }
            // Beside the name, where it is looked for.
            var near = anchor
            if let label { (near.x, near.y) = (label.x + label.width + 4, label.y * 2) }
            guard let (x, y) = fit.place(columns: 1, rows: 1, in: id.label, near) else { continue }
            fit.take(x: x - 1, y: y, columns: 3, rows: 1)
            marks.append(Point(x: x, y: y))
        }
        let own = Set(chart.shown.map(\.label))
        for (label, anchor) in chart.anchors.sorted(by: { $0.key < $1.key }) where label > 0 && !own.contains(label) {
            guard let grid = ledger.grids[GridID(Int(label))] else { continue }
            for name in [scene.words.mapName(grid), scene.words.shortMapName(grid)] {
                let width = name.columns()
                guard let (x, y) = fit.place(columns: width, rows: 1, in: label, anchor) else { continue }
                fit.take(x: x, y: y, columns: width, rows: 1)
                labels.append(
                    Label(grid: grid.id, x: x, y: y, lines: [[Run(name, .dim)]], width: width, isPart: false)
                )
                break
            }
        }
    }
}

/// What is written in an area: from rich to poor, of which the first that fits is taken. A name is never cut.
struct MapLabel {
    let blocks: [[[Run]]]

    init(_ scene: Scene, _ grid: Grid, _ figures: GridFigures, _ measure: GridMeasure, hasHead: Bool) {
        let words = scene.words
        let name = [Run(words.mapName(grid), Style.title)]
        let short = Run(words.shortMapName(grid), Style.title)
        let head = grid.head.map { [[Run(words.person($0, in: scene.ledger), .dim)]] } ?? []
        let heads = hasHead ? head : []
        guard measure == .light else {
            let value = Run(words.value(measure, of: figures, today: scene.today), Style.title)
            let basis = words.basis(measure, of: figures)
            let rest = basis.isEmpty ? [] : [[Run(basis, .dim)]]
            blocks = [
                [name, [value]] + rest + heads, [name, [value]] + rest, [name, [value]], [[short], [value]],
                [[short, Run(" "), value]], [[short]],
            ]
            return
        }
        guard figures.open > 0 else {
            let quiet = [Run(words.mapNothing, .dim)]
            blocks = [[name, quiet] + heads, [name, quiet], [name], [[short]]]
            return
        }
        let chips = MapLabel.chips(figures, words, limit: 2)
        let one = MapLabel.chips(figures, words, limit: 1)
        let count = [Run(words.mapAtHand(figures.open), .dim)]
        blocks = [
            [name, chips, count] + heads, [name, chips, count], [name, chips], [name, one], [[short], one],
            [[short, Run(" ")] + one],
        ]
    }

    /// 「逾7」 and 「滞4」 on their grounds, 「临2」; the worst first.
    static func chips(_ figures: GridFigures, _ words: Words, limit: Int) -> [Run] {
        var runs: [Run] = []
        let order: [Light] = [.red, .orange, .yellow, .green, .grey, .parked, .blue]
        var left = limit
        for light in order where figures[light] > 0 && left > 0 {
            let isWrong = light == .red || light == .orange
            // Beside what is wrong only what is nearly wrong is worth a place.
            if !runs.isEmpty, light.rank > Light.yellow.rank { break }
            if !runs.isEmpty { runs.append(Run(" ")) }
            let text = "\(words.letter(light))\(figures[light])"
            runs.append(Run(isWrong ? " \(text) " : text, light.style))
            left -= 1
        }
        return runs
    }
}
