import Canvas
import Console
import Samples
import Testing
import Text

import struct Canvas.Key

/// Every wall at every width, under both opinions on ambiguous characters: no row is too wide and no wide letter is cut.
@Suite struct WidthTests {
    static let widths = [60, 80, 96, 100, 109, 110, 120, 149, 160, 200, 240]
    static let walls: [[Key]] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"].map { [$0] } + [["9", "Enter"], ["?"]]

    @Test(arguments: widths, [Ambiguity.narrow, .wide])
    func fits(width: Int, ambiguity: Ambiguity) {
        let repertoire = Repertoire(.rich, ambiguity: ambiguity, hasFaintInk: ambiguity == .narrow)
        for keys in WidthTests.walls {
            var trial = Trial(width: width, height: width < 110 ? 24 : 45, repertoire)
            for key in keys { trial.driver.press(key) }
            let screen = trial.screen
            let name = keys.map(\.label).joined(separator: " ")
            for (y, line) in trial.lines.enumerated() {
                #expect(line.columns(ambiguity) <= width, "\(name): row \(y) is too wide: \(line)")
            }
            for y in 0..<screen.height {
                for x in 0..<width {
                    let cell = screen[x, y]
                    let isWhole = cell.width != 2 || (x + 1 < width && screen[x + 1, y].isRightHalf)
                    let isOwned = !cell.isRightHalf || (x > 0 && screen[x - 1, y].width == 2)
                    #expect(isWhole && isOwned, "\(name): half a letter at \(x), \(y)")
                }
            }
        }
    }

    /// Below the smallest screen it says so, and nothing else is drawn.
    @Test func tooSmall() {
        let trial = Trial(width: 60, height: 24)
        #expect(trial.picture.contains("现在 60×24，至少要 80×24。"))
    }
}
