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
        } else {
            wall.draw(in: frame, on: canvas.region(wallArea))
        }
        drawOverlay(canvas)
        drawMessage(canvas)
        drawFooter(canvas.region(x: 0, y: canvas.height - 1, width: canvas.width, height: 1))
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
        canvas.put(scene.ledger.committee.name.string, x: x, y: 0, .dim, width: max(0, tabs[0].x - x - 1))
        for tab in tabs {
            let isHere = tab.place == place || (place == .matter && tab.place == cameFrom)
            let style: Style = isHere ? .active : .dim
            if let digit = tab.place.digit {
                x = tab.x + canvas.put(" \(digit)", x: tab.x, y: 0, isHere ? Style(.gold, on: .active, .bold) : .dim)
            }
            canvas.put("\(tab.place.title(words)) ", x: x, y: 0, style)
        }
        canvas.put(clock, right: canvas.width, y: 0)
    }

    private struct Tab {
        let place: Place
        let x: Int
        let width: Int
    }

    /// Where the tabs stand; for drawing and for the mouse.
    private var tabs: [Tab] {
        let gap = size.width >= 110 ? 1 : 0
        var x = size.width >= 100 ? 20 : 16
        if words.language == .en { x += 2 }
        return Place.walls.map { place in
            let width = place.title(words).columns() + (place.digit == nil ? 2 : 3)
            defer { x += width + gap }
            return Tab(place: place, x: x, width: width)
        }
    }

    /// 「11月20日 周五 工作日 08:12」.
    private var clock: [Run] {
        let offset = scene.ledger.offset
        let day = now.day(offset)
        let date = size.width >= 100 ? words.monthDay(day) : words.short(day)
        let kind = words.kind(of: day, in: scene.ledger.calendar)
        return [
            Run("\(date) \(words.weekday(day)) \(kind) ", .dim), Run(words.time(now, offset), Style.title.bold),
        ]
    }

    // MARK: Bottom

    private func drawOverlay(_ canvas: Canvas) {
        let bottom = canvas.height - 2
        switch overlay {
        case .prompt(let prompt)?:
            let isHosted = isHosted(prompt)
            if !isHosted { canvas.put(prompt.line, x: 0, y: bottom, width: canvas.width) }
            if notice == nil || !isHosted {
                canvas.put(understood(prompt), x: 0, y: isHosted ? bottom : bottom - 1, width: canvas.width)
            }
        case .filter(let field)?:
            canvas.put("/", x: 0, y: bottom, Style.gold.bold)
            canvas.put(field, x: 2, y: bottom, width: canvas.width - 24, isFocused: true)
            let count = wall.matters(in: frame).count
            canvas.put(words("\(count) 件", "\(count)"), right: canvas.width, y: bottom, .dim)
        case .moving(let moving)?: draw(moving, on: canvas, y: bottom)
        case .palette(let palette)?: draw(palette, on: canvas)
        case .reading(let reading)?: draw(reading, on: canvas)
        case .help?, nil: break
        }
    }

    private func draw(_ moving: Moving, on canvas: Canvas, y: Int) {
        var runs = [Run(words("移到 ", "move to "), Style.gold.bold)]
        for (index, choice) in moving.choices.enumerated() {
            let isChosen = index == moving.index
            runs.append(Run(" \(words.name(choice.stage)) ", isChosen ? .active : .dim))
            runs.append(Run(" "))
        }
        runs.append(Run(words.name(moving.choices[moving.index].kind), .dim))
        canvas.put(runs, x: 0, y: y, width: canvas.width)
    }

    private func draw(_ reading: Reading, on canvas: Canvas) {
        canvas.veil(Rect(x: 0, y: 0, width: canvas.width, height: canvas.height - 1))
        let width = min(canvas.width - 8, 84) / 2 * 2
        let indent = (reading.lines.map { canvas.columns($0.label) }.max() ?? 0) + (reading.lines.count > 1 ? 2 : 0)
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
        case .prompt(let prompt)? where !isHosted(prompt): y -= 1
        case .filter?, .moving?: y -= 1
        default: break
        }
        canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1))
        let style: Style = notice.tone == .attention ? Style.gold.bold : .text
        canvas.put(notice.text, x: 2, y: y, style, width: canvas.width - 2)
    }

    /// What has been understood of a line: days, figures, chips.
    private func understood(_ prompt: Prompt) -> [Run] {
        var runs: [Run] = []
        func add(_ text: String, _ style: Style = .dim) { runs += [Run("  "), Run(text, style)] }
        var kind = Kind.target
        for field in prompt.fields { if case .kind(let kinds) = field.role { kind = kinds[field.choice] } }
        for field in prompt.fields {
            let typed = field.text.cleaned.string
            guard !typed.isEmpty else { continue }
            switch field.role {
            case .day(let direction, _):
                if let day = Prompt.day(typed, direction, scene) {
                    add(explain(day))
                } else {
                    add(unread(typed), .gold)
                }
            case .term:
                if let term = DayPhrase.term(typed, today: scene.today) {
                    add(QuickEntry.explain(term, scene))
                } else {
                    add(unread(typed), .gold)
                }
            case .total(let line):
                if let text = explain(typed, line, prompt) { add(text.text, text.isOpen ? .gold : .dim) }
            case .entry:
                for chip in QuickEntry(field.text.text, scene).chips(scene, kind: kind) {
                    add(chip.text, chip.isOpen ? .gold : .dim)
                }
            default: break
            }
        }
        if prompt.isDangerous { add(words("办了不能再改。", "This cannot be changed afterwards."), .gold) }
        return runs
    }

    private func unread(_ typed: String) -> String { words("看不懂「\(typed)」", "cannot read “\(typed)”") }

    /// 「12-01 周二 工作日，从今日起第 7 个工作日」.
    private func explain(_ day: Day) -> String {
        let calendar = scene.ledger.calendar
        let count = calendar.workdays(after: scene.today, through: day)
        let date =
            "\(words.short(day, seenFrom: scene.today)) \(words.weekday(day)) \(words.kind(of: day, in: calendar))"
        guard count > 0 else { return date }
        return date + words("，从明日起第 \(count) 个工作日", ", \(count) working days from now")
    }

    /// 「18 ▸ 21 户（+3）」.
    private func explain(_ typed: String, _ line: Int, _ prompt: Prompt) -> (text: String, isOpen: Bool)? {
        guard case .act(_, let number) = prompt.purpose, let quantities = scene.matter(number)?.quantities,
            quantities.indices.contains(line)
        else { return nil }
        let old = quantities[line]
        guard let figure = Prompt.figure(typed) else { return (unread(typed), true) }
        let new: Amount =
            switch figure {
            case .total(let total): total
            case .added(let added): old.done + added
            }
        let change = new - old.done
        let sign = change < .zero ? "" : "+"
        let text = "\(words.amount(old.done)) ▸ \(words.amount(new)) \(old.unit)（\(sign)\(words.amount(change))）"
        return (text, new < old.done || new > old.target)
    }

    // MARK: Footer

    /// A hint of the footer, and where it stands.
    struct Hint {
        let key: String
        let title: String
        /// What a click on it does; nil for keys that belong to a line being typed.
        let operation: Operation.ID?
        var x = 0
        var width: Int { key.columns() + 1 + title.columns() }
    }

    /// What fits: the right group always, of the left one what there is room for.
    var hints: [Hint] {
        let right = rightHints
        var end = size.width
        var placed: [Hint] = []
        for var hint in right.reversed() {
            end -= hint.width
            hint.x = end
            placed.append(hint)
            end -= 2
        }
        var x = 0
        for var hint in leftHints {
            if x + hint.width > end { break }
            hint.x = x
            placed.append(hint)
            x += hint.width + 2
        }
        return placed
    }

    private func hint(_ id: Operation.ID, _ title: String? = nil) -> Hint {
        let operation = Operation.of(id)
        return Hint(key: operation.keys[0].label, title: title ?? operation.title(words), operation: id)
    }

    private func key(_ key: String, _ zh: String, _ en: String) -> Hint {
        Hint(key: key, title: words(zh, en), operation: nil)
    }

    private var rightHints: [Hint] {
        switch overlay {
        case nil: [hint(.help), hint(.palette), hint(.quit)]
        default: []
        }
    }

    private var leftHints: [Hint] {
        switch overlay {
        case .prompt(let prompt)?:
            var hints = [key("Enter", "记下", "store")]
            if prompt.fields.count > 1 { hints.append(key("Tab", "下一项", "next field")) }
            if !prompt.fields.isEmpty, !prompt.fields[prompt.focus].choices.isEmpty {
                hints.append(key("←→", "换", "choose"))
            }
            return hints + [key("Esc", "先不存，留作草稿", "keep as draft")]
        case .filter?: return [key("Enter", "留住筛选", "keep"), key("↑↓", "选", "select"), key("Esc", "清除", "clear")]
        case .moving?: return [key("←→", "换", "choose"), key("Enter", "定", "go on"), key("Esc", "不动", "leave")]
        case .help?:
            return [key("Esc", "返回", "back"), key("PgDn", "下一页", "next page"), key("", "输入 筛选", "type to filter")]
        case .palette?:
            return [
                key("↑↓", "选", "select"), key("Enter", "执行", "run"), key("Tab", "补全", "complete"),
                key("Esc", "关闭", "close"),
            ]
        case .reading?: return [key("Esc", "关闭", "close"), key("↑↓", "滚动", "scroll")]
        case nil: return wallHints
        }
    }

    /// What can be done just now, most used first.
    private var wallHints: [Hint] {
        var hints = place == .matter ? [] : [key("↑↓", "选", "select")]
        if place != .matter { hints.append(hint(.open)) }
        let order: [Operation.ID] = [
            .act(.track), .progress, .move, .act(.askExtension), .filter, .trouble, .group, .basis, .register, .copy,
            .nextPart, .printOverdue,
        ]
        hints += order.filter { isHinted($0) && whyDisabled(Operation.of($0)) == nil }.map { hint($0) }
        let hasBack = place == .matter || !wall.filter.isEmpty
        if hasBack {
            hints.insert(
                hint(.back, wall.filter.isEmpty ? nil : words("清除筛选", "clear filter")),
                at: min(hints.count, 3)
            )
        }
        return hints
    }

    /// Finding leads away from a page; there it is not the next thing one would do.
    private func isHinted(_ id: Operation.ID) -> Bool {
        switch id {
        case .filter: place == .overview || wall.abilities.contains(.filter)
        case .trouble: wall.abilities.contains(.trouble)
        default: true
        }
    }

    private func drawFooter(_ canvas: Canvas) {
        for hint in hints {
            let used = canvas.put(hint.key, x: hint.x, y: 0, Style.gold.bold)
            canvas.put(hint.title, x: hint.x + used + (used > 0 ? 1 : 0), y: 0, .dim)
        }
    }

    // MARK: Mouse

    mutating func click(_ mouse: Mouse) -> [Effect] {
        guard !isTooSmall else { return [] }
        if let overlay {
            guard case .click = mouse.kind else { return [] }
            return click(mouse.at, in: overlay)
        }
        switch mouse.kind {
        case .wheelUp, .wheelDown:
            guard wallArea.contains(mouse.at) else { return [] }
            let point = Point(x: mouse.at.x - wallArea.x, y: mouse.at.y - wallArea.y)
            wall.wheel(mouse.kind == .wheelUp ? -3 : 3, at: point, in: frame)
            revision += 1
        case .click:
            notice = nil
            revision += 1
            return click(mouse.at)
        case .rightClick: break
        }
        return []
    }

    private mutating func click(_ point: Point) -> [Effect] {
        if point.y == 0 {
            guard let tab = tabs.first(where: { ($0.x..<$0.x + $0.width).contains(point.x) }) else { return [] }
            return start(Operation.of(.go(tab.place)))
        }
        if point.y == size.height - 1 {
            let hint = hints.first { ($0.x..<$0.x + $0.width).contains(point.x) }
            return hint?.operation.map { start(Operation.of($0)) } ?? []
        }
        guard wallArea.contains(point) else { return [] }
        let inside = Point(x: point.x - wallArea.x, y: point.y - wallArea.y)
        return wall.click(inside, in: frame) ? answer(wall.activate(in: frame)) : []
    }

    /// A click beside a box closes it, as Esc would.
    private mutating func click(_ point: Point, in overlay: Overlay) -> [Effect] {
        switch overlay {
        case .reading, .help:
            self.overlay = nil
            revision += 1
        case .prompt, .filter, .moving, .palette: break
        }
        return []
    }
}

extension Prompt {
    var isDangerous: Bool {
        guard case .act(let kind, _) = purpose else { return false }
        return Operation.of(.act(kind)).isDangerous
    }
}
