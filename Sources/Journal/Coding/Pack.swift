/// Writes small values into bytes: integers as LEB128 with the sign last, texts with their length.
struct PackWriter {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(512) }

    mutating func write(_ value: Int) { write(UInt64(bitPattern: Int64(value << 1 ^ value >> 63))) }

    mutating func write(_ value: Int64) { write(UInt64(bitPattern: value << 1 ^ value >> 63)) }

    mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

    mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            write(UInt64(utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }

    /// The place of `value` in a list that only ever grows at its end (``Codes``).
    mutating func write<Value: Equatable>(_ value: Value, of codes: [Value]) {
        bytes.append(UInt8(codes.firstIndex(of: value)!))
    }

    mutating func write<Value>(_ value: Value?, _ write: (inout PackWriter, Value) -> Void) {
        self.write(value != nil)
        if let value { write(&self, value) }
    }

    mutating func write<Value>(_ values: [Value], _ write: (inout PackWriter, Value) -> Void) {
        self.write(UInt64(values.count))
        for value in values { write(&self, value) }
    }

    /// Bytes as they are, with their number.
    mutating func write(raw: some Collection<UInt8>) {
        write(UInt64(raw.count))
        bytes.append(contentsOf: raw)
    }

    private mutating func write(_ value: UInt64) {
        var rest = value
        while rest > 127 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// Reads what a ``PackWriter`` wrote, in the same order. Bytes that say something else throw
/// ``PackFault`` and are never followed outside their bounds.
struct PackReader {
    private let bytes: UnsafeRawBufferPointer
    private var at = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { at == bytes.count }

    mutating func byte() throws(PackFault) -> UInt8 {
        guard at < bytes.count else { throw PackFault() }
        defer { at += 1 }
        return bytes[at]
    }

    mutating func integer() throws(PackFault) -> Int { Int(try integer64()) }

    mutating func integer64() throws(PackFault) -> Int64 {
        let value = try unsigned()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    mutating func bool() throws(PackFault) -> Bool { try byte() == 1 }

    mutating func string() throws(PackFault) -> String {
        let count = try length()
        guard count > 0 else { return "" }
        defer { at += count }
        return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[at..<(at + count)]), as: UTF8.self)
    }

    /// Bytes in place.
    mutating func raw() throws(PackFault) -> UnsafeRawBufferPointer {
        let count = try length()
        defer { at += count }
        return UnsafeRawBufferPointer(rebasing: bytes[at..<(at + count)])
    }

    mutating func value<Value>(of codes: [Value]) throws(PackFault) -> Value {
        let code = Int(try byte())
        guard code < codes.count else { throw PackFault() }
        return codes[code]
    }

    mutating func optional<Value>(
        _ read: (inout PackReader) throws(PackFault) -> Value
    ) throws(PackFault) -> Value? {
        try bool() ? try read(&self) : nil
    }

    mutating func list<Value>(_ read: (inout PackReader) throws(PackFault) -> Value) throws(PackFault) -> [Value] {
        let count = try length()
        guard count > 0 else { return [] }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try read(&self)) }
        return values
    }

    /// A count of things that each take at least one of the bytes that are left.
    private mutating func length() throws(PackFault) -> Int {
        let count = try unsigned()
        guard count <= UInt64(bytes.count - at) else { throw PackFault() }
        return Int(count)
    }

    private mutating func unsigned() throws(PackFault) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte()
            value |= UInt64(byte & 127) << shift
            if byte < 128 { return value }
            shift += 7
            guard shift < 64 else { throw PackFault() }
        }
    }
}

/// Packed bytes that do not say what they should.
struct PackFault: Error {}
