import Journal
import Ledger
import Text

/// The households of one matter, to be written as one event.
struct HouseholdWork {
    var matter: MatterNumber
    var list: [Household]
    var context: Context
}

/// 包户.csv: the households of matters of the same files, or of the ledger. A 户号 that is there already stays as
/// it is; what changes of it is recorded with `guatu household`.
extension ImportRun {
    func readHouseholds() throws(JournalError) {
        guard let path = source.paths[.households] else { return }
        var table = ImportReport.Table(file: path.fileName)
        defer { report.tables.append(table) }
        guard var sheet = open(path, HouseholdColumn.self) else { return }
        var row = CSVRow()
        var rows: [CleanText: Int] = [:]
        while next(&row, of: &sheet) {
            table.read += 1
            let code = CleanText(sheet.text(.code, of: row))
            if book.households[code] != nil {
                table.unchanged += 1
                continue
            }
            var problems: [ImportProblem] = []
            let number = try matter(of: row, in: sheet, &problems)
            let household = household(code, row, sheet, &problems)
            if let first = rows[code] {
                problems.append(sheet.problem(.codeRepeated(code, firstRow: first), .code, of: row))
            } else {
                rows[code] = row.number
            }
            for problem in problems { report.add(problem) }
            if let number, problems.isEmpty {
                table.added += 1
                keep(household, of: number, origin: sheet.fingerprint(of: row).origin)
            } else {
                table.bad += 1
            }
        }
    }

    private func keep(_ household: Household, of number: MatterNumber, origin: Int64) {
        if let index = households.firstIndex(where: { $0.matter == number }) {
            households[index].list.append(household)
        } else {
            let context = Context(actor: actor, now: now, origin: origin)
            households.append(HouseholdWork(matter: number, list: [household], context: context))
        }
    }

    private func matter(
        of row: CSVRow,
        in sheet: Sheet<HouseholdColumn>,
        _ problems: inout [ImportProblem]
    ) throws(JournalError) -> MatterNumber? {
        let cell = NumberCell(sheet.text(.number, of: row))
        if cell.text.isEmpty {
            problems.append(sheet.problem(.empty("编号"), .number, of: row))
            return nil
        }
        if let number = try knownMatter(cell) { return number }
        problems.append(sheet.problem(.noSuchMatter(CleanText(cell.text)), .number, of: row))
        return nil
    }

    private func household(
        _ code: CleanText,
        _ row: CSVRow,
        _ sheet: Sheet<HouseholdColumn>,
        _ problems: inout [ImportProblem]
    ) -> Household {
        var household = Household(code: code)
        if code.isEmpty {
            problems.append(sheet.problem(.empty("户号"), .code, of: row))
        } else if !Household.isCode(code) {
            problems.append(sheet.problem(.refused(.householdCode(code)), .code, of: row))
        }
        household.group = CleanText(sheet.text(.group, of: row))
        switch person(named: sheet.text(.cadre, of: row), in: nil) {
        case .success(let person): household.cadre = person
        case .failure(let wrong): problems.append(sheet.problem(wrong.fault, .cadre, of: row))
        }
        if !sheet.text(.state, of: row).isEmpty,
            let state = sheet.term(.state, of: row, in: Vocabulary.householdStates, &problems)
        {
            household.state = state
        }
        let visited = sheet.text(.visited, of: row)
        household.visited = days.past(visited)
        if household.visited == nil, !visited.isEmpty {
            problems.append(sheet.problem(.notADay(CleanText(visited)), .visited, of: row))
        } else if let day = household.visited, day > days.today {
            problems.append(sheet.problem(.dayAhead(day), .visited, of: row))
        }
        household.trouble = CleanText(sheet.text(.trouble, of: row))
        if household.state == .hard, household.trouble.isEmpty {
            problems.append(sheet.problem(.refused(.needsTrouble(code)), .trouble, of: row))
        }
        return household
    }
}
