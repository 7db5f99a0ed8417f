import Ledger
import Text

/// Reads the cells of one row of 事项.csv.
final class MatterCells: RowCells {
    typealias Column = MatterColumn

    let row: CSVRow
    let run: ImportRun
    var problems: [ImportProblem] = []
    private var days: DayCells { run.days }
    private var today: Day { run.days.today }

    init(row: CSVRow, run: ImportRun) {
        self.row = row
        self.run = run
    }

    func read(_ sheet: Sheet<MatterColumn>) -> MatterDraft? {
        let settled = past(.settled, sheet)
        let stage = stage(settled: settled, sheet)
        let issued = past(.issued, sheet)
        let base = issued ?? today
        var registration = Registration(
            kind: kind(sheet),
            title: Prose(prose(.title, sheet, base) ?? CleanText("")),
            source: source(sheet)
        )
        if sheet.text(.title, of: row).isEmpty { wrong(.empty("事项"), .title, sheet) }
        registration.sourceDocument = CleanText(days.resolving(sheet.text(.document, of: row), in: base))
        registration.remark = prose(.remark, sheet, base).map(Prose.init)
        let tags = sheet.text(.tags, of: row).listed
        registration.tags = tags.filter { $0 != "急" }.map { CleanText($0) }
        registration.isUrgent = tags.contains("急")

        registration.lead = found(run.unit(named: sheet.text(.lead, of: row)), .lead, sheet)
        registration.grid = found(run.grid(named: sheet.text(.grid, of: row)), .grid, sheet)
        registration.leader = found(
            run.person(named: sheet.text(.leader, of: row), in: registration.lead),
            .leader,
            sheet
        )
        var extras = extras(sheet)
        registration.person = person(lead: registration.lead, extras: &extras, sheet)
        registration.post = CleanText(sheet.text(.post, of: row))
        if registration.post.isEmpty, let person = registration.person, let post = run.book.people[person]?.posts.first
        {
            registration.post = post
        }

        let (term, due) = limit(issued: issued, stage: stage, sheet)
        registration.term = term
        registration.start = ahead(.start, from: issued, sheet)
        registration.campaign = found(
            run.campaign(named: sheet.text(.campaign, of: row), from: issued, to: due?.day(run.book.offset)),
            .campaign,
            sheet
        )
        registration.supports = supports(issued: issued, stage: stage, sheet)
        registration.quantities = quantities(
            of: registration,
            isSettled: stage.isSettled,
            sheet
        )
        let originalDue = ahead(.originalDue, from: issued, sheet)
        check(issued: issued, due: due, settled: settled, stage: stage, sheet)

        let number = NumberCell(sheet.text(.number, of: row))
        if number.number == nil, !number.text.isEmpty {
            extras.insert(Extra(name: "原编号", value: Prose(CleanText(number.text))), at: 0)
        }
        return MatterDraft(
            number: number,
            registration: registration,
            stage: stage,
            issued: issued,
            due: due,
            originalDue: originalDue,
            extensions: extensions(sheet),
            settled: settled,
            progress: prose(.progress, sheet, base).map(Prose.init),
            problem: prose(.problem, sheet, base).map(Prose.init),
            extras: extras
        )
    }

    // MARK: What it is

    private func kind(_ sheet: Sheet<MatterColumn>) -> Kind {
        let word = sheet.text(.kind, of: row)
        guard !word.isEmpty else {
            run.assume(.kind(.target))
            return .target
        }
        if let kind = Vocabulary.kinds[word] { return kind }
        wrong(.unknownTerm(CleanText(word), known: Vocabulary.kinds.words), .kind, sheet)
        return .target
    }

