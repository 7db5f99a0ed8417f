import Canvas
import Testing
import Text

/// 字模: bitmaps of letters, found by bisection and painted in halves of a cell or in Braille.
struct LetterTests {
    /// Two letters of four rows: 一 is a bar in the second row, 口 a frame.
    private static let set = LetterSet(
        Array("# two letters\nsize 4\n4E000400F00000\n53E304F09090F0\n".utf8)
    )

    @Test func aLetterIsFoundByItsCode() throws {
        let set = try #require(Self.set)
        #expect(set["一"]?.rows == [0, 0b1111, 0, 0])
        #expect(set["口"]?.rows == [0b1111, 0b1001, 0b1001, 0b1111])
        #expect(set["丁"] == nil)
        #expect(set["𠮷"] == nil)
        #expect(set.width("口一") == 8)
        #expect(set.width("口丁") == nil)
    }

    @Test(arguments: [
        "", "size", "size 4\n", "size 4\n4E00", "size 99\n4E000400F00000\n", "size 4\n4E000400F00000\n53E304F0\n",
    ])
    func whatIsNoSetOfLettersIsRefused(text: String) {
        #expect(LetterSet(Array(text.utf8)) == nil)
    }

    @Test(arguments: [
        (Repertoire.rich, Lettering.Grain.halves, "█▀▀█▄▄▄▄\n█▄▄█"),
        (Repertoire.safe, Lettering.Grain.halves, "⣿⠛⠛⣿⣤⣤⣤⣤\n⣿⣤⣤⣿"),
        (Repertoire.rich, Lettering.Grain.dots, "⣏⣹⠒⠒"),
        (Repertoire.safe, Lettering.Grain.dots, "⣏⣹⠒⠒"),
    ])
    func lettersArePainted(repertoire: Repertoire, grain: Lettering.Grain, expected: String) throws {
        let lettering = Lettering(try #require(Self.set), grain)
        let canvas = Canvas(width: 8, height: lettering.rows, repertoire)
        let used = canvas.put("口一", x: 0, y: 0, .text, lettering)
        #expect(canvas.picture == expected + "\n")
        #expect(used == (grain == .halves ? 8 : 4))
    }

    @Test func aTextWithAMissingLetterIsWrittenInCells() throws {
        let canvas = Canvas(width: 12, height: 2)
        canvas.put("口丁", x: 1, y: 0, .text, Lettering(try #require(Self.set)))
        #expect(canvas.picture == " 口丁\n\n")
    }

    @Test func theLargestThatFitsIsTaken() throws {
        let set = try #require(Self.set)
        let sizes = [Lettering(set), Lettering(set, .dots), .ordinary]
        let canvas = Canvas(width: 20, height: 4)
        #expect(canvas.fitting("口口", sizes, width: 8) == sizes[0])
        #expect(canvas.fitting("口口", sizes, width: 7) == sizes[1])
        #expect(canvas.fitting("口口", sizes, width: 3) == sizes[2])
        #expect(canvas.fitting("丁", sizes, width: 8) == sizes[2])
    }
}
