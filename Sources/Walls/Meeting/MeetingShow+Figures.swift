import Canvas
import Supervision
import Words

extension MeetingShow {
    /// Four numbers, two by two: the label on the left, the number so far right that units stand under units.
    func draw(_ figures: MeetingFigures, on canvas: Canvas) {
        drawHead(words.meetingFigures, Style.title.bold, [scale.heading, scale.words, .ordinary], on: canvas)
        let cells: [(label: String, count: Int, style: Style, note: String)] = [
            (
                words.name(Light.red), figures.overdue, .red,
                figures.overdue == 0 && figures.overdueChange == 0
                    ? "" : words.sinceYesterday(figures.overdueChange)
            ),
            (
                words.lagging, figures.lagging, .orange,
                figures.lagging == 0 ? "" : words.mostBehind(points: figures.mostPointsBehind, isShort: false)
            ),
            (words.due, figures.due, .near, "\(words.name(Light.yellow)) \(figures.near)"),
            (
                words.meetingOverNight, figures.overNight, .title,
                figures.overNight == 0 ? "" : words.longestNight(figures.longestNight)
            ),
        ]
        let top = scale.headRows + (scale.step == .small ? 0 : 1)
        let height = (canvas.height - top) / 2
        let width = canvas.width / 2
        for (index, cell) in cells.enumerated() {
            let x = index % 2 * width
            let y = top + index / 2 * height
            let style: Style = cell.count == 0 ? .dim : cell.style
            let label = scale.words
            let taken = canvas.put(cell.label, x: x, y: y, style, label)
            let right = x + width - (scale.step == .small ? 1 : 2)
            let number = canvas.fitting(
                "\(cell.count)",
                [scale.number, label, .ordinary],
                width: right - x - taken - (scale.step == .small ? 0 : 1)
            )
            let columns = canvas.columns("\(cell.count)", number) ?? 0
            canvas.put("\(cell.count)", right: right, y: y, style, number)
            // The note is for the front rows: it goes where the number leaves room.
            let free = right - columns - x - 1
            if canvas.columns(cell.note) <= free { canvas.put(cell.note, x: x, y: y + label.rows + 1, .dim) }
        }
        let open = "\(words.inHand) \(figures.open)"
        if scale.step != .small { canvas.put(open, right: canvas.width, y: scale.headRows - 1, .dim) }
    }

    /// Nothing is overdue: said plainly, with what is open beside it.
    func drawQuiet(_ text: String, _ note: String, on canvas: Canvas) {
        let lettering = canvas.fitting(text, [scale.heading, scale.words, .ordinary], width: canvas.width)
        let columns = canvas.columns(text, lettering) ?? canvas.columns(text)
        let y = max(0, (canvas.height - lettering.rows) / 2 - 2)
        canvas.put(text, x: (canvas.width - columns) / 2, y: y, Style.green.bold, lettering)
        let small = canvas.fitting(note, [scale.lesser, .ordinary], width: canvas.width)
        let width = canvas.columns(note, small) ?? canvas.columns(note)
        canvas.put(note, x: (canvas.width - width) / 2, y: y + lettering.rows + 2, .dim, small)
    }
}
