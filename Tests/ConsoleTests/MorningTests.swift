import Canvas
import Console
import Ledger
import Samples
import Testing
import Text
import Walls
import Words

import struct Canvas.Key
import struct Ledger.Event

/// What a clerk does before eight thirty: press, look, expect.
@Suite struct MorningTests {
    /// Opens the list with the cursor on a matter.
    private func list(on title: String, as actor: Actor = .clerk, width: Int = 80) -> Trial {
        var trial = Trial(as: actor, width: width)
        trial.driver.press("9", "/")
        trial.driver.type(title)
        trial.driver.press("Enter")
        return trial
    }

    @Test func tracksInOneLine() throws {
        var trial = Trial()
        trial.driver.press("6", "t")
        trial.driver.type("钻机已进场；卡：泥浆池未批")
        #expect(trial.screen.cursor?.isShown == true)
        trial.driver.press("Enter")
        #expect(trial.message == "已记：跟踪 督2")
        let matter = trial.backstage.office.matter(.well)
        #expect(matter.lastTrack?.text == "钻机已进场；卡：泥浆池未批")
        #expect(matter.blocker == "泥浆池未批")
        #expect(matter.lastTrack?.signature == Signature(login: "wenruxu", person: .clerk, role: .clerk))
        // The desk goes on to the next one that is owed a track today.
        #expect(trial.lines.contains { $0.hasPrefix("▌ 逾 诉14") })
    }

