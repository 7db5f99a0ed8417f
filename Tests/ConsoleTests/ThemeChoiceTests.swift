import Canvas
import Console
import Samples
import Testing
import Words

/// 主题: a list that puts on what the eye is on, keeps it with Enter and goes back with Esc.
@Suite struct ThemeChoiceTests {
    private static let themes = [
        ThemeChoice(id: "dark", zh: "深色", en: "Dark", isOwn: false),
        ThemeChoice(id: "light", zh: "浅色", en: "Light", isOwn: false),
        ThemeChoice(id: "mine", zh: "", en: "", isOwn: true),
    ]

    private func opened(_ words: Words = .chinese) -> Trial {
        var trial = Trial(words: words)
        trial.driver.press("T")
        trial.driver.send(.themes(Self.themes, current: "light"))
        return trial
    }

    @Test func asksForTheList() {
        #expect(opened().backstage.left == [.listThemes])
    }

    @Test func beginsAtTheOneInUse() {
        #expect(opened().lines.contains { $0.contains("▌") && $0.contains("浅色") && $0.contains("light  现用") })
    }

    @Test func putsOnWhatTheEyeIsOn() {
        var trial = opened()
        trial.driver.press("Down", "Up", "Up")
        let worn = ["mine", "light", "dark"].map { Effect.wear($0, isKept: false) }
        #expect(trial.backstage.left == [.listThemes] + worn)
    }

    @Test func escGoesBack() {
        var trial = opened()
        trial.driver.press("Up", "Esc")
        #expect(trial.backstage.left.suffix(2) == [.wear("dark", isKept: false), .wear("light", isKept: false)])
        #expect(!trial.picture.contains("主题 ─"))
    }

    @Test func enterKeeps() {
        var trial = opened()
        trial.driver.press("Down", "Enter")
        #expect(trial.backstage.left.last == .wear("mine", isKept: true))
        #expect(trial.message == "配色：mine，下次也用。")
    }

    @Test func isFoundByEitherName() {
        var trial = opened(.english)
        trial.driver.type("qs")
        #expect(trial.lines.contains { $0.contains("Light") })
        #expect(!trial.lines.contains { $0.contains("Dark ") })
    }

    @Test func theMouseIsGivenBackAndTaken() {
        var trial = Trial()
        for _ in 0..<2 {
            trial.driver.press(":")
            trial.driver.type("鼠标")
            trial.driver.press("Enter")
        }
        #expect(trial.backstage.left == [.listenToMouse(false), .listenToMouse(true)])
    }

    @Test func theNumberIsCopied() {
        var trial = Trial()
        trial.driver.press("9", "Y")
        guard case .copy(let text)? = trial.backstage.left.last else {
            Issue.record("nothing was copied")
            return
        }
        #expect(trial.lines.contains { $0.contains("▌") && $0.contains(text) })
    }
}
