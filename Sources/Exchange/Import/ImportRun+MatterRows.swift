import Ledger
import Text

/// The rows of 步骤.csv and 记录.csv about one matter.
extension ImportRun {
    func rows(for number: NumberCell, lead: UnitID?) -> MatterRows {
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

    func record(
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

    func step(at entry: RowIndex.Entry, in table: SideTable<StepColumn>, lead: UnitID?) -> Step? {
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

    func step(
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

    // MARK: Counts

    func count(_ rows: MatterRows) {
        steps?.counts.added += rows.stepEntries.count
        records?.counts.added += rows.records.count
    }

    /// The rows about a matter that is not taken in are not taken in either.
    func leaveOut(_ number: NumberCell) {
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
