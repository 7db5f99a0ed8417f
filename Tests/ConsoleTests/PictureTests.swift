import Canvas
import Console
import Pictures
import Samples
import Testing
import Text

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
}
