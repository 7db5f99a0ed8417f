import Canvas
import Ledger
import Supervision
import Text
import Words

import struct Canvas.Track

/// The people, and what each has in hand by the week in which it is due.
struct RosterTable {
    let scene: Scene
    let rows: RosterRows
    let filter: Filter
    private var words: Words { scene.words }

    init(scene: Scene, rows: RosterRows, filter: Filter) {
        self.scene = scene
        self.rows = rows
        self.filter = filter
    }

    private struct Columns {
        var name: Range<Int>
        var unit: Range<Int>?
        var post: Range<Int>?
        /// The columns of due weeks and where each begins.
        var dues: [(due: RosterFigures.Due, cells: Range<Int>)]
        var note: Range<Int>?

        /// What a column counts: the weeks without one of their own stand under 更后.
        func count(_ due: RosterFigures.Due, _ of: (RosterFigures.Due) -> Int) -> Int {
            guard due == .later else { return of(due) }
            let shown = Set(dues.map(\.due)).subtracting([.later])
            return RosterFigures.Due.all.filter { !shown.contains($0) }.reduce(0) { $0 + of($1) }
        }
    }

    private func columns(_ width: Int) -> Columns {
        let measures = scene.measures
        let dues: [RosterFigures.Due] =
            width < 90
            ? [.past, .week(0), .week(1), .later]
            : width < 120 ? Array(RosterFigures.Due.all.dropLast()) : RosterFigures.Due.all
        let cell = width < 120 ? 6 : 8
        let tracks: [Track] = [
            .fixed(max(measures.person, 8)), .fixed(min(measures.unit, width < 120 ? 10 : 16), priority: 2),
            .flexible(10, upTo: width < 120 ? 12 : 18, priority: 1),
            .fixed(cell * dues.count), .flexible(width < 120 ? 10 : 18, weight: 3, priority: 0),
        ]
        let places = Track.places(tracks, in: width - 3, gap: 2)
        func place(_ index: Int) -> Range<Int>? {
            places[index].map { $0.lowerBound + 2..<$0.upperBound + 2 }
        }
        let start = place(3)?.lowerBound ?? 12
        return Columns(
            name: place(0) ?? 2..<10,
            unit: place(1),
            post: place(2),
            dues: dues.enumerated().map { ($0.element, start + $0.offset * cell..<start + $0.offset * cell + cell) },
            note: place(4)
        )
    }

    func draw(window: ScrollWindow, selected: RosterRows.Row?, isFocused: Bool, on canvas: Canvas) {
        let columns = columns(canvas.width)
        func head(_ text: String, _ cells: Range<Int>?, _ style: Style = .dim) {
            if let cells { canvas.put("\(text) ", x: cells.lowerBound, y: 0, style, width: cells.count + 1) }
        }
        head(words.nameHead, columns.name, isFocused ? Style.title.bold : .dim)
        head(words.unitHead, columns.unit)
        head(words.postHead, columns.post)
        for (due, cells) in columns.dues {
            head(words.name(due, today: scene.today), cells, due == .week(0) ? .text : .dim)
        }
        head(words.noteHead, columns.note)
        if rows.rows.isEmpty {
            canvas.put(filter.isEmpty ? words.nobodyHere : words.nothingMatches, x: 2, y: 1, .dim)
            return
        }
        let visible = window.visible(of: rows.rows.count, rows: canvas.height - RosterLayout.headRows - 1)
        for (offset, index) in visible.enumerated() {
            let row = rows.rows[index]
            let y = offset + RosterLayout.headRows
            let isSelected = row == selected
            draw(row, columns, isSelected: isSelected && isFocused, on: canvas, y: y)
            guard isSelected else { continue }
            let rect = Rect(x: 0, y: y, width: canvas.width - 1, height: 1)
            if isFocused { canvas.mark(rect) }
        }
        drawTotals(columns, on: canvas, y: RosterLayout.headRows + visible.count)
        canvas.thumb(window, of: rows.rows.count, x: canvas.width - 1, y: 1, rows: canvas.height - 2, ink: .faint)
    }

    /// 合计: what the unit has to do week by week; of no person.
    private func drawTotals(_ columns: Columns, on canvas: Canvas, y: Int) {
        canvas.put(words.sum, x: columns.name.lowerBound, y: y, .dim)
        for (due, cells) in columns.dues {
            let count = columns.count(due) { rows.totals[$0] ?? 0 }
            guard count > 0 else { continue }
            let style: Style = due == .past ? Style.red.bold : due == .week(0) ? Style.near.bold : Style.title.bold
            canvas.put("\(count)", x: cells.lowerBound, y: y, style, width: cells.count)
        }
    }

