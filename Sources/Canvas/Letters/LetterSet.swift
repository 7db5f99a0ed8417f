/// Bitmaps of letters of one height (字模), as `Letters/make-letters.py` writes them.
///
/// A value made from the bytes of a file; nothing is unpacked before it is drawn. All lines have one length, so a letter
/// is found by bisection.
package struct LetterSet: Sendable, Hashable {
    /// Rows of dots.
    package let height: Int
    private let bytes: [UInt8]
    /// Where the first letter stands, and how long a line is.
    private let start: Int
    private let stride: Int
    private let count: Int

    /// One letter: rows from top to bottom, the leftmost dot in the highest of ``width`` bits.
    package struct Letter: Sendable, Hashable {
        package let width: Int
        package let rows: [UInt64]
    }

    /// - Returns: nil if these are not such bytes; the wall then writes in ordinary cells.
    package init?(_ bytes: [UInt8]) {
        let newline = UInt8(ascii: "\n")
        var place = 0
        while place < bytes.count, bytes[place] == UInt8(ascii: "#") {
            guard let end = bytes[place...].firstIndex(of: newline) else { return nil }
            place = end + 1
        }
        guard let end = bytes[place...].firstIndex(of: newline) else { return nil }
        let head = String(decoding: bytes[place..<end], as: UTF8.self).split(separator: " ")
        guard head.count == 2, head[0] == "size", let height = Int(head[1]), (1...64).contains(height) else {
            return nil
        }
        start = end + 1
        guard start < bytes.count, let line = bytes[start...].firstIndex(of: newline) else { return nil }
        stride = line + 1 - start
        // Four digits of the code point, two of the width, then an even number for each row.
        let digits = stride - 7
        guard digits > 0, digits % (2 * height) == 0, digits / height <= 16, (bytes.count - start) % stride == 0 else {
            return nil
        }
        count = (bytes.count - start) / stride
        self.height = height
        self.bytes = bytes
    }

    package subscript(scalar: Unicode.Scalar) -> Letter? {
        guard scalar.value <= 0xFFFF, let place = place(of: Int(scalar.value)),
            let width = decimal(place + 4, 2)
        else { return nil }
        let digits = (stride - 7) / height
        var rows: [UInt64] = []
        rows.reserveCapacity(height)
        for row in 0..<height {
            guard let bits = hexadecimal(place + 6 + row * digits, digits) else { return nil }
            // Rows are filled up on the right to whole bytes.
            rows.append(UInt64(bits) >> UInt64(max(0, digits * 4 - width)))
        }
        return Letter(width: width, rows: rows)
    }

    /// Dots that a text takes from left to right; nil when a letter is not in the set.
    package func width(_ text: String) -> Int? {
        var width = 0
        for scalar in text.unicodeScalars {
            guard let letter = self[scalar] else { return nil }
            width += letter.width
        }
        return width
    }

    /// The rows of dots that have any ink in a text, for setting it close.
    package func ink(_ text: String) -> Range<Int> {
        var (top, bottom) = (height, 0)
        for letter in text.unicodeScalars.compactMap({ self[$0] }) {
            for (row, bits) in letter.rows.enumerated() where bits != 0 {
                top = min(top, row)
                bottom = max(bottom, row + 1)
            }
        }
        return top < bottom ? top..<bottom : 0..<height
    }

    private func place(of code: Int) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            let place = start + middle * stride
            guard let found = hexadecimal(place, 4) else { return nil }
            if found == code { return place }
            if found < code { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    private func hexadecimal(_ place: Int, _ digits: Int) -> Int? {
        var value = 0
        for byte in bytes[place..<place + digits] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | Int(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | Int(byte - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        return value
    }

    private func decimal(_ place: Int, _ digits: Int) -> Int? {
        var value = 0
        for byte in bytes[place..<place + digits] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }
}
