import Journal
import Ledger
import Text

/// What a file brings to matters that the ledger has already.
extension ImportRun {
    /// Adds what is new about a matter that the ledger has.
    func add(to number: MatterNumber, key: String) throws(JournalError) {
        let stepEntries = steps?.entries(for: key) ?? []
        let recordEntries = records?.entries(for: key) ?? []
        let fresh = recordEntries.filter { !$0.isKnown }
        records?.counts.unchanged += recordEntries.count - fresh.count
        guard !stepEntries.isEmpty || !fresh.isEmpty else { return }
        guard let matter = try session.matter(number) else {
            refuse(stepEntries, fresh, .noSuchMatter(CleanText(key)))
            return
        }
        var acts = newSteps(stepEntries, of: matter)
        var drafts: [(draft: RecordDraft, entry: RowIndex.Entry)] = []
        var begun = 0
        for entry in fresh {
            guard let draft = record(at: entry, in: records!, lead: matter.lead, steps: matter.steps) else { continue }
            // A registration is no event of its own: it was taken in with the matter.
            if draft.action == .register { begun += 1 } else { drafts.append((draft, entry)) }
        }
        let isWhole = begun + drafts.count == fresh.count
        guard isWhole, let more = self.acts(drafts) else {
            records?.counts.bad += fresh.count
            return
        }
        acts += more
        book.matters = [number: matter]
        book.sums = [:]
        records?.counts.unchanged += begun
        guard play(acts, on: number) else {
            records?.counts.bad += drafts.count
            return
        }
        records?.counts.added += drafts.count
        try write(acts, on: number)
    }

    /// Rows about a matter that was imported before under a number of another office: they are there
    /// already; for a new one it cannot be told which matter is meant.
    func keepRows(of number: NumberCell) throws(JournalError) {
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
    func newSteps(_ entries: [RowIndex.Entry], of matter: Matter) -> [MatterWork.Act] {
        var acts: [MatterWork.Act] = []
        for entry in entries {
            guard let steps, let step = step(at: entry, in: steps, lead: matter.lead) else {
                steps?.counts.bad += 1
                continue
            }
            if matter.steps.contains(where: { $0.title == step.title }) {
                steps.counts.unchanged += 1
                continue
            }
            steps.counts.added += 1
            let context = Context(actor: actor, now: now, origin: entry.origin)
            let title = step.title.text ?? CleanText("")
            acts.append(.init(action: .addStep(title, step.person, step.due), context: context, entry: entry))
        }
        return acts
    }

    /// Rows about matters that 事项.csv does not name: the ledger must have them.
    func readLeftRows() throws(JournalError) {
        let left = (steps?.left ?? []) + (records?.left ?? [])
        for key in left {
            guard !(steps?.asked.contains(key) ?? true) || !(records?.asked.contains(key) ?? true) else { continue }
            if let number = NumberCell(key).number {
                try add(to: number, key: key)
            } else {
                refuse(steps?.entries(for: key) ?? [], records?.entries(for: key) ?? [], .noSuchMatter(CleanText(key)))
            }
        }
    }

    func refuse(
        _ stepEntries: [RowIndex.Entry],
        _ recordEntries: [RowIndex.Entry],
        _ fault: ImportProblem.Fault
    ) {
        steps?.counts.bad += stepEntries.count
        records?.counts.bad += recordEntries.count
        if let steps, let first = stepEntries.first { report.add(steps.problem(fault, at: first)) }
        if let records, let first = recordEntries.first { report.add(records.problem(fault, at: first)) }
    }
}
