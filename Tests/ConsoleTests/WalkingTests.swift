import Canvas
import Console
import Ledger
import Samples
import Testing
import Text
import Walls
import Words

import struct Canvas.Key

/// Going about: filter, pages, mouse, other people's changes, small windows.
@Suite struct WalkingTests {
    @Test func filtersWhileTyping() {
        var trial = Trial()
        // The overview cannot be filtered; the list is where one finds.
        trial.driver.press("/")
        trial.driver.type("柳堤社区 滞")
        #expect(trial.driver.state.place == .list)
        #expect(trial.lines[1].hasPrefix("事项清单  1 件，在手共 13 件  /柳堤社区 滞"))
        #expect(trial.lines[3].hasPrefix("▌ 滞 督9"))
        trial.driver.press("Enter", "Enter")
        #expect(trial.driver.state.place == .matter)
        trial.driver.press("Esc")
        #expect(trial.lines[1].hasPrefix("事项清单  1 件"))
        trial.driver.press("Esc")
        #expect(trial.lines[1].hasPrefix("事项清单  13 件"))
        // The row one stood on is still the selected one.
        #expect(trial.lines.contains { $0.hasPrefix("▌ 滞 督9") })
    }

    @Test(arguments: ["／", "、"]) func aFullWidthKeyCountsAsItsTwin(key: Character) {
        var trial = Trial()
        trial.driver.press("9", Key(.character(key)))
        trial.driver.type("护栏")
        #expect(trial.lines[3].hasPrefix("▌ 待 督15"))
    }

    @Test func onlyTrouble() {
        var trial = Trial()
        trial.driver.press("9", "v")
        #expect(trial.lines[1].hasPrefix("事项清单  4 件，在手共 13 件  只看逾滞临"))
        trial.driver.press("v")
        #expect(trial.lines[1].hasPrefix("事项清单  13 件 "))
    }

    @Test func walksTheListFromThePage() {
        var trial = Trial()
        trial.driver.press("9", "Enter")
        #expect(trial.lines[1].contains("事项清单 ▸ 督2"))
        trial.driver.press("]", "]")
        #expect(trial.lines[1].contains("▸ 督4"))
        #expect(trial.lines[1].contains("第 3 件，共 13 件"))
        trial.driver.press("[", "【")
        #expect(trial.lines[1].contains("▸ 督2"))
        trial.driver.press("[")
        #expect(trial.message == "上一件：没有了")
        trial.driver.press("]", "Esc")
        #expect(trial.lines.contains { $0.hasPrefix("▌ 逾 诉14") })
    }

    @Test func opensANumberThatIsNotAtHand() {
        var trial = Trial()
        trial.driver.press(":")
        trial.driver.type("督5")
        trial.driver.press("Enter")
        #expect(trial.lines[2].contains("违建棚房拆除"))
        #expect(trial.picture.contains("已销号"))
        trial.driver.press(":")
        trial.driver.type("999")
        trial.driver.press("Enter")
        #expect(trial.message == "没有编号为 999 的事项。")
    }

    @Test func paletteFindsActionsPeopleAndPlaces() {
        var trial = Trial()
        trial.driver.press(":")
        trial.driver.type("罗文舟")
        #expect(trial.picture.contains("人员  罗文舟"))
        trial.driver.press("Enter")
        #expect(trial.driver.state.place == .list)
        #expect(trial.lines[1].hasPrefix("事项清单  4 件"))
        trial.driver.press(":")
        trial.driver.type("逾期清单")
        trial.driver.press("Enter")
        #expect(trial.backstage.left == [.print(.overdue)])
    }

    @Test func aRefusedActionSaysWhyAndStays() {
        var trial = Trial()
        trial.driver.press("9", ":")
        trial.driver.type("归档")
        #expect(trial.picture.contains("✗ 现为办理中"))
        trial.driver.press("Enter")
        #expect(trial.message == "归档：现为办理中")
        #expect(trial.picture.contains("归档"))
    }

    @Test func helpFiltersAndExplains() {
        var trial = Trial(as: .reader)
        trial.driver.press("9", "?")
        trial.driver.type("延期")
        #expect(trial.picture.contains("申请延期      ✗ 登录名 guest 在本台账只能查看"))
        trial.driver.press("Esc", "Esc")
        #expect(trial.driver.state.place == .list)
        #expect(!trial.picture.contains("输入即筛"))
    }

