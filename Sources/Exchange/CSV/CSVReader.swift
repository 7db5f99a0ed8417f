/// One row of a table: its cells as bytes, side by side, quotes already taken away.
struct CSVRow {
    /// As Excel counts: the first row is 1, and a cell of several lines is one row.
    var number = 0
    /// Where the row begins in the file.
    var offset = 0
    fileprivate var bytes: [UInt8] = []
    fileprivate var ends: [Int] = []

    /// Number of cells.
    var count: Int { ends.count }

    subscript(index: Int) -> ArraySlice<UInt8> { bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

    /// Whether every cell is empty: a line between two tables, or after the last.
    var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

    fileprivate mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }
}

/// Reads comma-separated values (RFC 4180) row by row, with CRLF, LF or CR, from any place of a file.
///
/// A quotation mark inside a cell that does not begin with one is taken as it is, as Excel does.
struct CSVReader {
    enum Failure: Error, Hashable {
        case file(FileBytes.Failure)
        /// A cell begins with a quotation mark that is never closed; the row it begins in.
        case openQuote(row: Int)
        /// A row of more than ``rowLimit`` bytes: most likely a quotation mark too many.
        case longRow(row: Int)
    }

    /// The longest row that is taken, in bytes.
    static let rowLimit = 1 << 20

    private let file: FileBytes
    private let decoder: TextDecoder
    let encoding: TextEncoding
    /// Bytes of the file.
    var size: Int { file.size }
    private var buffer: [UInt8] = []
    private var position = 0
    /// Where the buffer begins in the file.
    private var bufferOffset: Int
    private var number = 0

    init(_ file: FileBytes, encoding: TextEncoding, from start: Int) {
        self.file = file
        decoder = TextDecoder(encoding)
        self.encoding = encoding
        bufferOffset = start
    }

    /// The next row, blank ones included; false at the end of the file.
    mutating func read(_ row: inout CSVRow) throws(Failure) -> Bool {
        row.clear()
        row.offset = bufferOffset + position
        number += 1
        row.number = number
        guard try fill() else { return false }
        var isQuoted = false
        var wasQuoted = false
        var isStart = true
        while try fill() {
            let byte = buffer[position]
            position += 1
            if isQuoted {
                if byte != 0x22 {
                    row.bytes.append(byte)
                    if row.bytes.count > CSVReader.rowLimit { throw .longRow(row: row.number) }
                } else if try peek() == 0x22 {
                    position += 1
                    row.bytes.append(0x22)
                } else {
                    isQuoted = false
                    wasQuoted = true
                }
                continue
            }
            switch byte {
            case 0x2C:
                row.ends.append(row.bytes.count)
                isStart = true
                wasQuoted = false
            case 0x0A, 0x0D:
                if byte == 0x0D, try peek() == 0x0A { position += 1 }
                row.ends.append(row.bytes.count)
                return true
            case 0x22 where isStart && !wasQuoted:
                isQuoted = true
                isStart = false
            default:
                row.bytes.append(byte)
                isStart = false
                if row.bytes.count > CSVReader.rowLimit { throw .longRow(row: row.number) }
            }
        }
        if isQuoted { throw .openQuote(row: row.number) }
        row.ends.append(row.bytes.count)
        return true
    }

    /// Goes to a row that was read before.
    mutating func seek(offset: Int, number: Int) {
        if offset >= bufferOffset, offset < bufferOffset + buffer.count {
            position = offset - bufferOffset
        } else {
            buffer.removeAll(keepingCapacity: true)
            position = 0
            bufferOffset = offset
        }
        self.number = number - 1
    }

    func string(_ bytes: ArraySlice<UInt8>) -> String { decoder.string(bytes) }

    private mutating func peek() throws(Failure) -> UInt8? { try fill() ? buffer[position] : nil }

    /// Whether a byte can be read at `position`.
    private mutating func fill() throws(Failure) -> Bool {
        if position < buffer.count { return true }
        bufferOffset += buffer.count
        position = 0
        do { try file.read(into: &buffer, at: bufferOffset, count: 1 << 16) } catch { throw .file(error) }
        return !buffer.isEmpty
    }
}