    private func draw(_ row: RosterRows.Row, _ columns: Columns, isSelected: Bool, on canvas: Canvas, y: Int) {
        func put(_ text: String, _ cells: Range<Int>?, _ style: Style) {
            if let cells { canvas.put(text, x: cells.lowerBound, y: y, style, width: cells.count) }
        }
        let figures = scene.rosterFigures
        let ledger = scene.ledger
        switch row {
        case .person(let id):
            guard let person = ledger.people[id] else { return }
            let load = figures.loads[id]
            let style: Style = isSelected ? Style.title.bold : load == nil ? .dim : .text
            canvas.put(
                person.name.string,
                x: columns.name.lowerBound,
                y: y,
                style,
                width: columns.name.count,
                finding: filter
            )
            put(words.unit(person.unit, in: ledger), columns.unit, .dim)
            put(person.posts.first?.string ?? "", columns.post, .dim)
            for (due, cells) in columns.dues { putLoad(load, due, cells, columns, on: canvas, y: y) }
            let (forms, noteStyle) = notes(of: id)
            let room = columns.note?.count ?? 0
            put(forms.first { canvas.columns($0) <= room } ?? forms.last ?? "", columns.note, noteStyle)
        case .vacancy(let vacancy):
            canvas.put(
                [Run(canvas.repertoire[.box] + " ", .gold), Run(words.vacantPost, Style.gold.bold)],
                x: columns.name.lowerBound,
                y: y
            )
            put(words.unit(vacancy.unit, in: ledger), columns.unit, .dim)
            put(vacancy.post.string, columns.post ?? columns.unit, .text)
            if !vacancy.matters.isEmpty, let first = columns.dues.first {
                canvas.put(words.postWanted(vacancy.matters.count), x: first.cells.lowerBound, y: y, .text)
            }
            put(vacancy.since.map { words.vacant(days: scene.today - $0) } ?? "", columns.note, .dim)
        case .unmanned(let unit):
            let numbers = figures.unmanned[unit] ?? []
            canvas.put(
                [Run(canvas.repertoire[.crossMark] + " ", .gold), Run(words.unmanned, Style.gold.bold)],
                x: columns.name.lowerBound,
                y: y
            )
            put(words.unit(unit, in: ledger), columns.unit, .dim)
            let titles = numbers.compactMap { scene.matter($0).map(words.title) }.joined(separator: words("、", ", "))
            let start = columns.post?.lowerBound ?? columns.dues.first?.cells.lowerBound ?? 12
            let end = columns.note?.lowerBound ?? canvas.width - 1
            canvas.put(titles, x: start, y: y, .text, width: end - start - 1)
            put(words.mattersUnmanned(numbers.count), columns.note, Style.gold.bold)
        case .idle(let count):
            let end = canvas.width - 1
            canvas.put(words.idle(count), x: columns.name.lowerBound, y: y, .dim, width: end - columns.name.lowerBound)
        }
    }

    /// A mark for each matter up to three, then the number.
    private func putLoad(
        _ load: RosterFigures.Load?,
        _ due: RosterFigures.Due,
        _ cells: Range<Int>,
        _ columns: Columns,
        on canvas: Canvas,
        y: Int
    ) {
        let count = columns.count(due) { load?.count($0) ?? 0 }
        guard count > 0 else {
            canvas.put(.dot, x: cells.lowerBound, y: y, .faint)
            return
        }
        let style: Style =
            switch due {
            case .past: .red
            case .week(0): .near
            case .week: .text
            case .later, .never: .dim
            }
        let marks = min(cells.count >= 8 ? 3 : 2, count)
        let x = cells.lowerBound + canvas.put(.square, x: cells.lowerBound, y: y, style, count: marks)
        canvas.put("\(count)", x: x + 1, y: y, due == .past ? style.bold : style)
    }

    /// On leave, about to be, or standing in for somebody; from long to short.
    func notes(of person: PersonID) -> ([String], Style) {
        let ledger = scene.ledger
        let horizon = ledger.calendar.day(10, workdaysAfter: scene.today)
        if let leave = ledger.leaves.last(where: {
            $0.person == person && $0.through >= scene.today && $0.from <= horizon
        }) {
            let standIn = leave.standIn.map { words.person($0, in: ledger) }
            let within = RosterDetail(scene).mattersDue(of: person, during: leave).count
            let isOpen = standIn == nil && within > 0
            return (
                [
                    words.away(leave, standIn: standIn, matters: within, today: scene.today),
                    words.awayShort(leave, standIn: standIn, today: scene.today),
                    words.awayShort(leave, standIn: nil, today: scene.today),
                ],
                isOpen ? Style.gold.bold : .dim
            )
        }
        let ahead = ledger.leaves.filter {
            $0.standIn == person && $0.through >= scene.today && $0.from <= horizon
        }
        let now = ahead.filter { $0.holds(on: scene.today) }.map { words.person($0.person, in: ledger) }
        if !now.isEmpty { return ([words.standsInFor(now)], .text) }
        if let next = ahead.min(by: { $0.from < $1.from }) {
            let name = words.person(next.person, in: ledger)
            return ([words.standsInFor(name, from: next.from), words.standsInFor([name])], .dim)
        }
        return ([""], .dim)
    }
}
