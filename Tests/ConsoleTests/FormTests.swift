import Canvas
import Console
import Ledger
import Pictures
import Samples
import Testing
import Text
import Words

import struct Canvas.Key

/// The form, quick registration, similar matters, corrections.
@Suite struct FormTests {
    private func type(_ texts: (Key, String)..., into trial: inout Trial) {
        for (key, text) in texts {
            trial.driver.press(key)
            trial.driver.type(text)
        }
    }

    @Test func everythingOfAMatterInOneForm() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("N")
        trial.driver.type("湖东旧村消防水池补建")
        // source, document, campaign, grid
        trial.driver.press("Tab")
        trial.driver.type("2")
        type(("Tab", "书记批示 11-19"), ("Tab", "hh"), ("Tab", "ld0214"), into: &trial)
        trial.driver.press("Ctrl+U")
        trial.driver.type("LD-02-14")
        // person, post, quantity, limit
        type(("Tab", "hzy"), ("Tab", ""), ("Tab", "4 处"), ("Tab", "下周五"), into: &trial)
        #expect(trial.picture.contains("▸ 11-27 周五 工作日，从明日起第 5 个工作日"))
        // lead, supports, leader, steps
        type(("Tab", ""), ("Tab", "柳堤社区=2处!11-25 城建办"), ("Tab", "gch"), into: &trial)
        type(("Tab", "现场勘察 11-23；开挖 @贺知远 11-26；验收"), into: &trial)
        trial.driver.press("F10")
        #expect(trial.message == "已记：督17 湖东旧村消防水池补建；按 : 再按 Enter 打开")
        let matter = trial.backstage.office.matter(17)
        #expect(matter.source == .instruction)
        #expect(matter.sourceDocument == "书记批示 11-19")
        #expect(matter.campaign == .land)
        #expect(matter.grid == .liudi0214)
        #expect(matter.person == .heZhiyuan)
        #expect(matter.lead == .drainageForce)
        #expect(matter.leader == .viceLeader)
        #expect(matter.quantities == [QuantityLine(target: 4, unit: "处")])
        #expect(matter.term == .fixed("2026-11-27"))
        #expect(
            matter.supports == [
                Support(
                    unit: .liudi,
                    mode: .share,
                    quantity: QuantityLine(target: 2, unit: "处"),
                    due: .endOfDay("2026-11-25")
                ), Support(unit: .construction),
            ]
        )
        #expect(matter.steps.map(\.due) == ["2026-11-23", "2026-11-26", nil])
        #expect(matter.steps[1].person == .heZhiyuan)
        #expect(matter.missing == [])
    }

    @Test(arguments: [
        ("Tab Tab Tab", "没有这个战役", "没有战役「没有这个战役」"), ("Tab Tab Tab Tab Tab", "没有这人", "没有人员「没有这人」"),
        ("Tab Tab Tab Tab Tab Tab Tab", "几处", "看不懂「几处」：写数和单位，例如 4 处"),
        ("Tab Tab Tab Tab Tab Tab Tab Tab", "那天", "看不懂「那天」：可写 11-27、下周五、月底、春节前、5个工作日"),
    ])
    func saysUnderTheFieldWhatItDoesNotUnderstand(way: String, typed: String, sentence: String) {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("N")
        trial.driver.type("湖东路绿化补种")
        for _ in way.split(separator: " ") { trial.driver.press("Tab") }
        trial.driver.type(typed)
        #expect(trial.picture.contains(sentence))
        trial.driver.press("F10")
        #expect(trial.message == sentence)
        #expect(trial.backstage.office.events.count == Office.sample.events.count)
    }

    @Test func choosesAmongNamesThatFit() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("N")
        trial.driver.type("湖东路绿化补种")
        for _ in 0..<5 { trial.driver.press("Tab") }
        trial.driver.type("s")
        #expect(trial.picture.contains("沈南枝 环湖整备专班"))
        #expect(trial.picture.contains("苏见山 党政办"))
        trial.driver.press("Down", "Tab", "F10")
        #expect(trial.message == "已记：督17 湖东路绿化补种；按 : 再按 Enter 打开")
        #expect(trial.backstage.office.matter(17).person != nil)
    }

    @Test func correctsInTheSameForm() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("9", "/")
        trial.driver.type("四季度走访")
        trial.driver.press("Enter", ":")
        trial.driver.type("更正")
        trial.driver.press("Enter")
        #expect(trial.picture.contains("更正 督16"))
        for _ in 0..<6 { trial.driver.press("Tab") }
        trial.driver.type("90户")
        trial.driver.press("Tab")
        trial.driver.type("12-20")
        trial.driver.press("F10")
        #expect(trial.message == "已记：更正 督16")
        let matter = trial.backstage.office.matter(.visits)
        #expect(matter.quantities == [QuantityLine(target: 90, unit: "户")])
        #expect(matter.term == .fixed("2026-12-20"))
        #expect(matter.title == "结对帮扶四季度走访")
    }

    @Test func aLineBecomesAForm() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("n")
        trial.driver.type("湖东路绿化补种 @hzy !月底")
        trial.driver.press("Down")
        #expect(trial.picture.contains("登记事项"))
        trial.driver.press("F10")
        let matter = trial.backstage.office.matter(17)
        #expect(matter.person == .heZhiyuan)
        #expect(matter.term == .fixed("2026-11-30"))
    }

    /// What is like it is shown while it is typed; what is very like it is asked about before a number is given.
    @Test func similarMattersAreShownBeforeANumberIsGiven() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("n")
        trial.driver.type("湖东路北段管网铺设工程")
        #expect(trial.picture.contains("相近 督4 湖东路北段管网铺设"))
        trial.driver.press("Enter")
        #expect(trial.message == "与在手的 督4 湖东路北段管网铺设 很像。确是另一件，再按一次登记。")
        #expect(trial.backstage.office.events.count == Office.sample.events.count)
        trial.driver.press("Enter")
        #expect(trial.message == "已记：督17 湖东路北段管网铺设工程；按 : 再按 Enter 打开")
    }

    @Test func settledMattersCountAsSimilarToo() {
        var trial = Trial(width: 120, height: 36)
        trial.driver.press("N")
        trial.driver.type("柳堤社区雨棚再摸排")
        #expect(trial.picture.contains("结 柳堤社区雨棚摸排"))
    }

    @Test(arguments: [(80, 24), (120, 36), (160, 45)]) func pictures(width: Int, height: Int) {
        var trial = Trial(width: width, height: height)
        trial.driver.press("N")
        trial.driver.type("湖东路北段管网铺设二期")
        for _ in 0..<5 { trial.driver.press("Tab") }
        trial.driver.type("贺知远")
        trial.driver.press("Tab", "Tab")
        expectPicture(trial.screen, "form-\(width)x\(height)", styles: width == 120)
        trial = Trial(width: width, height: height)
        trial.driver.press("n")
        trial.driver.type("湖东路北段管网修补 @hzy #LD-02-14 !下周五 ×3处")
        expectPicture(trial.screen, "capture-\(width)x\(height)", styles: width == 120)
    }
}
