import Journal
import Ledger
import Text

/// The street itself: units, people, grids, campaigns. Their order in the files is the order of the
/// directory (名录顺序), so each must stand below what it refers to.
extension ImportRun {
    func readCommittee() throws(JournalError) {
        guard let path = source.paths[.committee] else { return }
        var table = ImportReport.Table(file: path.fileName)
        table.read = 1
        defer { report.tables.append(table) }
        let file: CommitteeFile
        do throws(ImportProblem) { file = try CommitteeFile(path: path) } catch {
            table.bad = 1
            report.add(error)
            return
        }
        let origin = try origin(file.entry.fingerprint)
        do throws(ImportProblem) {
            let isNew = origin.isKnown ? false : try startSupervision(file, origin: origin.origin)
            table.added = isNew ? 1 : 0
            table.unchanged = isNew ? 0 : 1
        } catch {
            table.bad = 1
            report.add(error)
        }
    }

    /// 启用督办; false where nothing is said or it has begun already.
    private func startSupervision(_ file: CommitteeFile, origin: Int64) throws(ImportProblem) -> Bool {
        let start = file.supervisionStart
        guard !start.isEmpty, book.supervisionStart == nil else { return false }
        guard let day = days.ahead(start.string, from: nil) else {
            throw file.entry.problem(.notADay(start), at: "启用督办")
        }
        do throws(Refusal) { try keep(.startSupervision(day), origin: origin) } catch {
            throw file.entry.problem(.refused(error), at: "启用督办")
        }
        book.supervisionStart = day
        return true
    }

    func readUnits() throws(JournalError) {
        try eachRow(of: .units, UnitColumn.self) { sheet, row, problems in
            let name = sheet.text(.name, of: row)
            if name.isEmpty { problems.append(sheet.problem(.empty("单位"), .name, of: row)) }
            if book.units.values.contains(where: { $0.name.string.nameKey == name.nameKey }) { return nil }
            var parent: UnitID?
            let above = sheet.text(.parent, of: row)
            switch directory.unit(above) {
            case .one(let id): parent = id
            case .none where above.isEmpty: break
            default: problems.append(sheet.problem(.unknownName(.unit, CleanText(above)), .parent, of: row))
            }
            guard let kind = sheet.term(.kind, of: row, in: Vocabulary.unitKinds, &problems) else { return nil }
            let shortName = CleanText(sheet.text(.shortName, of: row))
            return .addUnit(
                Unit(
                    id: UnitID(0),
                    name: CleanText(name),
                    shortName: shortName.isEmpty ? nil : shortName,
                    parent: parent,
                    kind: kind
                )
            )
        }
    }

    func readPeople() throws(JournalError) {
        try eachRow(of: .people, PersonColumn.self) { sheet, row, problems in
            let name = sheet.text(.name, of: row)
            if name.isEmpty { problems.append(sheet.problem(.empty("姓名"), .name, of: row)) }
            let home = sheet.text(.unit, of: row)
            guard case .one(let unit) = directory.unit(home) else {
                let fault: ImportProblem.Fault =
                    home.isEmpty ? .empty("单位") : .unknownName(.unit, CleanText(home))
                problems.append(sheet.problem(fault, .unit, of: row))
                return nil
            }
            if directory.has(person: name, in: unit) { return nil }
            var roles: [Role] = []
            for word in sheet.text(.roles, of: row).listed {
                guard let role = Vocabulary.roles[word] else {
                    let fault = ImportProblem.Fault.unknownTerm(CleanText(word), known: Vocabulary.roles.words)
                    problems.append(sheet.problem(fault, .roles, of: row))
                    continue
                }
                roles.append(role)
            }
            let posts = sheet.text(.posts, of: row).parted(by: ["；", ";"]).map { CleanText($0) }
            var person = Person(id: PersonID(0), name: CleanText(name), unit: unit, posts: posts, roles: roles)
            let left = sheet.text(.left, of: row)
            if !left.isEmpty {
                person.left = days.past(left)
                if person.left == nil { problems.append(sheet.problem(.notADay(CleanText(left)), .left, of: row)) }
            }
            return .addPerson(person)
        }
    }

