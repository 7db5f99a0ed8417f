import Canvas
import Console
import Ledger
import Samples
import Testing
import Text
import Words

import struct Canvas.Key

/// Several matters, one word.
@Suite struct BulkTests {
    @Test func oneMeetingNoteForSeveral() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("9", "b", "b", "b")
        #expect(trial.lines[2].contains("▪") || trial.lines[3].contains("▪"))
        trial.driver.press("t")
        #expect(trial.picture.contains("跟踪 3 件"))
        trial.driver.type("例会逐件过堂；下：11-23 前再报")
        trial.driver.press("Enter")
        #expect(trial.message == "已记：跟踪 3 件（督2、诉14、督4）" || trial.message?.hasPrefix("已记：跟踪 3 件") == true)
        let tracked = trial.backstage.office.events.suffix(3)
        #expect(Set(tracked.map(\.matter)).count == 3)
        #expect(trial.driver.state.marks.isEmpty)
    }

    @Test func whatOneRefusesAllRefuse() {
        var trial = Trial(width: 120, height: 36)
        // A draft cannot be extended.
        trial.driver.press("9", "/")
        trial.driver.type("走访 或 管网")
        trial.driver.press("Enter", "Home", "b", "b", "e")
        let message = trial.message ?? ""
        #expect(message.hasPrefix("申请延期：") && message.contains("督16"), "\(message)")
        #expect(trial.backstage.office.events.count == Office.sample.events.count)
        trial.driver.press("Esc")
        #expect(trial.driver.state.marks.isEmpty)
    }

    /// m moves all that is marked, to a stage they can all go to.
    @Test func movesAllThatIsMarked() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("9", "/")
        trial.driver.type("管网 或 井段")
        trial.driver.press("Enter", "Home", "b", "b", "m")
        #expect(trial.picture.contains("2 件移到"), "\(trial.picture)")
        trial.driver.press("Enter")
        trial.driver.type("均已完工")
        trial.driver.press("Enter")
        let events = trial.backstage.office.events.suffix(2)
        #expect(trial.message?.hasPrefix("已记：上报办结 2 件") == true, "\(trial.message ?? "")")
        #expect(Set(events.map(\.matter)).count == 2)
        #expect(trial.driver.state.marks.isEmpty)
    }

    @Test func movesNothingWhereTheyPart() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("9", "/")
        trial.driver.type("走访 或 管网")
        trial.driver.press("Enter", "Home", "b", "b", "m")
        #expect(trial.message == "移动：已标的 2 件去处不同，请分开标记")
        trial.driver.press("u")
        #expect(trial.message == "报进度：这一项要逐件办，先按 Esc 清除标记")
    }

    @Test func marksGoBeforeTheFilterWithEsc() {
        var trial = Trial()
        trial.driver.press("9", "/")
        trial.driver.type("柳堤")
        trial.driver.press("Enter", "b", "Esc")
        #expect(trial.driver.state.marks.isEmpty)
        #expect(trial.lines[1].contains("/柳堤"))
        trial.driver.press("Esc")
        #expect(!trial.lines[1].contains("/柳堤"))
    }

    /// The sign stands at the row on every wall that has rows of matters, and is gone with Esc.
    @Test(arguments: ["1", "3", "6", "9"] as [Key], [(80, 24), (160, 45)])
    func everyWallShowsWhatIsMarked(wall: Key, size: (width: Int, height: Int)) {
        var trial = Trial(width: size.width, height: size.height)
        func signs() -> Int { trial.picture.count { $0 == "▪" } }
        trial.driver.press(wall)
        let before = signs()
        trial.driver.press("b")
        #expect(trial.driver.state.marks.count == 1)
        #expect(signs() == before + 1)
        trial.driver.press("Esc")
        #expect(signs() == before)
    }

    /// On the board, a column of lanes and the timeline: what is marked is done by one action.
    @Test(arguments: [["3"], ["3", "g"], ["4"], ["1"]] as [[Key]])
    func oneActionFromAnyWall(keys: [Key]) {
        var trial = Trial(width: 160, height: 45)
        for key in keys { trial.driver.press(key) }
        while trial.driver.state.marks.isEmpty {
            trial.driver.press("Down", "b")
        }
        trial.driver.press("t")
        trial.driver.type("已约谈")
        trial.driver.press("Enter")
        #expect(trial.message?.hasPrefix("已记：跟踪 1 件") == true)
        #expect(trial.driver.state.marks.isEmpty)
    }
}
