import Journal
import Ledger
import Text
import Words

/// Matters with their steps and records. Both passes go through the same rows in the same order: the
/// first tries each matter on the book, the second writes it.
extension ImportRun {
    func readMatters(writing: Bool) throws(JournalError) {
        if !writing { try openSideTables() }
        steps?.beginPass()
        records?.beginPass()
        if let path = source.paths[.matters] { try readMatterTable(path, writing: writing) }
        try readLeftRows(writing: writing)
        if !writing {
            if let steps { report.tables.append(steps.counts) }
            if let records { report.tables.append(records.counts) }
        }
    }

    private func openSideTables() throws(JournalError) {
        if let path = source.paths[.steps], let sheet = open(path, StepColumn.self) {
            steps = SideTable(sheet, number: .number)
        }
        if let path = source.paths[.records], let sheet = open(path, RecordColumn.self) {
            records = SideTable(sheet, number: .number)
        }
        try steps?.read(in: self)
        try records?.read(in: self)
    }

    private func readMatterTable(_ path: String, writing: Bool) throws(JournalError) {
        var table = ImportReport.Table(file: path.fileName)
        defer { if !writing { report.tables.append(table) } }
        guard var sheet = open(path, MatterColumn.self) else { return }
        if !writing {
            report.keptColumns = sheet.extras.map(\.header)
            report.skippedColumns = sheet.skipped
        }
        var row = CSVRow()
        var seen = Occurrences()
        while next(&row, of: &sheet) {
            table.read += 1
            let print = seen.mark(sheet.fingerprint(of: row))
            let number = NumberCell(sheet.text(.number, of: row))
            let isKnown = writing ? knownRows.contains(row.number) : try origin(print).isKnown
            if isKnown {
                knownRows.insert(row.number)
                table.unchanged += 1
                if let known = number.number {
                    try add(to: known, key: number.key, writing: writing)
                } else if !number.text.isEmpty, !writing {
                    try keepRows(of: number)
                }
                continue
            }
            var problems: [ImportProblem] = []
            let isFree = writing ? true : try claim(number, row, sheet, &problems)
            let draft = draft(row, in: sheet, problems: &problems)
            let rows = rows(for: number, lead: draft?.registration.lead)
            for problem in problems { report.add(problem) }
            if let draft, isFree, !rows.isBad, let work = work(draft, rows, origin: print.origin) {
                if writing {
                    try write(work, number: number)
                    continue
                }
                if tryOut(work, draft, sheet, row) {
                    table.added += 1
                    count(rows)
                    continue
                }
            }
            table.bad += 1
            if !writing { leaveOut(number) }
        }
    }

    /// Whether a number is still free, in the ledger and in this file.
    private func claim(
        _ cell: NumberCell,
        _ row: CSVRow,
        _ sheet: Sheet<MatterColumn>,
        _ problems: inout [ImportProblem]
    ) throws(JournalError) -> Bool {
        guard let number = cell.number else { return true }
        if let first = claimed[number.rawValue] {
            problems.append(sheet.problem(.notUnique(CleanText(cell.text), firstRow: first), .number, of: row))
            return false
        }
        claimed[number.rawValue] = row.number
        highestClaimed = max(highestClaimed, number.rawValue)
        if number.rawValue < firstFree, try session.matter(number) != nil {
            problems.append(sheet.problem(.numberTaken(number), .number, of: row))
            return false
        }
        return true
    }

    // MARK: Rows about a matter

    private func rows(for number: NumberCell, lead: UnitID?) -> MatterRows {
        var rows = MatterRows()
        guard !number.text.isEmpty else { return rows }
        if let steps {
            rows.stepEntries = steps.entries(for: number.key)
            for entry in rows.stepEntries {
                if let step = step(at: entry, in: steps, lead: lead) {
                    rows.steps.append(step)
                } else {
                    rows.isBad = true
                }
            }
        }
        if let records {
            for entry in records.entries(for: number.key) where !entry.isKnown {
                if let draft = record(at: entry, in: records, lead: lead, steps: rows.steps) {
                    rows.records.append((draft, entry))
                } else {
                    rows.isBad = true
                }
            }
        }
        return rows
    }

