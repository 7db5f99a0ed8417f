import Canvas
import Console
import Ledger
import Samples
import Testing
import Text
import Words

/// The tour follows what is pressed.
@Suite struct TourTests {
    @Test func goesOnWhenItWasDone() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press(":")
        trial.driver.type("导览")
        trial.driver.press("Enter")
        #expect(trial.picture.contains("导览 1/8"))
        trial.driver.press("6")
        #expect(trial.picture.contains("导览 2/8"))
        trial.driver.press("w", "t")
        #expect(trial.picture.contains("导览 4/8"))
        trial.driver.press("Esc", "/")
        trial.driver.type("hd")
        trial.driver.press("Enter", "n")
        #expect(trial.picture.contains("导览 7/8"))
        trial.driver.press("Esc", ":")
        #expect(!trial.picture.contains("导览 8/8"))
    }

    @Test func canBeSkippedAndEnded() {
        var trial = Trial()
        trial.driver.press(":")
        trial.driver.type("导览")
        trial.driver.press("Enter", "Ctrl+N", "Ctrl+N")
        #expect(trial.picture.contains("导览 3/8"))
        trial.driver.press("Ctrl+X")
        #expect(!trial.picture.contains("导览 3/8"))
        #expect(trial.message == "导览结束；:导览 可以再看。")
    }
}
