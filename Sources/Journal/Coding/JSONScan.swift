/// Finds where values begin and end in compact JSON, without making anything of them.
struct JSONScan {
    let bytes: UnsafeBufferPointer<UInt8>
    var at: Int

    /// Deeper than any value of the ledger; a body that nests further is not ours.
    private static let deepest = 32

    /// One key of an object and its value, as ranges of bytes; that of the key is without quotes.
    struct Entry {
        var key: Range<Int>
        var value: Range<Int>
    }

    /// The entries of the object that begins here.
    mutating func object() throws -> [Entry] {
        try take(0x7B)
        var entries: [Entry] = []
        entries.reserveCapacity(24)
        if peek() == 0x7D { return entries }
        while true {
            let key = try skipString()
            try take(0x3A)
            entries.append(Entry(key: (key.lowerBound + 1)..<(key.upperBound - 1), value: try skipValue()))
            guard peek() == 0x2C else { break }
            at += 1
        }
        try take(0x7D)
        return entries
    }

    /// The elements of the array that begins here.
    mutating func array() throws -> [Range<Int>] {
        try take(0x5B)
        var elements: [Range<Int>] = []
        if peek() == 0x5D { return elements }
        while true {
            elements.append(try skipValue())
            guard peek() == 0x2C else { break }
            at += 1
        }
        try take(0x5D)
        return elements
    }

    /// Passes over one value.
    mutating func skipValue() throws -> Range<Int> {
        switch peek() {
        case 0x22: return try skipString()
        case 0x7B, 0x5B: return try skipNested()
        default:
            let start = at
            while let byte = peek(), byte != 0x2C, byte != 0x7D, byte != 0x5D { at += 1 }
            guard at > start else { throw JSONFault.at(at) }
            return start..<at
        }
    }

    private mutating func skipNested() throws -> Range<Int> {
        let start = at
        var depth = 0
        repeat {
            switch peek() {
            case 0x22: _ = try skipString()
            case 0x7B, 0x5B:
                depth += 1
                guard depth < JSONScan.deepest else { throw JSONFault.at(at) }
                at += 1
            case 0x7D, 0x5D:
                depth -= 1
                at += 1
            case nil: throw JSONFault.at(at)
            default: at += 1
            }
        } while depth > 0
        return start..<at
    }

    private mutating func skipString() throws -> Range<Int> {
        let start = at
        try take(0x22)
        while let byte = peek(), byte != 0x22 { at += byte == 0x5C ? 2 : 1 }
        try take(0x22)
        return start..<at
    }

    private func peek() -> UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func take(_ byte: UInt8) throws {
        guard peek() == byte else { throw JSONFault.at(at) }
        at += 1
    }
}