    private func record(
        at entry: RowIndex.Entry,
        in table: SideTable<RecordColumn>,
        lead: UnitID?,
        steps: [Step]
    ) -> RecordDraft? {
        var problems: [ImportProblem] = []
        do throws(ImportProblem) {
            let row = try table.row(at: entry)
            let read = table.withSheet { record(row, in: $0, lead: lead, steps: steps, problems: &problems) }
            for problem in problems { report.add(problem) }
            return read
        } catch {
            report.add(error)
            return nil
        }
    }

    private func step(at entry: RowIndex.Entry, in table: SideTable<StepColumn>, lead: UnitID?) -> Step? {
        var problems: [ImportProblem] = []
        do throws(ImportProblem) {
            let row = try table.row(at: entry)
            let read = table.withSheet { step(row, in: $0, lead: lead, problems: &problems) }
            for problem in problems { report.add(problem) }
            return problems.isEmpty ? read : nil
        } catch {
            report.add(error)
            return nil
        }
    }

    private func step(
        _ row: CSVRow,
        in sheet: Sheet<StepColumn>,
        lead: UnitID?,
        problems: inout [ImportProblem]
    ) -> Step {
        let title = sheet.text(.title, of: row)
        if title.isEmpty { problems.append(sheet.problem(.empty("步骤"), .title, of: row)) }
        var step = Step(title: Prose(CleanText(title)))
        switch person(named: sheet.text(.person, of: row), in: lead) {
        case .success(let person): step.person = person
        case .failure(let wrong): problems.append(sheet.problem(wrong.fault, .person, of: row))
        }
        let due = sheet.text(.due, of: row)
        step.due = days.ahead(due, from: nil)
        if step.due == nil, !due.isEmpty { problems.append(sheet.problem(.notADay(CleanText(due)), .due, of: row)) }
        let done = sheet.text(.done, of: row)
        step.done = days.past(done)
        if step.done == nil, !done.isEmpty { problems.append(sheet.problem(.notADay(CleanText(done)), .done, of: row)) }
        if let day = step.done, day > days.today { problems.append(sheet.problem(.dayAhead(day), .done, of: row)) }
        return step
    }

    // MARK: Commands

    /// The commands that make a new matter, in order; nil after a problem.
    private func work(
        _ draft: MatterDraft,
        _ rows: MatterRows,
        origin: Int64
    ) -> MatterWork? {
        var opening: Opening
        var context = Context(actor: actor, now: now, origin: origin)
        if let first = rows.records.first, rows.leads {
            opening = draft.beginning(on: first.draft.day, note: first.draft.note)
            context.day = first.draft.day
            context.actor = first.draft.actor
            // The row and the registration among the records are one fact, told twice.
        } else {
            if let moving = rows.records.first(where: \.draft.movesStage) {
                report.add(records!.problem(.notRegistered, at: moving.entry))
                return nil
            }
            opening = draft.opening(today: days.today)
            context.day = min(draft.settled ?? draft.issued ?? days.today, days.today)
            if rows.records.contains(where: { $0.draft.reportsProgress }) {
                for index in opening.registration.quantities.indices {
                    opening.registration.quantities[index].done = .zero
                }
            }
        }
        let ticked = Set(rows.records.flatMap(\.draft.ticks))
        opening.registration.steps = rows.steps.enumerated().map { index, step in
            var step = step
            if ticked.contains(index) { step.done = nil }
            return step
        }
        guard let acts = acts(rows.records) else { return nil }
        return MatterWork(opening: opening, openingContext: context, acts: acts)
    }

    /// The acts of records in the order of the file; nil where a day runs backwards.
    private func acts(_ records: [(draft: RecordDraft, entry: RowIndex.Entry)]) -> [MatterWork.Act]? {
        var acts: [MatterWork.Act] = []
        var latest: Day?
        for (draft, entry) in records {
            if let latest, draft.day < latest, !draft.isLate {
                report.add(self.records!.problem(.tooEarly(draft.day, after: latest), at: entry))
                return nil
            }
            if !draft.isLate { latest = draft.day }
            let context = Context(actor: draft.actor, now: now, day: draft.day, origin: entry.origin)
            acts += draft.acts.map { MatterWork.Act(action: $0, context: context, entry: entry) }
        }
        return acts
    }

