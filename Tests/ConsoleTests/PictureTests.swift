import Canvas
import Console
import Pictures
import Samples
import Testing
import Text
import Words

import struct Canvas.Key

/// Screens as they look. Walls of their own folders are drawn here with everything around them.
@Suite struct PictureTests {
    static let sizes = [(80, 24), (120, 36), (160, 45)]

    @Test(arguments: sizes) func list(width: Int, height: Int) {
        var trial = Trial(width: width, height: height)
        trial.driver.press("9")
        expectPicture(trial.screen, "list-\(width)x\(height)", styles: width == 120)
    }

    @Test(arguments: sizes) func matter(width: Int, height: Int) {
        var trial = Trial(width: width, height: height)
        trial.driver.press("9", "/")
        trial.driver.type("包户")
        trial.driver.press("Enter", "Enter")
        expectPicture(trial.screen, "matter-\(width)x\(height)", styles: width == 120)
    }

    /// The pages of a matter on a narrow screen, and the parts of a wide one.
    @Test func matterParts() {
        var trial = Trial()
        trial.driver.press("9", "Enter", "Tab", "Down")
        expectPicture(trial.screen, "matter-actions-80x24")
        trial.driver.press("Tab")
        expectPicture(trial.screen, "matter-history-80x24")
        trial = Trial(width: 120, height: 36)
        trial.driver.press("9", "Enter", "w")
        expectPicture(trial.screen, "matter-basis-120x36")
    }

    /// A line at the bottom, with what was understood above it; under the selected row where the wall has room for it.
    @Test(arguments: [
        ("extend", "9jje下周五"), ("register", "n湖东路井盖更换 @贺知远 #柳 !5个工作日 ×26处"), ("track", "9jjt管材到场"),
        ("desk-track", "6t钻机进场"), ("move", "3lm"), ("filter", "9/柳堤社区"),
    ])
    func lines(name: String, keys: String) {
        var trial = Trial()
        trial.driver.type(keys)
        expectPicture(trial.screen, "line-\(name)-80x24")
    }

    @Test(arguments: [(80, 24), (120, 36)]) func help(width: Int, height: Int) {
        var trial = Trial(width: width, height: height)
        trial.driver.press("9", "?")
        expectPicture(trial.screen, "help-\(width)x\(height)")
    }

    @Test func palette() {
        var trial = Trial()
        trial.driver.press("9", ":")
        trial.driver.type("柳堤")
        trial.driver.press("Down", "Down")
        expectPicture(trial.screen, "palette-80x24", styles: true)
    }

    @Test func basis() {
        var trial = Trial()
        trial.driver.press("9", "w")
        expectPicture(trial.screen, "basis-80x24")
    }

    /// Where ambiguous signs take two cells none is drawn, so no column moves; and without any sign at all.
    @Test(arguments: [("wide", Repertoire(.rich, ambiguity: .wide)), ("ascii", .ascii)])
    func otherTerminals(name: String, repertoire: Repertoire) {
        var trial = Trial(width: 120, height: 36, repertoire)
        trial.driver.press("9")
        expectPicture(trial.screen, "list-\(name)-120x36")
        trial.driver.press("Enter")
        expectPicture(trial.screen, "matter-\(name)-120x36")
    }

    @Test func english() {
        var trial = Trial(width: 120, height: 36, words: .english)
        trial.driver.press("9")
        expectPicture(trial.screen, "list-en-120x36")
        trial.driver.press("Enter")
        expectPicture(trial.screen, "matter-en-120x36")
    }

    @Test func empty() {
        var trial = Trial(.founded)
        trial.driver.press("9")
        expectPicture(trial.screen, "list-empty-80x24")
    }
}
