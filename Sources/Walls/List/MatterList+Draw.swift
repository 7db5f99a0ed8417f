package import Canvas
import Ledger
import Supervision
import Text
import Words

extension MatterList {
    package func draw(in frame: Frame, on canvas: Canvas) {
        let rows = rows(frame.scene)
        drawSummary(rows.count, frame.scene, canvas)
        let columns = Columns(frame, widestNumber: widestNumber(frame.scene))
        drawHeads(columns, frame.scene, canvas)
        guard !rows.isEmpty else {
            canvas.put(emptySentence(frame.scene), x: 2, y: Self.headRows + 1, .dim, width: canvas.width - 2)
            return
        }
        let visible = visible(in: frame)
        for index in visible {
            guard let matter = frame.scene.matter(rows[index]) else { continue }
            let y = Self.headRows + index - visible.lowerBound
            let isSelected = isSelected(index)
            drawRow(matter, isSelected: isSelected, columns, frame.scene, canvas, y: y)
            if frame.marked.contains(matter.number) { canvas.putMark(x: 1, y: y) }
            if isSelected { canvas.mark(Rect(x: 0, y: y, width: canvas.width, height: 1)) }
        }
        canvas.thumb(
            scroll,
            of: rows.count,
            x: canvas.width - 1,
            y: Self.headRows,
            rows: canvas.height - Self.headRows
        )
    }

    // MARK: Head

    private func drawSummary(_ count: Int, _ scene: Scene, _ canvas: Canvas) {
        let words = scene.words
        var runs = [
            Run(words("事项清单", "Matters"), Style.title.bold), Run("  "),
            Run("\(count)", Style.title.bold), Run(words(" 件", ""), .dim),
        ]
        if !filter.isEmpty { runs.append(Run(words("，在手共 \(scene.order.count) 件", " of \(scene.order.count)"), .dim)) }
        if let excerpt = filter.excerpt { runs += [Run("  "), Run(excerpt.title, Style.gold.bold)] }
        if filter.isTroubleOnly { runs += [Run("  "), Run(words("只看逾滞临", "only LT BH NR"), .gold)] }
        if !filter.text.isEmpty { runs += [Run("  /", .gold), Run(filter.text, Style.gold.bold)] }
        let used = canvas.put(runs, x: 0, y: 0, width: canvas.width)
        let orders = Order.allCases.map { order in
            Run(" \(order.name(words)) ", order == self.order ? .active : .dim)
        }
        let width = orders.reduce(0) { $0 + canvas.columns($1.text) }
        if used + 2 + width <= canvas.width { canvas.put(orders, right: canvas.width, y: 0) }
    }

    private func drawHeads(_ columns: Columns, _ scene: Scene, _ canvas: Canvas) {
        let words = scene.words
        func head(_ place: Range<Int>?, _ text: String, isRight: Bool = false) {
            guard let place else { return }
            if isRight {
                canvas.put(text, right: 2 + place.upperBound, y: 1, .dim)
            } else {
                canvas.put(text, x: 2 + place.lowerBound, y: 1, .dim, width: place.count)
            }
        }
        head(columns.number, words("编号", "No."))
        head(columns.title, words("事项", "Matter"))
        head(columns.unit, words("牵头单位", "Lead"))
        head(columns.person, words("责任人", "Person"))
        head(columns.grid, words("网格", "Grid"))
        head(columns.stage, words("状态", "Stage"))
        head(columns.limit, words("时限", "Limit"), isRight: true)
        head(columns.reason, words("亮灯依据", "Why"))
        head(columns.today, words("今", "T"))
        head(columns.note, words.blocker + words("、", ", ") + words.nextStep)
    }

    // MARK: Rows

