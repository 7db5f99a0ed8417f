import Canvas
import Ledger
import Supervision
import Text
import Words

/// Draws the sections of the overview. All use the same columns, so one ruler runs down the page.
struct OverviewLists {
    let scene: Scene
    let marked: Set<MatterNumber>
    private var words: Words { scene.words }

    init(scene: Scene, marked: Set<MatterNumber>) {
        self.scene = scene
        self.marked = marked
    }

    /// - Parameter selected: the row of the section that the mark stands on.
    func draw(_ list: OverviewLayout.List, selected: Int?, on canvas: Canvas) {
        guard let section = scene.overviewRows.section(list.kind) else { return }
        if list.isLine {
            drawLine(section, selected: selected, on: canvas)
            return
        }
        canvas.rule([Run(list.kind.name(words), Style.title.bold)], right: note(section), y: 0)
        let columns = Columns(width: canvas.width, scene)
        if list.hasHead { drawHead(columns, on: canvas) }
        let top = list.firstRow - list.rect.y
        if section.duties.isEmpty {
            canvas.put(emptySentence(list.kind), x: 5, y: top, .dim, width: canvas.width - 5)
            return
        }
        let page = list.page(showing: selected ?? 0)
        for (offset, index) in page.enumerated() {
            let rect = Rect(x: 0, y: top + offset, width: canvas.width, height: 1)
            draw(section.duties[index], columns, isSelected: index == selected, on: canvas.region(rect))
        }
        if list.count > list.capacity {
            canvas.put(
                words.more(before: page.lowerBound, after: list.count - page.upperBound),
                x: columns.title.lowerBound,
                y: top + list.pageRows,
                .dim
            )
        }
    }

    // MARK: Headings

    private func note(_ section: OverviewRows.Section) -> [Run] {
        guard !section.duties.isEmpty else { return [] }
        let count = words.matters(section.duties.count)
        switch section.kind {
        case .track:
            return [Run("\(count)  ", .dim), Run(words.tracked(section.duties.count { $0.isDone }), .dim)]
        case .overNight: return [Run("\(count)  \(words.nightNote)", .dim)]
        case .near:
            let days = scene.ledger.rules(on: scene.today).nearWorkdays
            return [Run("\(words.nearNote(workdays: days))  \(count)", .dim)]
        default: return [Run(count, .dim)]
        }
    }

    private func emptySentence(_ kind: OverviewRows.Kind) -> String {
        guard kind == .track else { return words.none }
        if !scene.isWorkday {
            return words.restDay(next: scene.ledger.calendar.workday(onOrAfter: scene.today))
        }
        if let next = scene.overviewRows.next, let matter = scene.matter(next.matter), let due = matter.due {
            return words.none(next: due.day(scene.ledger.offset), words.number(matter))
        }
        return words.none
    }

    private func drawHead(_ columns: Columns, on canvas: Canvas) {
        canvas.put(words.lightHead, x: 2, y: 1, .dim)
        canvas.put(words.numberHead, x: 5, y: 1, .dim)
        canvas.put(words.matterHead, x: columns.title.lowerBound, y: 1, .dim)
        for (range, text) in [
            (columns.unit, words.leadHead), (columns.person, words.personHead), (columns.limit, words.limitHead),
            (columns.reason, words.reasonHead), (columns.step, words.stepHead),
        ] {
            if let range { canvas.put(text, x: range.lowerBound, y: 1, .dim, width: range.count + 1) }
        }
        canvas.put(words.todayHead, right: canvas.width, y: 1, .dim)
    }

    // MARK: Rows

    private func draw(_ duty: Duty, _ columns: Columns, isSelected: Bool, on canvas: Canvas) {
        guard let matter = scene.matter(duty.matter) else { return }
        let light = duty.judgement.light
        func put(_ text: String, _ range: Range<Int>?, _ style: Style) {
            if let range { canvas.put(text, x: range.lowerBound, y: 0, style, width: range.count) }
        }
        switch duty.kind {
        case .overNight, .handedOver: canvas.put(words.nightMark, x: 2, y: 0, Style.title.bold)
        case .decideExtension, .decideParking, .reissue, .review, .recheck, .signSlip, .decide:
            canvas.put(words.decideMark, x: 2, y: 0, Style.title.bold)
        default: canvas.put(light, words, x: 2, y: 0)
        }
        canvas.put(words.number(matter), x: 5, y: 0, .dim)
        put(words.title(matter), columns.title, isSelected ? Style.title.bold : .text)
        put(words.unit(matter.lead, in: scene.ledger), columns.unit, .dim)
        put(words.person(matter.person, in: scene.ledger), columns.person, .text)
        put(day(duty, matter), columns.limit, .dim)
        if let place = columns.reason {
            var (reason, style) = reason(duty, matter, isLong: columns.isReasonLong)
            // Half a number says something else.
            if columns.isReasonLong, canvas.columns(reason) > place.count, !duty.kind.isSaidInWords {
                (reason, style) = self.reason(duty, matter, isLong: false)
            }
            put(reason, place, style)
        }
        put(words.step(duty), columns.step, .text)
        if case .track = duty.kind {
            if duty.isDone {
                canvas.put(.check, x: canvas.width - 2, y: 0, .green)
            } else {
                canvas.put(words.todoMark, right: canvas.width, y: 0, Style.gold.bold)
            }
        }
        if marked.contains(duty.matter) { canvas.putMark(x: 1, y: 0) }
        if isSelected { canvas.mark(canvas.bounds) }
    }

