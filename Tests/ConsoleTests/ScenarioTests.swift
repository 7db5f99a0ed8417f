import Canvas
import Console
import Foundation
import Ledger
import Samples
import Testing
import Text
import Words

/// Whole mornings, played without a terminal.
@Suite struct ScenarioTests {
    private func scenario(_ name: String) throws -> Scenario {
        let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return try Scenario(
            String(decoding: Data(contentsOf: URL(filePath: "\(folder)/Scenarios/\(name).txt")), as: UTF8.self)
        )
    }

    /// With every set of glyphs: what is done does not hang on how it looks.
    @Test(arguments: ["早晨-键盘", "早晨-鼠标", "草稿与冲突"], [Repertoire.rich, .safe, .ascii])
    func plays(name: String, repertoire: Repertoire) throws {
        var trial = Trial(width: 160, height: 45, repertoire)
        try scenario(name).play(on: &trial, name)
    }

    @Test func onASmallScreen() throws {
        var trial = Trial()
        try scenario("早晨-键盘").play(on: &trial, "80x24")
    }

    @Test func aVerbThatDoesNotExistIsAnError() {
        #expect(throws: Scenario.Unknown.self) { try Scenario("按 6\n看 督办台") }
    }
}
