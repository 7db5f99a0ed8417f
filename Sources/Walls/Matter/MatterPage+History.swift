import Canvas
import Ledger
import Supervision
import Text
import Words

extension MatterPage {
    /// One row of the history: what happened, over as many rows as it needs; who said and typed it ends the last one.
    struct HistoryRow: Hashable {
        /// Which of ``entries(_:)`` it belongs to.
        let entry: Int
        let when: String
        let who: String
        let what: String
        let isGap: Bool
        /// Where the words begin.
        var indent = 6
    }

    private struct HistoryKey: Hashable {
        let number: MatterNumber
        let count: Int?
        let width: Int
    }

    /// The rows of the history in a column of this width.
    func historyRows(_ scene: Scene, width: Int) -> [HistoryRow] {
        scene.derived(HistoryKey(number: number, count: history?.count, width: width)) {
            let entries = entries(scene)
            let indent = 1 + (entries.map { when($0, scene).columns() }.max() ?? 5)
            return entries.enumerated().flatMap { index, entry in
                rows(of: entry, index, scene, width: width - 3 - indent).map { row in
                    var row = row
                    row.indent = indent
                    return row
                }
            }
        }
    }

    /// The day, and the hour where it is known: imported history knows its day only.
    private func when(_ entry: Entry, _ scene: Scene) -> String {
        let day = scene.words.short(entry.day(scene), seenFrom: scene.today)
        guard case .record(let event) = entry, event.origin == nil else { return day }
        return "\(day) \(scene.words.time(event.recorded, scene.ledger.offset))"
    }

    private func rows(of entry: Entry, _ index: Int, _ scene: Scene, width: Int) -> [HistoryRow] {
        let words = scene.words
        let when = when(entry, scene)
        func row(when: String = "", who: String = "", _ what: String, isGap: Bool = false) -> HistoryRow {
            HistoryRow(entry: index, when: when, who: who, what: what, isGap: isGap)
        }
        guard case .record(let event) = entry else {
            return [row(when: when, words("缺跟踪", "not tracked"), isGap: true)]
        }
        let who = words.signature(event.signature, in: scene.ledger)
        var rows = words.sentence(event, in: scene.ledger).wrapped(to: max(12, width)).enumerated().map { index, text in
            row(when: index == 0 ? when : "", text)
        }
        if let last = rows.last, last.what.columns() + 2 + who.columns() <= width {
            rows[rows.count - 1] = row(when: last.when, who: who, last.what)
        } else {
            rows.append(row(when: rows.isEmpty ? when : "", who: who, ""))
        }
        return rows
    }

    func drawHistory(_ matter: Matter, _ area: Rect, _ frame: Frame, _ canvas: Canvas) {
        let words = frame.scene.words
        if showsBasis {
            drawBasis(matter, area, frame, canvas)
            return
        }
        let rows = historyRows(frame.scene, width: area.width)
        let count = history.map { words("\($0.count) 条", "\($0.count)") } ?? ""
        canvas.rule(words("历史", "History"), right: count, x: area.x, y: area.y - 1, width: area.width)
        if rows.isEmpty {
            let note = history == nil ? words("正在读取…", "Reading…") : words("尚无记录。", "Nothing recorded yet.")
            canvas.put(note, x: area.x + 2, y: area.y, .dim)
            return
        }
        let isHere = part == .history
        let visible = (isHere ? window : ScrollWindow()).visible(of: rows.count, rows: area.height)
        var marked: Range<Int>?
        for index in visible {
            let y = area.y + index - visible.lowerBound
            // The last column belongs to the thumb.
            draw(rows[index], x: area.x + 2, y: y, width: area.width - 3, canvas)
            if isHere, rows[index].entry == row { marked = (marked?.lowerBound ?? y)..<y + 1 }
        }
        if let marked { canvas.mark(Rect(x: area.x, y: marked.lowerBound, width: area.width, height: marked.count)) }
        canvas.thumb(
            isHere ? window : ScrollWindow(),
            of: rows.count,
            x: area.right - 1,
            y: area.y,
            rows: area.height
        )
    }

    private func draw(_ row: HistoryRow, x: Int, y: Int, width: Int, _ canvas: Canvas) {
        let start = x + row.indent
        canvas.put(row.when, x: x, y: y, .dim, width: row.indent)
        let style: Style = row.isGap ? Style.gold.bold : .text
        canvas.put(row.what, x: start, y: y, style, width: width - row.indent)
        if !row.who.isEmpty { canvas.put(row.who, right: x + width, y: y, .dim, width: width - row.indent) }
    }
}
