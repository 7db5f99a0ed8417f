package import Canvas
import Ledger
import Text
import Walls
import Words

extension State {
    /// Draws the whole screen. Pure.
    package func draw(on canvas: Canvas) {
        guard !isTooSmall else {
            drawTooSmall(canvas)
            return
        }
        drawTopLine(canvas.region(x: 0, y: 0, width: canvas.width, height: 1))
        if case .help(let help)? = overlay {
            draw(help, on: canvas.region(x: 0, y: 1, width: canvas.width, height: canvas.height - 3))
        } else if case .form(let form)? = overlay {
            draw(form, on: canvas.region(x: 0, y: 1, width: canvas.width, height: canvas.height - 3))
        } else if case .evening(let flow)? = overlay {
            draw(flow, on: canvas.region(x: 0, y: 1, width: canvas.width, height: canvas.height - 3))
        } else if case .meeting(let flow)? = overlay {
            draw(flow, on: canvas.region(x: 0, y: 1, width: canvas.width, height: canvas.height - 3))
        } else {
            wall.draw(in: frame, on: canvas.region(wallArea))
        }
        drawOverlay(canvas)
        drawMessage(canvas)
        if showsSlider { drawSlider(canvas.region(x: 0, y: canvas.height - 2, width: canvas.width, height: 1)) }
        drawFooter(canvas.region(x: 0, y: canvas.height - 1, width: canvas.width, height: 1))
        if let tour { drawTour(tour, on: canvas) }
    }

    private func drawTooSmall(_ canvas: Canvas) {
        let need = State.minimum
        let lines = [
            words("窗口太小", "The window is too small"),
            words(
                "现在 \(size.width)×\(size.height)，至少要 \(need.width)×\(need.height)。",
                "It is \(size.width)×\(size.height) and must be at least \(need.width)×\(need.height)."
            ),
            words("拉大窗口就会恢复；q 退出。", "Make it larger, or press q to leave."),
        ]
        let top = max(0, (canvas.height - lines.count) / 2)
        for (index, line) in lines.enumerated() {
            canvas.put(line, centredIn: canvas.width, x: 0, y: top + index, index == 0 ? Style.title.bold : .text)
        }
    }

    // MARK: Top line

    private func drawTopLine(_ canvas: Canvas) {
        canvas.put(" ", x: 0, y: 0, .brand)
        var x = 2 + canvas.put(words("挂图", "Guatu"), x: 2, y: 0, Style.title.bold) + 1
        let form = tabForm
        let tabs = tabs(form)
        if tabs[0].x - x > 3 {
            canvas.put(scene.ledger.committee.name.string, x: x, y: 0, .dim, width: max(0, tabs[0].x - x - 1))
        }
        for tab in tabs {
            let isHere = tab.place == place || (place == .matter && tab.place == cameFrom)
            let style: Style = isHere ? .active : .dim
            if let digit = tab.place.digit {
                let key = form.isTight ? "\(digit)" : " \(digit)"
                x = tab.x + canvas.put(key, x: tab.x, y: 0, isHere ? Style(.gold, on: .active, .bold) : .dim)
            }
            canvas.put("\(tab.title) ", x: x, y: 0, style)
        }
        if let day = replay.day {
            let text = words("复盘 ", "replay ") + "\(words.monthDay(day)) \(words.weekday(day))"
            canvas.put(" \(text) ", right: canvas.width, y: 0, Style.title.bold.reversed)
        } else {
            canvas.put(clock(form), right: canvas.width, y: 0)
        }
    }

    struct Tab {
        let place: Place
        let title: String
        let x: Int
        let width: Int
    }

    /// How much room the tabs take, from the roomiest.
    private struct TabForm {
        var start: Int
        var gap = 0
        /// No blank before the digit.
        var isTight = false
        /// Two characters of each title.
        var isShort = false
        /// The day beside the time, and whether it is a working day.
        var hasDay = true
        var hasKind = true
    }

    private var tabForm: TabForm {
        let start = (size.width >= 100 ? 20 : 16) + (words.language == .en ? 2 : 0)
        let forms = [
            TabForm(start: start, gap: size.width >= 110 ? 1 : 0), TabForm(start: start), TabForm(start: 7),
            TabForm(start: 7, hasKind: false), TabForm(start: 7, isTight: true, hasKind: false),
            TabForm(start: 7, isTight: true, isShort: true, hasKind: false),
        ]
        return forms.first { form in
            let end = tabs(form).last.map { $0.x + $0.width } ?? 0
            return end + 1 + clock(form).reduce(0) { $0 + $1.text.columns() } <= size.width
        } ?? TabForm(start: 7, isTight: true, isShort: true, hasDay: false)
    }

    /// Where the tabs stand; for drawing and for the mouse.
    var tabs: [Tab] { tabs(tabForm) }

    private func tabs(_ form: TabForm) -> [Tab] {
        var x = form.start + (words.language == .en && form.start == 7 ? 1 : 0)
        return Place.walls.map { place in
            let full = place.title(words)
            let title = form.isShort ? place.shortTitle(words) : full
            let width = title.columns() + (place.digit == nil ? 2 : 3) - (form.isTight ? 1 : 0)
            defer { x += width + form.gap }
            return Tab(place: place, title: title, x: x, width: width)
        }
    }

    /// 「11月20日 周五 工作日 08:12」.
    private func clock(_ form: TabForm) -> [Run] {
        guard form.hasDay else { return [Run(words.time(now, scene.ledger.offset), Style.title.bold)] }
        let offset = scene.ledger.offset
        let day = now.day(offset)
        let date = size.width >= 100 ? words.monthDay(day) : words.short(day)
        let kind = words.kind(of: day, in: scene.ledger.calendar)
        // Not bold: of what an idle screen sends, switching attributes on and off would be the larger part.
        return [
            Run("\(date) \(words.weekday(day)) " + (form.hasKind ? "\(kind) " : ""), .dim),
            Run(words.time(now, offset), .title),
        ]
    }

