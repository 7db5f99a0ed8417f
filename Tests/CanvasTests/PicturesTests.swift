import Canvas
import Glibc
import Pictures
import Testing
import Text

@Suite struct PicturesTests {
    @Test(
        arguments: [
            ("甲\n乙\n丙\n", "甲\n丁\n丙\n", "  1 - 乙\n  1 + 丁"), ("甲\n", "甲\n", ""),
            ("甲\n", "甲\n乙\n", "  1 - \n  1 + 乙\n  2 + "),
        ]
    )
    func differenceShowsLinesWithTheirNumbers(expected: String, drawn: String, shown: String) {
        #expect(difference(expected, drawn) == shown)
    }

    @Test(
        arguments: [
            ("督147 “雨污” ✓ ━ é", Repertoire.rich, ""), ("♥ 🔴 督", .rich, "♥🔴"), ("“雨污” ① …", .safe, ""),
            ("a\u{FFFD}b", .rich, "\u{FFFD}"), ("⣿⠿ ¥", .safe, "¥"),
        ]
    )
    func signsThatAreInNoTable(text: String, repertoire: Repertoire, strangers: String) {
        let canvas = Canvas(width: 30, height: 1, repertoire)
        canvas.put(text, x: 0, y: 0)
        #expect(canvas.strangers == Array(strangers.unicodeScalars))
    }

    /// Not while recording: it would record itself.
    @Test(.disabled(if: getenv("RECORD_SNAPSHOTS") != nil)) func aDifferentOrMissingPictureFails() {
        withKnownIssue { expectPicture("别的\n", "modal-rich") }
        withKnownIssue { expectPicture("别的\n", "no-such-picture") }
        let canvas = Canvas(width: 4, height: 1)
        canvas.put("♥", x: 0, y: 0)
        withKnownIssue { expectPicture(canvas, "heart") }
    }
}
