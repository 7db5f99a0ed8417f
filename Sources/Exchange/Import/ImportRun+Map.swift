import Journal
import Ledger
import Text

/// 地图: each section of the file is one sheet. A sheet that was taken in before stays as the ledger has it by now.
extension ImportRun {
    func readMap() throws(JournalError) {
        guard let path = source.paths[.map] else { return }
        var table = ImportReport.Table(file: path.fileName)
        defer { report.tables.append(table) }
        let reading = MapFile.read(path: path, ledger: book)
        for problem in reading.problems { report.add(problem) }
        table.bad = reading.problems.isEmpty ? 0 : 1
        table.read = reading.sheets.count + table.bad
        for drawn in reading.sheets {
            let origin = try origin(drawn.sheet.fingerprint)
            if origin.isKnown || book.maps[drawn.sheet.key] == drawn.sheet {
                table.unchanged += 1
                continue
            }
            do throws(Refusal) {
                try keep(.drawMap(drawn.sheet), origin: origin.origin)
                table.added += 1
            } catch {
                table.bad += 1
                report.add(ImportProblem(file: path.fileName, place: drawn.place, fault: .refused(error)))
            }
        }
    }
}

extension MapSheet {
    /// What was drawn, whatever the file around it.
    fileprivate var fingerprint: Fingerprint {
        var print = Fingerprint(table: "map")
        print.add("\(key) \(isSquare) \(survey?.rawValue ?? "")")
        for row in rows { print.add(row) }
        for place in places { print.add("\(place.grid) \(place.form.text)") }
        for object in objects { print.add("\(object.kind.rawValue) \(object.name) \(object.form.text)") }
        return print
    }
}
