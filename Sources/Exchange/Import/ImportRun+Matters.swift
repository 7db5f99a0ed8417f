import Journal
import Ledger
import Text

/// Matters with their steps and records: each is tried on the book and then written.
extension ImportRun {
    func readMatters() throws(JournalError) {
        try openSideTables()
        if let path = source.paths[.matters] { try readMatterTable(path) }
        try readLeftRows()
        if let steps { report.tables.append(steps.counts) }
        if let records { report.tables.append(records.counts) }
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

    func readMatterTable(_ path: String) throws(JournalError) {
        var table = ImportReport.Table(file: path.fileName)
        defer { report.tables.append(table) }
        guard var sheet = open(path, MatterColumn.self) else { return }
        report.keptColumns = sheet.extras.map(\.header)
        report.skippedColumns = sheet.skipped
        var row = CSVRow()
        var seen = Occurrences()
        while next(&row, of: &sheet) {
            table.read += 1
            if table.read.isMultiple(of: 500) { progress(row.offset, sheet.size) }
            let print = seen.mark(sheet.fingerprint(of: row))
            let number = NumberCell(sheet.text(.number, of: row))
            if try origin(print).isKnown {
                table.unchanged += 1
                if let known = number.number {
                    try add(to: known, key: number.key)
                } else if !number.text.isEmpty {
                    try keepRows(of: number)
                }
                continue
            }
            var problems: [ImportProblem] = []
            let isFree = try claim(number, row, sheet, &problems)
            let draft = draft(row, in: sheet, problems: &problems)
            let rows = rows(for: number, lead: draft?.registration.lead)
            for problem in problems { report.add(problem) }
            guard let draft, isFree, !rows.isBad, let work = work(draft, rows, origin: print.origin),
                tryOut(work, draft, sheet, row)
            else {
                table.bad += 1
                leaveOut(number)
                continue
            }
            table.added += 1
            count(rows)
            try write(work, number: number.number ?? takeNumber(path))
        }
    }

    /// A number for a row without one: after those of the ledger and of the whole file, which is looked
    /// through once for it.
    private func takeNumber(_ path: String) -> MatterNumber {
        let number = nextNumber ?? max(firstFree, highestNumber(path) + 1)
        nextNumber = number + 1
        return MatterNumber(number)
    }

    /// What is wrong with the file is said when its rows are read.
    private func highestNumber(_ path: String) -> Int {
        guard var sheet = try? Sheet<MatterColumn>(path: path, file: path.fileName), sheet.has(.number) else {
            return 0
        }
        var row = CSVRow()
        var highest = 0
        while (try? sheet.read(&row)) == true {
            highest = max(highest, NumberCell(sheet.text(.number, of: row)).number?.rawValue ?? 0)
        }
        return highest
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
        if number.rawValue < firstFree, try session.matter(number) != nil {
            problems.append(sheet.problem(.numberTaken(number), .number, of: row))
            return false
        }
        return true
    }
}
