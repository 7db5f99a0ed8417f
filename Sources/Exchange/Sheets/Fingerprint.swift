/// Tells rows of a file apart over the years: what was imported once is known again by it.
///
/// FNV-1a with 64 bits: among a million rows two meet by chance once in some forty million imports.
struct Fingerprint: Hashable {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    init(table: String) { add(table) }

    mutating func add(_ cell: some StringProtocol) {
        for byte in cell.utf8 { add(byte) }
        add(0x1F as UInt8)
    }

    mutating func add(_ cell: ArraySlice<UInt8>) {
        for byte in cell { add(byte) }
        add(0x1F as UInt8)
    }

    /// The same row again in the same file is another row: it counts which one it is.
    mutating func add(occurrence: Int) {
        guard occurrence > 0 else { return }
        add("#\(occurrence)")
    }

    /// As it is kept with the events (``Event/origin``).
    var origin: Int64 { Int64(bitPattern: hash) }

    private mutating func add(_ byte: UInt8) {
        hash ^= UInt64(byte)
        hash &*= 0x100_0000_01B3
    }
}

/// Counts rows that are alike within one file.
struct Occurrences {
    private var seen: [Fingerprint: Int] = [:]

    /// The fingerprint with its count taken in.
    mutating func mark(_ print: Fingerprint) -> Fingerprint {
        let count = seen[print, default: 0]
        seen[print] = count + 1
        var marked = print
        marked.add(occurrence: count)
        return marked
    }
}
