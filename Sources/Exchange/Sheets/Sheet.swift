import Text

/// A table with its headers read: hands out rows whose cells go by column, not by place.
struct Sheet<Column: SheetColumn> {
    let file: String
    private var reader: CSVReader
    private let headers: Headers

    /// The row of headers, understood.
    private struct Headers {
        /// The place of each column, by its own number; -1 for one that is absent.
        var places = [Int](repeating: -1, count: Column.allCases.count)
        var texts: [CleanText]
        var count: Int { places.count { $0 >= 0 } }
        var missing: Column? { Column.required.first { self[$0] == nil } }

        subscript(column: Column) -> Int? {
            get { places[column.rawValue] < 0 ? nil : places[column.rawValue] }
            set { places[column.rawValue] = newValue ?? -1 }
        }
    }

    /// How many rows may stand above the headers: a title, who filled it in.
    private static var headerSearch: Int { 15 }

    /// Opens a table and finds its headers.
    init(path: String, file: String) throws(ImportProblem) {
        try self.init(try CSVReader(opening: path, file: file), file: file)
    }

    /// - Parameter reader: at the beginning of a table.
    init(_ reader: CSVReader, file: String) throws(ImportProblem) {
        var reader = reader
        var row = CSVRow()
        headers = try Self.findHeaders(&reader, &row, file: file)
        let unknown = headers.texts.enumerated()
            .filter { [headers] place, header in !header.isEmpty && !headers.places.contains(place) }
        extras = unknown.filter { !PersonalCells.isMeant(by: $0.element.string) }
            .map { (place: $0.offset, header: $0.element) }
        skipped = unknown.map(\.element).filter { PersonalCells.isMeant(by: $0.string) }
        self.file = file
        self.reader = reader
    }

    /// Bytes of the file.
    var size: Int { reader.size }

    /// Headers that mean nothing to Guatu, by place.
    let extras: [(place: Int, header: CleanText)]
    /// Headers of what the ledger does not hold (电话, 身份证号): their cells are not even read.
    let skipped: [CleanText]

    private static func findHeaders(
        _ reader: inout CSVReader,
        _ row: inout CSVRow,
        file: String
    ) throws(ImportProblem) -> Headers {
        var best: Headers?
        while row.number < headerSearch {
            do throws(CSVReader.Failure) { guard try reader.read(&row) else { break } } catch {
                throw ImportProblem(error, file: file)
            }
            var texts: [CleanText] = []
            for place in 0..<row.count { texts.append(CleanText(reader.string(row[place]))) }
            let headers = try match(texts, file: file, row: row.number)
            if headers.missing == nil, headers.count > 1 || texts.count == 1 { return headers }
            if headers.count > max(1, best?.count ?? 0) { best = headers }
        }
        if let missing = best?.missing {
            throw ImportProblem(file: file, place: .file, fault: .missingColumn(missing.header))
        }
        throw ImportProblem(file: file, place: .file, fault: .noHeader)
    }

    /// The next row that is not blank; false at the end.
    mutating func read(_ row: inout CSVRow) throws(ImportProblem) -> Bool {
        do {
            repeat {
                guard try reader.read(&row) else { return false }
            } while row.isBlank
            return true
        } catch {
            throw ImportProblem(error, file: file)
        }
    }

    /// The row that stands at a place where one was read before.
    mutating func read(_ row: inout CSVRow, offset: Int, number: Int) throws(ImportProblem) {
        reader.seek(offset: offset, number: number)
        do { _ = try reader.read(&row) } catch { throw ImportProblem(error, file: file) }
    }

    func has(_ column: Column) -> Bool { headers[column] != nil }

    /// The cell as it was typed, without spaces around it; empty where the row or the table ends before it.
    func text(_ column: Column, of row: CSVRow) -> String {
        guard let place = headers[column], place < row.count else { return "" }
        return cell(place, of: row)
    }

    func cell(_ place: Int, of row: CSVRow) -> String {
        let bytes = bytes(place, of: row)
        return bytes.isEmpty ? "" : reader.string(bytes)
    }

