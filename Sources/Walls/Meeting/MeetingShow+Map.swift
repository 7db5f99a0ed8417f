import Atlas
import Canvas
import Ledger
import Supervision
import Words

extension MeetingShow {
    /// The map over all the rows there are, a number in each part; below it what that comes to, and the clock.
    func draw(_ map: MeetingMap, on canvas: Canvas) {
        guard let scene else { return }
        let foot = drawTotals(map, on: canvas)
        var rows = canvas.height - foot
        let plain = Size(width: canvas.width, height: rows)
        var chart = scene.atlas.chart(of: nil, width: plain.width, height: plain.height * 2)
        if !chart.unplaced.isEmpty || chart.isSketch {
            rows -= 1
            chart = scene.atlas.chart(of: nil, width: canvas.width, height: rows * 2)
            drawNotes(map, chart, y: rows, on: canvas)
        }
        guard rows > 0 else { return }
        let field = canvas.region(x: 0, y: 0, width: canvas.width, height: rows)
        let shades = Dictionary(uniqueKeysWithValues: map.areas.map { ($0.grid.label, $0.shade) })
        MapFill(chart: chart, shades: shades, objects: scene.atlas.objects, selected: nil).draw(on: field)
        let fit = LabelFit(chart.grid)
        for name in MapObjectName.all(of: scene.atlas, on: chart, fit) { name.draw(on: field) }
        MeetingMapLabels(map, chart, fit, forms, words, field).draw(on: field)
    }

    /// How a part is written on, from large to small.
    private var forms: [MeetingMapLabels.Form] {
        typealias Form = MeetingMapLabels.Form
        let small = [Form(number: .ordinary, name: .ordinary), Form(number: nil, name: .ordinary)]
        guard scale.step != .small, let words16 = typecase.words16 else { return small }
        let dots = Lettering(words16, .dots)
        var numbers = [Lettering(words16), dots]
        if let digits = typecase.digits.first { numbers.insert(Lettering(digits), at: 0) }
        if scale.step == .large, typecase.digits.count > 1 { numbers.insert(Lettering(typecase.digits[1]), at: 0) }
        return [dots, .ordinary].flatMap { name in numbers.map { Form(number: $0, name: name) } } + small
    }

    /// What nobody drew and what found no place: said, never left out.
    private func drawNotes(_ map: MeetingMap, _ chart: Chart, y: Int, on canvas: Canvas) {
        var runs: [Run] = []
        let unplaced = map.areas.filter { chart.unplaced.contains($0.grid) }
        if !unplaced.isEmpty {
            let names = unplaced.map { area in
                let light = area.light.map { " \(words.letter($0))\(area.count)" } ?? ""
                return area.name + light
            }
            runs.append(Run("\(words.mapUnplaced) \(unplaced.count)  \(names.joined(separator: "  "))", .text))
        }
        canvas.put(runs, x: 0, y: y, width: canvas.width - 8)
        if chart.isSketch { canvas.put(words.mapSketch, right: canvas.width, y: y, .dim) }
    }

    /// 逾 27  滞 14  过夜 3 and the clock, as large as one row of them can be.
    /// - Returns: the rows it takes, with a free one above.
    private func drawTotals(_ map: MeetingMap, on canvas: Canvas) -> Int {
        let parts: [(text: String, style: Style, count: Int)] = [
            ("\(words.letter(.red))\(map.overdue)", .red, map.overdue),
            ("\(words.letter(.orange))\(map.lagging)", .orange, map.lagging),
            ("\(words.meetingOverNight)\(map.overNight)", .title, map.overNight),
        ]
        let day = now.day(offset)
        let time = words.time(now, offset)
        let date = "\(words.monthDay(day)) \(words.weekday(day))  \(time)"
        let dots = Lettering(typecase.words16, .dots)
        let large = scale.step == .small ? [] : [Lettering(typecase.words16), dots]
        // The numbers first; the clock takes what they leave.
        let sizes: [(Lettering, Lettering)] = large.flatMap { own in [(own, own), (own, dots), (own, .ordinary)] }
        let gap = 4
        for (own, clock) in sizes {
            let columns = parts.compactMap { canvas.columns($0.text, own) }
            let text = clock.isOrdinary ? date : time
            guard columns.count == parts.count, let end = canvas.columns(text, clock),
                columns.reduce(end, +) + parts.count * gap <= canvas.width
            else { continue }
            let y = canvas.height - own.rows
            let wide = columns.reduce(end, +) + parts.count * gap * 3 <= canvas.width ? gap * 3 : gap
            var x = 0
            for part in parts {
                x += canvas.put(part.text, x: x, y: y, part.count == 0 ? .dim : part.style, own) + wide
            }
            canvas.put(text, right: canvas.width, y: canvas.height - clock.rows, .dim, clock)
            return own.rows + 1
        }
        var x = 0
        for part in parts {
            x += canvas.put(part.text, x: x, y: canvas.height - 1, part.count == 0 ? .dim : part.style.bold) + 3
        }
        canvas.put(date, right: canvas.width, y: canvas.height - 1, .dim)
        return 1
    }
}
