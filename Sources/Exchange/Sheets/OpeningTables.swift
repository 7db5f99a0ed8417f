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
