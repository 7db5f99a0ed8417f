/// Which letters the pinyin of a character may begin with (拼音首字母): 曾 by z and by c, 单 also by s.
///
/// A polyphone has the letters of all its readings that are in use, a surname those it has as a surname. Letters are
/// bits, `a` the lowest.
public enum Initials: Sendable {
    /// The letters a scalar answers to: those of its readings, or the letter that it is; 0 for everything else.
    public static func letters(of scalar: Unicode.Scalar) -> UInt32 {
        switch scalar.value {
        case 0x61...0x7A: 1 << (scalar.value - 0x61)
        case 0x41...0x5A: 1 << (scalar.value - 0x41)
        case dense: common[Int(scalar.value - dense.lowerBound)]
        case 0xF900...: rare[scalar.value] ?? 0
        default: 0
        }
    }

    private static let dense: ClosedRange<UInt32> = 0x3400...0x9FFF
    private static let common = tables.common
    private static let rare = tables.rare

    /// The generated lines, read once.
    private static let tables: (common: [UInt32], rare: [UInt32: UInt32]) = {
        var common = Array(repeating: 0 as UInt32, count: dense.count)
        var rare: [UInt32: UInt32] = [:]
        var letters: UInt32 = 0
        for scalar in InitialsTable.lines.description.unicodeScalars {
            switch scalar.value {
            case 0x0A: letters = 0
            case 0x61...0x7A: letters |= 1 << (scalar.value - 0x61)
            case dense: common[Int(scalar.value - dense.lowerBound)] = letters
            case 0xF900...: rare[scalar.value] = letters
            default: break
            }
        }
        return (common, rare)
    }()
}
