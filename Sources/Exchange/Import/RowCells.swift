/// Reads the cells of one row and notes what is wrong with them.
protocol RowCells: AnyObject {
    associatedtype Column: SheetColumn
    var row: CSVRow { get }
    var problems: [ImportProblem] { get set }
}

extension RowCells {
    func wrong(_ fault: ImportProblem.Fault, _ column: Column, _ sheet: Sheet<Column>) {
        problems.append(sheet.problem(fault, column, of: row))
    }

    /// What a name stands for; a fault is noted.
    func found<ID>(_ result: Result<ID?, NameFault>, _ column: Column, _ sheet: Sheet<Column>) -> ID? {
        switch result {
        case .success(let id): return id
        case .failure(let reason):
            wrong(reason.fault, column, sheet)
            return nil
        }
    }
}
