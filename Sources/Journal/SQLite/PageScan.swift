import Glibc

/// Finds the events of a ledger and their texts in the bytes of its pages, whatever became of the tables' roots, names
/// and inner pages: each page that holds rows says so by itself.
///
/// Nothing found is believed yet. An event is sound if its hash is that of its bytes and the number it has in its office
/// that of its row; a text if its digest stands in its event; whoever asks looks.
struct PageScan {
    /// A row of the table of events.
    struct Row {
        var number: Int
        var previous: [UInt8]
        var hash: [UInt8]
        var body: [UInt8]

        var isSound: Bool { Digest(previous, body).bytes == hash && hasItsNumber }

        /// The number of a row is the one thing of it that no hash holds, but the body says it as well.
        private var hasItsNumber: Bool {
            body.withUnsafeBytes { body in
                guard let start = body.end(of: PageScan.officeNumber) else { return true }
                let digits = body[start...].prefix(15).prefix { 0x30...0x39 ~= $0 }
                return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } == number
            }
        }
    }

    private static let officeNumber = Array("\"officeNumber\":".utf8)

    private let bytes: UnsafeRawBufferPointer
    /// Where the cells stand, by the number of the event.
    private var events: [Int: [Int]] = [:]
    private var texts: [Int: [Int]] = [:]

    /// As SQLite has made them since 2016; a ledger never had others.
    static let pageSize = 4_096

    /// - Parameter bytes: a file from its first page on; they must stay where they are as long as this is used.
    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        for page in stride(from: 0, to: bytes.count, by: PageScan.pageSize) { look(at: page) }
    }

    /// Numbers of what looks like an event, lowest first.
    var numbers: [Int] { events.keys.sorted() }

    /// The event with a number, one that follows on `link` before any other; nil where none is sound.
    func row(_ number: Int, after link: [UInt8]?) -> Row? {
        let sound = (events[number] ?? []).lazy.compactMap { event(at: $0) }.filter(\.isSound)
        return sound.first { $0.previous == link } ?? sound.first
    }

    /// The texts that stand beside an event, and whether one of them was taken away on purpose.
    func texts(of event: Int) -> (found: [(place: Int, text: SealedText)], isBlackedOut: Bool) {
        var found: [(place: Int, text: SealedText)] = []
        var isBlackedOut = false
        for cell in texts[event] ?? [] {
            guard let record = RawRow(payload(at: cell, ofTable: false)), let place = record.int(1),
                0..<1_000_000 ~= place
            else { continue }
            guard let salt = record.bytes(2), let text = record.bytes(3) else {
                isBlackedOut = true
                continue
            }
            found.append((place, SealedText(salt: salt, text: String(decoding: text, as: UTF8.self))))
        }
        return (found, isBlackedOut)
    }

    // MARK: Pages

    private enum Page {
        static let innerIndex: UInt8 = 2
        static let indexLeaf: UInt8 = 10
        static let tableLeaf: UInt8 = 13
    }

    private mutating func look(at page: Int) {
        // The first page begins with the header of the file.
        let head = page == 0 ? 100 : page
        guard head + 12 <= bytes.count else { return }
        let kind = bytes[head]
        guard kind == Page.tableLeaf || kind == Page.indexLeaf || kind == Page.innerIndex else { return }
        let pointers = head + (kind == Page.innerIndex ? 12 : 8)
        let count = Int(bytes[head + 3]) << 8 | Int(bytes[head + 4])
        guard count > 0, pointers + 2 * count <= min(page + PageScan.pageSize, bytes.count) else { return }
        for index in 0..<count {
            let pointer = pointers + 2 * index
            var cell = page + (Int(bytes[pointer]) << 8 | Int(bytes[pointer + 1]))
            if kind == Page.innerIndex { cell += 4 }
            guard cell > pointer, cell + 4 < min(page + PageScan.pageSize, bytes.count) else { continue }
            note(cell, ofTable: kind == Page.tableLeaf)
        }
    }

    private mutating func note(_ cell: Int, ofTable isTable: Bool) {
        guard let start = start(of: cell, ofTable: isTable) else { return }
        let local = UnsafeRawBufferPointer(
            rebasing: bytes[start.payload..<min(start.payload + start.local, bytes.count)]
        )
        guard let types = RawRow.types(local)?.types else { return }
        if isTable {
            guard types.count == 10, types[0] == 0, types[1] == 44, types[2] == 44, types[4] == 44 || types[4] == 76,
                types[5] == 76, types[9] > 12, types[9] % 2 == 1, start.row > 0, start.row < 1 << 40
            else { return }
            events[start.row, default: []].append(cell)
        } else {
            guard types.count == 4, RawRow.isInt(types[0]), RawRow.isInt(types[1]), types[2] == 44 || types[2] == 0,
                types[3] == 0 || types[3] > 12 && types[3] % 2 == 1, let event = RawRow(Array(local))?.int(0)
            else { return }
            texts[event, default: []].append(cell)
        }
    }

    private func event(at cell: Int) -> Row? {
        guard let number = start(of: cell, ofTable: true)?.row, let record = RawRow(payload(at: cell, ofTable: true)),
            let previous = record.bytes(4), let hash = record.bytes(5), let body = record.bytes(9)
        else { return nil }
        return Row(number: number, previous: previous, hash: hash, body: body)
    }

    // MARK: Cells

    /// Where the payload of a cell begins, its length in all and on this page, and the number of its row.
    private func start(of cell: Int, ofTable isTable: Bool) -> (payload: Int, size: Int, local: Int, row: Int)? {
        var at = cell
        // What is longer than the file is no row of it.
        guard let size = RawRow.varint(bytes, &at), size > 0, size <= bytes.count else { return nil }
        var row = 0
        if isTable {
            guard let number = RawRow.varint(bytes, &at) else { return nil }
            row = number
        }
        let most = isTable ? PageScan.pageSize - 35 : (PageScan.pageSize - 12) * 64 / 255 - 23
        if size <= most { return (at, size, size, row) }
        let least = (PageScan.pageSize - 12) * 32 / 255 - 23
        let fitting = least + (size - least) % (PageScan.pageSize - 4)
        return (at, size, fitting <= most ? fitting : least, row)
    }

    /// The payload of a cell with what of it stands on other pages; empty where that leads nowhere.
    private func payload(at cell: Int, ofTable isTable: Bool) -> [UInt8] {
        guard let start = start(of: cell, ofTable: isTable), start.payload + start.local <= bytes.count else {
            return []
        }
        var payload = Array(bytes[start.payload..<(start.payload + start.local)])
        var next = start.payload + start.local
        while payload.count < start.size {
            guard next + 4 <= bytes.count else { return [] }
            let page = (0..<4).reduce(0) { $0 << 8 | Int(bytes[next + $1]) }
            let from = (page - 1) * PageScan.pageSize
            let part = min(start.size - payload.count, PageScan.pageSize - 4)
            // Each page holds some of it, so that even a chain in a circle comes to an end.
            guard page > 0, from + 4 + part <= bytes.count else { return [] }
            payload += bytes[(from + 4)..<(from + 4 + part)]
            next = from
        }
        return payload
    }
}

// MARK: - Files

extension PageScan {
    /// Whether a file holds an event of a ledger somewhere in its first 64 MB, whatever its beginning says.
    static func findsEvent(in path: String) -> Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 1 << 22)
        for part in 0..<16 {
            let count = pread(file, &buffer, buffer.count, part * buffer.count)
            guard count > 0 else { return false }
            let isFound = buffer.withUnsafeBytes { bytes in
                let scan = PageScan(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
                return scan.events.keys.contains { scan.row($0, after: nil) != nil }
            }
            if isFound { return true }
        }
        return false
    }

    /// Scans a file that nobody else knows: it must not change meanwhile.
    static func reading<Value>(_ path: String, _ body: (PageScan) throws -> Value) throws -> Value {
        let size = LedgerFile.size(path)
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0, size > 0, let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED
        else {
            if file >= 0 { close(file) }
            throw StoreFault.damaged("empty")
        }
        defer {
            munmap(start, size)
            close(file)
        }
        return try body(PageScan(UnsafeRawBufferPointer(start: start, count: size)))
    }
}
