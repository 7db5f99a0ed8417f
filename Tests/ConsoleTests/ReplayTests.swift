import Canvas
import Console
import Ledger
import Pictures
import Samples
import Testing
import Text
import Walls
import Words

import struct Canvas.Key

/// 复盘: past days on the walls. The sample office is on 2026-11-20 at 08:12.
@Suite struct ReplayTests {
    private func tick(_ trial: inout Trial, seconds: Int = 1) {
        let now = trial.driver.state.now
        trial.driver.send(.clock(Moment(milliseconds: now.milliseconds + Int64(seconds) * 1000)))
    }

    @Test func backAndForth() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("9", ",")
        #expect(trial.driver.state.shownDay == "2026-11-19")
        #expect(trial.lines[0].contains("复盘 11月19日 周四"))
        trial.driver.press(",", ",", ".")
        #expect(trial.driver.state.shownDay == "2026-11-18")
        expectPicture(trial.screen, "replay-list-120x36")
        trial.driver.press("0")
        #expect(trial.driver.state.shownDay == "2026-11-20")
        #expect(!trial.picture.contains("复盘"))
        trial.driver.press(".")
        #expect(trial.message?.contains("已是今天") == true)
    }

    /// A long way back says how far it is; another day's news is not for this one.
    @Test func saysHowFarItIs() {
        var trial = Trial(width: 120, height: 36)
        trial.backstage.isSlow = true
        trial.driver.press("9", ",")
        #expect(trial.picture.contains("正在取回…"))
        trial.driver.send(.reading("2026-11-18", percent: 80, seconds: 1))
        #expect(!trial.picture.contains("80%"))
        trial.driver.send(.reading("2026-11-19", percent: 40, seconds: 3))
        #expect(trial.picture.contains("正在取回 40%，约还要 3 秒"))
        trial.backstage.isSlow = false
        trial.driver.send(.past("2026-11-19", trial.backstage.office.ledger))
        #expect(!trial.picture.contains("正在取回"))
    }

    /// Every wall shows the day, and none of them takes a record.
    @Test(arguments: ["1", "2", "3", "6", "9"]) func nothingIsRecorded(wall: String) {
        var trial = Trial(width: 120, height: 36)
        let key = Key(.character(Character(wall)))
        trial.driver.press(key, ",", ",", "n")
        #expect(trial.message?.contains("复盘中只看不改") == true)
        trial.driver.press("t")
        let events = trial.backstage.office.events.count
        trial.driver.type("进展")
        trial.driver.press("Enter")
        #expect(trial.backstage.office.events.count == events)
        #expect(trial.lines[0].contains("复盘"))
    }

    /// What others record meanwhile is there when one comes back, and not before.
    @Test func thePresentGoesOn() throws {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("9", ",")
        let before = trial.picture
        let news = try trial.backstage.elsewhere(.track("水泵已进场", []), on: .well)
        trial.driver.send(news)
        #expect(trial.picture == before)
        trial.driver.press("0", "/")
        trial.driver.type("雨污分流")
        trial.driver.press("Enter")
        #expect(trial.driver.state.scene.ledger.matters[.well]?.lastTrack?.text.text == "水泵已进场")
    }

    /// From two weeks ago to today, a day with each second.
    @Test func playing() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("2", ";")
        #expect(trial.driver.state.shownDay == "2026-11-06")
        for _ in 0..<5 { tick(&trial) }
        #expect(trial.driver.state.shownDay == "2026-11-11")
        trial.driver.press(";")
        tick(&trial)
        #expect(trial.driver.state.shownDay == "2026-11-11")
        trial.driver.press(";")
        for _ in 0..<20 { tick(&trial) }
        #expect(trial.driver.state.shownDay == "2026-11-20")
        #expect(!trial.driver.state.replay.isPlaying)
    }

    @Test func comparing() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("2", ",", "D")
        #expect(trial.picture.contains("与前一日比"))
        trial.driver.press("D")
        #expect(!trial.picture.contains("与前一日比"))
    }

    @Test func aDayThatCannotBeRead() {
        var trial = Trial(width: 120, height: 36)
        trial.backstage.losesPast = true
        trial.driver.press("9", ",")
        #expect(trial.driver.state.shownDay == "2026-11-20")
        #expect(trial.message?.contains("读不出来") == true)
    }
}
