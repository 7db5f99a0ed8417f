import Canvas
import Ledger
import Supervision
import Text
import Walls
import Words

extension State {
    func draw(_ palette: Palette, on canvas: Canvas) {
        canvas.veil(Rect(x: 0, y: 0, width: canvas.width, height: canvas.height - 1))
        let hits = hits(palette)
        let width = min(canvas.width - 12, 76) / 2 * 2
        let height = min(canvas.height - 7, max(8, hits.count + 6))
        let box = Rect(x: (canvas.width - width) / 2, y: 3, width: width, height: height)
        let inside = canvas.frame(box, title: words("命令", "Command"))
        if !palette.query.isEmpty {
            canvas.put(words(" \(hits.count) 项 ", " \(hits.count) "), right: box.right - 2, y: box.y, .dim)
        }
        inside.put(":", x: 0, y: 0, Style.gold.bold)
        inside.put(
            palette.query,
            x: 2,
            y: 0,
            width: inside.width - 2,
            isFocused: true,
            placeholder: words("动作、编号、事项、人、单位、网格", "action, number, matter, person, unit, grid"),
            style: Style.title.bold
        )
        inside.put(.rule, x: 0, y: 1, .faint, count: inside.width)
        let rows = height - 6
        if hits.isEmpty {
            let text = palette.query.text
            inside.put(
                words("没有叫「\(text)」的动作、事项或人。Esc 关闭，退格再试。", "Nothing is called “\(text)”. Esc closes."),
                x: 0,
                y: 2,
                .dim,
                width: inside.width
            )
        }
        let window = ScrollWindow().showing(palette.selected, of: hits.count, rows: rows)
        for (row, index) in window.visible(of: hits.count, rows: rows).enumerated() {
            let isFirstOfKind = row == 0 || kind(hits[index]) != kind(hits[index - 1])
            draw(hits[index], kind: isFirstOfKind ? kind(hits[index]) : "", on: inside, y: 2 + row, query: palette)
            if index == palette.selected {
                canvas.select(Rect(x: box.x + 1, y: box.y + 3 + row, width: box.width - 2, height: 1))
                canvas.put(.rowMark, x: box.x + 1, y: box.y + 3 + row, Style(.gold, on: .none, .selected))
            }
        }
        inside.put(.rule, x: 0, y: inside.height - 2, .faint, count: inside.width)
        if hits.indices.contains(palette.selected) {
            inside.put(sentence(hits[palette.selected]), x: 0, y: inside.height - 1, .dim, width: inside.width)
        }
    }

    private func draw(_ hit: Palette.Hit, kind: String, on canvas: Canvas, y: Int, query: Palette) {
        canvas.put(kind, x: 1, y: y, .dim, width: 6)
        var x = 7
        let filter = Filter(text: query.query.text)
        var right = canvas.width
        switch hit {
        case .operation(let id):
            let operation = Operation.of(id)
            if let key = operation.keys.first {
                right -= canvas.put(key.label, right: right, y: y, Style.gold.bold) + 1
            }
            let isOff = whyDisabled(operation) != nil
            x += canvas.put(name(hit), x: x, y: y, isOff ? .dim : .text, width: 22, finding: isOff ? .none : filter)
        case .matter(let number):
            if let matter = scene.matter(number) {
                right -= canvas.put(words.number(matter), right: right, y: y, .dim) + 1
                x += canvas.put(scene.judgement(of: matter).light, words, x: x, y: y) + 1
            }
            x += canvas.put(name(hit), x: x, y: y, .text, width: max(20, right - x - 16), finding: filter)
        case .everything, .person, .unit, .grid:
            x += canvas.put(name(hit), x: x, y: y, .text, width: 22, finding: filter)
        }
        let column = max(x + 2, 30)
        canvas.put(fact(hit), x: column, y: y, .dim, width: right - column)
    }

    /// What Enter will do.
    private func sentence(_ hit: Palette.Hit) -> String {
        switch hit {
        case .operation(let id): Operation.of(id).help(words)
        case .matter: words("打开这件事项。", "Open this matter.")
        case .everything: words("列出写有这些字的全部在手事项。", "List every matter at hand with these words.")
        case .person: words("列出这个人名下的在手事项。", "List the matters of this person.")
        case .unit: words("列出这个单位的在手事项。", "List the matters of this unit.")
        case .grid: words("列出这个网格的在手事项。", "List the matters of this grid.")
        }
    }
}
