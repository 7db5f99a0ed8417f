import Glibc
import Testing
import Text

@Suite struct WidthTests {
    @Test(
        arguments: [
            ("督", 2), ("𠮷", 2), ("㎡", 2), ("，", 2), ("（", 2), ("　", 2), ("a", 1), ("~", 1), ("é", 1), ("─", 1),
            ("“", 1),
            ("…", 1), ("✓", 1), ("⣿", 1), ("\u{0301}", 0), ("\u{200B}", 0), ("\u{FE0F}", 0), ("\u{7}", 0),
            ("\u{9B}", 0),
            ("\u{7F}", 0), ("\u{31350}", 2), ("\u{E000}", 1),
        ] as [(Unicode.Scalar, Int)]
    )
    func narrow(scalar: Unicode.Scalar, width: Int) {
        #expect(Width.of(scalar) == width)
    }

    @Test(arguments: [("─", 2), ("“", 2), ("①", 2), ("α", 2), ("✓", 1), ("督", 2), ("a", 1)] as [(Unicode.Scalar, Int)])
    func wide(scalar: Unicode.Scalar, width: Int) {
        #expect(Width.of(scalar, .wide) == width)
    }

    /// ncursesw counts with libc's `wcwidth`; where the two differ a row would shift.
    @Test func equalsLibc() throws {
        try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
        // The headers hide it from Swift behind a feature macro.
        let symbol = try #require(dlsym(nil, "wcwidth"))
        let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> CInt).self)
        var different: [String] = []
        for code in 0xA0...0x10FFFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let libc = wcwidth(wchar_t(code))
            // -1: libc does not know it, so ncurses shows a stand-in. Nothing to agree on.
            if libc >= 0, Int(libc) != Width.of(scalar) {
                different.append("U+\(String(code, radix: 16)) libc \(libc), here \(Width.of(scalar))")
            }
        }
        #expect(different == [])
    }

    @Test func columnsOfText() {
        #expect("督147 湖东路“雨污”".columns() == 18)
        #expect("督147 湖东路“雨污”".columns(.wide) == 20)
        #expect("e\u{301}".columns() == 1)
    }
}
