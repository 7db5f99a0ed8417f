import Text

/// A table with its headers read: hands out rows whose cells go by column, not by place.
struct Sheet<Column: SheetColumn> {
    let file: String
    private var reader: CSVReader
    private let headers: Headers
    private let firstRow: (offset: Int, number: Int)

    /// The row of headers, understood.
    private struct Headers {
        var places: [Column: Int]
        var texts: [CleanText]
        var isWhole: Bool { Column.required.allSatisfy { places[$0] != nil } }
    }

    /// How many rows may stand above the headers: a title, who filled it in.
    private static var headerSearch: Int { 15 }

    /// Opens a table and finds its headers.
    init(path: String, file: String) throws(ImportProblem) {
        var reader = try CSVReader(opening: path, file: file)
        var row = CSVRow()
        headers = try Self.findHeaders(&reader, &row, file: file)
        extras = headers.texts.enumerated()
            .filter { [headers] place, header in !header.isEmpty && !headers.places.values.contains(place) }
            .map { (place: $0.offset, header: $0.element) }
        firstRow = (reader.offset, row.number + 1)
        self.file = file
        self.reader = reader
    }

    /// Headers that mean nothing to Guatu, by place.
    let extras: [(place: Int, header: CleanText)]

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
            let headers = Headers(places: try match(texts, file: file, row: row.number), texts: texts)
            if headers.isWhole, headers.places.count > 1 || texts.count == 1 { return headers }
            if headers.places.count > max(1, best?.places.count ?? 0) { best = headers }
        }
        if let best, let missing = Column.required.first(where: { best.places[$0] == nil }) {
            throw ImportProblem(file: file, place: .file, fault: .missingColumn(missing.rawValue))
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

    /// Back to the first row below the headers.
    mutating func rewind() { reader.seek(offset: firstRow.offset, number: firstRow.number) }

    /// The row that stands at a place where one was read before.
    mutating func read(_ row: inout CSVRow, offset: Int, number: Int) throws(ImportProblem) {
        reader.seek(offset: offset, number: number)
        do { _ = try reader.read(&row) } catch { throw ImportProblem(error, file: file) }
    }

    func has(_ column: Column) -> Bool { headers.places[column] != nil }

    /// The cell as it was typed, without spaces around it; empty where the row or the table ends before it.
    func text(_ column: Column, of row: CSVRow) -> String {
        guard let place = headers.places[column], place < row.count else { return "" }
        return cell(place, of: row)
    }

    func cell(_ place: Int, of row: CSVRow) -> String {
        guard place < row.count else { return "" }
        let bytes = row[place]
        guard !bytes.isEmpty else { return "" }
        return String(CSVWriter.unguarded(reader.string(bytes).trimmed))
    }

    /// A problem of one cell.
    func problem(_ fault: ImportProblem.Fault, _ column: Column, of row: CSVRow) -> ImportProblem {
        guard let place = headers.places[column] else { return problem(fault, of: row) }
        let header = headers.texts[place]
        let column = ImportProblem.Column(letter: Self.letter(place), header: header)
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
    /// the columns.
    func fingerprint(of row: CSVRow) -> Fingerprint {
        var print = Fingerprint(table: "\(Column.self)")
        for column in Column.allCases { print.add(text(column, of: row)) }
        for extra in extras {
            let value = cell(extra.place, of: row)
            guard !value.isEmpty else { continue }
            print.add(extra.header.string)
            print.add(value)
        }
        return print
    }

    // MARK: Headers

    private static func match(
        _ headers: [CleanText],
        file: String,
        row: Int
    ) throws(ImportProblem) -> [Column: Int] {
        var places: [Column: Int] = [:]
        for (place, header) in headers.enumerated() {
            let key = header.string.nameKey
            guard let column = Column.allCases.first(where: { $0.rawValue == key }) else { continue }
            guard places[column] == nil else {
                let fault = ImportProblem.Fault.doubleColumn(column.rawValue)
                let column = ImportProblem.Column(letter: letter(place), header: header)
                throw ImportProblem(file: file, place: .cell(row: row, column: column), fault: fault)
            }
            places[column] = place
        }
        // An alias counts only where the proper header is absent.
        for (place, header) in headers.enumerated() {
            let key = header.string.nameKey
            if let column = Column.allCases.first(where: { $0.aliases.contains(key) }), places[column] == nil {
                places[column] = place
            }
        }
        return places
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

extension CSVReader {
    /// Opens a file and finds out how it is written.
    init(opening path: String, file: String) throws(ImportProblem) {
        let bytes: FileBytes
        let finding: TextEncoding.Finding
        do throws(FileBytes.Failure) {
            bytes = try FileBytes(path: path)
            finding = try TextEncoding.find(in: bytes)
        } catch {
            throw ImportProblem(error, file: file)
        }
        switch finding {
        case .text(let encoding, let mark): self.init(bytes, encoding: encoding, from: mark)
        case .nothing: throw ImportProblem(file: file, place: .file, fault: .emptyFile)
        case .workbook: throw ImportProblem(file: file, place: .file, fault: .workbook)
        case .utf16: throw ImportProblem(file: file, place: .file, fault: .utf16)
        case .unreadable(let row): throw ImportProblem(file: file, place: .row(row), fault: .unreadable)
        }
    }
}

extension ImportProblem {
    init(_ failure: CSVReader.Failure, file: String) {
        switch failure {
        case .file(let failure): self.init(failure, file: file)
        case .openQuote(let row): self.init(file: file, place: .row(row), fault: .openQuote)
        case .longRow(let row): self.init(file: file, place: .row(row), fault: .longRow)
        }
    }

    init(_ failure: FileBytes.Failure, file: String) {
        switch failure {
        case .system(let code): self.init(file: file, place: .file, fault: .unopenable(code: code))
        case .directory: self.init(file: file, place: .file, fault: .directory)
        }
    }
}

extension String {
    /// Without spaces, tabs, line ends and full-width spaces around it.
    var trimmed: Substring {
        var rest = self[...]
        while let first = rest.unicodeScalars.first, first.properties.isWhitespace {
            rest = Substring(rest.unicodeScalars.dropFirst())
        }
        while let last = rest.unicodeScalars.last, last.properties.isWhitespace {
            rest = Substring(rest.unicodeScalars.dropLast())
        }
        return rest
    }
}

extension StringProtocol {
    /// A name as it is compared: without any spaces (张 伟 is 张伟), full-width letters and digits as
    /// half-width ones.
    var nameKey: String {
        if utf8.allSatisfy({ $0 > 0x20 && $0 != 0xEF && $0 != 0xE3 && $0 != 0xC2 && $0 != 0xE2 }) {
            return String(self)
        }
        var key = ""
        for scalar in unicodeScalars where !scalar.properties.isWhitespace {
            key.unicodeScalars.append((0xFF01...0xFF5E).contains(scalar.value) ? FullWidth.twin(of: scalar) : scalar)
        }
        return key
    }
}
