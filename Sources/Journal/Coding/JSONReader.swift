/// Reads a value from the compact JSON that ``JSONWriter`` writes.
///
/// Five times as fast as `JSONDecoder` on an event (docs/Journal.md): it looks keys up in the order
/// in which they were written and copies nothing but the strings that are asked for. Bytes that are
/// not such JSON throw; they are never followed outside their bounds.
struct JSONReader: Decoder {
    let bytes: UnsafeBufferPointer<UInt8>
    let range: Range<Int>
    let userInfo: [CodingUserInfoKey: Any]
    var codingPath: [any CodingKey] { [] }

    /// The value written in `bytes`.
    static func value<Value: Decodable>(
        _ type: Value.Type,
        from bytes: UnsafeBufferPointer<UInt8>,
        userInfo: [CodingUserInfoKey: Any] = [:]
    ) throws -> Value {
        var scan = JSONScan(bytes: bytes, at: 0)
        let range = try scan.skipValue()
        guard range.upperBound == bytes.count else { throw JSONFault.at(range.upperBound) }
        return try JSONReader(bytes: bytes, range: range, userInfo: userInfo).decode(type)
    }

    static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try bytes.withUnsafeBufferPointer { try value(type, from: $0) }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(try KeyedReader<Key>(self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try ListReader(self) }

    func singleValueContainer() -> any SingleValueDecodingContainer { ScalarReader(reader: self) }

    // MARK: Reading

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type == String.self { return try string() as! Value }
        if type == Int.self { return Int(try integer()) as! Value }
        if type == Int64.self { return try integer() as! Value }
        if type == Bool.self { return try boolean() as! Value }
        return try Value(from: self)
    }

    var isNull: Bool { bytes[range.lowerBound] == 0x6E }

    func at(_ range: Range<Int>) -> JSONReader { JSONReader(bytes: bytes, range: range, userInfo: userInfo) }

    func integer() throws -> Int64 {
        var index = range.lowerBound
        let isNegative = bytes[index] == 0x2D
        if isNegative { index += 1 }
        guard index < range.upperBound else { throw JSONFault.at(index) }
        var value: Int64 = 0
        while index < range.upperBound {
            let digit = bytes[index] &- 0x30
            guard digit <= 9 else { throw JSONFault.at(index) }
            // Negative, for there is one more of those: Int64.min is a fingerprint like any other.
            let (scaled, isTooBig) = value.multipliedReportingOverflow(by: 10)
            let (sum, isTooSmall) = scaled.subtractingReportingOverflow(Int64(digit))
            guard !isTooBig, !isTooSmall else { throw JSONFault.at(index) }
            value = sum
            index += 1
        }
        guard isNegative || value != .min else { throw JSONFault.at(index) }
        return isNegative ? value : -value
    }

    func boolean() throws -> Bool {
        switch bytes[range.lowerBound] {
        case 0x74: true
        case 0x66: false
        default: throw JSONFault.at(range.lowerBound)
        }
    }

    func string() throws -> String {
        guard bytes[range.lowerBound] == 0x22 else { throw JSONFault.at(range.lowerBound) }
        let inner = UnsafeBufferPointer(rebasing: bytes[(range.lowerBound + 1)..<(range.upperBound - 1)])
        guard inner.contains(0x5C) else { return String(decoding: inner, as: UTF8.self) }
        return String(decoding: try unescaped(inner), as: UTF8.self)
    }

    private func unescaped(_ raw: UnsafeBufferPointer<UInt8>) throws -> [UInt8] {
        var plain: [UInt8] = []
        var index = 0
        while index < raw.count {
            guard raw[index] == 0x5C else {
                plain.append(raw[index])
                index += 1
                continue
            }
            guard index + 1 < raw.count else { throw JSONFault.at(range.lowerBound + index) }
            switch raw[index + 1] {
            case 0x6E: plain.append(0x0A)
            case 0x75:
                let digits = String(decoding: raw[min(index + 2, raw.count)..<min(index + 6, raw.count)], as: UTF8.self)
                guard digits.utf8.count == 4, let code = UInt8(digits, radix: 16) else {
                    throw JSONFault.at(range.lowerBound + index)
                }
                plain.append(code)
                index += 4
            case let byte: plain.append(byte)
            }
            index += 2
        }
        return plain
    }
}

/// The bytes are not what the journal writes; the index of the first that is not.
enum JSONFault: Error {
    case at(Int)
    case missing(String)
    case nothingNested
}

private struct KeyedReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let reader: JSONReader
    private let entries: [JSONScan.Entry]
    /// Where the key after the last one found stands: most often the next one asked for.
    private let next = Cursor()

    private final class Cursor { var index = 0 }

    init(_ reader: JSONReader) throws {
        self.reader = reader
        var scan = JSONScan(bytes: reader.bytes, at: reader.range.lowerBound)
        entries = try scan.object()
    }

    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
        entries.compactMap { Key(stringValue: String(decoding: reader.bytes[$0.key], as: UTF8.self)) }
    }

    private func find(_ key: Key) -> JSONReader? {
        var name = key.stringValue
        return name.withUTF8 { name in
            let start = next.index
            for step in 0..<entries.count {
                let index = start + step < entries.count ? start + step : start + step - entries.count
                let found = entries[index].key
                guard found.count == name.count, zip(found, name).allSatisfy({ reader.bytes[$0] == $1 }) else {
                    continue
                }
                next.index = index + 1
                return reader.at(entries[index].value)
            }
            return nil
        }
    }

    private func need(_ key: Key) throws -> JSONReader {
        guard let found = find(key) else { throw JSONFault.missing(key.stringValue) }
        return found
    }

    func contains(_ key: Key) -> Bool { find(key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try need(key).isNull }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try need(key).decode(type)
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        guard let found = find(key), !found.isNull else { return nil }
        return try found.decode(type)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try need(key) }
    func superDecoder() throws -> any Decoder { throw JSONFault.nothingNested }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> { try need(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try need(key).unkeyedContainer()
    }
}

private struct ListReader: UnkeyedDecodingContainer {
    private let reader: JSONReader
    private let elements: [Range<Int>]
    private(set) var currentIndex = 0

    init(_ reader: JSONReader) throws {
        self.reader = reader
        var scan = JSONScan(bytes: reader.bytes, at: reader.range.lowerBound)
        elements = try scan.array()
    }

    var codingPath: [any CodingKey] { [] }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex == elements.count }

    private mutating func advance() throws -> JSONReader {
        guard !isAtEnd else { throw JSONFault.at(reader.range.upperBound) }
        currentIndex += 1
        return reader.at(elements[currentIndex - 1])
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, reader.at(elements[currentIndex]).isNull else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try advance().decode(type) }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> { try advance().container(keyedBy: type) }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try advance().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try advance() }
}

private struct ScalarReader: SingleValueDecodingContainer {
    let reader: JSONReader
    var codingPath: [any CodingKey] { [] }
    func decodeNil() -> Bool { reader.isNull }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try reader.decode(type) }
}
