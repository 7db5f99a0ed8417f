import Ledger
import Text

/// The columns of a table of tiles, which can be drawn in Excel.
enum TileColumn: Int, SheetColumn {
    case code, name, row, column, rows, columns, kind, parent, head

    var header: String {
        switch self {
        case .code: "编码"
        case .name: "名称"
        case .row: "行"
        case .column: "列"
        case .rows: "行数"
        case .columns: "列数"
        case .kind: "类别"
        case .parent: "上级"
        case .head: "负责人"
        }
    }

    var aliases: [String] {
        switch self {
        case .code: ["code", "网格编码", "Code"]
        case .name: ["name", "网格名称", "网格", "Name"]
        case .row: ["row", "Row"]
        case .column: ["col", "column", "Col"]
        case .rows: ["rows", "占行"]
        case .columns: ["cols", "columns", "占列"]
        case .kind: ["kind", "类型"]
        case .parent: ["parent", "上级网格"]
        case .head: ["head", "河长", "路长", "街长"]
        }
    }

    static let required: [TileColumn] = [.row, .column]
}

/// The map as tiles (方格图): a row of the table is a rectangle of tiles.
struct TileFile {
    private var table: Sheet<TileColumn>
    private let names: GridNames
    private var result = MapReading()
    private var sheets: [GridID: MapSheet] = [:]
    private var places: [GridID: ImportProblem.Place] = [:]
    private var order: [GridID] = []
    /// What covers a tile already.
    private var taken: [Tile: CleanText] = [:]

    private struct Tile: Hashable {
        var sheet: GridID
        var row: Int
        var column: Int
    }

    private static let limit = 500

    init(_ table: Sheet<TileColumn>, names: GridNames) {
        self.table = table
        self.names = names
    }

    func reading() -> MapReading {
        var reader = self
        return reader.read()
    }

    private mutating func read() -> MapReading {
        var row = CSVRow()
        do throws(ImportProblem) {
            while try table.read(&row) { read(row) }
        } catch {
            result.problems.append(error)
        }
        if order.isEmpty, result.problems.isEmpty {
            result.problems.append(ImportProblem(file: table.file, place: .file, fault: .emptyFile))
        }
        if result.problems.isEmpty {
            result.sheets = order.map { MapReading.Drawn(sheet: sheets[$0]!, place: places[$0]!) }
        }
        return result
    }

    private mutating func problem(_ fault: ImportProblem.Fault, _ column: TileColumn, _ row: CSVRow) {
        result.problems.append(table.problem(fault, column, of: row))
    }

    private mutating func read(_ row: CSVRow) {
        guard let form = form(of: row) else { return }
        var parent: GridID?
        let above = table.text(.parent, of: row)
        if !above.isEmpty {
            switch names.grid(above) {
            case .success(let grid): parent = grid.id
            case .failure(let wrong): return problem(wrong.fault, .parent, row)
            }
        }
        let word = table.text(.kind, of: row)
        if let kind = ObjectWord.kind(word) {
            var head: PersonID?
            let person = table.text(.head, of: row)
            if !person.isEmpty {
                head = names.person(person)
                if head == nil { problem(.map(.noSuchHead(CleanText(person))), .head, row) }
            }
            let name = CleanText(table.text(.name, of: row))
            // A point covers nothing.
            guard kind.isPoint || cover(form, of: parent, with: name, row) else { return }
            with(parent, row) { $0.objects.append(.init(kind: kind, name: name, head: head, form: form)) }
            return
        }
        if !word.isEmpty, !["网格", "grid"].contains(word) {
            return problem(.unknownTerm(CleanText(word), known: ["网格", "水面", "道路", "卡口", "值守点"]), .kind, row)
        }
        let code = table.text(.code, of: row)
        let column: TileColumn = code.isEmpty ? .name : .code
        let label = code.isEmpty ? table.text(.name, of: row) : code
        if label.isEmpty { return problem(.empty("编码"), table.has(.code) ? .code : .name, row) }
        switch names.grid(label, below: above.isEmpty ? nil : .some(parent)) {
        case .success(let grid):
            if !above.isEmpty, grid.parent != parent {
                let parent = parent.flatMap { names.ledger.grids[$0]?.name }
                return problem(.map(.elsewhere(grid.name, parent: parent)), column, row)
            }
            if sheets[grid.parent ?? MapSheet.street]?.places.contains(where: { $0.grid == grid.id }) ?? false {
                return problem(.map(.gridTwice(grid.name)), column, row)
            }
            guard cover(form, of: grid.parent, with: grid.name, row) else { return }
            with(grid.parent, row) { $0.places.append(.init(grid: grid.id, form: form)) }
        case .failure(let wrong): problem(wrong.fault, column, row)
        }
    }

    private mutating func with(_ parent: GridID?, _ row: CSVRow, _ change: (inout MapSheet) -> Void) {
        let key = parent ?? MapSheet.street
        if sheets[key] == nil {
            order.append(key)
            places[key] = .row(row.number)
        }
        change(&sheets[key, default: MapSheet(parent: parent)])
    }

    private mutating func form(of row: CSVRow) -> MapSheet.Form? {
        var numbers: [Int] = []
        for (column, usual) in [(TileColumn.row, nil), (.column, nil), (.rows, 1), (.columns, 1)]
            as [(TileColumn, Int?)]
        {
            let text = table.text(column, of: row)
            if text.isEmpty, let usual {
                numbers.append(usual)
            } else if let number = Int(text.nameKey), (1...TileFile.limit).contains(number) {
                numbers.append(number)
            } else {
                problem(.map(.notATile(CleanText(text))), column, row)
                return nil
            }
        }
        return .tile(row: numbers[0], column: numbers[1], rows: numbers[2], columns: numbers[3])
    }

    /// Marks the tiles of a rectangle; false where one is taken.
    private mutating func cover(_ form: MapSheet.Form, of parent: GridID?, with name: CleanText, _ row: CSVRow) -> Bool
    {
        guard case .tile(let top, let left, let rows, let columns) = form else { return false }
        let key = parent ?? MapSheet.street
        for y in top..<top + rows {
            for x in left..<left + columns {
                let tile = Tile(sheet: key, row: y, column: x)
                if let other = taken[tile] {
                    problem(.map(.tilesOverlap(name, other)), .row, row)
                    return false
                }
                taken[tile] = name
            }
        }
        return true
    }
}