    private func source(_ sheet: Sheet<MatterColumn>) -> Source {
        guard sheet.has(.source) else {
            run.assume(.source(.yearPlan))
            return .yearPlan
        }
        let word = sheet.text(.source, of: row)
        if let source = Vocabulary.sources[word] { return source }
        wrong(
            word.isEmpty ? .empty("来源") : .unknownTerm(CleanText(word), known: Vocabulary.sources.words),
            .source,
            sheet
        )
        return .yearPlan
    }

    private func stage(settled: Day?, _ sheet: Sheet<MatterColumn>) -> Stage {
        let word = sheet.text(.stage, of: row)
        guard !word.isEmpty else {
            let stage: Stage = settled == nil ? .inHand : .settled
            run.assume(.stage(stage))
            return stage
        }
        if let stage = Vocabulary.stages[word] { return stage }
        wrong(.unknownTerm(CleanText(word), known: Vocabulary.stages.words), .stage, sheet)
        return .inHand
    }

    /// Headers that Guatu does not know keep their cells.
    private func extras(_ sheet: Sheet<MatterColumn>) -> [Extra] {
        var extras: [Extra] = []
        for extra in sheet.extras {
            let value = sheet.cell(extra.place, of: row)
            guard !value.isEmpty else { continue }
            if let number = PersonalCells.number(in: value) {
                problems.append(sheet.problem(.personal(CleanText(number)), at: extra, of: row))
            }
            extras.append(Extra(name: extra.header, value: Prose(CleanText(value))))
        }
        return extras
    }

    // MARK: Who

    /// One person answers; others named in the same cell are kept beside.
    private func person(
        lead: UnitID?,
        extras: inout [Extra],
        _ sheet: Sheet<MatterColumn>
    ) -> PersonID? {
        let names = sheet.text(.person, of: row).listed
        guard let first = names.first else { return nil }
        if names.count > 1 {
            let others = names.dropFirst().joined(separator: "、")
            extras.append(Extra(name: "其他责任人", value: Prose(CleanText(others))))
        }
        return found(run.person(named: first, in: lead), .person, sheet)
    }

    private func supports(
        issued: Day?,
        stage: Stage,
        _ sheet: Sheet<MatterColumn>
    ) -> [Support] {
        let cell = sheet.text(.supports, of: row)
        guard !cell.isEmpty else { return [] }
        var bad = ""
        guard let read = SupportCell.read(cell, wrong: &bad) else {
            wrong(.notASupport(CleanText(bad)), .supports, sheet)
            return []
        }
        var supports: [Support] = []
        for part in read {
            guard let unit = found(run.unit(named: part.unit), .supports, sheet) else { continue }
            var support = Support(unit: unit, mode: part.mode)
            if let amount = part.amount { support.quantity = QuantityLine(target: amount, unit: part.measure) }
            if !part.due.isEmpty {
                guard let day = days.ahead(part.due, from: issued) else {
                    wrong(.notASupport(CleanText(part.due)), .supports, sheet)
                    continue
                }
                support.due = .endOfDay(day)
            }
            if part.isSettled || stage.isSettled && part.mode == .share {
                support.settled = days.past(part.settled) ?? issued ?? today
            }
            supports.append(support)
        }
        return supports
    }

    // MARK: How much

    private func quantities(
        of registration: Registration,
        isSettled: Bool,
        _ sheet: Sheet<MatterColumn>
    ) -> [QuantityLine] {
        let target = amount(.target, sheet)
        let done = amount(.done, sheet)
        var measure = sheet.text(.measure, of: row)
        if measure.isEmpty { measure = target?.measure ?? "" }
        if measure.isEmpty { measure = "件" }
        if let target {
            return [QuantityLine(target: target.amount, done: done?.amount ?? .zero, unit: CleanText(measure).string)]
        }
        // 批示件、问题、诉求 are 1 件 (PRACTICE §2).
        if [.problem, .demand].contains(registration.kind) || registration.source == .instruction {
            let whole = done?.amount ?? (isSettled ? Amount(1) : .zero)
            return [QuantityLine(target: Amount(1), done: whole, unit: "件")]
        }
        if let done, done.amount > .zero { wrong(.empty("目标量"), .target, sheet) }
        return []
    }

