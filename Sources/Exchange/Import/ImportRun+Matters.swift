import Journal
import Ledger
import Text

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

    func openSideTables() throws(JournalError) {
        if let path = source.paths[.steps], let sheet = open(path, StepColumn.self) {
            steps = SideTable(sheet, number: .number)
        }
        if let path = source.paths[.records], let sheet = open(path, RecordColumn.self) {
            records = SideTable(sheet, number: .number)
        }
        try steps?.read(in: self)
        try records?.read(in: self)
    }

    func readMatterTable(_ path: String, writing: Bool) throws(JournalError) {
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
    func claim(
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
}
