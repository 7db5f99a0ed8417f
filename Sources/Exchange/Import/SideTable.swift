import Journal
import Ledger

/// A table whose rows speak of matters in another one (步骤.csv, 记录.csv): read once for its index, then
/// by matter.
final class SideTable<Column: SheetColumn> {
    private var sheet: Sheet<Column>
    private let number: Column
    private(set) var index = RowIndex()
    /// Matters whose rows were asked for.
    private(set) var asked: Set<String> = []
    var counts: ImportReport.Table

    /// - Parameter number: the column that names the matter.
    init(_ sheet: Sheet<Column>, number: Column) {
        counts = ImportReport.Table(file: sheet.file)
        self.sheet = sheet
        self.number = number
    }

    /// Notes where each matter's rows stand.
    func read(in run: ImportRun) throws(JournalError) {
        var row = CSVRow()
        var seen = Occurrences()
        while run.next(&row, of: &sheet) {
            counts.read += 1
            let cell = NumberCell(sheet.text(number, of: row))
            guard !cell.text.isEmpty else {
                counts.bad += 1
                run.report.add(sheet.problem(.empty(number.header), number, of: row))
                continue
            }
            let origin = try run.origin(seen.mark(sheet.fingerprint(of: row)))
            let entry = RowIndex.Entry(
                offset: row.offset,
                number: row.number,
                origin: origin.origin,
                isKnown: origin.isKnown
            )
            index.add(entry, for: cell.key)
        }
    }

    func entries(for key: String) -> [RowIndex.Entry] {
        asked.insert(key)
        return index[key]
    }

    /// Matters that were not asked for.
    var left: [String] { index.keys.filter { !asked.contains($0) } }

    /// Reads the row of an entry again.
    func row(at entry: RowIndex.Entry) throws(ImportProblem) -> CSVRow {
        var row = CSVRow()
        try sheet.read(&row, offset: entry.offset, number: entry.number)
        return row
    }

    /// Lets `body` look at the cells of a row.
    func withSheet<Value>(_ body: (Sheet<Column>) -> Value) -> Value { body(sheet) }

    func problem(_ fault: ImportProblem.Fault, at entry: RowIndex.Entry) -> ImportProblem {
        ImportProblem(file: counts.file, place: .row(entry.number), fault: fault)
    }
}
