import Glibc
import Pictures
import Testing

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

    /// Not while recording: it would record itself.
    @Test(.disabled(if: getenv("RECORD_SNAPSHOTS") != nil)) func aDifferentOrMissingPictureFails() {
        withKnownIssue { expectPicture("别的\n", "modal-rich") }
        withKnownIssue { expectPicture("别的\n", "no-such-picture") }
    }
}
