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
        let box = box(hits.count)
        let height = box.height
        let inside = canvas.frame(box, title: title(palette.scope))
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
            placeholder: placeholder(palette.scope),
            style: Style.title.bold
        )
        inside.put(.rule, x: 0, y: 1, .faint, count: inside.width)
        let rows = height - 6
        if hits.isEmpty {
            inside.put(nothing(palette), x: 0, y: 2, .dim, width: inside.width)
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

    private func title(_ scope: Palette.Scope) -> String {
        switch scope {
        case .everything: words("命令", "Command")
        case .views: words("视图", "Views")
        case .themes: words("主题", "Themes")
        }
    }

    private func placeholder(_ scope: Palette.Scope) -> String {
        switch scope {
        case .everything:
            words("动作、编号、事项、人、单位、网格、战役；拼音首字母也行", "action, number, matter, person, unit, grid, campaign")
        case .views: words("视图的名字", "name of a view")
        case .themes: words("↑↓ 随看随换；配色的名字", "arrows try them on; name of a theme")
        }
    }

    /// Where the palette stands.
    private func box(_ hits: Int) -> Rect {
        let width = min(size.width - 12, 76) / 2 * 2
        let height = min(size.height - 7, max(8, hits + 6))
        return Rect(x: (size.width - width) / 2, y: 3, width: width, height: height)
    }

    /// The hit under a point; nil beside the box, the chosen one on its edges.
    func index(at point: Point, in palette: Palette) -> Int? {
        let count = hits(palette).count
        let box = box(count)
        guard box.contains(point) else { return nil }
        let rows = box.height - 6
        let window = ScrollWindow().showing(palette.selected, of: count, rows: rows)
        let visible = window.visible(of: count, rows: rows)
        let index = visible.lowerBound + point.y - box.y - 3
        return visible.contains(index) ? index : palette.selected
    }

    private func nothing(_ palette: Palette) -> String {
        let text = palette.query.text
        if palette.scope == .views, text.isEmpty {
            return words("还没有视图。先用 / 筛选，再按 V 存下。", "No views yet. Filter with /, then V keeps it.")
        }
        return words("没有叫「\(text)」的动作、事项或人。Esc 关闭，退格再试。", "Nothing is called “\(text)”. Esc closes.")
    }

    private func draw(_ hit: Palette.Hit, kind: String, on canvas: Canvas, y: Int, query: Palette) {
        let start = words.language == .zh ? 7 : 10
        canvas.put(kind, x: 1, y: y, .dim, width: start - 2)
        var x = start
        let finding = query.query.isEmpty ? [] : [SearchWord(query.query.cleaned.string)]
        var right = canvas.width
        switch hit {
        case .operation(let id):
            let operation = Operation.of(id)
            if let key = operation.keys.first {
                right -= canvas.put(key.label(words), right: right, y: y, Style.gold.bold) + 1
            }
            let isOff = whyDisabled(operation) != nil
            x += canvas.put(name(hit), x: x, y: y, isOff ? .dim : .text, width: 22, finding: isOff ? [] : finding)
            if !isOff, let word = finding.first, !word.stands(in: name(hit)), let also = operation.also(word, words) {
                // Why it is here.
                canvas.put(also, x: max(x + 2, 30), y: y, .dim, width: right - max(x + 2, 30), finding: finding)
            }
        case .matter(let number):
            if let matter = known(number) {
                right -= canvas.put(words.number(matter), right: right, y: y, .dim) + 1
                let light = matter.stage.isAtHand ? scene.judgement(of: matter).light : .blue
                x += canvas.put(light, words, x: x, y: y) + 1
            }
            x += canvas.put(name(hit), x: x, y: y, .text, width: max(20, right - x - 16), finding: finding)
        case .everything:
            // Its summary is what was asked for: it has the row.
            x += canvas.put(name(hit), x: x, y: y, .text, width: 22, finding: finding)
            canvas.put(fact(hit), x: x + 2, y: y, .dim, width: right - x - 2)
            return
        case .person, .unit, .grid, .campaign, .view, .newView, .theme, .draft:
            x += canvas.put(name(hit), x: x, y: y, .text, width: 22, finding: finding)
        }
        let column = max(x + 2, 30)
        canvas.put(fact(hit), x: column, y: y, .dim, width: right - column)
    }
}
