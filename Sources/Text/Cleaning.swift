/// The rules behind ``CleanText``, also for a text that is still being typed.
public enum Cleaning: Sendable {
    /// What a scalar from outside becomes.
    enum Verdict {
        case kept
        /// Becomes one space; a run of them, too.
        case space
        /// Becomes ``stand``.
        case marked
        case dropped
    }

    /// U+FFFD: says "here was something unreadable" in every font and every language.
    static let stand: Unicode.Scalar = "\u{FFFD}"

    /// A single line, cleaned and without spaces at its ends.
    public static func line(_ raw: some StringProtocol) -> String {
        if raw.utf8.withContiguousStorageIfAvailable({ isPlain($0) && !hasOuterSpace($0) }) ?? false {
            return String(raw)
        }
        let clean = neutral(raw)
        guard let first = clean.unicodeScalars.first, let last = clean.unicodeScalars.last else { return "" }
        guard isSpace(first) || isSpace(last) else { return clean }
        var scalars = Substring(clean).unicodeScalars
        while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
        while let last = scalars.last, isSpace(last) { scalars.removeLast() }
        return String(scalars)
    }

    /// The same with its outer spaces: for what is typed or pasted into a field, where a space at the end is a beginning.
    public static func neutral(_ raw: some StringProtocol) -> String {
        // Nearly every text is clean already: one pass to know, and no copy.
        if raw.utf8.withContiguousStorageIfAvailable(isPlain) ?? false { return String(raw) }
        if raw.unicodeScalars.allSatisfy({ verdict($0) == .kept }) { return String(raw) }
        var clean = String.UnicodeScalarView()
        var wasBreak = false
        for scalar in raw.unicodeScalars {
            let verdict = verdict(scalar)
            switch verdict {
            case .kept: clean.append(scalar)
            case .space: if !wasBreak { clean.append(" ") }
            case .marked: clean.append(stand)
            case .dropped: continue
            }
            wasBreak = verdict == .space
        }
        return String(clean)
    }

    /// Whether bytes of valid UTF-8 are surely all kept, told by the first bytes alone: ASCII, ideographs, Chinese and
    /// general punctuation. A ledger of 100,000 titles is read through here; false only means to look closer.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x20...0x7E: index += 1
            case 0xE3...0xE9: index += 3  // U+3000 to U+9FFF
            case 0xEF where bytes[index + 1] == 0xBC || bytes[index + 1] == 0xBD: index += 3  // Full-width forms.
            case 0xE2 where bytes[index + 1] >= 0x82: index += 3  // Arrows, signs, lines.
            case 0xE2 where bytes[index + 1] == 0x80 && (0x90...0xA7).contains(bytes[index + 2]): index += 3  // “—…”
            case 0xC2 where bytes[index + 1] > 0xA0 && bytes[index + 1] != 0xAD: index += 2  // · ° ×
            default: return false
            }
        }
        return true
    }

    /// Whether plain text begins or ends with a space, or with another character of that block.
    private static func hasOuterSpace(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return false }
        return first == 0x20 || last == 0x20 || first == 0xE3 || (bytes.count > 2 && bytes[bytes.count - 3] == 0xE3)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{3000}" || scalar == "\u{A0}"
    }

    static func verdict(_ scalar: Unicode.Scalar) -> Verdict {
        switch scalar.value {
        case 0x20...0x7E: .kept
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: .space
        case 0x00...0x1F, 0x7F...0x9F: .marked
        case 0x3000...0xD7AF: .kept  // Chinese punctuation, ideographs, kana, Hangul.
        // Arabic letter mark, direction marks, embeddings, overrides, isolates: they turn text around.
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: .marked
        // Soft hyphen, joiners, zero-width spaces, fillers, variation selectors, tags: nobody sees them.
        case 0xAD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200D, 0x2060...0x2065,
            0x206A...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFF8, 0xE0000...0xE0FFF:
            .dropped
        case 0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: .marked
        case let code where code & 0xFFFE == 0xFFFE: .marked  // Noncharacters at the end of each plane.
        default: .kept
        }
    }
}
