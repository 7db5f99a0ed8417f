import Atlas
import Ledger
import Supervision
import Text
import Words

extension MapWall {
    /// The grids of what is open, a line each: the measure, what is in hand, who heads it, and what lies around it.
    package func plain(in scene: Scene, onPaper: Bool) -> PlainPage {
        let words = scene.words
        let ledger = scene.ledger
        let whole = focus.flatMap { ledger.grids[$0] }.map(words.mapName) ?? words.wholeStreet
        var page = scene.plainPage(
            words("作战图", "Map"),
            [whole, "\(words.mapShading) \(words.name(measure))"] + scene.plainNotes(filter)
        )
        guard !ledger.grids.isEmpty else {
            page.say(whole, words.noGrids)
            return page
        }
        // Large enough for each of two hundred parts to have its own samples.
        let chart = scene.atlas.chart(of: focus, width: 200, height: 160)
        if chart.isSketch { page.say(whole, words.mapSketchNote) }
        let survey = scene.grids(filter)
        for id in scene.atlas.children(of: focus) {
            guard let grid = ledger.grids[id] else { continue }
            page.add(grid, survey[id], measure, chart, scene)
        }
        for (index, object) in scene.atlas.objects.enumerated() where !object.name.isEmpty {
            guard chart.anchors[LabelGrid.object(index)] != nil else { continue }
            page.say("\(words.name(object.kind)) \(object.name.string)", words.objectHead(object, in: ledger))
        }
        for point in chart.points {
            let object = point.object
            let inside = ledger.grids[GridID(Int(point.label))].map(words.mapName) ?? ""
            page.say("\(words.name(object.kind)) \(object.name.string)", inside, words.objectHead(object, in: ledger))
        }
        if let focus {
            for number in survey[focus].matters {
                guard let matter = scene.matter(number), let judgement = scene.judgement(number) else { continue }
                page.say("\(whole) \(words.mapAll)", scene.plainFacts(matter, judgement))
            }
        }
        return page
    }
}

extension PlainPage {
    fileprivate mutating func add(
        _ grid: Grid,
        _ figures: GridFigures,
        _ measure: GridMeasure,
        _ chart: Chart,
        _ scene: Scene
    ) {
        let words = scene.words
        var facts = ["\(words.gridLevel(grid.level)) \(grid.code.string)"]
        if measure != .light {
            let value =
                figures.value(measure, today: scene.today) == nil
                ? words("无数据", "no data") : words.value(measure, of: figures, today: scene.today)
            let basis = words.basis(measure, of: figures)
            facts.append("\(words.name(measure)) \(value)" + (basis.isEmpty ? "" : words("（\(basis)）", " (\(basis))")))
        }
        facts.append(figures.open > 0 ? words.plainCount(words.inHand, figures.open) : words.mapNothing)
        for light in [Light.red, .orange, .yellow] where figures[light] > 0 {
            facts.append(words.plainCount(words.name(light), figures[light]))
        }
        if figures.overNight > 0 { facts.append(words.plainCount(words.overNight, figures.overNight)) }
        if figures.problems > 0 { facts.append(words.mapProblemsOpen(figures.problems)) }
        if figures.dueToday > 0 { facts.append(words.plainCount(words.dueToday, figures.dueToday)) }
        facts.append(words.gridHead(grid.head, in: scene.ledger))
        facts.append(scene.plainNeighbours(of: grid.id, on: chart))
        say(words.mapName(grid), facts)
    }
}

extension Scene {
    /// 「北邻柳堤社区，东邻湖东社区」; where nobody drew the map, nothing is known of neighbours.
    fileprivate func plainNeighbours(of id: GridID, on chart: Chart) -> String {
        if chart.unplaced.contains(id) { return words.mapUnplaced }
        guard !chart.isSketch, let here = chart.anchors[id.label] else { return "" }
        let own = (chart.borders[id.label] ?? [:]).keys.filter { $0 > 0 }.sorted()
        let named = own.compactMap { label -> String? in
            guard let grid = ledger.grids[GridID(Int(label))], let there = chart.anchors[label] else { return nil }
            return words.beside(words.mapName(grid), dx: there.x - here.x, dy: there.y - here.y)
        }
        return named.joined(separator: words("，", ", "))
    }
}

extension Words {
    /// 「东北邻望江社区」. One of two directions is named alone where it is more than twice the other.
    fileprivate func beside(_ name: String, dx: Int, dy: Int) -> String {
        let eastWest = dx > 0 ? self("东", "east") : self("西", "west")
        let northSouth = dy > 0 ? self("南", "south") : self("北", "north")
        if abs(dx) > 2 * abs(dy) { return self("\(eastWest)邻\(name)", "\(eastWest) of it \(name)") }
        if abs(dy) > 2 * abs(dx) { return self("\(northSouth)邻\(name)", "\(northSouth) of it \(name)") }
        return self("\(eastWest)\(northSouth)邻\(name)", "\(northSouth)-\(eastWest) of it \(name)")
    }
}
