import Journal
import Ledger
import Text

/// From rows to commands: made, tried on the book, written.
extension ImportRun {
    /// The commands that make a new matter, in order; nil after a problem.
    func work(
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
    func acts(_ records: [(draft: RecordDraft, entry: RowIndex.Entry)]) -> [MatterWork.Act]? {
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
    func tryOut(
        _ work: MatterWork,
        _ draft: MatterDraft,
        _ sheet: Sheet<MatterColumn>,
        _ row: CSVRow
    ) -> Bool {
        var opening = work.opening
        // Without a number of its own any will do to try it.
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
    func play(_ acts: [MatterWork.Act], on number: MatterNumber) -> Bool {
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

    func write(_ work: MatterWork, number: MatterNumber) throws(JournalError) {
        var opening = work.opening
        opening.registration.number = number
        try write([(.open(opening), work.openingContext)])
        try write(work.acts, on: number)
    }

    func write(_ acts: [MatterWork.Act], on number: MatterNumber) throws(JournalError) {
        try write(acts.map { (.act(number, $0.action), $0.context) })
    }
}