    private func drawRow(
        _ matter: Matter,
        isSelected: Bool,
        _ columns: Columns,
        _ scene: Scene,
        _ canvas: Canvas,
        y: Int
    ) {
        let words = scene.words
        let judgement = scene.judgement(of: matter)
        func put(_ text: String, _ place: Range<Int>?, _ style: Style = .text) {
            guard let place else { return }
            canvas.put(text, x: 2 + place.lowerBound, y: y, style, width: place.count, finding: filter)
        }
        canvas.put(judgement.light, words, x: 2, y: y)
        put(words.number(matter), columns.number, .dim)
        put(words.title(matter), columns.title, isSelected ? Style.title.bold : .text)
        put(words.unit(matter.lead, in: scene.ledger), columns.unit, .dim)
        if matter.person == nil, matter.stage.isOpen {
            put(words("缺 人", "none"), columns.person, .gold)
        } else {
            put(words.person(matter.person, in: scene.ledger), columns.person)
        }
        put(words.grid(matter.grid, in: scene.ledger), columns.grid, .dim)
        put(words.name(matter.stage), columns.stage, .dim)
        if let limit = columns.limit, let due = matter.limitDay(scene.ledger.offset) {
            canvas.put(words.short(due, seenFrom: scene.today), right: 2 + limit.upperBound, y: y, .dim)
        }
        let reason = columns.hasLongReason ? words.reason(judgement, of: matter) : words.brief(judgement)
        put(reason, columns.reason, Style(judgement.light.ink))
        put(scene.stuckAndNext(matter), columns.note, .dim)
        drawToday(matter, columns, scene, canvas, y: y)
    }

    /// 未 or ✓ where a track is due today.
    private func drawToday(_ matter: Matter, _ columns: Columns, _ scene: Scene, _ canvas: Canvas, y: Int) {
        guard let place = columns.today else { return }
        for duty in scene.duties(of: matter.number) {
            guard case .track = duty.kind else { continue }
            if duty.isDone {
                canvas.put(.check, x: 2 + place.lowerBound, y: y, .green)
            } else {
                canvas.put(scene.words("未", "!"), x: 2 + place.lowerBound, y: y, Style.gold.bold)
            }
        }
    }

    private func emptySentence(_ scene: Scene) -> String {
        let words = scene.words
        if scene.order.isEmpty {
            return words("台账是空的。n 登记第一件。", "The ledger is empty. Press n to register the first matter.")
        }
        if !filter.text.isEmpty {
            return words(
                "没有符合「\(filter.text)」的在手事项。Esc 清除筛选。",
                "No matter at hand fits “\(filter.text)”. Esc clears the filter."
            )
        }
        return words("没有逾期、滞后、临期的事项。v 看全部。", "Nothing is overdue, behind or near. Press v for all.")
    }
}

extension MatterList.Order {
    func name(_ words: Words) -> String {
        switch self {
        case .light: words("按灯", "by light")
        case .limit: words("按时限", "by limit")
        case .unit: words("按单位", "by unit")
        case .number: words("按编号", "by number")
        }
    }
}

/// The columns that fit, counted from column 2. A name that would be cut is worse than a column that is not there.
private struct Columns {
    var number: Range<Int>?
    var title: Range<Int>?
    var unit: Range<Int>?
    var person: Range<Int>?
    var grid: Range<Int>?
    var stage: Range<Int>?
    var limit: Range<Int>?
    var reason: Range<Int>?
    /// What it is stuck on and what comes next, on a wide screen.
    var note: Range<Int>?
    var today: Range<Int>?
    let hasLongReason: Bool

    init(_ frame: Frame, widestNumber: Int) {
        let isChinese = frame.scene.words.language == .zh
        hasLongReason = frame.size.width >= 110
        let hasNote = frame.size.width >= 180
        let places = Track.places(
            [
                .fixed(2), .fixed(max(5, "\(widestNumber)".utf8.count + 2)),
                .flexible(24, upTo: hasNote ? 44 : .max, weight: 4),
                .flexible(12, upTo: 18, priority: 3), .fixed(isChinese ? 8 : 12, priority: 6),
                .flexible(12, upTo: 18, priority: 1), .fixed(isChinese ? 6 : 10, priority: 2),
                .fixed(10, priority: 4), .fixed(hasLongReason ? 22 : 11), .fixed(2, priority: 5),
            ] + (hasNote ? [.flexible(20, weight: 4, priority: 0)] : []),
            // One column is left for the thumb.
            in: frame.size.width - 3
        )
        number = places[1]
        title = places[2]
        unit = places[3]
        person = places[4]
        grid = places[5]
        stage = places[6]
        limit = places[7]
        reason = places[8]
        today = places[9]
        note = hasNote ? places[10] : nil
    }
}