    @Test func whoOnlyReadsIsToldBeforeTyping() {
        var trial = Trial(as: .reader)
        for key in ["t", "n", "u", "e", "m", "a"] as [Key] {
            trial.driver.press(key)
            #expect(trial.message?.contains("只能查看") == true, "\(key)")
        }
        trial = Trial(readOnly: "文件夹只读，只看不记。")
        trial.driver.press("n")
        #expect(trial.message == "快速登记：文件夹只读，只看不记。")
        trial.driver.send(.readOnly(nil))
        trial.driver.press("n")
        #expect(trial.message == nil)
    }

    // MARK: Others

    @Test func staysOnItsMatterWhenOthersWrite() throws {
        var trial = Trial()
        trial.driver.press("9", "Down", "Down", "Down")
        #expect(trial.lines[6].hasPrefix("▌ 滞 督9"))
        // 督4 is no longer behind, so 督9 moves up by one.
        trial.driver.send(try trial.backstage.elsewhere(.track("补完", [Progress(.total(990))]), on: .pipes))
        #expect(trial.lines[5].hasPrefix("▌ 滞 督9"))
    }

    @Test func aPageShowsWhatOthersWrote() throws {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("9", "Enter")
        #expect(!trial.picture.contains("环保窗口已受理"))
        trial.driver.send(try trial.backstage.elsewhere(.track("环保窗口已受理", []), on: .well))
        #expect(trial.picture.contains("跟踪 环保窗口已受理"))
    }

    // MARK: Frames

    @Test func noFrameWithoutAChange() {
        var trial = Trial()
        trial.driver.press("9")
        let before = trial.driver.state.revision
        trial.driver.send(.input(.woken))
        trial.driver.send(.clock("2026-11-20 08:12"))
        trial.driver.press("Up", "F7", "Z")
        #expect(trial.driver.state.revision == before)
        trial.driver.send(.clock("2026-11-20 08:13"))
        #expect(trial.driver.state.revision == before + 1)
        #expect(trial.lines[0].hasSuffix("08:13"))
    }

    @Test func theDayTurnsAtMidnight() {
        var trial = Trial()
        trial.driver.press("9")
        trial.driver.send(.clock("2026-11-21 00:00"))
        #expect(trial.lines[0].hasSuffix("11-21 周六 休息日 00:00"))
        #expect(trial.driver.state.scene.today == "2026-11-21")
    }

    @Test func tellsHowLargeTheWindowMustBe() {
        var trial = Trial(width: 79, height: 24)
        #expect(trial.picture.contains("现在 79×24，至少要 80×24。"))
        trial.driver.press("n")
        trial.driver.resize(width: 80, height: 24)
        #expect(trial.lines[0].contains("挂图 望湖街道"))
        trial.driver.resize(width: 10, height: 3)
        trial.driver.press("q")
        #expect(trial.backstage.left == [.quit])
    }

    @Test func drawsAtEverySize() {
        for width in stride(from: 80, through: 250, by: 17) {
            for height in stride(from: 24, through: 70, by: 9) {
                var trial = Trial(width: width, height: height)
                for keys in [["1"], ["3"], ["6"], ["9"], ["Enter"], ["Tab"], ["?"]] as [[Key]] {
                    for key in keys { trial.driver.press(key) }
                    #expect(trial.lines.count == height + 1)
                }
            }
        }
    }

    // MARK: Mouse

    @Test func mouse() {
        var trial = Trial()
        let tab = trial.lines[0].columns(upTo: "9事项")
        trial.driver.click(x: tab + 1, y: 0)
        #expect(trial.driver.state.place == .list)
        trial.driver.click(x: 20, y: 5)
        #expect(trial.lines[5].hasPrefix("▌ 滞 督4"))
        trial.driver.send(.input(.mouse(Mouse(.wheelDown, at: Point(x: 20, y: 5)))))
        #expect(trial.lines[8].hasPrefix("▌ 常 督1"))
        trial.driver.click(x: 20, y: 8)
        #expect(trial.driver.state.place == .matter)
        let hint = trial.lines[23].columns(upTo: "Esc")
        trial.driver.click(x: hint, y: 23)
        #expect(trial.driver.state.place == .list)
        let quit = trial.lines[23].columns(upTo: "q 退出")
        trial.driver.click(x: quit, y: 23)
        #expect(trial.backstage.left == [.quit])
    }
}

extension Substring {
    /// The column at which a text begins.
    fileprivate func columns(upTo text: String) -> Int {
        guard let range = firstRange(of: text) else { return -1 }
        return self[..<range.lowerBound].columns()
    }
}
