import Text

/// A piece of JSON (RFC 8259) that knows where it stood.
struct JSONNode {
    var value: Value
    /// In bytes from the start of the file.
    var offset: Int

    enum Value {
        case object([(key: String, node: JSONNode)])
        case array([JSONNode])
        /// An array of nothing but numbers: most of a map is these.
        case numbers([Double])
        case string(String)
        case number(Double)
        case bool(Bool)
        case null
    }

    subscript(key: String) -> JSONNode? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.key == key }?.node
    }

    var string: String? {
        if case .string(let text) = value { return text }
        return nil
    }

    /// A value as it would be typed: text, or a whole number.
    var label: String? {
        switch value {
        case .string(let text): return text.trimmed.isEmpty ? nil : String(text.trimmed)
        case .number(let number) where number.magnitude < 1e15 && number == number.rounded(): return String(Int(number))
        default: return nil
        }
    }

    var isNull: Bool {
        if case .null = value { return true }
        return false
    }
}

/// Reads JSON strictly; never deeper than ``depthLimit``, so that no file can exhaust the stack.
struct JSONParser {
    struct Failure: Error {
        var fault: MapFault
        var offset: Int
    }

    private static let depthLimit = 64

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func parse(_ bytes: [UInt8]) throws(Failure) -> JSONNode {
        var parser = JSONParser(bytes)
        let node = try parser.node(depth: 0)
        parser.skip()
        guard parser.position == bytes.count else { throw parser.unexpected() }
        return node
    }

    private mutating func skip() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private func unexpected() -> Failure {
        guard position < bytes.count else { return Failure(fault: .endsEarly, offset: bytes.count) }
        let rest = String(decoding: bytes[position..<min(position + 12, bytes.count)], as: UTF8.self)
        return Failure(fault: .unexpected(CleanText(String(rest.prefix(6)))), offset: position)
    }

    private mutating func take(_ byte: UInt8) throws(Failure) {
        skip()
        guard position < bytes.count, bytes[position] == byte else { throw unexpected() }
        position += 1
    }

    private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func node(depth: Int) throws(Failure) -> JSONNode {
        skip()
        let offset = position
        guard depth < JSONParser.depthLimit else { throw Failure(fault: .tooDeep, offset: offset) }
        guard let first = peek() else { throw unexpected() }
        let value: JSONNode.Value
        switch first {
        case UInt8(ascii: "{"): value = .object(try members(depth: depth + 1))
        case UInt8(ascii: "["): value = try elements(depth: depth + 1)
        case UInt8(ascii: "\""): value = .string(try string())
        case UInt8(ascii: "t"): value = .bool(try word("true") { true })
        case UInt8(ascii: "f"): value = .bool(try word("false") { false })
        case UInt8(ascii: "n"): value = try word("null") { .null }
        case UInt8(ascii: "-"), 0x30...0x39: value = .number(try number())
        default: throw unexpected()
        }
        return JSONNode(value: value, offset: offset)
    }

    private mutating func word<Value>(_ word: StaticString, _ value: () -> Value) throws(Failure) -> Value {
        let length = word.utf8CodeUnitCount
        let matches = word.withUTF8Buffer { bytes[position...].prefix(length).elementsEqual($0) }
        guard matches else { throw unexpected() }
        position += length
        return value()
    }

    private mutating func members(depth: Int) throws(Failure) -> [(key: String, node: JSONNode)] {
        position += 1
        var members: [(key: String, node: JSONNode)] = []
        skip()
        if peek() == UInt8(ascii: "}") {
            position += 1
            return members
        }
        while true {
            skip()
            guard peek() == UInt8(ascii: "\"") else { throw unexpected() }
            let key = try string()
            try take(UInt8(ascii: ":"))
            members.append((key, try node(depth: depth)))
            skip()
            guard peek() == UInt8(ascii: ",") else { break }
            position += 1
        }
        try take(UInt8(ascii: "}"))
        return members
    }

    private mutating func elements(depth: Int) throws(Failure) -> JSONNode.Value {
        position += 1
        var nodes: [JSONNode] = []
        var numbers: [Double] = []
        skip()
        if peek() == UInt8(ascii: "]") {
            position += 1
            return .array([])
        }
        while true {
            let next = try node(depth: depth)
            if nodes.isEmpty, case .number(let number) = next.value {
                numbers.append(number)
            } else {
                // Numbers beside other things are no position; where the first stood tells the place.
                nodes += numbers.map { JSONNode(value: .number($0), offset: next.offset) }
                numbers = []
                nodes.append(next)
            }
            skip()
            guard peek() == UInt8(ascii: ",") else { break }
            position += 1
        }
        try take(UInt8(ascii: "]"))
        return nodes.isEmpty ? .numbers(numbers) : .array(nodes)
    }

    private mutating func number() throws(Failure) -> Double {
        let start = position
        let signs = Set("+-.eE0123456789".utf8)
        while let byte = peek(), signs.contains(byte) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        // What Swift reads and JSON does not: a leading zero or plus, a bare point.
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let isOdd =
            digits.first.map { !$0.isNumber } ?? true || digits.last == "."
            || (digits.count > 1 && digits.first == "0" && digits.dropFirst().first!.isNumber)
        guard !isOdd, let number = Double(text), number.isFinite else {
            throw Failure(fault: .notANumber(CleanText(String(text.prefix(24)))), offset: start)
        }
        return number
    }

    private mutating func string() throws(Failure) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = peek() {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20:
                position -= 1
                throw unexpected()
            default: text.append(byte)
            }
        }
        throw unexpected()
    }

    private mutating func escape(into text: inout [UInt8]) throws(Failure) {
        guard let byte = peek() else { throw unexpected() }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "u"):
            var unit = try hex()
            // Two halves of a pair make one character.
            if (0xD800..<0xDC00).contains(unit), bytes[position...].starts(with: [0x5C, 0x75]) {
                position += 2
                let low = try hex()
                unit = (0xDC00..<0xE000).contains(low) ? 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00) : 0xFFFD
            }
            text += Array(String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
        default:
            position -= 1
            throw unexpected()
        }
    }

    private mutating func hex() throws(Failure) -> UInt32 {
        let digits = bytes[position...].prefix(4)
        guard digits.count == 4, let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
            digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
        else { throw unexpected() }
        position += 4
        return unit
    }
}

extension [UInt8] {
    /// The line and the column of a byte, counted in characters from 1.
    func place(at offset: Int) -> ImportProblem.Place {
        let before = self[..<Swift.min(offset, count)]
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
        return .line(before.count { $0 == 0x0A } + 1, column: column)
    }
}
