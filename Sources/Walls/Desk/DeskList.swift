import Canvas
import Ledger
import Supervision
import Text
import Words

/// Draws the list of the desk: groups, rows with their strip of days, and the line that is being typed.
struct DeskList {
    let scene: Scene
    let rows: DeskRows
    let layout: DeskLayout
    let grouping: DeskWall.Grouping
    let filter: Filter
    private var words: Words { scene.words }

    init(scene: Scene, rows: DeskRows, layout: DeskLayout, grouping: DeskWall.Grouping, filter: Filter) {
        self.scene = scene
        self.rows = rows
        self.layout = layout
        self.grouping = grouping
        self.filter = filter
    }

    /// What stands on each row under the heading: the index of a line, or nil for the line being typed.
    ///
    /// The heading of the first group shown always stands in the heading of the list, with the days of the strip.
    static func shown(_ rows: DeskRows, window: ScrollWindow, layout: DeskLayout, line: Int?) -> [Int: Int?] {
        var shown: [Int: Int?] = [:]
        let height = layout.list.height - 1
        var index = window.visible(of: rows.lines.count, rows: height).lowerBound
        while index < rows.lines.count, rows.row(rows.lines[index]) == nil { index += 1 }
        var y = 0
        while y < height, index < rows.lines.count {
            shown[y] = index
            if index == line {
                y += 1
                shown[y] = .some(nil)
            }
            index += 1
            y += 1
        }
        return shown
    }

    func draw(
        window: ScrollWindow,
        marked: Set<MatterNumber>,
        selected: Int?,
        typing: Line?,
        on wall: Canvas
    ) {
        let canvas = wall.region(layout.list)
        let columns = DeskColumns(width: canvas.width, days: layout.days, scene)
        let shown = DeskList.shown(rows, window: window, layout: layout, line: typing == nil ? nil : selected)
        drawHeading(shown[0].flatMap { $0 }, columns, on: canvas)
        if rows.matters.isEmpty {
            canvas.put(filter.isEmpty ? words.nothingLate : words.nothingMatches, x: 5, y: 1, .dim)
            return
        }
        for y in 0..<canvas.height - 1 {
            guard let entry = shown[y] else { break }
            guard let index = entry else { continue }
            let region = canvas.region(x: 0, y: y + 1, width: canvas.width, height: 1)
            switch rows.lines[index] {
            case .blank: break
            case .heading(let group): region.rule(title(group), y: 0)
            case .row:
                let row = rows.row(rows.lines[index])!
                draw(row, columns, isSelected: index == selected, on: region)
                if marked.contains(row.matter) { region.putMark(x: 1, y: 0) }
            }
            if index == selected {
                let block = Rect(x: 0, y: y + 1, width: canvas.width, height: typing == nil ? 1 : 2)
                canvas.mark(block)
                if let typing { canvas.put(typing, x: 5, y: y + 2, width: canvas.width - 6) }
            }
        }
        canvas.thumb(window, of: rows.lines.count, x: canvas.width - 1, y: 1, rows: canvas.height - 1, ink: .faint)
        if let legend = layout.legend { drawLegend(on: wall.region(legend)) }
    }

    // MARK: Headings

    /// The group of the first row shown, and over the strip the letters of the days.
    private func drawHeading(_ first: Int?, _ columns: DeskColumns, on canvas: Canvas) {
        let group: Int? = first.flatMap { index in
            if case .row(let group, _) = rows.lines[index] { group } else { nil }
        }
        let hasGroups = !rows.lines.isEmpty && rows.lines.contains(.heading(0))
        canvas.rule(
            hasGroups
                ? group.map(title) ?? []
                : [
                    Run(words.deskTitle, Style.title.bold), Run(" \(words.matters(rows.matters.count))", .dim),
                ],
            y: 0
        )
        if let strip = columns.strip {
            canvas.put(" ", x: strip.lowerBound - 1, y: 0)
            canvas.put(String(repeating: " ", count: strip.count + 1), x: strip.lowerBound, y: 0)
            for (day, x) in columns.days(strip) {
                // One sign of a day stands under one letter.
                let letter = String(words.weekdayLetter(day).prefix(1))
                canvas.put(letter, x: x, y: 0, day == scene.today ? Style.gold.bold : .dim)
            }
        }
        if let note = columns.note {
            canvas.put(" \(words.blocker)\(words("、", ", "))\(words.nextStep) ", x: note.lowerBound - 1, y: 0, .dim)
        }
        if let step = columns.step {
            canvas.put(words.stepHead + " ", x: step.lowerBound, y: 0, .dim)
        }
    }

    private func title(_ group: Int) -> [Run] {
        let content = rows.groups[group]
        // What a unit or a person carries is not added up.
        guard grouping == .light else { return [Run(content.title, Style.title.bold)] }
        var runs = [
            Run(content.title, Style.title.bold), Run(" \(words.matters(content.rows.count))", .dim),
        ]
        if content.todo > 0 { runs += [Run("  \(words.todo) ", .dim), Run("\(content.todo)", Style.gold.bold)] }
        return runs
    }

    // MARK: Rows