    // MARK: Bottom

    private func drawOverlay(_ canvas: Canvas) {
        let bottom = canvas.height - 2
        switch overlay {
        case .prompt(let prompt)? where prompt.purpose == .register: drawCapture(prompt, on: canvas)
        case .prompt(let prompt)? where isSheet(prompt): drawSheet(prompt, on: canvas, bottom: canvas.height - 1)
        case .prompt(let prompt)?:
            let isHosted = isHosted(prompt)
            if !isHosted { canvas.put(prompt.line, x: 0, y: bottom, width: canvas.width) }
            if notice == nil || !isHosted {
                canvas.put(above(prompt), x: 0, y: isHosted ? bottom : bottom - 1, width: canvas.width)
            }
        case .filter(let finding)?:
            if notice == nil { canvas.put(reading(of: finding), x: 0, y: bottom - 1, width: canvas.width) }
            canvas.put("/", x: 0, y: bottom, Style.gold.bold)
            canvas.put(finding.field, x: 2, y: bottom, width: canvas.width - 24, isFocused: true)
            let count = wall.matters(in: frame).count
            canvas.put(words("\(count) 件", "\(count)"), right: canvas.width, y: bottom, .dim)
        case .moving(let moving)?: draw(moving, on: canvas, y: bottom)
        case .palette(let palette)?: draw(palette, on: canvas)
        case .reading(let reading)?, .confirm(_, let reading)?: draw(reading, on: canvas)
        case .withdrawal(let withdrawal)?: draw(reading(of: withdrawal), on: canvas)
        case .conflict(let conflict)?: draw(conflict, on: canvas)
        case .meeting(let flow)?: if let minutes = flow.minutes { draw(minutes, on: canvas) }
        case .form?, .help?, .evening?, nil: break
        }
        if overlay == nil, notice == nil, !marked.isEmpty {
            canvas.put(
                words(
                    " 已标 \(marked.count) 件，动作一次办完；Esc 清除 ",
                    " \(marked.count) marked: one action for all; Esc clears "
                ),
                right: canvas.width,
                y: bottom,
                Style.gold.bold
            )
        }
    }

    private func draw(_ moving: Moving, on canvas: Canvas, y: Int) {
        var runs = [Run(moving.label(words), Style.gold.bold)]
        for (index, choice) in moving.choices.enumerated() {
            let isChosen = index == moving.index
            runs.append(Run(" \(words.name(choice.stage)) ", isChosen ? .active : .dim))
            runs.append(Run(" "))
        }
        // What the chosen stage takes is no further choice: it stands apart, with what it means.
        let kind = moving.choices[moving.index].kind
        let operation = Operation.of(.act(kind))
        let danger = operation.isDangerous ? words("办了不能再改。", " Cannot be changed afterwards.") : ""
        runs += [
            Run("  ▸ ", .gold), Run(words.name(kind)), Run(words("：", ": ") + operation.help(words) + danger, .dim),
        ]
        canvas.put(runs, x: 0, y: y, width: canvas.width)
    }

    func draw(_ reading: Reading, on canvas: Canvas) {
        canvas.veil(Rect(x: 0, y: 0, width: canvas.width, height: canvas.height - 1))
        let width = min(canvas.width - 8, 84) / 2 * 2
        let indent =
            (reading.lines.map { canvas.columns($0.label) }.max() ?? 0)
            + (reading.lines.contains { !$0.label.isEmpty } ? 2 : 0)
        var rows: [(label: String, text: String)] = []
        for line in reading.lines {
            let wrapped = line.text.wrapped(to: max(10, width - 4 - indent), canvas.repertoire.ambiguity)
            rows += wrapped.enumerated().map { ($0.offset == 0 ? line.label : "", $0.element) }
        }
        let height = min(rows.count + 2, canvas.height - 6)
        let box = Rect(x: (canvas.width - width) / 2, y: 3, width: width, height: height)
        let inside = canvas.frame(box, title: reading.title)
        let first = max(0, min(reading.first, rows.count - inside.height))
        for (index, row) in rows.dropFirst(first).prefix(inside.height).enumerated() {
            inside.put(row.label, x: 0, y: index, .dim)
            inside.put(row.text, x: indent, y: index)
        }
        canvas.placeCursor(x: box.x + 2, y: box.y + 1, isShown: false)
    }

    private func drawMessage(_ canvas: Canvas) {
        guard let notice else { return }
        // While a line is typed there, what is wrong with it stands above it.
        var y = canvas.height - 2
        switch overlay {
        case .prompt(let prompt)? where !isHosted(prompt) && prompt.purpose != .register && !isSheet(prompt): y -= 1
        case .filter?, .moving?: y -= 1
        default: break
        }
        // What to do stands at the end of a sentence: it is wrapped and not cut.
        let rows = notice.text.wrapped(to: canvas.width - 3, canvas.repertoire.ambiguity).prefix(3)
        if rows.count > 1 {
            // The line of the count and of a meeting stands right above.
            switch overlay {
            case .evening(let flow)? where flow.prompt != nil: y -= 2
            case .meeting(let flow)? where flow.prompt != nil: y -= 2
            default: break
            }
        }
        y -= rows.count - 1
        canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: rows.count))
        let style: Style = notice.tone == .attention ? Style.gold.bold : .text
        for (index, row) in rows.enumerated() { canvas.put(row, x: 2, y: y + index, style, width: canvas.width - 2) }
    }
}
