import Canvas
import Ledger
import Supervision
import Text
import Walls
import Words

import struct Canvas.Key

/// The page of keys (?): drawn from the table of operations, without a text of its own but the legend.
struct Help: Hashable {
    var query = TextField()
    /// The first row that is shown.
    var first = 0
}

extension State {
    mutating func press(_ key: Key, in old: Help) {
        var help = old
        let page = max(1, helpRows - 2)
        switch key {
        case .escape where help.query.isEmpty:
            overlay = nil
            return
        case .escape: help = Help()
        case .enter:
            overlay = nil
            return
        case .down: help.first += 1
        case .up: help.first -= 1
        case .pageDown: help.first += page
        case .pageUp: help.first -= page
        default:
            // ? opens the page, so it also closes it; everything else that can be typed filters.
            if key.command.character == "?" {
                overlay = nil
                return
            }
            guard help.query.handle(key) else { return }
            help.first = 0
        }
        help.first = max(0, min(help.first, helpLines(help).count - helpRows))
        overlay = .help(help)
    }

    /// Rows for the table: below the head, above the legend.
    private var helpRows: Int { max(1, size.height - 3 - 5) }

    private var helpColumns: Int { size.width >= 100 ? 2 : 1 }

    /// One row of the page: a heading, or an operation.
    enum HelpRow: Hashable {
        case heading(Operation.Group)
        case operation(Operation.ID)
        /// How finding is written (/), below the keys.
        case title(String)
        case writing(typed: String, meaning: String)
        case blank
    }

    private func helpLines(_ help: Help) -> [[HelpRow]] {
        let query = help.query.text.lowercased()
        let word = SearchWord(help.query.cleaned.string)
        let found = Operation.table.filter { operation in
            guard operation.applies(in: place) else { return false }
            guard !query.isEmpty else { return true }
            if operation.keyLabel(words).lowercased() == query || operation.help(words).lowercased().contains(query) {
                return true
            }
            // A single letter is a key.
            let isKey = query.count == 1 && query.first?.isASCII ?? false
            return isKey
                ? operation.title(words).lowercased().contains(query) : operation.rank(word, typed: query, words) != nil
        }
        // What has a key comes first: it is what one looks up here.
        var rows: [HelpRow] = []
        for group in Operation.Group.allCases {
            let members = found.filter { $0.group == group }
            if members.isEmpty { continue }
            if !rows.isEmpty { rows.append(.blank) }
            rows.append(.heading(group))
            rows += (members.filter { !$0.keys.isEmpty } + members.filter(\.keys.isEmpty)).map { .operation($0.id) }
        }
        let writings = Search.examples(words).filter { example in
            query.isEmpty || example.typed.lowercased().contains(query) || example.meaning.lowercased().contains(query)
                || findingTitle.lowercased().contains(query)
        }
        if !writings.isEmpty {
            if !rows.isEmpty { rows.append(.blank) }
            rows.append(.title(findingTitle))
            rows += writings.map { .writing(typed: $0.typed, meaning: $0.meaning) }
        }
        let columns = helpColumns
        let height = (rows.count + columns - 1) / columns
        return (0..<height).map { row in
            (0..<columns).compactMap { column in
                let index = column * height + row
                return rows.indices.contains(index) ? rows[index] : nil
            }
        }
    }

    private var findingTitle: String { words("查找的写法（/）", "How to find (/)") }

    func draw(_ help: Help, on canvas: Canvas) {
        let lines = helpLines(help)
        let rows = helpRows
        let head = [
            Run(words("帮助", "Help"), Style.title.bold), Run("  "), Run(place.title(words)), Run("  "),
        ]
        let x = 2 + canvas.put(head, x: 2, y: 0)
        canvas.put(
            help.query,
            x: x,
            y: 0,
            width: max(8, min(30, canvas.width - x - 12)),
            isFocused: true,
            placeholder: words("输入即筛：键、名称", "type to filter"),
            style: .field
        )
        let last = min(lines.count, help.first + rows)
        canvas.put("\(min(help.first + 1, last))-\(last)/\(lines.count)", right: canvas.width, y: 0, .dim)
        let width = canvas.width / helpColumns
        for (offset, line) in lines.dropFirst(help.first).prefix(rows).enumerated() {
            for (column, row) in line.enumerated() {
                draw(row, on: canvas.region(x: column * width, y: 1 + offset, width: width - 2, height: 1))
            }
        }
        if lines.isEmpty {
            canvas.put(
                words("没有叫「\(help.query.text)」的键或动作。", "No key or action is called “\(help.query.text)”."),
                x: 2,
                y: 2,
                .dim
            )
        }
        drawLegend(canvas.region(x: 0, y: canvas.height - 4, width: canvas.width, height: 4))
    }

    private func draw(_ row: HelpRow, on canvas: Canvas) {
        switch row {
        case .blank: return
        case .heading(let group): canvas.rule(group.title(words), y: 0)
        case .title(let title): canvas.rule(title, y: 0)
        case .writing(let typed, let meaning):
            let x = max(16, 1 + canvas.put(typed, x: 1, y: 0, Style.gold.bold) + 2)
            canvas.put(meaning, x: x, y: 0, .dim, width: canvas.width - x)
        case .operation(let id):
            let operation = Operation.of(id)
            let reason = whyDisabled(operation)
            // Half a key says nothing: the first one stands alone where both do not fit.
            let label = operation.ways(words).joined(separator: " ")
            let keys = canvas.columns(label) <= 14 ? label : operation.ways(words)[0]
            let style: Style = operation.keys.isEmpty ? .gold : Style.gold.bold
            canvas.put(keys, x: 1, y: 0, reason == nil ? style : .faint, width: 14)
            var x = 16 + canvas.put(operation.title(words), x: 16, y: 0, reason == nil ? .text : .dim) + 2
            x = max(x, 30)
            if let reason {
                x += canvas.put(.crossMark, x: x, y: 0, .dim) + 1
                canvas.put(reason, x: x, y: 0, .dim, width: canvas.width - x)
            } else {
                canvas.put(operation.help(words), x: x, y: 0, .dim, width: canvas.width - x)
            }
        }
    }

    private func drawLegend(_ canvas: Canvas) {
        canvas.rule(words("灯与记号", "Lights and marks"), y: 0)
        var x = 1
        for light in Light.allCases {
            x += canvas.put(light, words, x: x, y: 1) + 1
            x += canvas.put(words.name(light), x: x, y: 1) + 2
        }
        x = 1
        for (mark, style, meaning) in [
            (words("✓", "✓"), Style.green, words("已记", "tracked")),
            (words("未", "!"), Style.gold.bold, words("今日待记", "to track today")),
            (words("缺", "gap"), Style.gold.bold, words("漏跟踪", "not tracked")),
            (words("补", "late"), Style.dim, words("补记", "written late")),
            (words("估", "est."), Style.dim, words("放假安排未公布", "no holiday notice")),
        ] {
            x += canvas.put(mark, x: x, y: 2, style) + 1
            x += canvas.put(meaning, x: x, y: 2) + 2
        }
        canvas.put(
            words(
                "全角按键与半角同义；只用方向键、数字、Enter、Esc、Tab 也能办完每日的事。",
                "Full-width keys count as half-width; arrows, digits, Enter, Esc and Tab do for the day."
            ),
            x: 1,
            y: 3,
            .dim,
            width: canvas.width - 1
        )
    }
}
