import Canvas
import Ledger
import Supervision
import Text
import Walls
import Words

// 快速登记: the line, what was understood of it, and what is like it, over the veiled wall.
extension State {
    static let captureRows = 7

    func drawCapture(_ prompt: Prompt, on canvas: Canvas) {
        let top = canvas.height - 1 - State.captureRows
        canvas.veil(Rect(x: 0, y: 0, width: canvas.width, height: top))
        let panel = canvas.region(x: 0, y: top, width: canvas.width, height: State.captureRows)
        panel.fill()
        panel.rule(
            words("快速登记", "Quick registration"),
            right: words("一行一件；严禁录入涉密信息", "one line each; no secret matters"),
            y: 0
        )
        panel.put("+", x: 1, y: 1, Style.gold.bold)
        panel.put(
            prompt.fields[0].text,
            x: 3,
            y: 1,
            width: panel.width - 4,
            isFocused: prompt.focus == 0,
            placeholder: prompt.fields[0].placeholder
        )
        drawChoices(prompt, on: panel, y: 2)
        drawChips(prompt, on: panel, y: 3, rows: 2)
        panel.put(similarLine(prompt), x: 1, y: 5, width: panel.width - 2)
        let offered = offered(prompt)
        if notice == nil, !offered.isEmpty {
            panel.put(offered, x: 1, y: 6, width: panel.width - 2)
        } else if notice == nil {
            panel.put(
                words(
                    "@ 人或单位  # 网格  ! 时限：下周五 月底 5个工作日 春节前  × 量：26处；拼音首字母也行",
                    "@ person or unit  # grid  ! limit: next friday, 5wd  × quantity; initials will do"
                ),
                x: 1,
                y: 6,
                .dim,
                width: panel.width - 2
            )
        }
    }

    /// The choices of the line and where each stands: its label, then itself.
    private func choicePlaces(_ prompt: Prompt) -> [(index: Int, label: String, x: Int, field: Range<Int>)] {
        var x = 3
        return prompt.fields.enumerated().dropFirst().map { index, field in
            let label = field.label.isEmpty ? words("类别", "kind") : field.label
            let start = x + label.columns() + 1
            let end = start + field.text.text.columns() + 2
            defer { x = end + 2 }
            return (index, label, x, start..<end)
        }
    }

    /// 类别 目标任务  来源 口头交办
    private func drawChoices(_ prompt: Prompt, on panel: Canvas, y: Int) {
        for place in choicePlaces(prompt) {
            panel.put(place.label, x: place.x, y: y, .dim)
            let isFocused = place.index == prompt.focus
            panel.put(
                " \(prompt.fields[place.index].text.text) ",
                x: place.field.lowerBound,
                y: y,
                isFocused ? Style(.gold, on: .active, .bold) : .field
            )
            if isFocused { panel.placeCursor(x: place.field.lowerBound + 1, y: y) }
        }
    }

    /// The field of the line under a point of the screen.
    func captureField(at point: Point, _ prompt: Prompt) -> Int? {
        let top = size.height - 1 - State.captureRows
        switch point.y - top {
        case 1: return 0
        case 2: return choicePlaces(prompt).first { ($0.x..<$0.field.upperBound).contains(point.x) }?.index
        default: return nil
        }
    }

    private func drawChips(_ prompt: Prompt, on panel: Canvas, y: Int, rows: Int) {
        var (x, row) = (3, 0)
        for run in understood(prompt) where run.text.contains(where: { $0 != " " }) {
            let width = panel.columns(run.text)
            if x + width > panel.width, x > 3 {
                (x, row) = (3, row + 1)
                if row == rows { return }
            }
            x += panel.put(run.text, x: x, y: y + row, run.style, width: panel.width - x) + 2
        }
    }

    private func similarLine(_ prompt: Prompt) -> [Run] {
        let title = QuickEntry(prompt.fields[0].text.text, scene).title
        let similar = scene.similar(to: title)
        let closed = closedSimilar(title)
        guard !similar.isEmpty || !closed.isEmpty else {
            return [Run("  " + words("没有相近的事项", "nothing alike"), .dim)]
        }
        var runs = [Run("  " + words("相近 ", "alike "), Style.gold.bold)]
        for found in similar.prefix(3) {
            guard let matter = scene.matter(found.matter) else { continue }
            runs.append(Run("\(words.number(matter)) ", .dim))
            runs.append(Run("\(words.title(matter))  ", found.isStrong ? .gold : .text))
        }
        for matter in closed.prefix(1) {
            runs.append(Run("\(words.number(matter)) ", .dim))
            runs.append(Run("\(words.title(matter))（\(words.name(matter.stage))）", .dim))
        }
        return runs
    }

    /// Whether a registration must be confirmed, because something very much like it is at hand; says which.
    mutating func mustConfirm(_ prompt: inout Prompt) -> Bool {
        guard prompt.purpose == .register else { return false }
        let title = QuickEntry(prompt.fields[0].text.text, scene).title
        guard prompt.confirmed != title, let first = scene.similar(to: title).first, first.isStrong else {
            return false
        }
        prompt.confirmed = title
        say(warning(of: first), .attention)
        return true
    }

    /// Looks among what is settled for titles like one being typed.
    mutating func lookUpSimilar(_ title: String) -> [Effect] {
        guard title.count >= 4, lookingUp == nil else { return [] }
        let key = String(title.prefix(3))
        guard lookedUp?.text != key else { return [] }
        lookingUp = key
        return [.lookUp(key)]
    }
}
