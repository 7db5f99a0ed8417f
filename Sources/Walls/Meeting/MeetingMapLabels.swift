import Atlas
import Canvas
import Ledger
import Supervision
import Text
import Words

/// The numbers and names on the map of the meeting wall.
///
/// One form for all parts if nine of ten can have it: mixed sizes would look like a ranking. The others take the next
/// form that fits; a name is never cut, and where nothing fits the ground alone speaks.
struct MeetingMapLabels {
    /// How large the number and the name are.
    struct Form {
        /// nil: number and name in one line.
        var number: Lettering?
        var name: Lettering
        /// The rows of cells in which figures of this size have ink.
        var figureRows: Range<Int>

        init(number: Lettering?, name: Lettering) {
            self.number = number
            self.name = name
            guard let number, let letters = number.letters else {
                figureRows = 0..<1
                return
            }
            let ink = letters.ink("0123456789")
            let dots = number.grain == .halves ? 2 : 4
            figureRows = ink.lowerBound / dots..<(ink.upperBound + dots - 1) / dots
        }
    }

    private struct Label {
        var area: MeetingMap.Area
        var form: Form
        var x: Int
        var y: Int
        var size: Size
    }

    private var labels: [Label] = []
    private let words: Words

    init(
        _ map: MeetingMap,
        _ chart: Chart,
        _ fit: LabelFit,
        _ forms: [Form],
        _ words: Words,
        _ canvas: Canvas
    ) {
        self.words = words
        let areas = map.areas.filter { chart.anchors[$0.grid.label] != nil }
            .sorted { (chart.anchors[$0.grid.label]?.size ?? 0) > (chart.anchors[$1.grid.label]?.size ?? 0) }
        func place(_ area: MeetingMap.Area, _ form: Form, _ fit: inout LabelFit) -> Label? {
            guard let anchor = chart.anchors[area.grid.label], let size = size(of: area, form, canvas),
                let (x, y) = fit.place(columns: size.width, rows: size.height, in: area.grid.label, anchor)
            else { return nil }
            fit.take(x: x - 1, y: y, columns: size.width + 2, rows: size.height)
            return Label(area: area, form: form, x: x, y: y, size: size)
        }
        var first = max(0, forms.count - 1)
        for (index, form) in forms.enumerated() {
            var trial = fit
            let fitting = areas.count { place($0, form, &trial) != nil }
            if fitting * 10 >= areas.count * 9 {
                first = index
                break
            }
        }
        var room = fit
        for area in areas {
            for form in forms.dropFirst(first) {
                guard let label = place(area, form, &room) else { continue }
                labels.append(label)
                break
            }
        }
    }

    /// 「逾 湖东社区」; in large letters 「逾 湖东」.
    private func name(of area: MeetingMap.Area, _ form: Form) -> String {
        let name = form.name.isOrdinary && form.number != nil ? area.name : area.short
        guard let light = area.light else { return name }
        return form.number == nil ? "\(name) \(words.letter(light))\(area.count)" : "\(words.letter(light)) \(name)"
    }

    private func size(of area: MeetingMap.Area, _ form: Form, _ canvas: Canvas) -> Size? {
        guard let name = canvas.columns(name(of: area, form), form.name) else { return nil }
        guard let number = form.number, area.count > 0 else { return Size(width: name, height: form.name.rows) }
        guard let columns = canvas.columns("\(area.count)", number) else { return nil }
        return Size(width: max(name, columns), height: form.figureRows.count + form.name.rows)
    }

    func draw(on canvas: Canvas) {
        for label in labels { draw(label, on: canvas) }
    }

    private func draw(_ label: Label, on canvas: Canvas) {
        let area = label.area
        let hasWashes = canvas.repertoire.hasWashes
        let ground: Ground = hasWashes ? .wash(area.shade.wash) : .none
        // Patterns of dots and strokes would run into the letters.
        if !hasWashes {
            canvas.fill(Rect(x: label.x - 1, y: label.y, width: label.size.width + 2, height: label.size.height))
        }
        let text = name(of: area, label.form)
        let columns = canvas.columns(text, label.form.name) ?? canvas.columns(text)
        let isQuiet = area.light == nil
        var y = label.y
        if let number = label.form.number, area.count > 0 {
            let figure = "\(area.count)"
            let wide = canvas.columns(figure, number) ?? canvas.columns(figure)
            let x = label.x + (label.size.width - wide) / 2
            canvas.put(figure, x: x, y: y - label.form.figureRows.lowerBound, Style.title.bold.on(ground), number)
            y += label.form.figureRows.count
        }
        let style: Style = isQuiet ? .dim : Style.title.bold
        canvas.put(text, x: label.x + (label.size.width - columns) / 2, y: y, style.on(ground), label.form.name)
    }
}
