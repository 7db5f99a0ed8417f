import Canvas
import Console
import Ledger
import Samples
import Testing
import Text
import Words

/// Whole mornings, played without a terminal.
@Suite struct ScenarioTests {
    /// With every set of glyphs: what is done does not hang on how it looks.
    @Test(arguments: ["早晨-键盘", "早晨-鼠标", "整个早晨-鼠标", "草稿与冲突"], [Repertoire.rich, .safe, .ascii, .mono])
    func plays(name: String, repertoire: Repertoire) throws {
        var trial = Trial(width: 160, height: 45, repertoire)
        try Scenario.named(name).play(on: &trial, name)
    }

    @Test func onASmallScreen() throws {
        var trial = Trial()
        try Scenario.named("早晨-键盘").play(on: &trial, "80x24")
    }

    @Test func aVerbThatDoesNotExistIsAnError() {
        #expect(throws: Scenario.Unknown.self) { try Scenario("按 6\n看 督办台") }
    }
}

extension Repertoire {
    /// As a terminal without colours has it: no soft grounds.
    fileprivate static let mono = Repertoire(.rich, hasWashes: false)
}
