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
        Array(unsafeUninitializedCapacity: 16) { buffer, count in
            for index in 0..<8 {
                buffer[index] = UInt8(truncatingIfNeeded: high >> (56 - 8 * index))
                buffer[index + 8] = UInt8(truncatingIfNeeded: low >> (56 - 8 * index))
            }
            count = 16
        }
    }

    init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// Written `018f3a2c-….`, as UUIDs are.
extension Identity: CustomStringConvertible, TextCoded {
    package var text: String { description }

    package var description: String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var at = 0
            for shift in stride(from: 60, through: 0, by: -4) {
                if shift == 28 || shift == 12 { Identity.put(45, into: buffer, at: &at) }
                Identity.put(Hex.digit(UInt8(truncatingIfNeeded: high >> shift) & 15), into: buffer, at: &at)
            }
            for shift in stride(from: 60, through: 0, by: -4) {
                if shift == 60 || shift == 44 { Identity.put(45, into: buffer, at: &at) }
                Identity.put(Hex.digit(UInt8(truncatingIfNeeded: low >> shift) & 15), into: buffer, at: &at)
            }
            return at
        }
    }

    private static func put(_ byte: UInt8, into buffer: UnsafeMutableBufferPointer<UInt8>, at index: inout Int) {
        buffer[index] = byte
        index += 1
    }

    package init?(_ text: String) {
        var words: (UInt64, UInt64) = (0, 0)
        var count = 0
        for byte in text.utf8 where byte != 45 {
            guard let digit = Hex.value(byte) else { return nil }
            if count < 16 { words.0 = words.0 << 4 | UInt64(digit) } else { words.1 = words.1 << 4 | UInt64(digit) }
            count += 1
        }
        guard count == 32, text.utf8.count == 36 else { return nil }
        (high, low) = words
    }
}
