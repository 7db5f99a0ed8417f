import Ledger

/// A name for a thing that no other ledger gives again: a UUID of version 7, ordered by time.
package struct Identity: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    /// An identity made at `moment`. Those of one millisecond are in the order of `sequence`.
    init(at moment: Moment, sequence: Int = 0, random: UInt64) {
        let milliseconds = UInt64(bitPattern: moment.milliseconds) & 0xFFFF_FFFF_FFFF
        high = milliseconds << 16 | 0x7000 | UInt64(truncatingIfNeeded: sequence) & 0x0FFF
        low = random & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    }

    var bytes: [UInt8] {
        [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } }
    }

    init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// Written `018f3a2c-….`, as UUIDs are.
extension Identity: CustomStringConvertible, Codable {
    package var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append(45) }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    init?(_ text: String) {
        let digits = text.utf8.filter { $0 != 45 }
        guard text.utf8.count == 36, digits.count == 32 else { return nil }
        let hex = String(decoding: digits, as: UTF8.self)
        guard let high = UInt64(hex.prefix(16), radix: 16), let low = UInt64(hex.suffix(16), radix: 16) else {
            return nil
        }
        self.high = high
        self.low = low
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let identity = Identity(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no identity: \(text)")
        }
        self = identity
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