    func readLeaves() throws(JournalError) {
        try eachRow(of: .leaves, LeaveColumn.self) { sheet, row, problems in
            func found<ID>(_ result: Result<ID?, NameFault>, _ column: LeaveColumn) -> ID? {
                switch result {
                case .success(let id): return id
                case .failure(let wrong): problems.append(sheet.problem(wrong.fault, column, of: row))
                }
                return nil
            }
            func day(_ column: LeaveColumn, from: Day?) -> Day? {
                let text = sheet.text(column, of: row)
                if let day = days.ahead(text, from: from) { return day }
                problems.append(sheet.problem(.notADay(CleanText(text)), column, of: row))
                return nil
            }
            let unit = found(self.unit(named: sheet.text(.unit, of: row)), .unit)
            let name = sheet.text(.name, of: row)
            if name.isEmpty { problems.append(sheet.problem(.empty("请假人"), .name, of: row)) }
            let person = found(self.person(named: name, in: unit), .name)
            let standIn = found(self.person(named: sheet.text(.standIn, of: row), in: unit), .standIn)
            guard let person, let from = day(.from, from: nil), let through = day(.through, from: from) else {
                return nil
            }
            let isKnown = book.leaves.contains { $0.person == person && $0.from == from && $0.through == through }
            return isKnown ? nil : .takeLeave(person, from: from, through: through, standIn: standIn)
        }
    }

    func readGrids() throws(JournalError) {
        var codes = Set(book.grids.values.map(\.code.string.nameKey))
        try eachRow(of: .grids, GridColumn.self) { sheet, row, problems in
            let code = sheet.text(.code, of: row)
            if code.isEmpty { problems.append(sheet.problem(.empty("编码"), .code, of: row)) }
            if codes.contains(code.nameKey) { return nil }
            let name = sheet.text(.name, of: row)
            if name.isEmpty { problems.append(sheet.problem(.empty("名称"), .name, of: row)) }
            let written = sheet.text(.level, of: row)
            let level = Int(written.nameKey) ?? 0
            if !(1...3).contains(level) {
                let fault = ImportProblem.Fault.unknownTerm(CleanText(written), known: ["1", "2", "3"])
                problems.append(sheet.problem(fault, .level, of: row))
            }
            var grid = Grid(id: GridID(0), code: CleanText(code), name: CleanText(name), level: level)
            let above = sheet.text(.parent, of: row)
            if !above.isEmpty {
                if case .one(let parent) = directory.grid(above) {
                    grid.parent = parent
                } else {
                    problems.append(sheet.problem(.unknownName(.grid, CleanText(above)), .parent, of: row))
                }
            }
            switch unit(named: sheet.text(.unit, of: row)) {
            case .success(let unit): grid.unit = unit
            case .failure(let wrong): problems.append(sheet.problem(wrong.fault, .unit, of: row))
            }
            switch person(named: sheet.text(.head, of: row), in: grid.unit) {
            case .success(let head): grid.head = head
            case .failure(let wrong): problems.append(sheet.problem(wrong.fault, .head, of: row))
            }
            codes.insert(code.nameKey)
            return .addGrid(grid)
        }
    }

    func readCampaigns() throws(JournalError) {
        guard let path = source.paths[.campaigns] else { return }
        var table = ImportReport.Table(file: path.fileName)
        defer { report.tables.append(table) }
        let entries: [YAMLFile.Entry]
        do throws(ImportProblem) { entries = try YAMLFile(path: path).list(keys: CampaignEntry.keys) } catch {
            report.add(error)
            return
        }
        for entry in entries {
            table.read += 1
            let origin = try origin(entry.fingerprint)
            do throws(ImportProblem) {
                let isNew = origin.isKnown ? false : try addCampaign(entry, origin: origin.origin)
                table.added += isNew ? 1 : 0
                table.unchanged += isNew ? 0 : 1
            } catch {
                table.bad += 1
                report.add(error)
            }
        }
    }

    /// False where the ledger has a campaign of the name.
    private func addCampaign(_ entry: YAMLFile.Entry, origin: Int64) throws(ImportProblem) -> Bool {
        if directory.campaign(try entry.text("名称").string) != nil { return false }
        let campaign = try CampaignEntry(entry, in: self).campaign
        do throws(Refusal) { try keep(.addCampaign(campaign), origin: origin) } catch {
            throw entry.problem(.refused(error), at: "名称")
        }
        return true
    }
}