    /// The limit; of what stayed over night, the day it came.
    private func day(_ duty: Duty, _ matter: Matter) -> String {
        switch duty.kind {
        case .overNight: words.short(matter.registered)
        case .handedOver(let answer): words.short(answer.day)
        case .decideExtension(let request): words.short(request.asked)
        case .decideParking(let proposal): words.short(proposal.asked)
        case .reissue(let since): words.short(since)
        case .decide(let pending): words.short(pending.since)
        case .sign, .namePerson: words.short(matter.issued ?? matter.registered)
        default: matter.due.map { words.short($0.day(scene.ledger.offset)) } ?? ""
        }
    }

    private func reason(_ duty: Duty, _ matter: Matter, isLong: Bool) -> (String, Style) {
        let judgement = duty.judgement
        let text = isLong ? words.reason(judgement, of: matter) : words.brief(judgement)
        switch duty.kind {
        case .overNight(let nights):
            return (words.nights(nights, isLong: isLong), Style.title.bold)
        case .handedOver: return (words.fromDutyDesk, Style.title.bold)
        case .decideExtension(let request):
            let decider = words.decider(request, extensions: matter.extensions)
            return (isLong ? "\(decider)  \(words.extensionTo(request.to))" : decider, .text)
        case .decide(let pending):
            let decider = words.decider(pending.level)
            return (isLong ? "\(decider)  \(words.text(pending.text))" : decider, .text)
        case .decideParking, .reissue:
            let decider = scene.decider(duty) ?? ""
            return (isLong ? "\(decider)  \(words.step(duty))" : decider, .text)
        case .recheck: return (isLong ? words.parkingRecheck : words.recheck, .text)
        case .dueToday where matter.hasPlan && matter.progress == 0:
            return (isLong ? "\(words.dueToday) \(words.notStarted)" : words.notStarted, .near)
        case .dueToday where !isLong && matter.hasPlan:
            return (matter.quantity.map(words.quantity) ?? words.dueToday, .text)
        case .dueToday where !isLong: return (words.dueToday, .text)
        case .track, .overdue, .sign, .review:
            return (text, judgement.light == .green ? .text : Style(judgement.light.ink))
        case .namePerson: return (words.personToName, .text)
        case .near: return (words.left(workdays: judgement.workdaysLeft ?? 0, isShort: !isLong), .text)
        case .signSlip(let kind, _): return (words("\(words.name(kind)) 待签发", "\(words.name(kind)) to sign"), .text)
        case .dueToday, .gap, .propose, .share, .milestone, .recount: return (text, .text)
        }
    }

    // MARK: In one line

    /// 「今日到期 3  督174 走访台账  督180 漏水维修」: as many as fit from the selected one on.
    private func drawLine(_ section: OverviewRows.Section, selected: Int?, on canvas: Canvas) {
        let isDue = (section.kind == .dueToday || section.kind == .near) && !section.duties.isEmpty
        canvas.put(section.kind.name(words), x: 2, y: 0, isDue ? Style.near.bold : .text)
        let count = section.duties.count
        guard count > 0 else {
            canvas.put(words.none, x: 12, y: 0, .dim)
            return
        }
        var x = 12 + canvas.put("\(count)", x: 12, y: 0, Style.title.bold) + 2
        // Whole entries only; the page of the selected one.
        var pages: [[Int]] = [[]]
        var used = x
        let texts = section.duties.prefix(max(60, (selected ?? 0) + 20)).map(lineText)
        for (index, text) in texts.enumerated() {
            let width = canvas.columns(text)
            if used + width > canvas.width - 4, !pages[pages.count - 1].isEmpty {
                if pages[pages.count - 1].contains(selected ?? 0) { break }
                pages.append([])
                used = x
            }
            pages[pages.count - 1].append(index)
            used += width + 2
        }
        for index in pages[pages.count - 1] {
            let style: Style = index == selected ? Style.title.bold.underlined : .dim
            x += canvas.put(texts[index], x: x, y: 0, style, width: canvas.width - x) + 2
        }
        if let last = pages[pages.count - 1].last, last < count - 1, x < canvas.width - 2 {
            canvas.put(canvas.repertoire.ellipsis, x: x, y: 0, .dim)
        }
        if selected != nil { canvas.mark(canvas.bounds) }
    }

    private func lineText(_ duty: Duty) -> String {
        guard let matter = scene.matter(duty.matter) else { return "" }
        let title = words.title(matter)
        let short = title.count > 9 ? String(title.prefix(8)) + "…" : title
        let tail: String? =
            switch duty.kind {
            case .overNight(let nights): words.nights(nights.total)
            case .handedOver: words.fromDutyDesk
            case .decideExtension, .decideParking, .reissue, .review, .recheck, .decide: scene.decider(duty)
            default: nil
            }
        return "\(words.number(matter)) \(short)" + (tail.map { " \($0)" } ?? "")
    }
}
