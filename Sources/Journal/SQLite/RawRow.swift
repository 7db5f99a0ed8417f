/// A row as SQLite writes it: the types of its columns, then their bytes.
struct RawRow {
    private let payload: [UInt8]
    private let types: [Int]
    private let starts: [Int]

    init?(_ payload: [UInt8]) {
        guard let (types, end) = payload.withUnsafeBytes({ RawRow.types($0) }) else { return nil }
        var starts: [Int] = []
        var at = end
        for type in types {
            starts.append(at)
            at += RawRow.size(type)
        }
        self.payload = payload
        self.types = types
        self.starts = starts
    }

    /// A blob or a text; nil for anything else, and for what reaches over the end.
    func bytes(_ column: Int) -> [UInt8]? {
        guard types.indices.contains(column), types[column] >= 12 else { return nil }
        let end = starts[column] + RawRow.size(types[column])
        return end <= payload.count ? Array(payload[starts[column]..<end]) : nil
    }

    func int(_ column: Int) -> Int? {
        guard types.indices.contains(column), RawRow.isInt(types[column]) else { return nil }
        if types[column] > 7 { return types[column] - 8 }
        let end = starts[column] + RawRow.size(types[column])
        guard end <= payload.count, end > starts[column] else { return nil }
        let first = Int(Int8(bitPattern: payload[starts[column]]))
        return payload[(starts[column] + 1)..<end].reduce(first) { $0 << 8 | Int($1) }
    }

    static func isInt(_ type: Int) -> Bool { (1...6).contains(type) || type == 8 || type == 9 }

    private static func size(_ type: Int) -> Int {
        switch type {
        case 1...4: type
        case 5: 6
        case 6, 7: 8
        case 12...: (type - 12) / 2
        default: 0
        }
    }

    /// The types of the columns, and where their bytes begin.
    static func types(_ bytes: UnsafeRawBufferPointer) -> (types: [Int], end: Int)? {
        var at = 0
        guard let end = varint(bytes, &at), (2...100).contains(end), end <= bytes.count else { return nil }
        var types: [Int] = []
        while at < end {
            guard let type = varint(bytes, &at), (0..<(1 << 31)).contains(type) else { return nil }
            types.append(type)
        }
        return at == end ? (types, end) : nil
    }

    /// A number of one to nine bytes, the high bit of which says that another follows.
    static func varint(_ bytes: UnsafeRawBufferPointer, _ at: inout Int) -> Int? {
        var value: UInt64 = 0
        for index in 0..<9 {
            guard at < bytes.count else { return nil }
            let byte = bytes[at]
            at += 1
            if index == 8 { return Int(bitPattern: UInt(value << 8 | UInt64(byte))) }
            value = value << 7 | UInt64(byte & 0x7F)
            if byte < 0x80 { return Int(bitPattern: UInt(value)) }
        }
        return nil
    }
}
