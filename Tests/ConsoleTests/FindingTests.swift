import Canvas
import Console
import Ledger
import Samples
import Testing
import Text
import Walls
import Words

import struct Canvas.Key

/// Finding: the filter's language, the palette over everything, views, and the way back.
@Suite struct FindingTests {
    @Test func theFilterSaysHowItWasRead() {
        var trial = Trial()
        trial.driver.press("9", "/")
        #expect(trial.lines[21].hasPrefix("  汉字、拼音首字母、编号；空格是且"))
        trial.driver.type("hdl -逾期")
        #expect(trial.lines[21].hasPrefix("  「hdl」名称 2 件 且 非 「逾期」灯 逾期"))
        #expect(trial.lines[22].hasPrefix("/ hdl -逾期"))
        #expect(trial.lines[3].contains("督4"))
    }

    @Test func keepsTheRowOneStoodOn() {
        var trial = Trial()
        trial.driver.press("9", "Down", "Down", "/")
        #expect(trial.lines.contains { $0.hasPrefix("▌ 滞 督9") || $0.hasPrefix("▌ 逾 诉14") || $0.hasPrefix("▌ 滞 督4") })
        let row = trial.lines.first { $0.hasPrefix("▌") }
        trial.driver.type("护栏")
        #expect(trial.lines[3].hasPrefix("▌ 待 督15"))
        trial.driver.press("Backspace", "Backspace")
        #expect(trial.lines.first { $0.hasPrefix("▌") } == row)
        trial.driver.type("护栏")
        trial.driver.press("Esc")
        #expect(trial.lines.first { $0.hasPrefix("▌") } == row)
    }

    @Test func thePaletteKnowsEverybodyByInitials() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press(":")
        trial.driver.type("hzy")
        #expect(trial.picture.contains("人员  贺知远"))
        trial.driver.press("Esc", ":")
        trial.driver.type("lhjs")
        #expect(trial.picture.contains("没有叫「lhjs」的动作、事项或人"))
    }

    /// With nothing typed: what was chosen last, then what the selected matter allows.
    @Test func anEmptyPaletteBeginsWithWhatWasUsed() {
        func first(_ trial: Trial) -> String { trial.lines.first { $0.contains("动作 ") }.map(String.init) ?? "" }
        var trial = Trial(width: 120, height: 36)
        trial.driver.press(":")
        #expect(first(trial).contains("跟踪"))
        trial.driver.type("统计")
        trial.driver.press("Enter", "6", ":")
        #expect(first(trial).contains("统计"))
        #expect(trial.picture.contains("报进度"))
    }

    @Test func aPlaceIsAnsweredWithItsSummaryFirst() throws {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press(":")
        trial.driver.type("湖东路")
        let row = try #require(trial.lines.first { $0.contains("▌") && $0.contains("湖东路") })
        #expect(row.contains("全部  湖东路"))
        #expect(row.contains("2 件，逾期 1，滞后 1，最急 督2 逾 12 日"))
        trial.driver.press("Enter")
        #expect(trial.driver.state.place == .list)
        #expect(trial.lines[1].contains("2 件"))
    }

    @Test func settledMattersAreFoundByTitle() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press(":")
        trial.driver.type("雨棚")
        #expect(trial.picture.contains("已结  结 柳堤社区雨棚摸排"))
        trial.driver.press("Enter")
        #expect(trial.driver.state.place == .matter)
        #expect(trial.picture.contains("柳堤社区雨棚摸排"))
    }

    @Test func namesOfPeopleListWhatIsTheirs() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press(":")
        trial.driver.type("lwz")
        while !(trial.lines.contains { $0.contains("▌ 人员") || ($0.contains("▌") && $0.contains("罗文舟")) }) {
            trial.driver.press("Down")
        }
        trial.driver.press("Enter")
        #expect(trial.lines[1].contains("/人:罗文舟"))
    }

    @Test func aViewIsKeptAndComesBack() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("9", "/")
        trial.driver.type("单位:柳堤")
        trial.driver.press("Enter", "V", "Enter")
        #expect(trial.lines[34].hasPrefix("视图 单位:柳堤"))
        trial.driver.press("Ctrl+U")
        trial.driver.type("柳堤的")
        trial.driver.press("Enter")
        #expect(
            trial.backstage.left == [
                .keepViews([SavedView(name: "柳堤的", place: "list", text: "单位:柳堤", isTroubleOnly: false)])
            ]
        )
        trial.driver.press("Esc", "1", "V")
        #expect(trial.picture.contains("柳堤的"))
        trial.driver.press("Enter")
        #expect(trial.driver.state.place == .list)
        #expect(trial.lines[1].contains("/单位:柳堤"))
        trial.driver.press("V", "Delete")
        #expect(trial.backstage.left.last == .keepViews([]))
    }

    @Test(arguments: ["Backspace", "Ctrl+O"] as [Key]) func jumpsBackThroughPlaces(key: Key) {
        var trial = Trial()
        trial.driver.press("9", "/")
        trial.driver.type("管网")
        trial.driver.press("Enter", "Enter")
        #expect(trial.driver.state.place == .matter)
        trial.driver.press("6", "1")
        trial.driver.press(key)
        #expect(trial.driver.state.place == .desk)
        trial.driver.press(key)
        #expect(trial.driver.state.place == .matter)
        #expect(trial.picture.contains("湖东路北段管网铺设"))
        trial.driver.press(key)
        #expect(trial.driver.state.place == .list)
        #expect(trial.lines[1].contains("/管网"))
        trial.driver.press(key)
        #expect(trial.driver.state.place == .overview)
        trial.driver.press(key)
        #expect(trial.message == "跳回：没有来处")
    }

    @Test func english() {
        var trial = Trial(width: 120, height: 36, words: .english)
        trial.driver.press("9", "/")
        trial.driver.type("unit:柳堤 -light:overdue")
        #expect(trial.lines[33].contains("unit 柳堤社区 and not light overdue"))
    }
}
