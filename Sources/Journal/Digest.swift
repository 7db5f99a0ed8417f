import CDigest

/// A SHA-256.
package struct Digest: Hashable, Sendable {
    /// 32 of them.
    package let bytes: [UInt8]

    /// The digest of `first` followed by `second`.
    init(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) {
        bytes = Array(unsafeUninitializedCapacity: 32) { buffer, count in
            cdigest_sha256(first.baseAddress, first.count, second.baseAddress, second.count, buffer.baseAddress)
            count = 32
        }
    }

    init(_ first: [UInt8], _ second: [UInt8]) {
        self = first.withUnsafeBytes { first in second.withUnsafeBytes { Digest(first, $0) } }
    }

    /// A digest as it was stored; nil unless it has 32 bytes.
    init?(stored bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        self.bytes = Array(bytes)
    }

    /// Before the first event.
    static let none = Digest(stored: [UInt8](repeating: 0, count: 32))!
}

/// 64 hexadecimal digits.
extension Digest: CustomStringConvertible {
    package var description: String {
        String(unsafeUninitializedCapacity: 64) { buffer in
            for (index, byte) in bytes.enumerated() {
                buffer[2 * index] = Hex.digit(byte >> 4)
                buffer[2 * index + 1] = Hex.digit(byte & 15)
            }
            return 64
        }
    }

    /// The first eight digits, as printed on paper (数据校验码).
    package var short: String { String(description.prefix(8)) }
}

/// Hexadecimal digits in ASCII.
enum Hex {
    static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x57
        case 0x41...0x46: digit - 0x37
        default: nil
        }
    }
}