    @Test func reportsWhatTheUnitSaidOnThePhone() {
        var trial = list(on: "管网铺设")
        trial.driver.press("u")
        trial.driver.type("+3.5")
        #expect(trial.lines[21] == "  680.5 ▸ 684 米（+3.5）")
        trial.driver.press("Tab", "Right", "Enter")
        let event = trial.backstage.office.events.last
        #expect(
            event?.fact
                == .tracked(
                    Track(text: "报进度", measures: [.init(line: 0, from: Amount("680.5")!, to: 684)])
                )
        )
        #expect(event?.signature.behalf == Behalf(person: .heZhiyuan, channel: .phone))
    }

    @Test func asksForAnExtensionInTheOfficesWords() {
        var trial = list(on: "管网铺设")
        trial.driver.press("e")
        trial.driver.type("下周五")
        #expect(trial.lines[21].hasPrefix("  11-27 周五 工作日，从明日起第 5 个工作日"))
        // Earlier than the limit: the rules say so, and nothing typed is lost.
        trial.driver.press("Tab")
        trial.driver.type("管材未到")
        trial.driver.press("Enter")
        #expect(trial.message == "新时限须晚于现时限 2026-11-30。")
        trial.driver.press("Shift+Tab", "Ctrl+U")
        trial.driver.type("12-8")
        trial.driver.press("Enter")
        #expect(trial.lastEvent == .extensionAsked(ExtensionAsked(to: "2026-12-08", reason: "管材未到")))
        #expect(
            trial.backstage.office.events.last?.signature.behalf == Behalf(person: .heZhiyuan, channel: .phone)
        )
    }

    @Test func enterGoesToWhatIsStillEmpty() {
        var trial = list(on: "管网铺设")
        trial.driver.press("e")
        trial.driver.type("12-8")
        trial.driver.press("Enter")
        // To the reason, without a word; Enter again says what is missing.
        #expect(trial.message == nil)
        trial.driver.press("Enter")
        #expect(trial.message == "请写明：理由")
        #expect(trial.backstage.office.events.count == Office.sample.events.count)
    }

    @Test func movesAMatterOn() {
        var trial = list(on: "议事厅")
        trial.driver.press("m")
        #expect(trial.lines[22].hasPrefix("移到  办理中   已办结    ▸ 审核办结：审核通过，办结。"))
        trial.driver.press("Enter", "Right", "Enter")
        guard case .settled(let settlement)? = trial.lastEvent else {
            Issue.record("not settled: \(trial.message ?? "")")
            return
        }
        #expect(settlement.check == .papers)
        // A clerk settles what the head of supervision decided, on paper.
        #expect(
            trial.backstage.office.events.last?.signature.behalf
                == Behalf(person: .supervisionHead, channel: .paper, day: "2026-11-20")
        )
    }

    @Test func registersInOneLine() {
        var trial = Trial()
        trial.driver.press("n")
        trial.driver.type("湖东路井盖更换 @贺知远 #LD-02-14 !5个工作日 ×26处")
        #expect(trial.lines[19].hasPrefix("   人 贺知远·雨污分流专班  网格 柳堤 02-14  时 5 个工作日 ▸ 11-27 周五"))
        #expect(trial.lines[20].contains("量 26 处") || trial.lines[19].contains("量 26 处"))
        trial.driver.press("Enter")
        #expect(trial.message == "已记：督17 湖东路井盖更换；按 : 再按 Enter 打开")
        let matter = trial.backstage.office.matter(17)
        #expect(matter.person == .heZhiyuan)
        #expect(matter.lead == .drainageForce)
        #expect(matter.grid == .liudi0214)
        #expect(matter.term == .workdays(5))
        #expect(matter.quantities == [QuantityLine(target: 26, unit: "处")])
        #expect(matter.source == .spoken)
        #expect(matter.missing == [])
    }

    @Test(arguments: [
        ("湖东路 @没有这人", "没有「没有这人」"),
        ("湖东路 #柳", "「柳」有 3 个网格：柳堤、柳堤 02、柳堤 02-14…"),
        ("湖东路 !那天", "看不懂时限「那天」"),
        ("湖东路 ×一些", "看不懂量「一些」"),
        ("@贺知远", "请先写事项名称。"),
        (
            "联系 13800138000 张某",
            "「13800138000」像电话号码：台账不写居民的电话、证件、银行卡和门牌，没有记录。请改写；确须联系的，存入联系人：guatu contact add 编号 姓名 电话。"
        ),
    ])
    func saysWhatItDoesNotUnderstand(typed: String, sentence: String) {
        var trial = Trial()
        trial.driver.press("n")
        trial.driver.type(typed)
        trial.driver.press("Enter")
        #expect(trial.message == sentence)
        #expect(trial.backstage.office.events.count == Office.sample.events.count)
        #expect(trial.lines[17].contains(typed.prefix(6)))
    }

    @Test func titlesMayHoldSignsThatAreMarksElsewhere() {
        var trial = Trial()
        trial.driver.press("n")
        trial.driver.type("玉泉里3#楼 3×4米围挡拆除 ＠罗文舟 ！月底")
        trial.driver.press("Tab", "Right", "Right", "Enter")
        let matter = trial.backstage.office.matter(17)
        #expect(matter.title == "玉泉里3#楼 3×4米围挡拆除")
        #expect(matter.kind == .problem)
        #expect(matter.person == .luoWenzhou)
        #expect(matter.term == .fixed("2026-11-30"))
    }

    @Test func keepsADraft() {
        var trial = list(on: "管网铺设")
        trial.driver.press("t")
        trial.driver.type("还没写完")
        trial.driver.press("Esc")
        #expect(trial.message == "没有存；写的留作草稿，再按一次同一键接着写。")
        trial.driver.press("t")
        #expect(trial.lines[22].hasPrefix("跟踪 督4 还没写完"))
        trial.driver.type("的话")
        trial.driver.press("Enter")
        #expect(trial.backstage.office.matter(.pipes).lastTrack?.text == "还没写完的话")
    }

    @Test func losesNothingInAConflict() throws {
        var trial = list(on: "管网铺设")
        trial.driver.press("u")
        trial.driver.type("700")
        trial.driver.send(
            try trial.backstage.elsewhere(.track("报 690", [Progress(.total(690))]), on: .pipes)
        )
        // What is understood follows the ledger under the line.
        #expect(trial.lines[21] == "  690 ▸ 700 米（+10）")
        trial.driver.press("Enter")
        #expect(trial.picture.contains("同一事项刚被改过"))
        trial.driver.press("Enter")
        #expect(trial.backstage.office.matter(.pipes).quantity?.done == 700)
    }

    @Test func keepsTheLineWhenTheDiskIsFull() {
        var trial = list(on: "管网铺设")
        trial.backstage.replies = [.failed("磁盘已满，没有存。")]
        trial.driver.press("t")
        trial.driver.type("管材到场")
        trial.driver.press("Enter")
        #expect(trial.message == "磁盘已满，没有存。")
        trial.driver.press("Enter")
        #expect(trial.backstage.office.matter(.pipes).lastTrack?.text == "管材到场")
    }

    @Test func copiesTheOneSentence() {
        var trial = list(on: "7 号井段")
        trial.driver.press("y")
        #expect(
            trial.backstage.left == [
                .copy("督2 湖东路雨污分流 7 号井段复工：办理中，逾 12 个工作日；卡：泥浆池未批；下一步：11-25 前贯通（贺知远）；需领导定：无。")
            ]
        )
    }

    @Test func printsTheOverdueList() {
        var trial = Trial()
        trial.driver.press("P")
        #expect(trial.backstage.left == [.print(.overdue)])
        trial.driver.send(.told(Notice("已生成 2 页。")))
        #expect(trial.message == "已生成 2 页。")
    }
}
