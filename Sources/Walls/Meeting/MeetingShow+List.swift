import Canvas
import Supervision
import Text
import Words

extension MeetingShow {
    /// Matters one by one: how long and whose in large letters, what and why for the front rows.
    func draw(_ heading: MeetingSection.Heading, _ items: [MeetingItem], on canvas: Canvas) {
        let scale = scale
        let title = title(of: heading) + (scale.step == .small ? " " : "  ") + "\(items.count)"
        drawHead(title, style(of: heading), [scale.listHeading, .ordinary], on: canvas)
        let shape = scale.shape(of: heading)
        let count = scale.itemsPerPage(size.height, shape)
        let page = items.dropFirst(place.turn * count).prefix(count)
        let turns = turns(of: .list(heading, items))
        if turns > 1, scale.step != .small {
            canvas.put("\(place.turn + 1)/\(turns)", right: canvas.width, y: scale.listHeadRows - 1, .dim)
        }
        guard !heading.isToDecide else { return draw(toDecide: Array(page), shape, on: canvas) }
        let columns = ListColumns(Array(page), scale, canvas)
        for (index, item) in page.enumerated() {
            let y = scale.listHeadRows + index * (shape.rows + shape.gap)
            draw(item, columns, on: canvas.region(x: 0, y: y, width: canvas.width, height: shape.rows))
        }
    }

    private func draw(_ item: MeetingItem, _ columns: ListColumns, on canvas: Canvas) {
        let ink = Style(Ink(item.light))
        if columns.names.isOrdinary {
            var x = 0
            if !item.measure.isEmpty { x += canvas.put(item.measure, x: x, y: 0, ink.bold) + 2 }
            x += canvas.put(item.unit, x: x, y: 0, Style.title.bold) + 2
            canvas.put("\(item.label)  \(item.owner)", x: x, y: 0, .dim, width: canvas.width - x)
            canvas.put(item.title, x: 0, y: 1, .text, width: canvas.width)
            canvas.put(detail(item).joined(separator: "  "), x: 0, y: 2, .dim, width: canvas.width)
            return
        }
        if !item.measure.isEmpty {
            canvas.put(item.measure, right: columns.measure, y: 0, ink, columns.measures)
        }
        let y = columns.names.rows < canvas.height ? (canvas.height - columns.names.rows) / 2 - 1 : 0
        canvas.put(item.unit, x: columns.unit, y: max(0, y), .title, columns.names)
        let side = canvas.region(
            x: columns.side,
            y: 0,
            width: max(0, canvas.width - columns.side),
            height: canvas.height
        )
        var row = 0
        func write(_ text: String, _ style: Style, rows: Int) {
            for line in text.wrapped(to: max(10, side.width), canvas.repertoire.ambiguity).prefix(rows)
            where row < side.height - 1 {
                side.put(line, x: 0, y: row, style, width: side.width)
                row += 1
            }
        }
        write("\(item.label)  \(item.owner)", .dim, rows: 1)
        // Where the row has room, the title too is for the whole room.
        let dots = Lettering(typecase.words16, .dots)
        if side.width > 100, let columns = side.columns(item.title, dots), columns <= side.width {
            side.put(item.title, x: 0, y: row, Style.title, dots)
            row += dots.rows
        } else {
            write(item.title, Style.title.bold, rows: 2)
        }
        for line in detail(item) { write(line, .text, rows: 2) }
    }

    func detail(_ item: MeetingItem) -> [String] {
        let lines = [
            item.blocker.isEmpty ? "" : words.stuckAt + item.blocker,
            item.next.isEmpty ? "" : words.nextIs + item.next,
        ]
        return (lines + item.views).filter { !$0.isEmpty }
    }

    func title(of heading: MeetingSection.Heading) -> String {
        switch heading {
        case .followUp: words.meetingFollowUp
        case .toDecide: words.meetingToDecide
        case .overdue: words.meetingOverdue
        case .overNight: words.meetingOverNight
        case .dueToday: words.meetingDueToday
        case .dueTomorrow: words.meetingDueTomorrow
        case .dueWeek: words.meetingDueWeek
        case .settledToday: words.meetingSettledToday
        case .settledWeek: words.meetingSettledWeek
        case .hardCases: words.meetingHardCases
        }
    }

    private func style(of heading: MeetingSection.Heading) -> Style {
        switch heading {
        case .overdue: .red
        case .dueToday, .dueTomorrow, .dueWeek: .near
        case .settledToday, .settledWeek: .blue
        case .overNight, .hardCases, .followUp, .toDecide: Style.title.bold
        }
    }
}

/// Where the parts of an item stand. One size of letters for a whole page: mixed sizes would look like a ranking.
private struct ListColumns {
    let names: Lettering
    let measures: Lettering
    /// The right edge of the measure.
    let measure: Int
    let unit: Int
    let side: Int

    init(_ items: [MeetingItem], _ scale: MeetingScale, _ canvas: Canvas) {
        measures = scale.names[0]
        let widest = items.map { $0.measure.isEmpty ? 0 : canvas.columns($0.measure, scale.names[0]) ?? 0 }.max() ?? 0
        measure = widest
        unit = widest == 0 ? 0 : widest + 4
        // What and why need room for twenty letters; so that names are read from afar, ten will do.
        let free = canvas.width - unit
        let lettering =
            scale.names.first { lettering in
                let room = free - (lettering == scale.names[0] ? 24 : 44)
                return items.allSatisfy { item in canvas.columns(item.unit, lettering).map { $0 <= room } ?? false }
            } ?? .ordinary
        let longest = items.map { canvas.columns($0.unit, lettering) ?? canvas.columns($0.unit) }.max() ?? 0
        names = lettering
        side = unit + longest + 4
    }
}

extension Ink {
    /// The ink of a light on the meeting wall.
    init(_ light: Light) {
        self =
            switch light {
            case .red: .red
            case .orange: .orange
            case .yellow: .near
            case .blue: .blue
            case .green: .green
            case .grey, .parked: .title
            }
    }
}
