import Glibc

/// Scalars as JSON.
extension [UInt8] {
    mutating func append(json value: Int64) {
        if value < 0 { append(0x2D) }
        var rest = value.magnitude
        guard rest > 9 else { return append(0x30 + UInt8(rest)) }
        let start = count
        while rest > 0 {
            append(0x30 + UInt8(rest % 10))
            rest /= 10
        }
        self[start...].reverse()
    }

    mutating func append(json value: String) {
        var value = value
        append(0x22)
        value.withUTF8 { utf8 in
            if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
                append(contentsOf: utf8)
            } else {
                for byte in utf8 { append(escaping: byte) }
            }
        }
        append(0x22)
    }

    private mutating func append(escaping byte: UInt8) {
        switch byte {
        case 0x22, 0x5C: self += [0x5C, byte]
        case 0x0A: self += [0x5C, 0x6E]
        case 0..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            self += [0x5C, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        default: append(byte)
        }
    }
}

extension UnsafeRawBufferPointer {
    /// Where the first `text` in these bytes ends; nil without one.
    func end(of text: [UInt8]) -> Int? {
        guard let first = text.first, count >= text.count else { return nil }
        var at = 0
        while at <= count - text.count {
            guard let found = memchr(baseAddress! + at, Int32(first), count - text.count - at + 1) else { return nil }
            at = UnsafeRawPointer(found) - baseAddress!
            if self[at..<(at + text.count)].elementsEqual(text) { return at + text.count }
            at += 1
        }
        return nil
    }
}
