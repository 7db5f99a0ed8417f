import Canvas
import Testing
import Text

@testable import Terminal

@Suite struct FrameDiffTests {
    static let red = Theme.dark.resolve(.red, .indexed)
    static let text = Theme.dark.resolve(.text, .indexed)

    static func canvas(_ draw: (Canvas) -> Void) -> Canvas {
        let canvas = Canvas(width: 20, height: 3)
        draw(canvas)
        return canvas
    }

    /// `x,y text` of what is sent for the second frame after the first.
    static func sent(_ first: (Canvas) -> Void, _ second: (Canvas) -> Void) -> [String] {
        var diff = FrameDiff()
        _ = diff.runs(of: canvas(first).sheet, .dark, .indexed)
        return diff.runs(of: canvas(second).sheet, .dark, .indexed).map(written)
    }

    static func written(_ run: PaintedRun) -> String {
        var text = ""
        for scalar in run.scalars.compactMap(Unicode.Scalar.init) { text.unicodeScalars.append(scalar) }
        return "\(run.x),\(run.y) \(text)"
    }

    @Test func equalFramesSendNothing() {
        let draw = { (canvas: Canvas) in _ = canvas.put("督147 湖东路", x: 0, y: 1, .title) }
        #expect(Self.sent(draw, draw) == [])
    }

    @Test func onlyTheChangedPartIsSent() {
        let sent = Self.sent(
            { $0.put("08:12 望湖街道", x: 2, y: 0) },
            { $0.put("08:13 望湖街道", x: 2, y: 0) }
        )
        #expect(sent == ["6,0 3"])
    }

    @Test func wideCharactersAreSentWhole() {
        #expect(Self.sent({ $0.put("督办", x: 0, y: 0) }, { $0.put("督查", x: 0, y: 0) }) == ["2,0 查"])
        #expect(Self.sent({ $0.put("督办", x: 0, y: 0) }, { $0.put("ab办", x: 0, y: 0) }) == ["0,0 ab"])
        #expect(Self.sent({ $0.put("ab办", x: 0, y: 0) }, { $0.put("a督c", x: 0, y: 0) }) == ["1,0 督c"])
        #expect(Self.sent({ $0.put("督办", x: 0, y: 0) }, { $0.put("督办", x: 0, y: 0, .red) }) == ["0,0 督办"])
    }

    /// The first frame, another theme, another size and `forget()` send everything.
    @Test func wholeFrames() {
        var diff = FrameDiff()
        let canvas = Self.canvas { $0.put("甲", x: 0, y: 0) }
        var counts = [diff.runs(of: canvas.sheet, .dark, .indexed).count]
        counts.append(diff.runs(of: canvas.sheet, .dark, .indexed).count)
        counts.append(diff.runs(of: canvas.sheet, .light, .indexed).count)
        diff.forget()
        counts.append(diff.runs(of: canvas.sheet, .light, .indexed).count)
        counts.append(diff.runs(of: Canvas(width: 10, height: 2).sheet, .light, .indexed).count)
        // Light has a ground of its own, so that blanks need no piece of theirs.
        #expect(counts == [4, 0, 3, 3, 2])
    }

    /// A blank has no ink of its own: a short gap does not change colours, a long one is plain.
    @Test func gaps() {
        var diff = FrameDiff()
        let canvas = Canvas(width: 20, height: 1)
        canvas.put("逾 3 日", x: 0, y: 0, .red)
        canvas.put("甲", x: 10, y: 0)
        canvas.put("乙", x: 14, y: 0)
        let runs = diff.runs(of: canvas.sheet, .dark, .indexed)
        #expect(runs.map(Self.written) == ["0,0 逾 3 日   ", "10,0 甲  乙", "16,0     "])
        #expect(runs.map(\.look) == [Self.red, Self.text, Attributes()])
    }

    @Test func gapsOnAGround() {
        var diff = FrameDiff()
        let canvas = Canvas(width: 8, height: 1)
        canvas.put("逾", x: 0, y: 0, .red)
        canvas.put("甲", x: 4, y: 0)
        canvas.select(canvas.bounds)
        let runs = diff.runs(of: canvas.sheet, .dark, .indexed)
        #expect(runs.map(Self.written) == ["0,0 逾  ", "4,0 甲  "])

    }

    @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("督办", "552j5Yqe")])
    func clipboardText(text: String, expected: String) {
        #expect(base64(text.utf8) == expected)
    }
}
