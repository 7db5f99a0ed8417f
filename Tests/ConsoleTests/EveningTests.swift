import Canvas
import Console
import Ledger
import Pictures
import Samples
import Testing
import Text
import Words

import struct Canvas.Key

/// E: the problems and urgent demands of the day, one key each.
@Suite struct EveningTests {
    private func trial(at moment: Moment = "2026-11-20 17:45", width: Int = 80, height: Int = 24) -> Trial {
        var office = Office.sample
        office.now = moment
        return Trial(office, width: width, height: height)
    }

    @Test func goesThroughThemAndCloses() throws {
        var trial = trial()
        trial.driver.press("E")
        #expect(trial.lines[1].contains("当日清点"))
        #expect(trial.lines[1].contains("2 件  待答复 2"))
        // The first, 问12, gets a measure: words, person as responsible, day.
        trial.driver.press("1")
        trial.driver.type("先公证")
        trial.driver.press("Tab", "Tab")
        trial.driver.type("11-23")
        trial.driver.press("Enter")
        let first = try #require(trial.backstage.office.events.last)
        guard case .answered(let given) = first.fact else {
            Issue.record("not answered: \(first.fact)")
            return
        }
        #expect(given.kind == .measure)
        #expect(given.terms?.due == "2026-11-23")
        #expect(given.terms?.isAtCount == true)
        // It is Friday: the other goes to the duty desk.
        trial.driver.press("4")
        trial.driver.type("夜间巡查两次")
        trial.driver.press("Tab")
        trial.driver.type("顾长河")
        trial.driver.press("Tab")
        trial.driver.type("0571-88120000")
        trial.driver.press("Enter")
        #expect(trial.picture.contains("全部有答复"))
        trial.driver.press("Enter")
        guard case .eveningCounted(let count)? = trial.lastEvent else {
            Issue.record("not closed: \(trial.lastEvent as Any)")
            return
        }
        #expect(count.asked.count == 2)
        #expect(count.left == [])
        #expect(count.handed.count == 1)
        #expect(trial.picture.contains("11-23 周一 清单"))
        expectPicture(trial.screen, "evening-closed-80x24")
    }

    @Test func whatIsLeftStaysOverNight() {
        var trial = trial()
        trial.driver.press("E", "Space", "Space")
        #expect(trial.picture.contains("还有 2 件没有答复"))
        trial.driver.press("Enter")
        guard case .eveningCounted(let count)? = trial.lastEvent else {
            Issue.record("not closed")
            return
        }
        #expect(count.left.count == 2)
        // A second Enter leaves, and nothing is closed twice.
        let events = trial.backstage.office.events.count
        trial.driver.press("Enter")
        #expect(trial.backstage.office.events.count == events)
        #expect(!trial.picture.contains("当日清点"))
    }

    @Test func asksForWhatMakesItAnAnswer() {
        var trial = trial()
        trial.driver.press("E", "1")
        trial.driver.type("正在协调")
        trial.driver.press("Enter", "Enter")
        #expect(trial.message == "请写明：日期")
        trial.driver.press("Esc")
        #expect(trial.lines[1].contains("待答复 2"))
    }

    @Test func recordsALeadersDecision() {
        var trial = trial()
        trial.driver.press("E", "5")
        trial.driver.type("先行垫付")
        trial.driver.press("Tab", "Right", "Right", "Tab")
        trial.driver.type("沈南枝")
        trial.driver.press("Tab")
        trial.driver.type("11-27")
        trial.driver.press("Tab", "Tab")
        trial.driver.type("林秋白")
        trial.driver.press("Enter")
        guard case .ruled(let ruling)? = trial.lastEvent else {
            Issue.record("not decided: \(trial.message ?? "")")
            return
        }
        #expect(ruling.levels == [.secretary])
        #expect(ruling.person == .shenNanzhi)
        #expect(ruling.due == "2026-11-27")
        #expect(trial.backstage.office.events.last?.signature.behalf?.person == .secretary)
    }

    /// On a Thursday there is no 交值班.
    @Test func noDutyDeskBeforeAWorkingDay() {
        var trial = trial(at: "2026-11-19 17:45")
        trial.driver.press("E", "4")
        #expect(!trial.picture.contains("值班电话"))
        #expect(!trial.picture.contains("交值班"))
    }

    /// On a narrow screen what is owed stands beside the title.
    @Test func narrow() {
        var trial = trial()
        trial.driver.press("E")
        #expect(trial.lines[2].contains("待答复"))
    }

    @Test(arguments: [(120, 36), (160, 45)]) func picture(width: Int, height: Int) {
        var trial = trial(width: width, height: height)
        trial.driver.press("E")
        expectPicture(trial.screen, "evening-\(width)x\(height)", styles: width == 120)
    }
}