    /// Tries a new matter on the book and compares where it ends with what its row says.
    private func tryOut(
        _ work: MatterWork,
        _ draft: MatterDraft,
        _ sheet: Sheet<MatterColumn>,
        _ row: CSVRow
    ) -> Bool {
        guard var opening = work.opening else { return false }
        // Which number it gets is not known before the whole file is read.
        opening.registration.number = draft.number.number ?? MatterNumber(0)
        book.matters = [:]
        let events: [Event]
        do throws(Refusal) { events = try decide(.open(opening), in: book, by: work.openingContext) } catch {
            report.add(sheet.problem(.refused(error), of: row))
            return false
        }
        // Most rows of an old table need no more: nothing is missing, nothing happens to them.
        if work.acts.isEmpty, draft.isComplete { return true }
        book.sums = [:]
        for event in events { book.apply(event) }
        guard let number = events.first?.matter, play(work.acts, on: number), let matter = book.matters[number] else {
            return false
        }
        if !work.acts.isEmpty {
            let differences = draft.differences(to: matter, offset: book.offset)
                .filter { !sheet.text($0.column, of: row).isEmpty }
            for (column, said, found) in differences {
                report.add(sheet.problem(.disagrees(said: said, found: found), column, of: row))
            }
            guard differences.isEmpty else { return false }
        }
        if matter.stage.isOpen { for fixed in matter.missing { report.flagged[fixed, default: 0] += 1 } }
        return true
    }

    /// Tries acts on a matter in the book.
    private func play(_ acts: [MatterWork.Act], on number: MatterNumber) -> Bool {
        for act in acts {
            do throws(Refusal) {
                for event in try decide(.act(number, act.action), in: book, by: act.context) { book.apply(event) }
            } catch {
                report.add(records!.problem(.refused(error), at: act.entry))
                return false
            }
        }
        return true
    }

    private func write(_ work: MatterWork, number cell: NumberCell) throws(JournalError) {
        guard var opening = work.opening else { return }
        if let number = cell.number {
            opening.registration.number = number
        } else {
            nextNumber = max(nextNumber, firstFree, highestClaimed + 1)
            opening.registration.number = MatterNumber(nextNumber)
            nextNumber += 1
        }
        _ = try session.perform(.open(opening), by: work.openingContext)
        for act in work.acts {
            _ = try session.perform(.act(opening.registration.number, act.action), by: act.context)
        }
    }

    // MARK: Matters the ledger has already

    /// Adds what is new about a matter that the ledger has.
    private func add(to number: MatterNumber, key: String, writing: Bool) throws(JournalError) {
        let stepEntries = steps?.entries(for: key) ?? []
        let recordEntries = records?.entries(for: key) ?? []
        let fresh = recordEntries.filter { !$0.isKnown }
        if !writing { records?.counts.unchanged += recordEntries.count - fresh.count }
        guard !stepEntries.isEmpty || !fresh.isEmpty else { return }
        guard let matter = try session.matter(number) else {
            if !writing { refuse(stepEntries, fresh, .noSuchMatter(CleanText(key))) }
            return
        }
        var acts = newSteps(stepEntries, of: matter, writing: writing)
        var drafts: [(draft: RecordDraft, entry: RowIndex.Entry)] = []
        var begun = 0
        for entry in fresh {
            guard let draft = record(at: entry, in: records!, lead: matter.lead, steps: matter.steps) else { continue }
            // A registration is no event of its own: it was taken in with the matter.
            if draft.action == .register { begun += 1 } else { drafts.append((draft, entry)) }
        }
        let isWhole = begun + drafts.count == fresh.count
        guard isWhole, let more = self.acts(drafts) else {
            if !writing { records?.counts.bad += fresh.count }
            return
        }
        acts += more
        if writing {
            for act in acts { _ = try session.perform(.act(number, act.action), by: act.context) }
            return
        }
        book.matters = [number: matter]
        book.sums = [:]
        records?.counts.unchanged += begun
        if play(acts, on: number) { records?.counts.added += drafts.count } else { records?.counts.bad += drafts.count }
    }

    /// Rows about a matter that was imported before under a number of another office: they are there
    /// already; for a new one it cannot be told which matter is meant.
    private func keepRows(of number: NumberCell) throws(JournalError) {
        if let steps { steps.counts.unchanged += steps.entries(for: number.key).count }
        guard let records else { return }
        for entry in records.entries(for: number.key) {
            let row: CSVRow
            do throws(ImportProblem) { row = try records.row(at: entry) } catch {
                report.add(error)
                continue
            }
            let begins = records.withSheet { Vocabulary.actions[$0.text(.action, of: row)] == .register }
            if entry.isKnown || begins {
                records.counts.unchanged += 1
            } else {
                records.counts.bad += 1
                report.add(records.problem(.noSuchMatter(CleanText(number.text)), at: entry))
            }
        }
    }