    private func draw(_ row: DeskRows.Row, _ columns: DeskColumns, isSelected: Bool, on canvas: Canvas) {
        guard let matter = scene.matter(row.matter), let judgement = scene.judgement(row.matter) else { return }
        let first = rows.first(row)
        func put(_ text: String, _ range: Range<Int>?, _ style: Style) {
            if let range { canvas.put(text, x: range.lowerBound, y: 0, style, width: range.count) }
        }
        canvas.put(judgement.light, words, x: 2, y: 0)
        canvas.put(words.number(matter), x: 5, y: 0, .dim)
        canvas.put(
            words.title(matter),
            x: columns.title.lowerBound,
            y: 0,
            isSelected ? Style.title.bold : .text,
            width: columns.title.count,
            finding: filter
        )
        put(words.unit(matter.lead, in: scene.ledger), columns.unit, .dim)
        put(words.person(matter.person, in: scene.ledger), columns.person, .text)
        if let place = columns.reason {
            var (reason, style) = reason(first, judgement, matter, isLong: columns.isReasonLong)
            // Half a number says something else.
            if columns.isReasonLong, canvas.columns(reason) > place.count, !first.kind.isSaidInWords {
                (reason, style) = self.reason(first, judgement, matter, isLong: false)
            }
            put(reason, place, style)
        }
        put(scene.stuckAndNext(matter), columns.note, .dim)
        if let strip = columns.strip { drawStrip(judgement, matter, columns, strip, on: canvas) }
        // 建议: what the ladder proposes goes before what the light alone asks for.
        if let proposal = rows.proposal(row) {
            put(words.name(proposal.step), columns.step, proposal.step.isGrave ? Style.title.bold : .text)
        } else {
            put(words.step(rows.slip(row) ?? first), columns.step, .text)
        }
    }

    private func reason(_ duty: Duty, _ judgement: Judgement, _ matter: Matter, isLong: Bool) -> (String, Style) {
        switch duty.kind {
        case .overNight(let nights):
            return (words.nights(nights, isLong: isLong), Style.title.bold)
        case .handedOver: return (words.fromDutyDesk, Style.title.bold)
        case .decide(let pending):
            let decider = words.decider(pending.level)
            return (isLong ? "\(decider)  \(words.text(pending.text))" : decider, .text)
        case .decideExtension(let request):
            let decider = words.decider(request, extensions: matter.extensions)
            return (isLong ? "\(decider)  \(words.extensionTo(request.to))" : decider, .text)
        case .decideParking, .reissue:
            let decider = scene.decider(duty) ?? ""
            return (isLong ? "\(decider)  \(words.step(duty))" : decider, .text)
        case .recheck: return (isLong ? words.parkingRecheck : words.recheck, .text)
        case .namePerson: return (words.personToName, .text)
        case .signSlip(let kind, _):
            let waits = words("\(words.name(kind)) 待签发", "\(words.name(kind)) to sign")
            return (isLong ? waits : words.name(kind), .text)
        case .share(let unit, let standing):
            let name = words.unit(unit, in: scene.ledger)
            return (isLong ? "\(name) \(words.brief(standing))" : words.brief(standing), .text)
        case .milestone: return (isLong ? words("13710 未反馈", "13710 report missing") : "13710", .text)
        case .recount(let day):
            return (isLong ? words("按新日历为 ", "would be ") + words.short(day) : words.short(day), .text)
        default: break
        }
        let light = judgement.light
        return (
            isLong ? words.reason(judgement, of: matter) : words.brief(judgement),
            light == .red || light == .orange ? Style(light.ink) : .text
        )
    }

    /// Made good later (补记): a sign of its own, for without colours a dim ✓ is a ✓.
    private static let late = "+"

    /// ✓ 已记, + 补记, ✗ 漏跟踪, 未 today; a faint dot where nothing was asked for.
    ///
    /// One sign and one blank a day: letters would run into one another.
    private func drawStrip(
        _ judgement: Judgement,
        _ matter: Matter,
        _ columns: DeskColumns,
        _ strip: Range<Int>,
        on canvas: Canvas
    ) {
        let marks = scene.supervisor.strip(matter, judgement, days: columns.count)
        for (mark, (_, x)) in zip(marks, columns.days(strip)) {
            switch mark.mark {
            case .tracked: canvas.put(.check, x: x, y: 0, .green)
            case .late: canvas.put(DeskList.late, x: x, y: 0, .dim)
            case .gap: canvas.put(.crossMark, x: x, y: 0, Style.gold.bold)
            case .todo: canvas.put(words.letter(mark.mark), x: x, y: 0, Style.gold.bold)
            case .notRequired: canvas.put(.dot, x: x, y: 0, .faint)
            }
        }
    }

    private func drawLegend(on canvas: Canvas) {
        var x = 2
        for mark in [Mark.tracked, .gap, .late, .notRequired, .todo] {
            let (glyph, style): (String, Style) =
                switch mark {
                case .tracked: (canvas.repertoire[.check], .green)
                case .notRequired: (canvas.repertoire[.dot], .faint)
                case .late: (DeskList.late, .dim)
                case .gap: (canvas.repertoire[.crossMark], Style.gold.bold)
                case .todo: (words.letter(mark), Style.gold.bold)
                }
            x += canvas.put([Run(glyph, style), Run(" \(words.name(mark))   ", .dim)], x: x, y: 0)
        }
    }
}

extension Scene {
    /// 「卡 户籍在外区；下 12-01 前补材料」, as a track is written; else the track itself.
    func stuckAndNext(_ matter: Matter) -> String {
        var parts: [String] = []
        if let blocker = matter.blocker { parts.append(words("卡 ", "stuck: ") + words.text(blocker)) }
        if let next = matter.next { parts.append(words("下 ", "next: ") + words.text(next)) }
        if parts.isEmpty, let track = matter.lastTrack { return words.text(track.text) }
        return parts.joined(separator: words("；", "; "))
    }
}
