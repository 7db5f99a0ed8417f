import Canvas
import Ledger
import Supervision
import Text
import Words

extension MatterPage {
    /// One row of the history; a record that is too long for one goes on in a second.
    struct HistoryRow: Hashable {
        /// Which of ``entries(_:)`` it belongs to.
        let entry: Int
        let when: String
        let who: String
        let what: String
        let isGap: Bool
    }

    private struct HistoryKey: Hashable {
        let number: MatterNumber
        let count: Int?
        let width: Int
    }

    /// Where the words of a record begin: behind `11-20 08:12 `.
    private static let indent = 12

    /// The rows of the history in a column of this width.
    func historyRows(_ scene: Scene, width: Int) -> [HistoryRow] {
        scene.derived(HistoryKey(number: number, count: history?.count, width: width)) {
            entries(scene).enumerated().flatMap { rows(of: $0.element, $0.offset, scene, width: width - 3) }
        }
    }

    private func rows(of entry: Entry, _ index: Int, _ scene: Scene, width: Int) -> [HistoryRow] {
        let words = scene.words
        let day = words.short(entry.day(scene), seenFrom: scene.today)
        func row(when: String = "", who: String = "", _ what: String, isGap: Bool = false) -> HistoryRow {
            HistoryRow(entry: index, when: when, who: who, what: what, isGap: isGap)
        }
        guard case .record(let event) = entry else {
            return [row(when: day, words("缺跟踪", "not tracked"), isGap: true)]
        }
        // Imported history knows its day, not its hour.
        let when = event.origin == nil ? "\(day) \(words.time(event.recorded, scene.ledger.offset))" : day
        let who = words.signature(event.signature, in: scene.ledger)
        let what = words.sentence(event, in: scene.ledger)
        let room = width - max(Self.indent, when.columns() + 1) - who.columns() - 1
        if what.columns() <= room { return [row(when: when, who: who, what)] }
        return [row(when: when, who: who, ""), row(what)]
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
        let end = x + width
        if row.when.isEmpty {
            canvas.put(row.what, x: x + 6, y: y, .text, width: end - x - 6)
            return
        }
        let start = x + max(Self.indent, canvas.put(row.when, x: x, y: y, .dim) + 1)
        if row.isGap {
            canvas.put(row.what, x: start, y: y, Style.gold.bold, width: end - start)
            return
        }
        let used = canvas.put(row.who, x: start, y: y, .dim, width: end - start)
        canvas.put(row.what, x: start + used + 1, y: y, .text, width: end - start - used - 1)
    }
}