    /// Steps of the file that the matter has not got.
    private func newSteps(_ entries: [RowIndex.Entry], of matter: Matter, writing: Bool) -> [MatterWork.Act] {
        var acts: [MatterWork.Act] = []
        for entry in entries {
            guard let steps, let step = step(at: entry, in: steps, lead: matter.lead) else {
                if !writing { steps?.counts.bad += 1 }
                continue
            }
            if matter.steps.contains(where: { $0.title == step.title }) {
                if !writing { steps.counts.unchanged += 1 }
                continue
            }
            if !writing { steps.counts.added += 1 }
            let context = Context(actor: actor, now: now, origin: entry.origin)
            let title = step.title.text ?? CleanText("")
            acts.append(.init(action: .addStep(title, step.person, step.due), context: context, entry: entry))
        }
        return acts
    }

    /// Rows about matters that 事项.csv does not name: the ledger must have them.
    private func readLeftRows(writing: Bool) throws(JournalError) {
        let left = (steps?.left ?? []) + (records?.left ?? [])
        for key in left {
            guard !(steps?.asked.contains(key) ?? true) || !(records?.asked.contains(key) ?? true) else { continue }
            if let number = NumberCell(key).number {
                try add(to: number, key: key, writing: writing)
            } else if !writing {
                refuse(steps?.entries(for: key) ?? [], records?.entries(for: key) ?? [], .noSuchMatter(CleanText(key)))
            }
        }
    }

    private func refuse(
        _ stepEntries: [RowIndex.Entry],
        _ recordEntries: [RowIndex.Entry],
        _ fault: ImportProblem.Fault
    ) {
        steps?.counts.bad += stepEntries.count
        records?.counts.bad += recordEntries.count
        if let steps, let first = stepEntries.first { report.add(steps.problem(fault, at: first)) }
        if let records, let first = recordEntries.first { report.add(records.problem(fault, at: first)) }
    }

    // MARK: Counts

    private func count(_ rows: MatterRows) {
        steps?.counts.added += rows.stepEntries.count
        records?.counts.added += rows.records.count
    }

    /// The rows about a matter that is not taken in are not taken in either.
    private func leaveOut(_ number: NumberCell) {
        guard !number.text.isEmpty else { return }
        let matter = CleanText(number.text)
        if let steps, case let rows = steps.index[number.key], let first = rows.first {
            steps.counts.bad += rows.count
            report.add(steps.problem(.leftOut(rows: rows.count, matter: matter), at: first))
        }
        if let records, case let rows = records.index[number.key], let first = rows.first {
            records.counts.bad += rows.count
            report.add(records.problem(.leftOut(rows: rows.count, matter: matter), at: first))
        }
    }
}

extension RecordDraft {
    /// The steps it ticks, counted from 0.
    var ticks: [Int] {
        acts.compactMap { act in
            if case .tickStep(let index, _) = act { index } else { nil }
        }
    }

    var reportsProgress: Bool {
        acts.contains { act in
            if case .track(_, let progress) = act { !progress.isEmpty } else { false }
        }
    }
}

extension MatterDraft {
    /// Where the row and its records tell different stories: the column, what it says, what they lead to.
    func differences(to matter: Matter, offset: Offset) -> [(column: MatterColumn, said: String, found: String)] {
        var differences: [(column: MatterColumn, said: String, found: String)] = []
        func compare(_ column: MatterColumn, _ said: String, _ found: String) {
            if said != found { differences.append((column, said, found)) }
        }
        compare(.stage, Words.chinese.name(stage), Words.chinese.name(matter.stage))
        if let line = registration.quantities.first {
            compare(.done, line.done.text, matter.quantities.first?.done.text ?? "0")
        }
        compare(.issued, issued?.iso ?? "", matter.issued?.iso ?? "")
        compare(.settled, settled?.iso ?? "", matter.settled?.iso ?? "")
        compare(.extensions, String(extensions), String(matter.extensions))
        if let limit = matter.due?.day(offset) { compare(.due, due?.day(offset).iso ?? "", limit.iso) }
        return differences
    }
}
