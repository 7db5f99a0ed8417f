import Canvas
import Pictures
import Testing
import Text

@Suite struct CanvasTests {
    @Test func drawsAndCuts() {
        let canvas = Canvas(width: 16, height: 4)
        #expect(canvas.put("督147", x: 0, y: 0) == 5)
        #expect(canvas.put("湖东路雨污分流", x: 6, y: 0, width: 9) == 9)
        #expect(canvas.put("逾 12 个工作日", x: 8, y: 1) == 8, "runs to the edge and no further")
        #expect(canvas.put("11-20", right: 16, y: 2, .dim) == 5)
        #expect(canvas.put("例会", centredIn: 16, x: 0, y: 3) == 4)
        #expect(
            canvas.picture == """
                督147 湖东路雨…
                        逾 12 个
                           11-20
                      例会

                """
        )
    }

    /// Whoever takes one half of a wide character blanks the other.
    @Test(arguments: [
        (0, "x", "x 东路"), (1, "x", " x东路"), (1, "门", " 门 路"), (3, "xy", "湖 xy"), (5, "x", "湖东 x"),
    ])
    func wideCharactersStayWhole(x: Int, text: String, expected: String) {
        let canvas = Canvas(width: 6, height: 1)
        canvas.put("湖东路", x: 0, y: 0)
        canvas.put(text, x: x, y: 0)
        #expect(canvas.picture == expected + "\n")
        for x in 0..<6 where canvas[x, 0].width == 2 { #expect(canvas[x + 1, 0].isRightHalf) }
        for x in 0..<6 where canvas[x, 0].isRightHalf { #expect(canvas[x - 1, 0].width == 2) }
    }

    @Test func regionsClip() {
        let canvas = Canvas(width: 10, height: 4)
        canvas.fill(nil, .text)
        let region = canvas.region(x: 3, y: 1, width: 4, height: 2)
        region.put("街道办事处", x: -1, y: 0)
        region.put("党工委", x: 1, y: 1)
        region.put("外", x: 0, y: 2)
        region.put("外", x: 0, y: -1)
        let inner = region.region(x: 2, y: 0, width: 99, height: 99)
        #expect(inner.width == 99)
        inner.put("甲乙丙", x: 0, y: 0)
        #expect(
            canvas.picture == """

                     甲
                    党


                """
        )
    }

    @Test func substitutesWhereItMust() {
        let canvas = Canvas(width: 30, height: 2, .safe)
        #expect(canvas.put("“三供一业”移交…", x: 0, y: 0) == 18)
        canvas.put(.check, x: 20, y: 0)
        canvas.put(.rule, x: 22, y: 0, .faint, count: 3)
        canvas.put("雨污分流专班复工", x: 0, y: 1, width: 7)
        #expect(canvas.picture == "「三供一业」移交..  ✓ ---\n雨污..\n")
    }

    @Test func combiningMarksAndControls() {
        let canvas = Canvas(width: 8, height: 1)
        canvas.put("e\u{301}\u{302}\u{1B}x", x: 0, y: 0)
        #expect(canvas.picture == "e\u{301}\u{FFFD}x\n")
    }

    @Test func selectKeepsChips() {
        let canvas = Canvas(width: 8, height: 3)
        canvas.put("逾", x: 0, y: 0, .chipRed)
        canvas.put("督147", x: 3, y: 0, .title)
        canvas.put("51/80", x: 3, y: 1, .dim)
        canvas.select(Rect(x: 0, y: 0, width: 8, height: 2))
        #expect(canvas[0, 0].style == .chipRed.marked(.selected))
        #expect(canvas[3, 0].style == .title.marked(.selected))
        #expect(canvas[3, 1].style == .dim.marked([.selected, .following]))
        #expect(canvas[0, 2].style == .text)
        canvas.veil()
        #expect(canvas[0, 0].style == .veil)
    }

    @Test func cursorIsClipped() {
        let canvas = Canvas(width: 8, height: 3)
        canvas.region(x: 2, y: 1, width: 3, height: 1).placeCursor(x: 1, y: 0)
        #expect(canvas.cursor == Cursor(point: Point(x: 3, y: 1), isShown: true))
        canvas.region(x: 2, y: 1, width: 3, height: 1).placeCursor(x: 3, y: 0)
        #expect(canvas.cursor == nil)
    }

    @Test(arguments: [(20, "湖东路 逾 3 日 注"), (9, "湖东路 …"), (10, "湖东路 逾…"), (4, "湖…"), (0, "")])
    func runsAreCutTogether(width: Int, expected: String) {
        let canvas = Canvas(width: 20, height: 1)
        canvas.put([Run("湖东路 "), Run("逾 3 日", .red), Run(" 注", .dim)], x: 0, y: 0, width: width)
        #expect(canvas.picture == expected + "\n")
    }

    @Test func pictureOfStyles() {
        let canvas = Canvas(width: 20, height: 3)
        canvas.put([Run("逾", .chipRed), Run(" "), Run("督147", .title)], x: 2, y: 1)
        expectPicture(canvas, "styles", styles: true)
    }

    @Test func cellsAreTwelveBytes() {
        #expect(MemoryLayout<Cell>.size == 12)
        #expect(MemoryLayout<Cell>.stride == 12)
        #expect(MemoryLayout<Style>.size == 4)
    }
}