    private func amount(_ column: MatterColumn, _ sheet: Sheet<MatterColumn>) -> QuantityCell? {
        let text = sheet.text(column, of: row)
        guard !text.isEmpty else { return nil }
        if let quantity = QuantityCell(text), quantity.amount >= .zero { return quantity }
        wrong(.notAnAmount(CleanText(text)), column, sheet)
        return nil
    }

    private func extensions(_ sheet: Sheet<MatterColumn>) -> Int {
        let text = sheet.text(.extensions, of: row)
        guard !text.isEmpty else { return 0 }
        var digits = text.nameKey
        if digits.hasSuffix("次") { digits.removeLast() }
        if let count = Int(digits), (0...99).contains(count) { return count }
        wrong(.notANumber(CleanText(text)), .extensions, sheet)
        return 0
    }

    // MARK: When

    private func past(_ column: MatterColumn, _ sheet: Sheet<MatterColumn>) -> Day? {
        let text = sheet.text(column, of: row)
        guard !text.isEmpty else { return nil }
        guard let day = days.past(text) else {
            wrong(.notADay(CleanText(text)), column, sheet)
            return nil
        }
        if day > today { wrong(.dayAhead(day), column, sheet) }
        return day
    }

    private func ahead(
        _ column: MatterColumn,
        from base: Day?,
        _ sheet: Sheet<MatterColumn>
    ) -> Day? {
        let text = sheet.text(column, of: row)
        guard !text.isEmpty else { return nil }
        if let day = days.ahead(text, from: base) { return day }
        wrong(.notADay(CleanText(text)), column, sheet)
        return nil
    }

    /// Words for work that goes on without a limit.
    private static let endless: Set<String> = ["长期", "长期坚持", "持续推进", "常态化", "常态化推进", "全年"]

    private func limit(
        issued: Day?,
        stage: Stage,
        _ sheet: Sheet<MatterColumn>
    ) -> (term: Term?, due: Deadline?) {
        let text = sheet.text(.due, of: row)
        guard !text.isEmpty, !MatterCells.endless.contains(text) else { return (nil, nil) }
        guard let term = days.limit(text, from: issued) else {
            wrong(.notALimit(CleanText(text)), .due, sheet)
            return (nil, nil)
        }
        if case .fixed(let day) = term { return (term, .endOfDay(day)) }
        guard let issued else {
            // A draft keeps its period until it is issued; for anything else the days are counted from there.
            if ![.draft, .pending].contains(stage) { wrong(.empty("交办日期"), .issued, sheet) }
            return (term, nil)
        }
        return (term, term.deadline(issued: issued, calendar: days.calendar).deadline)
    }

    private func check(
        issued: Day?,
        due: Deadline?,
        settled: Day?,
        stage: Stage,
        _ sheet: Sheet<MatterColumn>
    ) {
        if let issued, let due, due.day(run.book.offset) < issued {
            wrong(.tooEarly(due.day(run.book.offset), after: issued), .due, sheet)
        }
        if let issued, let settled, settled < issued { wrong(.tooEarly(settled, after: issued), .settled, sheet) }
        if let settled, !stage.isSettled {
            wrong(.disagrees(said: settled.iso, found: sheet.text(.stage, of: row)), .settled, sheet)
        }
    }

    // MARK: Helpers

    /// A text with its relative days written out; numbers of people do not pass.
    private func prose(
        _ column: MatterColumn,
        _ sheet: Sheet<MatterColumn>,
        _ base: Day
    ) -> CleanText? {
        let text = sheet.text(column, of: row)
        guard !text.isEmpty else { return nil }
        if let number = PersonalCells.number(in: text) { wrong(.personal(CleanText(number)), column, sheet) }
        return CleanText(days.resolving(text, in: base))
    }
}
