import Canvas
import Console
import Ledger
import Samples
import Testing
import Text
import Words

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
}