    /// The bytes of a cell without spaces around them and without the guard of ``CSVWriter``.
    private func bytes(_ place: Int, of row: CSVRow) -> ArraySlice<UInt8> {
        guard place < row.count else { return [] }
        return CSVWriter.unguarded(row[place].trimmed)
    }

    /// A problem of one cell.
    func problem(_ fault: ImportProblem.Fault, _ column: Column, of row: CSVRow) -> ImportProblem {
        guard let place = headers[column] else { return problem(fault, of: row) }
        let header = headers.texts[place]
        let column = ImportProblem.Column(letter: Self.letter(place), header: header)
        return ImportProblem(file: file, place: .cell(row: row.number, column: column), fault: fault)
    }

    /// A problem of a cell under a header that means nothing to Guatu.
    func problem(
        _ fault: ImportProblem.Fault,
        at extra: (place: Int, header: CleanText),
        of row: CSVRow
    ) -> ImportProblem {
        let column = ImportProblem.Column(letter: Self.letter(extra.place), header: extra.header)
        return ImportProblem(file: file, place: .cell(row: row.number, column: column), fault: fault)
    }

    func problem(_ fault: ImportProblem.Fault, of row: CSVRow) -> ImportProblem {
        ImportProblem(file: file, place: .row(row.number), fault: fault)
    }

    /// More cells than headers, not counting empty ones: most likely a comma that was not quoted.
    func overflow(of row: CSVRow) -> ImportProblem? {
        guard row.count > headers.texts.count, (headers.texts.count..<row.count).contains(where: { !row[$0].isEmpty })
        else {
            return nil
        }
        return problem(.moreCells(found: row.count, columns: headers.texts.count), of: row)
    }

    /// The fingerprint of the row before relative dates are resolved; the same whatever the order of
    /// the columns and the encoding of the file.
    func fingerprint(of row: CSVRow) -> Fingerprint {
        var print = Fingerprint(table: "\(Column.self)")
        for place in headers.places { add(place < 0 ? [] : bytes(place, of: row), to: &print) }
        for extra in extras {
            let value = bytes(extra.place, of: row)
            guard !value.isEmpty else { continue }
            print.add(extra.header.string)
            add(value, to: &print)
        }
        return print
    }

    private func add(_ bytes: ArraySlice<UInt8>, to print: inout Fingerprint) {
        if reader.encoding == .utf8 { print.add(bytes) } else { print.add(reader.string(bytes)) }
    }

    // MARK: Headers

    private static func match(
        _ headers: [CleanText],
        file: String,
        row: Int
    ) throws(ImportProblem) -> Headers {
        var found = Headers(texts: headers)
        for (place, header) in headers.enumerated() {
            let key = header.string.nameKey
            guard let column = Column.allCases.first(where: { $0.header == key }) else { continue }
            guard found[column] == nil else {
                let fault = ImportProblem.Fault.doubleColumn(column.header)
                let column = ImportProblem.Column(letter: letter(place), header: header)
                throw ImportProblem(file: file, place: .cell(row: row, column: column), fault: fault)
            }
            found[column] = place
        }
        // An alias counts only where the proper header is absent.
        for (place, header) in headers.enumerated() {
            let key = header.string.nameKey
            if let column = Column.allCases.first(where: { $0.aliases.contains(key) }), found[column] == nil {
                found[column] = place
            }
        }
        return found
    }

    /// A, B, … Z, AA, as Excel names columns.
    static func letter(_ place: Int) -> String {
        var rest = place
        var letters = ""
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }
}

extension ArraySlice<UInt8> {
    /// Without spaces, tabs, line ends and (in UTF-8) full-width spaces around it.
    fileprivate var trimmed: ArraySlice<UInt8> {
        var rest = self
        while let first = rest.first {
            if isBlank(first) {
                rest = rest.dropFirst()
            } else if first == 0xE3, rest.starts(with: [0xE3, 0x80, 0x80]) {
                rest = rest.dropFirst(3)
            } else {
                break
            }
        }
        while let last = rest.last {
            if isBlank(last) {
                rest = rest.dropLast()
            } else if last == 0x80, rest.suffix(3).elementsEqual([0xE3, 0x80, 0x80]) {
                rest = rest.dropLast(3)
            } else {
                break
            }
        }
        return rest
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
